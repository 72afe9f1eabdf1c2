"""A number or a time of day that is another one in the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from mtqa.bilingual.number_words import word_values
from mtqa.bilingual.quantities import NUMBER, TIME, Quantity, quantities, readings
from mtqa.findings import Hit
from mtqa.languages.fr.numbers import group_space, rewrite_number
from mtqa.lexicon import NOUN, PLURAL, SINGULAR, lemmas
from mtqa.parameters import parameters
from mtqa.text import Document, Pair, Span

__all__ = ["ChangedNumber"]

_FACTORS = (1.609, 0.4536, 0.3048, 2.54, 3.785, 0.4047, 28.35, 0.9144, 2.59, 0.568)
"""From a mile, a pound, a foot, an inch, a gallon, an acre, an ounce, a yard, a square mile and
a pint to the metric unit."""
_CLOSE = 0.07
_MOST = 3
"""More numbers changed in one sentence than this are rather a bad alignment."""


@parameters
class ChangedNumber:
    """Numbers that stand in one of source and translation alone, as many on either side.

    The correction puts the number of the source, as French writes it. Numbers in words, Roman
    numerals, twelve-hour times, and measures converted to metric ones count as the same.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("source",)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each number that differs."""
        language = document.source.language if document.source else ""
        for pair in document.pairs():
            if any(map(str.isdigit, pair.target)):
                yield from _hits(document, pair, language)


def _hits(document: Document, pair: Pair, language: str) -> Iterator[Hit]:
    ones = quantities(pair.source, language)
    others = quantities(pair.target, document.language)
    lost = _unmatched(ones, others, pair.target, document.language)
    new = _unmatched(others, ones, pair.source, language)
    if len(lost) != len(new) or len(lost) > _MOST:
        return
    for one, other in zip(lost, new, strict=True):
        if one.kind != other.kind or _is_same_amount(one, other):
            continue
        written = pair.source[one.start : one.end]
        source = pair.in_source(one.start, one.end)
        span = pair.in_target(other.start, other.end)
        texts = _rewritten(one, other, written, document)
        span, texts = _with_noun(document, span, min(one.values), texts)
        yield Hit.replacing(span, *texts, slots={"source": written}, source=(source,))


def _unmatched(
    ones: Sequence[Quantity], others: Iterable[Quantity], text: str, language: str
) -> list[Quantity]:
    """Those of `ones` that have no equal among `others`, nor in words in that text."""
    values = {value for other in others for value in _values(other)}
    lone = [one for one in ones if values.isdisjoint(_values(one))]
    words = word_values(text, language) if lone else set()
    return [one for one in lone if words.isdisjoint(_values(one))]


def _values(quantity: Quantity) -> set[float]:
    """Its values; an hour is a number too, « 9 h 30 » nine and a half, « 1960 » the sixties."""
    if quantity.kind == NUMBER:
        decades = {v % 100 for v in quantity.values if 1700 < v < 2100 and v % 10 == 0 and v % 100}
        return decades | quantity.values
    (minutes,) = quantity.values
    return {minutes / 60, minutes / 60 % 12, -1 - minutes % 720}


def _is_same_amount(one: Quantity, other: Quantity) -> bool:
    """May one be the other in metric units, or with a scale that it shares with a neighbour?"""
    if one.kind == TIME:
        return False
    if readings(one.figures) & readings(other.figures):
        return min(one.values) in readings(one.figures) or min(other.values) in readings(
            other.figures
        )
    return any(
        abs(right / (left * factor) - 1) < _CLOSE or abs(right / ((left - 32) / 1.8) - 1) < _CLOSE
        for left in one.values
        for right in other.values
        for factor in _FACTORS
        if left not in (0, 32)
    )


def _with_noun(
    document: Document, span: Span, value: float, texts: list[str]
) -> tuple[Span, list[str]]:
    """The noun taken in where the right number puts it into the singular: « 1,8 litre »."""
    after = document.tokens.at(span.end)
    if value >= _PLURAL or after >= len(document.tokens):
        return span, texts
    tags, word = document.entry(after).tags, document.tokens.lower[after]
    if not tags & NOUN or not tags & PLURAL or tags & SINGULAR:
        return span, texts
    noun = next(iter(lemmas(word)), word)
    gap = document.text[span.end : document.tokens.starts[after]]
    return Span(span.start, document.tokens.ends[after]), [f"{text}{gap}{noun}" for text in texts]


_PLURAL = 2
"""From here on French takes the plural."""

_SCALES = (
    (1e12, "billion", "billions"), (1e9, "milliard", "milliards"), (1e6, "million", "millions"),
)  # fmt: skip


def _rewritten(one: Quantity, other: Quantity, written: str, document: Document) -> list[str]:
    if one.kind == TIME:
        (minutes,) = one.values
        return [_clock(int(minutes), other.figures)]
    figures = rewrite_number(re.sub("[ \u00a0\u202f]", "", one.figures), group_space(document.text))
    if written == one.figures:
        return [figures]
    value = min(one.values)
    for size, singular, plural in _SCALES:
        if value >= size:
            return [f"{figures}\u00a0{singular if value < 2 * size else plural}"]
    return []


def _clock(minutes: int, model: str) -> str:
    """A time of day, written as `model` is."""
    hour, minute = divmod(minutes, 60)
    blank = next((letter for letter in model if letter.isspace()), "")
    if ":" in model:
        return f"{hour}:{minute:02d}"
    word = "heures" if "heure" in model else "h"
    return f"{hour}{blank}{word}{blank}{minute:02d}" if minute else f"{hour}{blank}{word}"

"""A number with its noun, in words and again in figures: « cinq documents, 5 documents »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.amounts import Amount, read_amount
from mtqa.lexicon import NOUN, lookup
from mtqa.text import Document, Span

__all__ = ["NumberTwiceDetector"]

_REACH = 10
_BETWEEN = frozenset(
    ", ; : et ou soit de d' à jusqu' jusque plus près environ moins au les des un total quelque "
    "presque autour maximum pendant pour dans en".split()
)


@dataclass(frozen=True)
class NumberTwiceDetector:
    """The same number of the same thing, once in words and once in figures, side by side.

    Nothing but a comma and words of measure (« jusqu’à », « soit », « environ ») stand between.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every number said a second time."""
        lower = document.tokens.lower
        for word, numbers in document.tokens.index.items():
            if not word[0].isdigit():
                continue
            for number in numbers:
                figures = _counted(lower, number, min(number + _REACH, len(lower)))
                if figures and _is_near(lower, number, figures.end):
                    first, last = document.sentence_of(number)
                    twin = _twin(lower, number, figures, first, last)
                    if twin:
                        yield _hit(document, *sorted((twin, (number, figures.end))))


def _is_near(lower: list[str], number: int, noun: int) -> bool:
    """Does this whole number stand near another place that has its noun?"""
    if number and lower[number - 1][0].isdigit():
        return False
    around = lower[max(0, number - _REACH) : number] + lower[noun + 1 : noun + _REACH]
    return lower[noun] in around


def _counted(lower: list[str], at: int, last: int) -> Amount | None:
    """The number here, where a noun follows that it counts."""
    amount = read_amount(lower, at, last)
    if not amount or amount.percent or amount.end >= last:
        return None
    return amount if lookup(lower[amount.end]).tags & NOUN else None


def _twin(
    lower: list[str], number: int, figures: Amount, first: int, last: int
) -> tuple[int, int] | None:
    """Where the same number of the same thing begins and ends, in words, before or after."""
    before = range(max(first, number - _REACH), number)
    after = range(figures.end + 1, min(last, figures.end + _REACH))
    for at in (*before, *after):
        if lower[at] in _BETWEEN or lower[at][0].isdigit():
            continue
        words = _counted(lower, at, last)
        if not words or words.value != figures.value or words.figures:
            continue
        between = lower[words.end + 1 : number] if at < number else lower[figures.end + 1 : at]
        if lower[figures.end] == lower[words.end] and _BETWEEN.issuperset(between):
            return at, words.end
    return None


def _hit(document: Document, one: tuple[int, int], other: tuple[int, int]) -> Hit:
    """Delete the second, with the words that lead to it; or the first."""
    span = document.span(one[0], other[1])
    kept = document.tokens.ends[one[1]]
    second = Edit(Span(kept, span.end), "")
    first = Edit(Span(span.start, document.tokens.starts[other[0]]), "")
    return Hit(span, ((second,), (first,)))

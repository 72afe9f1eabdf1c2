"""A word cut in two by a space: « auto matiquement », « peut - être », « a -t-il »."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.joins import near_signs, unknown_forms
from mtqa.languages.fr.clauses import DETERMINERS
from mtqa.languages.fr.hyphens import SUBJECTS, last_of_word
from mtqa.lexicon import ADVERB, COMMON, FINITE, lookup
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["CutWordDetector"]

_UNSEEN = 22
"""Ten times the Zipf frequency from which a form is a word somewhere, if in no dictionary."""
_RARE = 40
"""A form less common than this is a word perhaps, but hardly in French."""
_USUAL = 25
"""What the whole word must reach."""
_KNOWN = 14
"""What it must reach where one piece is unseen."""
_UNUSUAL = 30
_VERY_USUAL = 38
"""What it must reach where one piece may be a foreign word or a name."""
_ENCLITICS = tuple(f"-t-{word}" for word in SUBJECTS) + tuple(
    f"-{word}" for word in (*SUBJECTS, "là", "ci")
)
_AFTER_INVERSION = frozenset(",.?!…»”;:")


@parameters
class CutWordDetector:
    """Two pieces, a blank between, which together are a usual word; one is no word, or a hyphen
    stands between them.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every word found in pieces."""
        yield from _halves(document)
        yield from _adverbs(document)
        yield from _spaced_hyphens(document)
        yield from _loose_enclitics(document)


def _halves(document: Document) -> Iterator[Hit]:
    """A piece that is no word, and the neighbour that makes one of it."""
    tokens = document.tokens
    taken = -1
    for number in sorted(
        place
        for form, places in unknown_forms(document)
        if len(form) > 1 and form.replace("'", "").isalpha() and _seen(form) < _RARE
        for place in places
    ):
        for first in (number - 1, number):
            if first > taken and _makes_a_word(document, first):
                taken = first + 1
                whole = tokens.forms[first] + tokens.forms[first + 1]
                yield Hit.replacing(document.span(first, first + 1), whole)
                break


def _seen(form: str) -> int:
    """How common the form is in the language where it is commonest; French words top all."""
    entry = lookup(form)
    return 99 if entry.common else max(entry.fr, entry.en, entry.es, entry.it)


def _makes_a_word(document: Document, first: int) -> bool:
    """Are tokens `first` and the next two halves of one word, on one line?"""
    tokens = document.tokens
    if first < 0 or first + 1 >= len(tokens) or document.gap(first) not in (" ", "\u00a0"):
        return False
    left, right = tokens.forms[first], tokens.forms[first + 1]
    if not (left.isalpha() and right[0].islower() and left[1:].islower() and len(right) > 1):
        return False
    words = tokens.lower[first : first + 2]
    whole = lookup("".join(words))
    return bool(whole.tags & COMMON) and whole.fr >= _least(left, *map(_seen, words))


def _least(left: str, one: int, other: int) -> int:
    """How usual a word must be that these two pieces make: the odder they are, the less."""
    if one < _UNSEEN and other < _UNSEEN and left.islower() and len(left) > 2:
        return 0
    if min(one, other) < _UNSEEN:
        return _USUAL if left[0].isupper() else _KNOWN
    return _USUAL if left.islower() and min(one, other) < _UNUSUAL else _VERY_USUAL


def _adverbs(document: Document) -> Iterator[Hit]:
    """« facile ment », though both pieces are words; not « la belle ment »."""
    tokens = document.tokens
    for number in tokens.index.get("ment", ()):
        if number < 2 or document.gap(number - 1) not in (" ", "\u00a0"):
            continue
        stem = tokens.lower[number - 1]
        adverb = lookup(stem + "ment").tags & ADVERB
        if adverb and tokens.lower[number - 2] not in DETERMINERS:
            whole = tokens.forms[number - 1] + tokens.forms[number]
            yield Hit.replacing(document.span(number - 1, number), whole)


def _spaced_hyphens(document: Document) -> Iterator[Hit]:
    """« peut - être », « dit - il, », « a - t - il ».

    A blank after the hyphen alone may come from a line end in any text: it counts only near
    other lost joints.
    """
    tokens = document.tokens
    for number in tokens.positions(("-", "‑")):
        if not 0 < number < len(tokens) - 1:
            continue
        before, after = document.gap(number - 1), document.gap(number)
        if not before + after or (before + after).strip(" \u00a0"):
            continue
        if not before and not near_signs(document, number):
            continue
        if not (tokens.forms[number - 1].isalpha() and tokens.forms[number + 1].isalpha()):
            continue
        last = last_of_word(tokens.lower, tokens.forms, number)
        if last:
            span = document.span(number - 1, last)
            whole = document.text[span.start : span.end]
            yield Hit.replacing(span, whole.replace(" ", "").replace("\u00a0", ""))


def _loose_enclitics(document: Document) -> Iterator[Hit]:
    """« a -t-il », « dit -elle »."""
    tokens = document.tokens
    for number in tokens.positions(_ENCLITICS):
        gap = document.gap(number - 1) if number else ""
        if gap not in (" ", "\u00a0"):
            continue
        verb = document.entry(number - 1).tags & FINITE
        follows = tokens.forms[number + 1] if number + 1 < len(tokens) else "."
        long = tokens.lower[number].startswith("-t-")
        if verb and (long or follows in _AFTER_INVERSION):
            span = document.span(number - 1, number)
            yield Hit.replacing(span, tokens.forms[number - 1] + tokens.forms[number])

"""Stretches of words that come again at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count, islice, pairwise
from operator import eq
from typing import NamedTuple

from mtqa.text import Document

__all__ = ["SEPARATORS", "Loop", "loops"]

SEPARATORS = frozenset(",;")
_FARTHEST = 60
"""Tokens from the start of one copy to the start of the next."""
_LONG = 4
_FEW = 100
_RARE = 2000
"""A word that is more than one token in so many tells no loop, except in a short text."""


class Loop(NamedTuple):
    """`copies` of a phrase of `period` tokens from token `first`, its separator included."""

    first: int
    period: int
    copies: int
    marks: int
    """How many separators a copy holds, the one that parts it from the next included."""

    @property
    def words(self) -> int:
        return self.period - bool(self.marks)

    @property
    def last(self) -> int:
        return self.first + self.period * self.copies - 1 - bool(self.marks)


def loops(document: Document) -> Iterator[Loop]:
    """Every stretch of words that comes again at once."""
    words = document.tokens.lower
    reached: dict[int, int] = {}
    for number, period in sorted(_echoes(document)):
        if number + period > reached.get(period, -1):
            first, last = _run(document, number, period)
            reached[period] = last
            again = last + 2 >= first + 2 * period
            loop = _phrase(words, first, last, period) if again else None
            if loop:
                yield loop


def _echoes(document: Document) -> Iterator[tuple[int, int]]:
    """Tokens that come again, with the one before them, so many tokens later.

    A loop of four tokens or more holds a word of four letters or more that is not everywhere.
    """
    words = document.tokens.lower
    for period in range(2, _LONG):
        last = -1
        for number in compress(count(), map(eq, words, islice(words, period, None))):
            if number == last + 1:
                yield last, period
            last = number
    everywhere = max(_FEW, len(words) // _RARE)
    for word, numbers in document.tokens.index.items():
        if len(word) < _LONG or not 1 < len(numbers) < everywhere:
            continue
        for one, other in pairwise(numbers):
            if _LONG <= other - one <= _FARTHEST and words[one - 1] == words[other - 1]:
                yield one, other - one


def _run(document: Document, number: int, period: int) -> tuple[int, int]:
    """The first and last token of the stretch that repeats itself with this period."""
    words = document.tokens.lower
    block = document.paragraph_of(number)
    first, last = number, number + period
    while first > block.first and words[first - 1] == words[first - 1 + period]:
        first -= 1
    while last + 1 < block.last and words[last + 1] == words[last + 1 - period]:
        last += 1
    return first, min(last, block.last - 1)


def _phrase(words: list[str], first: int, last: int, period: int) -> Loop | None:
    """The loop in a stretch, begun after its separator; None if it is no loop of words."""
    marks = [
        n for n in range(first, first + period) if not (words[n][0].isalpha() or len(words[n]) > 1)
    ]
    if any(words[n] not in SEPARATORS for n in marks):
        return None
    if marks and marks[-1] != first + period - 1:
        first = marks[0] + 1
    copies = (last - first + 1 + bool(marks)) // period
    return Loop(first, period, copies, len(marks)) if copies > 1 else None

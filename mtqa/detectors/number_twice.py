"""A number with its noun, in words and again in figures: « cinq documents, 5 documents »."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.amounts import NUMBER_WORDS, Amount, opens_amount, read_amount
from mtqa.lexicon import NOUN, lookup
from mtqa.parameters import parameters
from mtqa.text import Document, Span

__all__ = ["NumberTwiceDetector"]

_REACH = 10
_BETWEEN = frozenset(
    ", ; : et de d' à jusqu' jusque plus près environ moins au les des un total quelque "
    "presque autour maximum pendant pour dans en".split()
)


@parameters
class NumberTwiceDetector:
    """The same number of the same thing, once in words and once in figures, side by side.

    Nothing but a comma and words of measure (« jusqu’à », « environ ») stand between.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every number said a second time."""
        lower = document.tokens.lower
        for word in NUMBER_WORDS & document.tokens.index.keys():
            for number in document.tokens.index[word]:
                around = lower[max(0, number - _REACH) : number + _REACH]
                following = lower[number + 1 : number + 4]
                if any(len(noun) > 2 and around.count(noun) > 1 for noun in following):
                    hit = _twice(document, number)
                    if hit:
                        yield hit


def _twice(document: Document, number: int) -> Hit | None:
    """The hit for the number in words that begins here, if figures say it again."""
    lower = document.tokens.lower
    first, last = document.sentence_of(number)
    last = min(last, number + 2 * _REACH)
    words = _counted(lower, number, last)
    if not words or words.figures or (number > first and opens_amount(lower[number - 1])):
        return None
    before = range(max(first, number - _REACH), number)
    after = range(words.end + 1, min(last, words.end + _REACH))
    for at in (*before, *after):
        if not lower[at][0].isdigit() or lower[at - 1][0].isdigit():
            continue
        figures = _counted(lower, at, last)
        if not figures or figures.value != words.value or lower[figures.end] != lower[words.end]:
            continue
        pair = sorted(((number, words.end), (at, figures.end)))
        if _BETWEEN.issuperset(lower[pair[0][1] + 1 : pair[1][0]]):
            return _hit(document, *pair)
    return None


def _counted(lower: list[str], at: int, last: int) -> Amount | None:
    """The number here, where a noun follows that it counts."""
    amount = read_amount(lower, at, last)
    if not amount or amount.percent or amount.end >= last:
        return None
    return amount if lookup(lower[amount.end]).tags & NOUN else None


def _hit(document: Document, one: tuple[int, int], other: tuple[int, int]) -> Hit:
    """Delete the second, with the words that lead to it; or the first."""
    span = document.span(one[0], other[1])
    kept = document.tokens.ends[one[1]]
    second = Edit(Span(kept, span.end), "")
    first = Edit(Span(span.start, document.tokens.starts[other[0]]), "")
    return Hit(span, ((second,), (first,)))

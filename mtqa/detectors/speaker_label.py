"""The letter of a question or an answer, left before one line of an interview: « P: Vous… »."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.parameters import parameters
from mtqa.text import Document, Span

__all__ = ["SpeakerLabelDetector"]

_SHORTEST = 4
_FEW = 3
_SPANISH = "p"
_ASKING = frozenset("pq")
_YOU = frozenset("vous votre vos -vous tu te t' -tu".split())


@parameters
class SpeakerLabelDetector:
    """One of `labels` and a colon at the head of a paragraph, in a text that has no such labels.

    The label goes where it stands before one line alone; the Spanish « P », where it is the
    rule beside « R », becomes « Q ».
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    labels: tuple[str, ...]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every stray label."""
        found = [
            block.first
            for label in self.labels
            for block in document.openings.get(label, ())
            if _is_label(document, block.first, block.last)
        ]
        words = {document.tokens.lower[number] for number in found}
        if len(found) == 1 and len(document.paragraphs) > _FEW:
            number = found[0]
            end = document.tokens.starts[number + 2]
            edit = Edit(Span(document.tokens.starts[number], end), "")
            yield Hit(document.span(number, number + 2), ((edit,),))
        elif _SPANISH in words and "q" not in words and len(words) > 1:
            for number in found:
                if document.tokens.lower[number] == _SPANISH:
                    yield Hit.replacing(document.span(number, number), "Q")


def _is_label(document: Document, first: int, last: int) -> bool:
    """A letter, a colon, then a sentence that speaks to somebody or asks."""
    forms, lower = document.tokens.forms, document.tokens.lower
    if last - first < _SHORTEST or not forms[first].isupper() or forms[first + 1] != ":":
        return False
    if not forms[first + 2][0].isupper():
        return False
    if lower[first] == "q" and document.gap(first):
        return False  # « Q : » with its French blank is the author's own.
    if lower[first] in _ASKING:
        return "?" in forms[first:last] or not _YOU.isdisjoint(lower[first:last])
    return first > 0 and forms[first - 1] == "?"

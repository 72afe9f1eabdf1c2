"""Opening question and exclamation marks of Spanish in a sentence that is French."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.text import Document, Span

__all__ = ["ForeignMarkDetector"]

_ENDS = frozenset(".?!…")
_JUDGED = 12
_CLEARLY = 4


@dataclass(frozen=True)
class ForeignMarkDetector:
    """One of `marks` before words that are French rather than Spanish."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    marks: tuple[str, ...]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such mark; the correction deletes it."""
        tokens = document.tokens
        for number in tokens.positions(self.marks):
            start, end = tokens.starts[number], tokens.ends[number]
            if document.text[max(start - 1, 0) : start].isalnum() or not _opens_french(
                document, number
            ):
                continue
            blank = len(document.gap(number)) if "\n" not in document.gap(number) else 0
            yield Hit.replacing(Span(start, end + blank), "")


def _opens_french(document: Document, number: int) -> bool:
    tokens = document.tokens
    last = document.paragraph_of(number).last
    french = spanish = 0
    for inner in range(number + 1, min(last, number + 1 + _JUDGED)):
        if tokens.forms[inner] in _ENDS:
            break
        if not tokens.forms[inner][0].isalpha():
            continue
        entry = document.entry(inner)
        if entry.es > entry.fr + _CLEARLY or not entry.known:
            spanish += 1
        elif entry.common:
            french += 1
    return french > spanish

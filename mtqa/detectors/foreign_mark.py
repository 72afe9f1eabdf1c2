"""Opening question and exclamation marks of Spanish in a sentence that is French."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.parameters import parameters
from mtqa.text import Document, Span

__all__ = ["ForeignMarkDetector"]

_ENDS = frozenset(".?!…")
_TURNED = {"¿": "?", "¡": "!"}
_JUDGED = 12
_CLEARLY = 4


@parameters
class ForeignMarkDetector:
    """One of `marks` before words that are French rather than Spanish."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    marks: tuple[str, ...]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such mark; the correction deletes it."""
        tokens = document.tokens
        for number in tokens.positions(self.marks):
            start, end = tokens.starts[number], tokens.ends[number]
            if _closes(document, number):
                yield _closing(document, number)
                continue
            if document.text[max(start - 1, 0) : start].isalnum() or not _opens_french(
                document, number
            ):
                continue
            blank = len(document.gap(number)) if "\n" not in document.gap(number) else 0
            yield Hit.replacing(Span(start, end + blank), "")


def _closes(document: Document, number: int) -> bool:
    """Does the mark end its paragraph, or stand between a question's end and a new sentence?"""
    forms = document.tokens.forms
    block = document.paragraph_of(number)
    if number == block.first or not (forms[number - 1][-1].isalpha() or forms[number - 1] in "?!"):
        return False
    if number + 1 == block.last or forms[number + 1] in "»”":
        return True
    return forms[number - 1] in "?!" and document.gap(number) != ""


def _closing(document: Document, number: int) -> Hit:
    """Deleted after another mark, else turned round."""
    start, end = document.span(number, number)
    if document.tokens.forms[number - 1] in "?!":
        return Hit(Span(start, end), ((Edit(Span(document.tokens.ends[number - 1], end), ""),),))
    return Hit.replacing(Span(start, end), _TURNED[document.tokens.forms[number]], sure=False)


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

"""Quotation marks that face the wrong way, or close by another system than opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.parameters import parameters
from mtqa.quotation import CLOSER, CLOSERS, OPENERS, closes, opens, strays, turned
from mtqa.text import Document, Span

__all__ = ["MixedPairDetector", "TurnedQuoteDetector"]

_CONVENTION = 3
_LONGEST_MIX = 80


@parameters
class TurnedQuoteDetector:
    """An opening mark that closes a quotation, or a closing one that opens it."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such mark, unless the document knows no other way."""
        marks = [mark for numbers in strays(document) for mark in turned(document, numbers)]
        habit = len(marks) > _CONVENTION and "“" not in document.tokens.index
        for number, right in marks if not habit else ():
            yield Hit.replacing(_with_stop(document, number), right)


def _with_stop(document: Document, number: int) -> Span:
    """The mark, and the full stop before it that the comma after it makes superfluous."""
    forms = document.tokens.forms
    superfluous = (
        number > 0 and forms[number - 1] == "." and forms[number + 1 : number + 2] == [","]
    )
    return document.span(number - superfluous, number)


@parameters
class MixedPairDetector:
    """A quotation opened by a mark of one system and closed by one of another."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such pair; the correction closes it as it was opened."""
        for numbers in strays(document):
            if len(numbers) == 2 and _is_mixed(document, *numbers):
                yield _closed_alike(document, *numbers)


def _is_mixed(document: Document, one: int, other: int) -> bool:
    opener, closer = document.tokens.forms[one], document.tokens.forms[other]
    return (
        other - one <= _LONGEST_MIX
        and (opener in OPENERS or (opener == '"' and opens(document, one)))
        and closer not in (opener, CLOSER[opener])
        and (closer in CLOSERS or (closer in '"“' and closes(document, other)))
    )


def _closed_alike(document: Document, one: int, other: int) -> Hit:
    """One mark put right after the other's kind: first the one that the document does not use."""
    close = _closing(document, one, other)
    if document.tokens.forms[other] != "»":
        return Hit(document.span(other, other), ((close,),), related=(document.span(one, one),))
    blank = document.gap(other - 1) or document.gap(one)
    start, end = document.tokens.starts[one], document.tokens.starts[one + 1]
    opened = Edit(Span(start, end), "«" + blank)
    if _is_stranger(document, one):
        related = (document.span(other, other),)
        return Hit(document.span(one, one), ((opened,), (close,)), related=related)
    related = (document.span(one, one),)
    return Hit(document.span(other, other), ((close,), (opened,)), related=related)


def _is_stranger(document: Document, one: int) -> bool:
    """Does the document quote with « » rather than with the mark of this opener?"""
    index = document.tokens.index
    return len(index.get("«", ())) >= len(index[document.tokens.forms[one]])


def _closing(document: Document, one: int, other: int) -> Edit:
    """The edit that closes the quotation as it was opened."""
    start, end = _with_stop(document, other)
    blank = document.gap(one) if document.tokens.forms[one] == "«" else ""
    if "\n" not in document.gap(other - 1):
        start = min(start, document.tokens.ends[other - 1])
    return Edit(Span(start, end), blank + CLOSER[document.tokens.forms[one]])

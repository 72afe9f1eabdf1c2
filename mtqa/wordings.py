"""The fixed wordings of a table, each read only when a text has its first word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mtqa.lexicon import lookup
from mtqa.patterns import pattern
from mtqa.tables import Table
from mtqa.text import Document
from mtqa.tokens import Tokens

__all__ = ["NUMBER", "NUMERAL", "Place", "Wording", "Wordings"]

NUMBER = "{n}"
"""What stands for any number in a wording."""
NUMERAL = "{r}"
"""What stands for any Roman numeral."""
_ANY_NUMBER, _ANY_NUMERAL = "0", "ⅰ"
"""Tokens that take their places."""


class Wording(NamedTuple):
    """The words as written and in lower case, which of them French knows least, further cells."""

    forms: tuple[str, ...]
    lower: tuple[str, ...]
    head: int
    cells: tuple[str, ...]


class Place(NamedTuple):
    """The first and the last token of a wording that stands in a text."""

    first: int
    last: int
    wording: Wording


class Wordings:
    """The wordings in the first of the `columns` of a table, with their cells in the others.

    If they are `cased`, capitals must be the same.
    """

    def __init__(self, table: Table, *columns: str, cased: bool = False) -> None:
        self._table = table
        self._columns = columns
        self._cased = cased
        self._read: dict[str, Wording] = {}
        self._odd: dict[str, str] = {}
        """First words that the tokens of a text show in pieces or without their marks."""
        for opening in table.openings:
            if not opening.isalpha():
                lower = Tokens(opening.replace(NUMBER, "")).lower
                self._odd[opening] = next((word for word in lower if word[0].isalpha()), "")

    def places(self, document: Document) -> Iterator[list[Place]]:
        """Where wordings stand; those about the same word together, the longest first."""
        index = document.tokens.index
        by_head: dict[str, list[Wording]] = {}
        for opening in self._openings(index):
            for wording in self._wordings(opening, index):
                head = wording.lower[wording.head]
                if head in index:
                    by_head.setdefault(head, []).append(wording)
        for head, wordings in by_head.items():
            wordings.sort(key=lambda wording: -len(wording.lower))
            for token in index[head]:
                found = [place for w in wordings if (place := self._place(document, token, w))]
                if found:
                    yield found

    def _openings(self, index: dict[str, list[int]]) -> Iterator[str]:
        yield from self._table.openings.keys() & index.keys()
        yield from (opening for opening, word in self._odd.items() if not word or word in index)

    def _wordings(self, opening: str, index: dict[str, list[int]]) -> Iterator[Wording]:
        """The wordings with this first word whose words occur; each row is read once."""
        for row in self._table.openings[opening]:
            if row not in self._read:
                words = row.partition("\t")[0].lower().split(" ")
                if any(word.isalpha() and word not in index for word in words):
                    continue
                first, *rest = self._table.cells(row, *self._columns)
                self._read[row] = _wording(first, rest)
            yield self._read[row]

    def _place(self, document: Document, token: int, wording: Wording) -> Place | None:
        tokens = document.tokens
        written, wanted = (
            (tokens.forms, wording.forms) if self._cased else (tokens.lower, wording.lower)
        )
        first = token - wording.head
        end = first + len(wanted)
        if first < 0 or end > len(written) or not all(map(_fits, wanted, written[first:end])):
            return None
        return Place(first, end - 1, wording)


def _wording(written: str, cells: list[str]) -> Wording:
    stripped = written.strip("¿?").replace(NUMBER, _ANY_NUMBER).replace(NUMERAL, _ANY_NUMERAL)
    tokens = Tokens(stripped)
    words = [n for n, form in enumerate(tokens.forms) if form[0].isalpha()]
    head = min(words, key=lambda n: (lookup(tokens.lower[n]).fr, -len(tokens.lower[n])))
    return Wording(tuple(tokens.forms), tuple(tokens.lower), head, tuple(cells))


def _fits(word: str, form: str) -> bool:
    if word == _ANY_NUMBER:
        return form[0].isdigit()
    if word == _ANY_NUMERAL:
        return _ROMAN.fullmatch(form) is not None
    return form == word


_ROMAN = pattern("[IVX]+")

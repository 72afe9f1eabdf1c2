"""The fixed wordings of a table, each read only when a text has its first word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from mtqa.lexicon import lookup
from mtqa.tables import Table
from mtqa.text import Document
from mtqa.views import Tokens

__all__ = ["NUMBER", "Place", "Wording", "Wordings"]

NUMBER = "{n}"
"""What stands for any number in a wording."""


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
    """The wordings in the first of the `columns` of a table, with their cells in the others."""

    def __init__(self, table: Table, *columns: str) -> None:
        self._table = table
        self._columns = columns
        self._read: dict[str, list[Wording]] = {}

    @cached_property
    def _odd(self) -> dict[str, str]:
        """First words that the tokens of a text show in pieces or without their marks."""
        odd = {}
        for opening in self._table.openings():
            if not opening.isalpha():
                tokens = Tokens(opening.replace(NUMBER, "")).lower
                odd[opening] = next((word for word in tokens if word[0].isalpha()), "")
        return odd

    def places(self, document: Document) -> Iterator[list[Place]]:
        """Where wordings stand; those about the same word together, the longest first."""
        index = document.tokens.index
        by_head: dict[str, list[Wording]] = {}
        for opening in self._openings(index):
            for wording in self._wordings(opening):
                head = wording.lower[wording.head]
                if head in index:
                    by_head.setdefault(head, []).append(wording)
        for head, wordings in by_head.items():
            wordings.sort(key=lambda wording: -len(wording.lower))
            for token in index[head]:
                found = [place for w in wordings if (place := _place(document, token, w))]
                if found:
                    yield found

    def _openings(self, index: dict[str, list[int]]) -> Iterator[str]:
        yield from self._table.openings().keys() & index.keys()
        yield from (opening for opening, word in self._odd.items() if not word or word in index)

    def _wordings(self, opening: str) -> list[Wording]:
        if opening not in self._read:
            rows = self._table.openings()[opening]
            cells = (self._table.cells(row, *self._columns) for row in rows)
            self._read[opening] = [_wording(first, rest) for first, *rest in cells]
        return self._read[opening]


def _wording(written: str, cells: list[str]) -> Wording:
    tokens = Tokens(written.strip("¿?").replace(NUMBER, "0"))
    words = [n for n, form in enumerate(tokens.forms) if form[0].isalpha()]
    head = min(words, key=lambda n: (lookup(tokens.lower[n]).fr, -len(tokens.lower[n])))
    return Wording(tuple(tokens.forms), tuple(tokens.lower), head, tuple(cells))


def _place(document: Document, token: int, wording: Wording) -> Place | None:
    lower = document.tokens.lower
    first = token - wording.head
    end = first + len(wording.lower)
    if first < 0 or end > len(lower):
        return None
    if all(map(_fits, wording.lower, lower[first:end])):
        return Place(first, end - 1, wording)
    return None


def _fits(word: str, form: str) -> bool:
    return form == word or (word == "0" and form[0].isdigit())

"""A place or house named after a saint, once as in the source and once in French."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar, NamedTuple

from mtqa import lexicon
from mtqa.findings import Hit
from mtqa.languages.fr.names import unaccented
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document

__all__ = ["SaintNames"]

_SAINTS = ("san", "santa", "santo", "sant'", "são")


class _Place(NamedTuple):
    head: str
    french: str
    first: int
    last: int


@parameters
class SaintNames:
    """« l’hôpital San Lázaro » and « l’hôpital Saint-Lazare » in one document.

    Both must stand after the same noun. `names` has the columns `foreign` (« Lázaro », its
    accents or not) and `french` (« Lazare »). The rarer name is found, or else the later one.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("other",)

    names: Table

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each occurrence of the rarer name."""
        foreign = list(self._foreign(document))
        for name in {(place.head, place.french) for place in foreign}:
            ours = [place for place in foreign if (place.head, place.french) == name]
            theirs = list(_french(document, *name))
            if not theirs:
                continue
            few, many = (ours, theirs) if len(ours) < len(theirs) else (theirs, ours)
            if len(ours) == len(theirs) and ours[0].first > theirs[0].first:
                few, many = ours, theirs
            other = document.text[slice(*document.span(many[0].first, many[0].last))]
            for place in few:
                span = document.span(place.first, place.last)
                yield Hit.replacing(span, other, slots={"other": other})

    @cached_property
    def _names(self) -> Mapping[str, str]:
        rows = self.names.column_rows("foreign", "french")
        return {unaccented(foreign): french for foreign, french in rows}

    def _foreign(self, document: Document) -> Iterator[_Place]:
        """« San Lázaro », « Santa-Lucía », after a noun."""
        tokens = document.tokens
        for number in tokens.positions(_SAINTS):
            name = unaccented(tokens.lower[number + 1]) if number + 1 < len(tokens) else ""
            if name in self._names and tokens.forms[number][0].isupper():
                yield from _after_noun(document, self._names[name], number, number + 1)


def _french(document: Document, head: str, french: str) -> Iterator[_Place]:
    """« Saint-Lazare », « Saint Lazare », after the noun `head`."""
    tokens = document.tokens
    for saint in ("saint", "sainte"):
        places = [(n, n) for n in tokens.index.get(f"{saint}-{french.lower()}", ())]
        places += [
            (number, number + 1)
            for number in tokens.index.get(saint, ())
            if french in tokens.forms[number + 1 : number + 2]
        ]
        for first, last in places:
            yield from (p for p in _after_noun(document, french, first, last) if p.head == head)


def _after_noun(document: Document, french: str, first: int, last: int) -> Iterator[_Place]:
    """The place, if the noun that it is the name of stands before it."""
    tokens = document.tokens
    for number in range(first - 1, max(first - 3, -1), -1):
        if document.entry(number).tags & lexicon.NOUN and tokens.forms[number].isalpha():
            yield _Place(tokens.lower[number], french, first, last)
            return
        if tokens.lower[number] not in ("de", "du", "la"):
            return

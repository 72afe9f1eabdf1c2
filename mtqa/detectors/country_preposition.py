"""The preposition before a country: « en Japon », « à France », « dans le Canada »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.lexicon import ADJECTIVE, PAST_PARTICIPLE
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document

__all__ = ["CountryPrepositionDetector"]

_RIGHT = {"m": "au", "f": "en", "v": "en", "p": "aux"}
"""Kind of country → the preposition of place before it; `v` is masculine before a vowel."""
_MODIFIERS = frozenset("de d' du des où qui que qu' dont , et ou entier entière comme".split())
_BELIEF = frozenset("foi confiance croyance espoir croire crois croit croient croyait".split())
"""« Confiance en le Japon » has no preposition of place."""
_OLD = frozenset(("danemark", "portugal", "canada", "mexique", "pérou", "brésil"))
"""« En Portugal » is older French."""
_RENAMING = ("renomm", "rebaptis", "transform", "chang", "convert")
"""Beginnings of verbs after which « en » goes before a name: « renommer le pays en Bénin »."""
_NO_PLACE = frozenset(("de", "d'", "à", "-"))


@parameters
class CountryPrepositionDetector:
    """A country after the wrong preposition of place.

    `countries` has the columns `country` and `kind`: m masculine (« au Japon »), f feminine
    (« en France »), v masculine before a vowel (« en Iran »), p plural (« aux Pays-Bas »).
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    countries: Table

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {row[0]: row[1] for row in self.countries.column_rows("country", "kind")}

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every wrong preposition."""
        tokens = document.tokens
        for country, kind in self._kinds.items():
            for number in tokens.index.get(country.lower(), ()):
                if tokens.forms[number] != country or number == 0 or _goes_on(document, number):
                    continue
                first = _wrong(document, number, kind)
                if first is not None:
                    right = _RIGHT[kind]
                    if tokens.forms[first][0].isupper():
                        right = right.capitalize()
                    yield Hit.replacing(document.span(first, number), f"{right} {country}")


def _wrong(document: Document, number: int, kind: str) -> int | None:
    """The token where a wrong preposition begins, or None where it is right or there is none."""
    lower = document.tokens.lower
    before = lower[number - 1]
    if "\n" in document.gap(number - 1) or lower[number - 1] == "-":
        return None
    if before in ("le", "les") and number > 2 and lower[number - 2] == "en":
        return None if lower[number - 3] in _BELIEF else number - 2
    if before == "en" and kind in "mp" and lower[number] not in _OLD:
        near = lower[max(0, number - 6) : number - 1]
        return None if any(form.startswith(_RENAMING) for form in near) else number - 1
    if before == "au" and kind in "fv":
        return number - 1
    if before == "à" and kind in "fm" and _is_place(document, number - 1):
        return number - 1
    return None


def _is_place(document: Document, number: int) -> bool:
    """Is « à » no part of « de Belgique à France » or « passer d’Italie à France »?"""
    lower = document.tokens.lower
    start = max(document.sentence_of(number).first, number - 5)
    return not any(form in _NO_PLACE for form in lower[start:number])


def _goes_on(document: Document, number: int) -> bool:
    """Is the country only the beginning of a name (« France Télévisions ») or modified?"""
    tokens = document.tokens
    if number + 1 >= len(tokens):
        return False
    following = tokens.forms[number + 1]
    if following[0].isupper() or following[0].isdigit() or following in "-/_":
        return True
    if tokens.lower[number] == "france" and following in ("compétences", "travail"):
        return True
    if tokens.lower[number + 1] in _MODIFIERS and following != ",":
        return True
    return bool(document.entry(number + 1).tags & (ADJECTIVE | PAST_PARTICIPLE))

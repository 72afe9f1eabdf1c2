"""The preposition before a country or city: « en Japon », « de Honduras », « en Séville »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.elision import opens_with_vowel
from mtqa.lexicon import ADJECTIVE, PAST_PARTICIPLE
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document

__all__ = ["CountryPrepositionDetector"]

_RIGHT = {"m": "au", "f": "en", "v": "en", "p": "aux", "c": "à"}
"""Kind of country → the preposition of place before it; `v` is masculine before a vowel."""
_OF = {"m": "du", "p": "des", "f": "de la"}
_CITIES = frozenset(("guatemala", "panama", "luxembourg", "djibouti", "koweït"))
"""Countries with a city of their name."""
_LONE = frozenset("vers depuis entre et ou nom mot papier noix bois roi reine pomme piment".split())
"""Before « de », these leave the country without its article: « noix de Brésil »."""
_PERSONS = frozenset(("suisse", "france", "bretagne"))
"""« Le Suisse » is a man, « le France » was a ship."""
_MODIFIERS = frozenset("de d' du des où qui que qu' dont , entier entière comme".split())
_BELIEF = frozenset("foi confiance croyance espoir croire crois croit croient croyait".split())
"""« Confiance en le Japon » has no preposition of place."""
_OLD = frozenset(("danemark", "portugal"))
"""« En Portugal » is older French."""
_ROYAL = _OLD | {"canada"}
"""« Le roi de Portugal », « la pomme de Canada »."""
_RENAMING = ("renomm", "rebaptis", "transform", "chang", "convert")
"""Beginnings of verbs after which « en » goes before a name: « renommer le pays en Bénin »."""
_NO_PLACE = frozenset(("de", "d'", "à", "-"))


@parameters
class CountryPrepositionDetector:
    """A country after the wrong preposition of place.

    `countries` has the columns `country` and `kind`: m masculine (« au Japon »), f feminine
    (« en France »), v masculine before a vowel (« en Iran »), p plural (« aux Pays-Bas »), c a
    city (« à Séville »).
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
                for wrong in (_wrong_place, _wrong_origin):
                    first, right = wrong(document, number, kind)
                    if right:
                        if tokens.forms[first][0].isupper():
                            right = right[0].upper() + right[1:]
                        yield Hit.replacing(document.span(first, number), f"{right} {country}")


def _wrong_place(document: Document, number: int, kind: str) -> tuple[int, str]:
    """The token where a wrong preposition of place begins, and the right one, or an empty one."""
    lower = document.tokens.lower
    before = lower[number - 1]
    right = _RIGHT[kind]
    if "\n" in document.gap(number - 1) or before == "-":
        return 0, ""
    if kind != "c" and _is_modified(document, number):
        return 0, ""
    if before in ("le", "les") and number > 2 and lower[number - 2] == "en":
        return number - 2, "" if lower[number - 3] in _BELIEF else right
    if before == "en" and kind in "mpc" and lower[number] not in _OLD:
        near = lower[max(0, number - 6) : number - 1]
        changes = any(form.startswith(_RENAMING) for form in near) or not _BELIEF.isdisjoint(near)
        return number - 1, "" if changes else right
    if before == "au" and kind in "fv":
        return number - 1, right
    if before == "à" and kind in "fm" and _is_place(document, number - 1):
        return number - 1, right
    if before == "dans" and kind in "fmvp":
        return number - 1, right
    return 0, ""


def _wrong_origin(document: Document, number: int, kind: str) -> tuple[int, str]:
    """Where a wrong « de » or article begins before a country, and what is right: « du Chili »."""
    lower = document.tokens.lower
    before, name = lower[number - 1], lower[number]
    if "\n" in document.gap(number - 1) or kind not in _OF or number < 2:
        return 0, ""
    farther = lower[number - 2]
    if before in ("de", "d'") and kind in "mp" and name not in _ROYAL | _CITIES:
        return number - 1, "" if farther in _LONE else _OF[kind]
    if before == "la" and kind == "m" and farther in ("de", "à"):
        return number - 2, _OF["m"] if farther == "de" else "au"
    if before in ("le", "la") and kind == "p":
        return number - 1, "les"
    if before == "du" and kind == "f" and name not in _PERSONS and not opens_with_vowel(name):
        return number - 1, _OF["f"]
    return 0, ""


def _is_place(document: Document, number: int) -> bool:
    """Is « à » no part of « de Belgique à France » or « passer d’Italie à France »?"""
    lower = document.tokens.lower
    start = max(document.sentence_of(number).first, number - 5)
    return not any(form in _NO_PLACE for form in lower[start:number])


def _goes_on(document: Document, number: int) -> bool:
    """Is the place only the beginning of a name: « France Télévisions »?"""
    tokens = document.tokens
    if number + 1 >= len(tokens):
        return False
    following = tokens.forms[number + 1]
    if following[0].isupper() or following[0].isdigit() or following in "-/_":
        return True
    return tokens.lower[number] == "france" and following in ("compétences", "travail")


def _is_modified(document: Document, number: int) -> bool:
    """Does an adjective or a complement make the country another thing: « en Canada français »?"""
    tokens = document.tokens
    if number + 1 >= len(tokens):
        return False
    if tokens.lower[number + 1] in _MODIFIERS and tokens.forms[number + 1] != ",":
        return True
    return bool(document.entry(number + 1).tags & (ADJECTIVE | PAST_PARTICIPLE))

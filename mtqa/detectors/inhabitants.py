"""Names of peoples: nouns have a capital in French, adjectives have none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa import lexicon
from mtqa.findings import Hit
from mtqa.languages.fr.foreign import reads_as_french
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document

__all__ = ["InhabitantDetector", "NationalityDetector"]

_ONE_AUTHOR = 3000
"""A text of up to so many words may be taken for one author's."""
_FEW = 3
"""More such words are how the author writes."""
_DETERMINERS = frozenset(
    "un une des les deux trois quatre cinq six sept huit neuf dix plusieurs certains quelques ces"
    " cent mille".split()
)
_PERSONAL = frozenset(
    "qui dont âgé âgée âgés âgées nommé nommée né née ont sont avaient étaient seront auront eux"
    " vivant résidant résidents".split()
)
_NO_NOUN = lexicon.PREPOSITION | lexicon.DETERMINER
_INSTITUTIONS = frozenset(
    """
    Union Parlement Commission Conseil Banque Cour Communauté Communautés Agence Gouvernement
    Congrès Sénat Armée Assemblée Ambassade Ministère
    """.split()
)
"""Nouns with a capital whose adjective has none: « l’Union européenne »."""
_PERSONS = (
    "eur",
    "eurs",
    "ateurs",
    "tique",
    "tiques",
    "ionnaire",
    "ionnaires",
    "ive",
    "iste",
    "istes",
)
_RATHER_NOUNS = frozenset(
    "otage intermédiaire voisin dirigeant responsable plan modèle retraité employé salarié étudiant"
    " militant manifestant représentant commandant adolescent combattant député banquier".split()
)
"""Nouns that are adjectives too, but seldom before a noun."""
_CLOSERS = frozenset(".,;:!?»”)…")
_BEFORE_NAMES = frozenset(
    "océan fils fille filles frère sœur cousin cousine neveu nièce mari femme épouse oncle tante"
    " ami amie petite-fille petit-fils collègue camarade chienne chatte jument".split()
)
"""Nouns before which the word may be a name: « l’océan Indien », « leur fille Romaine »."""
_TOGETHER = frozenset("et ou ni mais comme que".split())


@parameters
class InhabitantDetector:
    """« un mexicain de 40 ans »: a person, in lower case, as the source has it.

    `peoples` has the column `form`. The word must follow a determiner and be no adjective: a
    verb, an age, a relative clause or a mark comes next. Languages stand in the singular after
    « le » and are left alone.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    peoples: Table

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each such noun, where they are few."""
        found = [n for n in _places(document, self.peoples) if _is_person(document, n)]
        if document.words <= _ONE_AUTHOR and len(found) <= _FEW:
            for number in found:
                form = document.tokens.forms[number]
                yield Hit.replacing(document.span(number, number), form[0].upper() + form[1:])


@parameters
class NationalityDetector:
    """« l’armée Israélienne »: an adjective with a capital, as English has it.

    `peoples` has the column `form`. The word must follow a noun that it agrees with.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    peoples: Table

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each such adjective, where they are few."""
        found = [n for n in _places(document, self.peoples) if _is_attribute(document, n)]
        if document.words <= _ONE_AUTHOR and len(found) <= _FEW:
            for number in found:
                yield Hit.replacing(
                    document.span(number, number), document.tokens.forms[number].lower()
                )


def _places(document: Document, peoples: Table) -> list[int]:
    forms = tuple(form for (form,) in peoples.column_rows("form"))
    return [n for n in document.tokens.positions(forms) if 0 < n < len(document.tokens) - 1]


def _is_person(document: Document, number: int) -> bool:
    tokens = document.tokens
    before, after = tokens.lower[number - 1], tokens.lower[number + 1]
    if tokens.forms[number] != tokens.lower[number] or before not in _DETERMINERS:
        return False
    if number > 1 and tokens.lower[number - 2] in _TOGETHER:
        return False
    if before in ("un", "une") and not _is_told_of(document, number):
        return False
    entry = document.entry(number + 1)
    verb = entry.tags & lexicon.FINITE and not entry.tags & (
        lexicon.NOUN | lexicon.ADJECTIVE | lexicon.PREPOSITION
    )
    ends = after in _CLOSERS or after in _PERSONAL or _is_told_of(document, number)
    return (bool(verb) or ends) and _in_french(document, number)


def _is_told_of(document: Document, number: int) -> bool:
    """Does an age, a relative clause or a place tell that this is a person?"""
    tokens = document.tokens
    after = tokens.lower[number + 1 : number + 3]
    return (
        _has_age(document, number)
        or after[:1] in (["qui"], ["âgé"], ["âgée"], ["vivant"], ["résidant"], ["né"], ["née"])
        or after == ["de", "passage"]
    )


def _has_age(document: Document, number: int) -> bool:
    lower = document.tokens.lower[number + 1 : number + 4]
    return len(lower) == 3 and lower[0] in ("de", "d'") and lower[2] in ("ans", "mois")


def _is_attribute(document: Document, number: int) -> bool:
    tokens = document.tokens
    form, before = tokens.forms[number], tokens.forms[number - 1]
    plain = before.islower() or before in _INSTITUTIONS
    if not form.istitle() or not plain or document.gap(number - 1) != " ":
        return False
    if before in _BEFORE_NAMES:
        return False
    head = _head(document, number - 1)
    if head is None or not document.entry(head).agrees_with(document.entry(number)):
        return False
    led = head and document.entry(head - 1).tags & (lexicon.DETERMINER | lexicon.NUMERAL)
    after = tokens.forms[number + 1]
    return bool(led) and not after[0].isupper() and _in_french(document, number)


def _head(document: Document, number: int) -> int | None:
    """The noun that ends here, or before an adjective of its own that ends here."""
    form, tags = document.tokens.forms[number], document.entry(number).tags
    if not tags & lexicon.ADJECTIVE or tags & lexicon.PAST_PARTICIPLE:
        return number if tags & lexicon.NOUN and not tags & _NO_NOUN else None
    if form.endswith(_PERSONS) or form.removesuffix("s") in _RATHER_NOUNS:
        return number
    if not number or not document.tokens.forms[number - 1].islower():
        return None
    before = document.entry(number - 1)
    noun = before.tags & lexicon.NOUN and not before.tags & (_NO_NOUN | lexicon.ADJECTIVE)
    return number - 1 if noun and before.agrees_with(document.entry(number)) else None


def _in_french(document: Document, number: int) -> bool:
    return document.quote_around(number) is None and reads_as_french(
        document.company(number, number)[-40:]
    )

"""Names of places and organisations that have a French form, in a foreign one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import takewhile
from typing import ClassVar, NamedTuple

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.determiners import before_name
from mtqa.languages.fr.foreign import BIBLIOGRAPHY, LONGEST_MENTION, is_french, reads_as_french
from mtqa.lexicon import FIRST_NAME, lemmas, lookup
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.tables import Table
from mtqa.text import Document, Span
from mtqa.wordings import NUMERAL, Wordings

__all__ = ["ForeignNameDetector"]

_LOCATIVES = frozenset(("à", "en", "vers"))
_LEADS = _LOCATIVES | frozenset(
    """
    le la les l' du des de d' au aux un une ce cet cette ces son sa ses notre votre leur nos vos
    leurs dans par pour avec sans sous sur contre chez selon depuis dès entre jusqu'à outre envers
    the el los las del al della hors via que qu' toute tout
    """.split()
)
"""What stands before the name of a place or of an organisation, and seldom before a title."""
_GOVERNORS = frozenset(
    """
    quitter relier visiter rejoindre traverser atteindre gagner envahir découvrir bombarder occuper
    dominer survoler longer desservir diviser habiter rallier fuir accueillir attaquer conquérir
    assiéger représenter battre affronter recevoir menacer sanctionner accuser condamner toucher
    frapper secouer ravager aimer adorer connaître contrôler diriger gouverner
    """.split()
)
"""Verbs whose object may be a place."""
_PERSONS = frozenset(
    """
    roi reine pape empereur impératrice prince princesse tsar tsarine sultan pharaon philosophe
    poète peintre sculpteur mathématicien général dictateur navigateur explorateur astronome savant
    écrivain romancier dramaturge historien conquérant compositeur cosmonaute dirigeant
    """.split()
)
"""Nouns before the name of a person of history."""
_PLACES = frozenset(
    """
    ville villes tribunal gare port aéroport province région mairie maire destination université
    évêque archevêque évêché cathédrale habitants rues centre nord sud est ouest banlieue quartier
    citadelle capitale environs provenance nord-est sud-est métropole communauté royaume comté
    """.split()
)
"""Nouns before « de » and a place."""
_LEADS_OF = {"shy": _LOCATIVES, "la": frozenset(("la",))}
"""Kind of name → what must stand before it."""
_BEFORE_RANKS = frozenset(
    "de d' à par pour avec selon contre que qu' et où chez entre envers ,".split()
)
"""What stands before a rank and a name, and not before the name of a ship or of a band."""
_RANKS = ("rank", "royal")
_JOINERS = frozenset("&-/+@'’·(")
_ADDRESS = pattern(
    r"\b(?:Street|St|Road|Rd|Avenue|Ave|Calle|Plaza|Via|Ontario|BP|CP"
    r"|Géorgie|Idaho|Virginie|Ohio|Illinois|Texas|Iowa|Indiana|Kentucky|Connecticut|Tennessee)\b"
)
_ADDRESS_REACH = 60


class _Name(NamedTuple):
    french: str
    gender: str
    kind: str


@parameters
class ForeignNameDetector:
    """A name of the column `foreign` that stands alone in a French sentence.

    `table` gives the `french` name, its `gender` (m, f, mp, fp) if it takes an article, and as
    `kind` `shy` if it counts only after « à », « en » or « vers », `la` if only after « la »,
    `title` if a person’s name may follow, `rank` if one must, `royal` if a
    first name must. A name beside another
    capital, in an address, a reference or a quotation may be part of a longer name.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    table: Table

    @cached_property
    def _wordings(self) -> Wordings:
        return Wordings(self.table, "foreign", "french", "gender", "kind", cased=True)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every name."""
        for places in self._wordings.places(document):
            first, last, wording = places[0]
            name = _Name(*wording.cells)
            if _is_free(document, first, last, name):
                yield _hit(document, first, last, name)


def _is_rank(document: Document, first: int, last: int, *, royal: bool) -> bool:
    """Does a person’s name follow, and no article lead: « selon Queen Charlotte »?"""
    tokens = document.tokens
    sentence = document.sentence_of(first)
    following = [*tokens.forms[last + 1 : min(last + 4, sentence.last)], "."]
    names = list(takewhile(lambda form: form[0].isupper(), following[:-1]))
    if not names or names[0].isupper():
        return False
    if not lookup(names[0].lower()).tags & FIRST_NAME and (royal or is_french(names[0].lower())):
        return False
    if first == sentence.first:
        after = following[len(names)].lower().replace("’", "'")
        return after != "est" and (after == "," or lookup(after).common)
    before = tokens.forms[first - 1]
    return before.lower() in _BEFORE_RANKS and (before.islower() or first - 1 == sentence.first)


def _is_free(document: Document, first: int, last: int, name: _Name) -> bool:
    """Does the name stand in a French sentence, and in no longer name?"""
    if name.kind in _RANKS:
        is_alone = _is_rank(document, first, last, royal=name.kind == "royal")
    else:
        is_alone = _is_name(document, first, last, name)
    return (
        is_alone
        and reads_as_french(document.company(first, last))
        and not _is_in_reference(document, first, last)
    )


def _is_name(document: Document, first: int, last: int, name: _Name) -> bool:
    """Is the name led as a place or an organisation is, and followed by no part of a longer one?"""
    tokens = document.tokens
    sentence = document.sentence_of(first)
    before = tokens.forms[first - 1] if first > sentence.first else ""
    after = tokens.forms[last + 1] if last + 1 < sentence.last else ""
    leads = tokens.lower[first - 1] if before else ""
    if before:
        opens = first - 1 == sentence.first
        if leads not in _LEADS_OF.get(name.kind, _LEADS) and not _is_governed(
            document, first, name
        ):
            return False
        if not (before.islower() or opens):
            return False
    elif name.kind in _LEADS_OF or not is_french(after.replace("’", "'")):
        return False
    named = name.kind == "title" and after[:1].isupper()
    return (
        named
        or not after
        or not (
            after[0].isupper()
            or after[0].isdigit()
            or after in _JOINERS
            or (after[0].isalpha() and not is_french(tokens.lower[last + 1]))
        )
    )


def _is_governed(document: Document, first: int, name: _Name) -> bool:
    """Does a verb or a rank lead to the name, or a place to a shy one: « la gare de Sevilla »?"""
    lower = document.tokens.lower
    if name.kind == "shy":
        return lower[first - 1] in ("de", "d'") and lower[first - 2] in _PLACES
    leads = lower[first - 1]
    return name.kind == "" and (leads in _PERSONS or not _GOVERNORS.isdisjoint(lemmas(leads)))


def _is_in_reference(document: Document, first: int, last: int) -> bool:
    """Is the name quoted, or part of an address or of a bibliographical reference?"""
    span = document.span(first, last)
    around = document.text[max(0, span.start - _ADDRESS_REACH) : span.end + _ADDRESS_REACH]
    return (
        document.is_set_off(first, last, LONGEST_MENTION)
        or _ADDRESS.search(around) is not None
        or BIBLIOGRAPHY.search(document.context(first, last)) is not None
    )


def _hit(document: Document, first: int, last: int, name: _Name) -> Hit:
    tokens = document.tokens
    sentence = document.sentence_of(first)
    span = document.span(first, last)
    before = tuple(tokens.lower[max(first - 2, sentence.first) : first])
    before = before[-1:] if name.kind in _RANKS else before
    french = name.french.replace(
        NUMERAL, "Ier" if tokens.forms[last] == "I" else tokens.forms[last]
    )
    taken, text = before_name(before, french, name.gender)
    start = tokens.starts[first - taken]
    if first == sentence.first or (taken and document.text[start].isupper()):
        text = text[0].upper() + text[1:]
    return Hit(span, ((Edit(Span(start, span.end), text),),))

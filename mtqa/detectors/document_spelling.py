"""Words without the accent or ligature that the document itself shows elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.joins import signs
from mtqa.lexicon import PLACE, lookup
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document

__all__ = ["BareCapitalA", "DocumentSpellingDetector"]

_SLIPS = 20
"""One slip in so many is still a slip; more are how the author writes."""
_FEW = 2
"""So many slips prove no habit in a text of one author…"""
_ONE_AUTHOR = 3000
"""…which a text of up to so many words may be taken for."""
_SHORTEST = 4
_USUAL = 25
"""So frequent is the word that must be meant."""
_ACCENTED = frozenset("éèêëàâîïôûç")
_OPENERS = frozenset('«“"—–-•')


@parameters
class DocumentSpellingDetector:
    """Words of a table whose full spelling the document knows.

    `words` has the columns `bare` and `full`, lower-case, and `english`, filled where the bare
    form is an English word too. With `capital`, only words with a capital are meant, and any
    capital with an accent shows that the author writes them; else any word with œ does. A word
    is reported where such words are rare exceptions in the document.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    words: Table
    capital: bool = False

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every bare word."""
        index = document.tokens.index
        bare: list[tuple[int, str]] = []
        for form, full, english in self.words.column_rows("bare", "full", "english"):
            if form in index:
                places = [n for n in index[form] if self._counts(document.tokens.forms[n])]
                if not english or full in index:
                    bare.extend((number, full) for number in places)
        if self.capital:
            bare.extend(_bare_capitals(document, {number for number, _ in bare}))
        if not bare:
            return
        shown = _accented_capitals(document) if self.capital else _ligatures(document)
        if _are_slips(document, len(bare), shown):
            for number, full in bare:
                if _in_french(document, number):
                    yield self._hit(document, number, full)

    def _counts(self, form: str) -> bool:
        return not self.capital or (form[0].isupper() and form[1].islower())

    def _hit(self, document: Document, number: int, full: str) -> Hit:
        form = document.tokens.forms[number]
        if self.capital:
            text = full[0].upper() + form[1:]
        else:
            text = form.replace("oe", "œ").replace("Oe", "Œ").replace("OE", "Œ")
        return Hit.replacing(document.span(number, number), text)


_DAMAGED = 2
"""So many lost joints show that an engine translated the text in pieces."""
_MOST_BARE = 3
"""Whoever writes more than so many « A » and no « À » accents no A, whatever other capitals."""


@parameters
class BareCapitalA:
    """« A » for « À » at the head of a sentence, before one of `followers` or a place name."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    followers: frozenset[str]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such capital, where the author writes accented ones."""
        places = [n for n in document.tokens.index.get("a", ()) if self._opens(document, n)]
        shown = sum(document.tokens.forms[n] == "À" for n in document.tokens.index.get("à", ()))
        if not places or (len(places) > _MOST_BARE and not shown):
            return
        long = document.words > _ONE_AUTHOR
        if _are_slips(document, len(places), shown if long else _accented_capitals(document)):
            for number in places:
                yield Hit.replacing(document.span(number, number), "À")

    def _opens(self, document: Document, number: int) -> bool:
        tokens = document.tokens
        if tokens.forms[number] != "A" or number + 2 >= len(tokens):
            return False
        follower = tokens.lower[number + 1]
        place = tokens.forms[number + 1][0].isupper() and document.entry(number + 1).tags & PLACE
        if not (follower in self.followers or place) or document.gap(number) in ("", "\n"):
            return False
        first = document.sentence_of(number).first
        if (
            document.text[document.tokens.starts[number] - 1 : document.tokens.starts[number]]
            == "-"
        ):
            return False
        at_head = number == first or (number == first + 1 and tokens.forms[number - 1] in _OPENERS)
        return at_head and (bool(place) or document.entry(number + 2).tags != 0)


def _are_slips(document: Document, bare: int, shown: int) -> bool:
    """Are so many bare forms exceptions, where the full spelling shows so many times?

    In a short text that shows lost joints they are the engine's, whatever is spelled in full.
    """
    short = document.words <= _ONE_AUTHOR
    if shown == 0:
        return short and bare <= _FEW and len(signs(document)) >= _DAMAGED
    return bare <= max(_FEW if short else 0, shown // _SLIPS)


def _accented_capitals(document: Document) -> int:
    """How many words of the document begin with an accented capital and go on in lower case."""
    tokens = document.tokens
    return sum(
        tokens.forms[n][0].isupper() and not tokens.forms[n][1:].isupper()
        for form, numbers in tokens.index.items()
        if form[0] in _ACCENTED
        for n in numbers
    )


_RESTORED = {"e": "éêè", "a": "âà", "i": "îï", "o": "ô"}


def _bare_capitals(document: Document, seen: set[int]) -> Iterator[tuple[int, str]]:
    """The words in no dictionary that an accent on their capital makes known: « Etes-vous »."""
    tokens = document.tokens
    for form, numbers in tokens.index.items():
        if form[0] not in _RESTORED or len(form) < _SHORTEST:
            continue
        entry = lookup(form)
        if entry.known or max(entry.en, entry.es, entry.it) > entry.fr:
            continue
        places = [n for n in numbers if n not in seen and _is_capitalised(tokens.forms[n])]
        if not places:
            continue
        full = [accented + form[1:] for accented in _RESTORED[form[0]]]
        known = [word for word in full if lookup(word).common and lookup(word).fr >= _USUAL]
        if len(known) == 1:
            yield from ((number, known[0]) for number in places)


def _is_capitalised(form: str) -> bool:
    return form[0].isupper() and form[1:].islower()


def _ligatures(document: Document) -> int:
    return len(document.tokens_holding("œ"))


def _in_french(document: Document, number: int) -> bool:
    """Is one neighbour a French word, so that this is no English name or phrase?"""
    last = len(document.tokens) - 1
    neighbours = (max(0, number - 1), min(last, number + 1))
    return any(
        document.entry(n).common or document.tokens.forms[n][0] == "-"
        for n in neighbours
        if n != number
    )

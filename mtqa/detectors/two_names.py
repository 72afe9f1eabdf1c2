"""One place or person, called by two names in one document: « Kiev », then « Kyiv »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, NamedTuple

from mtqa.findings import Hit
from mtqa.languages.fr.foreign import BIBLIOGRAPHY, is_french
from mtqa.lexicon import FINITE, lookup
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document
from mtqa.tokens import in_one_text

__all__ = ["TwoNames"]

_LEADS = frozenset(
    "à en vers entre depuis pour contre que qu' et ou dont où selon par jusqu'à chez comme".split()
)
_OF = ("de", "d'")
_BOTH = "both"


class _Pair(NamedTuple):
    one: str
    other: str
    both: bool


@parameters
class TwoNames:
    """Names of `names` and `places` in two forms, each in a sentence of its own.

    The tables have the columns `foreign` and `french`; where the `kind` of a row is `both`,
    either is good French and the rarer is found, or else the later one; else the foreign one is.
    A name in brackets, quoted, or beside another capital is no evidence.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("other",)

    names: Table
    places: Table

    @cached_property
    def _pairs(self) -> dict[str, list[_Pair]]:
        """Lower-case foreign name, one word of letters → its pairs."""
        pairs: dict[str, list[_Pair]] = {}
        for table in (self.names, self.places):
            for foreign, french, kind in table.column_rows("foreign", "french", "kind"):
                if foreign.isalpha() and french.isalpha():
                    pair = _Pair(foreign, french, kind == _BOTH)
                    pairs.setdefault(foreign.lower(), []).append(pair)
        return pairs

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each occurrence of the name that gives way."""
        index = document.tokens.index
        for foreign in self._pairs.keys() & index.keys():
            for pair in self._pairs[foreign]:
                if pair.other.lower() in index:
                    yield from _outvoted(document, pair)


def _outvoted(document: Document, pair: _Pair) -> Iterator[Hit]:
    ours, theirs = (list(_places(document, name)) for name in (pair.one, pair.other))
    if not ours or not theirs:
        return
    few, many = ours, theirs
    if pair.both and (len(ours), -ours[0]) > (len(theirs), -theirs[0]):
        few, many = theirs, ours
    right = document.tokens.forms[many[0]]
    sentences = {document.sentence_of(token).first for token in many}
    for token in in_one_text(few, many):
        if document.sentence_of(token).first not in sentences:
            yield Hit.replacing(document.span(token, token), right, slots={"other": right})


def _places(document: Document, name: str) -> Iterator[int]:
    """Where the name stands by itself in a sentence."""
    for token in document.tokens.index[name.lower()]:
        if document.tokens.forms[token] == name and _is_free(document, token):
            yield token


def _is_free(document: Document, token: int) -> bool:
    """Is it no part of a longer name, nor quoted, nor of a reference?"""
    tokens = document.tokens
    sentence = document.sentence_of(token)
    after = tokens.forms[token + 1] if token + 1 < sentence.last else "."
    if after[0].isupper() or after[0].isdigit() or after[0] in "-/+@’'(&":
        return False
    if after[0].isalpha() and not is_french(tokens.lower[token + 1]):
        return False
    if not _is_led(document, token, sentence.first):
        return False
    return not document.is_set_off(token, token) and not BIBLIOGRAPHY.search(
        document.context(token, token)
    )


def _is_led(document: Document, token: int, start: int) -> bool:
    """Does a French preposition or the like lead to it, or does it begin a clause?"""
    tokens = document.tokens
    if token == start:
        after = tokens.lower[token + 1] if token + 1 < len(tokens) else ""
        return after == "," or bool(lookup(after).tags & FINITE)
    lead = tokens.lower[token - 1]
    if tokens.forms[token - 1][0].isupper() and token - 1 > start:
        return False
    if lead in _OF:
        before = tokens.forms[token - 2] if token - 2 >= start else ""
        return before.islower() and lookup(before).common
    return lead in _LEADS or (lead == "," and token - 1 > start)

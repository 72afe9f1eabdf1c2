"""Preposition and article that French makes one word: « à le règlement », « de les pays »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.elision import CONTRACTIONS, opens_with_vowel
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    INFINITIVE,
    MASCULINE,
    NOUN,
    NUMERAL,
    PLACE,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    SINGULAR,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["MissedContractionDetector"]

_LONGEST_ACRONYM = 7
_KNOWN_PLACE = 30
"""Ten times the Zipf frequency from which a plural name is known in French: « de les Andes »."""
_WHICH = {
    ("de", "lequel"): "duquel", ("de", "lesquels"): "desquels", ("de", "lesquelles"): "desquelles",
    ("à", "lequel"): "auquel", ("à", "lesquels"): "auxquels", ("à", "lesquelles"): "auxquelles",
}  # fmt: skip


@parameters
class MissedContractionDetector:
    """« à » or « de » before « le » or « les » that is an article, or before « lequel ».

    « le » and « les » are pronouns before an infinitive (« de le faire »), and part of the name
    in « de Le Pen »; neither is meant.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every missed contraction."""
        tokens = document.tokens
        for number in tokens.positions(("le", "les")):
            if number == 0 or tokens.lower[number - 1] not in ("à", "de"):
                continue
            pair = (tokens.lower[number - 1], tokens.lower[number])
            if self._is_article(document, number) and _is_prose(document, number):
                yield _join(document, number, CONTRACTIONS[pair])
        for number in tokens.positions(("lequel", "lesquels", "lesquelles")):
            pair = (tokens.lower[number - 1] if number else "", tokens.lower[number])
            if pair in _WHICH and document.gap(number - 1) == " ":
                yield _join(document, number, _WHICH[pair])

    def _is_article(self, document: Document, number: int) -> bool:
        tokens = document.tokens
        if number + 1 >= len(tokens):
            return False
        article, following = tokens.lower[number], tokens.forms[number + 1]
        if article == "le" and opens_with_vowel(following):
            return False
        if following in ("plus", "moins") and number + 2 < len(tokens):
            following = tokens.forms[number + 2]
        return _is_noun(article, following)


@lru_cache(maxsize=1 << 13)
def _is_noun(article: str, word: str) -> bool:
    """Can `word` only be what an article stands before, in the article's number and gender?

    No pronoun stands before an acronym: « de le CSIC » can only be « du CSIC ».
    """
    entry = lookup(word.lower().replace("’", "'"))
    if word.isupper() and 2 < len(word) < _LONGEST_ACRONYM and not entry.common:
        return True
    if word[0].isupper() and article == "les" and entry.fr >= _KNOWN_PLACE:
        return True
    tags = entry.tags
    kind = NOUN | ADJECTIVE | (NUMERAL if article == "les" else 0)
    if word[0].isupper():
        kind = NOUN | PLACE
    other = INFINITIVE | PREPOSITION | PRONOUN | (ADVERB if article == "le" else 0)
    if not tags & kind or tags & other:
        return False
    if article == "le":
        return bool(tags & MASCULINE and tags & SINGULAR)
    return bool(tags & (PLURAL | NUMERAL))


def _is_prose(document: Document, number: int) -> bool:
    """Do the three words stand in running French, in lower case after the first?"""
    if document.gap(number - 1) not in (" ", "\u00a0") or document.gap(number) != " ":
        return False
    if not document.tokens.forms[number].islower():
        return False
    before = number - 2
    if before < 0 or not document.tokens.forms[before][0].isalpha():
        return True
    return document.entry(before).tags != 0


def _join(document: Document, number: int, text: str) -> Hit:
    if document.tokens.forms[number - 1][0].isupper():
        text = text.capitalize()
    return Hit.replacing(document.span(number - 1, number), text)

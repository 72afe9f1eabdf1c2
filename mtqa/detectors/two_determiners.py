"""Two determiners before one noun: « dans le l’accord », « un une solution »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.agreement import PLURAL_DETERMINERS, SINGULAR_DETERMINERS
from mtqa.languages.fr.elision import CONTRACTIONS, opens_with_vowel
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    FEMININE,
    FINITE,
    INFINITIVE,
    MASCULINE,
    NOUN,
    NUMERAL,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    SINGULAR,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["TwoDeterminersDetector"]

_SECOND = {
    "l'": (SINGULAR, MASCULINE | FEMININE),
    "le": (SINGULAR, MASCULINE),
    "la": (SINGULAR, FEMININE),
    "les": (PLURAL, MASCULINE | FEMININE),
    "un": (SINGULAR, MASCULINE),
    "une": (SINGULAR, FEMININE),
    "votre": (SINGULAR, MASCULINE | FEMININE),
    "notre": (SINGULAR, MASCULINE | FEMININE),
    "vos": (PLURAL, MASCULINE | FEMININE),
    "nos": (PLURAL, MASCULINE | FEMININE),
    "leurs": (PLURAL, MASCULINE | FEMININE),
    "ses": (PLURAL, MASCULINE | FEMININE),
    "mes": (PLURAL, MASCULINE | FEMININE),
    "sa": (SINGULAR, FEMININE),
    "son": (SINGULAR, MASCULINE | FEMININE),
    "ma": (SINGULAR, FEMININE),
    "ce": (SINGULAR, MASCULINE),
    "cet": (SINGULAR, MASCULINE),
    "cette": (SINGULAR, FEMININE),
    "ces": (PLURAL, MASCULINE | FEMININE),
    "des": (PLURAL, MASCULINE | FEMININE),
}
"""Second determiner → the number and the genders that a noun after it has."""
_PRONOUNS = frozenset(("le", "la", "les", "l'", "ce"))
"""Second determiners that are pronouns as well."""
_ARTICLES = frozenset("le la les l' un une ce cet cette ces du des au aux".split())
_POSSESSIVES = frozenset("son sa ses mon ma mes notre nos votre vos leurs".split())
_FIRST = _ARTICLES | _POSSESSIVES
_NO_PRONOUNS = frozenset("ses mes vos nos leurs sa ma cet cette ces votre notre".split())
"""Second determiners before which « le », « la » or « les » is no pronoun."""
_ALL = frozenset(("tout", "toute", "tous", "toutes"))
_NEVER_PRONOUNS = (_POSSESSIVES - {"son"}) | {"cet", "cette", "ces", "des", "du", "au", "aux"}
"""First determiners that an infinitive may stand before."""
_BEFORE_CONSONANTS = frozenset("le la du au ce sa ma".split())
_CONTRACTED = {"du": "de", "des": "de", "au": "à", "aux": "à"}
"""Contracted first determiner → its preposition, which stays."""
_RIGHT = {
    "des": ("un", "une", "ces", "ses", "mes", "son"), "du": ("un", "une", "son"),
    "au": ("un", "une", "son"), "aux": ("un", "une"), "la": ("une",), "le": ("un", "son"),
    "les": ("un", "une"), "l'": ("son", "des"),
    "son": ("le", "la", "les", "l'", "un", "une", "des"), "mes": ("des",),
    "un": ("son", "des"), "une": ("des",),
    "ce": ("l'", "le", "la", "les", "un", "une", "son"),
}  # fmt: skip
"""Pairs that are right in some sentence: « la une », « les uns », « sur ce le roi »."""


@parameters
class TwoDeterminersDetector:
    """Two different determiners, the second of which agrees with the noun after it."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every first determiner that is too much."""
        tokens = document.tokens
        lower = tokens.lower
        last = len(tokens) - 1
        for second, (number, gender) in _SECOND.items():
            places = tokens.index.get(second, ())
            for at in [n for n in places if lower[n - 1] in _FIRST and 0 < n < last]:
                first = lower[at - 1]
                if first == second or second in _RIGHT.get(first, ()):
                    continue
                sure = second not in _PRONOUNS or first in _NEVER_PRONOUNS
                sure = sure or bool(document.entry(at - 2).tags & PREPOSITION and at > 1)
                if _is_noun(tokens.forms[at + 1], number, gender, sure) and _stands(document, at):
                    yield _without_one(document, at)


@lru_cache(maxsize=1 << 12)
def _is_noun(word: str, number: int, gender: int, sure: bool) -> bool:
    """Is `word` a noun or adjective, of this number and gender, and nothing else?

    Where the word before it is `sure` to be a determiner, it may be a verb form elsewhere.
    """
    tags = lookup(word.replace("’", "'")).tags if word.islower() else 0
    if len(word) < 3 or not tags & (NOUN | ADJECTIVE):
        return False
    if tags & (INFINITIVE | ADVERB | PREPOSITION | PRONOUN) or (tags & FINITE and not sure):
        return False
    return bool(tags & number and tags & gender)


def _stands(document: Document, at: int) -> bool:
    """Do the words follow each other, with nothing before that takes the first: a pronoun, a
    verb, the noun of « numéro un » or the rest of « un à un »?"""
    tokens = document.tokens
    if document.gap(at - 1) != " " or "\n" in document.gap(at) or not tokens.forms[at].islower():
        return False
    if at < 2:
        return True
    other = PRONOUN | INFINITIVE
    if tokens.lower[at - 1] in ("un", "une"):
        other |= NOUN | NUMERAL | CONJUNCTION
        if tokens.lower[at - 2] in ("à", "par") and tokens.lower[at - 3 : at - 2] == [
            tokens.lower[at - 1]
        ]:
            return False
    elif tokens.lower[at] in _NO_PRONOUNS or tokens.lower[at - 2] in _ALL:
        return True
    if tokens.lower[at - 1] in _NEVER_PRONOUNS:
        return True
    tags = document.entry(at - 2).tags
    return not tags & other or bool(tags & NOUN and tags & FINITE and not tags & PRONOUN)


def _without_one(document: Document, at: int) -> Hit:
    """Without the first determiner, or without the second where the first fits the noun."""
    tokens = document.tokens
    first, text = tokens.forms[at - 1], tokens.forms[at]
    preposition = _CONTRACTED.get(first.lower())
    if preposition:
        text = CONTRACTIONS.get((preposition, text), f"{preposition} {text}")
    if first[0].isupper():
        text = text[0].upper() + text[1:]
    noun = tokens.lower[at + 1]
    texts = [] if text in ("le", "la") and opens_with_vowel(noun) else [text]
    if _fits(first.lower(), noun):
        texts.append(first)
    return Hit.replacing(document.span(at - 1, at), *texts)


@lru_cache(maxsize=1 << 10)
def _fits(determiner: str, noun: str) -> bool:
    """May this determiner stand before the noun, by number, gender and first sound?"""
    tags = lookup(noun.replace("’", "'")).tags
    if determiner in PLURAL_DETERMINERS:
        return bool(tags & PLURAL)
    gender = SINGULAR_DETERMINERS.get(determiner, "")
    if determiner == "l'" or not tags & SINGULAR:
        return False
    if opens_with_vowel(noun) and determiner in _BEFORE_CONSONANTS:
        return False
    return not gender or bool(tags & (MASCULINE if gender == "m" else FEMININE))

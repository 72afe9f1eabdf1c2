"""Two determiners before one noun: « dans le l’accord », « un une solution »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.elision import CONTRACTIONS
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
}
"""Second determiner → the number and the genders that a noun after it has."""
_PRONOUNS = frozenset(("le", "la", "les", "l'", "ce"))
"""Second determiners that are pronouns as well."""
_FIRST = frozenset("le la les l' un une ce cet cette ces du des au aux".split())
_CONTRACTED = {"du": "de", "des": "de", "au": "à", "aux": "à"}
"""Contracted first determiner → its preposition, which stays."""
_RIGHT = {
    "des": ("un", "une", "ces", "ses", "mes", "son"), "du": ("un", "une", "son"),
    "au": ("un", "une", "son"), "aux": ("un", "une"), "la": ("une",), "le": ("un", "son"),
    "les": ("un", "une"), "un": ("son",), "l'": ("son",),
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
                sure = second not in _PRONOUNS
                if _is_noun(tokens.forms[at + 1], number, gender, sure) and _stands(document, at):
                    yield _without_first(document, at)


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
    tags = document.entry(at - 2).tags
    return not tags & other or bool(tags & NOUN and tags & FINITE and not tags & PRONOUN)


def _without_first(document: Document, at: int) -> Hit:
    tokens = document.tokens
    first, text = tokens.forms[at - 1], tokens.forms[at]
    preposition = _CONTRACTED.get(first.lower())
    if preposition:
        text = CONTRACTIONS.get((preposition, text), f"{preposition} {text}")
    if first[0].isupper():
        text = text[0].upper() + text[1:]
    return Hit.replacing(document.span(at - 1, at), text)

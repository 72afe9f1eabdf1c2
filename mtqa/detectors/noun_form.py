"""Determiners and adjectives with a form of their own before a vowel: « cet », « bel », « mon »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.elision import opens_with_vowel
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    ASPIRATED,
    CONJUNCTION,
    DETERMINER,
    FEMININE,
    FINITE,
    INFINITIVE,
    INTERJECTION,
    MASCULINE,
    NOUN,
    NUMERAL,
    PAST_PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    SINGULAR,
    lookup,
)
from mtqa.noun_phrases import opens_sentence
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["FormBeforeVowelDetector"]

_ANY = MASCULINE | FEMININE
_FORMS = {
    "ce": ("cet", MASCULINE), "beau": ("bel", MASCULINE), "nouveau": ("nouvel", MASCULINE),
    "vieux": ("vieil", MASCULINE), "ma": ("mon", _ANY), "ta": ("ton", _ANY),
    "sa": ("son", _ANY),
}  # fmt: skip
"""Form before a consonant → form before a vowel, and the gender of the noun."""
_BACK = {"cet": "ce", "bel": "beau", "nouvel": "nouveau", "vieil": "vieux"}
_SINGULAR = frozenset("un le ce mon ton son notre votre leur du au quel chaque aucun".split())
"""Determiners before which « vieux » is a singular."""
_OTHER = (
    ADVERB | CONJUNCTION | DETERMINER | INFINITIVE | INTERJECTION | NUMERAL | PREPOSITION | PRONOUN
)


@parameters
class FormBeforeVowelDetector:
    """« ce accord », « un nouveau hôtel », « sa équipe »; and « cet handicap » the other way."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every wrong form."""
        tokens = document.tokens
        for word, (right, gender) in _FORMS.items():
            for number in tokens.index.get(word, ()):
                if _is_followed(document, number, gender) and _stands(document, number):
                    yield _replace(document, number, right)
        for word, right in _BACK.items():
            for number in tokens.index.get(word, ()):
                if _is_aspirated(document, number + 1):
                    yield _replace(document, number, right)


def _is_followed(document: Document, number: int, gender: int) -> bool:
    tokens = document.tokens
    if number + 1 >= len(tokens) or document.gap(number) not in (" ", "\u00a0"):
        return False
    following = tokens.forms[number + 1]
    is_determiner = tokens.lower[number] in ("ce", "ma", "ta", "sa")
    return following.islower() and _takes(following, gender, is_determiner)


@lru_cache(maxsize=1 << 13)
def _takes(word: str, gender: int, determiner: bool) -> bool:
    """Is `word` a singular noun of this gender, or an adjective, that begins with a vowel?"""
    if len(word) < 3 or not word.isalpha() or not opens_with_vowel(word):
        return False
    entry = lookup(word)
    kind = NOUN | ADJECTIVE if determiner else NOUN
    other = _OTHER | FINITE | PAST_PARTICIPLE
    if gender == _ANY:
        other = _OTHER
    if not (entry.tags & kind and entry.tags & SINGULAR) or entry.tags & other:
        return False
    foreign = max(entry.en, entry.es, entry.it)
    if word in ("une", "ouate", "ex") or entry.fr < min(max(25, foreign), 42):
        return False
    return bool(entry.tags & gender)


def _stands(document: Document, number: int) -> bool:
    """Is the word in lower case or at the head, and « vieux » a singular after a determiner?"""
    tokens = document.tokens
    form, before = tokens.forms[number], tokens.lower[number - 1] if number else ""
    if form.isupper() or (form[0].isupper() and not opens_sentence(document, number)):
        return False
    if tokens.lower[number] in ("beau", "nouveau", "vieux"):
        return before in _SINGULAR
    return before not in ("ta", "ma", "sa") and tokens.forms[number - 1 : number] != ["-"]


def _is_aspirated(document: Document, number: int) -> bool:
    tokens = document.tokens
    if (
        number >= len(tokens)
        or not tokens.forms[number].islower()
        or tokens.forms[number][0] != "h"
    ):
        return False
    tags = document.entry(number).tags
    return bool(tags & ASPIRATED and tags & NOUN) and document.gap(number - 1) == " "


def _replace(document: Document, number: int, right: str) -> Hit:
    form = document.tokens.forms[number]
    text = right.capitalize() if form[0].isupper() else right
    following = document.tokens.forms[number + 1]
    return Hit.replacing(document.span(number, number + 1), f"{text} {following}")

"""Infinitives that one verb governs, joined by « et » under different prepositions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.elision import elide
from mtqa.lexicon import ADJECTIVE, DETERMINER, FINITE, INFINITIVE, NOUN, PAST_PARTICIPLE, lemmas
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["PrepositionChainDetector"]

_CLITICS = frozenset("ne pas le la les l' lui leur y en se s' me m' te t' nous vous n'".split())
_FARTHEST = 30
"""How many tokens back the first infinitive may stand."""
_BREAKS = frozenset((";", ":", ".", "!", "?", "…", "(", ")", "«", "»", "“", "”"))
_LOCUTIONS = frozenset(("partir", "savoir", "venir", "compter", "commencer"))
"""« à partir de » and « à savoir » are no infinitives that a verb governs."""
_WORDS_BETWEEN = frozenset("que qui dont où lequel laquelle qu'".split())
"""Words that open a clause, in which another verb may govern."""


@parameters
class PrepositionChainDetector:
    """« l’exhorter à revenir … et de reprendre »: the second infinitive under another preposition.

    `verbs_a` govern the infinitive by « à », `verbs_de` by « de ». Reported only where nothing
    between the first infinitive and « et » can govern the second preposition itself.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    verbs_a: frozenset[str]
    verbs_de: frozenset[str]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every second preposition that breaks the chain."""
        tokens = document.tokens
        for joint in tokens.positions(("et", "ou")):
            number = joint + 1
            if number + 1 >= len(tokens) or tokens.lower[number] not in ("à", "de", "d'"):
                continue
            if not _infinitive_after(document, number, strict=True):
                continue
            if tokens.lower[number + 1] in _LOCUTIONS:
                continue
            wrong = "à" if tokens.lower[number] == "à" else "de"
            right = "de" if wrong == "à" else "à"
            if self._governed(document, joint, right, wrong):
                yield _replace(document, number, right)

    def _governed(self, document: Document, joint: int, right: str, wrong: str) -> bool:
        """Does a verb that takes `right` govern an infinitive before the joint, and nothing
        between them take `wrong`?"""
        tokens = document.tokens
        governors = self.verbs_a if right == "à" else self.verbs_de
        rivals = self.verbs_de if right == "à" else self.verbs_a
        start = max(document.sentence_of(joint).first, joint - _FARTHEST)
        for number in range(joint - 1, start - 1, -1):
            form = tokens.lower[number]
            if form in _BREAKS or form in _WORDS_BETWEEN or form in ("et", "ou"):
                return False
            if form == right or (form == "d'" and right == "de"):
                if _infinitive_after(document, number):
                    governor = _governor(document, number, start, governors)
                    return governor >= 0 and not _is_open(document, start, governor, wrong)
            elif form == wrong or form == "d'":
                return False
            if _lemmas(form) & rivals:
                return False
        return False


def _is_open(document: Document, start: int, end: int, preposition: str) -> bool:
    """Does an infinitive under `preposition` stand before, which the second one may go on?"""
    heads = ("de", "d'") if preposition == "de" else ("à",)
    return any(
        document.tokens.lower[number] in heads and _infinitive_after(document, number)
        for number in range(start, end)
    )


def _governor(document: Document, preposition: int, start: int, verbs: frozenset[str]) -> int:
    """The nearest verb before the preposition, if it is one of `verbs`; else -1."""
    tokens = document.tokens
    for number in range(preposition - 1, start - 1, -1):
        form = tokens.lower[number]
        if form in _BREAKS or form in _WORDS_BETWEEN:
            return -1
        if _lemmas(form) & verbs:
            return number
        tags = document.entry(number).tags
        if tags & (FINITE | INFINITIVE | PAST_PARTICIPLE) and not tags & (NOUN | ADJECTIVE):
            return -1
    return -1


@lru_cache(maxsize=1 << 13)
def _lemmas(form: str) -> frozenset[str]:
    return frozenset(lemmas(form))


def _infinitive_after(document: Document, preposition: int, *, strict: bool = False) -> bool:
    """Does an infinitive follow this preposition, clitics and « ne pas » aside?

    `strict` refuses what may be a noun (« de pouvoir »), unless an object follows it.
    """
    number = preposition + 1
    while number < len(document.tokens) and document.tokens.lower[number] in _CLITICS:
        number += 1
    if number + 1 >= len(document.tokens):
        return False
    tags = document.entry(number).tags
    if strict and tags & NOUN and not document.entry(number + 1).tags & DETERMINER:
        return False
    return bool(tags & INFINITIVE)


def _replace(document: Document, number: int, right: str) -> Hit:
    tokens = document.tokens
    text = elide(right, tokens.forms[number + 1], document.apostrophe)
    return Hit.replacing(document.span(number, number + 1), text)

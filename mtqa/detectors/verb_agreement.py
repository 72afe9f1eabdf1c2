"""A subject and the verb right after it that differ in number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    FINITE,
    NOUN,
    PAST_PARTICIPLE,
    PLURAL,
    PREPOSITION,
    SINGULAR,
    VERB_PLURAL,
    VERB_SINGULAR,
    inflect,
    lemmas,
    lookup,
)
from mtqa.text import Document

__all__ = ["NounVerbAgreementDetector", "PronounVerbAgreementDetector"]

_SUBJECTS = {"il": False, "on": False, "ils": True, "elle": False, "elles": True}
"""Subject pronoun → is it plural?"""
_OPENERS = frozenset(
    """
    . ! ? … ; : , — – - ( « “ qu' que si s' lorsqu' puisqu' quand où dont mais car donc comme
    """.split()
)
"""What may stand before a pronoun that can only be a subject."""
_STRESSED_OPENERS = frozenset((",", "comme", "que", "qu'"))
"""« plus grand qu’elles est … », « elles, est … »: not before a stressed pronoun."""


@dataclass(frozen=True)
class PronounVerbAgreementDetector:
    """« ils est », « elle peuvent »."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every clash of number."""
        tokens = document.tokens
        for pronoun, plural in _SUBJECTS.items():
            for number in tokens.index.get(pronoun, ()):
                verb = tokens.lower[number + 1] if number + 1 < len(tokens) else ""
                if not _is_of_number(verb, not plural):
                    continue
                if _is_subject(document, number) and document.gap(number) == " ":
                    yield _hit(document, number, number + 1)


def _is_subject(document: Document, number: int) -> bool:
    tokens = document.tokens
    if tokens.forms[number].isupper() or not tokens.forms[number + 1].islower():
        return False
    if number == 0 or document.sentence_of(number).first == number:
        return True
    before = tokens.lower[number - 1]
    if tokens.lower[number] in ("elle", "elles") and before in _STRESSED_OPENERS:
        return False
    return before in _OPENERS


@lru_cache(maxsize=1 << 13)
def _is_of_number(word: str, plural: bool) -> bool:
    """Is `word` a verb form of this number and nothing that could follow a pronoun otherwise?"""
    tags = lookup(word).tags
    if not tags & FINITE or tags & (PREPOSITION | ADVERB | ADJECTIVE | PAST_PARTICIPLE):
        return False
    wanted, other = (VERB_PLURAL, VERB_SINGULAR) if plural else (VERB_SINGULAR, VERB_PLURAL)
    return bool(tags & wanted) and not tags & other


def _hit(document: Document, first: int, verb: int) -> Hit:
    tokens = document.tokens
    subject = document.text[tokens.starts[first] : tokens.starts[verb]]
    texts = [subject + right for right in _in_other_number(tokens.lower[verb])]
    return Hit.replacing(document.span(first, verb), *texts)


@lru_cache(maxsize=1 << 10)
def _in_other_number(form: str) -> tuple[str, ...]:
    """The third person of the same tense in the other number, where that tense is known."""
    lemma = lemmas(form)[0]
    for model, other in _MODELS.items():
        if form in inflect(lemma, model):
            return inflect(lemma, other)[:1]
    return ()


_MODELS = {
    "peut": "peuvent", "peuvent": "peut", "pouvait": "pouvaient", "pouvaient": "pouvait",
    "pourra": "pourront", "pourront": "pourra", "pourrait": "pourraient",
    "pourraient": "pourrait", "put": "purent", "purent": "put",
}  # fmt: skip
"""A third person of every tense → the other number; « pouvoir » has no form that is a noun."""

_VERBS = frozenset(
    """
    est a peut doit va sera était avait pourra devra devrait pourrait serait aurait
    sont ont peuvent doivent vont seront étaient avaient pourront devront devraient pourraient
    seraient auraient
    """.split()
)
"""Verbs that are no noun and no adjective, and that a subject alone precedes."""
_PLURALS = frozenset("les ces ses nos vos leurs mes tes".split())
_SINGULARS = frozenset("le la l' ce cet cette son sa notre votre mon ma ton ta".split())
_NO_SUBJECTS = frozenset(
    """
    plupart moitié majorité minorité partie reste reste tiers quart foule nombre ensemble totalité
    matin soir lendemain veille jour nuit semaine mois année midi après-midi samedi dimanche lundi
    mardi mercredi jeudi vendredi fois moment instant siècle première premier suite mort couple
    paire famille peuple gros trop peu plus là dessus
    """.split()
)
"""Collectives, and nouns of time after which the subject may follow the verb."""


@dataclass(frozen=True)
class NounVerbAgreementDetector:
    """« Les clients peut », « Le client peuvent », at the head of a sentence only."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every clash of number."""
        tokens = document.tokens
        for verb in tokens.positions(tuple(_VERBS)):
            first = verb - 2
            if first < 0 or document.sentence_of(verb).first != first:
                continue
            if not tokens.forms[first][0].isupper() or _is_letter(document, verb):
                continue
            determiner, noun = tokens.lower[first], tokens.forms[verb - 1]
            plural = determiner in _PLURALS
            if not plural and determiner not in _SINGULARS:
                continue
            if not _is_of_number(tokens.lower[verb], not plural) or "\n" in document.gap(verb - 1):
                continue
            if noun.islower() and noun not in _NO_SUBJECTS and _is_noun(noun, plural):
                yield _hit(document, verb - 1, verb)


def _is_letter(document: Document, verb: int) -> bool:
    """Is « a » only the letter: « Les options a et b »?"""
    return document.tokens.lower[verb + 1 : verb + 2] in (["et"], ["ou"], [","])


@lru_cache(maxsize=1 << 13)
def _is_noun(noun: str, plural: bool) -> bool:
    tags = lookup(noun).tags
    has, lacks = (PLURAL, SINGULAR) if plural else (SINGULAR, PLURAL)
    return bool(tags & NOUN and tags & has) and not tags & (lacks | ADVERB)

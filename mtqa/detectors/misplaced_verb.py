"""A verb form where the verb before it calls for another: « laissez reposez », « puis versent »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    IMPERATIVE,
    INFINITIVE,
    NOUN,
    PAST_PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    VERB_PLURAL,
    inflect,
    lemmas,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["BrokenInstructionDetector", "FiniteForInfinitiveDetector"]

_OTHER = (
    NOUN | ADJECTIVE | ADVERB | PAST_PARTICIPLE | PREPOSITION | PRONOUN | CONJUNCTION | DETERMINER
)
_SHORTEST = 4
_RELATIVES = frozenset(("que", "qu'", "ce", "dont", "où", "si", "quand", "comme", "qui"))
_REACH = 5
_BETWEEN = frozenset("pas bien toujours aussi également ensuite encore".split())
_WISHES = frozenset("voulez souhaitez désirez préférez".split())
"""After these a clause may end: « si vous le voulez vous pouvez »."""
_MAIN = frozenset(("pouvoir", "devoir", "avoir", "falloir", "vouloir"))
"""Verbs that open the main clause rather than follow a modal."""


@parameters
class FiniteForInfinitiveDetector:
    """A finite form right after a word that only an infinitive can follow.

    After `openers` (« laissez », « pour ») it is a form in -ez; after `modals` (« doit »), which
    end no clause but a relative one, any form that is nothing but finite.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    openers: frozenset[str]
    modals: frozenset[str]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such form."""
        lower = document.tokens.lower
        last = len(lower) - 1
        for opener in document.tokens.positions(self.openers | self.modals):
            verb = self._after(document, opener)
            if verb > last or not document.tokens.forms[verb].islower():
                continue
            if not lower[verb].endswith("ez") and not self._is_modal(document, opener, verb):
                continue
            has_object = verb < last and document.entry(verb + 1).tags & DETERMINER
            loose = bool(has_object and self._is_modal(document, opener, verb))
            right = _infinitive(lower[verb], loose)
            if right and document.gap(verb - 1) in (" ", ""):
                yield Hit.replacing(document.span(verb, verb), *right)

    def _after(self, document: Document, opener: int) -> int:
        """Where the infinitive should stand, adverbs and clitics passed over."""
        tokens = document.tokens
        verb = opener + 1
        while verb + 1 < len(tokens) and (
            tokens.lower[verb] in _BETWEEN
            or tokens.forms[verb][0] == "-"
            or (tokens.lower[verb] == "vous" and tokens.lower[opener] not in _WISHES)
        ):
            verb += 1
        return verb

    def _is_modal(self, document: Document, opener: int, verb: int) -> bool:
        """Does the verb stand right after a modal, and in no relative clause?"""
        lower = document.tokens.lower
        purpose = lower[opener] in ("de", "d'") and lower[opener - 1] in ("afin", "avant")
        if verb > opener + 1 or not (purpose or lower[opener] in self.modals):
            return False
        start = max(document.sentence_of(opener).first, opener - _REACH)
        return _RELATIVES.isdisjoint(lower[start:opener])


@lru_cache(maxsize=1 << 12)
def _infinitive(form: str, loose: bool) -> tuple[str, ...]:
    """The infinitives of a form that is finite and nothing else; if `loose`, perhaps a noun too."""
    tags = lookup(form).tags
    other = INFINITIVE | (_OTHER & ~(NOUN | ADJECTIVE | PAST_PARTICIPLE) if loose else _OTHER)
    if len(form) < _SHORTEST or not tags & (FINITE | IMPERATIVE) or tags & other:
        return ()
    infinitives = [lemma for lemma in lemmas(form) if lookup(lemma).tags & INFINITIVE]
    return () if _MAIN.intersection(infinitives) else tuple(infinitives)


_BREAKS = frozenset("qui que qu' dont où si lorsque lorsqu' quand car : ; (".split())
_JOINTS = ("puis", "et")


@parameters
class BrokenInstructionDetector:
    """« Remuez, puis versent le vin »: instructions of which one has lost its form.

    The sentence begins with an imperative in -ez; the verb after « puis » or « et » is a plural,
    or an infinitive after « puis », and no clause has begun between the two.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such verb."""
        tokens = document.tokens
        last = len(tokens) - 1
        for joint in tokens.positions(_JOINTS):
            verb = joint + 1
            if verb >= last or not tokens.lower[verb].endswith(_ENDINGS[tokens.lower[joint]]):
                continue
            if not document.entry(verb + 1).tags & (DETERMINER | ADVERB | PREPOSITION):
                continue
            right = _imperative(tokens.lower[verb])
            if right and self._instructs(document, joint):
                yield Hit.replacing(document.span(verb, verb), right)

    def _instructs(self, document: Document, joint: int) -> bool:
        tokens = document.tokens
        first = document.sentence_of(joint).first
        while first < joint and not tokens.forms[first][0].isalpha():
            first += 1
        if not tokens.lower[first].endswith("ez") or not _is_finite(tokens.lower[first]):
            return False
        between = tokens.lower[first + 1 : joint]
        return _BREAKS.isdisjoint(between) and not any(
            _is_plural_verb(word) or lookup(word).tags & INFINITIVE for word in between
        )


_ENDINGS = {"puis": ("ent", "er", "ir", "re"), "et": ("ent",)}


@lru_cache(maxsize=1 << 12)
def _imperative(form: str) -> str:
    """The imperative in -ez of a plural or infinitive that is nothing else, or empty."""
    tags = lookup(form).tags
    if not tags & (VERB_PLURAL | INFINITIVE) or tags & _OTHER:
        return ""
    return next((right for lemma in lemmas(form) for right in inflect(lemma, "parlez")), "")


def _is_finite(form: str) -> bool:
    tags = lookup(form).tags
    return bool(tags & (FINITE | IMPERATIVE)) and not tags & _OTHER


@lru_cache(maxsize=1 << 12)
def _is_plural_verb(form: str) -> bool:
    return form.endswith("nt") and bool(lookup(form).tags & VERB_PLURAL)

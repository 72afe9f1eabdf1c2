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
        tokens = document.tokens
        calling = self.openers | self.modals
        for verb in tokens.positions(tuple(form for form in tokens.index if form[-2:] == "ez")):
            opener = _opener(document, verb)
            if opener >= 0 and tokens.lower[opener] in calling:
                yield from _judge(document, verb, loose=False)
        for modal in tokens.positions(self.modals):
            yield from self._after_modal(document, modal, modal + 1)
        for purpose in tokens.positions(("afin", "avant")):
            if tokens.lower[purpose + 1 : purpose + 2] in (["de"], ["d'"]):
                yield from self._after_modal(document, purpose, purpose + 2)

    def _after_modal(self, document: Document, modal: int, verb: int) -> Iterator[Hit]:
        """A form that is not in -ez, in no relative clause; before an object it may be a noun."""
        lower = document.tokens.lower
        start = max(document.sentence_of(modal).first, modal - _REACH)
        if verb + 1 >= len(lower) or lower[verb].endswith("ez"):
            return
        if _RELATIVES.isdisjoint(lower[start:modal]):
            has_object = bool(document.entry(verb + 1).tags & DETERMINER)
            yield from _judge(document, verb, loose=has_object)


def _opener(document: Document, verb: int) -> int:
    """The word that calls for the verb, adverbs and clitics between passed over."""
    tokens = document.tokens
    opener = verb - 1
    while opener >= 0 and (
        tokens.lower[opener] in _BETWEEN
        or tokens.forms[opener][0] == "-"
        or (tokens.lower[opener] == "vous" and tokens.lower[opener - 1] not in _WISHES)
    ):
        opener -= 1
    return opener


def _judge(document: Document, verb: int, *, loose: bool) -> Iterator[Hit]:
    tokens = document.tokens
    right = _infinitive(tokens.lower[verb], loose) if tokens.forms[verb].islower() else ()
    if right and document.gap(verb - 1) in (" ", ""):
        yield Hit.replacing(document.span(verb, verb), *right)


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

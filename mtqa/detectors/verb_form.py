"""Infinitive and past participle in each other's place: « il a décider », « pour trouvé »."""

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
    FEMININE,
    FINITE,
    INFINITIVE,
    MASCULINE,
    NOUN,
    PAST_PARTICIPLE,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    SINGULAR,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = [
    "BareParticipleDetector",
    "InfinitiveAfterAuxiliaryDetector",
    "ParticipleAfterPrepositionDetector",
]

_AUXILIARIES = (
    "ai", "as", "a", "avons", "avez", "ont", "avait", "avaient", "aura", "auront", "aurait",
    "auraient",
)  # fmt: skip
_SUBJECTS = frozenset("j' n' tu il elle on nous vous ils elles qui".split())
_CLITICS = frozenset("ne n' y lui leur nous vous les l' m' t'".split())
_ADVERBS = frozenset("pas jamais déjà toujours aussi bien également encore".split())
_MODALS = (
    "peut", "peuvent", "pouvait", "pouvaient", "pourra", "pourront", "pourrait", "pourraient",
    "doit", "doivent", "devait", "devaient", "devra", "devront", "devrait", "devraient",
)  # fmt: skip
"""Verbs that no past participle can follow."""
_PREPOSITIONS = {
    "pour": ("pour",), "sans": ("sans",), "de": ("afin", "avant"), "d'": ("afin", "avant"),
}  # fmt: skip
"""Word right before the verb → what it or the word before it must be."""


@parameters
class InfinitiveAfterAuxiliaryDetector:
    """A subject pronoun, a form of « avoir » and an infinitive in -er that is no noun."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such infinitive."""
        tokens = document.tokens
        for auxiliary in tokens.positions(_AUXILIARIES):
            verb = _after_adverb(document, auxiliary)
            if verb >= len(tokens) or not _is_only(tokens.lower[verb], "er", INFINITIVE):
                continue
            if tokens.forms[verb][0].isupper():
                continue
            if _has_subject(document, auxiliary) and document.gap(verb - 1) == " ":
                text = tokens.forms[verb][:-2] + "é"
                yield Hit.replacing(document.span(verb, verb), text)


@parameters
class ParticipleAfterPrepositionDetector:
    """« pour », « sans », « afin de », « avant de », a participle in -é, and its object; or a
    form of « pouvoir » or « devoir » and such a participle."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such participle."""
        tokens = document.tokens
        for word, heads in _PREPOSITIONS.items():
            for number in tokens.index.get(word, ()):
                if tokens.lower[number if word in heads else number - 1] not in heads:
                    continue
                verb = number + 1
                if verb + 1 >= len(tokens):
                    continue
                if not _is_only(tokens.lower[verb], "é", PAST_PARTICIPLE):
                    continue
                if document.entry(verb + 1).tags & DETERMINER and document.gap(verb) == " ":
                    text = tokens.forms[verb][:-1] + "er"
                    yield Hit.replacing(document.span(verb, verb), text)

        for modal in tokens.positions(_MODALS):
            verb = modal + 1
            if verb >= len(tokens) or not _is_only(tokens.lower[verb], "é", PAST_PARTICIPLE):
                continue
            if tokens.lower[modal - 1 : modal] != ["en"] and document.gap(modal) == " ":
                text = tokens.forms[verb][:-1] + "er"
                yield Hit.replacing(document.span(verb, verb), text)


_BEFORE_PARTICIPLE = (
    "est", "sont", "était", "étaient", "sera", "seront", "serait", "seraient", "été", "ai", "a",
    "avons", "avez", "ont", "avait", "avaient", "aura", "auront", "aurait", "auraient",
)  # fmt: skip
_RELATIVES = frozenset(("que", "qu'", "ce", "l'", "c'"))
"""After « ce qu’il a » the verb of the main clause follows; « l’est » and « l’a » may be nouns."""
_REACH = 6
_PLURAL = frozenset(("sont", "étaient", "seront", "seraient"))


@parameters
class BareParticipleDetector:
    """« La réunion a été annule », « une fois le prêt expire »: a participle without its accent,
    which leaves a finite verb where none can stand."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such participle."""
        tokens = document.tokens
        for auxiliary in tokens.positions(_BEFORE_PARTICIPLE):
            verb = _after_adverb(document, auxiliary)
            if verb >= len(tokens) or not _lost_accent(tokens.forms[verb]):
                continue
            start = max(document.sentence_of(auxiliary).first, auxiliary - _REACH)
            before = tokens.lower[start:auxiliary]
            if tokens.forms[auxiliary] == "A":
                continue
            if before and _RELATIVES.isdisjoint(before) and document.gap(verb - 1) == " ":
                ending = "és" if tokens.lower[auxiliary] in _PLURAL else "é"
                text = tokens.forms[verb][:-1] + ending
                yield Hit.replacing(document.span(verb, verb), text)
        yield from self._after_une_fois(document)

    def _after_une_fois(self, document: Document) -> Iterator[Hit]:
        tokens = document.tokens
        for fois in tokens.index.get("fois", ()):
            if fois + 3 >= len(tokens) or tokens.lower[fois - 1] != "une":
                continue
            determiner, noun = document.entry(fois + 1).tags, document.entry(fois + 2).tags
            verb = fois + 3
            if not (determiner & DETERMINER and noun & NOUN and _lost_accent(tokens.lower[verb])):
                continue
            feminine = noun & FEMININE and not noun & MASCULINE
            plural = noun & PLURAL and not noun & SINGULAR
            ending = "é" + ("e" if feminine else "") + ("s" if plural else "")
            stem = tokens.forms[verb].removesuffix("nt")[:-1]
            yield Hit.replacing(document.span(verb, verb), stem + ending)


@lru_cache(maxsize=1 << 13)
def _lost_accent(word: str) -> bool:
    """Is this nothing but a finite form in -e or -ent, to which a participle in -é belongs?"""
    stem = word.removesuffix("nt")
    if len(word) < 5 or not stem.endswith("e"):
        return False
    tags = lookup(word).tags
    other = NOUN | ADJECTIVE | ADVERB | PAST_PARTICIPLE | PREPOSITION | PRONOUN | CONJUNCTION
    if not tags & FINITE or tags & other:
        return False
    return bool(lookup(stem[:-1] + "é").tags & PAST_PARTICIPLE)


@lru_cache(maxsize=1 << 13)
def _is_only(word: str, ending: str, kind: int) -> bool:
    """Has `word` this ending and this verb form, and is it no noun besides?"""
    if not word.endswith(ending) or len(word) < len(ending) + 2:
        return False
    entry = lookup(word)
    tags = entry.tags if entry.fr >= entry.en else 0
    other = NOUN | ADVERB if kind == PAST_PARTICIPLE else NOUN | ADVERB | ADJECTIVE
    return bool(tags & kind) and not tags & other


def _after_adverb(document: Document, auxiliary: int) -> int:
    """Where the verb stands that this auxiliary opens, one adverb passed over."""
    verb = auxiliary + 1
    words = document.tokens.lower
    return verb + (verb < len(words) and words[verb] in _ADVERBS)


def _has_subject(document: Document, auxiliary: int) -> bool:
    lower = document.tokens.lower
    before = auxiliary - 1
    if before > 0 and lower[before] in _CLITICS and lower[before - 1] in _SUBJECTS:
        before -= 1
    return before >= 0 and lower[before] in _SUBJECTS

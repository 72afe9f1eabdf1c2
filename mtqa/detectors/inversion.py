"""The « t » of inversion: missing (« a-il »), cut off (« va t-il ») or too much (« dit-t-il »)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    FINITE,
    NOUN,
    PAST_PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["InversionDetector"]

_PRONOUNS = ("il", "elle", "on", "ils", "elles")


@parameters
class InversionDetector:
    """A verb before « il », « elle » or « on » with the euphonic « t » wrong."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every wrong inversion."""
        tokens = document.tokens
        for pronoun in _PRONOUNS:
            for number in tokens.index.get(f"-{pronoun}", ()):
                yield from _bare(document, number, pronoun)
            for number in tokens.index.get(f"-t-{pronoun}", ()):
                yield from _with_t(document, number, pronoun)
        for pronoun, verbs in _VERBS.items():
            for number in tokens.index.get(pronoun, ()):
                yield from _without_hyphen(document, number, verbs)
        for number in document.tokens_holding("-t'"):
            yield from _with_apostrophe(document, number)


_ASKING = frozenset("que qu' quand où comment pourquoi combien quel quelle quels quelles".split())
_SINGULAR = frozenset("a va est sera peut doit fait veut était avait aura".split())
_PLURAL = frozenset("sont ont vont peuvent doivent font veulent étaient avaient".split())
_VERBS = {
    "il": _SINGULAR, "elle": _SINGULAR, "on": _SINGULAR, "ils": _PLURAL, "elles": _PLURAL,
    "tu": frozenset("as es peux veux vas dois fais".split()),
    "vous": frozenset("avez êtes pouvez voulez allez devez faites savez".split()),
}  # fmt: skip
"""Subject pronoun → the verbs that ask with it most often."""
_PREPOSITIONS = frozenset("à de d' dans en pour par sur avec depuis vers chez".split())
_OBJECTS = frozenset("vous nous lui leur y".split())
_LONGEST = 4
"""How far from its asking word the verb of a question stands at most."""


def _without_hyphen(document: Document, number: int, verbs: frozenset[str]) -> Iterator[Hit]:
    """« Comment va il ? », « Que vous a il appris ? »"""
    tokens = document.tokens
    verb = number - 1
    if verb < 1 or document.gap(verb) != " ":
        return
    if tokens.lower[verb] not in verbs and (
        tokens.lower[number] == "vous" or not _is_verb(tokens.lower[verb])
    ):
        return
    first, last = document.sentence_of(number)
    if tokens.forms[first] in ("«", "“", "—", "–", "-", '"'):
        first += 1
    first += tokens.lower[first] in _PREPOSITIONS
    asks = tokens.lower[first] in _ASKING and verb - first <= _LONGEST
    between = tokens.lower[first + 1 : verb]
    if tokens.lower[first] in ("que", "qu'", "quand", "où", "comment", "pourquoi", "combien"):
        asks = asks and all(form in _OBJECTS for form in between)
    if asks and "?" in tokens.forms[number:last]:
        euphonic = tokens.lower[verb][-1] in "ae" and tokens.lower[number] in ("il", "elle", "on")
        joint = "-t-" if euphonic else "-"
        text = f"{tokens.forms[verb]}{joint}{tokens.forms[number]}"
        yield Hit.replacing(document.span(verb, number), text)


@lru_cache(maxsize=1 << 10)
def _is_verb(form: str) -> bool:
    """Is this a finite verb and nothing else?"""
    tags = lookup(form).tags
    other = NOUN | ADJECTIVE | ADVERB | PREPOSITION | PRONOUN | PAST_PARTICIPLE | CONJUNCTION
    return bool(tags & FINITE) and not tags & other


def _bare(document: Document, number: int, pronoun: str) -> Iterator[Hit]:
    """« déclare-elle », « a t-il »."""
    tokens = document.tokens
    if number < 2 or document.gap(number - 1):
        return
    verb = number - 1
    if tokens.lower[verb] == "t" and document.gap(number - 2) == " ":
        verb = number - 2
    form = tokens.lower[verb]
    if form[-1] not in "ae" or not document.entry(verb).tags & FINITE or pronoun.endswith("s"):
        return
    if document.text[max(0, tokens.starts[verb] - 1) : tokens.starts[verb]] == "-":
        return
    text = f"{tokens.forms[verb]}-t-{pronoun}"
    yield Hit.replacing(document.span(verb, number), text)


def _with_t(document: Document, number: int, pronoun: str) -> Iterator[Hit]:
    """« dit-t-il »."""
    verb = number - 1
    form = document.tokens.forms[verb]
    if verb >= 0 and form[-1] in "td" and document.entry(verb).tags & FINITE:
        yield Hit.replacing(document.span(verb, number), f"{form}-{pronoun}")


def _with_apostrophe(document: Document, number: int) -> Iterator[Hit]:
    """« a-t’il », which is one token."""
    form = document.tokens.forms[number].replace("’", "'")
    verb, _, pronoun = form.partition("-t'")
    if pronoun in _PRONOUNS and lookup(verb.lower()).tags & FINITE:
        joint = "-" if verb[-1] in "td" else "-t-"
        yield Hit.replacing(document.span(number, number), f"{verb}{joint}{pronoun}")

"""A noun, verb, adjective or adverb twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.clauses import AUXILIARIES, CLAUSE_OPENERS, DETERMINERS, RELATIVES, SUBJECTS
from mtqa.languages.fr.foreign import is_french
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    FIRST_PERSON,
    INFINITIVE,
    INTERJECTION,
    NOUN,
    NUMERAL,
    PAST_PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    THIRD_PERSON,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["DoubledWordDetector"]

_CONTENT = NOUN | ADJECTIVE | ADVERB | FINITE | INFINITIVE | PAST_PARTICIPLE
_OTHER = DETERMINER | PRONOUN | PREPOSITION | CONJUNCTION | INTERJECTION | NUMERAL
_ANY = _CONTENT | _OTHER
_LOOP = 4
"""So many copies no writer means, whatever the word."""
_REACH = 12
_PRONOUNS = ("il", "elle", "on", "ils", "elles")
_RELATIONAL = (
    "ique",
    "al",
    "ale",
    "aux",
    "aire",
    "ien",
    "ienne",
    "ois",
    "oise",
    "ais",
    "aise",
    "el",
    "elle",
)
"""Endings of adjectives that have no degree, and so are not doubled for effect."""
_SHORTEST_ADVERB = 5
_LONG = 9
"""Only short adjectives are doubled for effect."""


@parameters
class DoubledWordDetector:
    """A French word of three letters or more, in lower case, right after itself.

    `reduplicated` are words that French doubles for effect, or that can follow themselves;
    they count from four copies on. `placeholders` are words by which manuals name a value
    (« le fichier fichier »); they never count.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    reduplicated: frozenset[str]
    placeholders: frozenset[str] = frozenset()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every run of one word."""
        lower = document.tokens.lower
        reached = 0
        for number in document.tokens.doubled:
            word = lower[number]
            if number >= reached and len(word) > 2 and word.isalpha():
                end = _end_of_run(document, number)
                reached = end + 1
                if self._is_doubled(document, number, end):
                    span = document.span(number, end)
                    yield Hit.replacing(span, document.tokens.forms[number])
        yield from _around_pronouns(document)

    def _is_doubled(self, document: Document, first: int, last: int) -> bool:
        tokens = document.tokens
        word = tokens.lower[first]
        if not all(form.islower() for form in tokens.forms[first : last + 1]):
            return False
        if any(document.gap(number) not in (" ", "\u00a0", "\n") for number in range(first, last)):
            return False
        if word in self.placeholders or not _stands_free(document, first, last):
            return False
        if document.paragraph_of(first).last <= last or document.is_set_off(first, last):
            return False
        if last - first + 1 >= _LOOP:
            return word in self.reduplicated or bool(_is_content(word))
        return word not in self.reduplicated and _is_content(word) and _is_alone(document, first)


def _around_pronouns(document: Document) -> Iterator[Hit]:
    """A verb, a pronoun as its subject, and the verb again: « répare elle répare »."""
    tokens = document.tokens
    lower = tokens.lower
    for number in tokens.positions(_PRONOUNS):
        verb = lower[number - 1] if number else ""
        if not verb.isalpha() or lower[number + 1 : number + 2] != [verb]:
            continue
        tags = lookup(verb).tags
        if not tags & FINITE or tags & NOUN or document.is_set_off(number - 1, number + 1):
            continue
        start = max(document.sentence_of(number).first, number - _REACH)
        opening = lower[start : number - 1]
        relative = opening[-1:] == ["qui"] and opening[-2:-1] not in (["ce"], ["celui"])
        plain = tokens.forms[number - 1].islower() and document.gap(number) == " "
        if plain and (relative or CLAUSE_OPENERS.isdisjoint(opening)):
            span = document.span(number - 1, number + 1)
            yield Hit.replacing(span, tokens.forms[number + 1])


def _stands_free(document: Document, first: int, last: int) -> bool:
    """Is the run no part of an option, a path or an escaped word?"""
    start, end = document.span(first, last)
    before, after = document.text[max(0, start - 1) : start], document.text[end : end + 1]
    return (not before or before.isspace() or before in "'’(") and after not in ("-", "\\", "=")


def _end_of_run(document: Document, number: int) -> int:
    lower = document.tokens.lower
    end = number
    while end + 1 < len(lower) and lower[end + 1] == lower[number]:
        end += 1
    return end


def _is_content(word: str) -> bool:
    tags = lookup(word).tags
    return bool(tags & _CONTENT) and not tags & _OTHER and is_french(word)


def _is_alone(document: Document, first: int) -> bool:
    """Can the word not be one part of speech, and its copy another (« la porte porte »)?"""
    words = document.tokens.lower
    tags = _tags(words[first])
    block = document.paragraph_of(first)
    before = words[first - 1] if first > block.first else ""
    if before in AUXILIARIES or before in SUBJECTS:
        return _is_flat(words[first], tags)
    if tags & NOUN and tags & (FINITE | PAST_PARTICIPLE | INFINITIVE | ADVERB):
        return tags & FINITE != 0 and lookup(before).tags & _ANY == NOUN
    if tags & NOUN and tags & ADJECTIVE and (not before or before in DETERMINERS):
        return False
    if not _is_flat(words[first], tags):
        return False
    if not tags & (FINITE | INFINITIVE | PAST_PARTICIPLE):
        return True
    start = max(document.sentence_of(first).first, first - _REACH)
    return RELATIVES.isdisjoint(words[start:first]) and "c'" not in words[first - 1 : first + 3]


def _tags(word: str) -> int:
    """Its parts of speech; a verb in the second person counts for nothing beside a noun."""
    tags = lookup(word).tags
    if tags & NOUN and not tags & (FIRST_PERSON | THIRD_PERSON):
        return tags & ~FINITE
    return tags


def _is_flat(word: str, tags: int) -> bool:
    """Is it no adjective or adverb that doubling strengthens (« noire noire »)?"""
    if tags & (NOUN | FINITE | INFINITIVE | PAST_PARTICIPLE) and not tags & ADJECTIVE:
        return True
    if tags & ADJECTIVE:
        return bool(tags & PAST_PARTICIPLE) or len(word) >= _LONG or _is_relational(word)
    return len(word) >= _SHORTEST_ADVERB


def _is_relational(word: str) -> bool:
    return word.removesuffix("s").endswith(_RELATIONAL)

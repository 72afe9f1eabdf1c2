"""Two words of one meaning side by side: « dans leur totalité intégralité »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.clauses import AUXILIARIES
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    COMMON,
    FEMININE,
    INFINITIVE,
    MASCULINE,
    NOUN,
    PAST_PARTICIPLE,
    PLURAL,
    SINGULAR,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document, Span

__all__ = ["AdjacentSynonymsDetector"]

_SHORTEST = 8
"""Tokens of a paragraph; a line of fewer may be a list or a heading."""
_HELPERS = frozenset("faire laisser pouvoir vouloir devoir savoir aller falloir".split())
"""Verbs that an infinitive follows."""

_PERSONS = ("eur", "ien", "cin", "iste", "ant", "ent", "ier", "aire", "tre")
"""Endings of many nouns of persons, which stand beside one another: « médecin praticien »."""


@parameters
class AdjacentSynonymsDetector:
    """Two nouns, two infinitives, two participles or two adverbs in « -ment » of one meaning.

    Nothing but a space stands between them. The column `group` of `synonyms` lists words of one
    meaning, separated by commas.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    synonyms: Table

    @cached_property
    def _groups(self) -> dict[str, set[int]]:
        """The groups of each of their words."""
        groups: dict[str, set[int]] = {}
        for number, (group,) in enumerate(self.synonyms.column_rows("group")):
            for word in group.split(", "):
                if " " not in word and word not in _HELPERS:
                    groups.setdefault(word, set()).add(number)
        return groups

    def _groups_of(self, form: str) -> set[int]:
        """The groups of the words that this is a regular form of: plural, participle."""
        found: set[int] = set()
        for word in _regular_words(form):
            found |= self._groups.get(word, set())
        return found

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such pair."""
        index, lower = document.tokens.index, document.tokens.lower
        groups = {form: ours for form in index if (ours := self._groups_of(form))}
        last = len(lower) - 1
        for word, ours in groups.items():
            for number in index[word]:
                other = lower[number + 1] if number < last else ""
                if other in groups and other != word and not ours.isdisjoint(groups[other]):
                    kind = _kind(word) & _kind(other)
                    hit = _judge(document, number, kind) if kind else None
                    if hit:
                        yield hit


def _regular_words(form: str) -> tuple[str, ...]:
    """The words that `form` may be a regular form of: itself, a singular, a verb in « -er »."""
    for ending in ("ées", "és", "ée", "é"):
        if form.endswith(ending):
            return form, form.removesuffix("s"), form.removesuffix(ending) + "er"
    return (form, form[:-1]) if form.endswith("s") else (form,)


def _kind(word: str) -> int:
    """The one part of speech of a word that is looked at; 0 for the others."""
    tags = lookup(word).tags & COMMON
    if tags == INFINITIVE:
        return INFINITIVE
    if tags == NOUN:
        return 0 if word.removesuffix("s").endswith(_PERSONS) else NOUN
    if tags & ADVERB and word.endswith("ment"):
        return ADVERB
    return PAST_PARTICIPLE if tags & ~ADJECTIVE == PAST_PARTICIPLE else 0


def _judge(document: Document, number: int, kind: int) -> Hit | None:
    """The hit for these two words, if they stand in prose and agree."""
    tokens = document.tokens
    block = document.paragraph_of(number)
    forms = tokens.forms[number : number + 2]
    if block.last - block.first < _SHORTEST or number == block.first:
        return None
    if document.gap(number) != " " or not all(form.islower() for form in forms):
        return None
    if kind == PAST_PARTICIPLE and tokens.lower[number - 1] not in AUXILIARIES:
        return None
    one, other = (lookup(form).tags for form in forms)
    agree = all(one & other & pair for pair in (MASCULINE | FEMININE, SINGULAR | PLURAL))
    if kind in (NOUN, PAST_PARTICIPLE) and not agree:
        return None
    span = document.span(number, number + 1)
    second = Edit(Span(tokens.ends[number], span.end), "")
    first = Edit(Span(span.start, tokens.starts[number + 1]), "")
    return Hit(span, ((second,), (first,)))

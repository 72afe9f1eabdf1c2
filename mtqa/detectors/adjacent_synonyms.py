"""Two words of one meaning side by side: « dans leur totalité intégralité »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.clauses import AUXILIARIES
from mtqa.languages.fr.paraphrase import Thesaurus, thesaurus
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
from mtqa.tables import Table
from mtqa.text import Document, Span

__all__ = ["AdjacentSynonymsDetector"]

_SHORTEST = 8
"""Tokens of a paragraph; a line of fewer may be a list or a heading."""
_HELPERS = frozenset("faire laisser pouvoir vouloir devoir savoir aller falloir".split())
"""Verbs that an infinitive follows."""

_PERSONS = ("eur", "ien", "cin", "iste", "ant", "ent", "ier", "aire", "tre")
"""Endings of many nouns of persons, which stand beside one another: « médecin praticien »."""


@dataclass(frozen=True)
class AdjacentSynonymsDetector:
    """Two nouns, two infinitives, two participles or two adverbs in « -ment » of one meaning.

    Nothing but a space stands between them. The column `group` of `synonyms` lists words of one
    meaning, separated by commas.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    synonyms: Table

    @cached_property
    def _thesaurus(self) -> Thesaurus:
        return thesaurus(self.synonyms.path)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such pair."""
        index, lower = document.tokens.index, document.tokens.lower
        known = self._thesaurus.may_know(index)
        last = len(lower) - 1
        for word in known:
            for number in index[word]:
                other = lower[number + 1] if number < last else ""
                if other in known and self._thesaurus.may_be_one(word, other):
                    kind = self._kind(word) & self._kind(other)
                    hit = _judge(document, number, kind) if self._are_one(word, other) else None
                    if kind and hit:
                        yield hit

    def _kind(self, word: str) -> int:
        """The one part of speech of a word of the table that is looked at; 0 for the others."""
        tags = lookup(word).tags & COMMON
        if tags == INFINITIVE:
            return 0 if word in _HELPERS else INFINITIVE
        if tags == NOUN:
            return 0 if word.removesuffix("s").endswith(_PERSONS) else NOUN
        if tags & ADVERB and word.endswith("ment"):
            return ADVERB
        return PAST_PARTICIPLE if tags & ~ADJECTIVE == PAST_PARTICIPLE else 0

    def _are_one(self, word: str, other: str) -> bool:
        ours, theirs = self._thesaurus.groups(word), self._thesaurus.groups(other)
        return word != other and not ours.isdisjoint(theirs)


def _judge(document: Document, number: int, kind: int) -> Hit | None:
    tokens = document.tokens
    block = document.paragraph_of(number)
    forms = tokens.forms[number : number + 2]
    if block.last - block.first < _SHORTEST or number == block.first:
        return None
    if document.gap(number) != " " or not all(form.islower() for form in forms):
        return None
    before = tokens.lower[number - 1]
    if kind == PAST_PARTICIPLE and before not in AUXILIARIES:
        return None
    one, other = (lookup(form).tags for form in forms)
    agree = all(one & other & pair for pair in (MASCULINE | FEMININE, SINGULAR | PLURAL))
    if kind in (NOUN, PAST_PARTICIPLE) and not agree:
        return None
    span = document.span(number, number + 1)
    second = Edit(Span(tokens.ends[number], span.end), "")
    first = Edit(Span(span.start, tokens.starts[number + 1]), "")
    return Hit(span, ((second,), (first,)))

"""Two words of one meaning side by side: « dans leur totalité intégralité »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.clauses import AUXILIARIES, awaits_verb
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    COMMON,
    FINITE,
    INFINITIVE,
    NOUN,
    PAST_PARTICIPLE,
    PRESENT_PARTICIPLE,
    lemmas,
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

_ARTICLES = frozenset("le la les l'".split())
_VERB_ENDINGS = {"s": ("ées", "és"), "e": ("ée",), "é": ("é",), "t": ("aient", "ait", "ant", "ent")}
"""Endings of forms of regular verbs, by their last letter."""
_REFLEXIVE = ("se", "s'")
_BEFORE = {
    INFINITIVE: frozenset("s' se de d' à pour sans".split()),
    PAST_PARTICIPLE: AUXILIARIES,
    FINITE: frozenset(_REFLEXIVE),
}
"""What stands before each of two like verbs, by their kind."""
_PERSONS = ("eur", "ien", "cin", "iste", "ant", "ent", "ier", "aire", "tre")
"""Endings of many nouns of persons, which stand beside one another: « médecin praticien »."""


@parameters
class AdjacentSynonymsDetector:
    """Two nouns, two infinitives, two participles or two adverbs in « -ment » of one meaning.

    Nothing but a space stands between them, or the article, the auxiliary or the pronoun before the
    first stands again before the second. The column `group` of `synonyms` lists words of one
    meaning, separated by commas.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    synonyms: Table

    @cached_property
    def _groups(self) -> dict[str, set[int]]:
        """The groups of each of their words."""
        groups: dict[str, set[int]] = {}
        for number, (group,) in enumerate(self.synonyms.column_rows("group")):
            for phrase in group.split(", "):
                word = phrase.removeprefix("s' ").removeprefix("se ")
                if " " not in word and word not in _HELPERS:
                    groups.setdefault(word, set()).add(number)
        return groups

    def _groups_of(self, form: str) -> set[int]:
        """The groups of the words that this is a regular form of: plural, participle."""
        found: set[int] = set()
        for word in _regular_words(form):
            found |= self._groups.get(word, set())
        return found

    def _are_like(self, lower: list[str], number: int) -> bool:
        """Are the words behind this token and the second one after it of one group, irregular?"""
        one, other = (
            {group for word in lemmas(form) for group in self._groups.get(word, ())}
            for form in lower[number + 1 : number + 4 : 2]
        )
        return (
            lower[number + 1] != lower[number + 3]
            and not one.isdisjoint(other)
            and not (self._groups_of(lower[number + 1]) and self._groups_of(lower[number + 3]))
        )

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such pair."""
        index, lower = document.tokens.index, document.tokens.lower
        groups = {form: ours for form in index if (ours := self._groups_of(form))}
        places = {number for form in groups for number in index[form]}
        last = len(lower) - 2
        for number in document.tokens.positions(_REFLEXIVE):
            again = number < last - 2 and lower[number + 2] in _REFLEXIVE
            if again and self._are_like(lower, number):
                yield from filter(None, [_behind_like_words(document, number + 1)])
        for step, judge in ((1, _side_by_side), (2, _behind_like_words)):
            for number in places.intersection([number - step for number in places]):
                one, other = lower[number], lower[number + step]
                if number < last and one != other and not groups[one].isdisjoint(groups[other]):
                    hit = judge(document, number)
                    if hit:
                        yield hit


def _regular_words(form: str) -> tuple[str, ...]:
    """The words that `form` may be a regular form of: itself, a singular, a verb in « -er »."""
    for ending in _VERB_ENDINGS.get(form[-1], ()):
        if form.endswith(ending) and len(form) > len(ending) + 3:
            return form, form.removesuffix("s"), form.removesuffix(ending) + "er"
    return (form, form[:-1]) if form[-1] == "s" else (form,)


def _kind(word: str) -> int:
    """The one part of speech of a word that is looked at; 0 for the others."""
    tags = lookup(word).tags & COMMON
    if tags == INFINITIVE:
        return INFINITIVE
    if tags == NOUN:
        return NOUN
    if tags & ADVERB and word.endswith("ment"):
        return ADVERB
    if tags in (PRESENT_PARTICIPLE, FINITE):
        return tags
    return PAST_PARTICIPLE if tags & ~ADJECTIVE == PAST_PARTICIPLE else 0


def _side_by_side(document: Document, number: int) -> Hit | None:
    """The hit for this word and the next, if they stand in prose and agree."""
    tokens = document.tokens
    kind = _kind(tokens.lower[number]) & _kind(tokens.lower[number + 1])
    if not kind or not _is_prose(document, number, number + 1):
        return None
    if kind == PAST_PARTICIPLE and tokens.lower[number - 1] not in AUXILIARIES:
        return None
    if kind == FINITE and awaits_verb(tokens.lower, number, document.sentence_of(number).first):
        return None
    persons = all(_is_person(word) for word in tokens.lower[number : number + 2])
    if kind in (NOUN, PAST_PARTICIPLE) and (
        persons or not document.entry(number).agrees_with(document.entry(number + 1))
    ):
        return None
    span = document.span(number, number + 1)
    second = Edit(Span(tokens.ends[number], span.end), "")
    first = Edit(Span(span.start, tokens.starts[number + 1]), "")
    return Hit(span, ((second,), (first,)))


def _behind_like_words(document: Document, number: int) -> Hit | None:
    """The hit for « s’effondrer s’écrouler », « le directeur le gérant »."""
    tokens = document.tokens
    first, last = number - 1, number + 2
    if first < 0 or not _is_prose(document, first, last):
        return None
    one, other = tokens.lower[first], tokens.lower[number + 1]
    if one in _ARTICLES:
        nouns = document.entry(number).tags & document.entry(last).tags & NOUN
        if not nouns or other not in _ARTICLES or tokens.lower[last + 1] == "et":
            return None
    else:
        kind = _kind(tokens.lower[number]) & _kind(tokens.lower[last])
        if one in _REFLEXIVE:
            kind = kind or document.entry(number).tags & document.entry(last).tags & FINITE
        if one != other or one not in _BEFORE.get(kind, ()):
            return None
        sentence = document.sentence_of(first).first
        if kind == FINITE and awaits_verb(tokens.lower, first, sentence):
            return None
    span = document.span(first, last)
    second = Edit(Span(tokens.ends[number], span.end), "")
    whole = Edit(Span(span.start, tokens.starts[number + 1]), "")
    return Hit(span, ((second,), (whole,)))


def _is_person(word: str) -> bool:
    return word.removesuffix("s").endswith(_PERSONS)


def _is_prose(document: Document, first: int, last: int) -> bool:
    """Do these tokens stand together in a paragraph of some length, in lower case?"""
    tokens = document.tokens
    block = document.paragraph_of(first)
    if block.last - block.first < _SHORTEST or first == block.first or last + 1 >= block.last:
        return False
    if not all(form.islower() for form in tokens.forms[first : last + 1]):
        return False
    return all(document.gap(at) in (" ", "") for at in range(first, last))

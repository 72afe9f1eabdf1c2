"""One complement after two phrases of one meaning: « pendant le match, au cours du match »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, NamedTuple

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.clauses import SUBJECTS
from mtqa.lexicon import INFINITIVE, NOUN, PROPER, lookup
from mtqa.parameters import parameters
from mtqa.synonym_phrases import SynonymPhrase, phrases_by_first
from mtqa.tables import Table
from mtqa.text import Document, Span

__all__ = ["EquivalentHeadsDetector"]

_JOINTS = frozenset((",", ";"))
_ARTICLES = {"du": ("le",), "des": ("les",), "au": ("le",), "aux": ("les",)}
"""What a preposition that holds its article leaves of it."""
_FARTHEST = 14
"""Tokens that the first phrase and its complement have at most."""
_TELLING = 3
_CONTENT = NOUN | PROPER | INFINITIVE


class _Place(NamedTuple):
    """A phrase at token `first` whose complement goes up to, not including, `last`."""

    first: int
    last: int


@parameters
class EquivalentHeadsDetector:
    """A complement that comes again after another phrase of the same row of `table`.

    The column `group` lists phrases of one meaning, separated by commas; `[aller]` is any form.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    table: Table

    @cached_property
    def _by_first(self) -> dict[str, list[SynonymPhrase]]:
        return phrases_by_first(self.table)

    @cached_property
    def _later(self) -> dict[str, frozenset[int]]:
        """The groups of each word that opens a phrase."""
        return {
            form: frozenset(phrase.group for phrase in phrases)
            for form, phrases in self._by_first.items()
        }

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such pair; the correction deletes the second, or the first."""
        index = document.tokens.index
        for form in self._by_first.keys() & index.keys():
            for second in index[form]:
                hit = self._at(document, second) if second > 1 else None
                if hit:
                    yield hit

    def _at(self, document: Document, second: int) -> Hit | None:
        """The hit for the second phrase at this token."""
        lower = document.tokens.lower
        floor = max(document.sentence_of(second).first, second - _FARTHEST)
        groups = self._later[lower[second]]
        starts = [
            at
            for at in range(floor, second - 1)
            if not groups.isdisjoint(self._later.get(lower[at], ()))
        ]
        if not starts:
            return None
        for other in self._by_first[lower[second]]:
            if other.stands_at(lower, second):
                for start in starts:
                    hit = self._pair(document, start, second, other)
                    if hit:
                        return hit
        return None

    def _pair(
        self, document: Document, start: int, second: int, other: SynonymPhrase
    ) -> Hit | None:
        lower = document.tokens.lower
        joint = second - 1 if lower[second - 1] not in SUBJECTS else second - 2
        marked = lower[joint] in _JOINTS
        end = joint if marked else second
        for one in self._by_first[lower[start]]:
            same = one.group == other.group and one.words != other.words
            if not same or not one.stands_at(lower, start) or start + len(one.words) >= end:
                continue
            said = _complement(lower, start + len(one.words), end)
            behind = second + len(other.words)
            shared = _again(said, _complement(lower, behind, behind + _FARTHEST))
            if shared and _is_telling(said):
                last = behind + shared - (lower[behind - 1] in _ARTICLES)
                return _hit(document, _Place(start, end), _Place(end + marked, last))
        return None


def _complement(lower: list[str], first: int, end: int) -> list[str]:
    """The words from `first` on, with the article that the word before them may hold."""
    return [*_ARTICLES.get(lower[first - 1], ()), *lower[first:end]]


def _again(said: list[str], again: list[str]) -> int:
    """How many words of the second complement say the whole first one; 0 if they do not."""
    if again[: len(said)] == said:
        return len(said)
    bare = said[1:] if said[0] in ("des", "les") else said
    return len(bare) if bare and bare != said and again[: len(bare)] == bare else 0


def _is_telling(words: list[str]) -> bool:
    """Do they hold a noun, a name or a verb, and no mark?"""
    if not all(word[0].isalnum() for word in words):
        return False
    return any(
        len(word) >= _TELLING and (lookup(word).tags & _CONTENT or not lookup(word).common)
        for word in words
    )


def _hit(document: Document, one: _Place, other: _Place) -> Hit:
    tokens = document.tokens
    span = document.span(one.first, other.last - 1)
    kept = tokens.ends[one.last - 1]
    second = Edit(Span(kept, span.end), "")
    first = Edit(Span(span.start, tokens.starts[other.first]), "")
    return Hit(span, ((second,), (first,)))

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
    def _groups(self) -> list[list[SynonymPhrase]]:
        """The phrases of each row, the commonest last."""
        groups: dict[int, set[SynonymPhrase]] = {}
        for phrases in phrases_by_first(self.table).values():
            for phrase in phrases:
                groups.setdefault(phrase.group, set()).add(phrase)
        return [sorted(groups[number], key=_commonness) for number in sorted(groups)]

    @cached_property
    def _firsts(self) -> list[frozenset[str]]:
        """The first words of the phrases of each row."""
        return [frozenset[str]().union(*(p.words[0] for p in group)) for group in self._groups]

    @cached_property
    def _rarer(self) -> dict[str, dict[str, list[SynonymPhrase]]]:
        """All but the commonest of each row, by their first word and their second, if any."""
        found: dict[str, dict[str, list[SynonymPhrase]]] = {}
        for phrases in self._groups:
            for phrase in phrases[:-1]:
                for form in phrase.words[0]:
                    for second in phrase.words[1] if len(phrase.words) > 1 else ("",):
                        found.setdefault(form, {}).setdefault(second, []).append(phrase)
        return found

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such pair; the correction deletes the second, or the first."""
        index, lower = document.tokens.index, document.tokens.lower
        last = len(lower) - 1
        hits: dict[Span, Hit] = {}
        for form in self._rarer.keys() & index.keys():
            by_second = self._rarer[form]
            alone = by_second.get("", [])
            for at in index[form]:
                following = by_second.get(lower[at + 1], ()) if at < last else ()
                for phrase in (*following, *alone):
                    if phrase.stands_at(lower, at):
                        hits.update({hit.span: hit for hit in self._around(document, at, phrase)})
        yield from hits.values()

    def _around(self, document: Document, at: int, phrase: SynonymPhrase) -> Iterator[Hit]:
        """The hits for this phrase and another of its row, before or behind it."""
        lower = document.tokens.lower
        sentence = document.sentence_of(at)
        near = range(max(sentence.first, at - _FARTHEST), min(sentence.last, at + _FARTHEST))
        firsts = self._firsts[phrase.group]
        places = [place for place in near if place != at and lower[place] in firsts]
        for other in self._groups[phrase.group] if places else ():
            for place in places if other != phrase else ():
                if lower[place] in other.words[0] and other.stands_at(lower, place):
                    pair = ((at, phrase), (place, other))
                    hit = _hit_of(document, *(pair if at < place else pair[::-1]))
                    if hit:
                        yield hit


def _commonness(phrase: SynonymPhrase) -> tuple[int, int]:
    """How common a phrase is: a single word before several, then by its first form."""
    return -len(phrase.words), max(lookup(form).fr for form in phrase.words[0])


def _hit_of(
    document: Document, first: tuple[int, SynonymPhrase], second: tuple[int, SynonymPhrase]
) -> Hit | None:
    """The hit where the second phrase has the complement of the first."""
    lower = document.tokens.lower
    (start, one), (again, other) = first, second
    joint = again - 1 if lower[again - 1] not in SUBJECTS else again - 2
    marked = lower[joint] in _JOINTS
    end = joint if marked else again
    if start + len(one.words) >= end:
        return None
    said = _complement(lower, start + len(one.words), end)
    behind = again + len(other.words)
    shared = _again(said, _complement(lower, behind, behind + _FARTHEST))
    if not shared or not _is_telling(said):
        return None
    last = behind + shared - (lower[behind - 1] in _ARTICLES)
    return _hit(document, _Place(start, end), _Place(end + marked, last))


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

"""Two grammatical words of one meaning side by side: « afin de pour », « dans laquelle où »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.lexicon import INFINITIVE
from mtqa.parameters import parameters
from mtqa.synonym_phrases import SynonymPhrase, phrases_by_first
from mtqa.tables import Table
from mtqa.text import Document, Span

__all__ = ["JointDoublesDetector"]

_WITH_ARTICLE = frozenset("du des au aux".split())
_QUE = ("que", "qu'")
_SPACES = (" ", "\u00a0", "\n", "")


@parameters
class JointDoublesDetector:
    """Two different phrases of one row of `table`, with nothing but a space between them.

    The column `group` lists phrases of one meaning, separated by commas.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    table: Table

    @cached_property
    def _by_first(self) -> dict[str, list[SynonymPhrase]]:
        return phrases_by_first(self.table)

    @cached_property
    def _next(self) -> dict[str, frozenset[str]]:
        """What may stand right after a first word that makes, or begins, such a pair."""
        heads: dict[int, set[str]] = {}
        for form, phrases in self._by_first.items():
            for phrase in phrases:
                heads.setdefault(phrase.group, set()).add(form)
        return {
            form: frozenset().union(
                *(
                    phrase.words[1] if len(phrase.words) > 1 else heads[phrase.group]
                    for phrase in phrases
                )
            )
            for form, phrases in self._by_first.items()
        }

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such pair."""
        lower, index = document.tokens.lower, document.tokens.index
        last = len(lower) - 1
        for form, following in self._next.items():
            for number in index.get(form, ()):
                if number < last and lower[number + 1] in following:
                    hit = self._at(document, number)
                    if hit:
                        yield hit

    def _at(self, document: Document, number: int) -> Hit | None:
        """The hit for the pair that begins here."""
        lower = document.tokens.lower
        for one in self._by_first[lower[number]]:
            second = number + len(one.words)
            if lower[second : second + 1] and lower[second] in self._by_first:
                other = self._other(lower, one, number, second)
                hit = other and _judge(document, number, second, second + len(other.words))
                if hit:
                    return hit
        return None

    def _other(
        self, lower: list[str], one: SynonymPhrase, first: int, second: int
    ) -> SynonymPhrase | None:
        """The other phrase of the same group after this one."""
        if not one.stands_at(lower, first):
            return None
        for other in self._by_first[lower[second]]:
            same = other.group == one.group and other.words != one.words
            if same and other.stands_at(lower, second):
                return other
        return None


def _judge(document: Document, first: int, second: int, last: int) -> Hit | None:
    """The hit for phrases at `first` and `second`, the latter up to `last`; keep one of them."""
    tokens = document.tokens
    lower = tokens.lower
    if last >= document.sentence_of(first).last or not lower[last][0].isalnum():
        return None
    if any(document.gap(number) not in _SPACES for number in range(first, last)):
        return None
    if not all(form.islower() for form in tokens.forms[first + 1 : last]):
        return None
    clause = lower[second - 1] in _QUE and lower[last - 1] not in _QUE
    if clause and not document.entry(last).tags & INFINITIVE:
        return None
    return Hit(document.span(first, last - 1), tuple(_repairs(document, first, second, last)))


def _repairs(document: Document, first: int, second: int, last: int) -> Iterator[tuple[Edit, ...]]:
    """Drop the first phrase, or the second where no article or elision hangs on it."""
    tokens = document.tokens
    start = tokens.starts[first]
    initial = tokens.forms[second][0]
    if tokens.forms[first][0].isupper():
        initial = initial.upper()
    yield (Edit(Span(start, tokens.starts[second] + 1), initial),)
    end = tokens.lower[last - 1]
    if end not in _WITH_ARTICLE and end[-1] != "'" and tokens.lower[second - 1][-1] != "'":
        yield (Edit(Span(tokens.ends[second - 1], tokens.ends[last - 1]), ""),)

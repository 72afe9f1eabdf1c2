"""Two translations of one word left side by side with a slash: « emprunter/louer »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.lexicon import lemmas
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document, Span

__all__ = ["SlashedAlternativesDetector"]

_SHORTEST = 4
_FEWEST_WORDS = 6


@parameters
class SlashedAlternativesDetector:
    """A slash between two words of one meaning, in a sentence.

    The column `group` of each of `synonyms` and `more` lists words of one meaning, separated by
    commas. Two forms of one word (« étudiants/étudiantes ») are no alternative.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    synonyms: Table
    more: Table

    @cached_property
    def _groups(self) -> dict[str, set[int]]:
        """The groups of each of their words."""
        groups: dict[str, set[int]] = {}
        rows = self.synonyms.column_rows("group") + self.more.column_rows("group")
        for number, (group,) in enumerate(rows):
            for word in group.split(", "):
                groups.setdefault(word, set()).add(number)
        return groups

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such pair; the corrections keep one word of it."""
        forms = document.tokens.forms
        for slash in document.tokens.index.get("/", ()):
            if not 0 < slash < len(forms) - 1 or document.gap(slash - 1) != document.gap(slash):
                continue
            sentence = document.sentence_of(slash)
            inside = sentence.first < slash - 1 and sentence.last - sentence.first > _FEWEST_WORDS
            if inside and self._are_alternatives(forms[slash - 1], forms[slash + 1]):
                yield _hit(document, slash)

    def _are_alternatives(self, one: str, other: str) -> bool:
        words = [word for word in (one, other) if len(word) >= _SHORTEST and word.islower()]
        if len(words) < 2 or not set(lemmas(one)).isdisjoint(lemmas(other)):
            return False
        return not self._groups_of(one).isdisjoint(self._groups_of(other))

    def _groups_of(self, word: str) -> set[int]:
        return {number for lemma in lemmas(word) for number in self._groups.get(lemma, ())}


def _hit(document: Document, slash: int) -> Hit:
    span = document.span(slash - 1, slash + 1)
    second = Edit(Span(document.tokens.ends[slash - 1], span.end), "")
    first = Edit(Span(span.start, document.tokens.starts[slash + 1]), "")
    return Hit(span, ((second,), (first,)))

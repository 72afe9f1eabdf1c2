"""Phrases of one meaning from a table, as the forms that each of their tokens may have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from mtqa import lexicon
from mtqa.tables import Table

__all__ = ["SynonymPhrase", "phrases_by_first"]

_VARIANTS = {
    "de": ("de", "d'", "du", "des"),
    "que": ("que", "qu'"),
    "à": ("à", "au", "aux"),
    "se": ("se", "s'", "me", "m'", "te", "t'", "nous", "vous"),
    "ne": ("ne", "n'"),
    "lorsque": ("lorsque", "lorsqu'"),
    "puisque": ("puisque", "puisqu'"),
    "quoique": ("quoique", "quoiqu'"),
}


class SynonymPhrase(NamedTuple):
    """A phrase of a group, as the forms that each of its tokens may have."""

    group: int
    words: tuple[tuple[str, ...], ...]

    def stands_at(self, lower: list[str], at: int) -> bool:
        """Do these tokens, in lower case, hold the phrase from this one on?"""
        words = lower[at : at + len(self.words)]
        return len(words) == len(self.words) and all(
            word in forms for word, forms in zip(words, self.words, strict=True)
        )


def phrases_by_first(table: Table) -> dict[str, list[SynonymPhrase]]:
    """The phrases of the column `group`, by each form of their first word, the longest first.

    A row lists phrases of one meaning, separated by commas; `[aller]` is any form of that word.
    """
    found: dict[str, list[SynonymPhrase]] = {}
    for phrase in _phrases(table):
        for form in phrase.words[0]:
            found.setdefault(form, []).append(phrase)
    for phrases in found.values():
        phrases.sort(key=lambda phrase: -len(phrase.words))
    return found


def _phrases(table: Table) -> Iterator[SynonymPhrase]:
    for number, (group,) in enumerate(table.column_rows("group")):
        for phrase in group.split(", "):
            yield SynonymPhrase(number, tuple([_forms(word) for word in phrase.split(" ")]))


@cache
def _forms(word: str) -> tuple[str, ...]:
    if word.startswith("["):
        return tuple(sorted(lexicon.forms(word[1:-1])))
    return _VARIANTS.get(word, (word,))

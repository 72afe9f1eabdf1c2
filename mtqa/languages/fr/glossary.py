"""Single foreign words of a table, with their French; plurals are derived from the singular."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mtqa.lexicon import ADJECTIVE, NOUN, inflect, lookup
from mtqa.tables import Table

__all__ = ["Glossary", "Word", "in_plural"]

_SEPARATOR = " ‖ "
_PLURALS = (
    ("iones", "ión"), ("anes", "án"), ("ines", "ín"), ("ones", "ón"), ("ces", "z"), ("ies", "y"),
    ("ves", "f"), ("es", ""), ("s", ""),
)  # fmt: skip
"""Ending of a Spanish or English plural → ending of its singular."""
_FAR = 20
"""Zipf × 10."""
_MODELS = {"m": ("chats", "grands"), "f": ("tables", "grandes")}
"""Gender → French plurals of a noun and of an adjective."""
_INNER = frozenset("de d' du des à au aux en pour sur sous avec sans par".split())


class Word(NamedTuple):
    """What a foreign word is in French, and its kind."""

    french: tuple[str, ...]
    kind: str


class Glossary:
    """The words of the column `foreign` with their `french` and `kind`.

    The plural of a noun (kind `m` or `f`) need not be listed.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._rows = table.openings

    def words(self, forms: Mapping[str, object]) -> dict[str, Word]:
        """Those of these forms, in lower case, that are words of the table."""
        listed = self._rows
        words = {form: self._listed(listed[form][0]) for form in listed.keys() & forms.keys()}
        for form in forms:
            if form[-1] == "s" and form not in words and _may_be_plural(form):
                word = self._plural(form, listed)
                if word:
                    words[form] = word
        return words

    def _listed(self, row: str) -> Word:
        french, kind = self._table.cells(row, "french", "kind")
        return Word(tuple(french.split(_SEPARATOR)), kind)

    def _plural(self, form: str, listed: Mapping[str, list[str]]) -> Word | None:
        for plural, singular in _PLURALS:
            base = form.removesuffix(plural) + singular
            if form.endswith(plural) and base in listed:
                word = self._listed(listed[base][0])
                if word.kind in _MODELS:
                    texts = tuple(in_plural(text, word.kind) for text in word.french)
                    return Word(texts, word.kind + "p")
        return None


def _may_be_plural(form: str) -> bool:
    """Is it no French word, or a rare form of a verb, that is far commoner in Spanish?"""
    entry = lookup(form)
    nominal = entry.tags & (NOUN | ADJECTIVE)
    return not entry.common or (not nominal and entry.es - entry.fr >= _FAR)


def in_plural(text: str, gender: str) -> str:
    """A French noun of this gender (m, f), and its adjectives, in the plural."""
    return " ".join(_plurals(text.split(" "), *_MODELS[gender]))


def _plurals(words: list[str], noun: str, adjective: str) -> Iterator[str]:
    """The words in the plural, as far as the first preposition."""
    varies = True
    for number, word in enumerate(words):
        varies = varies and "’" not in word and word not in _INNER
        models = (noun, adjective) if not number else (adjective, noun)
        found = [form for model in models for form in inflect(word, model)] if varies else []
        is_noun = varies and not number and word[-1] not in "sxz"
        yield found[0] if found else word + "s" if is_noun else word

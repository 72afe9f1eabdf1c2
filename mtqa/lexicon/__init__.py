"""What is known of a word: its French parts of speech, and how common it is in four languages.

Compiled by `build.py` from Grammalecte's French lexicon and wordfreq (see LICENSES.txt).
"""

from __future__ import annotations

import struct
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import marisa_trie

from mtqa.lexicon.morphology import forms, inflect, lemmas, readings
from mtqa.lexicon.tags import (
    ADJECTIVE,
    ADVERB,
    ASPIRATED,
    COMMON,
    CONJUNCTION,
    DETERMINER,
    FEMININE,
    FINITE,
    FIRST_NAME,
    FIRST_PERSON,
    IMPERATIVE,
    INFINITIVE,
    INTERJECTION,
    MASCULINE,
    NOUN,
    NUMERAL,
    PAST_PARTICIPLE,
    PLACE,
    PLURAL,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PRONOUN,
    PROPER,
    SECOND_PERSON,
    SINGULAR,
    SUBJUNCTIVE,
    SURNAME,
    THIRD_PERSON,
    VERB_PLURAL,
    VERB_SINGULAR,
)

__all__ = [
    "ADJECTIVE", "ADVERB", "ASPIRATED", "COMMON", "CONJUNCTION", "DETERMINER", "FEMININE", "FINITE",
    "FIRST_NAME", "FIRST_PERSON", "IMPERATIVE", "INFINITIVE", "INTERJECTION", "MASCULINE", "NOUN",
    "NUMERAL", "PAST_PARTICIPLE", "PLACE", "PLURAL", "PREPOSITION", "PRESENT_PARTICIPLE",
    "PRONOUN", "PROPER", "SECOND_PERSON", "SINGULAR", "SUBJUNCTIVE", "SURNAME", "THIRD_PERSON",
    "VERB_PLURAL", "VERB_SINGULAR", "Entry", "forms", "inflect", "lemmas", "lookup", "readings",
]  # fmt: skip

RECORD = "<IBBBB"
_FOLDER = Path(__file__).parent


class Entry(NamedTuple):
    """What the lexicon knows of a form.

    `tags` are bits (NOUN, FINITE, …). The frequencies are in French, English, Spanish and
    Italian, on the Zipf scale (log10 of occurrences in a billion words) times ten, rounded;
    0 is unseen.
    """

    tags: int
    fr: int
    en: int
    es: int
    it: int

    @property
    def known(self) -> bool:
        """Is it a French word or a name that French dictionaries list?"""
        return self.tags & (COMMON | PROPER) != 0

    @property
    def common(self) -> bool:
        """Is it a French word that is no name?"""
        return self.tags & COMMON != 0

    def agrees_with(self, other: Entry) -> bool:
        """Have the two a gender and a number in common?"""
        shared = self.tags & other.tags
        return bool(shared & (MASCULINE | FEMININE) and shared & (SINGULAR | PLURAL))


_UNKNOWN = Entry(0, 0, 0, 0, 0)


@lru_cache(maxsize=1 << 16)
def lookup(word: str) -> Entry:
    """Look up `word`, which must be in lower case, with straight apostrophes."""
    try:
        records = _entries().get(word)
    except (UnicodeEncodeError, struct.error):  # A lone surrogate or NUL, in no trie's alphabet.
        return _UNKNOWN
    return Entry(*records[0]) if records else _UNKNOWN


@cache
def _entries() -> marisa_trie.RecordTrie:
    return marisa_trie.RecordTrie(RECORD).mmap(str(_FOLDER / "entries.marisa"))

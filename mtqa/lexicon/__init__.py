"""What is known of a word: its French parts of speech, and how common it is in four languages.

Compiled by `build.py` from Grammalecte's French lexicon and wordfreq (see LICENSES.txt).
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import marisa_trie

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
    "ADJECTIVE", "ADVERB", "ASPIRATED", "CONJUNCTION", "DETERMINER", "FEMININE", "FINITE",
    "FIRST_NAME", "FIRST_PERSON", "IMPERATIVE", "INFINITIVE", "INTERJECTION", "MASCULINE", "NOUN",
    "NUMERAL", "PAST_PARTICIPLE", "PLACE", "PLURAL", "PREPOSITION", "PRESENT_PARTICIPLE",
    "PRONOUN", "PROPER", "SECOND_PERSON", "SINGULAR", "SUBJUNCTIVE", "SURNAME", "THIRD_PERSON",
    "VERB_PLURAL", "VERB_SINGULAR", "Entry", "inflect", "lemmas", "lookup",
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


_UNKNOWN = Entry(0, 0, 0, 0, 0)


@lru_cache(maxsize=1 << 17)
def lookup(word: str) -> Entry:
    """Look up `word`, which must be in lower case, with straight apostrophes."""
    records = _entries().get(word)
    return Entry(*records[0]) if records else _UNKNOWN


def lemmas(word: str) -> tuple[str, ...]:
    """The dictionary forms of a French noun, adjective or verb form, lower-case."""
    return tuple(dict.fromkeys(lemma for lemma, _ in _readings(word)))


def inflect(lemma: str, like: str) -> tuple[str, ...]:
    """The forms of `lemma` with the mood, tense, person, gender and number of the form `like`.

    Several where `like` is ambiguous, none where either is unknown or they share no form.
    """
    forms = dict.fromkeys(
        form for _, features in _readings(like) for form in _forms(lemma, features)
    )
    return tuple(forms)


def _readings(word: str) -> list[tuple[str, str]]:
    readings = []
    for value in _morphology().get(f"<{word}") or ():
        strip, suffix, features = value.decode().split("/")
        readings.append((word[: len(word) - int(strip)] + suffix, features))
    return sorted(readings, key=lambda reading: _READING_ORDER.find(reading[1][:2]))


_READING_ORDER = "N A Q Y P Ip Iq If Is K Sp Sq E"
"""The likelier readings first: « aime » is rather an indicative than an imperative."""


def _forms(lemma: str, features: str) -> list[str]:
    forms = []
    for value in _morphology().get(f">{lemma}>{features}") or ():
        strip, suffix = value.decode().split("/")
        forms.append(lemma[: len(lemma) - int(strip)] + suffix)
    return forms


@cache
def _entries() -> marisa_trie.RecordTrie:
    return marisa_trie.RecordTrie(RECORD).mmap(str(_FOLDER / "entries.marisa"))


@cache
def _morphology() -> marisa_trie.BytesTrie:
    return marisa_trie.BytesTrie().mmap(str(_FOLDER / "morphology.marisa"))

"""Lemmas and inflection of French nouns, adjectives and verbs.

Two tables hold the patterns of the language, about which form belongs to which lemma: a form
points to its *readings*, each the letters to drop, those to add for the lemma, and what the form
is of it (`4/er/Iq1p`); a lemma points to its *paradigm*, the letters to drop and the ending of
each of its forms. Compiled by `build.py`; opened on first use.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

import marisa_trie

__all__ = ["LEMMA", "MOODS", "RECORD", "forms", "inflect", "lemmas", "readings"]

RECORD = "<H"
MOODS = {"Ip": 0, "Iq": 0, "If": 0, "K": 3, "Is": 10, "Sp": 12, "E": 15, "Sq": 30}
"""Present, imperfect, future, conditional, past historic, subjunctive, imperative, imperfect
subjunctive; and how much rarer than the present each is taken to be, in tenths of Zipf: « aime »
is rather an indicative than an imperative."""

LEMMA = ">"
"""What the keys of lemmas begin with, to tell them from forms."""

_FOLDER = Path(__file__).parent


def lemmas(word: str) -> tuple[str, ...]:
    """The dictionary forms of a French noun, adjective or verb form, the likeliest first.

    `word` is in lower case, with straight apostrophes. The likeliest lemma is the one whose other
    forms are the most frequent: « suis » is of « être » before « suivre ».
    """
    return tuple(dict.fromkeys(lemma for lemma, _ in readings(word)))


def forms(lemma: str) -> frozenset[str]:
    """The dictionary word `lemma`, in lower case, and all its forms."""
    found = {lemma}
    for stem, endings in _inflections(lemma):
        found.update([stem + ending for ending in endings])
    return frozenset(found)


@lru_cache(maxsize=4096)
def inflect(lemma: str, like: str) -> tuple[str, ...]:
    """The forms of `lemma` with the mood, tense, person, gender and number of the form `like`.

    Several where `like` is ambiguous, the likeliest first; none where either is unknown or they
    share no feature (a masculine noun has no form like a feminine one).
    """
    paradigm = _paradigm(lemma)
    found: dict[str, None] = {}
    for _, feature in readings(like):
        found.update(dict.fromkeys(paradigm.get(feature, ())))
    return tuple(found)


def readings(word: str) -> list[tuple[str, str]]:
    """Lemma and feature of each reading of `word`, the likeliest first."""
    found: list[tuple[str, str]] = []
    if word.startswith(LEMMA):
        return found
    for number in _numbers(word):
        for drop, ending, feature in _readings(number):
            found.append((word[: len(word) - drop] + ending, feature))
    return found


@cache
def _readings(number: int) -> list[tuple[int, str, str]]:
    pieces = [piece.split("/") for piece in _tables()[0][number].split()]
    return [(int(drop), ending, feature) for drop, ending, feature in pieces]


def _paradigm(lemma: str) -> dict[str, list[str]]:
    """The forms of `lemma` by feature."""
    forms: dict[str, list[str]] = {}
    for stem, endings in _inflections(lemma):
        for ending, features in endings.items():
            for feature in features:
                forms.setdefault(feature, []).append(stem + ending)
    return forms


def _inflections(lemma: str) -> Iterator[tuple[str, Mapping[str, tuple[str, ...]]]]:
    """What stays the same in the forms of `lemma`, and the endings with the features of each."""
    for number in _numbers(LEMMA + lemma):
        drop, endings = _endings(number)
        yield lemma[: len(lemma) - drop], endings


@cache
def _endings(number: int) -> tuple[int, Mapping[str, tuple[str, ...]]]:
    drop, *pieces = _tables()[1][number].split()
    pairs = [piece.split("/") for piece in pieces]
    return int(drop), {ending: tuple(features.split(",")) for ending, features in pairs}


def _numbers(key: str) -> list[int]:
    """The patterns of a form, or of a lemma behind its sign."""
    try:
        return [number for (number,) in _trie().get(key, ())]
    except (UnicodeEncodeError, struct.error):  # A lone surrogate or NUL, in no trie's alphabet.
        return []


@cache
def _trie() -> marisa_trie.RecordTrie:
    return marisa_trie.RecordTrie(RECORD).mmap(str(_FOLDER / "morphology.marisa"))


@cache
def _tables() -> tuple[list[str], list[str]]:
    readings, paradigms = (_FOLDER / "morphology.txt").read_text("utf-8").split("\n\n")
    return readings.split("\n"), paradigms.rstrip("\n").split("\n")

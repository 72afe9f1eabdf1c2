"""Compile the lexicon: python -m mtqa.lexicon.build --grammalecte FOLDER [--out FOLDER].

Needs the packages `wordfreq` and, as FOLDER, the one that holds `grammalecte/` (on Debian:
/usr/lib/python3/dist-packages, from python3-grammalecte). The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import marisa_trie

from mtqa.lexicon import RECORD, tags

LANGUAGES = ("fr", "en", "es", "it")
RAREST = 1.5
"""Zipf frequency below which a word without a French entry is left out."""
RAREST_LEMMA = 15
"""Ten times the Zipf frequency that some form of a lemma must reach to be inflected."""

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*'?")
_CODE = re.compile(r"[:;#][^:;#/]*")
_MOODS = ("Ip", "Iq", "Is", "If", "K", "Sp", "Sq", "E")
_PERSONS = re.compile(r"([123])([sp])!?")

_BITS = {
    ":N": tags.NOUN, ":A": tags.ADJECTIVE, ":W": tags.ADVERB, ":J": tags.INTERJECTION,
    ":Y": tags.INFINITIVE, ":P": tags.PRESENT_PARTICIPLE, ":Q": tags.PAST_PARTICIPLE,
    ":B": tags.NUMERAL, ":R": tags.PREPOSITION, ":Rv": tags.PREPOSITION, ":E": tags.IMPERATIVE,
    ":Cs": tags.CONJUNCTION, ":Cc": tags.CONJUNCTION, ":X": tags.ADVERB, ":U": tags.ADVERB,
    ":MP": tags.PROPER | tags.PLACE, ":M1": tags.PROPER | tags.FIRST_NAME,
    ":M2": tags.PROPER | tags.SURNAME, ";é": tags.ASPIRATED, "#P": tags.PLACE, "#C": 0,
    ":m": tags.MASCULINE, ":f": tags.FEMININE, ":e": tags.MASCULINE | tags.FEMININE,
    ":s": tags.SINGULAR, ":p": tags.PLURAL, ":i": tags.SINGULAR | tags.PLURAL,
}  # fmt: skip
_PERSON_BITS = {"1": tags.FIRST_PERSON, "2": tags.SECOND_PERSON, "3": tags.THIRD_PERSON}
_NUMBER_BITS = {"s": tags.VERB_SINGULAR, "p": tags.VERB_PLURAL}


def main() -> None:
    """Read the inputs, write the two compiled files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--grammalecte", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent)
    options = parser.parse_args()
    try:
        forms = list(_grammalecte(options.grammalecte))
        frequencies = _frequencies()
    except ImportError as error:
        sys.exit(f"build: {error}; install wordfreq, and name grammalecte's folder")
    bits = _bits(forms)
    words = sorted(set(bits) | set(frequencies))
    nothing = (0,) * len(LANGUAGES)
    entries = ((word, (bits.get(word, 0), *frequencies.get(word, nothing))) for word in words)
    marisa_trie.RecordTrie(RECORD, entries).save(str(options.out / "entries.marisa"))
    pairs = sorted(set(_morphology(forms, frequencies)))
    marisa_trie.BytesTrie(pairs).save(str(options.out / "morphology.marisa"))
    print(f"{len(words)} entries, {len(pairs)} morphological pairs")


def _grammalecte(folder: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Every form, its lemma and its codes, as Grammalecte writes them."""
    sys.path.insert(0, str(folder))
    graphspell: Any = importlib.import_module("grammalecte.graphspell.ibdawg")
    for form, lemma, code in graphspell.IBDAWG("fr-allvars.json").select(""):
        form = form.replace("’", "'")
        if _WORD.fullmatch(form):
            yield form, lemma.replace("’", "'"), _CODE.findall(code.split("/")[0])


def _frequencies() -> dict[str, tuple[int, ...]]:
    wordfreq: Any = importlib.import_module("wordfreq")
    tables = [wordfreq.get_frequency_dict(language, "best") for language in LANGUAGES]
    words = {word for table in tables for word in table if _WORD.fullmatch(word)}
    found = {
        word: tuple(
            max(0, round(10 * wordfreq.freq_to_zipf(table[word]))) if word in table else 0
            for table in tables
        )
        for word in words
    }
    return {word: zipfs for word, zipfs in found.items() if max(zipfs) >= 10 * RAREST}


def _bits(forms: list[tuple[str, str, list[str]]]) -> dict[str, int]:
    bits: dict[str, int] = {}
    for form, _, codes in forms:
        own = 0
        for code in codes:
            own |= _BITS.get(code, 0)
            if code[:2] in (":D", ":O"):
                own |= tags.DETERMINER if code[1] == "D" else tags.PRONOUN
            person = _PERSONS.fullmatch(code[1:])
            if person:
                own |= _PERSON_BITS[person[1]] | _NUMBER_BITS[person[2]]
            if code[1:] in _MOODS and code != ":E":
                own |= tags.FINITE
            if code in (":Sp", ":Sq"):
                own |= tags.SUBJUNCTIVE
        if own & tags.NOUN and form[0].isupper():
            own = own & ~tags.NOUN | tags.PROPER
        key = form.lower()
        bits[key] = bits.get(key, 0) | own
    return bits


def _morphology(
    forms: list[tuple[str, str, list[str]]], frequencies: dict[str, tuple[int, ...]]
) -> Iterator[tuple[str, bytes]]:
    """Pairs that lead from a form to its readings, and from a lemma and features to a form."""
    usual = {lemma for form, lemma, _ in forms if frequencies.get(form, (0,))[0] >= RAREST_LEMMA}
    for form, lemma, codes in forms:
        if lemma not in usual or form[0].isupper():
            continue
        for features in _features(codes):
            yield f"<{form}", f"{_edit(form, lemma)}/{features}".encode()
            yield f">{lemma}>{features}", _edit(lemma, form).encode()


def _edit(word: str, other: str) -> str:
    """How many letters to strip from `word` and what to add to get `other`."""
    shared = 0
    while shared < min(len(word), len(other)) and word[shared] == other[shared]:
        shared += 1
    return f"{len(word) - shared}/{other[shared:]}"


def _features(codes: list[str]) -> Iterator[str]:
    """Mood and person, or part of speech, gender and number, of every reading."""
    names = [code[1:] for code in codes if code[0] == ":"]
    genders = [g for g in "mf" if g in names or "e" in names] or [""]
    numbers = [n for n in "sp" if n in names or "i" in names] or [""]
    for part in ("N", "A", "Q"):
        if part in names:
            yield from (f"{part}{gender}{number}" for gender in genders for number in numbers)
    for part in ("Y", "P"):
        if part in names:
            yield part
    moods: list[str] = []
    persons_begun = False
    for name in names:
        person = _PERSONS.fullmatch(name)
        if name in _MOODS:
            moods = [name] if persons_begun else [*moods, name]
            persons_begun = False
        elif person:
            persons_begun = True
            yield from (f"{mood}{person[1]}{person[2]}" for mood in moods)


if __name__ == "__main__":
    main()

"""Compile the lexicon: python -m mtqa.lexicon.build --grammalecte FOLDER [--out FOLDER].

Needs the package `wordfreq` and, as FOLDER, the one that holds `grammalecte/` (on Debian
/usr/lib/python3/dist-packages, from python3-grammalecte). The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from importlib.metadata import version
from itertools import takewhile
from math import log10
from operator import itemgetter
from pathlib import Path
from typing import Any

import marisa_trie

from mtqa.lexicon import RECORD, morphology
from mtqa.lexicon.grammalecte import Form, features, word_tags

DICTIONARY = "fr-allvars.json"
LANGUAGES = ("fr", "en", "es", "it")
RAREST = 17
"""Ten times the Zipf frequency that a word without a French entry must reach in some language."""
LONGEST = 40
"""Letters of the longest word kept."""

Frequencies = Mapping[str, tuple[int, ...]]
"""Ten times the Zipf frequency of a word in each of LANGUAGES."""
Inflection = dict[str, list[str]]
"""The forms of a lemma and the features of each."""

_SHAPE = re.compile(r"\w+(?:['-]\w+)*'?")
_CODE = re.compile(r"[:;#][^:;#]*")
# Beyond ASCII, only the letters of the four languages and of the names that they borrow.
_FOREIGN = re.compile(r"[^'\-a-z\u00aa-\u024f\u02b0-\u02ff\u1d2c-\u1d6a\u2071-\u207f]")


def main() -> None:
    """Read the inputs, write the compiled files and their manifest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--grammalecte", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, metavar="FOLDER")
    options = parser.parse_args()
    dictionary = options.grammalecte / "grammalecte" / "graphspell" / "_dictionaries" / DICTIONARY
    if not dictionary.is_file():
        parser.error(f"no {dictionary}: name the folder that holds grammalecte/")
    if not options.out.is_dir():
        parser.error(f"{options.out} is no folder")
    try:
        forms = _french_forms(options.grammalecte)
        bits = {word: own for word, own in word_tags(forms).items() if own}
        frequencies = _frequencies(set(bits))
    except ImportError as error:
        parser.error(f"{error}: install wordfreq and python3-grammalecte")
    entries = _write_entries(options.out, bits, frequencies)
    inflected = _write_morphology(options.out, forms, frequencies)
    manifest = {
        "grammalecte": json.loads(dictionary.read_text("utf-8"))["sDate"],
        "grammalecte_sha256": hashlib.sha256(dictionary.read_bytes()).hexdigest(),
        "wordfreq": version("wordfreq"),
        "entries": entries,
        "inflected": inflected,
    }
    (options.out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")
    print(f"{entries} entries, {inflected} inflected forms and lemmas")


def _french_forms(folder: Path) -> list[Form]:
    """The lines of Grammalecte's lexicon that hold a word, not a formula or a sign."""
    sys.path.insert(0, str(folder))
    graphspell: Any = importlib.import_module("grammalecte.graphspell.ibdawg")
    forms = set()
    for spelled, stem, codes in graphspell.IBDAWG(DICTIONARY).select():
        form = unicodedata.normalize("NFC", spelled.replace("’", "'"))
        if _is_word(form.lower()):
            lemma = unicodedata.normalize("NFC", stem.replace("’", "'"))
            forms.add((form, lemma, tuple(_CODE.findall(codes.split("/")[0]))))
    return sorted(forms)


def _is_word(text: str) -> bool:
    if len(text) > LONGEST or not _SHAPE.fullmatch(text) or _FOREIGN.search(text):
        return False
    return text.replace("-", "").replace("'", "").isalpha()


def _frequencies(french: set[str]) -> Frequencies:
    """Frequencies of the words that are French or not too rare.

    wordfreq cuts at hyphens and after elisions. So « qu' » has the frequency of its letters, and
    a French compound the one that wordfreq infers from its parts, an upper bound.
    """
    wordfreq: Any = importlib.import_module("wordfreq")
    tables = [wordfreq.get_frequency_dict(language, "best") for language in LANGUAGES]

    def zipfs(word: str) -> tuple[int, ...]:
        values = [table.get(word, 0.0) for table in tables]
        if word in french and not values[0] and not word.isalpha():
            values[0] = wordfreq.word_frequency(word, LANGUAGES[0])
        return tuple(
            max(0, round(10 * wordfreq.freq_to_zipf(value))) if value else 0 for value in values
        )

    words = french.union(*tables)
    found = {word: zipfs(word) for word in words if word in french or _is_word(word)}
    return {word: own for word, own in found.items() if word in french or max(own) >= RAREST}


def _write_entries(folder: Path, bits: dict[str, int], frequencies: Frequencies) -> int:
    rows = [(word, (bits.get(word, 0), *zipfs)) for word, zipfs in sorted(frequencies.items())]
    marisa_trie.RecordTrie(RECORD, rows).save(str(folder / "entries.marisa"))
    return len(rows)


def _write_morphology(folder: Path, forms: list[Form], frequencies: Frequencies) -> int:
    """Write which readings each form and which paradigm each lemma has (see `morphology`)."""
    readings: dict[str, list[tuple[float, str]]] = defaultdict(list)
    paradigms: dict[str, str] = {}
    for lemma, own in sorted(_inflections(forms).items()):
        weights = {form: 10 ** (frequencies[form][0] / 10) for form in own}
        for form, found in own.items():
            others = 10 * log10(1 + sum(weights.values()) - weights[form])
            readings[form].extend(
                (round(_handicap(feature) - others, 1), f"{_edit(form, lemma)}/{feature}")
                for feature in found
            )
        paradigms[morphology.LEMMA + lemma] = _paradigm(lemma, own)
        for form, adjective in _participles(own):
            paradigms.setdefault(morphology.LEMMA + form, _paradigm(form, adjective))
    lines = {
        form: " ".join(text for _, text in sorted(own, key=itemgetter(0)))
        for form, own in readings.items()
    }
    tables = [sorted(set(texts.values())) for texts in (lines, paradigms)]
    rows: list[tuple[str, tuple[int]]] = []
    for texts, table in zip((lines, paradigms), tables, strict=True):
        numbers = {text: number for number, text in enumerate(table)}
        rows += [(word, (numbers[text],)) for word, text in sorted(texts.items())]
    marisa_trie.RecordTrie(morphology.RECORD, rows).save(str(folder / "morphology.marisa"))
    text = "\n\n".join("\n".join(table) for table in tables)
    (folder / "morphology.txt").write_text(text + "\n", "utf-8")
    return len(rows)


def _inflections(forms: list[Form]) -> dict[str, Inflection]:
    """The inflection of each lemma; names have none."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for form, lemma, codes in forms:
        own = set(features(codes))
        if own and form.islower() and lemma.islower():
            found[lemma][form] |= own
    return {
        lemma: {form: sorted(own, key=_order) for form, own in sorted(inflection.items())}
        for lemma, inflection in found.items()
    }


def _participles(own: Inflection) -> list[tuple[str, Inflection]]:
    """« adapté » and its forms as an adjective, though the lexicon has them under « adapter »."""
    adjective = {
        form: [feature for feature in found if feature[0] == "A"]
        for form, found in own.items()
        if any(feature[0] == "Q" for feature in found)
    }
    adjective = {form: found for form, found in adjective.items() if found}
    return [(form, adjective) for form, found in adjective.items() if "Ams" in found]


def _paradigm(lemma: str, forms: Inflection) -> str:
    """`2 e/Ip1s,Ip3s ons/Ip1p …`: letters to drop from the lemma; each ending, its features."""
    shared = min(_shared(lemma, form) for form in forms)
    pieces = [f"{form[shared:]}/{','.join(found)}" for form, found in forms.items()]
    return " ".join([str(len(lemma) - shared), *pieces])


def _edit(form: str, lemma: str) -> str:
    """`4/er`: letters to drop from the form, letters to add for the lemma."""
    shared = _shared(form, lemma)
    return f"{len(form) - shared}/{lemma[shared:]}"


def _shared(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _handicap(feature: str) -> int:
    """How much rarer a reading is, in tenths of Zipf: the subjunctive, the first person."""
    if feature[:-2] not in morphology.MOODS:
        return 0
    return morphology.MOODS[feature[:-2]] + {"3": 0, "1": 5, "2": 8}[feature[-2]]


def _order(feature: str) -> tuple[int, str, int]:
    """Masculine before feminine, singular before plural."""
    return _handicap(feature), feature[:1] + feature[-1:], "mf".find(feature[-2:-1])


if __name__ == "__main__":
    main()

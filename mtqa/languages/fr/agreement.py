"""Determiners of French: their number and gender, and how one is changed for another."""

from __future__ import annotations

from functools import lru_cache

from mtqa.languages.fr.elision import opens_with_vowel
from mtqa.lexicon import (
    ADJECTIVE,
    FEMININE,
    MASCULINE,
    PAST_PARTICIPLE,
    PLURAL,
    SINGULAR,
    inflect,
    lemmas,
    lookup,
)

__all__ = [
    "PLURAL_DETERMINERS",
    "SINGULAR_DETERMINERS",
    "adjective_form",
    "in_plural",
    "noun_in_number",
    "single_gender",
    "single_number",
    "with_gender",
]

PLURAL_DETERMINERS = frozenset(
    "les des aux ces mes tes ses nos vos leurs plusieurs quelques".split()
)
"""Determiners that only a plural noun can follow."""

SINGULAR_DETERMINERS = {
    "un": "m", "une": "f", "le": "m", "la": "f", "du": "m", "au": "m", "ce": "m", "cet": "m",
    "cette": "f", "ma": "f", "ta": "f", "sa": "f", "mon": "", "ton": "", "son": "",
    "chaque": "", "leur": "", "notre": "",
    "votre": "", "aucun": "m", "aucune": "f", "quel": "m", "quelle": "f",
}  # fmt: skip
"""Determiners of a singular noun → the gender that they show, empty where they show none."""

_PLURALS = {
    "un": "des", "une": "des", "l'": "les", "l’": "les", "le": "les", "la": "les", "du": "des",
    "au": "aux", "ce": "ces",
    "cet": "ces", "cette": "ces", "ma": "mes", "ta": "tes", "sa": "ses", "mon": "mes",
    "ton": "tes", "son": "ses", "leur": "leurs", "notre": "nos", "votre": "vos",
    "quel": "quels", "quelle": "quelles",
}  # fmt: skip
_MASCULINE = {
    "une": "un", "la": "le", "cette": "ce", "ma": "mon", "ta": "ton", "sa": "son",
    "aucune": "aucun", "quelle": "quel",
}  # fmt: skip
_FEMININE = {
    "un": "une", "le": "la", "du": "de la", "au": "à la", "ce": "cette", "cet": "cette",
    "mon": "ma", "ton": "ta", "son": "sa", "aucun": "aucune", "quel": "quelle",
}  # fmt: skip


def in_plural(determiner: str) -> str | None:
    """The plural of a determiner in lower case, None where it has none (« chaque »)."""
    return _PLURALS.get(determiner)


def with_gender(determiner: str, gender: str, noun: str) -> str | None:
    """The determiner of `gender` (m or f) that stands for this one before `noun`.

    None where there is none, or where it would lose its vowel.
    """
    changed = (_MASCULINE if gender == "m" else _FEMININE).get(determiner)
    if changed is None or not opens_with_vowel(noun):
        return changed
    if changed == "ce":
        return "cet"
    return changed if changed in ("un", "une", "cette", "mon", "ton", "son", "aucun") else None


_ADJECTIVES = ("petit", "petits", "petite", "petites")
_BEFORE_VOWEL = {"nouveau": "nouvel", "vieux": "vieil", "beau": "bel", "fou": "fol"}


def single_gender(tags: int) -> str:
    """The gender of a form that has one alone: m, f or empty."""
    masculine, feminine = bool(tags & MASCULINE), bool(tags & FEMININE)
    return "" if masculine == feminine else "m" if masculine else "f"


def single_number(tags: int) -> str:
    """The number of a form that has one alone: s, p or empty."""
    singular, plural = bool(tags & SINGULAR), bool(tags & PLURAL)
    return "" if singular == plural else "s" if singular else "p"


@lru_cache(maxsize=1 << 12)
def adjective_form(form: str, gender: str, number: str, noun: str = "") -> str | None:
    """The form of an adjective or participle in this gender and number, before `noun` if any."""
    model = _ADJECTIVES[2 * (gender == "f") + (number == "p")]
    for lemma in lemmas(form):
        for right in inflect(lemma, model):
            if lookup(right).tags & (ADJECTIVE | PAST_PARTICIPLE):
                vowel = noun and number == "s" and opens_with_vowel(noun)
                return _BEFORE_VOWEL.get(right, right) if vowel else right
    return None


_NOUNS = {
    ("m", True): "hommes",
    ("m", False): "homme",
    ("f", True): "femmes",
    ("f", False): "femme",
}
"""Nouns with the gender and number that a form is to have."""


def noun_in_number(noun: str, plural: bool) -> list[str]:
    """The other forms of a noun that have this number."""
    gender = "m" if lookup(noun).tags & MASCULINE else "f"
    return [
        form
        for lemma in lemmas(noun)
        for form in inflect(lemma, _NOUNS[gender, plural])
        if form != noun
    ]

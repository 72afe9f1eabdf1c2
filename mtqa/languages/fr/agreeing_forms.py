"""Gender and number of nouns and adjectives that can be nothing else, for checks of agreement."""

from __future__ import annotations

from functools import lru_cache

import regex

from mtqa.languages.fr.agreement import single_gender, single_number
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    IMPERATIVE,
    INFINITIVE,
    INTERJECTION,
    NOUN,
    NUMERAL,
    PAST_PARTICIPLE,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PRONOUN,
    PROPER,
    lookup,
)

__all__ = [
    "ADJECTIVES",
    "OTHER_CLASSES",
    "VERBS",
    "Form",
    "agreeing_adjective",
    "agreeing_noun",
    "pronominal",
]

OTHER_CLASSES = (
    ADVERB | CONJUNCTION | DETERMINER | INFINITIVE | INTERJECTION | NUMERAL | PREPOSITION
    | PRESENT_PARTICIPLE | PRONOUN | PROPER
)  # fmt: skip
"""What a noun or adjective must not be as well."""
VERBS = FINITE | IMPERATIVE
"""Forms that make a clause."""
Form = tuple[str, str]
"""Gender and number: m or f, s or p; empty where the form leaves it open."""
ADJECTIVES = ADJECTIVE | PAST_PARTICIPLE
"""What agrees with a noun."""
_USUAL = 28
_SHARED = 12
"""So much more frequent a noun may be in the languages that share it."""
_NOUNS_TOO = {
    word + ending: (gender, number)
    for gender, words in (
        (
            "f",
            "donnée photo vidéo porte entrée sortie arrivée commune entreprise capitale garantie",
        ),
        (
            "m",
            "salarié employé abonné plan matériel logiciel communiqué incident contenu moteur"
            " conseiller déjeuner dîner goûter souvenir pouvoir devoir lever coucher courrier",
        ),
    )
    for word in words.split()
    for ending, number in (("", "s"), ("s", "p"))
}
"""Nouns that are adjectives, participles or verbs as well, but rarely so after a determiner."""
_ENDINGS = regex.compile(r".{2,}(?:[ae]nte?|ive?|if|eux|euse|ale?|aux|elle?|ique|et|ète)s?")
"""Endings of adjectives that are nouns as well, but never stand as such right after a noun."""
_LOOSE = frozenset(
    """
    genre type style couleur taille mode sorte espèce format modèle marque grandeur niveau
    plupart moitié majorité minorité partie reste nombre ensemble couple paire million milliard
    dizaine vingtaine trentaine centaine millier gens foule série groupe fois ans
    """.split()
)
"""An adjective after these need not agree with them."""
_PRONOMINAL = ("derni", "premi", "seul", "second", "autre", "même")
"""Adjectives that stand for a noun: « Ce dernier adresse un rapport. »"""
_SET_PHRASES = frozenset("partie pris prise mise fait part produit venue suite".split())
"""« Ils sont partie prenante »: no participles that agree."""


@lru_cache(maxsize=1 << 14)
def agreeing_adjective(form: str, *, predicate: bool = False) -> Form:
    """Gender and number of a form that is an adjective and nothing else; empty for others.

    As a `predicate`, a participle of any ending counts, though it be a noun elsewhere.
    """
    tags = lookup(form).tags
    if not tags & ADJECTIVES or tags & (OTHER_CLASSES | VERBS):
        return "", ""
    participle = tags & PAST_PARTICIPLE and (
        form.endswith(("é", "és", "ée", "ées")) or (predicate and form not in _SET_PHRASES)
    )
    if tags & NOUN and not (participle or _ENDINGS.fullmatch(form)):
        return "", ""
    return single_gender(tags), single_number(tags)


@lru_cache(maxsize=1 << 14)
def agreeing_noun(form: str, other: int = OTHER_CLASSES | ADJECTIVES) -> Form:
    """Gender and number of a form that is a common French noun and nothing of `other`."""
    if form in _NOUNS_TOO:
        return _NOUNS_TOO[form]
    entry = lookup(form)
    tags = entry.tags
    if not tags & NOUN or tags & other or form in _LOOSE:
        return "", ""
    if len(form) < 4 or entry.fr < _USUAL or entry.fr < max(entry.en, entry.es) - _SHARED:
        return "", ""
    return single_gender(tags), single_number(tags)


def pronominal(form: str) -> Form | None:
    """Gender and number of an adjective that may stand for a noun; None for others."""
    if not form.startswith(_PRONOMINAL):
        return None
    tags = lookup(form).tags
    return single_gender(tags), single_number(tags)

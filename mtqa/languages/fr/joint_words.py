"""The function words that are found glued before or behind another word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    FEMININE,
    FINITE,
    FIRST_PERSON,
    INFINITIVE,
    MASCULINE,
    NOUN,
    PAST_PARTICIPLE,
    PLURAL,
    PRESENT_PARTICIPLE,
    PRONOUN,
    SECOND_PERSON,
    SINGULAR,
    THIRD_PERSON,
    VERB_PLURAL,
    VERB_SINGULAR,
    Entry,
)
from mtqa.patterns import pattern

__all__ = [
    "AFTER_ANY_NAME",
    "AFTER_A_NAME",
    "AFTER_A_PLACE",
    "AFTER_A_SEEN_NAME",
    "CLOSE_HEADS",
    "CONTENT",
    "HEADS",
    "NO_PAIR",
    "PAIR",
    "SENTENCE_HEADS",
    "UNSEEN",
    "Cut",
    "close_tails",
    "frequency",
    "tails",
]  # fmt: skip

CONTENT = (
    NOUN | ADJECTIVE | PAST_PARTICIPLE | PRESENT_PARTICIPLE | INFINITIVE | ADVERB | FINITE | PRONOUN
)
"""What a word is that another one may have grown to."""

UNSEEN = 15
"""Ten times the Zipf frequency from which a form is a word somewhere, if in no dictionary."""


class Cut(NamedTuple):
    """Where a word falls apart: its `left` and its `right` part, as written."""

    left: str
    right: str


def frequency(entry: Entry) -> int:
    """How common the form is in the language where it is commonest."""
    return max(entry.fr, entry.en, entry.es, entry.it)


def _by_length(words: str) -> list[str]:
    return sorted(words.split(), key=len, reverse=True)


_TAILS = _by_length(
    "aujourd'hui pendant lorsque puisque tandis toutefois cependant parce ainsi après avant depuis "
    "jusque chez contre entre selon dans avec pour mais sans dont sont était étaient avait "
    "avaient seront sera peut doit doivent "
    "peuvent où qui que par sur sous vers des une aux cette est ont afin comme quand alors et ou "
    "de du au à encore jamais toujours déjà aussi beaucoup notamment également"
)
"""What is found glued behind a word; the longest are tried first."""


_CLOSE_TAILS = _by_length(
    "en le la les leur sa son ses ces ce nous vous il ils a un ne se plus moins très trop bien "
    "si lors donc puis car ni dès parmi malgré surtout souvent ensuite enfin hier demain lundi "
    "mardi mercredi jeudi vendredi samedi dimanche jusqu'à hors durant seulement environ près "
    "ici là "
    "tous tout toutes toute deux trois quatre cinq six dix mille chaque plusieurs aucun aucune "
    "votre notre vos nos cet leurs aura auront aurait auraient serait seraient fut furent pourra "
    "pourrait devra devrait pouvait devait va vont veut"
)
"""Tails so short, or so rare at a joint, that what follows must suit them."""


def _by_end(words: list[str]) -> dict[str, tuple[str, ...]]:
    ends = {word[-2:] for word in words}
    return {end: tuple(word for word in words if word[-2:] == end) for end in ends}


_TAILS_BY_END = _by_end(_TAILS)
_CLOSE_BY_END = _by_end(_by_length(" ".join([*_TAILS, *_CLOSE_TAILS])))


def tails(form: str) -> Iterator[str]:
    """The words that no other evidence is needed for and that `form` ends in, the longest first."""
    return _ending(form, _TAILS_BY_END, ("à",))


def close_tails(form: str) -> Iterator[str]:
    """All the function words that `form` ends in, the longest first."""
    return _ending(form, _CLOSE_BY_END, ("à", "a"))


def _ending(
    form: str, by_end: dict[str, tuple[str, ...]], letters: tuple[str, ...]
) -> Iterator[str]:
    for tail in (*by_end.get(form[-2:], ()), *letters):
        if form.endswith(tail):
            yield tail


HEADS: dict[str, int] = {
    "cette": SINGULAR | FEMININE, "dans": 0, "avec": 0, "pour": 0, "mais": 0, "leurs": PLURAL,
    "votre": SINGULAR, "notre": SINGULAR, "chez": 0, "les": PLURAL, "des": PLURAL,
    "une": SINGULAR | FEMININE, "ces": PLURAL, "ses": PLURAL, "aux": PLURAL,
    "la": SINGULAR | FEMININE, "le": SINGULAR | MASCULINE, "du": SINGULAR | MASCULINE,
    "de": 0, "jamais": 0, "toujours": 0, "encore": 0, "après": 0, "avant": 0, "depuis": 0,
    "pendant": 0, "deux": PLURAL, "trois": PLURAL, "quatre": PLURAL, "plusieurs": PLURAL,
}  # fmt: skip
"""What is found glued before a word, and the number and gender that the word must have."""

_ONE = VERB_SINGULAR | THIRD_PERSON | FINITE
_MANY = VERB_PLURAL | THIRD_PERSON | FINITE
_HE, _SHE = NOUN | SINGULAR | MASCULINE, NOUN | SINGULAR | FEMININE
CLOSE_HEADS: dict[str, tuple[int, int]] = {
    "qui": (FINITE, 5), "ils": (_MANY, 5), "elles": (_MANY, 5), "elle": (_ONE, 5),
    "il": (_ONE, 6), "vous": (SECOND_PERSON | VERB_PLURAL, 5),
    "nous": (FIRST_PERSON | VERB_PLURAL, 5), "peut": (INFINITIVE, 5),
    "doit": (INFINITIVE, 5), "doivent": (INFINITIVE, 5), "peuvent": (INFINITIVE, 5),
    "est": (ADJECTIVE | SINGULAR, 7), "être": (PAST_PARTICIPLE, 5), "avoir": (PAST_PARTICIPLE, 5),
    "sont": (PAST_PARTICIPLE | PLURAL, 6), "étaient": (PAST_PARTICIPLE | PLURAL, 5),
    "était": (PAST_PARTICIPLE, 5), "ont": (PAST_PARTICIPLE, 6), "avait": (PAST_PARTICIPLE, 5),
    "avaient": (PAST_PARTICIPLE, 5), "très": (ADJECTIVE, 4), "plus": (ADJECTIVE, 5),
    "moins": (ADJECTIVE, 5), "au": (_HE, 6), "un": (_HE, 6), "son": (_HE, 6),
    "ce": (_HE, 7), "sa": (_SHE, 7), "tous": (NOUN | PLURAL, 6),
    "toutes": (NOUN | PLURAL, 6), "nos": (NOUN | PLURAL, 6), "vos": (NOUN | PLURAL, 6),
    "cinq": (NOUN | PLURAL, 5), "six": (NOUN | PLURAL, 6), "huit": (NOUN | PLURAL, 5),
    "chaque": (NOUN | SINGULAR, 5), "quelques": (NOUN | PLURAL, 5), "et": (0, 6), "ou": (0, 7),
    "par": (NOUN, 7), "selon": (NOUN, 5), "que": (NOUN, 7),
}  # fmt: skip
"""Further heads: what the word must be, and how long."""

PAIR = pattern(
    r"(de|et|pour|dans|avec|que|sur|par|sans|mais|ou|dont|selon|comme|depuis|pendant|contre)"
    r"(la|les|le|des|une|cette|ces|leurs?|son|sa|ses|que|qui|tou[ts]|toutes?|notre|votre|nos|vos)"
    r"|(et|ou)(de|du)|(afin|auprès|lors|près|loin|autour)(de|du|des)"
    r"|(afin|tandis|alors|avant|après|dès|sauf|parce|ainsi|autres|mêmes|aussi)(que)"
)
"""Two function words in one."""
NO_PAIR = frozenset("parles parce parla parle sursa parsa oules oula ouses ouson desson".split())
"""French words that look like such a pair."""

OPENING = frozenset(
    "qui que dont où il elle on ils elles je nous ne se est sont était étaient ont avait avaient "
    "sera seront été être avoir et ou mais pas plus pour dans avec sans sur par sous chez entre "
    "depuis pendant après avant selon très aussi tout tous toutes puis donc car comme".split()
)
"""Function words that another one follows."""

AFTER_A_NAME = frozenset(
    "où qui dans avec sont était avait étaient avaient dont pendant depuis selon après ainsi "
    "seront doivent peuvent sans".split()
)
"""Tails that no name ends in, near enough."""
AFTER_ANY_NAME = frozenset(
    "où qui dans avec était avait étaient avaient dont pendant depuis après lorsque contre "
    "notamment également toujours aujourd'hui avant seront doivent peuvent sont selon".split()
)
"""Tails that no name ends in, if what follows suits them too."""
AFTER_A_SEEN_NAME = AFTER_A_NAME | frozenset("mais pour et ou de du sur par est au".split())
"""Tails behind a name that the document holds elsewhere."""
AFTER_A_PLACE = frozenset(
    "pour alors mais des aux sur par dont afin comme quand contre entre vers sous ont".split()
)
"""Tails that no name of a known place ends in."""
SENTENCE_HEADS = ("cette", "dans", "avec", "leurs", "votre", "notre", "depuis", "après", "avant")
"""Heads that stand glued at the beginning of a sentence, and begin no name."""

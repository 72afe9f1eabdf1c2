"""The number of a verb form: whether it is one, and its fellow in the other number."""

from __future__ import annotations

from functools import lru_cache

from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    FINITE,
    PAST_PARTICIPLE,
    PREPOSITION,
    VERB_PLURAL,
    VERB_SINGULAR,
    inflect,
    lemmas,
    lookup,
)

__all__ = ["in_other_number", "is_of_number"]

_MODELS = {
    "peut": "peuvent", "peuvent": "peut", "pouvait": "pouvaient", "pouvaient": "pouvait",
    "pourra": "pourront", "pourront": "pourra", "pourrait": "pourraient",
    "pourraient": "pourrait", "put": "purent", "purent": "put",
}  # fmt: skip
"""A third person of every tense → the other number; « pouvoir » has no form that is a noun."""


@lru_cache(maxsize=1 << 13)
def is_of_number(word: str, plural: bool) -> bool:
    """Is `word` a verb form of this number and nothing that could follow a pronoun otherwise?"""
    tags = lookup(word).tags
    if not tags & FINITE or tags & (PREPOSITION | ADVERB | ADJECTIVE | PAST_PARTICIPLE):
        return False
    wanted, other = (VERB_PLURAL, VERB_SINGULAR) if plural else (VERB_SINGULAR, VERB_PLURAL)
    return bool(tags & wanted) and not tags & other


@lru_cache(maxsize=1 << 10)
def in_other_number(form: str) -> tuple[str, ...]:
    """The third person of the same tense in the other number, where that tense is known."""
    lemma = lemmas(form)[0]
    for model, other in _MODELS.items():
        if form in inflect(lemma, model):
            return inflect(lemma, other)[:1]
    return ()

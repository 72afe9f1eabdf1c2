"""Nouns that tell a person's trade, office or place in the family."""

from __future__ import annotations

from mtqa.lexicon import NOUN, PROPER, lookup

__all__ = ["names_trade"]

_ENDS = tuple(
    "iste eur euse trice ecin aire logue graphe avocat avocate ministre maire porte-parole juge "
    "député députée président présidente écrivain écrivaine architecte poète fils fille épouse "
    "veuve capitaine champion championne ingénieur chef cheffe".split()
)


def names_trade(word: str) -> bool:
    """Does this word, in lower case, tell what a person is: « économiste », « maire »?"""
    tags = lookup(word).tags
    return bool(tags & NOUN) and not tags & PROPER and word.endswith(_ENDS)

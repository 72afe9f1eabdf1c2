"""Elided words that lost their apostrophe: « l équipe », « qu il », « c est »."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.languages.fr.elision import opens_with_vowel
from mtqa.lexicon import (
    ADJECTIVE,
    FINITE,
    FIRST_PERSON,
    INFINITIVE,
    NOUN,
    PAST_PARTICIPLE,
    PLURAL,
    PROPER,
    SINGULAR,
    THIRD_PERSON,
    lookup,
)

__all__ = ["BARE_STEMS", "lacks_apostrophe"]

_LONG = ("qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "aujourd")
BARE_STEMS = (*_LONG, *"lcdjmnst")
"""What is left of an elided word without its apostrophe."""

_AFTER = {
    "c": ("est", "était", "en", "eût"), "j": ("ai", "en", "y", "avais", "aurais", "étais"),
    "s": ("il", "ils", "en", "y", "est", "était"),
}  # fmt: skip
_NEGATIONS = frozenset("pas jamais plus rien aucun aucune que guère ni point qu'".split())
_NEVER = frozenset("et ou est à au aux a y où en".split())


def lacks_apostrophe(forms: Sequence[str], number: int) -> bool:
    """Is this bare stem an elided word before the next one, and no letter, symbol or unit?"""
    if number + 1 >= len(forms):
        return False
    stem, following = forms[number].lower(), forms[number + 1]
    before = forms[number - 1] if number else ""
    word = following.lower().replace("’", "'")
    if not following[0].isalpha() or before[-1:] in tuple("'’=+/-°") or before[-1:].isdigit():
        return False
    if stem in _LONG:
        if stem == "aujourd":
            return word == "hui"
        return (opens_with_vowel(word) and len(word) > 1) or (stem == "jusqu" and word == "à")
    named = before[:1].isupper() and not lookup(before.lower()).common
    if stem not in BARE_STEMS or (named and stem not in "ns"):
        return False
    if forms[number].isupper() and before[:1].isalnum():
        return False
    return opens_with_vowel(word) and _suits(stem, word, forms[number + 2 : number + 5])


def _suits(stem: str, word: str, after: Sequence[str]) -> bool:
    tags = lookup(word).tags
    if word in _AFTER.get(stem, ()):
        return True
    if word == "y":
        return stem in "jlmnst" and bool(lookup(after[0].lower()).tags & FINITE if after else 0)
    if word == "a" and stem in "lmt":
        return bool(after and lookup(after[0]).tags & PAST_PARTICIPLE)
    if stem in ("l", "d"):
        if word in _NEVER or (stem == "l" and tags & PLURAL and not tags & SINGULAR):
            return False
        article = word in ("un", "une", "autres", "abord", "ici") and stem == "d"
        return article or bool(tags & (NOUN | ADJECTIVE | PROPER | (INFINITIVE * (stem == "d"))))
    if stem == "n":
        return bool(tags & FINITE) and any(form.lower() in _NEGATIONS for form in after)
    finite = tags & FINITE and not tags & (NOUN | ADJECTIVE)
    person = {"j": FIRST_PERSON, "s": THIRD_PERSON}.get(stem, FINITE)
    return bool(finite and tags & person) and stem != "c"

"""Determiners that agree with the word they stand before."""

from __future__ import annotations

from mtqa.languages.fr.elision import opens_with_vowel
from mtqa.lexicon import FEMININE, MASCULINE, PLURAL, SINGULAR, lookup

__all__ = ["DETERMINERS", "agreeing"]

DETERMINERS = {
    "le": ("le", "la", "les"),
    "un": ("un", "une", "des"),
    "du": ("du", "de la", "des"),
    "au": ("au", "à la", "aux"),
    "ce": ("ce", "cette", "ces"),
    "son": ("son", "sa", "ses"),
    "tout": ("tout", "toute", "tous"),
}
"""Masculine determiner → masculine, feminine and plural."""

_BEFORE_VOWEL = {
    "le": "l’", "la": "l’", "du": "de l’", "de la": "de l’", "au": "à l’", "à la": "à l’",
    "ce": "cet", "sa": "son",
}  # fmt: skip


def agreeing(determiner: str, noun: str) -> tuple[str, ...]:
    """The forms of a masculine determiner that may stand before `noun`, without a space after.

    Several where the lexicon leaves gender or number open, the likeliest first; none where it
    does not know the noun.
    """
    masculine, feminine, plural = DETERMINERS[determiner]
    tags = lookup(noun.lower().replace("’", "'")).tags
    forms = []
    if tags & SINGULAR:
        forms += [masculine] if tags & MASCULINE else []
        forms += [feminine] if tags & FEMININE else []
    if tags & PLURAL:
        forms.append(plural)
    if opens_with_vowel(noun):
        forms = [_BEFORE_VOWEL.get(form, form) for form in forms]
    return tuple(dict.fromkeys(forms))

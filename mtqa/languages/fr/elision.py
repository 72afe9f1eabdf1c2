"""Elision and contraction: « qu’il », « l’ONU », « du », « aux ».

Rules after Grevisse and Goosse, *Le Bon Usage*, §§ 44–50 and 569; the aspirated h comes from
the lexicon.
"""

from __future__ import annotations

from mtqa.lexicon import ASPIRATED, lookup

__all__ = ["CONTRACTIONS", "ELIDED", "elide", "opens_with_vowel"]

_VOWELS = frozenset("aeiouàâäéèêëîïôöùûüœæáíóú")
_MUTE_Y = ("yeux", "yeuse", "yonne", "ypres", "yvelines", "yves", "yvette", "yvonne", "ysengrin")

ELIDED = {
    "le": "l", "la": "l", "de": "d", "que": "qu", "je": "j", "me": "m", "te": "t", "se": "s",
    "ne": "n", "ce": "c", "jusque": "jusqu", "lorsque": "lorsqu", "puisque": "puisqu",
    "quoique": "quoiqu", "si": "s",
}  # fmt: skip
"""Words that lose their vowel, and what is left before the apostrophe (« si » only before il)."""

CONTRACTIONS = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
"""Preposition and article → the one word that they make."""


def opens_with_vowel(word: str) -> bool:
    """Does a word that can elide lose its vowel before `word` (as written, not empty)?

    True before a vowel or a mute h; False before an aspirated h, « onze », « oui », a
    consonantal y. An acronym is judged by its first letter, as French usage does: « l’ONU »,
    « le FMI ».
    """
    lower = word.lower().replace("’", "'")
    first = lower[0]
    if first == "y":
        return lower.startswith(_MUTE_Y) or len(lower) == 1 or lower[1] not in _VOWELS
    if first not in _VOWELS and first != "h":
        return False
    if first == "h" and word.isupper() and len(word) > 1:
        return False
    head = lower.split("-")[0]
    return not (lookup(lower).tags & ASPIRATED or lookup(head).tags & ASPIRATED)


def elide(word: str, following: str, apostrophe: str = "’") -> str:
    """`word` and `following` joined as French writes them: elided, contracted or apart."""
    lower = word.lower()
    if lower == "si" and following.lower() not in ("il", "ils"):
        return f"{word} {following}"
    if lower in ELIDED and following and opens_with_vowel(following):
        return f"{word[: len(ELIDED[lower])]}{apostrophe}{following}"
    contracted = CONTRACTIONS.get((lower, following.lower()))
    if contracted:
        return contracted.capitalize() if word[0].isupper() else contracted
    return f"{word} {following}"

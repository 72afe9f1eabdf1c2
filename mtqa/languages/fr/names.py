"""How names vary from one transliteration, or one keyboard, to another."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["loose_key", "one_letter_apart", "skeleton", "sound_key", "unaccented"]


def unaccented(word: str) -> str:
    """The word in lower case, without accents."""
    lower = word.lower()
    if lower.isascii():
        return lower
    parts = unicodedata.normalize("NFD", lower)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


_SPELLINGS = (
    ("shch|chtch|schtsch", "S"), ("tch|tsch|cz|ch|sh|sch|tx", "S"), ("kh|j(?=[aeiou])", "h"),
    ("ph", "f"), ("gu(?=[ei])", "g"), ("ou|oo", "u"), ("ks", "x"), ("w", "v"), ("ck|q(?!u)", "k"),
    ("y", "i"), ("i+", "i"), ("([bcdfgklmnprstvzS])\\1+", "\\1"),
)  # fmt: skip
_REWRITES = tuple((re.compile(pattern), text) for pattern, text in _SPELLINGS)


def sound_key(name: str) -> str:
    """What all transliterations of one foreign name have in common.

    « Sergei », « Sergey » and « Sergueï » have one key; « Jean » and « Jeanne » have two, and
    so have « René » and « Renée ».
    """
    key = unaccented(name)
    for pattern, text in _REWRITES:
        key = pattern.sub(text, key)
    return key


_INITIALS = str.maketrans("vwykzx", "bbicss")


def loose_key(name: str) -> str:
    """The name without what Spanish spells in two ways at its head or its end.

    « Vermejo » and « Bermejo », « Lopis » and « Llopis »,
    « Gonzales » and « Gonzalez ».
    """
    plain = unaccented(name)
    head = plain[1:] if plain[0] == "h" or plain.startswith("ll") else plain
    tail = head[1:]
    return head[0].translate(_INITIALS) + (f"{tail[:-1]}s" if tail.endswith("z") else tail)


_SOUND = {ord(letter): None for letter in "aeiouycfghjkpqstxz-"} | {ord("w"): "v"}
_DOUBLES = ("bb", "dd", "ll", "mm", "nn", "rr", "vv")


def skeleton(name: str) -> str:
    """Letters that every transliteration of a name keeps: names with one key have one of these."""
    key = unaccented(name).translate(_SOUND)
    for double in _DOUBLES:
        if double in key:
            key = key.replace(double, double[0])
    return key


def one_letter_apart(one: str, other: str) -> bool:
    """Does one letter make the whole difference, and is it neither the first nor the last?"""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if len(one) == len(other):
        return 0 < start < len(one) - 1 and one[start + 1 :] == other[start + 1 :]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return 0 < start < len(longer) - 1 and longer[start + 1 :] == shorter[start:]

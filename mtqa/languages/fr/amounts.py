"""Numbers in figures or in words, read as values: « 400 000 », « quatre cent mille »."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mtqa.patterns import pattern

__all__ = [
    "COLLECTIVE", "FRACTIONS", "LARGE", "NUMBER_WORDS", "SMALL", "Amount", "opens_amount",
    "read_amount", "read_rank",
]  # fmt: skip

SMALL = {
    word: value
    for value, words in enumerate(
        "zéro un,une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze "
        "quinze seize".split()
    )
    for word in words.split(",")
} | {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "septante": 70, "huitante": 80, "octante": 80, "nonante": 90, "vingts": 20,
}  # fmt: skip
LARGE = {
    "mille": 1_000, "million": 1_000_000, "millions": 1_000_000,
    "milliard": 1_000_000_000, "milliards": 1_000_000_000,
}  # fmt: skip
COLLECTIVE = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1_000,
}  # fmt: skip
FRACTIONS = {"moitié": 50, "tiers": 33, "quart": 25, "quarts": 25, "cinquième": 20, "dixième": 10}
_FIGURES = pattern(r"\d+(?:[.,]\d+)?|\d{1,3}(?:\.\d{3})+")
_GROUPED = pattern(r"\d{1,3}(?:\.\d{3})+")
_FIRST_GROUP = pattern(r"\d{1,3}")
_GROUP = pattern(r"\d{3}")


class Amount(NamedTuple):
    """A number, whether it is a share of a hundred, the token after it, and how it is written."""

    value: float
    percent: bool
    end: int
    figures: bool


NUMBER_WORDS = frozenset(SMALL).union(
    LARGE, ("cent",), (f"{tens}-{units}" for tens in SMALL for units in SMALL)
) - {"un", "une"}
"""Words that a number can begin with."""

_OPENERS = frozenset(SMALL) | frozenset(LARGE) | frozenset(COLLECTIVE) | frozenset(FRACTIONS)


def opens_amount(word: str) -> bool:
    """Can a number begin with this word?"""
    return word[0].isdigit() or word in _OPENERS or "-" in word or word == "cent"


def read_amount(words: Sequence[str], at: int, last: int) -> Amount | None:
    """The number that begins at `words[at]` and ends before `last`; None for « un » alone."""
    word = words[at]
    if word in COLLECTIVE:
        return Amount(COLLECTIVE[word], False, at + 1, False)
    figures = word[0].isdigit()
    value, end = _figures(words, at, last) if figures else _words(words, at, last)
    while end < last and value and words[end] in LARGE:
        value *= LARGE[words[end]]
        end += 1
    share = FRACTIONS.get(words[end]) if end < last else None
    if share and words[end + 1 : end + 2] != ["d'"]:
        return Amount(round(max(value, 1) * share), True, end + 1, figures)
    if end == at or (word in ("un", "une") and end == at + 1):
        return None
    if words[end : end + 1] == ["%"]:
        return Amount(round(value), True, end + 1, figures)
    if list(words[end : end + 2]) == ["pour", "cent"]:
        return Amount(round(value), True, end + 2, figures)
    return Amount(value, False, end, figures)


def _figures(words: Sequence[str], at: int, last: int) -> tuple[float, int]:
    word = words[at]
    if not _FIGURES.fullmatch(word):
        return 0, at
    if _GROUPED.fullmatch(word):
        return float(word.replace(".", "")), at + 1
    end = at + 1
    if _FIRST_GROUP.fullmatch(word):
        while end < last and _GROUP.fullmatch(words[end]):
            word += words[end]
            end += 1
    return float(word.replace(",", ".")), end


def _words(words: Sequence[str], at: int, last: int) -> tuple[float, int]:
    total, part, end = 0, 0, at
    while end < last:
        known = True
        for piece in words[end].split("-"):
            if piece in SMALL:
                fours = piece in ("vingt", "vingts") and part % 100 == 4
                part = part + 76 if fours else part + SMALL[piece]
            elif piece in ("cent", "cents"):
                part = max(part, 1) * 100
            elif piece in LARGE:
                total, part = total + max(part, 1) * LARGE[piece], 0
            elif piece != "et" or not part:
                known = False
                break
        if not known or (words[end] == "et" and not _goes_on(words, end + 1, last)):
            break
        end += 1
    return total + part, end


def _goes_on(words: Sequence[str], at: int, last: int) -> bool:
    return at < last and words[at] in ("un", "une", "onze")


_RANK = pattern(r"(\w{2,})ièmes?|([ivx]+)(?:e|ème)|(\d+)(?:e|ème)")
_ENDS = {"cinqu": "cinq", "neuv": "neuf"}
_ROMAN = {"i": 1, "v": 5, "x": 10}


def read_rank(word: str) -> int | None:
    """The number of an ordinal: « douzième », « xiie », « 12e »; None for another word."""
    match = _RANK.fullmatch(word)
    if match is None:
        return None
    root, roman, figures = match.groups()
    if figures:
        return int(figures)
    if roman:
        digits = [_ROMAN[letter] for letter in roman]
        following = [*digits[1:], 0]
        return sum(-d if d < n else d for d, n in zip(digits, following, strict=True))
    base = _ENDS.get(root, root)
    return SMALL.get(base) or SMALL.get(base + "e")

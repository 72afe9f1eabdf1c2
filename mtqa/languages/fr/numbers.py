"""Numbers, dates and amounts as French writes them: « 1 249,90 € », « 14 h 07 », « 1er mars »."""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.patterns import pattern

__all__ = ["CURRENCIES", "SIGNS", "day", "group_space", "rewrite_number"]

CURRENCIES = {"$": "de dollars", "€": "d’euros", "£": "de livres", "¥": "de yens"}
"""Sign → what follows « million » and « milliard » where the amount is written out."""

SIGNS = {"EUR": "€", "USD": "$", "US$": "$", "GBP": "£", "JPY": "¥"}
"""Code of a currency → its sign."""

_ENGLISH = pattern(r"(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?")
_SPANISH = pattern(r"(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?")
_POINT = pattern(r"(\d+)\.(\d{1,2})")
_GROUPS = pattern(r"\d([\u202f\u00a0 ])\d{3}(?!\d)")


@lru_cache(maxsize=1)
def group_space(text: str) -> str:
    """The space that `text` puts between groups of three figures; U+00A0 where it has none."""
    seen = _GROUPS.search(text)
    return seen[1] if seen else "\u00a0"


def rewrite_number(number: str, space: str = "\u00a0") -> str:
    """A number in English or Spanish notation, rewritten: groups by spaces, a decimal comma.

    « 1,249.90 » and « 23.450,80 » are rewritten whole, « 2.5 » gets its comma; what is French
    already, or none of these, comes back unchanged.
    """
    grouped = _ENGLISH.fullmatch(number) or _SPANISH.fullmatch(number)
    if grouped:
        whole = space.join(re.split(r"[.,]", grouped[1]))
        return f"{whole},{grouped[2]}" if grouped[2] else whole
    decimal = _POINT.fullmatch(number)
    return f"{decimal[1]},{decimal[2]}" if decimal else number


def day(number: str) -> str:
    """The day of a date: « 1er », « 2 »."""
    return "1er" if int(number) == 1 else str(int(number))

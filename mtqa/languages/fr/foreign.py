"""Foreign words in French text: how far a word is French, English, Spanish or Italian."""

from __future__ import annotations

from functools import lru_cache

from mtqa.lexicon import lookup

__all__ = ["LANGUAGES", "is_french", "pulls"]

LANGUAGES = ("en", "es", "it")
"""The languages whose frequencies the lexicon knows beside French."""

_UNSEEN = 10
_FARTHEST = 30
_EVERYDAY = 55


@lru_cache(maxsize=1 << 16)
def pulls(form: str) -> tuple[int, int, int]:
    """How far more common a lower-case form is in each of LANGUAGES than in French.

    In tenths of a power of ten, from -30 to 30; 0 for a form that none of them knows.
    """
    entry = lookup(form)
    french = max(entry.fr, 30 if entry.common and not entry.fr else _UNSEEN)
    return (_pull(entry.en, french), _pull(entry.es, french), _pull(entry.it, french))


def _pull(foreign: int, french: int) -> int:
    return max(-_FARTHEST, min(_FARTHEST, max(foreign, _UNSEEN) - french))


@lru_cache(maxsize=1 << 16)
def is_french(form: str) -> bool:
    """Is a lower-case form a word of French, and rather of French than of another language?"""
    entry = lookup(form)
    if not entry.common:
        return form[-1:] == "'"
    return entry.fr >= _EVERYDAY or entry.fr >= max(entry.en, entry.es, entry.it, 15)

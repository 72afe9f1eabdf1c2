"""Which language a source is in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mtqa.lexicon import lookup
from mtqa.patterns import pattern

__all__ = ["LOCALE", "SOURCE_LANGUAGES", "likely_language", "short_language"]

SOURCE_LANGUAGES = ("en", "es")
LOCALE = pattern(r"(?<![^\W_])(?:en|es|fr)(?:[-_][a-z]{2})?(?=[/.&#?]|$)", re.IGNORECASE)
"""The language in an address, which a translation may well change."""
_LOOKED_AT = 400
"""How many words tell the language of a text."""


def likely_language(words: Sequence[str]) -> str:
    """The likelier source language of a text, by how common its lower-case words are in each."""
    score = 0
    for word in words[:_LOOKED_AT]:
        entry = lookup(word)
        score += entry.es - entry.en
    return "es" if score > 0 else "en"


def short_language(language: str) -> str:
    """The language of `fr-CA` or `FR_ca`, without the place."""
    return language.replace("_", "-").partition("-")[0].lower()

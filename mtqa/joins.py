"""Signs that a text was translated in pieces and put together again: stops in mid-sentence."""

from __future__ import annotations

import re

from mtqa.languages.fr.clauses import CLOSED
from mtqa.lexicon import PROPER
from mtqa.text import Document
from mtqa.views import is_abbreviation

__all__ = ["stray_stops"]

_ROMAN = re.compile("[IVXLCDM]+")
_CLOSERS = frozenset("»”\")]’'")
_SHORTENED = frozenset(
    "acad alin angl arr bros chiff col com consid corp esp gouv hist hon impr inc ital lib mém ord "
    "phys prod pts réal rép sgt soc tél var".split()
)
"""Further abbreviations, which may also be whole words at the end of a sentence."""
_RARELY_SHORT = 40
"""Ten times the Zipf frequency from which a word of four letters or less is no abbreviation."""
_NEVER_CAPITAL = 0.4
"""From this share of lower-case sentences on, the writer does without capitals."""


def stray_stops(document: Document) -> list[int]:
    """Token numbers of the full stops that a word in lower case follows, within a sentence.

    None in a text that does without capitals.
    """
    tokens = document.tokens
    stops = [n for n in tokens.positions((".",)) if n + 1 < len(tokens)]
    places = [n for n in stops if tokens.forms[n + 1][0].islower() and document.gap(n)]
    places = [n for n in places if _is_stray(document, n)]
    lazy = len(places) > 4 and len(places) > _NEVER_CAPITAL * len(stops)
    return [] if lazy else places


def _is_stray(document: Document, stop: int) -> bool:
    """Is there a sentence on both sides, and nothing that the stop may shorten or number?"""
    tokens = document.tokens
    block = document.paragraph_of(stop)
    if stop + 1 >= block.last or stop - block.first < 2:
        return False
    if not tokens.forms[block.first][0].isupper() and tokens.forms[block.first][0].isalpha():
        return False
    return _goes_on(document, stop + 1) and _ends(document, stop - 1, block.first)


def _goes_on(document: Document, number: int) -> bool:
    """Is this a French word, and no name, identifier, address or item of a list?"""
    tokens = document.tokens
    word = tokens.lower[number]
    end = tokens.ends[number]
    after = document.text[end : end + 1]
    touches = not document.text[end + 1 : end + 2].isspace()
    if after and (after in ")_/\\@=" or (after in ".:(" and touches)):
        return False
    if word in CLOSED:
        return True
    entry = document.entry(number)
    return len(word) > 1 and entry.common and entry.fr >= 30 and entry.fr >= entry.en - 3


def _ends(document: Document, number: int, first: int) -> bool:
    """Can a sentence end in this token: no abbreviation, initial, ordinal or heading number?"""
    tokens = document.tokens
    if tokens.ends[number] != tokens.starts[number + 1]:
        return False
    form = tokens.forms[number]
    if form in _CLOSERS:
        return number - first > 3
    following = tokens.lower[number + 2]
    if form[0].isdigit():
        further = tokens.forms[number + 3 : number + 5]
        numbered = "." in form or number - first < 3 or any(f[0].isdigit() for f in further)
        return form[-1].isdigit() and not numbered and following in CLOSED
    shortened = is_abbreviation(tokens, number) or tokens.lower[number] in _SHORTENED
    if len(form) < 2 or shortened or "." in form:
        return False
    if number > first and tokens.forms[number - 1] == ".":
        return False
    if form.isupper():
        return len(form) > 2 and following in CLOSED and not _ROMAN.fullmatch(form)
    return _is_whole(document, number, following)


def _is_whole(document: Document, number: int, following: str) -> bool:
    """Is this word written out?"""
    form = document.tokens.forms[number]
    entry = document.entry(number)
    if form[0].isupper():
        named = bool(entry.tags & PROPER) or len(form) > 5 or any(c.isdigit() for c in form)
        return (named or entry.fr >= _RARELY_SHORT) and following in CLOSED
    if not entry.common:
        return False
    return len(form) > 4 or entry.fr >= _RARELY_SHORT

"""Signs that a text was translated in pieces: stops in mid-sentence, words grown together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import compress, count, pairwise
from typing import NamedTuple

from mtqa.findings import Hit
from mtqa.languages.fr.clauses import CLOSED, is_finite
from mtqa.languages.fr.joints import cut
from mtqa.lexicon import COMMON, NOUN, PAST_PARTICIPLE, PROPER, lookup
from mtqa.patterns import pattern
from mtqa.text import Document
from mtqa.tokens import Tokens
from mtqa.views import Sentence, is_abbreviation

__all__ = [
    "Glued",
    "glued_words",
    "inner_capitals",
    "joining",
    "near_signs",
    "neighbours",
    "signs",
    "stop_of",
    "stray_stops",
    "unknown_forms",
]

_TERM = 4
"""A form that stands so often in one document is a term of its own."""

_ARTICLE = 1500
"""How many tokens away a lost joint still speaks of the same article."""
_ROMAN = pattern("[IVXLCDM]+")
_CLOSERS = frozenset("»”\")]’'")
_SHORTENED = frozenset(
    "acad alin angl arr bros chiff col com consid corp esp gouv hist hon impr inc ital lib mém ord "
    "phys prod pts réal rép sgt soc tél var".split()
)
"""Further abbreviations, which may also be whole words at the end of a sentence."""
_RARELY_SHORT = 40
"""Ten times the Zipf frequency from which a word of four letters or less is no abbreviation."""
_OPEN_ENDS = frozenset("aeiouéy")
"""What hardly any abbreviation ends in."""
_ADDING = frozenset("loin près grâce quant faute surtout notamment puis même soit".split())
"""Further words that a phrase begins with."""
_NEVER_CAPITAL = 0.4
"""From this share of lower-case sentences on, the writer does without capitals."""


class Glued(NamedTuple):
    """A token that is two words: its number, and the parts as written."""

    token: int
    left: str
    right: str


class _Forms:
    """The forms of a text, as written: `form in forms`."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def __contains__(self, form: object) -> bool:
        places = self._tokens.index.get(str(form).lower(), ())
        return any(self._tokens.forms[place] == form for place in places)


@lru_cache(maxsize=1)
def unknown_forms(document: Document) -> list[tuple[str, list[int]]]:
    """The forms in lower case that no French dictionary has, and where they stand."""
    return [
        (form, places)
        for form, places in document.tokens.index.items()
        if form[0].isalnum() and not lookup(form).tags & (COMMON | PROPER)
    ]


@lru_cache(maxsize=1)
def glued_words(document: Document) -> tuple[Glued, ...]:
    """The tokens that are no words and fall apart into two."""
    tokens = document.tokens
    forms = _Forms(tokens)
    found = []
    for form, places in unknown_forms(document):
        if len(form) < 4 or len(places) >= _TERM:
            continue
        for number in places:
            after = tokens.forms[number + 1 : number + 4]
            before = tokens.forms[number - 1] if number else ""
            parts = cut(tokens.forms[number], forms, after, before)
            if parts is not None and _stands_alone(document, number):
                found.append(Glued(number, *parts))
    return tuple(sorted(found))


def _stands_alone(document: Document, number: int) -> bool:
    """Is this token in prose, and no part of an address, tag, path or identifier?"""
    text = document.text
    start, end = document.tokens.starts[number], document.tokens.ends[number]
    if text[max(0, start - 1) : start] in tuple("#@/\\_.$&=+~%-"):
        return False
    after = text[end : end + 1]
    if after and after in "/\\_@=+~%-":
        return False
    return not (after in (".", ":", "(") and text[end + 1 : end + 2].isalnum())


@lru_cache(maxsize=1)
def signs(document: Document) -> list[int]:
    """Token numbers of all the places that show lost joints beyond doubt, in order."""
    return sorted([*stray_stops(document), *(word.token for word in glued_words(document))])


def near_signs(document: Document, token: int, least: int = 1) -> bool:
    """Do `least` such places stand near this token, in the same article for all one can tell?"""
    places = signs(document)
    near = bisect_left(places, token + _ARTICLE) - bisect_left(places, token - _ARTICLE)
    return near >= least


@lru_cache(maxsize=1)
def stray_stops(document: Document) -> tuple[int, ...]:
    """Token numbers of the full stops that a word in lower case follows, within a sentence.

    None in a text that does without capitals.
    """
    tokens = document.tokens
    stops = [n for n in tokens.positions((".",)) if n + 1 < len(tokens)]
    places = [n for n in stops if tokens.forms[n + 1][0].islower() and document.gap(n)]
    places = [n for n in places if _is_stray(document, n)]
    lazy = len(places) > 4 and len(places) > _NEVER_CAPITAL * len(stops)
    return () if lazy else tuple(places)


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
    if entry.tags & NOUN and number + 1 < len(tokens) and is_finite(tokens.lower, number + 1):
        return False
    usual = 30 if entry.tags & NOUN else 20
    return len(word) > 1 and entry.common and entry.fr >= max(usual, entry.en - 3)


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
        numbered = numbered or tokens.forms[number - 1] in ";:,("
        numbered = numbered or tokens.forms[number - 1] == "."
        return form[-1].isdigit() and not numbered and following in CLOSED
    shortened = is_abbreviation(tokens, number) or tokens.lower[number] in _SHORTENED
    if form == "à" or (form == "a" and document.entry(number + 2).tags & PAST_PARTICIPLE):
        return number - first > 1
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
        if len(form) > 3 and lookup(following).tags & COMMON == NOUN and len(following) > 5:
            return lookup(following).fr >= _RARELY_SHORT
        named = named or (len(form) > 3 and form[-1] in _OPEN_ENDS)
        return (named or entry.fr >= _RARELY_SHORT) and following in CLOSED | _ADDING
    if not entry.common:
        return len(form) > 7 and form.isalpha() and following in CLOSED
    return len(form) > 4 or entry.fr >= _RARELY_SHORT


@lru_cache(maxsize=1)
def inner_capitals(document: Document) -> list[int]:
    """Token numbers of the words with a capital right behind a word in lower case."""
    forms = document.tokens.forms
    titles = compress(count(), map(str.istitle, forms))
    inner = [number for number in titles if number and forms[number - 1].islower()]
    return [number for number in inner if not document.opens_emphasis(number)]


def neighbours(document: Document) -> Iterator[tuple[Sentence, Sentence]]:
    """Sentences of one paragraph, one after the other, the first ended by a full stop."""
    sentences, tokens = document.sentences, document.tokens
    for before, piece in pairwise(sentences):
        if tokens.forms[piece.first - 1] not in ".”»" or piece.last - piece.first < 3:
            continue
        if document.paragraph_of(before.first).last <= piece.first:
            continue
        if near_signs(document, piece.first):
            yield before, piece


def stop_of(document: Document, sentence: Sentence) -> int:
    """The token number of the full stop that ends this sentence."""
    last = sentence.last - 1
    return last if document.tokens.forms[last] == "." else last - 1


def joining(document: Document, stop: int, *marks: str) -> Hit:
    """Take the stop away, or put a mark in its place, and write the next word small."""
    tokens = document.tokens
    span = document.span(stop, stop + 1)
    word = tokens.forms[stop + 1]
    if document.entry(stop + 1).common and not (word.isupper() and len(word) > 1):
        word = word[0].lower() + word[1:]
    return Hit.replacing(span, *(f"{mark}{document.gap(stop)}{word}" for mark in marks))

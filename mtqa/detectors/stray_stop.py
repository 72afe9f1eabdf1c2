"""A full stop in mid-sentence, before a word in lower case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.clauses import (
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    SUBORDINATORS,
    finite_verbs,
    is_finite,
)
from mtqa.lexicon import CONJUNCTION, PAST_PARTICIPLE, PROPER, lookup
from mtqa.text import Document
from mtqa.views import is_abbreviation

__all__ = ["StrayStopDetector"]

_CLOSERS = frozenset("»”\")]’'")
_CONTRAST = frozenset(
    "mais car or donc sinon sauf voire notamment tandis alors puisque puisqu' quoique quoiqu' bien "
    "soit".split()
)
"""Words that a comma goes before in the middle of a sentence."""
_PLAIN = frozenset("et ou ni que qu' qui dont où de d' à au aux".split())
_CLOSED = _CONTRAST | _PLAIN | SUBJECTS | DETERMINERS | PREPOSITIONS | RELATIVES | SUBORDINATORS
_LINKS = frozenset(
    "cependant toutefois néanmoins pourtant ensuite enfin puis ainsi aussi aujourd'hui hier demain "
    "désormais actuellement parfois souvent finalement".split()
)
_RARELY_SHORT = 40
"""Ten times the Zipf frequency from which a word of four letters or less is no abbreviation."""


@dataclass(frozen=True)
class StrayStopDetector:
    """A full stop, then a French word in lower case, in a text that writes capitals."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every stop that the sentence runs over."""
        tokens = document.tokens
        stops = [n for n in tokens.positions((".",)) if n + 1 < len(tokens)]
        places = [n for n in stops if tokens.forms[n + 1][0].islower() and document.gap(n)]
        places = [n for n in places if _is_stray(document, n)]
        if len(places) > 4 and len(places) > 0.4 * len(stops):
            return
        for number in places:
            span = document.span(number, number + 1)
            word = document.text[tokens.starts[number + 1] : span.end]
            gap = document.gap(number)
            joined, comma, capital = (
                gap + word,
                f",{gap}{word}",
                f".{gap}{word[0].upper()}{word[1:]}",
            )
            order = _order(document, number)
            texts = {"join": joined, "comma": comma, "capital": capital}
            yield Hit.replacing(span, *(texts[name] for name in order), sure=order == _JOIN)


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
    if word in _CLOSED:
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
        numbered = "." in form or number - first < 3
        return form[-1].isdigit() and not numbered and following in _CLOSED
    if len(form) < 2 or is_abbreviation(tokens, number) or "." in form:
        return False
    if number > first and tokens.forms[number - 1] == ".":
        return False
    if form.isupper():
        return len(form) > 2 and following in _CLOSED
    return _is_whole(document, number, following)


def _is_whole(document: Document, number: int, following: str) -> bool:
    """Is this word written out?"""
    form = document.tokens.forms[number]
    entry = document.entry(number)
    if form[0].isupper():
        named = bool(entry.tags & PROPER) or len(form) > 5 or any(c.isdigit() for c in form)
        return (named or entry.fr >= _RARELY_SHORT) and following in _CLOSED
    if not entry.common:
        return False
    return len(form) > 4 or entry.fr >= _RARELY_SHORT


_JOIN = ("join", "comma")
_COMMA = ("comma", "join")
_CAPITAL = ("capital", "comma", "join")


def _order(document: Document, stop: int) -> tuple[str, ...]:
    """The corrections, the best first: no stop, a comma for it, or a capital after it."""
    words = document.tokens.lower
    word = words[stop + 1]
    first, last = _clause_before(document, stop), _clause_after(document, stop)
    whole = bool(finite_verbs(words, first, stop))
    if word in _CONTRAST:
        return _COMMA if word != "or" else ("comma", "capital", "join")
    if word in _PLAIN or is_finite(words, stop + 1):
        return _JOIN
    if words[first] in SUBORDINATORS and len(finite_verbs(words, first, stop)) < 2:
        return _COMMA
    if whole and _has_main_clause(words, stop + 1, last):
        return _CAPITAL
    if word in SUBORDINATORS | PREPOSITIONS | DETERMINERS | SUBJECTS:
        return _JOIN
    entry = lookup(word)
    if entry.tags & (PAST_PARTICIPLE | CONJUNCTION) and not whole:
        return _JOIN
    return _COMMA if document.tokens.forms[stop - 1][0].isupper() else _JOIN


def _clause_before(document: Document, stop: int) -> int:
    """Where the sentence begins that this stop ends."""
    words = document.tokens.lower
    first = document.sentence_of(stop).first
    for number in range(stop - 1, first, -1):
        if words[number] == ".":
            return number + 1
    return first


def _clause_after(document: Document, stop: int) -> int:
    """Where the sentence ends that goes on after this stop."""
    words = document.tokens.lower
    last = document.sentence_of(stop).last
    for number in range(stop + 1, last):
        if words[number] in (".", ";", "?", "!"):
            return number
    return last


def _has_main_clause(words: list[str], first: int, last: int) -> bool:
    """Does a clause with its own subject begin here, or after one phrase and a comma?"""
    word = words[first]
    if word in SUBJECTS:
        return any(is_finite(words, at) for at in range(first + 1, min(first + 5, last)))
    verbs = finite_verbs(words, first, last)
    opener = next((at for at in range(first, last) if words[at] in RELATIVES), last)
    if word in DETERMINERS:
        return any(at < opener for at in verbs) or (len(verbs) > 1)
    if word in PREPOSITIONS | _LINKS | SUBORDINATORS:
        comma = next((at for at in range(first, last - 2) if words[at] == ","), None)
        start = comma + 1 if comma is not None else first + 1 if word in _LINKS else None
        if start is None or words[start] not in SUBJECTS | DETERMINERS:
            return False
        return any(at > start for at in verbs)
    return False

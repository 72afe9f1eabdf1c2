"""A full stop in mid-sentence, before a word in lower case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.joins import stray_stops
from mtqa.languages.fr.clauses import (
    AUXILIARIES,
    CLOSED,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    SUBORDINATORS,
    finite_verbs,
    is_finite,
)
from mtqa.lexicon import CONJUNCTION, PAST_PARTICIPLE, lookup
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["StrayStopDetector"]

_CONTRAST = frozenset(
    "mais car or donc sinon sauf voire notamment tandis alors puisque puisqu' quoique quoiqu' bien "
    "soit".split()
)
"""Words that a comma goes before in the middle of a sentence."""
_PLAIN = frozenset("et ou ni que qu' qui dont où de d' à au aux".split())
_WANTING = CLOSED | AUXILIARIES
"""Words that something must follow."""
_ARTICLES = DETERMINERS - {"du", "des", "au", "aux"}
_LINKS = frozenset(
    "cependant toutefois néanmoins pourtant ensuite enfin puis ainsi aussi aujourd'hui hier demain "
    "désormais actuellement parfois souvent finalement".split()
)


@parameters
class StrayStopDetector:
    """A full stop, then a French word in lower case, in a text that writes capitals."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every stop that the sentence runs over."""
        for number in stray_stops(document):
            gap, word = document.gap(number), document.tokens.forms[number + 1]
            texts = {
                "join": gap + word,
                "comma": f",{gap}{word}",
                "capital": f".{gap}{word[0].upper()}{word[1:]}",
            }
            order = _order(document, number)
            span = document.span(number, number + 1)
            yield Hit.replacing(span, *(texts[name] for name in order), sure=order == _JOIN)


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
    if word in _PLAIN or is_finite(words, stop + 1) or words[stop - 1] in _WANTING:
        return _JOIN
    if words[first] in SUBORDINATORS and len(finite_verbs(words, first, stop)) < 2:
        return _COMMA
    if _has_main_clause(words, stop + 1, last):
        opens_a_phrase = words[first] in PREPOSITIONS and word not in SUBJECTS
        return _CAPITAL if whole or not opens_a_phrase else _COMMA
    if word in SUBORDINATORS | PREPOSITIONS:
        return _JOIN
    if word in DETERMINERS | SUBJECTS:
        return ("join", "comma", "capital")
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
    if word in _ARTICLES:
        return _subject_has_verb(words, first, last)
    verbs = finite_verbs(words, first, last)
    if word in PREPOSITIONS | _LINKS | SUBORDINATORS:
        comma = next((at for at in range(first, last - 2) if words[at] == ","), None)
        start = comma + 1 if comma is not None else first + 1 if word in _LINKS else None
        if start is None or words[start] not in SUBJECTS | DETERMINERS:
            return False
        return any(at > start for at in verbs)
    return False


def _subject_has_verb(words: list[str], first: int, last: int) -> bool:
    """Does the noun phrase that begins here have a verb, before any comma, not in a relative?"""
    clauses = 0
    for at in range(first, last):
        if words[at] == ",":
            return False
        if words[at] in RELATIVES:
            clauses += 1
        elif is_finite(words, at):
            if not clauses:
                return True
            clauses -= 1
    return False

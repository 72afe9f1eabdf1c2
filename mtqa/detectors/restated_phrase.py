"""A phrase of any build, and after a comma the same in other words, inside one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, NamedTuple

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.clauses import (
    AUXILIARIES,
    CLOSED,
    CONDITIONS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    finite_verbs,
)
from mtqa.languages.fr.paraphrase import Comparison, Thesaurus, Unit, thesaurus
from mtqa.languages.fr.restatement import known_units, restates
from mtqa.lexicon import ADJECTIVE, NOUN, PAST_PARTICIPLE, lookup
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document, Span

__all__ = ["RestatedPhraseDetector"]

_JOINTS = frozenset(",;")
_MARKS = (*tuple(',;:.!?…()[]«»“”"—–/'), "..", "...")
_CRIES = ("!", "?", "…", "...")
_SHORTEST = 3
_LONGEST = 25
_SHORT = 14
"""Tokens of a phrase that one stem in common is enough for to be looked at."""
_UNLIKE = 2.5
"""How many times longer the one may be than the other."""
_STEM = 4
_FARTHEST = 30
_LONGER = 4
_COMMAND = "ez"
_TELLING = PREPOSITIONS - {"de", "d'", "à", "en"}
_LINKS = PREPOSITIONS | RELATIVES | frozenset("moyennant via suivant concernant".split())
_ENDERS = PREPOSITIONS | SUBORDINATORS | {"et", "au", "aux", "car", "mais"}
_LIGHTEST = 5.2
_LIKE = 4.0
"""What two phrases must share that open with one word and have but synonyms after it."""
_MOST_COMMAS = 5
_NO_HEADS = frozenset(
    "plus moins soit ni tant tantôt ou que qu' autant et mais car puis donc or "
    "notamment tandis alors bien même aussi ainsi".split()
)
"""Words that join, or open cases or degrees set side by side."""


class _Phrases(NamedTuple):
    """Tokens `first` up to `joint`, and from `second` up to, not including, `last`."""

    first: int
    joint: int
    second: int
    last: int


@parameters
class RestatedPhraseDetector:
    """A phrase that says no more than the one before its comma or semicolon, in other words.

    What only changes gender or number is no other word. The column `group` of `synonyms` lists
    words of one meaning, separated by commas.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    synonyms: Table

    @cached_property
    def _thesaurus(self) -> Thesaurus:
        return thesaurus(self.synonyms.path)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such phrase."""
        reached = 0
        for joint, floor, after in _joints(document):
            phrases = self._at(document, joint, max(floor, reached), after)
            if phrases:
                reached = phrases.last
                yield _hit(document, phrases)

    def _at(self, document: Document, joint: int, floor: int, after: int) -> _Phrases | None:
        """The phrases around this joint of which the second says the first over again."""
        lower, forms = document.tokens.lower, document.tokens.forms
        second = joint + 1
        if not _stands_in_prose(document, joint, after):
            return None
        theirs = self._thesaurus.units(lower, forms, second, after)
        ours = self._thesaurus.units(lower, forms, floor, joint)
        known = known_units(ours, theirs)
        if len(known) < 2 and len(theirs) > 1:
            return None
        for last in _ends(lower, known, after):
            other = [unit for unit in theirs if unit.last < last]
            for first in _starts(lower, floor, joint, second, last):
                phrases = _Phrases(first, joint, second, last)
                one = [unit for unit in ours if unit.first >= first]
                if _says_again(lower, phrases, one, other, whole=last == after):
                    return None if _has_a_third(document, phrases) else phrases
        return None


def _says_again(
    lower: list[str], phrases: _Phrases, first: list[Unit], second: list[Unit], *, whole: bool
) -> bool:
    """Do these units say the same? If the phrase goes on, not `whole`, the first adds nothing."""
    like = lower[phrases.first] == lower[phrases.second]
    if len(second) == 1:
        return like and len(first) == 1 and _is_same_place(lower, phrases, first[0], second[0])
    if not first or not second:
        return False
    found = restates(lower, first, second) if whole else restates(lower, first, second, 0)
    if not found or found.weight < (_LIKE if like and _is_reworded(found) else _LIGHTEST):
        return False
    if found.synonyms:
        return True
    clause = lower[phrases.second].endswith(_COMMAND) or bool(
        finite_verbs(lower, phrases.second, phrases.last)
    )
    return found.crossed if clause else found.turned and not like


def _ends(lower: list[str], known: list[Unit], after: int) -> Iterator[int]:
    """Where the second phrase may end: before « et » or a preposition, or at its mark."""
    for unit in reversed(known):
        if unit.last + 1 < after and lower[unit.last + 1] in _ENDERS:
            yield unit.last + 1
    yield after


def _joints(document: Document) -> Iterator[tuple[int, int, int]]:
    """Each comma or semicolon before which something like the phrase after it may stand.

    With where the one phrase may begin at the earliest, and the other ends.
    """
    tokens = document.tokens
    lower = tokens.lower
    marks = [-1, *tokens.positions(_MARKS), len(lower)]
    for before, joint, after in zip(marks, marks[1:], marks[2:], strict=False):
        second = joint + 1
        if not _SHORTEST <= after - second <= _LONGEST or lower[joint] not in _JOINTS:
            continue
        floor = max(before + 1, joint - _FARTHEST)
        head = lower[second]
        if not tokens.forms[second].islower() or head in _NO_HEADS:
            continue
        if lower[second : second + 2] == ["à", "moins"]:
            continue
        if head in CONDITIONS and head not in lower[floor + 1 : joint]:
            continue
        alike = head in lower[floor : joint - 1]
        if not (alike or head in _LINKS or _are_of_a_length(joint - floor, after - second)):
            continue
        shared = _stems(lower[floor:joint]) & _stems(lower[second:after])
        commands = head.endswith(_COMMAND) and lower[floor].endswith(_COMMAND)
        telling = len(shared)
        short = after - second <= _SHORT or head == lower[floor]
        enough = telling > 1 or (telling and short)
        if enough or commands or (alike and head in _TELLING):
            yield joint, floor, after


def _stems(words: list[str]) -> set[str]:
    telling = set(words).difference(CLOSED)
    return {word[:_STEM] for word in telling if len(word) >= _STEM or word.isdigit()}


def _starts(lower: list[str], floor: int, joint: int, second: int, last: int) -> Iterator[int]:
    """Where the first phrase may begin that is not much longer or shorter than the second."""
    length, head = last - second, lower[second]
    places = range(joint - _SHORTEST + 1, max(floor, joint - length - _LONGER), -1)
    yield from (first for first in places if lower[first] == head)
    if head in _LINKS:
        for first in places:
            if lower[first] in _LINKS or _is_participle(lower, first):
                yield first
    answers = (lower[floor] in CONDITIONS or lower[floor] == "pour") and head != lower[floor]
    if _are_of_a_length(joint - floor, length) and not answers:
        yield floor


def _are_of_a_length(one: int, other: int) -> bool:
    return one <= other * _UNLIKE and other <= one * _UNLIKE


def _is_participle(lower: list[str], at: int) -> bool:
    """Does a participle or adjective stand here that opens a phrase: « âgés de six ans »?"""
    opens = lower[at + 1] in PREPOSITIONS and lower[at - 1] not in AUXILIARIES
    return opens and bool(lookup(lower[at]).tags & (ADJECTIVE | PAST_PARTICIPLE))


def _stands_in_prose(document: Document, joint: int, after: int) -> bool:
    """Do these tokens stand in one statement with few commas?"""
    tokens = document.tokens
    sentence = document.sentence_of(joint)
    ending = tokens.forms[sentence.last - 1]
    if after >= sentence.last or ending in _CRIES:
        return False
    whole = ending in ".»”" or sentence.last - sentence.first > _LONGEST
    return whole and tokens.lower[sentence.first : sentence.last].count(",") <= _MOST_COMMAS


def _has_a_third(document: Document, phrases: _Phrases) -> bool:
    """Does another phrase with the same opening stand before or after the two?"""
    lower = document.tokens.lower
    head, before = lower[phrases.second], phrases.first - 1
    if head in lower[phrases.last + 1 : phrases.last + 3]:
        return True
    floor = max(document.sentence_of(phrases.joint).first, before - _LONGEST)
    parallel = lower[before] in _JOINTS or lower[before] == "et"
    return parallel and head in lower[floor:before]


def _is_reworded(found: Comparison) -> bool:
    return found.synonyms == len(found.pairs)


def _is_same_place(lower: list[str], phrases: _Phrases, one: Unit, other: Unit) -> bool:
    """« dans les réglages, dans les paramètres »: two nouns of one meaning in one phrase."""
    ours = [*lower[phrases.first : one.first], *lower[one.last + 1 : phrases.joint]]
    theirs = [*lower[phrases.second : other.first], *lower[other.last + 1 : phrases.last]]
    if ours != theirs or lower[phrases.second] not in PREPOSITIONS:
        return False
    if one.word == other.word or one.first != phrases.first + len(ours):
        return False
    nouns = all(lookup(unit.word).tags & NOUN for unit in (one, other))
    return nouns and any(key[0] == "#" for key in one.keys & other.keys)


def _hit(document: Document, phrases: _Phrases) -> Hit:
    """Delete the second phrase, or the first."""
    tokens = document.tokens
    span = document.span(phrases.first, phrases.last - 1)
    second = Edit(Span(tokens.ends[phrases.joint - 1], span.end), "")
    start = tokens.starts[phrases.second]
    initial = document.text[start]
    if document.text[span.start].isupper():
        initial = initial.upper()
    first = Edit(Span(span.start, start + 1), initial)
    return Hit(span, ((second,), (first,)))

"""A phrase over and over: two copies or more, one right after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count, islice, pairwise
from operator import eq
from typing import ClassVar, NamedTuple

from mtqa.findings import Hit
from mtqa.languages.fr.clauses import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECTS,
    awaits_verb,
)
from mtqa.lexicon import (
    CONJUNCTION,
    DETERMINER,
    FINITE,
    INTERJECTION,
    NOUN,
    NUMERAL,
    PREPOSITION,
    PRONOUN,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["LoopDetector"]

_FARTHEST = 60
"""Tokens from the start of one copy to the start of the next."""
_LONG = 4
_FEW = 100
_RARE = 2000
"""A word that is more than one token in so many tells no loop, except in a short text."""
_SEPARATORS = frozenset(",;")
_GRAMMAR = DETERMINER | PREPOSITION | PRONOUN | CONJUNCTION
_LINKS = PREPOSITION | CONJUNCTION
_OF = ("de", "du", "des", "d'")
_QUANTITIES = frozenset("plus moins beaucoup trop assez tant autant peu lors près".split())
"""Words that « de » follows, but not twice."""
_FACED = frozenset(
    "adversaire adversaires rival rivaux concurrent concurrents ennemi menace menaces crise danger "
    "problème défi défis difficulté difficultés hausse baisse pénurie risque risques équipe".split()
)
"""What one stands « face à », but not « face à face à », which is said of places."""
_COORDINATORS = ("et", "ou", "ni", "puis", "mais")
_TIMES = ("seconde", "minute", "heure", "jour", "an", "mois")
_ONE = ("un", "une", "l'un", "tout", "tous")
_LINKING = frozenset("à par et ou contre après pour sur".split())
_REACH = 12
_WELL_BEFORE = 6
_LISTED = 4
"""More items than these, in all copies of a list, no writer repeats."""
_FULL = 3
"""Words of a phrase that two copies make a fault of."""
_DASHES = tuple("-–—♪♫")
_CRIES = ("!", "?", "…", "...")
_EMPHATIC = frozenset(
    "plus moins très trop encore toujours tout toute tous toutes si tant bien jamais rien pas loin "
    "vite mieux non oui".split()
)
_WEIGHTY = 8
"""Letters of a word that hardly serves for insistence."""
_TELLING = 54
"""Ten times the Zipf frequency below which a noun says what a phrase is about."""


class _Loop(NamedTuple):
    """`copies` of a phrase of `period` tokens from token `first`, its separator included."""

    first: int
    period: int
    copies: int
    marks: int
    """How many separators a copy holds, the one that parts it from the next included."""

    @property
    def words(self) -> int:
        return self.period - bool(self.marks)

    @property
    def last(self) -> int:
        return self.first + self.period * self.copies - 1 - bool(self.marks)


@parameters
class LoopDetector:
    """Copies of a phrase with nothing, or one comma, between them."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every loop that no writer would mean."""
        reached = 0
        for loop in sorted(_loops(document)):
            if loop.first >= reached and _is_fault(document, loop):
                reached = loop.last + 1
                kept = document.span(loop.first, loop.first + loop.words - 1)
                text = document.text[kept.start : kept.end]
                yield Hit.replacing(document.span(loop.first, loop.last), text)


def _loops(document: Document) -> Iterator[_Loop]:
    """Every stretch of words that comes again at once."""
    words = document.tokens.lower
    reached: dict[int, int] = {}
    for number, period in sorted(_echoes(document)):
        if number + period > reached.get(period, -1):
            first, last = _run(document, number, period)
            reached[period] = last
            again = last + 2 >= first + 2 * period
            loop = _phrase(words, first, last, period) if again else None
            if loop:
                yield loop


def _echoes(document: Document) -> Iterator[tuple[int, int]]:
    """Tokens that come again, with the one before them, so many tokens later.

    A loop of four tokens or more holds a word of four letters or more that is not everywhere.
    """
    words = document.tokens.lower
    for period in range(2, _LONG):
        last = -1
        for number in compress(count(), map(eq, words, islice(words, period, None))):
            if number == last + 1:
                yield last, period
            last = number
    everywhere = max(_FEW, len(words) // _RARE)
    for word, numbers in document.tokens.index.items():
        if len(word) < _LONG or not 1 < len(numbers) < everywhere:
            continue
        for one, other in pairwise(numbers):
            if _LONG <= other - one <= _FARTHEST and words[one - 1] == words[other - 1]:
                yield one, other - one


def _run(document: Document, number: int, period: int) -> tuple[int, int]:
    """The first and last token of the stretch that repeats itself with this period."""
    words = document.tokens.lower
    block = document.paragraph_of(number)
    first, last = number, number + period
    while first > block.first and words[first - 1] == words[first - 1 + period]:
        first -= 1
    while last + 1 < block.last and words[last + 1] == words[last + 1 - period]:
        last += 1
    return first, min(last, block.last - 1)


def _phrase(words: list[str], first: int, last: int, period: int) -> _Loop | None:
    """The loop in a stretch, begun after its separator; None if it is no loop of words."""
    marks = [
        n for n in range(first, first + period) if not (words[n][0].isalpha() or len(words[n]) > 1)
    ]
    if any(words[n] not in _SEPARATORS for n in marks):
        return None
    if marks and marks[-1] != first + period - 1:
        first = marks[0] + 1
    copies = (last - first + 1 + bool(marks)) // period
    return _Loop(first, period, copies, len(marks)) if copies > 1 else None


def _is_fault(document: Document, loop: _Loop) -> bool:
    words = document.tokens.lower[loop.first : loop.first + loop.words]
    words = [word for word in words if word not in _SEPARATORS]
    known = sum(lookup(word).known or word[0] == "-" for word in set(words))
    if known < 2 or not all(_is_plain(word, len(words)) for word in words):
        return False
    if loop.marks > 1:
        return not _is_sung(document, loop) and loop.copies * loop.marks > _LISTED
    if loop.marks:
        return _is_idle(document, loop, words)
    before = document.tokens.lower[loop.first - 1] if loop.first else ""
    if words == ["face", "à"]:
        return not _FACED.isdisjoint(document.tokens.lower[loop.last + 1 : loop.last + 4])
    if loop.words == 2 and loop.copies < 4 and _is_distributive(words, before):
        return False
    if loop.copies == 2 and (
        "\n" in document.gap(loop.first + loop.period - 1)
        or (words[-1] in _COORDINATORS and loop.words > 2)
    ):
        return False
    plain = any(lookup(w).tags & _GRAMMAR or w in AUXILIARIES or w[0] == "-" for w in words)
    if not plain and not _is_sober(document, loop, words):
        return False
    return loop.copies > 2 or _is_fault_of_two(document, loop, words)


def _is_fault_of_two(document: Document, loop: _Loop, words: list[str]) -> bool:
    """Can no grammar make sense of the two copies?"""
    forms = document.tokens.forms[loop.first : loop.first + 2 * loop.period]
    if forms[loop.period][0].isupper() or forms[1 : loop.period] != forms[loop.period + 1 :]:
        return False
    if _is_chain(words) or _is_compound(document, loop, words):
        return False
    if loop.words > 3 or not any(lookup(word).tags & FINITE for word in words):
        return True
    if words[:2] == ["est", "-ce"]:
        return True
    start = max(document.sentence_of(loop.first).first, loop.first - _REACH)
    lower = document.tokens.lower
    if loop.words > 2 and words[0] in ("ne", "n'"):
        return not awaits_verb(lower, loop.first, start)
    return CLAUSE_OPENERS.isdisjoint(lower[start : loop.first + 1])


def _is_sung(document: Document, loop: _Loop) -> bool:
    """Is it quoted, a line of speech, or a cry?"""
    tokens = document.tokens
    ending = "".join(tokens.lower[loop.last + 1 : loop.last + 2])
    spoken = tokens.forms[document.paragraph_of(loop.first).first] in _DASHES
    return spoken or bool(document.quote_around(loop.first)) or ending in _CRIES


def _is_compound(document: Document, loop: _Loop, words: list[str]) -> bool:
    """Can the first copy be part of a compound noun: « le pied de page de page »?"""
    return words == ["de", "page"] and bool(
        loop.first and document.entry(loop.first - 1).tags & NOUN
    )


def _is_chain(words: list[str]) -> bool:
    """A noun and « de », which can follow themselves: « l'ami de l'ami de Paul »."""
    opens = lookup(words[0]).tags & (DETERMINER | NOUN) and words[0] not in _OF
    return words[-1] in _OF and bool(opens) and words[0] not in _QUANTITIES


def _is_sober(document: Document, loop: _Loop, words: list[str]) -> bool:
    """Is it no cry, and no line of speech?"""
    tokens = document.tokens
    block = document.paragraph_of(loop.first)
    inside = block.first < loop.first and loop.last + 1 < block.last
    whole = all(len(word) >= _LONG and word.isalpha() for word in words)
    if not inside or not whole or not tokens.forms[loop.first].islower():
        return False
    return tokens.forms[loop.last + 1] != "," and not _is_sung(document, loop)


def _is_plain(word: str, length: int) -> bool:
    """Is it a French word, and in a phrase of two words no interjection or number?"""
    if word[-1] == "'" or word[0] == "-":
        return True
    entry = lookup(word)
    if length > 2 and (word.isdigit() or (word.isalpha() and len(word) >= _LONG)):
        return True
    return entry.known and (length > 2 or not entry.tags & (INTERJECTION | NUMERAL))


def _is_distributive(words: list[str], before: str) -> bool:
    """A content word or « un », then a preposition or « et »: « jour après jour après jour »."""
    if words[1] in _ONE and words[0] in PREPOSITIONS and before not in _ONE:
        return False  # « à une à une erreur », not « une à une »
    if words[0] in _ONE or words[1] in _ONE:
        return bool(_LINKING.intersection(words))
    if words[0] in _QUANTITIES and words[1] in _OF:
        return False
    if words[0] == "par":  # « mètres par seconde par seconde »
        return words[1] in _TIMES
    if words[0] in PREPOSITIONS or words[0] in SUBJECTS or words[0] in DETERMINERS:
        return False
    tags = lookup(words[0]).tags
    return bool(lookup(words[1]).tags & _LINKS) and bool(tags & NOUN or not tags & _GRAMMAR)


def _is_idle(document: Document, loop: _Loop, words: list[str]) -> bool:
    """Is the phrase too long and flat, or repeated too often, to be insistence?"""
    ending = "".join(document.tokens.lower[loop.last + 1 : loop.last + 2])
    if ending in _CRIES:
        return False
    content = [word for word in words if not lookup(word).tags & _GRAMMAR and word[-1] != "'"]
    telling = any(lookup(w).tags & NOUN and lookup(w).fr < _TELLING for w in content)
    if loop.copies > 2:
        if words[0] in _ONE and loop.copies < _LISTED:
            return False  # Things are counted out: « un pour toi, un pour toi, deux pour lui ».
        item = telling and len(words) > 2 and SUBJECTS.isdisjoint(words)
        if _is_sung(document, loop) and loop.copies == 3:
            return item and not document.quote_around(loop.first)
        return loop.words > 2 or _is_afterthought(document, loop, telling)
    if _is_sung(document, loop) or loop.words < _FULL or not content:
        return False
    weighty = any(len(w) >= _WEIGHTY and w not in _EMPHATIC for w in content)
    if not telling and ((loop.words <= _FULL and not weighty) or words[0] in SUBJECTS):
        return False
    again = document.tokens.forms[loop.first + loop.period]
    return not (again[0].isupper() or ending[:1].isalnum())


def _is_afterthought(document: Document, loop: _Loop, telling: bool) -> bool:
    """Does it close a sentence of some length, and neither measure nor insist?"""
    words = document.tokens.lower[loop.first : loop.first + loop.words]
    before = loop.first - document.sentence_of(loop.first).first
    governed = telling and before > 1 and document.tokens.lower[loop.first - 1] in PREPOSITIONS
    return (governed or before >= _WELL_BEFORE) and _EMPHATIC.isdisjoint(words)

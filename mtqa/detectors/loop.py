"""A phrase over and over: two copies or more, one right after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

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
    readings,
)
from mtqa.loops import SEPARATORS, Loop, loops
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["LoopDetector"]

_LONG = 4
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
_WHOLE = 5
"""Words of a phrase that no writer takes up again to go on from it."""
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


@parameters
class LoopDetector:
    """Copies of a phrase with nothing, or one comma, between them."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every loop that no writer would mean."""
        reached = 0
        for loop in sorted(loops(document)):
            if loop.first >= reached and _is_fault(document, loop):
                reached = loop.last + 1
                kept = document.span(loop.first, loop.first + loop.words - 1)
                text = document.text[kept.start : kept.end]
                yield Hit.replacing(document.span(loop.first, loop.last), text)


def _is_fault(document: Document, loop: Loop) -> bool:
    words = document.tokens.lower[loop.first : loop.first + loop.words]
    words = [word for word in words if word not in SEPARATORS]
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


def _is_fault_of_two(document: Document, loop: Loop, words: list[str]) -> bool:
    """Can no grammar make sense of the two copies?"""
    forms = document.tokens.forms[loop.first : loop.first + 2 * loop.period]
    if forms[loop.period][0].isupper() or forms[1 : loop.period] != forms[loop.period + 1 :]:
        return False
    if _is_chain(words) or _is_compound(document, loop, words):
        return False
    if loop.words > 3 or not any(map(_may_be_said_of, words)):
        return True
    if any(word[0] == "-" for word in words):  # « faites-la cuire », « est-ce »
        return True
    start = max(document.sentence_of(loop.first).first, loop.first - _REACH)
    lower = document.tokens.lower
    if loop.words > 2 and words[0] in ("ne", "n'"):
        return not awaits_verb(lower, loop.first, start)
    return CLAUSE_OPENERS.isdisjoint(lower[start : loop.first + 1])


def _may_be_said_of(word: str) -> bool:
    """Is it a verb that may follow its own relative clause, in a tense that texts still use?"""
    if not lookup(word).tags & FINITE:
        return False
    return not lookup(word).tags & NOUN or any(
        feature[:2] not in ("Is", "Sq") for _, feature in readings(word) if feature[0] in "IKSE"
    )


def _is_sung(document: Document, loop: Loop) -> bool:
    """Is it quoted, a line of speech, or a cry?"""
    tokens = document.tokens
    ending = "".join(tokens.lower[loop.last + 1 : loop.last + 2])
    spoken = tokens.forms[document.paragraph_of(loop.first).first] in _DASHES
    return spoken or bool(document.quote_around(loop.first)) or ending in _CRIES


def _is_compound(document: Document, loop: Loop, words: list[str]) -> bool:
    """Can the first copy be part of a compound noun: « le pied de page de page »?"""
    return words == ["de", "page"] and bool(
        loop.first and document.entry(loop.first - 1).tags & NOUN
    )


def _is_chain(words: list[str]) -> bool:
    """A noun and « de », which can follow themselves: « l'ami de l'ami de Paul »."""
    opens = lookup(words[0]).tags & (DETERMINER | NOUN) and words[0] not in _OF
    return words[-1] in _OF and bool(opens) and words[0] not in _QUANTITIES


def _is_sober(document: Document, loop: Loop, words: list[str]) -> bool:
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


def _is_idle(document: Document, loop: Loop, words: list[str]) -> bool:
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
    goes_on = ending[:1].isalnum() and loop.words < _WHOLE
    return not (again[0].isupper() or goes_on)


def _is_afterthought(document: Document, loop: Loop, telling: bool) -> bool:
    """Does it close a sentence of some length, and neither measure nor insist?"""
    words = document.tokens.lower[loop.first : loop.first + loop.words]
    before = loop.first - document.sentence_of(loop.first).first
    governed = telling and before > 1 and document.tokens.lower[loop.first - 1] in PREPOSITIONS
    emphatic = words[0] not in ("au", "du") and not _EMPHATIC.isdisjoint(words)
    return (governed or before >= _WELL_BEFORE) and not emphatic

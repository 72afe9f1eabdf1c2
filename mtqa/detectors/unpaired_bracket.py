"""A round bracket that opens and never closes, or closes and never opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.joins import near_signs
from mtqa.languages.fr.clauses import DETERMINERS, PREPOSITIONS, SUBJECTS, SUBORDINATORS
from mtqa.lexicon import ADJECTIVE, ADVERB, FINITE, NOUN, PAST_PARTICIPLE, PREPOSITION, PRONOUN
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.text import MASK, Document, Span

__all__ = ["UnpairedBracketDetector"]

_NEAR = 6
_SHORT = 9
_LONGEST = 30
_MOST_OTHERS = 3
_JOINTS = frozenset(", et ou puis avant après pour mais qui".split())
_MOST_ASTRAY = 0.05
_STOPS = frozenset(".!?…;:")
_CODE = frozenset("[]{}=<>|+×^/\\*" + MASK)
_CODE_REACH = 8
_FACE = ":;=-^'8"
_SMILES = pattern(r"[:;=]['^]?-?\Z")
_LIST_MARK = pattern(r"\d{1,3}[a-z]?|[a-z]|[ivx]{1,4}|[°ºo]|bis|ter", re.IGNORECASE)
_ACRONYM = pattern(r"[A-ZÀ-Ý]{2,6}")
_AFTER_ASIDE = frozenset(",.;:!?»")
_SUBJECT_OPENERS = SUBJECTS | DETERMINERS
_CLAUSE_OPENERS = frozenset(
    "que qu' qui dont où quand lorsque lorsqu' comme si s' il elle ils elles on je j' nous vous tu"
    " ce c' cela ça et ou".split()
)

_COMMON_VERBS = frozenset("est sont a ont sera seront doit peut fait".split())
"""Verbs that are also nouns or other words, but seldom."""


@parameters
class UnpairedBracketDetector:
    """A bracket without its partner in the paragraph or in those near it.

    The marks of lists (« a) », « 1°) »), faces, intervals and formulas are left alone; so is a
    document whose brackets go astray by habit, as code and forms have them, and a
    list of sentences, where an aside may end on another line. A closing bracket alone, which
    writers forget to delete, counts near lost joints only.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such bracket, with the place of its partner where it is sure."""
        numbers = document.tokens.positions(("(", ")"))
        astray = _astray(document, numbers) if not document.is_sentence_list else []
        if len(astray) > max(2, _MOST_ASTRAY * len(numbers)):
            return
        for number in astray:
            if not _is_prose(document, number):
                continue
            if document.tokens.forms[number] == "(":
                yield _unclosed(document, number)
            elif near_signs(document, number):
                yield Hit.replacing(document.span(number, number), "")


def _astray(document: Document, numbers: list[int]) -> list[int]:
    """The brackets that find no partner, neither in their paragraph nor in those near it."""
    forms = document.tokens.forms
    found: list[int] = []
    waiting: list[tuple[int, int]] = []
    for count, (_, inside) in enumerate(groupby(numbers, document.paragraph_of)):
        opened: list[int] = []
        for number in inside:
            if _is_smile(document, number):
                continue
            if forms[number] == "(":
                opened.append(number)
            elif opened:
                opened.pop()
            elif waiting and count - waiting[-1][1] <= _NEAR:
                waiting.pop()
            elif not _marks_list(document, number):
                found.append(number)
        waiting.extend((number, count) for number in opened)
    return sorted([*found, *(number for number, _ in waiting)])


def _is_smile(document: Document, number: int) -> bool:
    """« :-) », « ;) »; no blank stands inside."""
    start = document.tokens.starts[number]
    return _SMILES.search(document.text, max(start - 3, 0), start) is not None


def _marks_list(document: Document, number: int) -> bool:
    tokens = document.tokens
    before = number - 1
    return (
        before >= 0
        and tokens.starts[number] - tokens.ends[before] <= 1
        and _LIST_MARK.fullmatch(tokens.forms[before]) is not None
    )


def _is_prose(document: Document, number: int) -> bool:
    """Does a word stand inside the bracket, and no sign of code, formula or face beside it?"""
    tokens = document.tokens
    block = document.paragraph_of(number)
    opens = tokens.forms[number] == "("
    word = number + 1 if opens else number - 1
    if not block.first <= word < block.last:
        return False
    final = tokens.forms[block.last - 1]
    if opens and (final in ("…", "...") or (final not in _STOPS and number > block.first + _SHORT)):
        return False  # The text was cut off before the bracket could close.
    start, end = document.span(number, number)
    before = document.text[max(start - 1, 0) : start]
    if opens and before.strip(" \n\u00a0«“’'"):
        return False
    if not opens and (before in _FACE or document.text[end : end + 1].isalnum()):
        return False
    near = tokens.forms[max(block.first, number - _CODE_REACH) : number + _CODE_REACH]
    return _CODE.isdisjoint(near) and (
        _is_word(document, word) or (opens and _closes_at_once(document, number) is not None)
    )


def _is_word(document: Document, number: int) -> bool:
    form = document.tokens.forms[number]
    return (len(form) > 1 or form in "àÀ") and form[0].isalpha() and document.entry(number).known


def _closes_at_once(document: Document, number: int) -> int | None:
    """The one thing inside that needs no more: « (OMS », « (« Guernica » » before a word."""
    tokens = document.tokens
    inner = number + 1
    last = document.paragraph_of(number).last
    if inner + 2 >= last:
        return None
    if tokens.forms[inner] in ("«", "“"):
        pair = document.quote_around(inner + 1)
        if pair is None or pair.open != inner:
            return None
        inner = pair.close
    elif tokens.forms[inner][0].isdigit():
        inner += tokens.forms[inner + 1] in ("%", "€", "$")
        return inner if tokens.forms[inner + 1] in _AFTER_ASIDE else None
    elif not _ACRONYM.fullmatch(tokens.forms[inner]):
        return None
    if inner + 1 >= last:
        return inner
    after = tokens.forms[inner + 1]
    return inner if after[0].islower() or after in _AFTER_ASIDE else None


def _unclosed(document: Document, number: int) -> Hit:
    last = _last_inside(document, number)
    if last is None:
        return Hit(document.span(number, number))
    places = [document.tokens.ends[at] for at in (last, *_others(document, number, last))]
    return Hit(document.span(number, last), tuple((Edit(Span(at, at), ")"),) for at in places))


def _others(document: Document, number: int, place: int) -> list[int]:
    """Other words that the bracket may end with: before a comma, a joint, the sentence's end."""
    tokens = document.tokens
    end = document.sentence_of(number).last - 1
    joints = [at - 1 for at in range(number + 2, end) if tokens.lower[at] in _JOINTS]
    ends = [end - 1] if tokens.forms[end] in _STOPS else []
    return [at for at in (*joints[:_MOST_OTHERS], *ends) if at != place]


def _last_inside(document: Document, number: int) -> int | None:
    """The last word inside the bracket: before what the sentence waits for, or at its end."""
    at_once = _closes_at_once(document, number)
    if at_once is not None:
        return at_once
    forms = document.tokens.forms
    sentence = document.sentence_of(number)
    has_verb = any(_is_verb(document, n) for n in range(sentence.first, number))
    near = range(number + 1, min(sentence.last, number + _SHORT))
    for inner in near:
        if forms[inner] == "(":
            return _before_comma(document, number, inner)
    if not has_verb:
        last = _before_verb(document, near, after_comma=_awaits_subject(document, number))
        if last is not None:
            return last
    elif (last := _before_second_participle(document, number, near)) is not None:
        return last
    return _end_of_sentence(document, number)


def _before_comma(document: Document, first: int, last: int) -> int | None:
    """In a list of words each with its bracket, the last token before the comma."""
    forms = document.tokens.forms
    return next((n - 1 for n in range(first + 2, last) if forms[n] in (",", ";")), None)


def _awaits_subject(document: Document, number: int) -> bool:
    """Does the sentence open with a phrase that a comma parts from its subject: « Selon X »?"""
    opening = document.tokens.lower[document.sentence_of(number).first]
    return opening in PREPOSITIONS | SUBORDINATORS | {"au", "aux"}


def _before_verb(document: Document, near: range, *, after_comma: bool) -> int | None:
    """The token before the verb, or before the subject, that the sentence waits for."""
    tokens = document.tokens
    for inner in near:
        after = tokens.lower[inner + 1 : inner + 2]
        if after_comma and tokens.forms[inner] == "," and not _SUBJECT_OPENERS.isdisjoint(after):
            return inner - 1
        if tokens.lower[inner] in _CLAUSE_OPENERS or tokens.forms[inner] in _STOPS:
            return None
        if inner > near.start and _is_verb(document, inner):
            return inner - 1
    return None


def _before_second_participle(document: Document, number: int, near: range) -> int | None:
    """« ont été relues par des élèves (souvent seuls et corrigées »: before the « et »."""
    tokens = document.tokens
    sentence = document.sentence_of(number)
    before = any(_is_participle(document, n) for n in range(sentence.first + 1, number))
    for inner in near if before else ():
        if tokens.forms[inner] in _STOPS or tokens.forms[inner] == ",":
            return None
        joins = tokens.lower[inner] in ("et", "ou", "puis") and inner > near.start + 1
        if joins and inner + 1 < sentence.last and _is_participle(document, inner + 1):
            return inner - 1
    return None


def _end_of_sentence(document: Document, number: int) -> int | None:
    """The last word of the sentence, where the bracket can hold all the rest of it."""
    forms, last = document.tokens.forms, document.sentence_of(number).last
    if last - number > _LONGEST or forms[last - 1] not in _STOPS:
        return None
    rest = range(number + 1, last - 1)
    if last - number <= _SHORT and not any(forms[n] in (",", *_STOPS) for n in rest):
        return last - 2
    whole = any(_is_verb(document, n) for n in rest) or last == document.paragraph_of(number).last
    return last - 2 if whole else None


def _is_participle(document: Document, number: int) -> bool:
    tags = document.entry(number).tags
    return bool(tags & PAST_PARTICIPLE) and not tags & NOUN


def _is_verb(document: Document, number: int) -> bool:
    if document.tokens.lower[number] in _COMMON_VERBS:
        return True
    tags = document.entry(number).tags
    return bool(tags & FINITE) and not tags & (NOUN | ADJECTIVE | ADVERB | PREPOSITION | PRONOUN)

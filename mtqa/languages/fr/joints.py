"""Where two words grew together at a lost space: « durablemais », « lesmarques », « ODBCou ».

A cut is accepted only where both parts are real words, the whole is a word in no language of
the lexicon, and nothing else explains it: a missing accent, a surname, an inflection of a
language near to French.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from mtqa.languages.fr.joint_words import (
    AFTER_A_NAME,
    AFTER_A_PLACE,
    AFTER_A_SEEN_NAME,
    HEADS,
    NO_PAIR,
    PAIR,
    SENTENCE_HEADS,
    TAILS_BY_END,
)
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    FEMININE,
    FINITE,
    INFINITIVE,
    MASCULINE,
    NOUN,
    PAST_PARTICIPLE,
    PLACE,
    PLURAL,
    PREPOSITION,
    PROPER,
    SINGULAR,
    Entry,
    lookup,
)

__all__ = ["Cut", "cut"]


class Cut(NamedTuple):
    """Where a word falls apart: its `left` and its `right` part, as written."""

    left: str
    right: str


_COORDINATORS = ("et", "ou")
_VOWELS = frozenset("aeiouyhàâéèêëîïôœù")
_CONTENT = NOUN | ADJECTIVE | PAST_PARTICIPLE | INFINITIVE | ADVERB | FINITE
_ACRONYM = re.compile(r"([A-Z][A-Z0-9]*[A-Z0-9])([a-z]{2,})")
_HUMPS = re.compile(r"(.*[a-z0-9A-Z])([A-Z][a-z]+)")
_HEAD_AND_CAPITAL = re.compile(
    r"(les?|la|des?|du|et|à|aux?|pour|dans|avec|que|qui|une)([A-Z]\w{3,})"
)
_NAME_PARTS = frozenset("Mc Mac De Di Du La Le Van O Fitz Des Mb N D L".split())
_REGULAR_ENDS = tuple("ées és ée ion ions ité ités ment ments eurs ables ent".split())
"""Endings of words so regular that a lower frequency will do."""
_PREFIXES = frozenset("super inter hyper extra ultra grand franc multi trans porte garde".split())
_UNSEEN = 15
"""Ten times the Zipf frequency from which a form is a word somewhere, if in no dictionary."""


def cut(form: str, seen: Container[str], following: str = "") -> Cut | None:
    """Cut `form`, as written, where two words were glued; None where it may be one word.

    `seen` tells which forms the document holds elsewhere, as written; `following` is the token
    after this one.
    """
    lower = form.lower()
    entry = lookup(lower)
    pair = PAIR.fullmatch(lower)
    if pair and not entry.known and form not in NO_PAIR:
        left = next(part for part in pair.groups() if part)
        if form == lower or (len(left) > 4 and form[1:] == lower[1:]):
            return Cut(form[: len(left)], form[len(left) :])
    if entry.known or len(form) < 4 or _seen_anywhere(entry) >= _UNSEEN:
        return None
    if form[0].isdigit():
        return _behind_number(form)
    if form[0].isupper():
        return _capitalised(form, seen, following)
    if form.islower():
        return _with_tail(form, seen) or _with_head(form, seen) or _two_words(form)
    return _before_capital(form, seen) or _in_last_hump(form, seen, following)


def _seen_anywhere(entry: Entry) -> int:
    return max(entry.fr, entry.en, entry.es, entry.it)


def _tails(form: str) -> Iterator[str]:
    """The tails that `form` ends in, the longest first."""
    for tail in TAILS_BY_END.get(form[-2:], ("à",)):
        if form.endswith(tail):
            yield tail


def _behind_number(form: str) -> Cut | None:
    match = re.fullmatch(r"(\d{2,})(et|ou|dans|pour|avec|sont|qui|mais|par|des|les|de|du)", form)
    if not match or (match[2][0] == "d" and len(match[1]) < 4):
        return None
    return Cut(match[1], match[2])


def _before_capital(form: str, seen: Container[str]) -> Cut | None:
    """« lesCookies », « deCONTAINSTABLE »: a function word glued to a capital."""
    match = _HEAD_AND_CAPITAL.fullmatch(form)
    if not match:
        return None
    sure = match[2] in seen or match[2].isupper()
    common = len(match[2]) > 6 and lookup(match[2].lower()).common
    return Cut(match[1], match[2]) if sure or common else None


def _capitalised(form: str, seen: Container[str], following: str) -> Cut | None:
    acronym = _ACRONYM.fullmatch(form)
    if acronym and acronym[2] in tuple(_tails(acronym[2])):
        return Cut(acronym[1], acronym[2])
    if _HUMPS.fullmatch(form):
        return _in_last_hump(form, seen, following)
    return (
        _behind_name(form, seen, following)
        or _name_and_word(form, seen)
        or (_with_head(form, seen) if form.lower().startswith(SENTENCE_HEADS) else None)
        or _two_words(form)
    )


def _in_last_hump(form: str, seen: Container[str], following: str) -> Cut | None:
    """The last hump of an identifier carries a tail: `MoveNextet`."""
    humps = _HUMPS.fullmatch(form)
    if not humps or humps[1] in _NAME_PARTS or _is_word_somewhere(humps[2]):
        return None
    for tail in _tails(humps[2]):
        left, stem = form[: -len(tail)], humps[2][: -len(tail)]
        listed = tail in _COORDINATORS and following[:1].isupper()
        a_set = tail == "et" and stem[-1:] == "s"
        usual = _is_word_somewhere(stem) and not a_set
        if len(stem) > 1 and (left in seen or listed or usual):
            return Cut(left, tail)
    return None


def _is_word_somewhere(form: str) -> bool:
    entry = lookup(form.lower())
    return entry.known or max(entry.fr, entry.en) >= _UNSEEN


def _behind_name(form: str, seen: Container[str], following: str) -> Cut | None:
    """A name, or a capitalised noun, with what follows it: « Morettiqui », « Serveret »."""
    for tail in _tails(form):
        left = form[: -len(tail)]
        if len(left) < 3:
            continue
        if left in seen and tail in AFTER_A_SEEN_NAME:
            return Cut(left, tail)
        entry = lookup(left.lower())
        used = len(left) > 3 and (bool(entry.tags & PROPER) or _seen_anywhere(entry) >= 25)
        listed = tail in _COORDINATORS and following[:1].isupper()
        if used and (listed or tail in AFTER_A_NAME):
            return Cut(left, tail)
        if entry.tags & PLACE and _joins_place(left, tail, entry):
            return Cut(left, tail)
        endless = tail in ("de", "ou") or (tail == "et" and left[-1] in "esé")
        if endless and len(left) > 5 and entry.common and entry.fr >= 30:
            return Cut(left, tail)
    return None


def _joins_place(left: str, tail: str, entry: Entry) -> bool:
    """Can this place have lost its space before `tail`? « Berlinpour », « Ukraineet »."""
    if entry.common or entry.fr < 35 or len(left) < 5:
        return False
    return tail in AFTER_A_PLACE or (left[-1] == "e" and len(left) > 5 and tail != "à")


def _name_and_word(form: str, seen: Container[str]) -> Cut | None:
    """« Whelanemprisonné »: a name and a participle, adjective or verb."""
    for at in range(4, 0 if form.isupper() else len(form) - 4):
        left, right = form[:at], form[at:]
        word = lookup(right)
        if word.fr < 20 or not word.tags & (PAST_PARTICIPLE | ADJECTIVE | FINITE):
            continue
        name = lookup(left.lower())
        verbal = bool(word.tags & (PAST_PARTICIPLE | FINITE)) and not word.tags & NOUN
        accented = not right.isascii() and verbal and len(right) > 5 and word.fr >= 30
        if left in seen and len(right) > 4:
            return Cut(left, right)
        if accented and not name.common and 20 <= _seen_anywhere(name) < 45:
            return Cut(left, right)
        if not name.tags & PROPER or name.common:
            continue
        if len(right) > (5 if verbal else 6) and word.fr >= (20 if verbal else 35):
            return Cut(left, right)
    return None


def _with_tail(form: str, seen: Container[str]) -> Cut | None:
    for tail in _tails(form):
        left = form[: -len(tail)]
        if _can_precede(left, tail, seen):
            return Cut(left, tail)
    return None


def _can_precede(left: str, tail: str, seen: Container[str]) -> bool:
    """Can the word `left`, in lower case, have lost its space before `tail`?"""
    if len(left) < 3:
        return False
    entry = lookup(left)
    if not entry.common:
        used = left in seen or (left[-1] == "s" and max(entry.en, entry.fr) >= 20)
        a_set = tail == "et" and left not in seen
        return len(left) > 4 and used and not a_set and tail not in ("à", "est", "de", "que")
    if not entry.tags & _CONTENT:
        return False
    if _is_ending(left, tail, entry):
        return False
    if len(left) == 3:
        return entry.fr >= 50 or (left[-1] == tail[0] == "e" and entry.fr >= 40)
    if len(left) == 4 and len(tail) == 2:
        return entry.fr >= 40
    if left.endswith(_REGULAR_ENDS):
        return entry.fr >= 20
    return entry.fr >= (25 if entry.tags & PLURAL and len(left) > 5 else 30)


def _is_ending(left: str, tail: str, entry: Entry) -> bool:
    """Can `tail` be the end of a rare or foreign word: « -esque », « -eau », « -et », « -ità »?"""
    if tail == "est":
        return left[-1] not in "eésx" and (entry.fr < 40 or entry.en > entry.fr - 15)
    if tail == "des":
        return left[-1] not in "eésx" and entry.fr < 45
    if tail == "à":
        return len(left) < 5 or left[-1] not in "es"
    if tail == "que":
        return left[-1] in "iaouy" or left.endswith("es")
    if tail == "aux":
        return not (entry.tags & PLURAL and len(left) > 5)
    if tail == "au":
        return left[-1] in "ei" and (len(left) < 8 or entry.fr < 40)
    if tail == "ou":
        return len(left) < 6 and left[-1] not in "es" and entry.fr < 45
    if tail == "et" and left[-1] == "s":
        return len(left) < 8 and entry.fr < entry.en
    return (
        tail == "et"
        and left[-1] not in "eéxa"
        and not left.endswith("ment")
        and entry.fr < (35 if len(left) > 5 else 45)
    )


def _with_head(form: str, seen: Container[str]) -> Cut | None:
    lower = form.lower()
    for head, needs in HEADS.items():
        if not lower.startswith(head) or len(form) - len(head) < 4:
            continue
        right = lower[len(head) :]
        entry = lookup(right)
        plural_loan = head == "les" and right[-1] == "s" and (right in seen or entry.en >= 20)
        if plural_loan or (entry.tags & needs == needs and _can_follow(head, right, entry)):
            return Cut(form[: len(head)], form[len(head) :])
    return None


def _can_follow(head: str, right: str, entry: Entry) -> bool:
    """Can the word `right` have lost its space after `head`?"""
    if head == "de":
        accent = lookup("dé" + right).known or lookup("dés" + right[1:]).known
        plain = bool(entry.tags & (NOUN | INFINITIVE)) and not entry.tags & FINITE
        apart = len(right) > 4 and right[0] not in _VOWELS
        return plain and apart and not accent and entry.fr >= 40
    if len(head) > 4 and head != "cette" and head != "leurs":
        return bool(entry.tags & _CONTENT) and len(right) > 4 and entry.fr >= 35
    joined = lookup(f"{head}-{right}").known
    return bool(entry.tags & (NOUN | ADJECTIVE)) and entry.fr >= 30 and not joined


def _two_words(form: str) -> Cut | None:
    """A noun and the adjective or participle that agrees with it; no place name, no capitals."""
    lower = form.lower()
    if form[1:] != lower[1:]:
        return None
    for at in range(5, len(form) - (5 if form == lower else 7)):
        right = lookup(lower[at:])
        if right.fr < max(35, right.en) or not right.tags & (ADJECTIVE | PAST_PARTICIPLE):
            continue
        left = lookup(lower[:at])
        shared = left.tags & right.tags
        agree = shared & (SINGULAR | PLURAL) and shared & (MASCULINE | FEMININE)
        if left.tags & NOUN and agree and left.fr >= 38 and _is_no_prefix(lower[:at], left):
            return Cut(form[:at], form[at:])
    return None


def _is_no_prefix(left: str, entry: Entry) -> bool:
    """Is this a noun that makes no compound, as « photo », « super » or « contre » do?"""
    return left[-1] not in "oiaué" and left not in _PREFIXES and not entry.tags & PREPOSITION

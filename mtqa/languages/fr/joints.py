"""Where two words grew together at a lost space: « durablemais », « lesmarques », « ODBCou ».

A cut is accepted only where both parts are real words, the whole is a word in no language of
the lexicon, and nothing else explains it: a missing accent, a surname, an inflection of a
language near to French.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    FEMININE,
    FINITE,
    INFINITIVE,
    MASCULINE,
    NOUN,
    PAST_PARTICIPLE,
    PLURAL,
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


def _by_length(words: str) -> list[str]:
    return sorted(words.split(), key=len, reverse=True)


_TAILS = _by_length(
    "aujourd'hui pendant lorsque parce ainsi après avant depuis jusque chez contre entre selon "
    "dans avec pour mais sans dont sont était étaient avait avaient seront sera peut doit doivent "
    "peuvent où qui que par sur sous vers des une aux cette est ont afin comme quand alors et ou "
    "de du au à"
)
"""What is found glued behind a word; the longest are tried first."""


def _by_end() -> dict[str, tuple[str, ...]]:
    ends = {tail[-2:] for tail in _TAILS}
    return {end: tuple(tail for tail in _TAILS if tail[-2:] == end) for end in ends}


_TAILS_BY_END = _by_end()


def _tails(form: str) -> Iterator[str]:
    """The tails that `form` ends in, the longest first."""
    for tail in _TAILS_BY_END.get(form[-2:], ("à",)):
        if form.endswith(tail):
            yield tail


_HEADS: dict[str, int] = {
    "cette": SINGULAR | FEMININE, "dans": 0, "avec": 0, "pour": 0, "mais": 0, "leurs": PLURAL,
    "votre": SINGULAR, "notre": SINGULAR, "chez": 0, "les": PLURAL, "des": PLURAL,
    "une": SINGULAR | FEMININE, "ces": PLURAL, "ses": PLURAL, "aux": PLURAL,
    "la": SINGULAR | FEMININE, "le": SINGULAR | MASCULINE, "du": SINGULAR | MASCULINE,
}  # fmt: skip
"""What is found glued before a word, and the number and gender that the word must have."""

_PAIR = re.compile(
    r"(de|et|pour|dans|avec|que|sur|par|sans|mais|ou)"
    r"(la|les|le|des|une|cette|ces|leurs?|son|sa|ses|que|qui)|(et|ou)(de|du)"
)
_NO_PAIR = frozenset("parles parce parla parle sursa parsa oules oula ouses ouson".split())

_AFTER_A_NAME = frozenset(
    "qui dans avec sont était avait étaient avaient dont pendant depuis selon après ainsi "
    "seront doivent peuvent".split()
)
"""Tails that no name ends in, near enough."""
_AFTER_A_SEEN_NAME = _AFTER_A_NAME | frozenset("mais pour et ou de du sur par est au".split())
_COORDINATORS = ("et", "ou")
_CONTENT = NOUN | ADJECTIVE | PAST_PARTICIPLE | INFINITIVE | ADVERB | FINITE
_ACRONYM = re.compile(r"([A-Z][A-Z0-9]*[A-Z0-9])([a-z]{2,})")
_HUMPS = re.compile(r"(.*[a-z0-9A-Z])([A-Z][a-z]+)")
_HEAD_AND_CAPITAL = re.compile(
    r"(les?|la|des?|du|et|à|aux?|pour|dans|avec|que|qui|une)([A-Z]\w{3,})"
)
_NAME_PARTS = frozenset("Mc Mac De Di Du La Le Van O Fitz Des Mb N D L".split())
_REGULAR_ENDS = (
    "ées",
    "és",
    "ée",
    "ion",
    "ions",
    "ité",
    "ités",
    "ment",
    "ments",
    "eurs",
    "ables",
    "ent",
)
_UNSEEN = 15
"""Ten times the Zipf frequency from which a form is a word somewhere, if in no dictionary."""


def cut(form: str, seen: Container[str], following: str = "") -> Cut | None:
    """Cut `form`, as written, where two words were glued; None where it may be one word.

    `seen` tells which forms the document holds elsewhere, as written; `following` is the token
    after this one.
    """
    lower = form.lower()
    entry = lookup(lower)
    pair = _PAIR.fullmatch(form)
    if pair and not entry.known and form not in _NO_PAIR:
        left, right = (part for part in pair.groups() if part)
        return Cut(left, right)
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
    if acronym and acronym[2] in _TAILS:
        return Cut(acronym[1], acronym[2])
    if _HUMPS.fullmatch(form):
        return _in_last_hump(form, seen, following)
    return _behind_name(form, seen, following) or _name_and_word(form, seen)


def _in_last_hump(form: str, seen: Container[str], following: str) -> Cut | None:
    """The last hump of an identifier carries a tail: `MoveNextet`."""
    humps = _HUMPS.fullmatch(form)
    if not humps or humps[1] in _NAME_PARTS or _is_word_somewhere(humps[2]):
        return None
    for tail in _tails(humps[2]):
        left, stem = form[: -len(tail)], humps[2][: -len(tail)]
        listed = tail in _COORDINATORS and following[:1].isupper()
        if len(stem) > 1 and (left in seen or listed or _is_word_somewhere(stem)):
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
        if left in seen and tail in _AFTER_A_SEEN_NAME:
            return Cut(left, tail)
        entry = lookup(left.lower())
        used = len(left) > 3 and (bool(entry.tags & PROPER) or _seen_anywhere(entry) >= 25)
        if used and (tail in _AFTER_A_NAME or (tail in _COORDINATORS and following[:1].isupper())):
            return Cut(left, tail)
        endless = tail in ("de", "ou") or (tail == "et" and left[-1] in "esé")
        if endless and len(left) > 5 and entry.common and entry.fr >= 30:
            return Cut(left, tail)
    return None


def _name_and_word(form: str, seen: Container[str]) -> Cut | None:
    """« Whelanemprisonné »: a name and a participle, adjective or verb."""
    for at in range(4, len(form) - 4):
        left, right = form[:at], form[at:]
        word = lookup(right)
        if word.fr < 30 or not word.tags & (PAST_PARTICIPLE | ADJECTIVE | FINITE):
            continue
        name = lookup(left.lower())
        accented = not right.isascii() and bool(word.tags & PAST_PARTICIPLE) and len(right) > 5
        if left in seen and len(right) > 4:
            return Cut(left, right)
        if accented and not name.common and 20 <= _seen_anywhere(name) < 45:
            return Cut(left, right)
        if name.tags & PROPER and not name.common and len(right) > 6 and word.fr >= 35:
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
        return len(left) > 4 and used and len(tail) > 1 and tail not in ("est", "de")
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
    if tail in ("est", "des"):
        return left[-1] not in "eésx"
    if tail == "à":
        return len(left) < 5 or left[-1] not in "es"
    if tail == "que":
        return left[-1] in "iaouyé" or left.endswith("es")
    if tail == "aux":
        return not (entry.tags & PLURAL and len(left) > 5)
    if tail == "au":
        return left[-1] in "ei" and (len(left) < 8 or entry.fr < 40)
    if tail == "ou":
        return len(left) < 6 and left[-1] not in "es" and entry.fr < 45
    if tail == "et" and left[-1] == "s":
        return len(left) < 8 and entry.fr < entry.en
    return tail == "et" and left[-1] not in "eéxa" and entry.fr < (35 if len(left) > 5 else 45)


def _with_head(form: str, seen: Container[str]) -> Cut | None:
    for head, needs in _HEADS.items():
        right = form[len(head) :]
        if not form.startswith(head) or len(right) < 4:
            continue
        entry = lookup(right)
        plural_loan = head == "les" and right[-1] == "s" and (right in seen or entry.en >= 20)
        fits = entry.tags & needs == needs and bool(entry.tags & (NOUN | ADJECTIVE))
        if plural_loan or (fits and entry.fr >= 30):
            return Cut(head, right)
    return None


def _two_words(form: str) -> Cut | None:
    """Noun and adjective, both in the plural, which no compound has inside."""
    for at in range(6, len(form) - 4):
        if form[at - 1] not in "sx":
            continue
        left, right = lookup(form[:at]), lookup(form[at:])
        plural = left.tags & NOUN and left.tags & right.tags & PLURAL
        if plural and right.tags & (ADJECTIVE | PAST_PARTICIPLE) and min(left.fr, right.fr) >= 35:
            return Cut(form[:at], form[at:])
    return None

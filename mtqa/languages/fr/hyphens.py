"""Which words a hyphen holds together: « peut-être », « dit-il », « fermez-le », « moi-même »."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.languages.fr.clauses import PREPOSITIONS, is_finite
from mtqa.lexicon import (
    ADJECTIVE,
    COMMON,
    FINITE,
    FIRST_NAME,
    IMPERATIVE,
    NOUN,
    PLACE,
    lookup,
)
from mtqa.patterns import pattern

__all__ = ["SUBJECTS", "last_of_word"]

SUBJECTS = ("il", "elle", "on", "ils", "elles", "je", "tu", "nous", "vous", "ce")
"""Pronouns that a hyphen ties to the verb before them."""

_USUAL = 25
"""Ten times the Zipf frequency that a word of two parts must reach."""
_PARTS = 4
_WITH_CAPITALS = frozenset("états-unis royaume-uni new-york saint-pétersbourg moyen-orient".split())
_AXES = frozenset("nord-sud est-ouest sud-nord ouest-est alsace-lorraine".split())
_ENDS = frozenset(",.?!…»”;:)")
_OBJECTS = frozenset("le la les lui leur moi toi nous vous y en".split())
_STRONG = frozenset("moi toi lui elle soi nous vous eux elles".split())
_POINTERS = frozenset("celui celle ceux celles".split())
_POINTING = frozenset("ce cet cette ces".split())
_CLITICS = frozenset("le la les l' lui leur y en me m' te t' se s' ne n' nous vous".split())
_CLAUSE_STARTS = frozenset(",;:«“(.!?…–—et ou puis mais alors".split()) | set(",;:«“(.!?…–—")
_NUMBER = pattern(
    "(?:vingt|trente|quarante|cinquante|soixante(?:-dix)?|quatre-vingts?(?:-dix)?|dix(?=-[shn]))"
    "(?:-(?:et-une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|"
    "quinze|seize))?"
)


def last_of_word(words: Sequence[str], forms: Sequence[str], hyphen: int) -> int:
    """The last token of the word that this lone hyphen belongs to; 0 where it is a dash.

    `words` are the tokens in lower case, `forms` as written.
    """
    left, right = words[hyphen - 1], words[hyphen + 1]
    rest = [*words[hyphen + 2 : hyphen + 4], "", ""]
    if right == "t" and rest[0] == "-" and rest[1] in SUBJECTS:
        return hyphen + 3
    if right in SUBJECTS and _is_inversion(words, hyphen, rest[0]):
        return hyphen + 1
    if right in _OBJECTS and _is_order(words, hyphen):
        return _last_object(words, hyphen)
    if right in ("même", "mêmes"):
        return hyphen + 1 if left in _STRONG else 0
    if right in ("là", "ci"):
        noun = hyphen > 1 and words[hyphen - 2] in _POINTING and lookup(left).tags & NOUN
        return hyphen + 1 if noun or left in _POINTERS else 0
    return _last_of_compound(words, forms, hyphen)


def _is_inversion(words: Sequence[str], hyphen: int, following: str) -> bool:
    """« dit - il, », « vient - il demain ? », and no second clause: « il part - elle reste »."""
    if not lookup(words[hyphen - 1]).tags & FINITE or not following:
        return False
    if following in _ENDS:
        return True
    if words[hyphen + 1] == "ce":
        return following in ("que", "qu'") and words[hyphen - 1] == "est"
    starts = hyphen < 2 or words[hyphen - 2] in _CLAUSE_STARTS
    other = following in _CLITICS or is_finite(words, hyphen + 2) or following == "-"
    return starts and not other and bool(lookup(following).tags & COMMON)


def _is_order(words: Sequence[str], hyphen: int) -> bool:
    """Does an imperative open the clause here, and is the pronoun no article?"""
    verb = lookup(words[hyphen - 1]).tags
    polite = words[hyphen - 1].endswith(("ez", "ons")) or words[hyphen - 1] in ("faites", "dites")
    sure = polite or words[hyphen + 1] in ("moi", "toi")
    if not verb & IMPERATIVE and not (verb & FINITE and sure):
        return False
    if not sure and verb & (NOUN | ADJECTIVE):
        return False
    if hyphen > 1 and words[hyphen - 2] not in _CLAUSE_STARTS:
        return False
    last = _last_object(words, hyphen)
    following = words[last + 1] if last + 1 < len(words) else "."
    return not lookup(following).tags & (NOUN | ADJECTIVE) or following in PREPOSITIONS | _ENDS


def _last_object(words: Sequence[str], hyphen: int) -> int:
    """The last of one or two pronouns: « dites - le - lui »."""
    second = words[hyphen + 2 : hyphen + 4]
    two = len(second) == 2 and second[0] == "-" and second[1] in _OBJECTS
    return hyphen + 3 if two else hyphen + 1


def _last_of_compound(words: Sequence[str], forms: Sequence[str], hyphen: int) -> int:
    """The longest run of parts that makes a word of the lexicon or a number."""
    last, whole, best = hyphen + 1, f"{words[hyphen - 1]}-{words[hyphen + 1]}", 0
    for parts in range(2, _PARTS + 1):
        if _is_compound(whole, forms[hyphen - 1], forms[last], parts):
            best = last
        elided = words[last][-1] == "'"
        if not elided and words[last + 1 : last + 2] != ["-"]:
            break
        last += 1 if elided else 2
        if last >= len(words):
            break
        whole += words[last] if elided else f"-{words[last]}"
    return best


def _is_compound(whole: str, first: str, last: str, parts: int) -> bool:
    if whole in _WITH_CAPITALS:
        return True
    if _NUMBER.fullmatch(whole):
        return True
    entry = lookup(whole)
    if whole in _AXES or entry.fr < (_USUAL if parts == 2 else 15):
        return False
    if last.islower():
        return bool(entry.tags & COMMON)
    return first[0].isupper() and bool(entry.tags & (PLACE | FIRST_NAME))

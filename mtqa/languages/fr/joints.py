"""Where two words grew together at a lost space: « durablemais », « lesmarques », « ODBCou ».

A cut is accepted only where both parts are real words, the whole is a word in no language of
the lexicon, and nothing else explains it: a missing accent, a surname, an inflection of a
language near to French.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from mtqa.languages.fr.clauses import CLOSED
from mtqa.languages.fr.joint_elision import cut_before_elision
from mtqa.languages.fr.joint_fit import suits
from mtqa.languages.fr.joint_heads import before_capital, with_close_head, with_head
from mtqa.languages.fr.joint_names import ACRONYM, cut_behind_hump, cut_name
from mtqa.languages.fr.joint_pairs import two_usual_words, with_any_head
from mtqa.languages.fr.joint_words import (
    CONTENT,
    NO_PAIR,
    OPENING,
    PAIR,
    SENTENCE_HEADS,
    UNSEEN,
    Cut,
    close_tails,
    frequency,
    tails,
)
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    FINITE,
    INFINITIVE,
    NOUN,
    PAST_PARTICIPLE,
    PLURAL,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    THIRD_PERSON,
    VERB_PLURAL,
    VERB_SINGULAR,
    Entry,
    lookup,
)

__all__ = ["Cut", "cut"]

_LONGEST = 40
_SETS = frozenset("charset bitset keyset codeset dataset chipset headset handset".split())
"""Words of computing that look like a plural and « et »."""
_ENGLISH = 35
"""Ten times the Zipf frequency of a usual English word."""
_REGULAR_ENDS = tuple(
    "able ible ibles ique iques ées és ée ion ions ité ités ment ments eurs ables ent".split()
)
"""Endings of words so regular that a lower frequency will do."""
_DERIVING = ("ré", "re", "sur", "sous", "auto", "inter", "multi", "pré", "dé", "non")
"""Prefixes of words that no dictionary has."""
_VERBS = frozenset("revient devient reviennent deviennent entrent restent passent portent".split())
"""Verbs that are nouns only by the way."""
_PREFIXES = frozenset("super inter hyper extra ultra grand franc multi trans porte garde".split())


def cut(form: str, seen: Container[str], after: Sequence[str] = (), before: str = "") -> Cut | None:
    """Cut `form`, as written, where two words were glued; None where it may be one word.

    `seen` tells which forms the document holds elsewhere, as written; `after` are the next
    tokens, `before` is the one before.
    """
    if len(form) > _LONGEST:
        return None
    lower = form.lower()
    entry = lookup(lower)
    pair = PAIR.fullmatch(lower)
    if pair and not entry.known and form not in NO_PAIR:
        left = next(part for part in pair.groups() if part)
        if form == lower or (len(left) > 4 and form[1:] == lower[1:]):
            return Cut(form[: len(left)], form[len(left) :])
    if entry.known or len(form) < 4 or _is_set(form, seen):
        return None
    if frequency(entry) >= UNSEEN and not ACRONYM.fullmatch(form):
        return None
    if form[0].isdigit():
        return _behind_number(form)
    if "’" in form or "'" in form:
        return cut_before_elision(form)
    if form[0].isupper():
        return (
            cut_name(form, seen, after, before)
            or (with_head(form, seen) if lower.startswith(SENTENCE_HEADS) else None)
            or _two_words(form, shortest=7 if before[:1].isalnum() else 5)
        )
    if form.islower():
        return (
            _with_tail(form, seen)
            or with_head(form, seen)
            or _with_close_tail(form, after)
            or with_close_head(form)
            or _function_words(form, after)
            or _two_words(form)
            or with_any_head(form)
            or two_usual_words(form)
        )
    return before_capital(form, seen) or cut_behind_hump(form, seen, after)


def _is_set(form: str, seen: Container[str]) -> bool:
    """« charset », « Recordset »: an English noun and « set », not a plural and « et »."""
    lower = form.lower()
    if lower in _SETS:
        return True
    stem = lookup(lower.removesuffix("set"))
    if not (form[0].isupper() and lower.endswith("set")) or form[:-2] in seen:
        return False
    return stem.en >= max(_ENGLISH, stem.fr - 5)


def _behind_number(form: str) -> Cut | None:
    match = re.fullmatch(r"(\d{2,})(et|ou|dans|pour|avec|sont|qui|mais|par|des|les|de|du)", form)
    if not match or (match[2][0] == "d" and len(match[1]) < 4):
        return None
    return Cut(match[1], match[2])


def _with_tail(form: str, seen: Container[str]) -> Cut | None:
    for tail in tails(form):
        left = form[: -len(tail)]
        if _can_precede(left, tail, seen):
            return Cut(left, tail)
    return None


def _can_precede(left: str, tail: str, seen: Container[str]) -> bool:
    """Can the word `left`, in lower case, have lost its space before `tail`?"""
    if len(left) < 3:
        return False
    entry = lookup(left)
    if not entry.common and len(tail) > 3:
        entry = _root_of(left)
    if not entry.common:
        used = left in seen or (left[-1] == "s" and max(entry.en, entry.fr) >= 20)
        a_set = tail == "et" and left not in seen
        return len(left) > 4 and used and not a_set and tail not in ("à", "est", "de", "que")
    if not entry.tags & CONTENT:
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


def _root_of(word: str) -> Entry:
    """What is known of the word without its prefix: « réassociation » of « association »."""
    roots = (word[len(p) :] for p in _DERIVING if word.startswith(p) and len(word) - len(p) > 5)
    return next((entry for root in roots if (entry := lookup(root)).fr >= 35), lookup(word))


def _is_ending(left: str, tail: str, entry: Entry) -> bool:
    """Can `tail` be the end of a rare or foreign word: « -esque », « -eau », « -et », « -ien »?"""
    if tail == "est":
        return left[-1] not in "eésx" and (entry.fr < 40 or entry.en > entry.fr - 15)
    if tail == "des":
        return left[-1] not in "eésx" and entry.fr < 45
    if tail == "à":
        return len(left) < 5 or left[-1] not in "es"
    if tail == "que":
        return left[-1] in "iaouy" or left.endswith("es")
    if tail == "en":
        return left[-1] == "i"
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


def _two_words(form: str, shortest: int = 5) -> Cut | None:
    """Two long words that go together; no place name, no capitals."""
    lower = form.lower()
    if form[1:] != lower[1:]:
        return None
    for at in range(shortest, len(form) - (4 if form == lower else 6)):
        right = lookup(lower[at:])
        if right.fr < max(30 if len(form) - at > 5 else 38, right.en - 6):
            continue
        left = lookup(lower[:at])
        if left.fr < max(32, left.en - 3) or not _is_no_prefix(lower[:at], left):
            continue
        if _go_together(lower[:at], left, lower[at:], right):
            return Cut(form[:at], form[at:])
    return None


def _go_together(left: str, before: Entry, right: str, after: Entry) -> bool:
    """Does the grammar of the second word suit that of the first?"""
    agree = before.agrees_with(after)
    if agree and before.tags & NOUN and after.tags & (ADJECTIVE | PAST_PARTICIPLE):
        return True
    if agree and before.tags & ADJECTIVE and after.tags & NOUN:
        return True
    if right.endswith("ment") and after.tags & ADVERB:
        return len(right) > 7
    if left.endswith("ment") and before.tags & ADVERB and len(left) > 7:
        return bool(after.tags & (ADJECTIVE | PAST_PARTICIPLE | FINITE | INFINITIVE))
    number = VERB_PLURAL if before.tags & PLURAL else VERB_SINGULAR
    verb = after.tags & THIRD_PERSON and after.tags & number and not after.tags & ADJECTIVE
    verb = verb and (not after.tags & NOUN or right in _VERBS)
    return bool(before.tags & NOUN and verb and len(right) > 5)


def _is_no_prefix(left: str, entry: Entry) -> bool:
    """Is this a noun that makes no compound, as « photo », « super » or « contre » do?"""
    bare = (left[-1] in "oiau" and not left.endswith(("eau", "yau"))) or (
        left[-1] == "é" and not left.endswith("té")
    )
    return not bare and left not in _PREFIXES and not entry.tags & PREPOSITION


def _with_close_tail(form: str, after: Sequence[str]) -> Cut | None:
    """A word and a function word that suits what follows: « habitantsen colère »."""
    for tail in close_tails(form):
        left = form[: -len(tail)]
        entry = lookup(left)
        if len(left) < 4 or not entry.common or not entry.tags & CONTENT:
            continue
        if entry.fr < (45 if len(left) < 5 else 28) or not suits(tail, after):
            continue
        if not _looks_like_ending(left, tail, entry):
            return Cut(left, tail)
    return None


_VERBAL = FINITE | INFINITIVE | PAST_PARTICIPLE | PRESENT_PARTICIPLE | ADVERB
_AFTER_A_VERB = frozenset("le la les leur sa son ses ces ce un cet notre votre nos vos".split())


def _looks_like_ending(left: str, tail: str, entry: Entry) -> bool:
    """Can `left` and `tail` be one word that no dictionary has: « champignonne », « -ien »?"""
    if tail in _AFTER_A_VERB:
        return not entry.tags & _VERBAL or left[-1] in "ln" or left.endswith("i")
    if tail in ("ne", "se"):
        return left[-1] in "nueoi" or not entry.tags & NOUN
    if tail == "a":
        return not entry.tags & NOUN or left[-1] == "i" or entry.es > entry.fr - 5
    if tail in ("en", "et", "ou", "au", "à", "de", "que", "est", "aux", "il", "on"):
        return left[-1] == "i" or entry.fr < (25 if entry.tags & INFINITIVE else 35)
    return False


def _function_words(form: str, after: Sequence[str]) -> Cut | None:
    """Two function words, the second of which suits what follows: « quiest »."""
    for at in range(2, len(form) - 1):
        left, right = form[:at], form[at:]
        if left in OPENING and right in CLOSED and suits(right, after):
            return Cut(left, right)
    return None

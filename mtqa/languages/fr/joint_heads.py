"""A function word grown together with the word after it: « lesmarques », « deCONTAINSTABLE »."""

from __future__ import annotations

from collections.abc import Container

from mtqa.languages.fr.joint_words import CLOSE_HEADS, CONTENT, HEADS, Cut
from mtqa.lexicon import ADJECTIVE, FINITE, INFINITIVE, NOUN, PROPER, Entry, lookup
from mtqa.patterns import pattern

__all__ = ["before_capital", "with_close_head", "with_head"]

_VOWELS = frozenset("aeiouyhàâéèêëîïôœù")
_HEAD_AND_CAPITAL = pattern(
    r"(les?|la|des?|du|et|en|un|à|aux?|pour|dans|avec|que|qui|une|sur|par|sous|sans|chez|vers|entre|cette"
    r"|notre|votre)([A-Z]\w{3,}|[A-Z]{2,3}s?)"
)


def before_capital(form: str, seen: Container[str]) -> Cut | None:
    """« lesCookies », « deCONTAINSTABLE »: a function word glued to a capital."""
    match = _HEAD_AND_CAPITAL.fullmatch(form)
    if not match:
        return None
    sure = match[2] in seen or match[2].isupper() or _is_known_name(match[2]) or match[1] == "à"
    common = len(match[2]) > 6 and lookup(match[2].lower()).common
    return Cut(match[1], match[2]) if sure or common else None


def _is_known_name(form: str) -> bool:
    entry = lookup(form.lower())
    named = not entry.common and len(form) > 4 and entry.fr >= 30
    return (named or bool(entry.tags & PROPER)) and form[1:].islower()


def with_head(form: str, seen: Container[str]) -> Cut | None:
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
        return bool(entry.tags & CONTENT) and len(right) > 4 and entry.fr >= 35
    joined = lookup(f"{head}-{right}").known
    return bool(entry.tags & (NOUN | ADJECTIVE)) and entry.fr >= 30 and not joined


def with_close_head(form: str) -> Cut | None:
    for head, (needs, length) in CLOSE_HEADS.items():
        if not form.startswith(head) or len(form) - len(head) < length:
            continue
        right = form[len(head) :]
        entry = lookup(right)
        usual = entry.fr >= 35 and entry.fr > entry.en and entry.tags & CONTENT
        if usual and entry.tags & needs == needs and not lookup(f"{head}-{right}").known:
            return Cut(head, right)
    return None

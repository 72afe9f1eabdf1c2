"""A comma before the « et » or « ou » of the last item of a list, as English writes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.clauses import DETERMINERS, PREPOSITIONS, is_finite
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    FINITE,
    INFINITIVE,
    NOUN,
    PAST_PARTICIPLE,
    PRONOUN,
    VERB_PLURAL,
)
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["ListCommaDetector"]

_LONGEST = 2
"""Tokens of an item; longer ones are parted by a comma in good French too."""
_LONGER = 3
"""The same for names, and for infinitives and orders with their object."""
_LONG_KINDS = ("name", "infinitive", "order")
_FARTHEST = 16
_KINDS = {
    "de": "de", "d'": "de", "du": "de", "des": "de", "à": "à", "au": "à", "aux": "à",
    "deux": "un", "trois": "un", "quatre": "un", "plusieurs": "un", "quelques": "un",
    "le": "le", "la": "le", "l'": "le", "les": "le", "un": "un", "une": "un",
    "son": "son", "sa": "son", "ses": "son", "leur": "leur", "leurs": "leur", "votre": "votre",
    "vos": "votre", "notre": "notre", "nos": "notre", "mon": "mon", "ma": "mon", "mes": "mon",
    "ce": "ce", "cet": "ce", "cette": "ce", "ces": "ce",
}  # fmt: skip
"""Openers of an item → what they have in common in a list."""
_PAIRS = frozenset("pour entre en".split())
_ENDS = frozenset(".;:)!?…")
_EMPHASIS = frozenset(
    "surtout enfin même parfois notamment aussi peut-être bien pas non donc puis encore certes"
    " toujours souvent jamais rien plus moins autant tant seul seule seuls seules chacun tout toute"
    " tous toutes rien voilà oui".split()
)


@parameters
class ListCommaDetector:
    """A list of three items or more of one kind, with a comma before its « et » or « ou ».

    Items are of a kind where they open with the same preposition or article, or are all names,
    infinitives, adjectives or nouns without article. What follows « et » may be a clause, or an
    afterthought that its writer sets off; such lists are left alone.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such comma; the correction deletes it."""
        tokens = document.tokens
        for joint in tokens.positions(("et", "ou")):
            comma = joint - 1
            if comma > 2 and tokens.forms[comma] == "," and _is_list(document, joint):
                yield Hit.replacing(document.span(comma, comma), "")


def _is_list(document: Document, joint: int) -> bool:
    sentence = document.sentence_of(joint)
    kind = _kind(document, joint + 1, sentence.last)
    end = _end(document, joint, sentence.last)
    if end is None:
        return False
    if _is_pair(document, sentence.first, joint, end):
        return True
    longest = _LONGER if kind in _LONG_KINDS else _LONGEST
    forms = document.tokens.forms
    comma = joint - 1
    near = range(comma - 2, max(sentence.first, comma - longest - 2), -1)
    before = next((at for at in near if forms[at] == ","), None)
    if not kind or before is None:
        return False
    order = kind == "order"
    if _kind(document, before + 1, comma) != kind or _has_verb(document, before + 1 + order, comma):
        return False
    return _is_first_item(document, sentence.first, before, kind) and (
        (end - joint <= longest + 1 and not _has_verb(document, joint + 1 + order, end))
        or _is_subject(document, sentence.first, joint, min(end, joint + longest + 2))
    )


def _kind(document: Document, at: int, last: int) -> str:
    """What the item that begins here opens with; empty where it may be no item."""
    tokens = document.tokens
    if at + 1 > last or tokens.lower[at] in _EMPHASIS:
        return ""
    word = tokens.lower[at]
    if word in _KINDS:
        return _KINDS[word]
    if word in DETERMINERS or word in PREPOSITIONS:
        return word
    entry = document.entry(at)
    if tokens.forms[at][0].isupper() and not (entry.tags & FINITE and word.endswith("ez")):
        return "" if entry.tags & (PRONOUN | CONJUNCTION) else "name"
    closed = entry.tags & (ADVERB | PRONOUN | CONJUNCTION) and not entry.tags & ADJECTIVE
    if not word[0].isalpha() or closed:
        return ""
    if entry.tags & INFINITIVE and not entry.tags & NOUN:
        return "infinitive"
    if entry.tags & FINITE and not entry.tags & (NOUN | ADJECTIVE):
        return "order" if word.endswith("ez") else ""
    if entry.tags & ADJECTIVE:
        return "participle" if entry.tags & PAST_PARTICIPLE else "adjective"
    return "noun" if entry.tags & NOUN else ""


def _end(document: Document, joint: int, last: int) -> int | None:
    """Where the last item ends with its sentence or clause; None where a comma goes on."""
    forms = document.tokens.forms
    for at in range(joint + 2, min(last, joint + _FARTHEST)):
        if forms[at] in _ENDS and (forms[at] != "." or at == last - 1):
            return at
        if forms[at] == ",":
            return None
    return None


def _has_verb(document: Document, first: int, last: int) -> bool:
    return any(_may_be_verb(document, at) for at in range(first, last))


def _may_be_verb(document: Document, at: int) -> bool:
    return is_finite(document.tokens.lower, at) or document.tokens.lower[at][0] == "-"


def _is_first_item(document: Document, first: int, comma: int, kind: str) -> bool:
    """Does an item of the same kind end at the first comma of the list?"""
    start = max(first, comma - _LONGER - 3)
    kinds = [_kind(document, at, comma) for at in range(start, comma)]
    if kind in _KINDS.values() or kind in DETERMINERS or kind in PREPOSITIONS:
        return kind in kinds
    return kinds[-1:] == [kind] or (kind in _LONG_KINDS and kind in kinds)


def _is_subject(document: Document, first: int, joint: int, end: int) -> bool:
    """Is the whole list the subject: no verb before it, a plural one after it?"""
    if _has_verb(document, first, joint):
        return False
    verbs = [at for at in range(joint + 1, end) if is_finite(document.tokens.lower, at)]
    return bool(verbs) and bool(document.entry(verbs[0]).tags & VERB_PLURAL)


def _is_pair(document: Document, first: int, joint: int, end: int) -> bool:
    """« une sonate pour flûte, et piano. »"""
    at = joint - 3
    return (
        at >= first
        and end == joint + 2
        and document.tokens.lower[at] in _PAIRS
        and bool(document.entry(joint - 2).tags & NOUN)
        and document.entry(joint + 1).tags & (NOUN | INFINITIVE | FINITE) == NOUN
    )

"""Sentences that open with words which open none: « … la société. Qui vous fournira un profil »."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.languages.fr.clauses import may_be_finite
from mtqa.languages.fr.pieces import is_noun_alone
from mtqa.text import Document
from mtqa.views import Sentence

__all__ = ["torn_off"]

_SPEECH = frozenset("je j' tu moi toi me m' te t' ! ? … ... — - –".split())
_SHORTEST = 4
_PROVERB = 12


def torn_off(document: Document, openers: tuple[str, ...]) -> Iterator[tuple[Sentence, Sentence]]:
    """The sentences that open with one of these words behind a full stop, and those before.

    What a writer may have parted on purpose is left out.
    """
    tokens = document.tokens
    for number in tokens.positions(openers):
        if number < 2 or not tokens.forms[number][0].isupper() or tokens.forms[number - 1] != ".":
            continue
        piece, before = document.sentence_of(number), document.sentence_of(number - 1)
        inside = document.paragraph_of(number).first <= before.first
        if piece.first != number or not inside or piece.last - number <= _SHORTEST:
            continue
        if not _is_style(document, before, piece):
            yield before, piece


def _is_style(document: Document, before: Sentence, piece: Sentence) -> bool:
    """Is it speech, verse, a question, a proverb, or one of a series?"""
    lower = document.tokens.lower
    words = lower[before.first : piece.last]
    if not _SPEECH.isdisjoint(words) or document.quote_around(piece.first):
        return True
    if is_noun_alone(lower, before):
        return False
    short = before.last - before.first < _SHORTEST
    brief = piece.last - piece.first <= _PROVERB
    proverb = lower[piece.first] == "qui" and brief and len(_verbs(lower, piece)) > 1
    return short or proverb or lower[before.first] == lower[piece.first]


def _verbs(words: list[str], sentence: Sentence) -> list[int]:
    return [at for at in range(sentence.first + 1, sentence.last) if may_be_finite(words, at)]

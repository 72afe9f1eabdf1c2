"""Two words with no space between them: « durablemais », « lesmarques », « Morettiqui »."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.joins import Glued, glued_words
from mtqa.languages.fr.clauses import PREPOSITIONS
from mtqa.lexicon import FINITE, PAST_PARTICIPLE, lookup
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["GluedWordsDetector"]

_COMMA_BEFORE = frozenset("mais car puis sauf".split())
_COMMA_POSSIBLE = frozenset(
    "qui dont où et ou sans avec pour dans par sur au aux afin comme ainsi alors après avant "
    "depuis pendant lorsque parce selon".split()
)
_INVERTED = frozenset("il ils elle elles on je tu".split())
_LONGEST_ASIDE = 25


@parameters
class GluedWordsDetector:
    """A form that is no word anywhere and falls apart into two that are."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every place of such a form."""
        for word in glued_words(document):
            if not word.left.endswith("-"):
                yield _hit(document, word)


def _hit(document: Document, word: Glued) -> Hit:
    number, left, right = word
    plain, comma = f"{left} {right}", f"{left}, {right}"
    named = left[0].isupper() and not lookup(left.lower()).common
    tags = lookup(right.lower()).tags
    participle = bool(tags & PAST_PARTICIPLE)
    tied = f"{left}-{right}"
    if right in _INVERTED and lookup(left.lower()).tags & FINITE:
        texts = [tied, plain]
    elif right in _COMMA_BEFORE or (named and (right == "qui" or participle)):
        texts = [comma, plain]
    elif tags & FINITE and right not in PREPOSITIONS:
        texts = [comma, plain] if _in_an_aside(document, number) else [plain, comma]
    elif right in _COMMA_POSSIBLE or participle:
        texts = [plain, comma]
    else:
        texts = [plain]
    sure = left.islower() and right.islower() and len(right) > 2 and len(left) > 3
    return Hit.replacing(document.span(number, number), *texts, sure=sure)


def _in_an_aside(document: Document, number: int) -> bool:
    """Has a comma before this token opened an aside that the name closes?"""
    first = max(document.sentence_of(number).first, number - _LONGEST_ASIDE)
    return document.tokens.forms[first:number].count(",") % 2 == 1

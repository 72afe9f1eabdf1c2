"""Two words with no space between them: « durablemais », « lesmarques », « Morettiqui »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.joins import Glued, glued_words
from mtqa.lexicon import PAST_PARTICIPLE, lookup
from mtqa.text import Document

__all__ = ["GluedWordsDetector"]

_COMMA_BEFORE = frozenset("mais car puis sauf".split())
_COMMA_POSSIBLE = frozenset(
    "qui dont où et ou sans avec pour dans par sur au aux afin comme ainsi alors après avant "
    "depuis pendant lorsque parce selon".split()
)


@dataclass(frozen=True)
class GluedWordsDetector:
    """A form that is no word anywhere and falls apart into two that are."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every place of such a form."""
        for word in glued_words(document):
            yield _hit(document, word)


def _hit(document: Document, word: Glued) -> Hit:
    number, left, right = word
    plain, comma = f"{left} {right}", f"{left}, {right}"
    named = left[0].isupper() and not lookup(left.lower()).common
    participle = bool(lookup(right.lower()).tags & PAST_PARTICIPLE) and right not in ("est",)
    if right in _COMMA_BEFORE or (named and (right == "qui" or participle)):
        texts = [comma, plain]
    elif right in _COMMA_POSSIBLE or participle:
        texts = [plain, comma]
    else:
        texts = [plain]
    sure = left.islower() and right.islower() and len(right) > 2 and len(left) > 3
    return Hit.replacing(document.span(number, number), *texts, sure=sure)

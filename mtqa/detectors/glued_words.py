"""Two words with no space between them: « durablemais », « lesmarques », « Morettiqui »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.joints import Cut, cut
from mtqa.lexicon import PAST_PARTICIPLE, lookup
from mtqa.text import Document

__all__ = ["GluedWordsDetector"]

_COMMA_BEFORE = frozenset("mais car puis sauf".split())
_COMMA_POSSIBLE = frozenset(
    "qui dont où et ou sans avec pour dans par sur au aux afin comme ainsi alors après avant "
    "depuis pendant lorsque parce selon".split()
)
_TERM = 4
"""A form that stands so often in one document is a term of its own."""


@dataclass(frozen=True)
class GluedWordsDetector:
    """A form that is no word anywhere and falls apart into two that are."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every place of such a form."""
        tokens = document.tokens
        unknown = [
            (form, places)
            for form, places in tokens.index.items()
            if len(form) > 3 and len(places) < _TERM and not lookup(form).known
        ]
        seen: frozenset[str] = frozenset(tokens.forms) if unknown else frozenset()
        for _, places in unknown:
            for number in places:
                following = tokens.forms[number + 1] if number + 1 < len(tokens) else ""
                found = cut(tokens.forms[number], seen, following)
                if found is not None and _stands_alone(document, number):
                    yield _hit(document, number, found)


def _stands_alone(document: Document, number: int) -> bool:
    """Is this token in prose, and no part of an address, tag, path or identifier?"""
    text = document.text
    start, end = document.tokens.starts[number], document.tokens.ends[number]
    if text[max(0, start - 1) : start] in tuple("#@/\\_.$&=+~%-"):
        return False
    after = text[end : end + 1]
    if after and after in "/\\_@=+~%-":
        return False
    return not (after in (".", ":", "(") and text[end + 1 : end + 2].isalnum())


def _hit(document: Document, number: int, found: Cut) -> Hit:
    left, right = found
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

"""An elided word and the word it leans on, with a space left between: « l’ usage », « qu 'on »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.elision import ELIDED, opens_with_vowel
from mtqa.text import Document, Span

__all__ = ["CutElisionDetector"]

_STEMS = (*dict.fromkeys(ELIDED.values()), "t", "quelqu", "presqu")
_ELISIONS = tuple(f"{stem}'" for stem in _STEMS)
_MARKS = ("'", "’")
_OPENERS = ("", *list('([{«“"—–*_>'))
_NEVER_AFTER_ONE_LETTER = frozenset("et ou au aux à".split())
"""What follows a letter with a prime in geometry (« d' et D »), and no elided word."""


@dataclass(frozen=True)
class CutElisionDetector:
    """White space after the apostrophe of an elision, or before it."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every elision that stands apart from its word."""
        yield from self._after_the_mark(document)
        yield from self._before_the_mark(document)

    def _after_the_mark(self, document: Document) -> Iterator[Hit]:
        tokens = document.tokens
        for number in tokens.positions(_ELISIONS):
            if number + 1 < len(tokens) and tokens.ends[number] < tokens.starts[number + 1]:
                yield from self._hit(document, number, number + 1, tokens.forms[number])

    def _before_the_mark(self, document: Document) -> Iterator[Hit]:
        tokens = document.tokens
        for number in tokens.positions(_MARKS):
            if number == 0 or number + 1 >= len(tokens):
                continue
            stem, mark = tokens.forms[number - 1], tokens.forms[number]
            apart = bool(document.gap(number - 1))
            if (apart and f"{stem.lower()}'" in _ELISIONS) or stem.lower() == "aujourd":
                yield from self._hit(document, number - 1, number + 1, stem + mark)

    def _hit(self, document: Document, first: int, last: int, elision: str) -> Iterator[Hit]:
        tokens = document.tokens
        following = tokens.forms[last]
        start = tokens.starts[first]
        if not _leans(elision, following) or "\n" in document.text[start : tokens.starts[last]]:
            return
        before = document.text[max(0, start - 1) : start]
        if not (before.isspace() or before in _OPENERS) or _closes_quote(document, last):
            return
        yield Hit.replacing(Span(start, tokens.ends[last]), elision + following)


def _leans(elision: str, following: str) -> bool:
    """Can the elided word stand before this one?"""
    if not following[0].isalpha():
        return False
    if elision.lower().startswith("aujourd"):
        return following.lower() == "hui"
    if len(elision) == 2 and (following.lower() in _NEVER_AFTER_ONE_LETTER):
        return False
    if following.lower() == "est" and elision[0] in "dD":
        return False
    return opens_with_vowel(following) and (len(following) > 1 or following in "aày")


def _closes_quote(document: Document, number: int) -> bool:
    """Does a single quotation mark close right after this token?"""
    end = document.tokens.ends[number]
    return (
        document.text[end : end + 1] in ("'", "’")
        and not document.text[end + 1 : end + 2].isalnum()
    )

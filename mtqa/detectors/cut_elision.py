"""An elided word and the word it leans on, with a space left between: « l’ usage », « qu 'on »."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.bare_elision import BARE_STEMS, lacks_apostrophe
from mtqa.languages.fr.elision import ELIDED, opens_with_vowel
from mtqa.parameters import parameters
from mtqa.text import Document, Span

__all__ = ["CutElisionDetector"]

_STEMS = (*dict.fromkeys(ELIDED.values()), "t", "quelqu", "presqu")
_ELISIONS = tuple(f"{stem}'" for stem in _STEMS)
_LETTERS = tuple("bcdefgijklmnpqrstuvwxz")
_MARKS = ("'", "’")
_OPENERS = ("", *list('([{«“"—–*_>'))
_NEVER_AFTER_ONE_LETTER = frozenset("et ou au aux à".split())
"""What follows a letter with a prime in geometry (« d' et D »), and no elided word."""


@parameters
class CutElisionDetector:
    """White space after the apostrophe of an elision, or before it."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every elision that stands apart from its word."""
        yield from self._after_the_mark(document)
        yield from self._before_the_mark(document)
        yield from self._without_a_mark(document)

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

    def _without_a_mark(self, document: Document) -> Iterator[Hit]:
        """« l équipe », « qu il »: the apostrophe itself is lost; not where letters are symbols."""
        tokens = document.tokens
        symbols: bool | None = None
        for number in tokens.positions(BARE_STEMS):
            if document.gap(number) not in (" ", "\u00a0") or document.is_set_off(number, number):
                continue
            before = document.text[tokens.starts[number] - 1 : tokens.starts[number]]
            if not (before.isspace() or before in _OPENERS):
                continue
            if not lacks_apostrophe(tokens.forms, number):
                continue
            if len(tokens.forms[number]) == 1:
                symbols = _uses_symbols(document) if symbols is None else symbols
                if symbols:
                    continue
            span = document.span(number, number + 1)
            text = f"{tokens.forms[number]}{document.apostrophe}{tokens.forms[number + 1]}"
            yield Hit.replacing(span, text)

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


def _uses_symbols(document: Document) -> bool:
    """Do single letters stand for quantities or names of things here?"""
    return document.holds_code or any(
        _is_symbol(document, number) for number in document.tokens.positions(_LETTERS)
    )


def _is_symbol(document: Document, number: int) -> bool:
    forms = document.tokens.forms
    before = forms[number - 1] if number else ""
    if not forms[number].islower() or before[-1:].isdigit() or before == "-":
        return False
    apart = bool(document.gap(number)) and (number == 0 or bool(document.gap(number - 1)))
    return apart and forms[number + 1 : number + 2] != ["-"] and not lacks_apostrophe(forms, number)


def _leans(elision: str, following: str) -> bool:
    """Can the elided word stand before this one?"""
    if not following[0].isalpha():
        return False
    if elision.lower().startswith("aujourd"):
        return following.lower() == "hui"
    if len(elision) == 2 and following.lower() in _NEVER_AFTER_ONE_LETTER:
        return elision in ("d’", "D’") and following in ("au", "aux", "à")  # « d’au moins huit »
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

"""Letters written as the numbers of their bytes: « soci=E9t=E9 », « Guide%20d%C3%A9t »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.lexicon import lookup
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.text import Document, Span

__all__ = ["ByteEscapeDetector"]

_WORD = pattern(r"(?:%[0-9A-F]{2}|=[A-F][0-9A-F](?:=[0-9A-F]{2})*|u00[a-f][0-9a-f]|[^\W\d_])+")
_ESCAPES = pattern(r"((?:[%=][0-9A-F]{2})+)|u(00[a-f][0-9a-f])")
_LETTERS = pattern(r"[^\W\d_’'-]+")
_SIGNS = ("%", "=")


@parameters
class ByteEscapeDetector:
    """Words with escapes of a web address, of mail, or of JSON without its backslash.

    All words that result must be known.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such word; the correction is the text that was meant."""
        reach = 0
        for number in sorted({*document.tokens.positions(_SIGNS), *document.tokens_holding("u00")}):
            start = document.tokens.starts[number]
            if start < reach:
                continue
            while start and document.text[start - 1].isalpha():
                start -= 1
            match = _WORD.match(document.text, start)
            if not match or not _ESCAPES.search(match[0]):
                continue
            reach = match.end()
            meant = _decoded(match[0])
            if meant and all(lookup(word.lower()).known for word in _LETTERS.findall(meant)):
                yield Hit.replacing(Span(*match.span()), meant)


def _decoded(word: str) -> str:
    """What the word stands for; empty where it holds no letters or no text."""
    try:
        meant = _ESCAPES.sub(_character, word)
    except UnicodeDecodeError:
        return ""
    return meant if meant.isprintable() and _LETTERS.search(meant) else ""


def _character(match: re.Match[str]) -> str:
    codes = bytes.fromhex(match[1].replace("%", "").replace("=", "")) if match[1] else b""
    if not codes:
        return chr(int(match[2], 16))
    try:
        return codes.decode("utf-8")
    except UnicodeDecodeError:
        return codes.decode("cp1252")

"""Characters left in code: entities (« l&apos;eau ») and escapes (« \\u00e9t\\u00e9 »)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.technical import MARKUP_WORDS
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.text import Document, Span

__all__ = ["HtmlEntityDetector", "UnicodeEscapeDetector"]

_ENTITY = pattern(
    r"""(?P<left>[ \u00a0]?)
    &[ ]?(?:amp[ ]?;[ ]?)*
    (?P<name>(?:\#[ ]?(?:\d{2,6}|[xX][0-9A-Fa-f]{2,5})|[A-Za-z]{2,8}\d{0,2})(?=[ ]?;)
      |\#(?:39|160|8217|8211|x27)(?![\d;])|nbsp|rsquo|laquo|raquo|quot|apos
      |[aeiouy](?:acute|grave|circ|uml)|ccedil)(?:[ ]?;)?
    (?P<right>[ \u00a0]?)""",
    re.VERBOSE,
)
_ESCAPES = pattern(r"(?:\\u[0-9a-fA-F]{4})+|(?:\\x[a-fA-F][0-9a-fA-F])+")
_ELIDED = pattern(r"(?:^|[\W_])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)$", re.IGNORECASE)


@parameters
class HtmlEntityDetector:
    """An entity in prose; the correction is its character.

    In a document about markup only entities inside a word count.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every entity that stands for a character of the text."""
        numbers = document.tokens.index.get("&", ())
        about_markup = bool(numbers) and document.is_about(MARKUP_WORDS)
        marks = _quotation_marks(document) if numbers else ("", "")
        opened: tuple[int, Hit] | None = None
        for number in numbers:
            start = document.tokens.starts[number]
            blank = document.text[max(start - 1, 0) : start] in (" ", "\u00a0")
            match = _ENTITY.match(document.text, start - blank)
            character = _character(match["name"].replace(" ", "")) if match else ""
            if not match or not character:
                continue
            span = Span(match.end("left"), match.start("right"))
            if _is_named(document, span, about_markup):
                continue
            hit = _hit(document.text, match, span, character)
            if character != '"':
                yield hit
            elif opened and document.paragraph_of(opened[0]) == document.paragraph_of(number):
                yield _quoted(document, opened[1].span, span, marks)
                opened = None
            else:
                if opened:
                    yield opened[1]
                opened = (number, hit)
        if opened:
            yield opened[1]


def _quotation_marks(document: Document) -> tuple[str, str]:
    """The marks that the document quotes with, and their blanks."""
    index = document.tokens.index
    if "«" not in index and ("“" in index or '"' in index):
        return ("“", "”") if "“" in index else ('"', '"')
    return ("« ", " »") if "« " in document.text else ("«\u00a0", "\u00a0»")


def _quoted(document: Document, opening: Span, closing: Span, marks: tuple[str, str]) -> Hit:
    """Two entities for quotation marks, put right together."""
    text = document.text
    start, end = opening.end, closing.start
    while start < end and text[start] in " \u00a0":
        start += 1
    while end > start and text[end - 1] in " \u00a0":
        end -= 1
    left, right = marks
    edits = (Edit(Span(opening.start, start), left), Edit(Span(end, closing.end), right))
    return Hit(Span(opening.start, closing.end), (edits,))


_MOSES = {"bar": "|", "bra": "[", "ket": "]"}
"""What the tokeniser of Moses writes, and HTML does not know."""


def _character(name: str) -> str:
    if name in _MOSES:
        return _MOSES[name]
    character = unescape(f"&{name};") if name.startswith("#") else html5.get(f"{name};", "")
    return character if len(character) == 1 and character not in "\ufffd\ufffc" else ""


def _is_named(document: Document, span: Span, about_markup: bool) -> bool:
    text = document.text
    inside = text[max(span.start - 1, 0) : span.start].isalpha() and (
        text[span.end : span.end + 1].isalpha()
    )
    return not inside and (about_markup or document.is_mention(span))


def _hit(text: str, match: re.Match[str], span: Span, character: str) -> Hit:
    """The entity with the blanks beside it that its character does not bear."""
    start, end = span
    if character == "'":
        character = "’"
        if match["left"] and match["right"] and _ELIDED.search(text[max(start - 9, 0) : start - 1]):
            start, end = match.start(), match.end()
    elif character == "\u00a0":
        start, end = match.start(), match.end()
    return Hit.replacing(Span(start, end), character)


@parameters
class UnicodeEscapeDetector:
    """Letters and marks written by their number, beside a letter of the same word."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every run of escapes; the correction is the characters."""
        text = document.text
        reach = 0
        for number in document.tokens.index.get("\\", ()):
            match = _ESCAPES.match(text, document.tokens.starts[number])
            if match and match.start() >= reach:
                start, reach = match.span()
                beside = text[max(start - 1, 0) : start] + text[reach : reach + 1]
                characters = _decoded(match[0])
                if characters.isprintable() and any(c.isalpha() for c in beside):
                    yield Hit.replacing(Span(start, reach), characters)


def _decoded(escapes: str) -> str:
    codes = [int(code, 16) for code in re.split(r"\\[ux]", escapes)[1:]]
    units = b"".join(code.to_bytes(2, "big") for code in codes)
    return units.decode("utf-16-be", errors="replace")

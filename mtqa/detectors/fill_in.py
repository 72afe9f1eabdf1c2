"""Blanks to fill in that were left in a text: « [nom du client] »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import regex

from mtqa.findings import Hit
from mtqa.text import Document, Span

__all__ = ["FillInDetector"]

_MOST = 4


@dataclass(frozen=True)
class FillInDetector:
    """Brackets whose content is one of `contents`, regular expressions.

    A form has many such blanks on purpose, and says so by one of the words `form_words`; in a
    quotation, brackets are the journalist's.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    contents: tuple[str, ...]
    form_words: tuple[str, ...]

    @cached_property
    def _pattern(self) -> regex.Pattern[str]:
        return regex.compile(rf"\[(?:{'|'.join(self.contents)})\](?![(:\[\w])", regex.IGNORECASE)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every blank, unless the document is a form."""
        text = document.text
        spans: list[Span] = []
        at = text.find("[")
        while at >= 0:
            match = self._pattern.match(text, at)
            if match:
                spans.append(Span(*match.span()))
            at = text.find("[", at + 1)
        if not spans or len(spans) > _MOST or document.is_about(self.form_words):
            return
        for span in spans:
            if not document.quote_around(document.tokens.at(span.start)):
                yield Hit(span)

"""What stands in brackets, and at once again: « l’institut (INA) (INA) »."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["RepeatedBracketsDetector"]

_LONGEST = 40
"""Tokens between the brackets."""


@parameters
class RepeatedBracketsDetector:
    """Two brackets in a row that hold the same words."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such pair."""
        tokens = document.tokens
        for closing in tokens.positions((")",)):
            if tokens.forms[closing + 1 : closing + 2] != ["("]:
                continue
            floor = max(closing - _LONGEST, -1)
            first = next((n for n in range(closing, floor, -1) if tokens.forms[n] == "("), closing)
            last = 2 * closing + 1 - first
            inside = tokens.forms[first : closing + 1]
            if len(tokens.forms[first + 1]) > 1 and inside == tokens.forms[closing + 1 : last + 1]:
                span = document.span(first, last)
                yield Hit.replacing(span, document.text[span.start : tokens.ends[closing]])

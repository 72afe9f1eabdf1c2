"""A sentence of the source that the translation leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.parameters import parameters
from mtqa.text import Document, Segment, Span

__all__ = ["OmittedSentence"]

_SHORTEST = 20
"""Code points below which a sentence may well be said in the one before."""
_FULL = 1.25
"""A neighbour so much longer than its source may hold the sentence."""


@parameters
class OmittedSentence:
    """A sentence without a counterpart, between two that have one; the span is the word before.

    Where a neighbour is clearly longer than its source, it may say both, and nothing is reported.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("source",)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such sentence; what it says must be translated, so no correction."""
        segments = document.segments
        if document.source is None or not segments:
            return
        ends = [None, *segments, None]
        for (before, segment), (_, after) in zip(pairwise(ends), pairwise(ends[1:]), strict=False):
            if segment is None or before is None:
                continue
            if _is_omitted(segment) and not _may_hold(before) and not _may_hold(after):
                text = document.source.text[slice(*segment.source)]
                tokens = document.tokens
                last = tokens.at(before.target.end - 1)
                while last > 0 and not tokens.forms[last][0].isalnum():
                    last -= 1
                yield Hit(
                    document.span(last, last), slots={"source": text}, source=(segment.source,)
                )


def _is_omitted(segment: Segment) -> bool:
    return _length(segment.target) == 0 and _length(segment.source) >= _SHORTEST


def _may_hold(segment: Segment | None) -> bool:
    """May this neighbour say the sentence too, or is itself no pair to judge by?"""
    if segment is None:
        return False
    return _length(segment.target) == 0 or _length(segment.target) > _FULL * _length(segment.source)


def _length(span: Span) -> int:
    return span.end - span.start

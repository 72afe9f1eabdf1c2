"""A sentence of the source that the translation leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.parameters import parameters
from mtqa.text import Document, Segment, Span

__all__ = ["OmittedSentence"]

_SHORTEST = 20
"""Code points below which a sentence may well be said in the one before."""
_USUAL = 1.1
"""Code points of French for one of its source."""
_HALF = 0.5
"""A neighbour that is longer than usual by this share of the sentence may say it too."""


@parameters
class OmittedSentence:
    """A sentence without a counterpart, between two that have one; the span is the word before.

    Where a neighbour is clearly longer than its source, it may say both, and nothing is reported.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("source",)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such sentence; to translate it is no correction of ours."""
        for segments in document.segment_runs:
            for before, segment, after in zip(
                segments, segments[1:], [*segments[2:], None], strict=False
            ):
                if _is_omitted(segment) and not (
                    _may_hold(before, segment) or _may_hold(after, segment)
                ):
                    yield _hit(document, segment.source, before.target)


def _hit(document: Document, source: Span, before: Span) -> Hit:
    tokens = document.tokens
    last = tokens.at(before.end - 1)
    while last > 0 and not tokens.forms[last][0].isalnum():
        last -= 1
    text = document.source.text[slice(*source)] if document.source else ""
    return Hit(document.span(last, last), slots={"source": text}, source=(source,))


def _is_omitted(segment: Segment) -> bool:
    return _length(segment.target) == 0 and _length(segment.source) >= _SHORTEST


def _may_hold(neighbour: Segment | None, omitted: Segment) -> bool:
    """May this neighbour say the sentence too, or is itself no pair to judge by?"""
    if neighbour is None:
        return False
    length = _length(neighbour.target)
    surplus = length - _USUAL * _length(neighbour.source)
    return length == 0 or surplus > _HALF * _length(omitted.source)


def _length(span: Span) -> int:
    return span.end - span.start

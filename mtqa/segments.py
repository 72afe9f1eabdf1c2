"""Parts of a source and of its translation that belong together."""

from __future__ import annotations

from typing import NamedTuple

from mtqa.spans import Span

__all__ = ["Pair", "Segment"]


class Segment(NamedTuple):
    """Sentences of the source and those that translate them, as spans of both texts.

    One of the two spans is empty where sentences were left out or added; it then stands where
    they would have been.
    """

    source: Span
    target: Span


class Pair(NamedTuple):
    """A segment with the texts of both its sides."""

    segment: Segment
    source: str
    target: str

    def in_source(self, start: int, end: int) -> Span:
        """The span of the source's text from these offsets of `source`."""
        return Span(self.segment.source.start + start, self.segment.source.start + end)

    def in_target(self, start: int, end: int) -> Span:
        """The span of the text from these offsets of `target`."""
        return Span(self.segment.target.start + start, self.segment.target.start + end)

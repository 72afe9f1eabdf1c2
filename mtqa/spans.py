"""Places in a text and in the file that it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

__all__ = ["Lines", "OffsetMap", "Piece", "Position", "Remark", "Span"]


class Span(NamedTuple):
    """A stretch of text, in code points from 0, half-open."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Do the two share a code point, or does an empty one stand inside the other?"""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Does `other` lie inside this span?"""
        return self.start <= other.start and other.end <= self.end


class Remark(NamedTuple):
    """A comment of a file at `span`, and the stretch of the file that it is about."""

    span: Span
    scope: Span


class Position(NamedTuple):
    """A place in a file as people count it: line and column from 1, in code points."""

    line: int
    column: int


class Lines:
    """Where the lines of a file begin."""

    def __init__(self, raw: str) -> None:
        self._raw = raw

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        at = self._raw.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self._raw.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """Line and column of an offset of the file."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)


class Piece(NamedTuple):
    """A stretch of the text and the stretch of the file that it stands for.

    Equal lengths correspond code point by code point; unequal ones only as wholes.
    """

    text: Span
    raw: Span


class OffsetMap:
    """From spans of the text to spans of the file.

    `pieces` must be in order and cover the text without a gap.
    """

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.pieces: tuple[Piece, ...] = tuple(pieces)
        self._starts = [piece.text.start for piece in self.pieces]

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of a text that is the file itself, `length` code points long."""
        return cls((Piece(Span(0, length), Span(0, length)),))

    def raw(self, span: Span) -> Span:
        """Where `span` of the text stands in the file; a piece cut in two counts whole."""
        start = self._raw(span.start, end=self._ends_part(span))
        if span.start == span.end:
            return Span(start, start)
        return Span(start, max(start, self._raw(span.end, end=True)))

    def is_whole(self, span: Span) -> bool:
        """Does `span` stand for one unbroken stretch of the file, cutting no piece in two?"""
        raw = self.raw(span)
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        length = 0
        for number in range(first, len(self.pieces)):
            piece = self.pieces[number]
            if piece.text.start >= span.end:
                break
            inner = Span(max(piece.text.start, span.start), min(piece.text.end, span.end))
            if _length(piece.text) == _length(piece.raw):
                length += _length(inner)
            elif inner == piece.text and piece.raw.start < piece.raw.end:
                length += _length(piece.raw)
            else:
                return False
        return length == _length(raw)

    def _ends_part(self, span: Span) -> bool:
        """Is it the place behind a part of the file that what comes next is far from?"""
        if span.start < span.end or not span.start:
            return False
        text, raw = self.pieces[bisect_right(self._starts, span.start) - 1]
        return text.start == span.start < text.end and raw.start == raw.end

    def _raw(self, offset: int, *, end: bool) -> int:
        number = bisect_right(self._starts, offset - end) - 1
        piece = self.pieces[max(number, 0)]
        inner = offset - piece.text.start
        if _length(piece.text) == _length(piece.raw):
            return piece.raw.start + inner
        return piece.raw.start if inner <= 0 else piece.raw.end


def _length(span: Span) -> int:
    return span.end - span.start

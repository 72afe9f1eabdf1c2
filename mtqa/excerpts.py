"""A document whose prose is excerpts of its file: strings of a catalogue, cells, subtitles."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from operator import itemgetter

from mtqa.segments import Segment, align_sentences
from mtqa.spans import OffsetMap, Span
from mtqa.text import Document
from mtqa.views import MASK, Sentence

__all__ = ["Excerpts", "Write"]

Write = Callable[[str, Span], str | None]
"""How the file writes a text in place of a span of the file; None where it cannot."""


class Excerpts(Document):
    """Prose that stands in its file piece by piece, each written as the format asks.

    `decoded` is that prose before anything was masked; `in_decoded` leads from `text` to it.
    `parts` are stretches of the text that no correction empties. Where the file holds both sides,
    each has its source beside it in `units`; they are then texts of their own.

    Of the decoded text, `decoded_map` leads from it to the file, `decoded_parts` are the parts, and
    `codes` what stands in the file within it and is not shown, each at its offset.
    """

    def __init__(
        self,
        raw: str,
        *,
        text: str,
        offset_map: OffsetMap,
        decoded: str,
        in_decoded: OffsetMap,
        write: Write,
        parts: Sequence[Span] = (),
        path: str = "-",
        language: str = "fr",
        source_language: str | None = None,
        wrapped: bool | None = None,
    ) -> None:
        super().__init__(
            raw,
            text=text,
            offset_map=offset_map,
            path=path,
            language=language,
            source_language=source_language,
            wrapped=wrapped,
        )
        self.parts = parts
        self.decoded_parts: Sequence[Span] = ()
        self.decoded = decoded
        self.in_decoded = in_decoded
        self.decoded_map = offset_map
        self.codes: Sequence[tuple[int, Span]] = ()
        self.write = write

    @property
    def prose(self) -> str:
        """The texts of a catalogue before anything was masked; else the file, mark-up and all."""
        return self.decoded if self.units else self.raw

    def behind(self, span: Span) -> str:
        """What the file says at this span of the text, masked or not, without its escapes."""
        text = self._unmasked(span)
        return super().behind(span) if MASK in text else text

    def _unmasked(self, span: Span) -> str:
        start, end = self.in_decoded.raw(span)
        return self.decoded[start:end]

    def written(self, span: Span, text: str) -> str | None:
        """How the file writes `text` in place of this span; None if it cannot hold it there."""
        if not text.strip() and self._is_part(span):
            return None
        if MASK in self._unmasked(span):  # A code of the format, for which only another will do.
            return text if text[:1] == "<" and text[-1:] == ">" else None
        return self.write(text, self.map.raw(span))

    def is_unit(self, span: Span) -> bool:
        """Does this span hold all that is said in the unit where it begins?"""
        return bool(self.units) and self._is_part(span)

    def is_together(self, spans: Iterable[Span]) -> bool:
        """Do all these spans begin in one unit?"""
        return not self.units or len({self._part(span) for span in spans}) == 1

    def _is_part(self, span: Span) -> bool:
        number = self._part(span)
        if number < 0:
            return False
        start, end = self.parts[number]
        return not (self.text[start : span.start].strip() or self.text[span.end : end].strip())

    def _part(self, span: Span) -> int:
        return bisect_right(self.parts, span.start, key=itemgetter(0)) - 1

    @cached_property
    def segments(self) -> list[Segment]:
        """The sentences of all units side by side, or of the two documents as wholes."""
        if not self.units:
            return super().segments
        return [segment for run in self.segment_runs for segment in run]

    @cached_property
    def segment_runs(self) -> list[list[Segment]]:
        """The segments, unit by unit."""
        if not self.units:
            return super().segment_runs
        return [self._aligned(*unit) for unit in self.units if unit[0].start < unit[0].end]

    def _aligned(self, source: Span, target: Span) -> list[Segment]:
        unit = Segment(source, target)
        if self.source is None:
            return [unit]
        ones = _sentences_in(self.source, source)
        others = _sentences_in(self, target)
        if len(ones) < 2 and len(others) < 2:
            return [unit]
        return list(align_sentences(self.source, ones, self, others, _before(unit)))


def _before(unit: Segment) -> Segment:
    (left, _), (right, _) = unit
    return Segment(Span(left, left), Span(right, right))


def _sentences_in(document: Document, span: Span) -> list[Sentence]:
    starts = document.sentence_starts
    first = bisect_left(starts, span.start)
    return document.sentences[first : bisect_left(starts, span.end)]

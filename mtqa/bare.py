"""A document with nothing hidden: its placeholders, tags and codes stand as the file has them.

What the prose hides from most rules is what some compare: a string and its translation, whole.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from mtqa.excerpts import Excerpts
from mtqa.spans import OffsetMap, Piece, Span
from mtqa.text import Document, Segment

__all__ = ["bare"]


@lru_cache(maxsize=1)
def bare(document: Document) -> Document:
    """The document in which `pairs()` gives whole strings, or lines, with all that is in them."""
    if document.source is None:
        return document
    shown, places = _shown(document)
    source, source_places = _shown(document.source)
    shown.source = source
    if isinstance(document, Excerpts) and document.units:
        ones = document.source.decoded_parts if isinstance(document.source, Excerpts) else ()
        spans = zip(ones, document.decoded_parts, strict=True)
        segments = [Segment(source_places.start_end(a), places.start_end(b)) for a, b in spans]
        if isinstance(shown, Excerpts):
            shown.units = segments
            shown.parts = [segment.target for segment in segments]
    else:
        moved = [
            Segment(_in_shown(document.source, one), _in_shown(document, other))
            for one, other in document.segments
            if one.start < one.end and other.start < other.end
        ]
        segments = list(_lines(source.text, shown.text, moved))
    shown.segments = segments
    return shown


class _Places:
    """Where offsets of the decoded text stand when the codes of the format are shown in it."""

    def __init__(self, offsets: Sequence[int], lengths: Sequence[int]) -> None:
        self._offsets = offsets
        self._shifts = [0, *accumulate(lengths)]

    def start_end(self, span: Span) -> Span:
        """The span with the codes at its edges."""
        start, end = span
        return Span(
            start + self._shifts[bisect_left(self._offsets, start)],
            end + self._shifts[bisect_right(self._offsets, end)],
        )


def _shown(document: Document) -> tuple[Document, _Places]:
    if not isinstance(document, Excerpts):
        language = document.language
        return Document(document.raw, path=document.path, language=language), _Places((), ())
    codes = [
        code
        for code in document.codes
        if document.raw[code[1].start] == "<" and document.raw[code[1].end - 1] == ">"
    ]
    text, offset_map = document.decoded, document.decoded_map
    lengths: list[int] = []
    if codes:
        text, offset_map, lengths = _with_codes(document, codes)
    written = {document.raw[slice(*span)] for _, span in codes}

    def write(new: str, span: Span) -> str | None:
        return new if new in written else document.write(new, span)

    shown = Excerpts(
        document.raw,
        text=text,
        offset_map=offset_map,
        decoded=text,
        in_decoded=OffsetMap.identity(len(text)),
        write=write,
        path=document.path,
        language=document.language,
    )
    return shown, _Places([offset for offset, _ in codes], lengths)


def _with_codes(
    document: Excerpts, codes: Sequence[tuple[int, Span]]
) -> tuple[str, OffsetMap, list[int]]:
    """The decoded text with the codes in it, its map, and how much longer each one makes it."""
    parts: list[str] = []
    pieces: list[Piece] = []
    lengths: list[int] = []
    at = length = number = 0
    lower = document.decoded_map.pieces
    for offset, raw in [*codes, (len(document.decoded), None)]:
        parts.append(document.decoded[at:offset])
        while number < len(lower) and lower[number].text.start < offset:
            (first, last), behind = lower[number]
            inner = Span(max(first, at), min(last, offset))
            if inner.start < inner.end:
                if last - first == behind.end - behind.start:
                    shift = behind.start - first
                    behind = Span(inner.start + shift, inner.end + shift)
                pieces.append(
                    Piece(Span(inner.start - at + length, inner.end - at + length), behind)
                )
            if last > offset:
                break
            number += 1
        length += offset - at
        at = offset
        if raw is None:
            break
        size = raw.end - raw.start
        parts.append(document.raw[slice(*raw)])
        pieces.append(Piece(Span(length, length + size), raw))
        length += size
        # What the rules see in its place goes.
        hidden = number < len(lower) and lower[number] == Piece(Span(offset, offset + 1), raw)
        at += hidden
        number += hidden
        lengths.append(size - hidden)
    return "".join(parts), OffsetMap(pieces), lengths


def _in_shown(document: Document, span: Span) -> Span:
    return (document.in_decoded if isinstance(document, Excerpts) else document.map).raw(span)


def _lines(source: str, target: str, segments: Sequence[Segment]) -> Iterator[Segment]:
    """The segments put together to whole lines of both sides."""
    group: list[Segment] = []
    for segment in segments:
        if (
            group
            and "\n" in source[group[-1].source.end : segment.source.start]
            and ("\n" in target[group[-1].target.end : segment.target.start])
        ):
            yield _whole(source, target, group)
            group = []
        group.append(segment)
    if group:
        yield _whole(source, target, group)


def _whole(source: str, target: str, group: Sequence[Segment]) -> Segment:
    one = _line(source, group[0].source.start, group[-1].source.end)
    return Segment(one, _line(target, group[0].target.start, group[-1].target.end))


def _line(text: str, start: int, end: int) -> Span:
    last = text.find("\n", end)
    return Span(text.rfind("\n", 0, start) + 1, last if last >= 0 else len(text))

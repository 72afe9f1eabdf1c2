"""Documents put together piece by piece, and what of their prose is hidden from the rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from mtqa.bilingual.language import SOURCE_LANGUAGES, likely_language, short_language
from mtqa.errors import ReadError
from mtqa.excerpts import Excerpts, Write
from mtqa.patterns import pattern
from mtqa.spans import OffsetMap, Piece, Span

__all__ = ["PARTED", "Builder", "FindMasks", "Mask", "Run", "Sides", "decoded"]

Run = tuple[str, int, int]
"""Text that stands for the file's [start, end); of equal length, code point by code point."""
PARTED = "\n\n"
LONGEST = 1_000_000
"""Code points of the longest unit that is read."""
_BAR = pattern(r"\|(?:(?<=\S\|)|(?=\S))")


class Mask(NamedTuple):
    """A span of the decoded text, and what the rules see in its place."""

    span: Span
    shown: str


FindMasks = Callable[[str], Iterable[Mask]]


def decoded(
    raw: str, span: Span, sign: str, codes: re.Pattern[str], meaning: Callable[[str], str]
) -> Iterator[Run]:
    """A stretch of the file, each of its `codes` with its meaning; all of them hold `sign`."""
    at, end = span
    for match in codes.finditer(raw, at, end) if raw.find(sign, at, end) >= 0 else ():
        if at < match.start():
            yield raw[at : match.start()], at, match.start()
        yield meaning(match[0]), *match.span()
        at = match.end()
    if at < end:
        yield raw[at:end], at, end


class Builder:
    """The text under construction, and where each part of it stands in the file."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0
        self.codes: list[tuple[int, Span]] = []

    def add(self, text: str, start: int, end: int) -> None:
        """Let `text` stand for the file's [start, end)."""
        if text:
            span = Span(self.length, self.length + len(text))
            self.parts.append(text)
            self.pieces.append(Piece(span, Span(start, end)))
            self.length = span.end

    def begin(self, at: int, mark: str = PARTED) -> None:
        """Part what comes next, which stands at `at`, from what is there by `mark`."""
        if self.parts:
            self.add(mark, at, at)

    def runs(self, runs: Iterable[Run], mark: str = PARTED) -> Span:
        """Add a unit made of `runs`; returns where it stands in the text."""
        start = -1
        hidden: list[Span] = []
        for text, at, end in runs:
            if len(text) < 2 and end - at > 2:
                hidden.append(Span(at, end))
            if start < 0 and text:
                self.begin(at, mark)
                start = self.length
            if start >= 0 and hidden:
                self.codes += ((self.length, span) for span in hidden)
                hidden = []
            self.add(text, at, end)
        return Span(start if start >= 0 else self.length, self.length)

    @property
    def text(self) -> str:
        """All the text so far."""
        return "".join(self.parts)

    def document(
        self,
        raw: str,
        find_masks: FindMasks,
        write: Write,
        *,
        path: str,
        language: str,
        source_language: str | None,
        wrapped: bool | None = None,
        parts: Iterable[Span] = (),
    ) -> Excerpts:
        """The document of this text, without what `find_masks` finds in it.

        `parts` are stretches of the text, in order, none of which a correction may empty.
        """
        prose = self.text
        offset_map = OffsetMap(self.pieces) if self.pieces else OffsetMap.identity(0)
        text, in_decoded = _masked(prose, find_masks(prose))
        parts = list(parts)
        document = Excerpts(
            raw,
            text=text,
            offset_map=offset_map if text is prose else _composed(in_decoded, offset_map),
            decoded=prose,
            in_decoded=in_decoded,
            write=write,
            parts=list(_moved(parts, in_decoded)),
            path=path,
            language=language,
            source_language=source_language,
            wrapped=wrapped,
        )
        document.decoded_parts = parts
        document.decoded_map, document.codes = offset_map, self.codes
        return document


class Sides:
    """The units of a file that holds source and translation."""

    def __init__(self) -> None:
        self.source = Builder()
        self.target = Builder()
        self.spans: list[tuple[Span, Span]] = []

    def add(self, source: Iterable[Run], target: Iterable[Run]) -> None:
        """Add a unit, if it has a translation."""
        after = self.target.runs(target)
        if after.start < after.end:
            self.spans.append((self.source.runs(source), after))

    def add_choices(self, source: list[Run], target: list[Run]) -> None:
        """Add a unit, or one for each of its choices: « one file|many files » on both sides."""
        ones, others = _parted(source), _parted(target)
        if len(ones) == len(others):
            for one, other in zip(ones, others, strict=True):
                self.add(one, other)
        else:
            self.add(source, target)

    def document(
        self,
        raw: str,
        find_masks: FindMasks,
        write: Write,
        *,
        path: str,
        language: str,
        source_language: str | None,
        wrapped: bool | None = None,
        witness: Callable[[str], FindMasks] | None = None,
    ) -> Excerpts:
        """The document of the translations, with that of the sources beside it.

        `witness` tells what to hide in the translations from the text of all sources. Sources
        that are in no language which mtqa compares are left out.
        """
        self._check_sizes(raw, path)
        source = self.source.document(
            raw,
            find_masks,
            write,
            path=path,
            language="",
            source_language=None,
            wrapped=wrapped,
            parts=(span for span, _ in self.spans),
        )
        source.language = short_language(source_language or likely_language(source.tokens.lower))
        document = self.target.document(
            raw,
            witness(self.source.text) if witness else find_masks,
            write,
            path=path,
            language=language,
            source_language=source_language,
            wrapped=wrapped,
            parts=(span for _, span in self.spans),
        )
        document.units = list(zip(source.parts, document.parts, strict=True))
        if source.language in SOURCE_LANGUAGES and source.language != language:
            document.source = source
        return document

    def _check_sizes(self, raw: str, path: str) -> None:
        """Raise ReadError where a unit is far too long for one: it would only cost memory."""
        for sides in self.spans:
            length = max(end - start for start, end in sides)
            if length > LONGEST:
                raise ReadError(
                    f"{path}: a unit of {length:,} characters; split what exceeds {LONGEST:,}"
                )


def _parted(runs: Iterable[Run]) -> list[list[Run]]:
    """The runs cut at bars that have no spaces around them."""
    parts: list[list[Run]] = [[]]
    for text, start, end in runs:
        at = 0
        for match in _BAR.finditer(text) if len(text) == end - start else ():
            if at < match.start():
                parts[-1].append((text[at : match.start()], start + at, start + match.start()))
            parts.append([])
            at = match.end()
        if at < len(text) or not text:
            parts[-1].append((text[at:], start + at if at else start, end))
    return parts


def _masked(prose: str, masks: Iterable[Mask]) -> tuple[str, OffsetMap]:
    """The text with each mask's `shown` in its place, and the map from it to `prose`."""
    result = Builder()
    at = 0
    for (start, end), shown in sorted(masks):
        if start < at or start == end:
            continue
        result.add(prose[at:start], at, start)
        result.add(shown, start, end)
        at = end
    if not at:
        return prose, OffsetMap.identity(len(prose))
    result.add(prose[at:], at, len(prose))
    return result.text, OffsetMap(result.pieces or OffsetMap.identity(0).pieces)


def _composed(upper: OffsetMap, lower: OffsetMap) -> OffsetMap:
    """The map that leads through `upper`, then through `lower`."""
    pieces: list[Piece] = []
    number = 0
    for text, (start, end) in upper.pieces:
        if text.end - text.start != end - start:
            pieces.append(Piece(text, lower.raw(Span(start, end))))
            continue
        while number + 1 < len(lower.pieces) and lower.pieces[number].text.end <= start:
            number += 1
        ahead = number
        while ahead < len(lower.pieces) and lower.pieces[ahead].text.start < end:
            pieces.append(_cut(lower.pieces[ahead], start, end, text.start - start))
            ahead += 1
    return OffsetMap(pieces)


def _cut(piece: Piece, start: int, end: int, shift: int) -> Piece:
    """The part of `piece` inside [start, end), its text moved by `shift`."""
    (first, last), raw = piece
    inner = Span(max(first, start), min(last, end))
    if last - first == raw.end - raw.start:
        raw = Span(raw.start + inner.start - first, raw.start + inner.end - first)
    return Piece(Span(inner.start + shift, inner.end + shift), raw)


def _moved(spans: Iterable[Span], in_decoded: OffsetMap) -> Iterator[Span]:
    """Where spans of the decoded text, in order, stand in the text."""
    pieces = in_decoded.pieces
    number = 0

    def place(offset: int) -> int:
        nonlocal number
        while number + 1 < len(pieces) and pieces[number].raw.end <= offset:
            number += 1
        text, raw = pieces[number]
        return text.start + min(max(offset - raw.start, 0), text.end - text.start)

    for start, end in spans:
        first = place(start)
        # The end of a unit may be the start of a mask that is shown as nothing.
        yield Span(first, max(first, place(end)))

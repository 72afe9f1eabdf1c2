"""SubRip and WebVTT: the words of the cues; numbers, times and codes are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from mtqa.errors import ReadError
from mtqa.patterns import pattern
from mtqa.readers.building import PARTED, Builder, Mask, Run
from mtqa.readers.markup import text_runs
from mtqa.readers.strings import text_masks
from mtqa.spans import Remark, Span
from mtqa.text import Document

__all__ = ["read_srt", "read_vtt"]

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d\d[,.]\d{1,3}"
_TIMING = pattern(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\n]*(?:\n|\Z)", re.MULTILINE)
_NUMBER_BEFORE = pattern(r"(?:\A|\n)[ \t]*\d+[ \t]*\r?\n\Z")
_BLANK = pattern(r"^[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
_NOTE = pattern(r"^NOTE[ \t\r\n]+(?P<note>[^\n]*mtqa:[^\n]*?)[ \t\r]*$", re.MULTILINE)
_CODE = pattern(r"</?[A-Za-z\d][^<>\n]{0,200}>|\{\\[^{}\n]{1,200}\}")
_SPEAKER = pattern(r"[ \t]*[-–—]\s?\S")
_FINAL = tuple('.!?…:;»”")]♪')
_NUMBER_REACH = 24


def read_srt(
    raw: str, *, path: str = "-", language: str = "fr", source_language: str | None = None
) -> Document:
    """Make the document of a SubRip file. Raises ReadError where it has text and no cue."""
    return _read(raw, path, language, source_language, with_entities=False)


def read_vtt(
    raw: str, *, path: str = "-", language: str = "fr", source_language: str | None = None
) -> Document:
    """Make the document of a WebVTT file. Raises ReadError where it has text and no cue."""
    return _read(raw, path, language, source_language, with_entities=True)


def _read(
    raw: str, path: str, language: str, source_language: str | None, *, with_entities: bool
) -> Document:
    """A sentence that runs on in the next cue stays one; a new speaker begins a paragraph."""
    builder = Builder()
    parts: list[Span] = []
    last = ""
    for at, end in _cues(raw, path):
        for number, line in enumerate(_lines(raw, at, end)):
            text = raw[slice(*line)]
            runs: list[Run] = [*text_runs(raw, line)] if with_entities else [(text, *line)]
            # An empty line would end the cue.
            parts.append(builder.runs(runs, _mark(last, text, in_cue=number > 0)))
            last = text
    document = builder.document(
        raw,
        _masks,
        _write_vtt if with_entities else _write_srt,
        path=path,
        language=language,
        source_language=source_language,
        wrapped=True,
        parts=parts,
    )
    document.remarks = [_remark(raw, match) for match in _NOTE.finditer(raw)]
    return document


def _cues(raw: str, path: str) -> Iterator[Span]:
    """Where the text of each cue stands: from its times to a blank line, or the next number."""
    timings = [match.span() for match in _TIMING.finditer(raw)]
    if not timings and raw.strip() and not raw.lstrip().startswith("WEBVTT"):
        raise ReadError(f"{path}: no subtitles: no line such as 00:00:01,000 --> 00:00:02,500")
    for number, (_, start) in enumerate(timings):
        end = timings[number + 1][0] if number + 1 < len(timings) else len(raw)
        counter = _NUMBER_BEFORE.search(raw, max(start - 1, end - _NUMBER_REACH), end)
        blank = _BLANK.search(raw, start, counter.start() + 1 if counter else end)
        yield Span(start, blank.start() if blank else counter.start() + 1 if counter else end)


def _lines(raw: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        stop = raw.find("\n", start, end)
        stop = stop if stop >= 0 else end
        line = raw[start:stop].rstrip()
        if line.strip():
            yield Span(start, start + len(line))
        start = stop + 1


def _mark(last: str, text: str, *, in_cue: bool) -> str:
    """What parts a line from the one before: a line end within a sentence, else a blank line."""
    if _SPEAKER.match(text):
        return PARTED
    if in_cue:
        return "\n"
    ended = not last or _CODE.sub("", last).rstrip().endswith(_FINAL)
    goes_on = _CODE.sub("", text).lstrip()[:1].islower()
    return "\n" if goes_on and not ended else PARTED


def _masks(text: str) -> Iterator[Mask]:
    yield from text_masks(text)
    for match in _CODE.finditer(text):
        yield Mask(Span(*match.span()), "")


def _remark(raw: str, match: re.Match[str]) -> Remark:
    """A note is about the cue that follows."""
    span = Span(*match.span("note"))
    timing = _TIMING.search(raw, span.end)
    end = _BLANK.search(raw, timing.end()) if timing else None
    return Remark(span, Span(span.start, end.start() if end else len(raw)))


def _write_srt(text: str, _: Span) -> str | None:
    return None if "\n\n" in text or "-->" in text else text


def _write_vtt(text: str, span: Span) -> str | None:
    written = _write_srt(text, span)
    return None if written is None else escape(written, quote=False)

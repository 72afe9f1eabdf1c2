"""PO, the catalogues of gettext: each translation beside its msgid, plurals each by its number.

polib tells the line of an entry and nothing nearer, so the file is scanned here. The grammar is
GNU gettext's: strings side by side are one string, white space is free, a comment ends its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mtqa.errors import ReadError
from mtqa.patterns import pattern
from mtqa.readers.building import Run, Sides, decoded
from mtqa.readers.strings import string_masks
from mtqa.spans import Lines, Remark, Span
from mtqa.text import Document

__all__ = ["read_po"]

_TOKEN = pattern(
    r"[ \t\r\n\f\v]*+(?:(?P<comment>#[^\n]*+)"
    r"|(?P<key>msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,4}\])?|domain)(?![\w\[])"
    r'|"(?P<string>(?:[^"\\\n]|\\.)*+)"|\Z)'
)
_LINE_START = pattern(r"[ \t\r\n\f\v]*")
_ESCAPE = pattern(r"\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}|.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WRITTEN = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})
_LANGUAGE = pattern(r"^Language:[ \t]*([A-Za-z]{2,3})\b", re.MULTILINE)


def read_po(
    raw: str, *, path: str = "-", language: str = "fr", source_language: str | None = None
) -> Document:
    """Make the document of a PO file: what is translated, fuzzy and obsolete entries left out.

    A `Language` in the header overrules `language`. Raises ReadError where it is no PO file.
    """
    sides = Sides()
    remarks: list[Remark] = []
    for entry in _entries(raw, path):
        remarks += (Remark(span, Span(span.start, entry.end)) for span in entry.remarks)
        if entry.is_header:
            told = _LANGUAGE.search(_joined(raw, entry.strings["msgstr"]))
            language = told[1].lower() if told else language
        elif not entry.is_fuzzy:
            for source, target in entry.pairs():
                sides.add(_runs(raw, source), _runs(raw, target))
    document = sides.document(
        raw, string_masks, _write, path=path, language=language, source_language=source_language
    )
    document.remarks = remarks
    return document


def _write(text: str, _: Span) -> str:
    return text.translate(_WRITTEN)


@dataclass
class _Entry:
    """A message: the spans of its strings' contents, by keyword."""

    strings: dict[str, list[Span]] = field(default_factory=dict)
    remarks: list[Span] = field(default_factory=list)
    is_fuzzy: bool = False
    is_complete: bool = False
    end: int = 0

    @property
    def is_header(self) -> bool:
        """Is it the one with an empty msgid, which tells about the file?"""
        empty = all(start == end for start, end in self.strings["msgid"])
        return empty and "msgctxt" not in self.strings and "msgstr" in self.strings

    def pairs(self) -> Iterator[tuple[list[Span], list[Span]]]:
        """Source and translation; the first of the plural forms goes with the singular."""
        plural = self.strings.get("msgid_plural")
        for key, target in self.strings.items():
            if key.startswith("msgstr"):
                singular = plural is None or key == "msgstr[0]"
                yield self.strings["msgid"] if singular else plural or [], target


def _entries(raw: str, path: str) -> Iterator[_Entry]:
    entry = _Entry()
    current: list[Span] | None = None
    at = 0
    while at < len(raw):
        token = _TOKEN.match(raw, at)
        if token is None:
            raise _error(raw, at, path, "neither a keyword, nor a string, nor a comment")
        at = token.end()
        kind = token.lastgroup
        if kind == "string":
            if current is None:
                raise _error(raw, token.start(), path, "a string without msgid or msgstr before it")
            current.append(Span(*token.span("string")))
            entry.end = at
            continue
        if entry.is_complete and (kind == "comment" or not token["key"] or _opens(token["key"])):
            yield entry
            entry = _Entry()
        if kind == "comment":
            _note(entry, token, raw)
        elif kind == "key":
            current = _begin(entry, token, raw, path)
    if entry.strings:
        if not entry.is_complete:
            raise _error(raw, len(raw), path, "the last message has no msgstr")
        yield entry


def _opens(key: str) -> bool:
    return key in ("msgctxt", "msgid", "domain")


def _begin(entry: _Entry, token: re.Match[str], raw: str, path: str) -> list[Span]:
    """The list for the strings of a keyword, which must be in its place."""
    key = token["key"]
    if key == "domain":
        return []
    misplaced = (
        key in entry.strings
        or (key == "msgctxt" and "msgid" in entry.strings)
        or (key == "msgid_plural" and ("msgid" not in entry.strings or entry.is_complete))
        or (key.startswith("msgstr") and "msgid" not in entry.strings)
    )
    if misplaced:
        raise _error(raw, token.start(), path, f"{key} is out of place")
    entry.is_complete = key.startswith("msgstr")
    strings: list[Span] = []
    entry.strings[key] = strings
    return strings


def _note(entry: _Entry, token: re.Match[str], raw: str) -> None:
    comment = token["comment"]
    if comment.startswith("#,"):
        entry.is_fuzzy |= "fuzzy" in [flag.strip() for flag in comment[2:].split(",")]
    elif "mtqa:" in comment and comment[:2] != "#~":
        start = token.start("comment")
        entry.remarks.append(Span(start, start + len(comment.rstrip())))


def _runs(raw: str, strings: Iterable[Span]) -> Iterator[Run]:
    """The text of strings side by side; the last letter of each takes what parts it from the next.

    So a correction across the line end of a long message joins the two lines.
    """
    filled = [span for span in strings if span.start < span.end]
    for number, (start, end) in enumerate(filled):
        following = filled[number + 1].start if number + 1 < len(filled) else end
        runs = [*decoded(raw, Span(start, end), "\\", _ESCAPE, _meaning)]
        text, at, _ = runs.pop()
        if following > end and len(text) > 1:
            runs += [(text[:-1], at, end - 1), (text[-1], end - 1, following)]
        else:
            runs.append((text, at, following))
        yield from runs


def _meaning(escape: str) -> str:
    code = escape[1:]
    if code[0] in "01234567":
        return chr(int(code, 8))
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    return _ESCAPES.get(code, code)


def _joined(raw: str, strings: Iterable[Span]) -> str:
    return "".join(text for text, _, _ in _runs(raw, strings))


def _error(raw: str, at: int, path: str, what: str) -> ReadError:
    place = _LINE_START.match(raw, at)
    line, column = Lines(raw).position(place.end() if place else at)
    return ReadError(f"{path}:{line}:{column}: not a PO file here: {what}; msgfmt -c tells more")

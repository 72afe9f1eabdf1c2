"""XML, checked by expat and then scanned for positions; nothing outside the file is ever read.

expat, of Python's own library, refuses what is not well-formed, so the scanner need not be wise.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from html import escape, unescape
from operator import itemgetter
from typing import NamedTuple
from xml.parsers import expat

from mtqa.errors import ReadError
from mtqa.patterns import pattern
from mtqa.readers.building import Run, decoded
from mtqa.spans import Span

__all__ = ["Tag", "Writer", "check_xml", "scan", "text_runs"]

_CHUNK = 1 << 20
_TOKEN = pattern(
    r"<(?:!--(?s:.*?)-->|!\[CDATA\[(?P<cdata>(?s:.*?))\]\]>|\?(?s:.*?)\?>"
    r"|![A-Za-z](?:[^<>\[\"']|\"[^\"]*\"|'[^']*')*+>"
    r"|(?P<close>/?)(?P<name>[^\s<>/!?\"'=]++)"
    r"(?P<attributes>(?:[^<>\"'/]|/(?!>)|\"[^\"]*\"|'[^']*')*+)(?P<empty>/?)>)"
)
_ATTRIBUTE = pattern(r"([^\s=\"'<>/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ENTITY = pattern(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,30});")


class Tag(NamedTuple):
    """A tag, or a section of character data where `name` is empty, and where it stands.

    `text` is the stretch between the tag before and this one; of a section `inner` is the text.
    """

    text: Span
    span: Span
    name: str
    opens: bool
    closes: bool
    attributes: str
    inner: Span

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]

    def get(self, name: str) -> str:
        """The value of an attribute; the empty text where it is not there."""
        for key, one, other in _ATTRIBUTE.findall(self.attributes):
            if key == name:
                return unescape(one or other)
        return ""


def check_xml(raw: str, path: str, hint: str) -> None:
    """Raise ReadError where the file is not well-formed or declares entities of its own."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_declarations
    parser.EntityDeclHandler = _refuse_entities
    try:
        for start in range(0, len(raw), _CHUNK):
            parser.Parse(raw[start : start + _CHUNK])
        parser.Parse("", True)
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        place = f"{path}:{error.lineno}:{error.offset + 1}"
        raise ReadError(f"{place}: not well-formed XML: {what}; {hint}") from error
    except _DeclarationError as error:
        place = f"{path}:{parser.CurrentLineNumber}:{parser.CurrentColumnNumber + 1}"
        raise ReadError(f"{place}: declares entities; mtqa reads no such file") from error


class _DeclarationError(Exception):
    """The file declares something that could make it grow, or reach out of itself."""


def _refuse_declarations(_: str, __: str | None, ___: str | None, has_subset: int) -> None:
    if has_subset:
        raise _DeclarationError


def _refuse_entities(*_: object) -> None:
    raise _DeclarationError


def scan(raw: str) -> Iterator[Tag]:
    """The tags and sections of character data of a text, in order."""
    at = 0
    for match in _TOKEN.finditer(raw):
        start, end = match.span()
        if match["name"]:
            closes, empty = bool(match["close"]), bool(match["empty"])
            yield Tag(
                Span(at, start), Span(start, end), match["name"], not closes, closes or empty,
                match["attributes"], Span(end, end),
            )  # fmt: skip
        elif match["cdata"] is not None:
            inner = Span(*match.span("cdata"))
            yield Tag(Span(at, start), Span(start, end), "", False, False, "", inner)
        else:
            # A comment or an instruction parts the text, and says nothing.
            yield Tag(Span(at, start), Span(start, end), "", False, False, "", Span(start, start))
        at = end


def text_runs(raw: str, span: Span) -> Iterator[Run]:
    """The text of a stretch between tags, its entities read."""
    return decoded(raw, span, "&", _ENTITY, unescape)


class Writer:
    """How text is written: with entities, but not inside the `sections` of character data.

    These must be in order.
    """

    def __init__(self) -> None:
        self.sections: list[Span] = []

    def __call__(self, text: str, span: Span) -> str | None:
        """The text as it is to stand at `span`; None where the section would end there."""
        number = bisect_right(self.sections, span.start, key=itemgetter(0)) - 1
        if number >= 0 and self.sections[number].contains(span):
            return None if "]]>" in text else text
        return escape(text, quote=False)

"""HTML: the text of each block, as a browser would show it; scripts, code and the like are hidden.

Nothing is too broken to be read: what is no tag is text, as browsers have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.patterns import pattern
from mtqa.readers.building import PARTED, Builder, Run, decoded
from mtqa.readers.markup import Writer, text_runs
from mtqa.readers.strings import PHRASING, text_masks
from mtqa.spans import Span
from mtqa.text import Document
from mtqa.views import MASK

__all__ = ["read_html"]

_TOKEN = pattern(
    r"<!--(?s:.*?)(?:-->|\Z)|<[!?][^>]*+>"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][^\s<>/]*+)"
    r"(?P<attributes>(?:[^<>\"'/]|/(?!>)|\"[^\"<]*\"|'[^'<]*')*+|[^<>]*+)(?P<empty>/?)>"
)
_SILENT = frozenset("script style template svg math textarea pre iframe object noembed".split())
"""Elements that hold no prose; their text may look like tags."""
_CODE = frozenset("code kbd samp tt var".split())
_SINGLE = frozenset("img input area embed".split())
"""Elements without an end that stand for something within the sentence."""
_PHRASING = PHRASING | frozenset("wbr label time data output bdo rp rt ruby button".split())
_NO_PROSE = pattern(
    r"\btranslate\s*=\s*[\"']?no\b|\bclass\s*=\s*[\"'][^\"'>]*\bnotranslate\b", re.I
)
_LANGUAGE = pattern(r"\blang\s*=\s*[\"']?([A-Za-z]{2,3})", re.IGNORECASE)
_SPACE = pattern(r"[ \t\r\n\f]*\n[ \t\r\n\f]*")
_VOID = frozenset("area br col embed hr img input link meta source track wbr".split())


def read_html(
    raw: str, *, path: str = "-", language: str = "fr", source_language: str | None = None
) -> Document:
    """Make the document of an HTML page.

    Elements with `translate="no"`, and those in another language than the page, are hidden.
    """
    page = _Page(raw, language)
    for run in page.runs():
        page.add(*run)
    return page.builder.document(
        raw,
        text_masks,
        Writer(),
        path=path,
        language=language,
        source_language=source_language,
        wrapped=True,
        parts=page.blocks(),
    )


class _Page:
    """The text of a page under construction."""

    def __init__(self, raw: str, language: str) -> None:
        self.raw = raw
        self.builder = Builder()
        self._language = language
        self._starts: list[int] = []
        self._begins = True
        self._pending: Run | None = None

    def add(self, text: str, start: int, end: int) -> None:
        """Add text; white space at either end of a block, and before more of it, is not shown."""
        if text == PARTED:
            self._begins = True
            self._pending = None
        elif text.isspace() and "\u00a0" not in text:
            self._pending = (text, start, end)
        elif text:
            if self._begins:
                self.builder.begin(start)
                self._starts.append(self.builder.length)
            elif self._pending:
                self.builder.add(*self._pending)
            self._begins = False
            self._pending = None
            self.builder.add(text, start, end)

    def blocks(self) -> list[Span]:
        """Where the blocks stand in the text."""
        ends = [start - len(PARTED) for start in self._starts[1:]]
        ends.append(self.builder.length)
        return [Span(*bounds) for bounds in zip(self._starts, ends, strict=False)]

    def runs(self) -> Iterator[Run]:
        """The text between tags, what tags stand for, and PARTED where a block ends."""
        at = 0
        tokens = _TOKEN.finditer(self.raw)
        for tag in tokens:
            yield from _shown(self.raw, Span(at, tag.start()))
            at = tag.end()
            name = (tag["name"] or "").lower()
            if name and not tag["close"] and self._is_hidden(name, tag):
                at = _end_of(self.raw, name, tag, tokens)
                inline = name in _CODE or name in _PHRASING
                yield MASK if inline else PARTED, tag.start(), at
            elif name in _SINGLE:
                yield MASK, *tag.span()
            elif name == "br":
                yield "\n", *tag.span()
            elif name and name not in _PHRASING:
                yield PARTED, *tag.span()
        yield from _shown(self.raw, Span(at, len(self.raw)))

    def _is_hidden(self, name: str, tag: re.Match[str]) -> bool:
        if name in _SILENT or name in _CODE:
            return True
        attributes = tag["attributes"]
        if not attributes or name in ("html", "body") or name in _VOID:
            return False
        other = _LANGUAGE.search(attributes)
        return bool(_NO_PROSE.search(attributes)) or (
            other is not None and bool(self._language) and other[1].lower() != self._language
        )


def _end_of(raw: str, name: str, tag: re.Match[str], tokens: Iterator[re.Match[str]]) -> int:
    """Where the element ends that `tag` opens: behind its end, or with the page."""
    if tag["empty"]:
        return tag.end()
    depth = 1
    for other in tokens:
        if (other["name"] or "").lower() == name and not other["empty"]:
            depth += -1 if other["close"] else name not in _SILENT
            if depth == 0:
                return other.end()
    return len(raw)


def _shown(raw: str, span: Span) -> Iterator[Run]:
    """Text with its entities read, and each line end with the spaces around it as one."""
    for text, start, end in text_runs(raw, span):
        if len(text) == end - start:
            yield from decoded(raw, Span(start, end), "\n", _SPACE, lambda _: "\n")
        else:
            yield text, start, end

"""Markdown: the prose of its blocks, without markers; code, images, addresses are masked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from mtqa.patterns import pattern
from mtqa.readers.masking import address_spans
from mtqa.text import MASK, Document, OffsetMap, Piece, Span

__all__ = ["read_markdown"]

_FRONT_MATTER = pattern(r"\A(?P<fence>---|\+\+\+)[ \t]*\r?\n.*?^(?P=fence)[ \t]*\r?$", re.M | re.S)
_PHRASING = pattern(
    r"</?(?:a|abbr|b|cite|em|i|ins|mark|q|s|small|span|strong|sub|sup|u)\b[^>]*>", re.IGNORECASE
)
_BREAK = pattern(r"<br\b[^>]*>", re.IGNORECASE)
_TICKS = pattern(r"`+")


def read_markdown(
    raw: str, *, path: str = "-", language: str = "fr", source_language: str | None = None
) -> Document:
    """Make the document of a Markdown file (CommonMark, tables, front matter).

    Each block with prose is a paragraph. Markers of emphasis and links are left out, so that
    rules see words as a reader does; an edit that would swallow one is never applied.
    """
    text = _Text(raw)
    for block in _blocks(raw):
        text.begin_block(block.starts[0])
        _read_inline(block, text)
    return Document(
        raw,
        text="".join(text.parts),
        offset_map=OffsetMap(text.pieces) if text.pieces else OffsetMap.identity(0),
        path=path,
        language=language,
        source_language=source_language,
        wrapped=True,
    )


class _Block:
    """The source of one run of prose: its content, and where each of its lines stands."""

    def __init__(self, token: Token, starts: list[int]) -> None:
        self.content = token.content
        self.children = token.children or []
        self.starts = starts
        self._line_starts = [0]
        for line in self.content.split("\n")[:-1]:
            self._line_starts.append(self._line_starts[-1] + len(line) + 1)

    def raw(self, offset: int) -> int:
        """Where an offset of the content stands in the file."""
        line = sum(start <= offset for start in self._line_starts) - 1
        return self.starts[line] + offset - self._line_starts[line]


class _Text:
    """The text under construction, and its pieces."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self._length = 0

    def add(self, text: str, start: int, end: int) -> None:
        """Let `text` stand for the file's [start, end)."""
        if text:
            span = Span(self._length, self._length + len(text))
            self.parts.append(text)
            self.pieces.append(Piece(span, Span(start, end)))
            self._length = span.end

    def begin_block(self, at: int) -> None:
        """Part the next block from the one before."""
        if self.parts:
            self.add("\n\n", at, at)


def _blocks(raw: str) -> Iterator[_Block]:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
    front = _FRONT_MATTER.match(raw)
    # Blank lines in place of the front matter keep the line numbers.
    body = raw[front.end() :] if front else raw
    offset = front.end() if front else 0
    lines = body.split("\n")
    starts = [offset]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    columns: dict[int, int] = {}
    for token in parser.parse(body.replace("\r\n", " \n")):
        if token.type == "inline" and token.map and token.content.strip():
            found = _locate(token, lines, starts, columns)
            if found:
                yield _Block(token, found)


def _locate(
    token: Token, lines: list[str], starts: list[int], columns: dict[int, int]
) -> list[int] | None:
    """Where each line of a block's content stands in the file; None where it was rewritten.

    A content line is its source line without the block's markers before it; table cells stand
    one after the other on their line.
    """
    first = (token.map or [0, 0])[0]
    found: list[int] = []
    for number, content in enumerate(token.content.split("\n"), first):
        column = lines[number].find(content.rstrip(), columns.get(number, 0))
        if column < 0:
            return None
        columns[number] = column + len(content.rstrip())
        found.append(starts[number] + column)
    return found


def _read_inline(block: _Block, text: _Text) -> None:
    """Walk through the inline tokens; each says what source it stands for at the cursor."""
    at = 0
    for token in block.children:
        source = _source(token, block.content, at)
        at = block.content.find(source, at) if source else at
        end = at + len(source)
        shown = _shown(token, source)
        if token.type == "text":
            _add_prose(block, text, at, end)
        elif shown:
            text.add(shown, block.raw(at), block.raw(end - 1) + 1)
        at = end


def _source(token: Token, content: str, at: int) -> str:
    """The stretch of source at (or next after) `at` that the token was made of."""
    if token.type in ("text_special", "html_inline", "text"):
        return token.markup if token.type == "text_special" else token.content
    if token.type == "code_inline":
        opening = _TICKS.search(content, at)
        start = opening.start() if opening else at
        close = re.compile(rf"(?<!`){token.markup}(?!`)").search(content, start + len(token.markup))
        return content[start : close.end() if close else len(content)]
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type == "image":
        return content[content.find("![", at) : _after_target(content, content.find("![", at) + 2)]
    if token.type == "link_open":
        return "<" if token.markup == "autolink" else "["
    if token.type == "link_close":
        return ">" if token.markup == "autolink" else content[at : _after_target(content, at)]
    return token.markup


def _after_target(content: str, at: int) -> int:
    """Where `](address "title")` or `][label]` ends whose text reaches to `at` or beyond."""
    bracket = _closing(content, at, "[", "]")
    following = content[bracket : bracket + 1]
    if following == "(":
        return _closing(content, bracket + 1, "(", ")")
    if following == "[":
        return _closing(content, bracket + 1, "[", "]")
    return bracket


def _closing(content: str, at: int, opening: str, closing: str) -> int:
    """The offset after the bracket that closes the one opened before `at`."""
    depth = 1
    while at < len(content):
        if content[at] == "\\":
            at += 1
        elif content[at] == opening:
            depth += 1
        elif content[at] == closing:
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    return at


def _shown(token: Token, source: str) -> str:
    """What rules see of the token."""
    if token.type == "text_special":
        return token.content
    if token.type in ("code_inline", "image"):
        return MASK
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type == "html_inline":
        return "\n" if _BREAK.fullmatch(source) else "" if _PHRASING.fullmatch(source) else MASK
    return ""


def _add_prose(block: _Block, text: _Text, start: int, end: int) -> None:
    prose = block.content[start:end]
    at = 0
    for span in sorted(address_spans(prose)):
        if span.start >= at:
            text.add(prose[at : span.start], block.raw(start + at), block.raw(start + span.start))
            text.add(MASK, block.raw(start + span.start), block.raw(start + span.end))
            at = span.end
    text.add(prose[at:], block.raw(start + at), block.raw(start + at) + len(prose) - at)

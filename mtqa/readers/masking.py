"""Stretches of a text that are no prose, and the document that hides them from the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mtqa.text import MASK, OffsetMap, Piece, Span

__all__ = ["address_spans", "code_spans", "comment_spans", "mask"]

_URL = re.compile(r"(?:\b[a-z][a-z0-9+.-]*://|\bwww\.)[^\s<>«»“”\"]+", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ENDINGS = (
    "com|org|net|info|eu|fr|be|ch|ca|es|it|de|uk|us|io|dev|gouv|gov|edu|example|test|local|localhost"
    "|csv|json|jsonl|xml|html?|xlsx?|docx?|pptx?|pdf|txt|md|py|js|ts|jsx|tsx|vue|css|scss|rs|go|java"
    "|c|h|cpp|hpp|cs|sh|bat|ini|cfg|toml|ya?ml|conf|log|png|jpe?g|gif|svg|mp[34]|zip|gz|tar|xz|exe"
    "|dll|so|po|xliff|srt|vtt|sql|php|rb|pl|lock|env|app|net|ai"
)
_NAME = re.compile(
    rf"(?<![\w.])[\w@/~-]*(?:\.[\w-]+)*\.(?:{_ENDINGS})(?![\w.]*\w)(?:/[^\s,;)»”]*)?"
)
_DOT_ENDING = re.compile(rf"\.(?:{_ENDINGS})\b")
_PATH = re.compile(r"(?<![\w<])(?:[A-Za-z]:\\[^\s\"»,;]+|~?(?:/[\w.+-]+){2,}/?)")
_FENCE = re.compile(r"^(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^(?P=fence)[^\n]*$|\Z)", re.M | re.S)
_CODE = re.compile(r"(?P<ticks>`+)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`)")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_FINAL_MARKS = ".,;:!?…)]}'’*_"


def address_spans(text: str) -> Iterator[Span]:
    """Web and mail addresses, names of hosts and files, and paths."""
    if "://" in text or "www." in text.lower():
        for match in _URL.finditer(text):
            end = match.end()
            while text[end - 1] in _FINAL_MARKS and not text[match.start() : end].count("(") > 0:
                end -= 1
            yield Span(match.start(), end)
    if "@" in text:
        yield from (Span(*match.span()) for match in _MAIL.finditer(text))
    for match in _DOT_ENDING.finditer(text):
        yield from _name_around(text, match.start())
    if "\\" in text or "/" in text:
        yield from (Span(*match.span()) for match in _PATH.finditer(text))


def _name_around(text: str, dot: int) -> Iterator[Span]:
    start = dot
    while start and (text[start - 1].isalnum() or text[start - 1] in "._-/~@"):
        start -= 1
    match = _NAME.match(text, start)
    if match and match.end() > dot:
        yield Span(*match.span())


def code_spans(text: str) -> Iterator[Span]:
    """Fenced code blocks and code between backticks, as Markdown writes them."""
    if "`" in text or "~~~" in text:
        yield from (Span(*match.span()) for match in _FENCE.finditer(text))
        yield from (Span(*match.span()) for match in _CODE.finditer(text))


def comment_spans(text: str) -> Iterator[Span]:
    """HTML comments, those that steer mtqa among them."""
    if "<!--" in text:
        yield from (Span(*match.span()) for match in _COMMENT.finditer(text))


def mask(raw: str, spans: Iterable[Span]) -> tuple[str, OffsetMap]:
    """Replace each of `spans` (those inside an earlier one apart) by one MASK character.

    Returns the text that rules see, and the map from it to `raw`.
    """
    parts: list[str] = []
    pieces: list[Piece] = []
    at = length = 0

    def keep(text: str, span: Span) -> None:
        nonlocal length
        if span.start < span.end:
            parts.append(text)
            pieces.append(Piece(Span(length, length + len(text)), span))
            length += len(text)

    for span in sorted(spans):
        if span.start < at:
            continue
        keep(raw[at : span.start], Span(at, span.start))
        keep(MASK, span)
        at = span.end
    keep(raw[at:], Span(at, len(raw)))
    if not pieces:
        return raw, OffsetMap.identity(len(raw))
    return "".join(parts), OffsetMap(pieces)

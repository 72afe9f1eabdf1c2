"""Stretches of a text that are no prose, and the document that hides them from the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mtqa.patterns import pattern
from mtqa.text import MASK, OffsetMap, Piece, Span

__all__ = ["address_spans", "code_spans", "comment_spans", "inline_code_spans", "mask"]

# Each pattern begins with the sign that marks its kind, so that looking for it costs next to
# nothing; what stands before the sign is taken in afterwards.
_AFTER_SCHEME = pattern(r"://[^\s<>«»“”\"]+")
_AFTER_WWW = pattern(r"www\.[^\s<>«»“”\"]+", re.IGNORECASE)
_AFTER_AT = pattern(r"@[\w-]+(?:\.[\w-]+)+")
_ENDINGS = (
    "com|org|net|info|eu|fr|be|ch|ca|es|it|de|uk|us|io|dev|gouv|gov|edu|example|test|local|localhost"
    "|csv|json|jsonl|xml|html?|xlsx?|docx?|pptx?|pdf|txt|md|py|js|ts|jsx|tsx|vue|css|scss|rs|go|java"
    "|c|h|cpp|hpp|cs|sh|bat|ini|cfg|toml|ya?ml|conf|log|png|jpe?g|gif|svg|mp[34]|zip|gz|tar|xz|exe"
    "|dll|so|po|xliff|srt|vtt|sql|php|rb|pl|lock|env|app|net|ai"
)
_NAME = pattern(rf"(?<![\w.])[\w@/~-]*(?:\.[\w-]+)*\.(?:{_ENDINGS})(?![\w.]*\w)(?:/[^\s,;)»”]*)?")
_DOT_ENDING = pattern(rf"\.(?:{_ENDINGS})\b")
_SLASHES = pattern(r"/[\w.+-]+(?:/[\w.+-]+)+/?")
_DRIVE = pattern(r":\\[^\s\"»,;]+")
_FENCE = pattern(
    r"^(?P<fence>```++|~~~++)(?P<language>[^\n]*+)\n.*?(?:^(?P=fence)[^\n]*$|\Z)",
    re.MULTILINE | re.DOTALL,
)
_PROSE = frozenset(("markdown", "md", "text", "txt", "plain", "plaintext"))
"""A fence of these languages that opens the text is what a chat model put around its answer."""
_TICKS = pattern(r"`+|\n")
_FINAL_MARKS = ".,;:!?…)]}'’*_"


def address_spans(text: str) -> Iterator[Span]:
    """Web and mail addresses, names of hosts and files, and paths."""
    yield from _web_addresses(text)
    yield from _file_names(text)


def _web_addresses(text: str) -> Iterator[Span]:
    for match in _AFTER_SCHEME.finditer(text):
        yield from _url(text, _before(text, match.start(), "+.-"), match.end())
    for match in _AFTER_WWW.finditer(text):
        if match.start() == 0 or not text[match.start() - 1].isalnum():
            yield from _url(text, match.start(), match.end())
    for match in _AFTER_AT.finditer(text):
        start = _before(text, match.start(), ".+-_")
        if start < match.start():
            yield Span(start, match.end())


def _file_names(text: str) -> Iterator[Span]:
    done = 0
    for match in _DOT_ENDING.finditer(text):
        if match.start() < done:
            continue
        name = _NAME.match(text, _before(text, match.start(), "._-/~@"))
        if name and name.end() > match.start():
            done = name.end()
            yield Span(*name.span())
    for match in _SLASHES.finditer(text):
        start = match.start() - (text[match.start() - 1 : match.start()] == "~")
        if start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "<_"):
            yield Span(start, match.end())
    for match in _DRIVE.finditer(text):
        start = _before(text, match.start(), "")
        if match.start() - start == 1:
            yield Span(start, match.end())


def _before(text: str, end: int, signs: str) -> int:
    """Where the run of letters, digits and `signs` that stops at `end` begins."""
    start = end
    while start and (text[start - 1].isalnum() or text[start - 1] in signs):
        start -= 1
    return start


def _url(text: str, start: int, end: int) -> Iterator[Span]:
    """The address without the marks of the sentence that holds it, or the bracket around it."""
    if text[start - 1 : start] == "(" and "(" not in text[start:end]:
        closing = text.find(")", start, end)
        end = closing if closing >= 0 else end
    while text[end - 1] in _FINAL_MARKS and "(" not in text[start:end]:
        end -= 1
    if start < end:
        yield Span(start, end)


def code_spans(text: str) -> Iterator[Span]:
    """Fenced code blocks and code between backticks, as Markdown writes them."""
    if "`" in text or "~~~" in text:
        for match in _FENCE.finditer(text):
            answer = match["language"].strip().lower() in _PROSE
            if not (answer and not text[: match.start()].strip()):
                yield Span(*match.span())
        yield from inline_code_spans(text)


def inline_code_spans(text: str) -> Iterator[Span]:
    """Code from a run of backticks to the next one as long on the same line.

    After a letter a backtick is an apostrophe gone wrong.
    """
    runs = [Span(*match.span()) for match in _TICKS.finditer(text)]
    closing: dict[int, Span] = {}
    partners: list[Span | None] = []
    for run in reversed(runs):
        if text[run.start] == "\n":
            closing.clear()
            partners.append(None)
            continue
        partners.append(closing.get(run.end - run.start))
        closing[run.end - run.start] = run
    at = 0
    for run, partner in zip(runs, reversed(partners), strict=True):
        opens = text[run.start] == "`" and not text[run.start - 1 : run.start].isalnum()
        if partner and opens and run.start >= at:
            at = partner.end
            yield Span(run.start, at)


def comment_spans(text: str) -> Iterator[Span]:
    """HTML comments, those that steer mtqa among them."""
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start)
        if end < 0:
            return
        yield Span(start, end + 3)
        start = text.find("<!--", end)


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

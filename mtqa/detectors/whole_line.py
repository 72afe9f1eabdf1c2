"""Lines that belong to the page, the player or the engine, not to the text: a list of templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.tables import Table
from mtqa.text import Document, Span
from mtqa.views import Paragraph

__all__ = ["WholeLineDetector"]

_LONGEST = 140
_LONG_PARAGRAPH = 20
_NOISE = re.compile(r"[?!.,;…\"«»“”()>→›▶►•*#|_]|(?<!\w)[-–—]|[-–—](?!\w)")
_FIRST_WORD = re.compile(r"\w+")
_LEADING_CHOICE = re.compile(r"\(([^()]*)\)(\??) ?")


@dataclass(frozen=True)
class WholeLineDetector:
    """A paragraph that is one of `lines` and nothing else; the correction deletes it.

    A template is a regular expression in lower case, where `<n>` stands for a number and `…`
    for some words. Case, spaces, the form of apostrophes and all marks but the colon are
    ignored. With `prose_only`, the document must otherwise be running text; with
    `unless_elsewhere`, no line counts where that word stands in other lines too.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    lines: Table
    prose_only: bool = False
    unless_elsewhere: str = ""

    @cached_property
    def _templates(self) -> dict[str, re.Pattern[str]]:
        """First word → the templates that begin with it, as one pattern."""
        by_word: dict[str, list[str]] = {}
        for (line,) in self.lines.column_rows("line"):
            for word in _first_words(line):
                by_word.setdefault(word, []).append(_as_pattern(line))
        return {word: re.compile("|".join(patterns)) for word, patterns in by_word.items()}

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such paragraph."""
        hits = sorted(
            block
            for word, blocks in document.openings.items()
            if (head := _FIRST_WORD.match(word)) and head[0] in self._templates
            for block in blocks
            if self._is_listed(document, block, self._templates[head[0]])
        )
        inside = {number for block in hits for number in range(*block)}
        elsewhere = set(document.tokens.index.get(self.unless_elsewhere, ())) - inside
        if hits and not elsewhere and (not self.prose_only or _is_prose(document, hits)):
            yield from (_hit(document, block) for block in hits)

    @staticmethod
    def _is_listed(document: Document, block: Paragraph, pattern: re.Pattern[str]) -> bool:
        line = document.span(block.first, block.last - 1)
        if line.end - line.start > _LONGEST:
            return False
        return pattern.fullmatch(_plain(document.text[line.start : line.end])) is not None


def _plain(line: str) -> str:
    return " ".join(_NOISE.sub(" ", line.lower().replace("’", "'")).split())


def _first_words(template: str) -> set[str]:
    choice = _LEADING_CHOICE.match(template)
    heads = choice[1].split("|") if choice else [template]
    words = {match[0] for head in heads if (match := _FIRST_WORD.match(head))}
    if choice and choice[2]:
        words |= _first_words(template[choice.end() :])
    return words


def _as_pattern(template: str) -> str:
    pattern = template.replace("(", "(?:").replace("<n>", r"\d[\d ]*")
    return "(?:" + pattern.replace("…", ".{1,100}").replace(" ", " *") + ")"


def _is_prose(document: Document, hits: list[Paragraph]) -> bool:
    """Are these lines few beside the running text?"""
    long = [block for block in document.paragraphs if block.last - block.first >= _LONG_PARAGRAPH]
    return bool(long) and len(hits) * 2 <= len(document.paragraphs)


def _hit(document: Document, block: Paragraph) -> Hit:
    """The line, with a deletion that takes its line end and one blank line along."""
    text = document.text
    span = document.span(block.first, block.last - 1)
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end) + 1
    if end == 0:
        end = len(text)
        while text[max(start - 2, 0) : start] == "\n\n":
            start -= 1
    elif text[end : end + 1] == "\n" and text[max(start - 2, 0) : start] in ("", "\n\n"):
        end += 1
    return Hit(span, ((Edit(Span(start, end), ""),),))

"""Marks of Markdown in a text that is not Markdown: « **Qui peut s’inscrire ?** »."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.text import Document, Span
from mtqa.views import Paragraph

__all__ = ["RawMarkdownDetector"]

_BOLD = pattern(r"\*\*(?=\w|[«“(¿])([^*\n]{1,150}?\S)\*\*(?=[\s:.]|$)")
_HEADING = pattern(r"#{2,4} (?=\w)")
_MOST = 3
_FEWEST_PARAGRAPHS = 4
_MARKDOWN = (".md", ".mdx", ".markdown", ".mkd", ".rmd", ".qmd")
_LINKS = ("](", "```", "~~~")


@parameters
class RawMarkdownDetector:
    """Bold that opens a paragraph, or a heading's hashes, a few times in a plain text."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such place, unless the text is Markdown on purpose."""
        index = document.tokens.index
        numbers = sorted((*index.get("*", ()), *index.get("#", ())))
        if not numbers or document.path.lower().endswith(_MARKDOWN):
            return
        blocks = sorted({block for n in numbers if (block := document.paragraph_of(n)).first == n})
        found = (hit for block in blocks if (hit := _hit(document, block)))
        hits = list(islice(found, _MOST + 1))
        if (
            len(hits) <= _MOST
            and len(document.paragraphs) >= _FEWEST_PARAGRAPHS
            and not any(mark in document.text for mark in _LINKS)
        ):
            yield from hits


def _hit(document: Document, block: Paragraph) -> Hit | None:
    start = document.tokens.starts[block.first]
    match = _BOLD.match(document.text, start)
    if match:
        inner = Span(*match.span(1))
        edits = (Edit(Span(start, inner.start), ""), Edit(Span(inner.end, match.end()), ""))
        return Hit(Span(*match.span()), (edits,))
    match = _HEADING.match(document.text, start)
    return Hit.replacing(Span(*match.span()), "") if match else None

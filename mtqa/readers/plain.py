"""Plain text: all prose, but for code between backticks, comments and addresses."""

from __future__ import annotations

from mtqa.readers.masking import address_spans, code_spans, comment_spans, mask
from mtqa.text import Document

__all__ = ["read_plain"]


def read_plain(
    raw: str, *, path: str = "-", language: str = "fr", source_language: str | None = None
) -> Document:
    """Make the document of a plain text."""
    spans = [*comment_spans(raw), *code_spans(raw), *address_spans(raw)]
    text, offset_map = mask(raw, spans)
    return Document(
        raw,
        text=text,
        offset_map=offset_map,
        path=path,
        language=language,
        source_language=source_language,
    )

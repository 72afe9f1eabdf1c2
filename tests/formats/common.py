"""What the tests of all formats ask of a reader."""

from __future__ import annotations

from mtqa.readers import read_document
from mtqa.text import MASK, Document

__all__ = ["assert_mapped", "read", "targets"]


def read(raw: str, path: str, language: str = "fr") -> Document:
    """The document of a file of that name."""
    return read_document(raw, path, language=language, source_language=None)


def targets(document: Document) -> list[str]:
    """What each unit says, without its escapes."""
    return [document.behind(target) for _, target in getattr(document, "units", ())]


def assert_mapped(document: Document) -> None:
    """What stands in the text code point by code point stands so in the file; nothing is lost."""
    at = 0
    for (start, end), (first, last) in document.map.pieces:
        assert start == at < end or not document.text
        at = end
        assert 0 <= first <= last <= len(document.raw)
        text, raw = document.text[start:end], document.raw[first:last]
        if end - start == last - first and text not in (MASK, raw):
            assert len(raw) == 1, (text, raw)  # One letter for one: a line end that is shown.
    assert at == len(document.text)

"""Files → documents, and back: what is prose, in which encoding, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mtqa.readers.files import SourceFile, decode, read_file, write_file
from mtqa.readers.markdown import read_markdown
from mtqa.readers.plain import read_plain
from mtqa.text import Document

__all__ = ["READERS", "SourceFile", "decode", "read_document", "read_file", "write_file"]

READERS: dict[str, Callable[..., Document]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
}
"""File ending, lower-case → its reader, called as `reader(text, path=…, language=…)`."""


def read_document(text: str, path: str, *, language: str, source_language: str | None) -> Document:
    """Make the document of a decoded file; an unknown ending is read as plain text."""
    reader = READERS.get(Path(path).suffix.lower(), read_plain)
    return reader(text, path=path, language=language, source_language=source_language)

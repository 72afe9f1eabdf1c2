"""Files → documents, and back: what is prose, in which encoding, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from mtqa.readers.declarations import is_wanted
from mtqa.readers.files import SourceFile, decode, read_file, write_file
from mtqa.text import Document

__all__ = [
    "BILINGUAL",
    "READERS",
    "SourceFile",
    "decode",
    "is_wanted",
    "read_document",
    "read_file",
    "write_file",
]

READERS: Mapping[str, str] = {
    ".csv": "mtqa.readers.table:read_csv",
    ".htm": "mtqa.readers.html:read_html",
    ".html": "mtqa.readers.html:read_html",
    ".jsonl": "mtqa.readers.jsonl:read_jsonl",
    ".ndjson": "mtqa.readers.jsonl:read_jsonl",
    ".tsv": "mtqa.readers.table:read_tsv",
    ".txt": "mtqa.readers.plain:read_plain",
    ".md": "mtqa.readers.markdown:read_markdown",
    ".markdown": "mtqa.readers.markdown:read_markdown",
    ".po": "mtqa.readers.po:read_po",
    ".srt": "mtqa.readers.subtitles:read_srt",
    ".tmx": "mtqa.readers.tmx:read_tmx",
    ".vtt": "mtqa.readers.subtitles:read_vtt",
    ".xlf": "mtqa.readers.xliff:read_xliff",
    ".xliff": "mtqa.readers.xliff:read_xliff",
}
"""File ending, lower-case → its reader, imported when the first such file comes.

A reader is called as `reader(text, path=…, language=…, source_language=…)`.
"""
BILINGUAL = frozenset(".csv .jsonl .ndjson .po .tmx .tsv .xlf .xliff".split())
"""Endings of files that hold the source beside each translation."""


def read_document(
    text: str,
    path: str,
    *,
    language: str,
    source_language: str | None,
    source: Document | None = None,
) -> Document:
    """Make the document of a decoded file; an unknown ending is read as plain text.

    `source` is the document that it translates; a file that holds its sources has it from there.
    """
    module, _, name = READERS.get(Path(path).suffix.lower(), READERS[".txt"]).partition(":")
    reader = getattr(import_module(module), name)
    document: Document = reader(text, path=path, language=language, source_language=source_language)
    if source is not None:
        document.source = source
    return document

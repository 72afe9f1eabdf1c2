"""Which file a translation was made from, and in which language that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from mtqa.bilingual.language import SOURCE_LANGUAGES, likely_language
from mtqa.errors import UsageError
from mtqa.readers import read_document
from mtqa.text import Document

__all__ = ["read_source", "source_path"]


def source_path(target: str, source: Path, language: str) -> Path:
    """The source of the file `target`: `source` itself, or in that folder the file of its name.

    A name may carry the language, as suffix or as folder: `guide.fr.md` is the translation of
    `guide.md` or `guide.en.md`, `fr/guide.md` that of `en/guide.md`. Raises UsageError where
    there is none.
    """
    if source.is_file():
        return source
    if not source.is_dir():
        raise UsageError(f"{source}: no such file or folder of sources")
    tried = list(dict.fromkeys(_candidates(Path(target), source, language)))
    for path in tried:
        if path.is_file() and path.resolve() != Path(target).resolve():
            return path
    names = ", ".join(str(path.relative_to(source)) for path in tried)
    raise UsageError(f"{target}: has no source in {source}; looked for {names}")


def _candidates(target: Path, folder: Path, language: str) -> Iterator[Path]:
    """Where the source of `target` may be: the longest part of its path that fits comes first."""
    parts = target.parts[:-1]
    for start in range(len(parts) + 1):
        for inner in _translated(parts[start:], language):
            for name in _names(target, language):
                yield folder.joinpath(*inner, name)


def _translated(parts: tuple[str, ...], language: str) -> Iterator[tuple[str, ...]]:
    yield parts
    for other in SOURCE_LANGUAGES if language in parts else ():
        yield tuple(other if part == language else part for part in parts)
    if language in parts:
        yield tuple(part for part in parts if part != language)


def _names(target: Path, language: str) -> Iterable[str]:
    stem, suffix = target.stem, target.suffix
    bare = re.sub(rf"[._-]{language}(?:[_-]\w\w)?$", "", stem, flags=re.IGNORECASE)
    mark = stem[len(bare) : len(bare) + 1] or "."
    yield f"{bare}{suffix}"
    for other in SOURCE_LANGUAGES:
        yield f"{bare}{mark}{other}{suffix}"


def read_source(text: str, path: str, language: str | None) -> Document:
    """The document of a source; a `language` that is not told is judged by its words."""
    document = read_document(text, path, language=language or "", source_language=None)
    document.language = language or likely_language(document.tokens.lower)
    return document

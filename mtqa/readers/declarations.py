"""What a file says of itself in its head: its encoding, and the language of its translations."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from mtqa.patterns import pattern
from mtqa.readers.columns import columns

__all__ = ["declared_encoding", "is_wanted"]

_HEAD = 16_384
_ENCODING = pattern(
    r"\A\s*<\?xml\b[^>]{0,200}\bencoding\s*=\s*[\"'](?P<xml>[\w.:-]+)"
    r"|<meta\b[^>]{0,200}\bcharset\s*=\s*[\"']?(?P<html>[\w.:-]+)"
    r"|^\"Content-Type:[^\n]{0,200}charset=(?P<po>[\w.:-]+)",
    re.IGNORECASE | re.MULTILINE,
)
_XLIFF = r"\b(?:target-language|trgLang)\s*=\s*[\"']([A-Za-z]{2,3})"
_HTML = r"<html\b[^>]{0,300}\blang\s*=\s*[\"']?([A-Za-z]{2,3})"
_LANGUAGE = {
    ".po": pattern(r"^\"Language:[ \t]*([A-Za-z]{2,3})", re.MULTILINE),
    ".xlf": pattern(_XLIFF),
    ".xliff": pattern(_XLIFF),
    ".html": pattern(_HTML, re.IGNORECASE),
    ".htm": pattern(_HTML, re.IGNORECASE),
    ".srt": None,
    ".vtt": None,
}
"""Ending → where such a file names its language, if it does at all; else its name may."""
_TABLES = frozenset((".csv", ".tsv", ".jsonl", ".ndjson"))
_DELIMITER = pattern(r"[,;\t]")
_KEY = pattern(r"\"([^\"\\]{1,40})\"\s*:")
_IN_NAME = pattern(r"(?:^|[._-])([a-z]{2})(?:[_-][A-Za-z]{2,4})?$")
_LANGUAGES = frozenset(
    """
    af ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl he hi hr hu hy id is it ja
    ka kk ko lt lv mk mn ms nb nl nn pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh
    """.split()
)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an XML, HTML or PO file names in its head; None where there is none.

    Encodings whose files could not even be read so far do not count.
    """
    match = _ENCODING.search(data[:_HEAD].decode("latin-1"))
    name = match[match.lastgroup or 0] if match else "utf-8"
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return None
    return None if codec.name.startswith(("utf", "ucs")) else codec.name


def is_wanted(path: Path, language: str) -> bool:
    """Is a file that stands in a folder to be checked as a translation into `language`?

    Catalogues, pages and subtitles in another language are not, nor tables without a column of
    translations.
    """
    suffix = path.suffix.lower()
    if suffix in _TABLES:
        return columns(_names(path), language) is not None
    if suffix not in _LANGUAGE:
        return True
    declared = _LANGUAGE[suffix]
    told = declared.search(_head(path)) if declared else None
    return (told[1].lower() if told else _named(path) or language) == language


def _names(path: Path) -> list[str]:
    """What may name the column of translations: the first cells of a table, or JSON's keys."""
    line = _head(path).lstrip("\ufeff").partition("\n")[0]
    if path.suffix.lower() in (".csv", ".tsv"):
        return [cell.strip('\r "') for cell in _DELIMITER.split(line)]
    return _KEY.findall(line)


def _head(path: Path) -> str:
    """The head of the file; nothing where it cannot be read, which the reader will tell."""
    try:
        with path.open("rb") as stream:
            return stream.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return ""


def _named(path: Path) -> str | None:
    """The language in the name of the file, or of the nearest folder."""
    for part in (path.stem, *reversed(path.parts[:-1])):
        match = _IN_NAME.search(part)
        if match and match[1] in _LANGUAGES:
            return match[1]
    return None

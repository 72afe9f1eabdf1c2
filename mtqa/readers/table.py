"""TSV and CSV with a column of translations and, mostly, one of sources."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from mtqa.errors import ReadError
from mtqa.patterns import pattern
from mtqa.readers.building import Run, Sides, decoded
from mtqa.readers.columns import columns
from mtqa.readers.strings import string_masks, witnessed
from mtqa.spans import Span
from mtqa.text import Document

__all__ = ["read_csv", "read_tsv"]

_FIELD = {
    # Most TSV knows no quotation marks, so one is only believed where it closes on its line.
    "\t": pattern(r'"((?:[^"\n\t]|"")*+)"(?=\t|\r?\n|\Z)|[^\t\n]*'),
    ",": pattern(r'[ ]*"((?:[^"]|"")*+)"[ ]*(?=,|\r?\n|\Z)|[^,\n]*'),
    ";": pattern(r'[ ]*"((?:[^"]|"")*+)"[ ]*(?=;|\r?\n|\Z)|[^;\n]*'),
}
_DOUBLED = pattern('""')
_SPECIAL = pattern(r"[\t\r\n\"]")
_NOWHERE = Span(0, 0)


def read_tsv(
    raw: str, *, path: str = "-", language: str = "fr", source_language: str | None = None
) -> Document:
    """Make the document of a table parted by tabs.

    The first line names the columns; a table of two columns may do without, source first. Raises
    ReadError where no column holds translations.
    """
    return _read(raw, "\t", path, language, source_language)


def read_csv(
    raw: str, *, path: str = "-", language: str = "fr", source_language: str | None = None
) -> Document:
    """Make the document of a table parted by commas, semicolons or tabs, as its first line says.

    Raises ReadError where no column holds translations.
    """
    head = raw.partition("\n")[0]
    return _read(raw, max(",;\t", key=head.count), path, language, source_language)


def _read(
    raw: str, delimiter: str, path: str, language: str, source_language: str | None
) -> Document:
    target, source, told, rows = _places(raw, delimiter, language, path)
    sides = Sides()
    quoted: list[Span] = []
    for row in rows:
        if target < len(row) and row[target].start < row[target].end:
            one = row[source] if source is not None and source < len(row) else _NOWHERE
            sides.add(_runs(raw, one), _runs(raw, row[target]))
            if _is_quoted(raw, row[target]):
                quoted.append(row[target])

    def write(text: str, span: Span) -> str | None:
        """In a quoted cell marks are doubled; an unquoted one cannot hold what would end it."""
        number = bisect_right(quoted, span.start, key=itemgetter(0)) - 1
        if number >= 0 and quoted[number].contains(span):
            return text.replace('"', '""')
        return None if delimiter in text or _SPECIAL.search(text) else text

    return sides.document(
        raw, string_masks, write, path=path, language=language,
        source_language=source_language or told, witness=witnessed,
    )  # fmt: skip


def _places(
    raw: str, delimiter: str, language: str, path: str
) -> tuple[int, int | None, str | None, Iterator[list[Span]]]:
    """Which columns hold translations and sources, the sources' language, and the rows."""
    rows = _rows(raw, delimiter)
    names = [_text(raw, cell) for cell in next(rows, [])]
    found = columns(names, language)
    if found:
        source = None if found.source is None else names.index(found.source)
        return names.index(found.target), source, found.source_language, rows
    if not names or (len(names) == 2 and path.lower().endswith(".tsv")):
        return 1, 0, None, _rows(raw, delimiter)
    raise ReadError(
        f"{path}: no column of translations; name it in the first line: target, or {language}, "
        "and source"
    )


def _rows(raw: str, delimiter: str) -> Iterator[list[Span]]:
    """The cells of each row: where their contents stand, marks around them left out."""
    at = 0
    while at < len(raw):
        end = raw.find("\n", at)
        end = end if end >= 0 else len(raw)
        if raw.find('"', at, end) >= 0:
            row, end = _quoted_row(raw, delimiter, at)
        else:
            row = _plain_row(raw, delimiter, at, end)
        if len(row) > 1 or row[0].start < row[0].end:
            yield row
        at = end + 1


def _plain_row(raw: str, delimiter: str, at: int, end: int) -> list[Span]:
    row: list[Span] = []
    for cell in raw[at:end].removesuffix("\r").split(delimiter):
        row.append(Span(at, at + len(cell)))
        at += len(cell) + 1
    return row


def _quoted_row(raw: str, delimiter: str, at: int) -> tuple[list[Span], int]:
    """The cells of a row with quotation marks, and where its line ends."""
    row: list[Span] = []
    while True:
        match = _FIELD[delimiter].match(raw, at)
        if match is None:
            return row, len(raw)
        start, end = match.span(1) if match[1] is not None else match.span()
        if match[1] is None and raw[start:end].endswith("\r"):
            end -= 1
        row.append(Span(start, end))
        at = match.end() + (raw[match.end() : match.end() + 1] == "\r")
        if raw[at : at + 1] != delimiter:
            return row, at
        at += 1


def _text(raw: str, cell: Span) -> str:
    return "".join(text for text, _, _ in _runs(raw, cell))


def _runs(raw: str, cell: Span) -> Iterator[Run]:
    if _is_quoted(raw, cell):
        return decoded(raw, cell, '"', _DOUBLED, lambda _: '"')
    return iter([(raw[slice(*cell)], *cell)] if cell.start < cell.end else [])


def _is_quoted(raw: str, cell: Span) -> bool:
    return raw[cell.start - 1 : cell.start] == raw[cell.end : cell.end + 1] == '"'

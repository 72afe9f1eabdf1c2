"""Long lists beside rule files: tab-separated, with a header line, read on first use."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path

from mtqa.errors import RuleError

__all__ = ["Table"]


class Table:
    """A `.tsv` file: a header line that names the columns, then a row a line.

    Blank lines and lines that begin with `#` are skipped; missing trailing cells are empty.
    """

    def __init__(self, path: str) -> None:
        self.path = path

    def column_rows(self, *columns: str) -> list[tuple[str, ...]]:
        """The named columns of every row. Raises RuleError where one is missing."""
        header, *rows = _read(self.path)
        for column in columns:
            if column not in header:
                raise RuleError(f"{self.path}: no column {column!r}; have {', '.join(header)}")
        numbers = [header.index(column) for column in columns]
        return [tuple([cells[number] for number in numbers]) for cells in rows]

    @cached_property
    def openings(self) -> dict[str, list[str]]:
        """The rows as written, by what stands before their first blank, in lower case.

        So a rule reads only the rows that a text has the first word of.
        """
        openings: dict[str, list[str]] = {}
        _ = self._header  # Whoever asks for rows asks for their cells: both are kept together.
        for line in _lines(self.path)[1:]:
            openings.setdefault(line.split(maxsplit=1)[0].lower(), []).append(line)
        return openings

    @cached_property
    def _header(self) -> list[str]:
        return _lines(self.path)[0].split("\t")

    def cells(self, row: str, *columns: str) -> tuple[str, ...]:
        """The named columns of a row as written."""
        cells = row.split("\t") + [""] * len(self._header)
        return tuple([cells[self._header.index(column)] for column in columns])


@cache
def _lines(path: str) -> list[str]:
    """The header and the rows as written, read once, however many rules use the file."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: cannot be read: {error}") from error
    lines = [line for line in text.split("\n") if line and line[0] != "#"]
    if not lines:
        raise RuleError(f"{path}: is empty; the first line names the columns")
    return lines


@cache
def _read(path: str) -> list[list[str]]:
    """The cells of the header and of every row, all as many as the header has."""
    lines = [line.split("\t") for line in _lines(path)]
    width = len(lines[0])
    for cells in lines:
        if len(cells) > width:
            raise RuleError(f"{path}: {cells[0]!r}: {len(cells)} cells for {width} columns")
        if len(cells) < width:
            cells.extend([""] * (width - len(cells)))
    return lines

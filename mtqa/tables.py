"""Long lists beside rule files: tab-separated, with a header line, read on first use."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from mtqa.errors import RuleError

__all__ = ["Table"]


class Table:
    """A `.tsv` file: a header line that names the columns, then a row a line.

    Blank lines and lines that begin with `#` are skipped; missing trailing cells are empty.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def rows(self) -> tuple[dict[str, str], ...]:
        """The rows, as column → cell. Raises RuleError where the file cannot be read."""
        try:
            lines = self.path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise RuleError(f"{self.path}: cannot be read: {error}") from error
        numbered = [
            (number, line.split("\t"))
            for number, line in enumerate(lines, 1)
            if line.strip() and not line.startswith("#")
        ]
        if not numbered:
            raise RuleError(f"{self.path}: is empty; the first line names the columns")
        header = numbered[0][1]
        for number, cells in numbered[1:]:
            if len(cells) > len(header):
                raise RuleError(
                    f"{self.path}:{number}: {len(cells)} cells for {len(header)} columns"
                )
        return tuple(
            dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
            for _, cells in numbered[1:]
        )

    def column_rows(self, *columns: str) -> tuple[tuple[str, ...], ...]:
        """The named columns of every row. Raises RuleError where one is missing."""
        for column in columns:
            if self.rows and column not in self.rows[0]:
                have = ", ".join(self.rows[0])
                raise RuleError(f"{self.path}: no column {column!r}; have {have}")
        return tuple(tuple(row[column] for column in columns) for row in self.rows)

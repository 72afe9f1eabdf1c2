"""A team's glossary: how each term of the source is said, and how it must not be."""

from __future__ import annotations

from functools import cache
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from mtqa.errors import ConfigError

__all__ = ["Term", "parse_glossary", "read_glossary"]

_COLUMNS = 3
_HEADS = frozenset("source en es english spanish anglais espagnol term terme".split())


class Term(NamedTuple):
    """A term of the source, the terms that may translate it, and those that must not."""

    source: str
    targets: tuple[str, ...]
    forbidden: tuple[str, ...]


@cache
def read_glossary(path: Path) -> tuple[Term, ...]:
    """The terms of a file, TSV or CSV by its ending. Raises ConfigError where it is broken."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: glossary cannot be read: {error}") from error
    return parse_glossary(text, str(path), "," if path.suffix.lower() == ".csv" else "\t")


def parse_glossary(text: str, name: str, delimiter: str = "\t") -> tuple[Term, ...]:
    """The terms of a text with a term a line: source, target, and what is forbidden, if anything.

    Alternatives in a cell are parted by bars. A first line that names the columns, empty lines and
    lines that begin with # are passed over. Raises ConfigError, which names the line.
    """
    import csv  # Most runs have no glossary.

    terms: list[Term] = []
    rows = csv.reader(StringIO(text), delimiter=delimiter)
    for row in rows:
        cells = [cell.strip() for cell in row]
        if not any(cells) or cells[0].startswith("#"):
            continue
        if rows.line_num == 1 and cells[0].lower() in _HEADS:
            continue
        where = f"{name}:{rows.line_num}"
        if not 2 <= len(cells) <= _COLUMNS:
            raise ConfigError(
                f"{where}: {len(cells)} columns; a glossary has source, target and, if any, "
                "forbidden targets"
            )
        if not cells[0] or not cells[1]:
            raise ConfigError(f"{where}: source or target is empty")
        forbidden = _alternatives(cells[2]) if len(cells) == _COLUMNS else ()
        terms.append(Term(cells[0], _alternatives(cells[1]), forbidden))
    return tuple(terms)


def _alternatives(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())

"""JSON lines: one finding a line, with its path; for streams and quick filters."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from mtqa.reports.json import finding_records
from mtqa.run import FileResult

__all__ = ["render"]


def render(results: Iterable[FileResult]) -> Iterator[str]:
    """A line for each finding, as soon as its file is done, and for each error."""
    for result in results:
        if result.error is not None:
            yield json.dumps({"path": result.path, "error": str(result.error)}, ensure_ascii=False)
        for record in finding_records(result):
            yield json.dumps({"path": result.path, **record}, ensure_ascii=False)

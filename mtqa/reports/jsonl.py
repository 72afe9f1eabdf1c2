"""JSON lines: one finding a line, with its path; for streams and quick filters."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from mtqa.reports.json import finding_record
from mtqa.run import FileResult
from mtqa.text import Lines

__all__ = ["render"]


def render(results: Iterable[FileResult]) -> Iterator[str]:
    """A line for each finding, as soon as its file is done, and for each error."""
    for result in results:
        if result.error is not None:
            yield json.dumps({"path": result.path, "error": str(result.error)}, ensure_ascii=False)
        lines = Lines(result.text)
        for finding in result.findings:
            record = {"path": result.path, **finding_record(finding, lines)}
            yield json.dumps(record, ensure_ascii=False)

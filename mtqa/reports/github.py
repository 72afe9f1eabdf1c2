"""Workflow commands of GitHub Actions: findings as annotations of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mtqa.findings import Finding, Severity
from mtqa.run import FileResult
from mtqa.text import Lines

__all__ = ["render"]

_COMMANDS = {Severity.MINOR: "notice", Severity.MAJOR: "warning", Severity.CRITICAL: "error"}


def render(results: Iterable[FileResult]) -> Iterator[str]:
    """An annotation for each finding and each error.

    Escapes after https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
    """
    for result in results:
        if result.error is not None:
            yield f"::error title=mtqa::{_data(str(result.error))}"
        lines = Lines(result.text)
        for finding in result.findings:
            yield _annotation(result.path, finding, lines)


def _annotation(path: str, finding: Finding, lines: Lines) -> str:
    start = lines.position(finding.span.start)
    end = lines.position(finding.span.end)
    properties = {
        "file": path,
        "line": str(start.line),
        "endLine": str(end.line),
        "title": f"{finding.rule} {finding.name}",
    }
    if start.line == end.line:
        properties |= {"col": str(start.column), "endColumn": str(end.column)}
    message = finding.message
    if finding.suggestions:
        message += f"\n{finding.suggestions[0].description}"
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

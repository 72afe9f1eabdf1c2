"""JSON, version 1: one object for the whole run (schema in `json.schema.json`)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from mtqa.config import Config
from mtqa.findings import Edit, Finding
from mtqa.reports.score import mqm_score, per_thousand
from mtqa.run import FileResult
from mtqa.text import Lines, Span

__all__ = ["finding_records", "render"]


def render(results: Iterable[FileResult], config: Config, tool: dict[str, str]) -> str:
    """The report of a run, as one indented JSON object."""
    done = list(results)
    report = {
        "version": 1,
        "tool": tool,
        "files": [_file_record(result, config) for result in done if result.error is None],
        "errors": [
            {"path": result.path, "message": str(result.error)}
            for result in done
            if result.error is not None
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=1)


def _file_record(result: FileResult, config: Config) -> dict[str, Any]:
    return {
        "path": result.path,
        "language": result.language,
        "source_language": result.source_language or config.source_language,
        "words": result.words,
        "score": {
            "mqm": mqm_score(result.findings, result.words),
            "findings_per_1000_words": per_thousand(result.findings, result.words),
        },
        "findings": finding_records(result),
    }


def finding_records(result: FileResult) -> list[dict[str, Any]]:
    """The findings of one file, each as its part of the report."""
    lines = Lines(result.text)
    source = Lines(result.source_text)
    return [_record(finding, lines, source) for finding in result.findings]


def _record(finding: Finding, lines: Lines, source: Lines) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "family": finding.family,
        "severity": finding.severity.value,
        "mqm": finding.mqm,
        "message": finding.message,
        "text": finding.text,
        **_places(finding.span, lines),
        "related": [
            {
                **_places(related.span, source if related.in_source else lines),
                "message": related.message,
                "in_source": related.in_source,
            }
            for related in finding.related
        ],
        "suggestions": [
            {
                "description": suggestion.description,
                "edits": [_edit(edit, lines) for edit in suggestion.edits],
            }
            for suggestion in finding.suggestions
        ],
        "fix_safety": finding.safety.value,
    }


def _edit(edit: Edit, lines: Lines) -> dict[str, Any]:
    return {**_places(edit.span, lines), "text": edit.text}


def _places(span: Span, lines: Lines) -> dict[str, Any]:
    return {"start": _place(span.start, lines), "end": _place(span.end, lines)}


def _place(offset: int, lines: Lines) -> dict[str, int]:
    position = lines.position(offset)
    return {"offset": offset, "line": position.line, "column": position.column}

"""JSON, version 1: one object for the whole run (schema in `json.schema.json`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from mtqa.config import Config
from mtqa.findings import Edit, Finding
from mtqa.run import FileResult
from mtqa.text import Lines, Span

__all__ = ["file_record", "render"]


def render(results: Iterable[FileResult], config: Config, tool: dict[str, str]) -> str:
    """The report of a run, as one indented JSON object."""
    done = list(results)
    report = {
        "version": 1,
        "tool": tool,
        "files": [file_record(result, config) for result in done if result.error is None],
        "errors": [
            {"path": result.path, "message": str(result.error)}
            for result in done
            if result.error is not None
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=1)


def file_record(result: FileResult, config: Config) -> dict[str, Any]:
    """One file's part of the report."""
    lines = Lines(result.text)
    return {
        "path": result.path,
        "language": config.target_language,
        "source_language": config.source_language,
        "words": result.words,
        "score": _score(result.findings, result.words),
        "findings": [_finding(finding, lines) for finding in result.findings],
    }


def _score(findings: Sequence[Finding], words: int) -> dict[str, float]:
    """MQM's penalty score (1, 5, 25 points; 100 is faultless) and findings per 1,000 words."""
    per_word = sum(finding.severity.points for finding in findings) / max(words, 1)
    return {
        "mqm": round(max(0.0, 100 * (1 - per_word)), 1),
        "findings_per_1000_words": round(1000 * len(findings) / max(words, 1), 1),
    }


def _finding(finding: Finding, lines: Lines) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "family": finding.family,
        "severity": finding.severity.value,
        "mqm": finding.mqm,
        "message": finding.message,
        "text": finding.text,
        **_places(finding.span, lines),
        "related": [_places(related, lines) for related in finding.related],
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

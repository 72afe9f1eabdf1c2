"""The report that a person reads in a terminal or a log."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import click
from click import style

from mtqa.families import FAMILIES
from mtqa.findings import Edit, Finding, Safety, Severity
from mtqa.fixes import apply_edits
from mtqa.reports.score import mqm_score
from mtqa.run import FileResult
from mtqa.text import Lines, Span

__all__ = ["print_findings", "print_report"]

_LONGEST = 70
_MARGIN = 34
"""How much of the line to show on either side of a finding, in code points."""
_COLORS = {Severity.MINOR: "yellow", Severity.MAJOR: "red", Severity.CRITICAL: "bright_red"}


def print_report(results: Iterable[FileResult], color: bool | None = None) -> None:
    """Print each finding with its place and correction, then a summary by family.

    `color` is None to colour only on a terminal, and not where NO_COLOR is set.
    """
    done = [result for result in results if result.error is None]
    for result in done:
        print_findings(result, color)
    _print(_summary(done), color)


def print_findings(result: FileResult, color: bool | None = None) -> None:
    """Print the findings of one file, each with its place and correction."""
    lines = Lines(result.text)
    source = Lines(result.source_text)
    for finding in result.findings:
        _print(_entry(finding, result, lines, source), color)


def _print(text: str, color: bool | None) -> None:
    if color is None and os.environ.get("NO_COLOR"):
        color = False
    click.echo(text, color=color)


def _entry(finding: Finding, result: FileResult, lines: Lines, source: Lines) -> str:
    place = lines.position(finding.span.start)
    where = style(f"{result.path}:{place.line}:{place.column}: ", bold=True)
    rule = style(finding.rule, fg=_COLORS[finding.severity])
    severity = style(f"[{finding.severity}]", dim=True)
    edits = finding.suggestions[0].edits if finding.suggestions else ()
    rows = [f"{where}{rule} {finding.name} {severity}", f"  {finding.message}"]
    rows += _excerpt(finding, edits, result.text)
    for related in finding.related:
        at = (source if related.in_source else lines).position(related.span.start)
        message = _one_line(related.message)
        shown = message if len(message) <= _LONGEST else f"{message[:_LONGEST]}…"
        rows.append(style(f"  {at.line}:{at.column}: {shown}", dim=True))
    return "\n".join(rows) + "\n"


def _excerpt(finding: Finding, edits: Sequence[Edit], text: str) -> Iterator[str]:
    """The line with the span underlined, and, where there is a correction, what it becomes."""
    spans = [finding.span, *(edit.span for edit in edits)]
    start = min(span.start for span in spans)
    end = max(span.end for span in spans)
    left, right = _window(text, start, end)
    head = "… " if left and text[left - 1] != "\n" else ""
    tail = " …" if right < len(text) and text[right] != "\n" else ""
    old = head + _one_line(text[left:right]) + tail
    yield style(f"  - {old}", fg="red") if edits else f"    {old}"
    yield style(f"    {_underline(finding.span, left, text, len(head))}", fg="bright_red")
    if edits:
        shifted = [Edit(Span(e.span.start - left, e.span.end - left), e.text) for e in edits]
        new = head + _one_line(apply_edits(text[left:right], shifted)) + tail
        yield style(f"  + {new}", fg="green")


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of the line around [start, end) that is shown, cut between words."""
    left = text.rfind("\n", 0, start) + 1
    if start - left > _MARGIN:
        left = max(left, text.rfind(" ", 0, start - _MARGIN) + 1)
    right = text.find("\n", end)
    right = right if right >= 0 else len(text)
    if right - end > _MARGIN:
        space = text.find(" ", end + _MARGIN, right)
        right = space if space >= 0 else right
    return left, right


def _underline(span: Span, left: int, text: str, indent: int) -> str:
    before = _width(_one_line(text[left : span.start]))
    width = _width(_one_line(text[span.start : span.end]))
    return " " * (indent + before) + "^" * max(width, 1)


def _width(text: str) -> int:
    """How many cells of a terminal the text takes."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _one_line(text: str) -> str:
    """Show line ends and other control characters without obeying them."""
    shown = text.replace("\r\n", "⏎").replace("\n", "⏎").replace("\t", " ")
    return "".join(c if c.isprintable() or c in "\u00a0\u202f" else "�" for c in shown)


def _summary(results: Sequence[FileResult]) -> str:
    findings = [finding for result in results for finding in result.findings]
    files = f"{len(results)} file{'s' if len(results) != 1 else ''}"
    words = sum(result.words for result in results)
    if not findings:
        return style(f"Nothing found in {files} ({words:,} words).", fg="green")
    counts = Counter(finding.family for finding in findings)
    families = ", ".join(f"{FAMILIES[family]} {count}" for family, count in counts.most_common())
    score = mqm_score(findings, words)
    noun = "finding" if len(findings) == 1 else "findings"
    summary = style(f"{len(findings)} {noun} in {files} ({words:,} words)", bold=True)
    return f"{summary}: {families}. MQM score {score} of 100.{_fixable(findings)}"


def _fixable(findings: Sequence[Finding]) -> str:
    safe = sum(finding.safety is Safety.SAFE for finding in findings)
    unsafe = sum(finding.safety is Safety.UNSAFE for finding in findings)
    parts = []
    if safe:
        parts.append(f"`mtqa fix` corrects {safe}")
    if unsafe:
        parts.append(f"`mtqa fix --unsafe` {safe + unsafe}, to be read afterwards")
    return style("\n" + "; ".join(parts) + ".", dim=True) if parts else ""

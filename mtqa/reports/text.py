"""The report that a person reads in a terminal or a log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from mtqa.findings import Edit, Finding, Safety, Severity
from mtqa.fixes import apply_edits
from mtqa.reports.score import mqm_score
from mtqa.rules import FAMILIES
from mtqa.run import FileResult
from mtqa.text import Lines, Span

__all__ = ["print_findings", "print_report"]

_LONGEST = 70
_MARGIN = 34
"""How much of the line to show on either side of a finding, in code points."""
_STYLES = {Severity.MINOR: "yellow", Severity.MAJOR: "red", Severity.CRITICAL: "bold red"}


def print_report(results: Iterable[FileResult], stream: TextIO, color: bool | None) -> None:
    """Print each finding with its place and correction, then a summary by family.

    `color` is None to colour only on a terminal.
    """
    done = [result for result in results if result.error is None]
    for result in done:
        print_findings(result, stream, color)
    _console(stream, color).print(_summary(done))


def print_findings(result: FileResult, stream: TextIO, color: bool | None = None) -> None:
    """Print the findings of one file, each with its place and correction."""
    console = _console(stream, color)
    lines = Lines(result.text)
    for finding in result.findings:
        console.print(_entry(finding, result, lines))


def _console(stream: TextIO, color: bool | None) -> Console:
    return Console(
        file=stream, soft_wrap=True, highlight=False, markup=False, emoji=False,
        force_terminal=color, no_color=color is False or None,
    )  # fmt: skip


def _entry(finding: Finding, result: FileResult, lines: Lines) -> Text:
    place = lines.position(finding.span.start)
    entry = Text(f"{result.path}:{place.line}:{place.column}: ", style="bold")
    entry.append(finding.rule, style=_STYLES[finding.severity])
    entry.append(f" {finding.name}", style="default")
    entry.append(f" [{finding.severity}]\n", style="dim")
    entry.append(f"  {finding.message}\n", style="default")
    edits = finding.suggestions[0].edits if finding.suggestions else ()
    entry.append_text(_excerpt(finding, edits, result.text))
    for related in finding.related:
        at = lines.position(related.span.start)
        message = _one_line(related.message)
        shown = message if len(message) <= _LONGEST else f"{message[:_LONGEST]}…"
        entry.append(f"  {at.line}:{at.column}: {shown}\n", style="dim")
    return entry


def _excerpt(finding: Finding, edits: Sequence[Edit], text: str) -> Text:
    """The line with the span underlined, and, where there is a correction, what it becomes."""
    spans = [finding.span, *(edit.span for edit in edits)]
    start = min(span.start for span in spans)
    end = max(span.end for span in spans)
    left, right = _window(text, start, end)
    head = "… " if left and text[left - 1] != "\n" else ""
    tail = " …" if right < len(text) and text[right] != "\n" else ""
    sign, style = ("- ", "red") if edits else ("  ", "default")
    old = head + _one_line(text[left:right]) + tail
    underline = _underline(finding.span, left, text, len(head))
    excerpt = Text(f"  {sign}{old}\n", style=style).append(f"    {underline}\n", style="bold red")
    if edits:
        shifted = [Edit(Span(e.span.start - left, e.span.end - left), e.text) for e in edits]
        new = head + _one_line(apply_edits(text[left:right], shifted)) + tail
        excerpt.append(f"  + {new}\n", style="green")
    return excerpt


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
    before = cell_len(_one_line(text[left : span.start]))
    width = cell_len(_one_line(text[span.start : span.end]))
    return " " * (indent + before) + "^" * max(width, 1)


def _one_line(text: str) -> str:
    """Show line ends and other control characters without obeying them."""
    shown = text.replace("\r\n", "⏎").replace("\n", "⏎").replace("\t", " ")
    return "".join(c if c.isprintable() or c in "\u00a0\u202f" else "�" for c in shown)


def _summary(results: Sequence[FileResult]) -> Text:
    findings = [finding for result in results for finding in result.findings]
    files = f"{len(results)} file{'s' if len(results) != 1 else ''}"
    words = sum(result.words for result in results)
    if not findings:
        return Text(f"Nothing found in {files} ({words:,} words).", style="green")
    counts = Counter(finding.family for finding in findings)
    families = ", ".join(f"{FAMILIES[family]} {count}" for family, count in counts.most_common())
    score = mqm_score(findings, words)
    noun = "finding" if len(findings) == 1 else "findings"
    summary = Text(f"{len(findings)} {noun} in {files} ({words:,} words)", style="bold")
    summary.append(f": {families}. MQM score {score} of 100.", style="default")
    return summary.append_text(_fixable(findings))


def _fixable(findings: Sequence[Finding]) -> Text:
    safe = sum(finding.safety is Safety.SAFE for finding in findings)
    unsafe = sum(finding.safety is Safety.UNSAFE for finding in findings)
    parts = []
    if safe:
        parts.append(f"`mtqa fix` corrects {safe}")
    if unsafe:
        parts.append(f"`mtqa fix --unsafe` {safe + unsafe}, to be read afterwards")
    return Text("\n" + "; ".join(parts) + "." if parts else "", style="dim")

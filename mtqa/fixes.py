"""Findings → a corrected text: no two edits collide, and the result is settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from mtqa.findings import Edit, Finding, Safety
from mtqa.text import Span

__all__ = ["FixResult", "apply_edits", "fix_text"]

_ROUNDS = 10
_RETRIES = 5

Check = Callable[[str], Sequence[Finding]]


class FixResult(NamedTuple):
    """A corrected text, the findings that were repaired, and those that remain in it.

    `fixed` holds spans of the text as it was when each was repaired, `remaining` spans of
    `text`.
    """

    text: str
    fixed: tuple[Finding, ...]
    remaining: tuple[Finding, ...]


def fix_text(text: str, check: Check, *, unsafe: bool = False) -> FixResult:
    """Apply first suggestions until nothing more is to be applied.

    Only `safe` ones, or also `unsafe` ones where `unsafe` is set. A correction that brings a
    finding which was not there is left out; if the text does not settle, it is returned as it
    was, with nothing fixed.
    """
    before = tuple(check(text))
    refused: set[tuple[str, str]] = set()
    for _ in range(_RETRIES):
        result = _settle(text, before, check, unsafe, refused)
        if result is None:
            break
        culprits = _culprits(before, result)
        if not culprits:
            return result
        refused |= culprits
    return FixResult(text, (), before)


def _settle(
    text: str,
    findings: tuple[Finding, ...],
    check: Check,
    unsafe: bool,
    refused: set[tuple[str, str]],
) -> FixResult | None:
    fixed: list[Finding] = []
    for _ in range(_ROUNDS):
        chosen = _choose(findings, unsafe, refused)
        if not chosen:
            return FixResult(text, tuple(fixed), findings)
        fixed.extend(chosen)
        text = apply_edits(text, (e for f in chosen for e in f.suggestions[0].edits))
        findings = tuple(check(text))
    return None


def _choose(
    findings: Iterable[Finding], unsafe: bool, refused: set[tuple[str, str]]
) -> list[Finding]:
    """The findings whose first suggestions can be applied together."""
    allowed = (Safety.SAFE, Safety.UNSAFE) if unsafe else (Safety.SAFE,)
    chosen: list[Finding] = []
    taken: list[Span] = []
    for finding in findings:
        if finding.safety not in allowed or _key(finding) in refused:
            continue
        spans = [edit.span for edit in finding.suggestions[0].edits]
        if not any(_collide(span, other) for span in spans for other in taken[-20:]):
            chosen.append(finding)
            taken.extend(spans)
    return chosen


def _collide(span: Span, other: Span) -> bool:
    """Do two edits touch? Edits side by side would depend on each other's order."""
    return span.start <= other.end and other.start <= span.end


def _culprits(before: Iterable[Finding], result: FixResult) -> set[tuple[str, str]]:
    """Repairs to leave out, because findings remain that were not there before them."""
    known = Counter(map(_key, before))
    new = Counter(map(_key, result.remaining)) - known
    if not new:
        return set()
    first_round = {_key(f) for f in result.fixed if _key(f) in known}
    places = {f.text for f in result.remaining if _key(f) in new}
    near = {
        _key(f)
        for f in result.fixed
        if _key(f) in first_round
        and any((edit.text.strip() and edit.text.strip() in place) or place in edit.text
                for edit in f.suggestions[0].edits for place in places)
    }  # fmt: skip
    return near or first_round


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.text


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Apply `edits`, which must not overlap, to `text`. Raises ValueError where they do."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits):
        if edit.span.start < at:
            raise ValueError(f"edits overlap at {edit.span.start}")
        parts.append(text[at : edit.span.start])
        parts.append(edit.text)
        at = edit.span.end
    parts.append(text[at:])
    return "".join(parts)

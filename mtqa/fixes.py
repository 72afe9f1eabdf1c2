"""Findings → a corrected text: no two edits collide, and the result is settled."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from mtqa.findings import Edit, Finding, Safety
from mtqa.text import Span

__all__ = ["FixResult", "apply_edits", "fix_text"]

_ROUNDS = 10
_RETRIES = 5
_NEAR = 200
"""Code points between a correction and a new finding that it may have caused."""

Check = Callable[[str], Sequence[Finding]]
Key = tuple[str, str]


class FixResult(NamedTuple):
    """A corrected text, the findings that were repaired, and those that remain in it.

    `fixed` holds spans of the text as it was when each was repaired, `remaining` spans of
    `text`; among these are findings that a check of `text` alone no longer shows, because what
    gave them away is repaired.
    """

    text: str
    fixed: tuple[Finding, ...]
    remaining: tuple[Finding, ...]


class _Repair(NamedTuple):
    """A finding that was repaired, and where its repair stands in the current text."""

    finding: Finding
    at: int


def fix_text(text: str, check: Check, *, unsafe: bool = False) -> FixResult:
    """Apply first suggestions until nothing more is to be applied.

    Only `safe` ones, or also `unsafe` ones where `unsafe` is set. A correction that brings a
    finding which was not there is left out; if the text does not settle even so, it is returned
    as it was, with nothing fixed.
    """
    before = tuple(check(text))
    refused: set[Key] = set()
    for _ in range(_RETRIES):
        settled = _settle(text, before, check, unsafe, refused)
        if settled is None:
            break
        result, repairs = settled
        culprits = _culprits(before, result.remaining, repairs)
        if not culprits:
            return result
        refused |= culprits
    return FixResult(text, (), before)


def _settle(
    text: str, findings: tuple[Finding, ...], check: Check, unsafe: bool, refused: set[Key]
) -> tuple[FixResult, list[_Repair]] | None:
    """Fix in rounds, each on the text that the one before left; None if it never ends."""
    repairs: list[_Repair] = []
    unrepaired = list(findings)
    for _ in range(_ROUNDS):
        chosen = _choose(findings, unsafe, refused)
        if not chosen:
            fixed = tuple(repair.finding for repair in repairs)
            return FixResult(text, fixed, _with_unrepaired(text, findings, unrepaired)), repairs
        edits = sorted(edit for finding in chosen for edit in finding.suggestions[0].edits)
        repairs.extend(_Repair(finding, finding.span.start) for finding in chosen)
        repairs = [repair._replace(at=_moved(repair.at, edits)) for repair in repairs]
        unrepaired = [_carried(finding, edits) for finding in unrepaired if finding not in chosen]
        text = apply_edits(text, edits)
        findings = tuple(check(text))
    return None


def _choose(findings: Iterable[Finding], unsafe: bool, refused: set[Key]) -> list[Finding]:
    """The findings whose first suggestions can be applied together."""
    allowed = (Safety.SAFE, Safety.UNSAFE) if unsafe else (Safety.SAFE,)
    chosen: list[Finding] = []
    taken: list[Span] = []
    for finding in findings:
        if finding.safety not in allowed or _key(finding) in refused:
            continue
        spans = [finding.span, *(edit.span for edit in finding.suggestions[0].edits)]
        extent = Span(min(span.start for span in spans), max(span.end for span in spans))
        if not _collides(extent, taken):
            chosen.append(finding)
            insort(taken, extent)
    return chosen


def _collides(span: Span, taken: Sequence[Span]) -> bool:
    """Does `span` touch one of `taken`, which are sorted and apart?

    Edits side by side collide too: what they give together would depend on their order.
    """
    number = bisect_left(taken, span)
    after = number < len(taken) and taken[number].start <= span.end
    before = number > 0 and taken[number - 1].end >= span.start
    return after or before


def _moved(at: int, edits: Sequence[Edit]) -> int:
    """Where the offset `at` of a text stands after `edits`."""
    return at + sum(
        len(edit.text) - (edit.span.end - edit.span.start) for edit in edits if edit.span.end <= at
    )


def _carried(finding: Finding, edits: Sequence[Edit]) -> Finding:
    """The finding where its text stands after `edits`, without its own corrections."""
    start = _moved(finding.span.start, edits)
    span = Span(start, start + len(finding.text))
    return finding._replace(span=span, related=(), suggestions=(), safety=Safety.NONE)


def _with_unrepaired(
    text: str, findings: Iterable[Finding], unrepaired: Iterable[Finding]
) -> tuple[Finding, ...]:
    """The findings of the corrected text, and those that only its old damage had shown.

    A rule may judge by the damage around a place; once that is repaired, the place would pass
    unseen.
    """
    found = list(findings)
    found += [
        finding
        for finding in unrepaired
        if text[finding.span.start : finding.span.end] == finding.text
        and not any(finding.span.overlaps(other.span) for other in found)
    ]
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.rule)))


def _culprits(
    before: Iterable[Finding], remaining: Iterable[Finding], repairs: Sequence[_Repair]
) -> set[Key]:
    """The repairs near the findings that are there now and were not before."""
    known = Counter(map(_key, before))
    culprits: set[Key] = set()
    for finding in remaining:
        if known[_key(finding)] > 0:
            known[_key(finding)] -= 1
            continue
        near = {
            _key(repair.finding)
            for repair in repairs
            if -_NEAR <= repair.at - finding.span.start <= _NEAR + len(finding.text)
        }
        culprits |= near or {_key(repair.finding) for repair in repairs}
    return culprits


def _key(finding: Finding) -> Key:
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

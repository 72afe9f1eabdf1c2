"""Of hits that show one defect, the one that explains more."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.findings import Edit, Hit
from mtqa.rules import Rule
from mtqa.text import Span

__all__ = ["declares", "settle"]

_NEARLY = 0.8
"""How much of a hit another one must correct to be preferred."""


def settle(dressed: list[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    """Drop each hit that another one, overlapping it, explains."""
    ordered = sorted(dressed, key=lambda item: item[1].span)
    reach = 0
    group: list[tuple[Rule, Hit]] = []
    kept: list[tuple[Rule, Hit]] = []
    for item in ordered:
        extent = _extent(item[1])
        if group and item[1].span.start > reach:
            kept.extend(_settled(group))
            group = []
        group.append(item)
        reach = max(reach, extent.end) if len(group) > 1 else extent.end
    kept.extend(_settled(group))
    return kept


def _settled(group: Sequence[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    kept: list[tuple[Rule, Hit]] = []
    for item in sorted(group, key=lambda item: _weight(*item), reverse=True):
        if not any(_explains(other, item) for other in kept):
            kept = [other for other in kept if not _supersedes(item, other)]
            kept.append(item)
    return kept


def _weight(rule: Rule, hit: Hit) -> tuple[int, int, int, str]:
    extent = _extent(hit)
    return (extent.end - extent.start, rule.severity.points, bool(hit.repairs), rule.code)


def _explains(winner: tuple[Rule, Hit], loser: tuple[Rule, Hit]) -> bool:
    """Is the loser's defect part of the winner's: declared so, deleted with it, or the same?"""
    if _supersedes(loser, winner):
        return False
    if _supersedes(winner, loser):
        return True
    ours, theirs = winner[1], loser[1]
    if ours.span == theirs.span:
        return True
    if any(edit.span.contains(theirs.span) and theirs.span != ours.span for edit in _first(ours)):
        return True
    return _first(ours) != () and _first(ours) == _first(theirs)


def _supersedes(winner: tuple[Rule, Hit], loser: tuple[Rule, Hit]) -> bool:
    """Does the one explain the other, as their rules declare and their corrections allow?"""
    if not _extent(winner[1]).overlaps(_extent(loser[1])):
        return False
    if declares(winner[0], loser[0]):
        return not _corrects(loser[1], winner[1])
    return declares(loser[0], winner[0]) and _corrects(winner[1], loser[1])


def declares(rule: Rule, other: Rule) -> bool:
    """Does the one rule say that it explains the other's findings?"""
    return other.code in rule.supersedes or other.family in rule.supersedes


def _corrects(hit: Hit, other: Hit) -> bool:
    """Has this hit a correction of all, or nearly all, that the other one only points at?"""
    if not hit.repairs or other.repairs or not other.span.contains(hit.span):
        return False
    return hit.span.end - hit.span.start >= _NEARLY * (other.span.end - other.span.start)


def _first(hit: Hit) -> tuple[Edit, ...]:
    return hit.repairs[0] if hit.repairs else ()


def _extent(hit: Hit) -> Span:
    """The hit's span and its first repair together."""
    edits = _first(hit)
    return Span(
        min([hit.span.start, *(edit.span.start for edit in edits)]),
        max([hit.span.end, *(edit.span.end for edit in edits)]),
    )

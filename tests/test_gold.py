"""What is found in all gold texts together, so that no change loses it unnoticed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import mtqa
from tests.conftest import ROOT
from tests.gold import Outcome, judge, read_gold

GOLD = ROOT / "corpora/fr/gold"


def outcomes(paths: Iterable[Path]) -> list[Outcome]:
    """Each gold text judged, with its source where that stands beside it."""
    found = []
    for path in sorted(paths):
        text, marks = read_gold(path)
        beside = path.with_suffix(".src.txt")
        source = beside.read_text(encoding="utf-8") if beside.exists() else None
        found.append(judge(text, marks, mtqa.check(text, source=source)))
    return found


def share(part: Iterable[int], whole: Iterable[int]) -> float:
    return sum(part) / sum(whole)


def test_recall_and_corrections_on_all_gold_texts() -> None:
    done = outcomes(GOLD.glob("*.mta"))
    assert share((o.found for o in done), (o.marks for o in done)) >= 0.75
    assert share((o.corrected for o in done), (o.correctable for o in done)) >= 0.68
    assert sum(len(o.false_alarms) for o in done) <= 0.02 * sum(o.found for o in done)


def test_what_the_source_shows() -> None:
    done = outcomes(GOLD.glob("c*.mta"))
    assert share((o.found for o in done), (o.marks for o in done)) >= 0.85
    assert share((o.corrected for o in done), (o.correctable for o in done)) >= 0.75
    assert not any(o.false_alarms for o in done)

"""The sample article: nearly all of its artifacts found and rightly corrected, no false alarm."""

from __future__ import annotations

import mtqa
from tests.conftest import ROOT, SAMPLE
from tests.gold import judge, read_gold

GOLD = ROOT / "corpora" / "fr" / "gold" / "blinken-lavrov.mta"


def test_the_sample_is_the_gold_text_without_its_marks() -> None:
    assert SAMPLE.read_text(encoding="utf-8") == read_gold(GOLD)[0]


def test_artifacts_of_the_sample() -> None:
    text, marks = read_gold(GOLD)
    outcome = judge(text, marks, mtqa.check(text))
    assert (outcome.marks, outcome.correctable) == (34, 33)
    assert outcome.found >= 31
    assert outcome.corrected >= 28
    assert outcome.false_alarms == ()


def test_corrected_sample_is_ready_to_publish() -> None:
    """The corrected article was read by an editor and stands beside the sample; it must stay."""
    expected = SAMPLE.with_name("blinken-lavrov.fixed.txt").read_text(encoding="utf-8")
    result = mtqa.fix(SAMPLE.read_text(encoding="utf-8"), unsafe=True)
    assert result.text == expected

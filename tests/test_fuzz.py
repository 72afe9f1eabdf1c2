"""No text, however damaged, stops a check or gives a span outside it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import mtqa
from tests.conftest import ROOT

GOLD = sorted(Path(ROOT / "corpora/fr/gold").glob("*.mta"))
MARKS = "«»“”\"'’().,;:!?…-–— \u00a0\n*#[]{}<>/\\@%€$1aÀ\ufffc`"


def damaged(random_source: random.Random, line: str) -> str:
    """The line cut, littered with marks, or its words thrown about."""
    kind = random_source.randrange(3)
    if kind == 0:
        start = random_source.randrange(len(line))
        return line[start : start + random_source.randrange(1, 60)]
    if kind == 1:
        return "".join(
            random_source.choice(MARKS) if random_source.random() < 0.15 else letter
            for letter in line[:120]
        )
    words = line.split()
    random_source.shuffle(words)
    return " ".join(words[:14])


@pytest.mark.parametrize("seed", range(8))
def test_damaged_lines_are_checked_like_others(seed: int) -> None:
    random_source = random.Random(seed)
    lines = [line for path in GOLD for line in path.read_text("utf-8").split("\n") if line.strip()]
    for _ in range(60):
        text = damaged(random_source, random_source.choice(lines))
        for finding in mtqa.check(text):
            assert text[finding.span.start : finding.span.end] == finding.text


@pytest.mark.parametrize(
    "text", ["Il dit “", "«", "un peu de Bach, y", "(", "( .", "a. y", "L’", "? ?"]
)
def test_texts_that_end_where_a_rule_looks_on(text: str) -> None:
    assert all(finding.text in text for finding in mtqa.check(text))

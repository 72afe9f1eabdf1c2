"""Every rule shows what it finds, what it leaves alone, and what it gives; all of it is true."""

from __future__ import annotations

import pytest

from mtqa.examples import all_examples, example_failures, noise
from mtqa.families import FAMILIES
from mtqa.findings import Safety
from mtqa.rules import Rule, load_rules

CATALOGUE = load_rules()


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_examples_of_a_rule_hold(rule: Rule) -> None:
    assert list(example_failures(rule)) == []


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_whole_catalogue_is_silent_on_good_examples(rule: Rule) -> None:
    assert list(noise([rule], CATALOGUE)) == []


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_rule_file_is_complete(rule: Rule) -> None:
    assert rule.path.parent.name == FAMILIES[rule.family]
    assert rule.sources, "a source that a stranger can open"
    bad = [example for example in all_examples(rule) if example.bad is not None]
    ok = [example for example in all_examples(rule) if example.ok is not None]
    assert len(bad) >= 3
    assert len(ok) >= 3
    corrected = any(example.good is not None for example in bad)
    assert corrected == (rule.safety is not Safety.NONE)

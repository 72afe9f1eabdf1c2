"""The public API, as the documentation shows it."""

from __future__ import annotations

import doctest
import re

import pytest

import mtqa
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_examples_of_the_package_run() -> None:
    assert doctest.testmod(mtqa).failed == 0
    assert doctest.testmod(mtqa).attempted > 0


def test_python_examples_of_the_readme_run() -> None:
    blocks = re.findall(r"```python\n(.*?)```", README, re.S)
    assert blocks
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})


def test_unknown_code_names_the_nearest() -> None:
    with pytest.raises(mtqa.MtqaError, match="did you mean 'DUP002'"):
        mtqa.check("Oui.", select=["DUP0O2"])


def test_own_catalogue() -> None:
    rules = [rule for rule in mtqa.load_rules() if rule.family == "SEG"]
    assert mtqa.check("Il a assuré que qu’il viendrait.", rules=rules) == []

"""The public API, as the documentation shows it."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

import mtqa
from tests.conftest import ROOT, Run

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
    with pytest.raises(mtqa.MtqaError, match="did you mean 'glued-words'"):
        mtqa.check("Oui.", select=["glued-wrods"])


def test_own_catalogue() -> None:
    rules = [rule for rule in mtqa.load_rules() if rule.family == "SEG"]
    assert mtqa.check("Il a assuré que qu’il viendrait.", rules=rules) == []


def test_rule_of_the_guide_passes_its_own_examples(mtqa: Run, tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "own-rules.md").read_text(encoding="utf-8")
    path = tmp_path / "my-rules" / "fr" / "calque" / "house-term.toml"
    path.parent.mkdir(parents=True)
    path.write_text(re.findall(r"```toml\n(.*?)```", guide, re.S)[0], encoding="utf-8")
    done = mtqa("test-rules", "my-rules")
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()

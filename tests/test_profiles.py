"""House styles: off until chosen, and settled after one fix."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from mtqa.cli import cli
from mtqa.engine import find
from mtqa.families import PROFILES
from mtqa.fixes import fix_text
from mtqa.rules import load_rules
from mtqa.select import Selection
from mtqa.text import Document

TEXT = "Quel jour, M. Roy ? L'auteur dit : “Non” ; la 2ème page, 12 % et 31 000 euros...\n"
TAIL = "la 2e page, 12⍽% et 31⍽000 euros…\n"
EXPECTED = {
    "imprimerie-nationale": f"Quel jour, M.⍽Roy˽? L’auteur dit⍽: «⍽Non⍽»˽; {TAIL}",
    "fr-CA": f"Quel jour, M.⍽Roy? L’auteur dit⍽: «⍽Non⍽»; {TAIL}",
    "fr-CH": f"Quel jour, M.⍽Roy˽? L’auteur dit˽: «˽Non˽»˽; {TAIL}",
}


def fixed(text: str, profile: str | None) -> str:
    rules = Selection(select=(), profile=profile).rules(load_rules())
    return fix_text(text, lambda current: find(Document(current), rules)).text


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_is_complete_and_settled(profile: str) -> None:
    result = fixed(TEXT, profile)
    assert result.replace("\u00a0", "⍽").replace("\u202f", "˽") == EXPECTED[profile]
    assert fixed(result, profile) == result


def test_no_profile_leaves_house_style_alone() -> None:
    rules = Selection().rules(load_rules())
    assert not any(rule.profiles for rule in rules)


def test_all_means_one_profile() -> None:
    codes = {rule.code for rule in Selection(select=("ALL",)).rules(load_rules())}
    assert "TYP020" in codes
    assert "TYP053" not in codes


def test_the_command_and_the_configuration_choose_a_profile(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Quel dommage !\n", encoding="utf-8")
    run = CliRunner().invoke(cli, ["check", "--profile", "fr-CA", str(page)])
    assert "TYP053" in run.output
    (tmp_path / "mtqa.toml").write_text('profile = "fr-CA"\n', encoding="utf-8")
    assert "TYP053" in CliRunner().invoke(cli, ["check", str(page)]).output

"""A team's glossary: from the configuration and the command line, in its forms, with its errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

CATALOGUE = (
    'msgid ""\nmsgstr ""\n"Language: fr\\n"\n\n'
    'msgid "Two folders have the same name."\nmsgstr "Deux répertoires ont le même nom."\n\n'
    'msgid "Open a pull request."\nmsgstr "Ouvrez des demandes de fusion."\n'
)
TERMS = "source\ttarget\tforbidden\n# ours\nfolder\tdossier\trépertoire\n"


def found(mtqa: Run, *arguments: str) -> list[tuple[str, str]]:
    done = mtqa("check", "fr.po", "--format", "jsonl", *arguments)
    findings = [json.loads(line) for line in done.stdout.splitlines()]
    return [(finding["rule"], finding["text"]) for finding in findings]


def test_option_and_key_name_the_glossary(mtqa: Run, tmp_path: Path) -> None:
    (tmp_path / "fr.po").write_text(CATALOGUE, encoding="utf-8")
    (tmp_path / "terms.tsv").write_text(TERMS, encoding="utf-8")
    assert found(mtqa) == []
    assert found(mtqa, "--glossary", "terms.tsv") == [("ACC026", "répertoires")]
    (tmp_path / "mtqa.toml").write_text('glossary = "terms.csv"', encoding="utf-8")
    (tmp_path / "terms.csv").write_text("pull request,demande de fusion\n", encoding="utf-8")
    assert found(mtqa) == []
    (tmp_path / "terms.csv").write_text("pull request,requête de tirage\n", encoding="utf-8")
    assert found(mtqa) == [("ACC026", "fusion")]


def test_fix_puts_the_term_in_the_same_number(mtqa: Run, tmp_path: Path) -> None:
    path = tmp_path / "fr.po"
    path.write_text(CATALOGUE, encoding="utf-8")
    (tmp_path / "terms.tsv").write_text(TERMS, encoding="utf-8")
    mtqa("fix", "--unsafe", "fr.po", "--glossary", "terms.tsv")
    assert path.read_text(encoding="utf-8") == CATALOGUE.replace("répertoires", "dossiers")


@pytest.mark.parametrize(
    ("terms", "message"),
    [
        (None, "terms.tsv: glossary cannot be read"),
        ("folder\n", "terms.tsv:1: 1 columns; a glossary has source, target"),
        ("a\tb\nfolder\t\n", "terms.tsv:2: source or target is empty"),
    ],
)
def test_a_broken_glossary(mtqa: Run, tmp_path: Path, terms: str | None, message: str) -> None:
    (tmp_path / "fr.po").write_text(CATALOGUE, encoding="utf-8")
    if terms is not None:
        (tmp_path / "terms.tsv").write_text(terms, encoding="utf-8")
    done = mtqa("check", "fr.po", "--glossary", "terms.tsv")
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1

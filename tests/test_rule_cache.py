"""Rules read once are kept, and never outlive a change of their files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from mtqa.rule_cache import kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "a.toml").write_text("one", "utf-8")
    return tmp_path


def read(folder: Path, log: list[str]) -> str:
    def anew() -> str:
        log.append("read")
        return (folder / "a.toml").read_text("utf-8")

    return kept(folder, anew)


def test_what_is_kept_is_not_read_again(folder: Path) -> None:
    log: list[str] = []
    assert [read(folder, log), read(folder, log)] == ["one", "one"]
    assert log == ["read"]


def test_a_changed_or_further_file_is_read(folder: Path) -> None:
    log: list[str] = []
    read(folder, log)
    (folder / "a.toml").write_text("three", "utf-8")
    assert read(folder, log) == "three"
    (folder / "b.tsv").write_text("", "utf-8")
    read(folder, log)
    assert len(log) == 3


def test_a_damaged_file_is_read_anew(folder: Path) -> None:
    log: list[str] = []
    read(folder, log)
    (file,) = (folder / "__pycache__").iterdir()
    file.write_bytes(file.read_bytes()[:-3])
    assert read(folder, log) == "one"
    assert len(log) == 2


def test_nothing_is_written_where_python_may_not(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert read(folder, []) == "one"
    assert not (folder / "__pycache__").exists()

"""Rules read once are kept, and never outlive a change of their files or of what made them."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.rule_cache import kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "a.toml").write_text("one", "utf-8")
    return rules


def read(folder: Path, log: list[str]) -> str:
    def anew() -> str:
        log.append("read")
        return (folder / "a.toml").read_text("utf-8")

    return kept(folder, "1", anew)


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
    (file,) = (folder.parent / "caches" / "mtqa").iterdir()
    file.write_bytes(file.read_bytes()[:-3])
    assert read(folder, log) == "one"
    assert len(log) == 2


def test_a_folder_that_cannot_be_written_is_no_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "a.toml"))
    log: list[str] = []
    assert [read(folder, log), read(folder, log)] == ["one", "one"]
    assert log == ["read", "read"]


def test_what_other_versions_made_is_read_anew(folder: Path) -> None:
    assert kept(folder, "1", lambda: "of 1") == "of 1"
    assert kept(folder, "2", lambda: "of 2") == "of 2"


def test_only_so_many_installations_are_kept(tmp_path: Path, folder: Path) -> None:
    for number in range(12):
        other = tmp_path / f"rules{number}"
        other.mkdir()
        kept(other, "1", lambda: "rules")
    assert len(list((folder.parent / "caches" / "mtqa").iterdir())) == 8

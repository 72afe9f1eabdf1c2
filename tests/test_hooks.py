"""The hooks, run by the real pre-commit in a real repository, as a user sets them up."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

BAD = "Il a assuré que qu’il viendrait.\n"
GOOD = "Il a assuré qu’il viendrait.\n"
Hook = Callable[[str], subprocess.CompletedProcess[str]]

CONFIG = """
repos:
- repo: {root}
  rev: HEAD
  hooks:
  - id: {hook}
"""


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@t.example")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The working tree as a repository with one commit: what pre-commit will install."""
    folder = tmp_path_factory.mktemp("released")
    tracked = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout.splitlines()  # fmt: skip
    for name in tracked:
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "release")
    return folder


@pytest.fixture
def run_hook(tmp_path: Path, released: Path, tmp_path_factory: pytest.TempPathFactory) -> Hook:
    """Commit-ready repository with one bad text; run one hook on it."""
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    (tmp_path / "code.py").write_text("x = 'que qu’il'\n", encoding="utf-8")
    git(tmp_path, "init", "-q")
    environment = {
        **os.environ,
        "PRE_COMMIT_HOME": str(tmp_path_factory.getbasetemp() / "pre-commit-home"),
    }

    def run(hook: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / ".pre-commit-config.yaml").write_text(CONFIG.format(root=released, hook=hook))
        git(tmp_path, "add", "-A")
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color=never"],
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run


def test_mtqa_checks_and_writes_nothing(run_hook: Hook, tmp_path: Path) -> None:
    done = run_hook("mtqa")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "a.txt:1:13: DUP" in done.stdout
    assert "code.py" not in done.stdout
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == BAD


def test_mtqa_fix_corrects_and_passes_the_second_time(run_hook: Hook, tmp_path: Path) -> None:
    done = run_hook("mtqa-fix")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "files were modified by this hook" in done.stdout
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == GOOD
    assert run_hook("mtqa-fix").returncode == 0

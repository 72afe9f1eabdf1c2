"""What the tests share: the command line as a user calls it, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "corpora" / "fr" / "blinken-lavrov.txt"

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def mtqa(tmp_path: Path) -> Run:
    """Run `mtqa ARGUMENTS` in an empty folder; standard input as bytes."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            [sys.executable, "-m", "mtqa", *map(str, arguments)],
            cwd=tmp_path,
            env=environment,
            input=stdin,
            capture_output=True,
            check=False,
        )

    return run

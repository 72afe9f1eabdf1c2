"""A baseline: the findings that an old project lives with, so that only new ones are reported."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from mtqa.errors import ConfigError
from mtqa.findings import Finding

__all__ = ["Known", "new_findings", "read_baseline", "write_baseline"]

Known = Mapping[str, Counter[tuple[str, str]]]
"""Path, relative to the baseline's folder → how often each rule and text was found."""


def read_baseline(path: Path) -> Known:
    """Read a baseline file. Raises ConfigError where it is missing or broken."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return {
            name: Counter({(str(rule), str(text)): int(count) for rule, text, count in entries})
            for name, entries in data["files"].items()
        }
    except FileNotFoundError as error:
        raise ConfigError(f"{path}: no such baseline; make it with --write-baseline") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError(f"{path}: not a baseline of mtqa: {error}") from error


def write_baseline(path: Path, found: Iterable[tuple[str, Iterable[Finding]]]) -> int:
    """Write the findings of each file as a baseline; returns how many there are."""
    counts = {
        _relative(name, path): Counter((finding.rule, finding.text) for finding in findings)
        for name, findings in found
    }
    files = {
        name: [[rule, text, count] for (rule, text), count in sorted(counter.items())]
        for name, counter in sorted(counts.items())
        if counter
    }
    content = json.dumps({"version": 1, "files": files}, ensure_ascii=False, indent=1)
    try:
        path.write_text(content + "\n", encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written: {error.strerror}") from error
    return sum(counter.total() for counter in counts.values())


def new_findings(
    name: str, findings: Iterable[Finding], known: Known, baseline: Path
) -> tuple[Finding, ...]:
    """The findings of the file `name` beyond those that the baseline counts."""
    left = Counter(known.get(_relative(name, baseline), Counter()))
    new: list[Finding] = []
    for finding in findings:
        key = (finding.rule, finding.text)
        if left[key] > 0:
            left[key] -= 1
        else:
            new.append(finding)
    return tuple(new)


def _relative(name: str, baseline: Path) -> str:
    if name == "-":
        return name
    return Path(os.path.relpath(Path(name).resolve(), baseline.resolve().parent)).as_posix()

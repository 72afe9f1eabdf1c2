"""Where the time goes: views, then rules, on a text of your own.

    python tests/bench/speed.py FILE…

Prints the size of the files together, the seconds of each view and of each rule, and megabytes
a second for the whole check, on one core.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from mtqa.engine import find
from mtqa.findings import Hit
from mtqa.readers.plain import read_plain
from mtqa.rules import Rule, load_rules
from mtqa.text import Document

VIEWS = ("tokens", "paragraphs", "sentences", "quotes")


def main(paths: list[str]) -> None:
    """Measure each view once, each rule on the finished views, and a whole check."""
    raw = "\n".join(Path(path).read_text(encoding="utf-8") for path in paths)
    megabytes = len(raw.encode()) / 1e6
    print(f"{megabytes:.2f} MB in {len(paths)} files")
    document, seconds = timed(lambda: read_plain(raw))
    print(f"{seconds:7.3f} s  read")
    for view in VIEWS:
        _, seconds = timed(partial(getattr, document, view))
        print(f"{seconds:7.3f} s  {view}")
    rules = [rule for rule in load_rules() if rule.default]
    table = []
    for rule in rules:
        hits, seconds = timed(partial(hits_of, rule, document))
        table.append((seconds, f"{rule.code} {rule.name} ({len(hits)} hits)"))
    for seconds, name in sorted(table, reverse=True):
        print(f"{seconds:7.3f} s  {name}")
    _, seconds = timed(lambda: find(read_plain(raw), rules))
    print(f"{seconds:7.3f} s  whole check: {megabytes / seconds:.2f} MB/s")


def hits_of(rule: Rule, document: Document) -> list[Hit]:
    """All hits of a rule."""
    return list(rule.detector.find(document))


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """The result of `work`, and its seconds."""
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1:])

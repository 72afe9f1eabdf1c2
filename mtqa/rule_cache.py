"""What was read from the rule files, kept as Python keeps its compiled modules.

Taking some hundred files apart, and sorting the rows of their tables, takes longer than a short
check. The result lies in the `__pycache__` beside the files and counts while none of them, and
none of mtqa's own modules, has changed. Where Python may write no such files, neither does mtqa.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import TypeVar

__all__ = ["kept"]

_T = TypeVar("_T")


def kept(folder: Path, read: Callable[[], _T]) -> _T:
    """What `read` gives for the files in `folder`, from the last time where nothing changed."""
    file = cache_from_source(str(folder / "rules.py"), optimization="")
    file = file.removesuffix("pyc") + "pickle"
    stamp = sorted(_stamps(folder)) + sorted(_stamps(Path(__file__).parent))
    # Whatever is wrong with the file, the rules can be read anew.
    with suppress(Exception), open(file, "rb") as stream:
        if pickle.load(stream) == stamp:
            value: _T = pickle.load(stream)
            return value
    value = read()
    if not sys.dont_write_bytecode:
        with suppress(OSError):
            _write(file, pickle.dumps(stamp) + pickle.dumps(value))
    return value


def _stamps(folder: str | Path) -> Iterator[tuple[str, int, int]]:
    """Path, time of change and size of each file that the rules depend on."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name not in ("__pycache__", "_rules"):
                    yield from _stamps(entry.path)
            elif entry.name.endswith((".toml", ".tsv", ".py")):
                status = entry.stat()
                yield entry.path, status.st_mtime_ns, status.st_size


def _write(file: str, data: bytes) -> None:
    """Write all or nothing: other processes may read at this moment."""
    temporary = f"{file}.{os.getpid()}"
    os.makedirs(os.path.dirname(file), exist_ok=True)
    with open(temporary, "wb") as stream:
        stream.write(data)
    os.replace(temporary, file)

"""What was read from the rule files, kept in the user's folder of caches.

Taking some hundred files apart, and sorting the rows of their tables, takes longer than a short
check. What is kept counts while none of the files, and none of mtqa's own modules, has changed.
"""

from __future__ import annotations

import os
import pickle
import sys
from binascii import crc32
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

__all__ = ["kept"]

_T = TypeVar("_T")

_KEPT = 8
"""So many installations may keep their rules; the one that did so longest ago reads anew."""


def kept(folder: Path, made_with: str, read: Callable[[], _T]) -> _T:
    """What `read` gives for the files in `folder`, from the last time where nothing changed.

    `made_with` names the versions that the value depends on, beside the files.
    """
    file = os.path.join(_cache_folder(), f"rules-{crc32(os.fsencode(folder)):08x}.pickle")
    stamp = [sys.version, made_with, *sorted(_stamps(folder))]
    stamp += sorted(_stamps(Path(__file__).parent))
    # Whatever is wrong with the file, the rules can be read anew.
    with suppress(Exception), open(file, "rb") as stream:
        if pickle.load(stream) == stamp:
            value: _T = pickle.load(stream)
            return value
    value = read()
    with suppress(OSError):
        _write(file, pickle.dumps(stamp) + pickle.dumps(value))
    return value


def _cache_folder() -> str:
    """Where this system has a user's caches, as the XDG base directories and Windows name them."""
    home = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None
    home = home or os.environ.get("XDG_CACHE_HOME") or os.path.join("~", ".cache")
    return os.path.join(os.path.expanduser(home), "mtqa")


def _stamps(folder: str | Path) -> Iterator[str]:
    """Path, time of change and size of each file that the rules depend on."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name not in ("__pycache__", "_rules"):
                    yield from _stamps(entry.path)
            elif entry.name.endswith((".toml", ".tsv", ".py")):
                status = entry.stat()
                yield f"{entry.path}:{status.st_mtime_ns}:{status.st_size}"


def _write(file: str, data: bytes) -> None:
    """Write all or nothing, for this user alone: other processes may read at this moment."""
    temporary = f"{file}.{os.getpid()}"
    os.makedirs(os.path.dirname(file), mode=0o700, exist_ok=True)
    with open(temporary, "wb") as stream:
        stream.write(data)
    os.replace(temporary, file)
    kept_files = sorted(Path(file).parent.glob("rules-*.pickle"), key=os.path.getmtime)
    for old in kept_files[:-_KEPT]:
        old.unlink(missing_ok=True)

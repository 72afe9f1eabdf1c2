"""What can go wrong: each error has its exit status and one line that says what to do."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = [
    "ConfigError",
    "MtqaError",
    "ReadError",
    "RuleError",
    "UsageError",
    "WriteError",
    "nearest",
]


class MtqaError(Exception):
    """An error that a user can mend; its text is one complete line."""

    exit_code = 2


class UsageError(MtqaError):
    """The command line asks for something impossible."""


class ConfigError(MtqaError):
    """A configuration file is broken, or names an unknown key or code."""


class RuleError(MtqaError):
    """A rule file is broken; the text names file, key and choices."""


class ReadError(MtqaError):
    """A file could not be read or decoded."""

    exit_code = 3


class WriteError(MtqaError):
    """A file could not be written; it is as it was before."""

    exit_code = 3


def nearest(word: str, choices: Iterable[str]) -> str:
    """Name the choice nearest to `word`, or all of them where none is near."""
    from difflib import get_close_matches  # Most runs end without an error.

    names = sorted(choices)
    close = get_close_matches(word, names, n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else f"choose from {', '.join(names)}"

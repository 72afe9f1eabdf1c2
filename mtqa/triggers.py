"""What a regular expression cannot match without: the words to look for before it is tried."""

from __future__ import annotations

import importlib
import re
from typing import Any

from mtqa.patterns import pattern

__all__ = ["trigger_words"]

_parser: Any = importlib.import_module("re._parser")

_PROPERTY = pattern(r"\\[pP]\{[^}]*\}")
_GROUP_NAME = pattern(r"\(\?<(?=\w+>)")
_SHORTEST = 2
_FLAGS = int(re.IGNORECASE)
"""A plain number: the parser asks it often, and an enumeration answers slowly."""


def trigger_words(pattern: str) -> tuple[str, ...] | None:
    """Word pieces, lower-case, of which every match of `pattern` holds at least one.

    None where no such set can be told; the pattern must then be tried everywhere. A piece is a
    run of letters that stands within one word of the match.
    """
    plain = _GROUP_NAME.sub("(?P<", _PROPERTY.sub(r"\\w", pattern))
    try:
        tree = _parser.parse(plain, _FLAGS)
    except (re.error, RecursionError, OverflowError):
        return None
    found = _needed(list(tree))
    return tuple(sorted(found)) if found else None


def _needed(items: list[Any]) -> frozenset[str] | None:
    """The best set of pieces that this sequence needs: the one whose shortest is longest."""
    candidates: list[frozenset[str]] = []
    run = ""
    for operation, argument in items:
        name = str(operation)
        if name == "LITERAL" and chr(argument).isalpha():
            run += chr(argument).lower()
            continue
        if len(run) >= _SHORTEST:
            candidates.append(frozenset({run}))
        run = ""
        inner = _inner(name, argument)
        if inner:
            candidates.append(inner)
    if len(run) >= _SHORTEST:
        candidates.append(frozenset({run}))
    return max(candidates, key=lambda c: (min(map(len, c)), -len(c)), default=None)


def _inner(name: str, argument: Any) -> frozenset[str] | None:
    if name == "SUBPATTERN":
        return _needed(list(argument[-1]))
    if name == "ATOMIC_GROUP":
        return _needed(list(argument))
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and argument[0] > 0:
        return _needed(list(argument[2]))
    if name == "ASSERT" and argument[0] > 0:
        return None
    if name == "BRANCH":
        branches = [_needed(list(branch)) for branch in argument[1]]
        if all(branch is not None for branch in branches):
            return frozenset().union(*(branch for branch in branches if branch is not None))
    return None

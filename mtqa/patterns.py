"""Regular expressions that are compiled when they are first used.

Most runs need few of them, and compiling all on import would take a twentieth of a short run.
"""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["pattern"]


class _Pattern:
    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Only called for what is not yet here: the methods of the compiled pattern."""
        compiled = re.compile(self._text, self._flags)
        self.__dict__.update({name: getattr(compiled, name) for name in _METHODS})
        return getattr(compiled, name)


_METHODS = ("findall", "finditer", "fullmatch", "match", "pattern", "search", "split", "sub")


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression `text`, of `re`, as `re.compile` gives it but compiled later."""
    return cast("re.Pattern[str]", _Pattern(text, flags))

"""The blank before a high mark, as a document itself writes it."""

from __future__ import annotations

__all__ = ["space_before"]

_HIGH = "?!;:"


def space_before(text: str, mark: str) -> str:
    """What the text sets before `mark`, or else before the other high marks; by default a
    no-break space."""
    for sign in mark + _HIGH:
        at = text.find(sign, 1)
        while at > 0:
            before, after = text[at - 1], text[at + 1 : at + 2]
            if before in " \u00a0\u202f":
                return before
            if before.isalpha() and (not after or after.isspace()):
                return ""
            at = text.find(sign, at + 1)
    return "\u00a0"

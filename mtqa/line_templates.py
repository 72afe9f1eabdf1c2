"""Templates of whole lines: regular expressions in lower case, with `<n>` and `…` as holes."""

from __future__ import annotations

from collections.abc import Iterable

from mtqa.patterns import pattern

__all__ = ["ANY_WORD", "DIGITS", "as_pattern", "first_words", "followers"]

DIGITS = "<n>"
ANY_WORD = "…"
_FIRST_WORD = pattern(r"\w+|<n>")
_EDGE = r"(?:(?<!\w)|(?!\w))"


def as_pattern(template: str) -> str:
    """The regular expression of the template; words in it may be parted by any blank or none."""
    pattern = template.replace(DIGITS, r"\d[\d ]*").replace("(", "(?:").replace(" ", " *")
    return "(?:" + pattern.replace(ANY_WORD, f"{_EDGE}.{{1,300}}{_EDGE}") + ")"


def first_words(template: str) -> set[str]:
    """The words that a line of this template may begin with; `<n>` for any number."""
    if not template.startswith("("):
        match = _FIRST_WORD.match(template)
        return {match[0]} if match else set()
    close = _closing(template)
    words = {word for head in _choices(template[1:close]) for word in first_words(head)}
    if template[close + 1 : close + 2] == "?":
        words |= first_words(template[close + 2 :].lstrip())
    return words


def _closing(template: str) -> int:
    depth = 0
    for place, letter in enumerate(template):
        depth += (letter == "(") - (letter == ")")
        if not depth:
            return place
    return len(template)


def _choices(inner: str) -> list[str]:
    depth, choices = 0, [""]
    for letter in inner:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            choices.append("")
        else:
            choices[-1] += letter
    return choices


def followers(templates: Iterable[str], word: str) -> frozenset[str] | None:
    """The words that may stand after `word` at the head of the templates; None where any may."""
    found: set[str] = set()
    for template in templates:
        words = _seconds(template, word)
        if not words:
            return None
        found |= words
    return frozenset(found)


def _seconds(template: str, word: str) -> set[str]:
    """The words that may follow `word` at the head; empty where that is not plain."""
    if not template.startswith("("):
        match = _FIRST_WORD.match(template)
        return _heads(template[match.end() :]) if match and match[0] == word else set()
    close = _closing(template)
    rest, choices = template[close + 1 :], _choices(template[1:close])
    optional = rest.startswith("?")
    found: set[str] = set()
    for choice in choices:
        if word not in first_words(choice):
            continue
        within = choice.removeprefix(word)
        if within.strip():
            heads = _heads(within)
        else:
            heads = _heads(within + rest[1:] if optional else rest)
        if not heads:
            return set()
        found |= heads
    if optional and word in first_words(rest[1:].lstrip()):
        heads = _seconds(rest[1:].lstrip(), word)
        found = found | heads if heads else set()
    return found


def _heads(rest: str) -> set[str]:
    """The first words of what follows a blank; empty where that may be anything."""
    if not rest.startswith(" ") or not (rest[1:2].isalnum() or rest[1:2] in ("(", "<")):
        return set()
    opening = rest[1 : _closing(rest[1:]) + 2] if rest[1] == "(" else ""
    return set() if ANY_WORD in opening else first_words(rest[1:])

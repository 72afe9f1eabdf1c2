"""Is this rule on here? Codes, families and ALL, from configuration and command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import PurePath

from mtqa.errors import ConfigError, nearest
from mtqa.families import FAMILIES, PROFILES
from mtqa.rules import Rule

__all__ = ["Selection", "check_codes"]


@dataclass(frozen=True)
class Selection:
    """Which rules are on.

    Each entry is a rule's code, its beginning (`DUP`, `DUP00`), a rule's name, or `ALL`. Where
    two entries of `select` and `ignore` fit a rule, the more specific one decides. The rules of a
    house style are on where its profile is chosen; an entry that names several rules means those
    of the chosen profile, or of the first one.
    """

    select: tuple[str, ...] | None = None
    """What is on; None is the default set: every rule that its file does not turn off."""
    extend_select: tuple[str, ...] = ()
    """What is on besides."""
    ignore: tuple[str, ...] = ()
    """What is off."""
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Pattern of paths → what is off in them."""
    profile: str | None = None
    """The house style whose rules are on besides: one of PROFILES."""

    def rules(self, catalogue: Iterable[Rule], path: str = "-") -> list[Rule]:
        """The rules of `catalogue` that are on for the file at `path`."""
        ignored_here = [
            code
            for pattern, codes in self.per_file_ignores.items()
            if _matches(path, pattern)
            for code in codes
        ]
        return [
            rule
            for rule in catalogue
            if self._is_on(rule) and not any(_fits(rule, code) for code in ignored_here)
        ]

    def _is_on(self, rule: Rule) -> bool:
        chosen = (self.select or ()) + self.extend_select
        on = max((_fits(rule, entry) for entry in chosen), default=0)
        if rule.profiles and on <= len(rule.code):
            on = max(on, 1) if self.profile in rule.profiles else on
            if (self.profile or PROFILES[0]) not in rule.profiles:
                on = 0
        off = max((_fits(rule, entry) for entry in self.ignore), default=0)
        if off and off >= on:
            return False
        return bool(on) or (self.select is None and rule.default)


def _fits(rule: Rule, entry: str) -> int:
    """How specifically `entry` names `rule`; 0 where it does not."""
    if entry == "ALL":
        return 1
    if entry == rule.name:
        return len(rule.code) + 1
    return len(entry) + 1 if rule.code.startswith(entry) else 0


def _matches(path: str, pattern: str) -> bool:
    pure = PurePath(path)
    return fnmatch(path, pattern) or fnmatch(pure.name, pattern) or fnmatch(path, f"*/{pattern}")


def check_codes(entries: Iterable[str], catalogue: Sequence[Rule], where: str) -> None:
    """Raise ConfigError, with the nearest right code, where an entry names no rule."""
    for entry in entries:
        if entry == "ALL" or any(_fits(rule, entry) for rule in catalogue):
            continue
        if entry in FAMILIES:
            continue
        choices = {rule.code for rule in catalogue} | {rule.name for rule in catalogue}
        raise ConfigError(f"{where}: unknown rule {entry!r}; {_hint(entry, choices)}")


def _hint(entry: str, choices: set[str]) -> str:
    hint = nearest(entry, choices)
    return hint if hint.startswith("did") else f"families are {', '.join(FAMILIES)}"

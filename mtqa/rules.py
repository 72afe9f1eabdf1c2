"""Rule files → rules, validated, with errors that name file, key and the nearest right choice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mtqa.detectors import Detector, PatternDetector
from mtqa.errors import RuleError
from mtqa.findings import Safety, Severity
from mtqa.rule_cache import kept
from mtqa.rule_reader import (
    FAMILIES,
    KEYS,
    PROFILES,
    REQUIRED,
    Example,
    RuleReader,
    looks_like_code,
    read_toml,
)

__all__ = [
    "FAMILIES",
    "PROFILES",
    "Example",
    "Rule",
    "builtin_folder",
    "load_rules",
    "looks_like_code",
    "parse_rule",
]

_LATER_TABLE = r"(?m)^\[(?!\[example\]\])"
"""A table other than an example, after the first example."""
_TEXT = r'(?m)^(?:message|why)\.(?:en|fr) = ".*"$\n'
"""A message, or a reason, on a line of its own."""


@dataclass(frozen=True)
class Rule:
    """One named check."""

    code: str
    name: str
    path: Path
    language: str
    severity: Severity
    mqm: str
    safety: Safety
    default: bool
    profiles: tuple[str, ...]
    """The house styles that the rule belongs to; none for a rule of any style."""
    sources: tuple[str, ...]
    supersedes: tuple[str, ...]
    detector: Detector

    @property
    def family(self) -> str:
        """The three letters of the family."""
        return self.code[:3]

    # What no rule needs that finds nothing is read when it is asked for.

    @cached_property
    def _texts(self) -> RuleReader:
        return RuleReader(self.path, read_toml(self.path, self.path.read_text("utf-8")))

    @cached_property
    def message(self) -> Mapping[str, str]:
        """What a finding says, by language. Raises RuleError where one is missing or broken."""
        return self._texts.by_language("message", {"found", "correction", *self.detector.SLOTS})

    @cached_property
    def why(self) -> Mapping[str, str]:
        """The cause, and why it matters, by language. Raises RuleError where one is missing."""
        return self._texts.by_language("why", None)

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """The examples. Raises RuleError for a broken one."""
        return self._texts.examples()

    def applies_to(self, language: str) -> bool:
        """Is this rule meant for texts in `language`?"""
        return self.language in ("common", language)


def builtin_folder() -> Path:
    """The rules that mtqa brings: inside the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    packaged = package / "_rules"
    return packaged if packaged.is_dir() else package.parent / "rules"


def load_rules(*folders: Path | str) -> tuple[Rule, ...]:
    """Load mtqa's own rules and those of further `folders`, in order of their codes.

    Raises RuleError for a broken file, a missing folder, or two rules with one code.
    """
    rules: dict[str, Rule] = {}
    builtin = builtin_folder()
    for folder in dict.fromkeys([builtin, *(Path(f).resolve() for f in folders)]):
        if not folder.is_dir():
            raise RuleError(f"{folder}: no such folder of rules")
        found = kept(builtin, _builtin_rules) if folder == builtin else _team_rules(folder)
        for rule in found:
            if rule.code in rules:
                taken = rules[rule.code].path
                raise RuleError(f"{rule.path}: code: {rule.code} is taken by {taken}")
            rules[rule.code] = rule
    return tuple(rules[code] for code in sorted(rules))


def _rules_in(folder: Path) -> Iterator[Rule]:
    for path in sorted(folder.rglob("*.toml")):
        yield parse_rule(path, folder)


def _team_rules(folder: Path) -> Iterator[Rule]:
    for rule in _rules_in(folder):
        _prepare(rule)
        yield rule


def _builtin_rules() -> list[Rule]:
    """mtqa's own rules, and what each detector names in PREPARED: what it makes of its
    parameters alone, whatever the text."""
    rules = list(_rules_in(builtin_folder()))
    for rule in rules:
        for name in getattr(rule.detector, "PREPARED", ()):
            getattr(rule.detector, name)
    return rules


def _prepare(rule: Rule) -> None:
    """Compile now what mtqa's own rules, tested as they are, leave to the first use."""
    try:
        _ = rule.message, rule.why, rule.examples
        if isinstance(rule.detector, PatternDetector):
            _ = rule.detector.compiled
    except ValueError as error:
        raise RuleError(f"{rule.path}: detect: {error}") from error


def parse_rule(path: Path, folder: Path) -> Rule:
    """Read one rule file that lies under `folder`, as `<language>/<family>/<name>.toml`.

    Raises RuleError, which names the file, the key and the choices.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: not a readable TOML file: {error}") from error
    # Examples and messages make up most of a file, and a check needs few of them.
    head = text.partition("\n[[example]]")[0]
    whole = re.search(_LATER_TABLE, text[len(head) :])
    data = read_toml(path, text if whole else re.sub(_TEXT, "", head))
    reader = RuleReader(path, data)
    reader.known(data, KEYS, "")
    for key in REQUIRED:
        if key not in data:
            reader.fail(key, "is missing")
    code = reader.code()
    detector = reader.detector()
    parts = path.relative_to(folder).parts
    return Rule(
        code=code,
        name=path.stem,
        path=path,
        language=parts[0] if len(parts) > 1 else "common",
        severity=Severity(reader.choice("severity", [s.value for s in Severity])),
        mqm=reader.text("mqm"),
        safety=Safety(reader.choice("safety", [s.value for s in Safety])),
        default=reader.flag("default", True),
        profiles=reader.choices("profiles", PROFILES),
        sources=reader.texts("sources"),
        supersedes=reader.texts("supersedes"),
        detector=detector,
    )

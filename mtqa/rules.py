"""Rule files → rules, validated, with errors that name file, key and the nearest right choice."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import regex

from mtqa.bilingual.language import SOURCE_LANGUAGES
from mtqa.detectors import Detector
from mtqa.errors import RuleError
from mtqa.families import PROFILES
from mtqa.findings import Safety, Severity
from mtqa.rule_cache import kept

if TYPE_CHECKING:
    from mtqa.rule_reader import Example, RuleReader
    from mtqa.text import Document

__all__ = ["Rule", "builtin_folder", "load_rules", "parse_rule"]

_LATER_TABLE = r"(?m)^\[(?!\[example\]\])"
"""A table other than an example, after the first example."""


@dataclass(frozen=True)
class Rule:
    """One named check."""

    code: str
    name: str
    file: str
    language: str
    severity: Severity
    mqm: str
    safety: Safety
    default: bool
    profiles: tuple[str, ...]
    """The house styles that the rule belongs to; none for a rule of any style."""
    origins: tuple[str, ...]
    """The languages that what it finds is carried over from; none for any."""
    sources: tuple[str, ...]
    supersedes: tuple[str, ...]
    message: Mapping[str, str]
    """What a finding says, by language."""
    load: Callable[[], Detector] = field(repr=False, compare=False)
    """Gives the detector; of a rule that was kept, out of a pickle of its own."""

    @cached_property
    def detector(self) -> Detector:
        """What finds; made ready when it is asked for, so that a rule costs nothing that is off."""
        return self.load()

    @property
    def path(self) -> Path:
        """The rule file."""
        return Path(self.file)

    @property
    def family(self) -> str:
        """The three letters of the family."""
        return self.code[:3]

    # What only a reader needs is read when it is asked for.

    @cached_property
    def _texts(self) -> RuleReader:
        return _reader(self.path, _text(self.path))

    @cached_property
    def why(self) -> Mapping[str, str]:
        """The cause, and why it matters, by language. Raises RuleError where one is missing."""
        return self._texts.by_language("why", None)

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """The examples. Raises RuleError for a broken one."""
        return self._texts.examples()

    def applies_to(self, document: Document) -> bool:
        """Is this rule meant for texts in that language, and is what it compares there?

        What only one source language explains is looked for unless the source is in another.
        """
        if self.family == "ACC" and document.source is None:
            return False
        origin = document.source.language if document.source else document.source_language
        if self.origins and origin and origin not in self.origins:
            return False
        return self.language in ("common", document.language)


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
        own = folder == builtin
        for rule in kept(folder, regex.__version__, _packed_rules) if own else _team_rules(folder):
            if rule.code in rules:
                taken = rules[rule.code].path
                raise RuleError(f"{rule.path}: code: {rule.code} is taken by {taken}")
            rules[rule.code] = rule
    return tuple(rules[code] for code in sorted(rules))


def _packed_rules() -> list[Rule]:
    """mtqa's own rules, each with its detector in a pickle that is opened when the rule is on."""
    return [
        replace(rule, load=partial(pickle.loads, pickle.dumps(rule.detector)))
        for rule in _rules_in(builtin_folder())
    ]


def _team_rules(folder: Path) -> Iterator[Rule]:
    """The rules of a team; what mtqa's own are tested for is tested now."""
    for rule in _rules_in(folder):
        _ = rule.why, rule.examples
        yield rule


def _rules_in(folder: Path) -> Iterator[Rule]:
    for path in sorted(folder.rglob("*.toml")):
        rule = parse_rule(path, folder)
        try:
            _prepare(rule.detector)
        except ValueError as error:
            raise RuleError(f"{path}: detect: {error}") from error
        yield rule


def _prepare(detector: Detector) -> None:
    """Make now all that the detector makes of its parameters alone, whatever the text."""
    for kind in type(detector).__mro__:
        for name, value in vars(kind).items():
            if isinstance(value, cached_property):
                getattr(detector, name)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: not a readable TOML file: {error}") from error


def _reader(path: Path, text: str) -> RuleReader:
    # Rules that were kept are not read: most runs need neither the reader nor all detectors.
    from mtqa.rule_reader import RuleReader

    return RuleReader(path, text)


def parse_rule(path: Path, folder: Path) -> Rule:
    """Read one rule file that lies under `folder`, as `<language>/<family>/<name>.toml`.

    Raises RuleError, which names the file, the key and the choices.
    """
    text = _text(path)
    # Examples make up most of a file, and a check needs none of them.
    head = text.partition("\n[[example]]")[0]
    reader = _reader(path, text if re.search(_LATER_TABLE, text[len(head) :]) else head)
    reader.check_keys()
    detector = reader.detector()
    parts = path.relative_to(folder).parts
    return Rule(
        code=reader.code(),
        name=path.stem,
        file=str(path),
        language=parts[0] if len(parts) > 1 else "common",
        severity=Severity(reader.choice("severity", [s.value for s in Severity])),
        mqm=reader.text("mqm"),
        safety=Safety(reader.choice("safety", [s.value for s in Safety])),
        default=reader.flag("default", True),
        profiles=reader.choices("profiles", PROFILES),
        origins=reader.choices("from", SOURCE_LANGUAGES),
        sources=reader.texts("sources"),
        supersedes=reader.texts("supersedes"),
        message=reader.by_language("message", {"found", "correction", *detector.SLOTS}),
        load=lambda: detector,
    )

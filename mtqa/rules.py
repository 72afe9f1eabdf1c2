"""Rule files → rules, validated, with errors that name file, key and the nearest right choice."""

from __future__ import annotations

import re
import string
import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NoReturn

import tomli

from mtqa.detectors import DETECTORS, Detector, PatternDetector
from mtqa.errors import RuleError, nearest
from mtqa.findings import Safety, Severity
from mtqa.tables import Table

__all__ = [
    "FAMILIES",
    "Example",
    "Rule",
    "builtin_folder",
    "load_rules",
    "looks_like_code",
    "parse_rule",
]

FAMILIES: Mapping[str, str] = {
    "DUP": "duplication",
    "SEG": "segmentation",
    "UNT": "untranslated",
    "PUN": "punctuation",
    "TYP": "typography",
    "GRA": "grammar",
    "CON": "consistency",
    "CAL": "calque",
    "RES": "residue",
    "ACC": "accuracy",
}
"""Family letters → the name of its folder under `rules/<language>/`."""

UI_LANGUAGES = ("en", "fr")
_LATER_TABLE = r"(?m)^\[(?!\[example\]\])"
_KEYS = {
    "code", "severity", "mqm", "safety", "default", "sources", "supersedes",
    "message", "why", "detect", "example",
}  # fmt: skip
_REQUIRED = ("code", "severity", "mqm", "safety", "message", "why", "detect")
_EXAMPLE_KEYS = {"bad", "good", "found", "ok", "note"}


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule: either `bad` text (with `found` and `good`), or an `ok` one."""

    bad: str | None = None
    good: str | None = None
    found: str | None = None
    ok: str | None = None
    note: str | None = None


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
    sources: tuple[str, ...]
    supersedes: tuple[str, ...]
    message: Mapping[str, str]
    why: Mapping[str, str]
    detector: Detector

    @property
    def family(self) -> str:
        """The three letters of the family."""
        return self.code[:3]

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """The examples, read when they are asked for. Raises RuleError for a broken one."""
        return _Reader(self.path, _toml(self.path, self.path.read_text("utf-8"))).examples()

    def applies_to(self, language: str) -> bool:
        """Is this rule meant for texts in `language`?"""
        return self.language in ("common", language)


def looks_like_code(text: str) -> bool:
    """Could `text` be the code of a rule, or the beginning of one?"""
    return text[:3] in FAMILIES and (text[3:].isdigit() or not text[3:])


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
        for path in sorted(folder.rglob("*.toml")):
            rule = parse_rule(path, folder)
            if folder != builtin:
                _prepare(rule)
            if rule.code in rules:
                raise RuleError(f"{path}: code: {rule.code} is taken by {rules[rule.code].path}")
            rules[rule.code] = rule
    return tuple(rules[code] for code in sorted(rules))


def _prepare(rule: Rule) -> None:
    """Compile now what mtqa's own rules, tested as they are, leave to the first use."""
    try:
        _ = rule.examples
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
    # Examples make up most of a file, and a check needs none of them.
    head = text.partition("\n[[example]]")[0]
    data = _toml(path, text if re.search(_LATER_TABLE, text[len(head) :]) else head)
    reader = _Reader(path, data)
    reader.known(data, _KEYS, "")
    for key in _REQUIRED:
        if key not in data:
            reader.fail(key, "is missing")
    code = reader.code()
    detector = reader.detector()
    holes = {"found", "correction", *detector.SLOTS}
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
        sources=reader.texts("sources"),
        supersedes=reader.texts("supersedes"),
        message=reader.by_language("message", holes),
        why=reader.by_language("why", None),
        detector=detector,
    )


def _toml(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise RuleError(f"{path}: not a readable TOML file: {error}") from error


@cache
def _parameter_types(detector: str) -> dict[str, Any]:
    return typing.get_type_hints(DETECTORS[detector])


class _Reader:
    """Takes typed values out of one rule file, or says what is wrong with them."""

    def __init__(self, path: Path, data: dict[str, Any]) -> None:
        self.path = path
        self.data = data

    def fail(self, key: str, problem: str) -> NoReturn:
        raise RuleError(f"{self.path}: {key}: {problem}")

    def known(self, table: Mapping[str, Any], keys: Iterable[str], where: str) -> None:
        for key in table:
            if key not in set(keys):
                self.fail(f"{where}{key}", f"unknown key; {nearest(key, keys)}")

    def code(self) -> str:
        code = self.text("code")
        if not (looks_like_code(code) and len(code) == 6):
            self.fail("code", f"{code!r} is no family and three digits, such as 'DUP002'")
        return code

    def text(self, key: str) -> str:
        value = self.data[key]
        if not isinstance(value, str) or not value.strip():
            self.fail(key, "must be a text")
        return value

    def flag(self, key: str, default: bool) -> bool:
        value = self.data.get(key, default)
        if not isinstance(value, bool):
            self.fail(key, "must be true or false")
        return value

    def choice(self, key: str, choices: list[str]) -> str:
        value = self.text(key)
        if value not in choices:
            self.fail(key, f"unknown value {value!r}; {nearest(value, choices)}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fail(key, "must be a list of texts")
        return tuple(value)

    def by_language(self, key: str, holes: set[str] | None) -> Mapping[str, str]:
        value = self.data[key]
        if not isinstance(value, dict):
            self.fail(key, f"must give {key}.en and {key}.fr")
        self.known(value, UI_LANGUAGES, f"{key}.")
        for language in UI_LANGUAGES:
            if not isinstance(value.get(language), str):
                self.fail(f"{key}.{language}", "is missing or is no text")
            if holes is not None:
                self.check_holes(f"{key}.{language}", value[language], holes)
        return types.MappingProxyType(value)

    def check_holes(self, key: str, template: str, holes: set[str]) -> None:
        try:
            names = [name for _, name, _, _ in string.Formatter().parse(template)]
        except ValueError as error:
            self.fail(key, f"{error}; write {{{{ and }}}} for plain braces")
        for name in names:
            if name is not None and name not in holes:
                self.fail(key, f"unknown hole {{{name}}}; {nearest(name, holes)}")

    def detector(self) -> Detector:
        table = self.data["detect"]
        if not isinstance(table, dict) or not isinstance(table.get("use"), str):
            self.fail("detect.use", "must name a detector")
        name = table["use"]
        if name not in DETECTORS:
            self.fail("detect.use", f"unknown detector {name!r}; {nearest(name, DETECTORS)}")
        kind = DETECTORS[name]
        hints = _parameter_types(name)
        parameters = {field.name: field for field in fields(kind)}
        given = {key: value for key, value in table.items() if key != "use"}
        self.known({k.replace("-", "_"): v for k, v in given.items()}, parameters, "detect.")
        values: dict[str, Any] = {}
        for key, value in given.items():
            field = key.replace("-", "_")
            values[field] = self.parameter(f"detect.{key}", value, hints[field])
        for field_name, field_ in parameters.items():
            required = field_.default is MISSING and field_.default_factory is MISSING
            if required and field_name not in values:
                self.fail(f"detect.{field_name}", f"is missing; {name!r} needs it")
        try:
            detector: Detector = kind(**values)
        except ValueError as error:
            self.fail("detect", str(error))
        return detector

    def parameter(self, key: str, value: object, hint: Any) -> object:
        if typing.get_origin(hint) is types.UnionType:
            hint = next(arg for arg in typing.get_args(hint) if arg is not type(None))
        if hint is Table:
            if not isinstance(value, str) or not (self.path.parent / value).is_file():
                self.fail(key, f"no file {value!r} beside the rule")
            return Table(self.path.parent / str(value))
        if typing.get_origin(hint) in (tuple, frozenset):
            if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
                self.fail(key, "must be a list of texts")
            return typing.get_origin(hint)(value)
        if typing.get_origin(hint) is Mapping:
            if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
                self.fail(key, "must be a table of texts")
            return types.MappingProxyType(value)
        if hint is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if type(value) is not hint:
            self.fail(key, f"must be of type {getattr(hint, '__name__', hint)}")
        return value

    def examples(self) -> tuple[Example, ...]:
        examples = self.data.get("example", [])
        if not isinstance(examples, list):
            self.fail("example", "write each as [[example]]")
        return tuple(
            self.example(f"example {number}", table) for number, table in enumerate(examples, 1)
        )

    def example(self, where: str, table: dict[str, Any]) -> Example:
        self.known(table, _EXAMPLE_KEYS, f"{where}: ")
        if ("bad" in table) == ("ok" in table):
            self.fail(where, "must have either 'bad' or 'ok'")
        if "bad" in table and "found" not in table:
            self.fail(where, "'bad' needs 'found': the exact text of the finding")
        for key, value in table.items():
            if not isinstance(value, str):
                self.fail(f"{where}: {key}", "must be a text")
        return Example(**table)

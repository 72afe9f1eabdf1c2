"""One rule file taken apart: typed values, or errors that name file, key and the nearest choice."""

from __future__ import annotations

import string
import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import tomli

from mtqa.detectors import Detector
from mtqa.errors import RuleError, nearest
from mtqa.families import looks_like_code
from mtqa.parameters import fields_of
from mtqa.registry import DETECTORS
from mtqa.tables import Table

__all__ = ["Example", "RuleReader"]

UI_LANGUAGES = ("en", "fr")
_KEYS = {
    "code", "severity", "mqm", "safety", "default", "profiles", "from", "sources",
    "supersedes", "message", "why", "detect", "example",
}  # fmt: skip
_EXAMPLE_KEYS = {"bad", "good", "found", "ok", "source", "format", "glossary", "note"}
_FORMATS = ("string", "strings")
_REQUIRED = ("code", "severity", "mqm", "safety", "detect")


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule: either `bad` text (with `found` and `good`), or an `ok` one.

    `source` is the text that it translates; with the `format` `string` both are one string of a
    catalogue, whole, with `strings` each line of both is one. `glossary` holds terms, a line each,
    their columns parted by tabs.
    """

    bad: str | None = None
    good: str | None = None
    found: str | None = None
    ok: str | None = None
    source: str | None = None
    format: str | None = None
    glossary: str | None = None
    note: str | None = None


@cache
def _parameter_types(detector: str) -> dict[str, Any]:
    return typing.get_type_hints(DETECTORS[detector])


class RuleReader:
    """Takes typed values out of one rule file, or says what is wrong with them."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        try:
            self.data = tomli.loads(text)
        except tomli.TOMLDecodeError as error:
            raise RuleError(f"{path}: not a readable TOML file: {error}") from error

    def check_keys(self) -> None:
        """Are all keys known, and the ones that every rule needs there?"""
        self.known(self.data, _KEYS, "")
        for key in _REQUIRED:
            if key not in self.data:
                self.fail(key, "is missing")

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

    def choices(self, key: str, choices: Sequence[str]) -> tuple[str, ...]:
        values = self.texts(key)
        for value in values:
            if value not in choices:
                self.fail(key, f"unknown value {value!r}; {nearest(value, choices)}")
        return values

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fail(key, "must be a list of texts")
        return tuple(value)

    def by_language(self, key: str, holes: set[str] | None) -> Mapping[str, str]:
        value = self.data.get(key)
        if not isinstance(value, dict):
            self.fail(key, f"must give {key}.en and {key}.fr")
        self.known(value, UI_LANGUAGES, f"{key}.")
        for language in UI_LANGUAGES:
            if not isinstance(value.get(language), str):
                self.fail(f"{key}.{language}", "is missing or is no text")
            if holes is not None:
                self.check_holes(f"{key}.{language}", value[language], holes)
        return value

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
        parameters = {field.name: field for field in fields_of(kind)}
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
            return Table(str(self.path.parent / value))
        if typing.get_origin(hint) in (tuple, frozenset):
            if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
                self.fail(key, "must be a list of texts")
            return typing.get_origin(hint)(value)
        if typing.get_origin(hint) is Mapping:
            if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
                self.fail(key, "must be a table of texts")
            return value
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
        if "format" in table and (table["format"] not in _FORMATS or "source" not in table):
            known = "'string' or 'strings'"
            self.fail(f"{where}: format", f"can only be {known}, of an example with a source")
        return Example(**table)

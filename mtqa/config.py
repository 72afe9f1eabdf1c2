"""The configuration: `[tool.mtqa]` of the nearest pyproject.toml, or mtqa.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mtqa.bilingual.language import SOURCE_LANGUAGES
from mtqa.errors import ConfigError, nearest
from mtqa.families import PROFILES
from mtqa.select import Selection

__all__ = ["Config", "find_config", "load_config"]

LANGUAGES = ("fr",)
UI_LANGUAGES = ("en", "fr")


@dataclass(frozen=True)
class Config:
    """What a project has decided; paths are resolved against the file that named them."""

    target_language: str = "fr"
    source_language: str | None = None
    selection: Selection = field(default_factory=Selection)
    exclude: tuple[str, ...] = ()
    vocabulary: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    glossary: str | None = None
    baseline: str | None = None
    ui: str = "en"
    root: Path = field(default_factory=Path)
    """The folder of the configuration file; paths in its patterns are relative to it."""
    origin: str = "the command line"
    """The file that this came from, for messages."""


def find_config(start: Path) -> Path | None:
    """The nearest mtqa.toml, or pyproject.toml with `[tool.mtqa]`, at `start` or above it."""
    folder = start.resolve()
    if not folder.is_dir():
        folder = folder.parent
    for parent in (folder, *folder.parents):
        for name in ("mtqa.toml", "pyproject.toml"):
            path = parent / name
            if path.is_file() and (name == "mtqa.toml" or _table(path) is not None):
                return path
    return None


def load_config(path: Path) -> Config:
    """Read a configuration file. Raises ConfigError, which names file, key and choices."""
    table = _table(path)
    if table is None:
        raise ConfigError(f"{path}: has no table [tool.mtqa]")
    config = Config(root=path.parent, origin=str(path))
    selection: dict[str, Any] = {}
    for key, value in table.items():
        if key in _SELECTION:
            selection[key.replace("-", "_")] = _SELECTION[key](f"{path}: {key}", value)
        elif key in _PLAIN:
            config = replace(
                config, **{key.replace("-", "_"): _PLAIN[key](f"{path}: {key}", value)}
            )
        else:
            hint = nearest(key, [*_SELECTION, *_PLAIN])
            raise ConfigError(f"{path}: unknown key {key!r}; {hint}")
    rules = tuple(str(path.parent / folder) for folder in config.rules)
    baseline = str(path.parent / config.baseline) if config.baseline else None
    glossary = str(path.parent / config.glossary) if config.glossary else None
    return replace(
        config,
        selection=Selection(**selection),
        rules=rules,
        baseline=baseline,
        glossary=glossary,
    )


def _table(path: Path) -> Mapping[str, Any] | None:
    import tomli  # Most runs in a folder of texts find no configuration.

    try:
        data = tomli.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from error
    except tomli.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    if path.name != "pyproject.toml":
        return data
    table = data.get("tool", {}).get("mtqa")
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{path}: tool.mtqa must be a table")
    return table


def _text(where: str, value: object) -> str:
    if not isinstance(value, str):
        raise ConfigError(f"{where}: must be a text, not {value!r}")
    return value


def _texts(where: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f'{where}: must be a list of texts, such as ["DUP"], not {value!r}')
    return tuple(value)


def _lists(where: str, value: object) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise ConfigError(f"{where}: must be a table of path patterns and lists of codes")
    return {pattern: _texts(f"{where}.{pattern}", codes) for pattern, codes in value.items()}


def _one_of(choices: tuple[str, ...]) -> Callable[[str, object], str]:
    def read(where: str, value: object) -> str:
        text = _text(where, value)
        if text not in choices:
            raise ConfigError(f"{where}: unknown value {text!r}; {nearest(text, choices)}")
        return text

    return read


_SELECTION: Mapping[str, Callable[[str, object], Any]] = {
    "select": _texts,
    "ignore": _texts,
    "extend-select": _texts,
    "per-file-ignores": _lists,
    "profile": _one_of(PROFILES),
}
_PLAIN: Mapping[str, Callable[[str, object], Any]] = {
    "target-language": _one_of(LANGUAGES),
    "source-language": _one_of(SOURCE_LANGUAGES),
    "exclude": _texts,
    "vocabulary": _texts,
    "rules": _texts,
    "baseline": _text,
    "glossary": _text,
    "ui": _one_of(UI_LANGUAGES),
}

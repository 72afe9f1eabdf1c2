"""What columns of tables and keys of JSON lines are called that hold source and translation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mtqa.bilingual.language import SOURCE_LANGUAGES

__all__ = ["Columns", "columns"]

_TARGETS = (
    "target target_text tgt trg translation translated translated_text hypothesis hyp mt"
    " mt_output output prediction pred traduction cible"
).split()
_SOURCES = "source source_text src original original_text input source_segment texte_source".split()
_LANGUAGE_NAMES = {
    "fr": ("fr", "fra", "french", "français", "francais"),
    "en": ("en", "eng", "english", "anglais"),
    "es": ("es", "spa", "spanish", "espagnol", "español"),
}


class Columns(NamedTuple):
    """The name of the column of translations, and that of their sources, if there is one."""

    target: str
    source: str | None
    source_language: str | None


def columns(names: Iterable[str], language: str) -> Columns | None:
    """Which of these names, in any case, hold what; None where none holds translations.

    A role (`target`, `hypothesis`, …) goes before a language (`fr`).
    """
    known = {_plain(name): name for name in names}
    target = _first(known, (*_TARGETS, *_LANGUAGE_NAMES.get(language, (language,))))
    if target is None:
        return None
    source = _first(known, _SOURCES)
    for other in SOURCE_LANGUAGES:
        named = None if source else _first(known, _LANGUAGE_NAMES[other])
        if named is not None:
            return Columns(target, named, other)
    return Columns(target, source, None)


def _first(known: dict[str, str], names: Sequence[str]) -> str | None:
    return next((known[name] for name in names if name in known), None)


def _plain(name: str) -> str:
    """`Target (fr-FR)` is `target`, `fr_FR` is `fr`."""
    plain = name.strip().lower().partition("(")[0].strip().replace(" ", "_").replace("-", "_")
    head, _, place = plain.partition("_")
    return head if len(head) == 2 == len(place) else plain

"""JSON lines: of each object the translation, with its source where there is one."""

from __future__ import annotations

import json
from collections.abc import Iterator

from mtqa.bilingual.language import short_language
from mtqa.errors import ReadError
from mtqa.patterns import pattern
from mtqa.readers.building import Run, Sides, decoded
from mtqa.readers.columns import columns
from mtqa.readers.strings import string_masks, witnessed
from mtqa.spans import Lines, Span
from mtqa.text import Document

__all__ = ["read_jsonl"]

_TOKEN = pattern(r'"((?:[^"\\]|\\.)*+)"\s*(:?)|[{}\[\]]')
_ESCAPE = pattern(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u.{4}|\\.")
_NESTED = "translation"
"""The key under which data sets keep one text for each language."""
_LANGUAGES = ("target_lang", "target_language", "tgt_lang", "trg_lang")
_NOWHERE = Span(0, 0)


def read_jsonl(
    raw: str, *, path: str = "-", language: str = "fr", source_language: str | None = None
) -> Document:
    """Make the document of a file with one JSON object a line.

    Objects that say to be in another language are left out. Raises ReadError for what is no such
    object, and where no object has a translation.
    """
    sides = Sides()
    named = not raw.strip()
    for start, end in _lines(raw):
        texts = _texts(raw, start, end, path)
        told = next((raw[slice(*texts[key])] for key in _LANGUAGES if key in texts), language)
        found = columns(texts, language)
        named |= found is not None
        if found and short_language(told) == language:
            source = texts[found.source] if found.source else _NOWHERE
            source_language = source_language or found.source_language
            sides.add(_runs(raw, source), _runs(raw, texts[found.target]))
    if not named:
        raise ReadError(
            f"{path}: no translations; name their key target, or {language}, and source"
        )

    def write(text: str, _: Span) -> str:
        return json.dumps(text, ensure_ascii=raw.isascii())[1:-1]

    return sides.document(
        raw, string_masks, write, path=path, language=language,
        source_language=source_language, witness=witnessed,
    )  # fmt: skip


def _lines(raw: str) -> Iterator[Span]:
    start = 0
    while start < len(raw):
        end = raw.find("\n", start)
        end = end if end >= 0 else len(raw)
        if raw[start:end].strip():
            yield Span(start, end)
        start = end + 1


def _texts(raw: str, start: int, end: int, path: str) -> dict[str, Span]:
    """Where the contents of the texts of the object stand, by key; the last of a key counts."""
    _check(raw, start, end, path)
    texts: dict[str, Span] = {}
    depth = 0
    keys: list[str] = [""]
    for match in _TOKEN.finditer(raw, start, end):
        sign = match[0][0]
        if sign in "{[":
            depth += 1
            keys = [*keys[:depth], ""] if depth <= 2 else keys
        elif sign in "}]":
            depth -= 1
        elif match[2]:
            if depth <= 2:
                keys[depth : depth + 1] = [match[1]]
        elif depth == 1 and keys[1]:
            texts[keys[1]] = Span(*match.span(1))
        elif depth == 2 and keys[1] == _NESTED and keys[2]:
            texts.setdefault(keys[2], Span(*match.span(1)))
    return texts


def _check(raw: str, start: int, end: int, path: str) -> None:
    try:
        found = json.loads(raw[start:end])
    except json.JSONDecodeError as error:
        what = error.msg[0].lower() + error.msg[1:]
        raise _error(raw, start + error.colno - 1, path, f"not JSON: {what}") from error
    except RecursionError as error:
        raise _error(raw, start, path, "nested too deep to be read") from error
    if not isinstance(found, dict):
        raise _error(raw, start, path, "not an object; each line is to hold one")


def _error(raw: str, at: int, path: str, what: str) -> ReadError:
    line, column = Lines(raw).position(at)
    return ReadError(f"{path}:{line}:{column}: {what}")


def _runs(raw: str, text: Span) -> Iterator[Run]:
    return decoded(raw, text, "\\", _ESCAPE, _meaning)


def _meaning(escape: str) -> str:
    """What an escape stands for; half of a pair stands for nothing that can be written."""
    text: str = json.loads(f'"{escape}"')
    return "\ufffd" if "\ud800" <= text <= "\udfff" else text

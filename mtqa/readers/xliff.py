"""XLIFF 1.2 and 2: each target with its source; inline codes are masked, notes may silence."""

from __future__ import annotations

from mtqa.bilingual.language import short_language
from mtqa.readers.inline import Content, TagReader
from mtqa.readers.markup import Tag
from mtqa.readers.strings import string_masks
from mtqa.text import Document

__all__ = ["read_xliff"]

_HINT = "the tool that wrote it can write it anew"
_UNITS = ("trans-unit", "unit")
_HOLDERS = ("trans-unit", "segment")
"""Elements whose own source and target belong together."""
_UNTRANSLATED = ("new", "needs-translation", "initial")


def read_xliff(
    raw: str, *, path: str = "-", language: str = "fr", source_language: str | None = None
) -> Document:
    """Make the document of an XLIFF file; targets that only repeat their source are left out.

    Languages that the file names overrule the others. Raises ReadError where it is no XLIFF.
    """
    reader = _Reader(raw)
    reader.read(path, "xliff", _HINT)
    document = reader.sides.document(
        raw,
        string_masks,
        reader.write,
        path=path,
        language=short_language(reader.target_language) or language,
        source_language=short_language(reader.source_language) or source_language,
        wrapped=True,
    )
    document.remarks = reader.remarks
    return document


class _Reader(TagReader):
    """Knows in which elements it stands."""

    def __init__(self, raw: str) -> None:
        super().__init__(raw)
        self.source_language = ""
        self.target_language = ""
        self._sides: dict[str, tuple[Content, str]] = {}
        self._depth = 0

    def open(self, tag: Tag) -> None:
        """Begin a text, or see which languages the file names."""
        name = tag.local
        if name in ("xliff", "file"):
            self.source_language = self.source_language or (
                tag.get("source-language") or tag.get("srcLang")
            )
            self.target_language = self.target_language or (
                tag.get("target-language") or tag.get("trgLang")
            )
        elif name in ("source", "target") and self._is_translated():
            self.content = Content(self.raw, self.write)
            self._depth = len(self.path)

    def _is_translated(self) -> bool:
        """Is this the source or target of a unit, and not of a suggestion beside it?"""
        holder = self.path[-1] if self.path else None
        return (
            holder is not None
            and holder.local in _HOLDERS
            and not any(tag.get("translate") == "no" for tag in self.path[-3:])
        )

    def close(self, opened: Tag, tag: Tag) -> None:
        """End a text, a note or a unit."""
        name = opened.local
        if self.content is not None and len(self.path) == self._depth:
            state = opened.get("state") or self.path[-1].get("state")
            self._sides[name] = (self.content, state)
            self.content = None
        elif self.content is not None:
            self.content.close(opened, tag)
        elif name in _HOLDERS:
            self._add()
        elif name == "note":
            self.note(opened, tag)
        if name in _UNITS:
            self.end_unit(opened, tag)

    def _add(self) -> None:
        sides, self._sides = self._sides, {}
        if len(sides) < 2:
            return
        (source, _), (target, state) = sides["source"], sides["target"]
        if state not in _UNTRANSLATED or source.text != target.text:
            self.sides.add_choices(source.runs, target.runs)

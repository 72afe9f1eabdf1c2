"""XLIFF 1.2 and 2: each target with its source; inline codes are masked, notes may silence."""

from __future__ import annotations

from mtqa.bilingual.language import short_language
from mtqa.errors import ReadError
from mtqa.readers.building import Sides
from mtqa.readers.inline import Content
from mtqa.readers.markup import Tag, Writer, check_xml, scan
from mtqa.readers.strings import string_masks
from mtqa.spans import Remark, Span
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
    check_xml(raw, path, _HINT)
    reader = _Reader(raw)
    for tag in scan(raw):
        reader.take(tag)
    if reader.root != "xliff":
        raise ReadError(f"{path}: not XLIFF: its root is <{reader.root}>, not <xliff>")
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


class _Reader:
    """Follows the tags, and knows in which elements it stands."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.root = ""
        self.source_language = ""
        self.target_language = ""
        self.sides = Sides()
        self.write = Writer()
        self.remarks: list[Remark] = []
        self._path: list[Tag] = []
        self._sides: dict[str, tuple[Content, str]] = {}
        self._content: Content | None = None
        self._depth = 0
        self._notes: list[Span] = []

    def take(self, tag: Tag) -> None:
        """Take the text before the tag, then the tag."""
        if self._content is not None:
            self._content.take(tag)
        if not tag.name:
            return
        if tag.opens:
            self._open(tag)
            self._path.append(tag)
        if tag.closes and self._path:
            self._close(self._path.pop(), tag)

    def _open(self, tag: Tag) -> None:
        name = tag.local
        if self._content is not None:
            self._content.open(tag)
            return
        if not self._path:
            self.root = name
        if name in ("xliff", "file"):
            self.source_language = self.source_language or (
                tag.get("source-language") or tag.get("srcLang")
            )
            self.target_language = self.target_language or (
                tag.get("target-language") or tag.get("trgLang")
            )
        elif name in ("source", "target") and self._is_translated():
            self._content = Content(self.raw, self.write)
            self._depth = len(self._path)

    def _is_translated(self) -> bool:
        """Is this the source or target of a unit, and not of a suggestion beside it?"""
        holder = self._path[-1] if self._path else None
        return (
            holder is not None
            and holder.local in _HOLDERS
            and not any(tag.get("translate") == "no" for tag in self._path[-3:])
        )

    def _close(self, opened: Tag, tag: Tag) -> None:
        name = opened.local
        if self._content is not None and len(self._path) == self._depth:
            state = opened.get("state") or self._path[-1].get("state")
            self._sides[name] = (self._content, state)
            self._content = None
        elif self._content is not None:
            self._content.close(opened, tag)
        elif name in _HOLDERS:
            self._add()
        elif name == "note" and "mtqa:" in self.raw[opened.span.end : tag.span.start]:
            self._notes.append(Span(opened.span.end, tag.span.start))
        if name in _UNITS:
            scope = Span(opened.span.start, tag.span.end)
            self.remarks += (Remark(note, scope) for note in self._notes)
            self._notes = []

    def _add(self) -> None:
        sides, self._sides = self._sides, {}
        if len(sides) < 2:
            return
        (source, _), (target, state) = sides["source"], sides["target"]
        if state not in _UNTRANSLATED or source.text != target.text:
            self.sides.add_choices(source.runs, target.runs)

"""TMX, translation memories: the variant in the target language with the one in the source's."""

from __future__ import annotations

from mtqa.bilingual.language import SOURCE_LANGUAGES, short_language
from mtqa.errors import ReadError
from mtqa.readers.building import Sides
from mtqa.readers.inline import Content
from mtqa.readers.markup import Tag, Writer, check_xml, scan
from mtqa.readers.strings import string_masks, witnessed
from mtqa.spans import Remark, Span
from mtqa.text import Document

__all__ = ["read_tmx"]


def read_tmx(
    raw: str, *, path: str = "-", language: str = "fr", source_language: str | None = None
) -> Document:
    """Make the document of a TMX file: of each unit the variant in `language`.

    The source is the variant in `source_language`; where that is not told, the one in the
    language that the file gives as its source, else in any that mtqa compares. Raises ReadError
    where it is no TMX.
    """
    check_xml(raw, path, "export it anew")
    reader = _Reader(raw, language, source_language)
    for tag in scan(raw):
        reader.take(tag)
    if reader.root != "tmx":
        raise ReadError(f"{path}: not TMX: its root is <{reader.root}>, not <tmx>")
    document = reader.sides.document(
        raw,
        string_masks,
        reader.write,
        path=path,
        language=language,
        source_language=reader.source,
        wrapped=True,
        witness=witnessed,
    )
    document.remarks = reader.remarks
    return document


class _Reader:
    """Follows the tags, and keeps the variants of the unit where it stands."""

    def __init__(self, raw: str, language: str, source_language: str | None) -> None:
        self.raw = raw
        self.root = ""
        self.source = source_language
        self.sides = Sides()
        self.write = Writer()
        self.remarks: list[Remark] = []
        self._language = language
        self._path: list[Tag] = []
        self._variants: dict[str, Content] = {}
        self._content: Content | None = None
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
        if self._content is not None:
            self._content.open(tag)
        elif tag.local == "seg" and self._path and self._path[-1].local == "tuv":
            self._content = Content(self.raw, self.write)
        elif not self._path:
            self.root = tag.local
        elif tag.local == "header" and self.source is None:
            declared = short_language(tag.get("srclang"))
            self.source = declared if declared in SOURCE_LANGUAGES else None

    def _close(self, opened: Tag, tag: Tag) -> None:
        if opened.local == "seg" and self._content is not None:
            variant = self._path[-1]
            language = short_language(variant.get("xml:lang") or variant.get("lang"))
            self._variants.setdefault(language, self._content)
            self._content = None
        elif self._content is not None:
            self._content.close(opened, tag)
        elif opened.local == "note" and "mtqa:" in self.raw[opened.span.end : tag.span.start]:
            self._notes.append(Span(opened.span.end, tag.span.start))
        elif opened.local == "tu":
            scope = Span(opened.span.start, tag.span.end)
            self.remarks += (Remark(note, scope) for note in self._notes)
            self._notes = []
            self._add()

    def _add(self) -> None:
        variants, self._variants = self._variants, {}
        if self.source is None:
            self.source = next((name for name in SOURCE_LANGUAGES if name in variants), None)
        target = variants.get(self._language)
        if target is not None:
            source = variants.get(self.source or "")
            self.sides.add(source.runs if source else (), target.runs)

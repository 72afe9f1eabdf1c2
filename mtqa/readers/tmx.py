"""TMX, translation memories: the variant in the target language with the one in the source's."""

from __future__ import annotations

from mtqa.bilingual.language import SOURCE_LANGUAGES, short_language
from mtqa.readers.inline import Content, TagReader
from mtqa.readers.markup import Tag
from mtqa.readers.strings import string_masks, witnessed
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
    reader = _Reader(raw, language, source_language)
    reader.read(path, "tmx", "export it anew")
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


class _Reader(TagReader):
    """Keeps the variants of the unit where it stands."""

    def __init__(self, raw: str, language: str, source_language: str | None) -> None:
        super().__init__(raw)
        self.source = source_language
        self._language = language
        self._variants: dict[str, Content] = {}

    def open(self, tag: Tag) -> None:
        """Begin a text, or see what language the file gives as its source."""
        if tag.local == "seg" and self.path and self.path[-1].local == "tuv":
            self.content = Content(self.raw, self.write)
        elif tag.local == "header" and self.source is None:
            declared = short_language(tag.get("srclang"))
            self.source = declared if declared in SOURCE_LANGUAGES else None

    def close(self, opened: Tag, tag: Tag) -> None:
        """End a text, a note or a unit."""
        if opened.local == "seg" and self.content is not None:
            variant = self.path[-1]
            language = short_language(variant.get("xml:lang") or variant.get("lang"))
            self._variants.setdefault(language, self.content)
            self.content = None
        elif self.content is not None:
            self.content.close(opened, tag)
        elif opened.local == "note":
            self.note(opened, tag)
        elif opened.local == "tu":
            self.end_unit(opened, tag)
            self._add()

    def _add(self) -> None:
        variants, self._variants = self._variants, {}
        if self.source is None:
            self.source = next((name for name in SOURCE_LANGUAGES if name in variants), None)
        target = variants.get(self._language)
        if target is not None:
            source = variants.get(self.source or "")
            self.sides.add(source.runs if source else (), target.runs)

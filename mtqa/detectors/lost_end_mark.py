"""A text that ends in a mark in the source, and in a bare word in the translation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.spacing import space_before
from mtqa.parameters import parameters
from mtqa.text import Document, Span

__all__ = ["LostEndMark"]


@parameters
class LostEndMark:
    """A text whose source ends in one of `marks`, all written as the first of them.

    The correction puts the mark, with the space that the text gives it elsewhere.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("source",)

    marks: tuple[str, ...]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for the last word of every such text."""
        source = document.source
        if source is None or not any(mark in source.text for mark in self.marks):
            return
        for one, other in document.strings():
            original = source.text[slice(*one)].rstrip()
            mark = next((mark for mark in self.marks if original.endswith(mark)), None)
            target = document.text[slice(*other)].rstrip()
            if mark is None or not target[-1:].isalnum() or self._is_said(target):
                continue
            end = other.start + len(target)
            at = one.start + len(original)
            space = space_before(document.text, ":") if self.marks[0] == ":" else ""
            yield Hit(
                document.last_word(other),
                ((Edit(Span(end, end), f"{space}{self.marks[0]}"),),),
                {"source": mark},
                source=(Span(at - len(mark), at),),
            )

    def _is_said(self, target: str) -> bool:
        """Has the translation the mark elsewhere?"""
        return any(mark in target for mark in self.marks)

"""How a text stands in its file, where the file is no more than the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mtqa.glossary import Term
from mtqa.spans import OffsetMap, Remark, Span

__all__ = ["Placement"]


class Placement:
    """What a document answers about its file; a text put together from excerpts says otherwise.

    `units` are the spans of source and translation that the file holds side by side; `remarks`
    its own comments that speak of mtqa. `glossary` holds the terms that its team decided on.
    """

    raw: str
    map: OffsetMap
    units: Sequence[tuple[Span, Span]] = ()
    remarks: Sequence[Remark] = ()
    glossary: Sequence[Term] = ()

    @property
    def prose(self) -> str:
        """What tells whether the text is about programs: all of it, with what is masked."""
        return self.raw

    def behind(self, span: Span) -> str:
        """What the file says at this span of the text, as a reader would see it, masked or not."""
        raw = self.map.raw(span)
        return self.raw[raw.start : raw.end]

    def written(self, span: Span, text: str) -> str | None:
        """How the file writes `text` in place of this span of the text; None if it cannot."""
        return text

    def is_unit(self, span: Span) -> bool:
        """Is this span all that translates one text of the source, in a file that holds both?"""
        return False

    def is_together(self, spans: Iterable[Span]) -> bool:
        """Do these spans stand in one text, not in several that only share a file?"""
        return True

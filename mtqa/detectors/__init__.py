"""What finds: each detector is a module of its own, named in `mtqa.registry`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Protocol

from mtqa.findings import Hit
from mtqa.text import Document

__all__ = ["Detector"]


class Detector(Protocol):
    """Finds hits in a document; holds parameters and no state."""

    SLOTS: ClassVar[tuple[str, ...]]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield the hits in the document, in any order."""

"""Comments that silence nothing; the engine finds them, once everything else is found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["UnusedSuppression"]


@parameters
class UnusedSuppression:
    """A suppression comment without effect: its defect is gone, or its code is wrong."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield nothing: what is unused shows only after all other rules have run."""
        yield from ()

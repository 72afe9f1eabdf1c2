"""A question or an exclamation of the source that ends otherwise in the translation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.spacing import space_before
from mtqa.parameters import parameters
from mtqa.text import Document, Pair

__all__ = ["ChangedEndMark"]

_CLOSERS = ")]»”\"’'›*_ \u00a0\u202f"


@parameters
class ChangedEndMark:
    """A sentence that ends in `mark` in the source and in a full stop in the translation."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    mark: str

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for the stop of every such sentence; the correction puts the mark."""
        for pair in document.pairs():
            one, other = pair.source.rstrip(_CLOSERS), pair.target.rstrip(_CLOSERS)
            if not one.endswith(self.mark) or not other.endswith(".") or other.endswith(".."):
                continue
            if self._is_alone(pair):
                span = pair.in_target(len(other) - 1, len(other))
                source = pair.in_source(len(one) - 1, len(one))
                text = f"{space_before(document.text, self.mark)}{self.mark}"
                yield Hit.replacing(span, text, source=(source,))

    def _is_alone(self, pair: Pair) -> bool:
        """Has the source just this one, and the translation none elsewhere?"""
        return pair.source.count(self.mark) == 1 and self.mark not in pair.target

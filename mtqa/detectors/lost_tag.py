"""Tags of the source that the translation leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.readers.strings import ELEMENTS, placeholder_spans
from mtqa.text import Document, Span

__all__ = ["LostTag"]

_TAG = pattern(r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]*)(?P<attributes>\s[^<>]{0,500})?/?>")


@parameters
class LostTag:
    """Tags of HTML that stand in a text of the source and nowhere in its translation.

    The span is the last word. What the tags hold besides placeholders may differ.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("source",)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each text that lost one; where it belongs is not known."""
        for source, target, one, other in _texts(document):
            if "<" not in source:
                continue
            lost = _tags(source) - _tags(target)
            if lost:
                slots = {"source": ", ".join(lost)}
                yield Hit(document.last_word(other), slots=slots, source=(one,))


def _texts(document: Document) -> Iterator[tuple[str, str, Span, Span]]:
    """The texts of both sides with all their tags, and where they stand."""
    if document.units:
        for (one, other), (source, target) in zip(
            document.units, document.unit_texts(), strict=True
        ):
            yield source, target, one, other
    else:
        for pair in document.pairs():
            yield pair.source, pair.target, *pair.segment


def _tags(text: str) -> Counter[str]:
    tags: Counter[str] = Counter()
    for match in _TAG.finditer(text):
        name = match["name"].lower()
        if name in ELEMENTS:
            attributes = match["attributes"] or ""
            held = "".join(f" {attributes[a:b]}" for a, b in placeholder_spans(attributes))
            tags[f"<{match['close']}{name}{held}>"] += 1
    return tags

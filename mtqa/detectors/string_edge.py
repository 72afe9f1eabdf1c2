"""White space at the edges of a string that is not the source's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.bare import bare
from mtqa.findings import Hit
from mtqa.parameters import parameters
from mtqa.text import Document, Pair

__all__ = ["ChangedEdge"]

_STOPS = ".:;,!?…"


@parameters
class ChangedEdge:
    """A string that begins or ends with white space where its source does not, or the reverse.

    No-break spaces count as spaces, and one that belongs to a French mark does not.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such edge; the correction takes the source's white space."""
        if not document.units:
            return
        document = bare(document)
        for pair in document.pairs():
            one, other = pair.source, pair.target
            if one[0].isspace() or other[0].isspace():
                yield from _at_start(document, pair)
            if one[-1].isspace() or other[-1].isspace():
                yield from _at_end(document, pair)


def _at_start(document: Document, pair: Pair) -> Iterator[Hit]:
    ones, others = pair.source.lstrip(), pair.target.lstrip()
    one = pair.source[: len(pair.source) - len(ones)]
    other = pair.target[: len(pair.target) - len(others)]
    if ones and others and _differ(document, one, other) and not (not one and others[0] in _STOPS):
        span = pair.in_target(0, max(len(other), 1))
        text = one if other else one + pair.target[0]
        source = (pair.in_source(0, len(one)),) if one else ()
        yield Hit.replacing(span, text, source=source, bare=True)


def _at_end(document: Document, pair: Pair) -> Iterator[Hit]:
    ones, others = pair.source.rstrip(), pair.target.rstrip()
    one, other = pair.source[len(ones) :], pair.target[len(others) :]
    if ones and others and _differ(document, one, other) and not (not one and others[-1] == "«"):
        end = len(pair.target)
        span = pair.in_target(min(len(others), end - 1), end)
        text = one if other else pair.target[-1] + one
        source = (pair.in_source(len(ones), len(pair.source)),) if one else ()
        yield Hit.replacing(span, text, source=source, bare=True)


def _differ(document: Document, one: str, other: str) -> bool:
    if "\n" in one + other:
        # In XML, line ends are there for those who read the file.
        is_xml = document.raw.lstrip("\ufeff")[:1] == "<"
        return not is_xml and ("\n" in one) != ("\n" in other)
    return bool(one) != bool(other)

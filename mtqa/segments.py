"""Parts of a source and of its translation that belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from mtqa.spans import Span
from mtqa.views import Paragraph, Sentence

__all__ = ["Pair", "Segment", "align_paragraphs", "align_sentences"]


class Segment(NamedTuple):
    """Sentences of the source and those that translate them, as spans of both texts.

    One of the two spans is empty where sentences were left out or added; it then stands where
    they would have been.
    """

    source: Span
    target: Span


class Pair(NamedTuple):
    """A segment with the texts of both its sides."""

    segment: Segment
    source: str
    target: str

    def in_source(self, start: int, end: int) -> Span:
        """The span of the source's text from these offsets of `source`."""
        return Span(self.segment.source.start + start, self.segment.source.start + end)

    def in_target(self, start: int, end: int) -> Span:
        """The span of the text from these offsets of `target`."""
        return Span(self.segment.target.start + start, self.segment.target.start + end)


class Side(Protocol):
    """What alignment asks of a document."""

    text: str

    def span(self, first: int, last: int) -> Span:
        """The span of text from token `first` to token `last`, both included."""

    def sentences_of(self, blocks: Sequence[Paragraph]) -> list[Sentence]:
        """The sentences of consecutive paragraphs."""


Run = TypeVar("Run", Paragraph, Sentence)


def align_paragraphs(
    source: Side, ones: Sequence[Paragraph], target: Side, others: Sequence[Paragraph]
) -> Iterator[Segment]:
    """The sentences of these paragraphs side by side, in order."""
    last = Segment(Span(0, 0), Span(0, 0))
    for few, some in _beads(source, ones, target, others):
        sentences = source.sentences_of(few), target.sentences_of(some)
        for segment in align_sentences(source, sentences[0], target, sentences[1], last):
            last = segment
            yield segment


def align_sentences(
    source: Side,
    ones: Sequence[Sentence],
    target: Side,
    others: Sequence[Sentence],
    after: Segment,
) -> Iterator[Segment]:
    """These sentences side by side, in order; they stand behind the segment `after`."""
    left, right = after
    for few, some in _beads(source, ones, target, others):
        left = _over(source, few) or Span(left.end, left.end)
        right = _over(target, some) or Span(right.end, right.end)
        yield Segment(left, right)


def _beads(
    source: Side, ones: Sequence[Run], target: Side, others: Sequence[Run]
) -> Iterator[tuple[Sequence[Run], Sequence[Run]]]:
    """The paragraphs, or sentences, of source and target that belong together."""
    # Most runs have no source, and none of those pays for the alignment.
    from mtqa.bilingual.alignment import align, unit

    units = [
        [unit(side.text[slice(*side.span(run.first, run.last - 1))]) for run in runs]
        for side, runs in ((source, ones), (target, others))
    ]
    for bead in align(*units):
        yield ones[slice(*bead.source)], others[slice(*bead.target)]


def _over(side: Side, runs: Sequence[Run]) -> Span | None:
    return side.span(runs[0].first, runs[-1].last - 1) if runs else None

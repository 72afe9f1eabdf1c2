"""A sentence or a paragraph that comes a second time, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.parameters import parameters
from mtqa.text import Document, Span
from mtqa.views import Paragraph, Sentence

__all__ = ["RepeatedPassageDetector"]

_SHORTEST_SENTENCE = 7
_SHORTEST_PARAGRAPH = 14
_NEAR = 3
"""Paragraphs between a paragraph and its copy."""
_DASHES = frozenset("-–—•*")


@parameters
class RepeatedPassageDetector:
    """The same sentence twice in a row, or the same paragraph twice within a few paragraphs.

    Short ones, those under a heading of their own, questions, exclamations, dialogue and what
    comes three times are left alone.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every second copy, with the first one beside it."""
        yield from _sentences(document)
        yield from _paragraphs(document)


def _sentences(document: Document) -> Iterator[Hit]:
    lower = document.tokens.lower
    before: Sentence | None = None
    for one, other in pairwise(document.sentences):
        length = one.last - one.first
        again = (
            length >= _SHORTEST_SENTENCE
            and length == other.last - other.first
            and lower[one.first : one.last] == lower[other.first : other.last]
        )
        if again and before != one and _is_statement(document, one.first, one.last):
            same = document.paragraph_of(one.first) == document.paragraph_of(other.first)
            if same and not _goes_on(document, other):
                yield _hit(document, one, other)
        before = other if again else None


def _goes_on(document: Document, sentence: Sentence) -> bool:
    """Does the same sentence follow once more?"""
    lower = document.tokens.lower
    after = sentence.last + sentence.last - sentence.first
    return lower[sentence.first : sentence.last] == lower[sentence.last : after]


def _paragraphs(document: Document) -> Iterator[Hit]:
    seen: dict[tuple[str, ...], list[int]] = {}
    blocks = document.paragraphs
    for number, block in enumerate(blocks):
        if block.last - block.first >= _SHORTEST_PARAGRAPH:
            key = tuple(document.tokens.lower[block.first : block.last])
            seen.setdefault(key, []).append(number)
    for numbers in seen.values():
        if len(numbers) == 2 and numbers[1] - numbers[0] <= _NEAR:
            one, other = (blocks[number] for number in numbers)
            between = blocks[numbers[0] + 1 : numbers[1]]
            if all(_is_statement(document, *block) for block in (one, *between)):
                yield _hit(document, one, other)


def _is_statement(document: Document, first: int, last: int) -> bool:
    """Is it prose that ends in a full stop, and no line of dialogue or list?"""
    forms = document.tokens.forms
    block = document.paragraph_of(first)
    return (
        forms[last - 1] == "."
        and forms[first][0].isupper()
        and forms[block.first] not in _DASHES
        and sum(form.isalpha() for form in forms[first:last]) > 0.6 * (last - first)
    )


def _hit(document: Document, one: Sentence | Paragraph, other: Sentence | Paragraph) -> Hit:
    span = document.span(other.first, other.last - 1)
    before = document.tokens.ends[other.first - 1]
    delete = Edit(Span(before, span.end), "")
    return Hit(span, ((delete,),), related=(document.span(one.first, one.last - 1),))

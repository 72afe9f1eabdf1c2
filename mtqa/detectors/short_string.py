"""Strings of which nothing, or too little, was translated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.parameters import parameters
from mtqa.text import MASK, Document

__all__ = ["EmptyString", "ShortString"]

_FEWEST = 5
"""Letters of a source that is a word and no sign or key."""
_SHORT, _LONG = 60, 90
"""Code points of a source below which a translation may well be short, and of one where not."""
_SHARE = {"en": 0.4, "es": 0.38}
_SHARE_OF_LONG = {"en": 0.52, "es": 0.48}
"""The least share of its length that a translation from that language has been seen to have.

Of human translations 95 in 100 have 0.87 and 0.77 or more.
"""


@parameters
class EmptyString:
    """A string of white space or marks alone, whose source has words."""

    SLOTS: ClassVar[tuple[str, ...]] = ("source",)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each."""
        source = document.source
        for one, other in document.units if source else ():
            text = document.text[slice(*other)]
            if MASK in text or any(map(str.isalnum, text)):
                continue
            original = source.text[slice(*one)].strip() if source else ""
            if sum(map(str.isalpha, original)) >= _FEWEST:
                yield Hit(other, slots={"source": original}, source=(one,))


@parameters
class ShortString:
    """A string far shorter than any translation of its source would be."""

    SLOTS: ClassVar[tuple[str, ...]] = ("source",)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for the last word of each."""
        source = document.source
        if source is None:
            return
        for one, other in document.strings():
            length = one.end - one.start
            if length < _SHORT or other.end - other.start > 0.6 * length:
                continue
            original = source.text[slice(*one)].strip()
            share = len(document.text[slice(*other)].strip()) / max(len(original), 1)
            least = (_SHARE if length < _LONG else _SHARE_OF_LONG)[source.language]
            if 0 < share < least and _is_prose(original):
                yield Hit(document.last_word(other), slots={"source": original}, source=(one,))


def _is_prose(text: str) -> bool:
    """Is it words for the most part, none of them given in other words in brackets?"""
    letters = sum(letter.isalpha() or letter == " " for letter in text)
    return letters > 0.8 * len(text) and "\n" not in text and text.count(MASK) < 3

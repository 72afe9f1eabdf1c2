"""Access keys of menus and buttons, « &File », « _File », that the translation lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from mtqa.bare import bare
from mtqa.findings import Edit, Hit
from mtqa.languages.fr.names import unaccented
from mtqa.lexicon import lookup
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.text import Document, Pair

__all__ = ["AccessKey"]

_LONGEST = 60
_KEY = {
    "&": pattern(r"(?<![&\w])&(?=[^\W_])(?!\w+;)|(?<=[^\W\d_])&(?=[a-zß-ÿ])(?!\w+;)"),
    "_": pattern(r"(?<![\w*\\/.:-])_(?=[^\W\d_][^\W_]*(?!\w))|(?<=[^\W\d_])_(?=[a-zß-ÿ])"),
}
_NO_LABEL = pattern(r"[=/\\<>(){}]|__|_\W|&&|_\Z")
_WORD = pattern(r"[^\W_]+")
_KNOWN = 25
"""Zipf×10 from which the letters around a key in mid-word are taken for one word."""


@parameters
class AccessKey:
    """A short string with one access key in the source and none of the kind in the translation."""

    SLOTS: ClassVar[tuple[str, ...]] = ("source",)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for the first word of each; the correction marks its letter."""
        if not document.units:
            return
        document = bare(document)
        for pair in document.pairs():
            if len(pair.source) <= _LONGEST:
                for sign in "&_":
                    if sign in pair.source and sign not in pair.target:
                        yield from _hit(pair, sign)


def _hit(pair: Pair, sign: str) -> Iterator[Hit]:
    found = list(_KEY[sign].finditer(pair.source))
    words = list(_WORD.finditer(pair.target))
    if len(found) != 1 or pair.source.count(sign) != 1 or not words:
        return
    at = found[0].start()
    if _NO_LABEL.search(pair.source) or not _marks_word(pair.source, at):
        return
    letter = pair.source[at + 1].lower()
    place = next(
        (word.start() for word in words if unaccented(word[0]).lower().startswith(letter)),
        words[0].start(),
    )
    yield Hit(
        pair.in_target(*words[0].span()),
        ((Edit(pair.in_target(place, place), sign),),),
        slots={"source": pair.source[at : at + 2]},
        source=(pair.in_source(at, at + 2),),
        bare=True,
    )


def _marks_word(source: str, at: int) -> bool:
    """Do the letters on both sides of the sign make one word, if there are any before it?"""
    before = re.search(r"[^\W_]*\Z", source[:at])
    after = _WORD.match(source, at + 1)
    if not before or not before[0] or not after:
        return True
    if not before[0][0].isupper():
        return False
    entry = lookup((before[0] + after[0]).lower())
    return max(entry.en, entry.es) >= _KNOWN

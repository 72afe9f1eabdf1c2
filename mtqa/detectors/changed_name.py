"""A name that is spelled otherwise in the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.names import unaccented
from mtqa.lexicon import lookup
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.text import Document, Pair

__all__ = ["ChangedName"]

# No raised figures, which call a note.
_NAME = pattern(
    r"(?<![\w-])(?<![A-Z][’'])[A-ZÀ-Ý][^\W\d_²³¹⁰-⁹]*[a-zß-ÿ][^\W\d_²³¹⁰-⁹]*(?![\w-]|['’]\w{2})"
)
_SHORTEST = 5
_LONG = 8
"""Names of so many letters may differ in two of them and still be one name."""
_RARE = 10
"""Zipf×10 up to which a word of a frequency list may be chance."""
_DERIVED = ("ie", "ien", "iens", "ienne", "iennes", "ais", "aise", "aises", "ois", "oise", "oises")
"""How French ends the names of countries and of those who live there."""
_TRANSLITERATED = (
    ("sh", "ch"), ("ch", "ch"), ("kh", "k"), ("tch", "ch"), ("ts", "s"), ("y", "i"), ("j", "i"),
    ("w", "v"), ("ou", "u"), ("ck", "k"), ("c", "k"), ("q", "k"), ("z", "s"), ("ph", "f"),
    ("h", ""), ("gu", "g"), ("ii", "i"),
)  # fmt: skip
"""Spellings that differ by language: « Sergey » and « Sergueï » are one name in two of them."""
_DOUBLED = pattern(r"(.)\1+")


@parameters
class ChangedName:
    """A name that the source does not have, where it has one that is nearly the same.

    Names that French itself knows, and those that only transliterate the source's, are right.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("source",)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such name; the correction spells it as the source does."""
        if document.source is None:
            return
        known = {match[0] for match in _NAME.finditer(document.source.text)}
        for pair in document.pairs():
            yield from _hits(pair, known)


def _hits(pair: Pair, known: set[str]) -> Iterator[Hit]:
    new = [match for match in _NAME.finditer(pair.target) if match[0] not in known]
    new = [match for match in new if _is_doubtful(match[0])]
    if not new:
        return
    names = {match[0] for match in _NAME.finditer(pair.target)}
    lost = [match for match in _NAME.finditer(pair.source) if match[0] not in names]
    for match in new:
        near = [one for one in lost if _is_misspelled(one[0], match[0])]
        if len({one[0] for one in near}) == 1:
            yield Hit.replacing(
                pair.in_target(*match.span()),
                near[0][0],
                slots={"source": near[0][0]},
                source=(pair.in_source(*near[0].span()),),
            )


def _is_doubtful(name: str) -> bool:
    """Is it no French name, and none derived from one?"""
    known = len(name) < _SHORTEST or lookup(name.lower()).known
    return not (known or name.endswith(_DERIVED))


def _is_attested(name: str) -> bool:
    """Have many texts of some language this name?"""
    return max(lookup(name.lower())[1:]) > _RARE


def _is_misspelled(name: str, other: str) -> bool:
    """Is `other` the name with a letter lost, added, changed or turned round?"""
    if len(name) < _SHORTEST or name[0] != other[0] or _sound(name) == _sound(other):
        return False
    if name.endswith("ed") and other.rstrip("es").endswith("é"):
        return False  # « Uploaded » and « Uploadé » are verbs.
    if _is_attested(other) and not _is_attested(name):
        return False  # Rather the source is wrong.
    distance = _distance(name.lower(), other.lower())
    if distance == 1:
        return _DOUBLED.sub(r"\1", _sound(name)) != _DOUBLED.sub(r"\1", _sound(other))
    return distance == 2 and len(name) >= _LONG


def _sound(name: str) -> str:
    """The name without what languages spell each in their own way, endings included."""
    plain = unaccented(name)
    for spelling, common in _TRANSLITERATED:
        plain = plain.replace(spelling, common)
    return plain.rstrip("aeosi")


def _distance(one: str, other: str) -> int:
    """Letters to insert, delete, replace or swap with the next: Damerau and Levenshtein's."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        last, before, row = before, row, [at]
        for column, match in enumerate(other, 1):
            cost = min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != match))
            swapped = column > 1 and at > 1 and letter == other[column - 2] and match == one[at - 2]
            row.append(min(cost, last[column - 2] + 1) if swapped else cost)
    return row[-1]

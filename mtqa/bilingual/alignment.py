"""Which units of a translation belong to which of its source: monotone, one to many.

After Gale and Church, “A program for aligning sentences in bilingual corpora” (1993), with what
the two sides share (numbers, names, words of one origin) beside the lengths.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from mtqa.languages.fr.names import unaccented
from mtqa.patterns import pattern

__all__ = ["Bead", "Unit", "align", "unit"]

_WORD = pattern(r"\d+(?:[.,\u00a0\u202f ]\d+)*|[^\W\d_]{4,}")
_SEPARATORS = pattern(r"\D")
_VOWELS = pattern("[aeiouyhœæ]")
_PREFIX = 4
_CONSONANTS = 3
"""How many letters, or consonants, two words of one origin begin with alike."""


class Unit(NamedTuple):
    """A sentence or a paragraph: its length in code points, and what it may share."""

    length: int
    anchors: frozenset[str]


class Bead(NamedTuple):
    """Units `source` and `target`, as half-open ranges, that say the same; `cost` says how badly.

    One of the ranges may be empty: what stands on the other side has no counterpart.
    """

    source: tuple[int, int]
    target: tuple[int, int]
    cost: float


def unit(text: str) -> Unit:
    """What alignment needs to know of a text."""
    found = set()
    for word in _WORD.findall(unaccented(text)):
        if word[0].isdigit():
            found.add(_SEPARATORS.sub("", word))
        else:
            found.update((word[:_PREFIX], _VOWELS.sub("", word)[:_CONSONANTS]))
    return Unit(len(text), frozenset(found))


_SHAPES = {
    (1, 1): 0.0,
    (1, 2): 3.0,
    (2, 1): 3.0,
    (1, 0): 4.0,
    (0, 1): 4.0,
    (1, 3): 6.0,
    (3, 1): 6.0,
}
"""How many units of source and target make a bead, and what choosing that costs."""
_SPREAD = 0.12
_LEAST_SPREAD = 8
"""Standard deviation of the length of a human translation: a share of it, and code points."""
_LONE = 0.01
"""What a code point without a counterpart costs."""
_SHARED = 14.0
_TYPICAL = 0.25
"""What a fair translation shares with its source, as the cosine of their anchors."""
_BAND = 24
_WORST, _FAIR = 11.0, 2.5
"""Units in equal number belong together where no pair costs more, and the mean no more."""


def align(source: Sequence[Unit], target: Sequence[Unit]) -> list[Bead]:
    """Align two sequences of units, in order; every unit is in one bead.

    Linear in the number of units but for stretches whose numbers differ, where a band around
    the diagonal is searched.
    """
    ratio = _ratio(source, target)
    if len(source) == len(target):
        pairs = zip(source, target, strict=True)
        costs = [_cost((one,), (other,), ratio) for one, other in pairs]
        if not costs or (max(costs) <= _WORST and sum(costs) <= _FAIR * len(costs)):
            return [Bead((n, n + 1), (n, n + 1), cost) for n, cost in enumerate(costs)]
    return _search(source, target, ratio)


def _ratio(source: Sequence[Unit], target: Sequence[Unit]) -> float:
    """Target code points for one of the source, kept within what translations show."""
    length = sum(unit.length for unit in source)
    return min(max(sum(unit.length for unit in target) / length, 0.9), 1.35) if length else 1.1


def _cost(source: Sequence[Unit], target: Sequence[Unit], ratio: float) -> float:
    """How badly these units fit together: their lengths, less what they share."""
    one = sum([unit.length for unit in source])
    other = sum([unit.length for unit in target])
    if not one or not other:
        return _LONE * (one + other)
    drift = (other - one * ratio) / (_SPREAD * (one + other) / 2 + _LEAST_SPREAD)
    left, right = _anchors(source), _anchors(target)
    size = sqrt(len(left) * len(right))
    shared = len(left & right) / size if size else _TYPICAL
    return drift * drift / 2 + _SHARED * (_TYPICAL - min(shared, 2 * _TYPICAL))


def _anchors(units: Sequence[Unit]) -> frozenset[str]:
    if len(units) == 1:
        return units[0].anchors
    return units[0].anchors.union(*[unit.anchors for unit in units[1:]])


def _search(source: Sequence[Unit], target: Sequence[Unit], ratio: float) -> list[Bead]:
    """The cheapest way through both sequences, near the diagonal."""
    rows, columns = len(source), len(target)
    slope = columns / rows if rows else 0.0
    reach = _BAND + abs(rows - columns)
    best: dict[tuple[int, int], tuple[float, float, tuple[int, int]]] = {(0, 0): (0.0, 0.0, (0, 0))}
    for row in range(rows + 1):
        middle = int(row * slope)
        for column in range(max(0, middle - reach), min(columns, middle + reach) + 1):
            for (down, across), price in _SHAPES.items():
                before = best.get((row - down, column - across))
                if before is None or row < down or column < across:
                    continue
                cost = price + _cost(
                    source[row - down : row], target[column - across : column], ratio
                )
                total = before[0] + cost
                here = best.get((row, column))
                if here is None or total < here[0]:
                    best[row, column] = (total, cost, (down, across))
    beads: list[Bead] = []
    row, column = rows, columns
    while row or column:
        _, cost, (down, across) = best[row, column]
        beads.append(Bead((row - down, row), (column - across, column), cost))
        row, column = row - down, column - across
    return beads[::-1]

"""A clause or phrase, and at once the same in other words, inside one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, NamedTuple

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.clauses import DETERMINERS, SUBJECTS, finite_verbs
from mtqa.languages.fr.paraphrase import (
    Comparison,
    Thesaurus,
    Unit,
    compare,
    is_verb,
    polarity,
    same_slot,
    thesaurus,
)
from mtqa.lexicon import lookup
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document, Span

__all__ = ["TwinClauseDetector"]

_STOPS = (".", "..", "...", "…")
_ENDS = frozenset(',;:.!?…()[]«»“”"—–') | {"..", "..."}
_REACH = 30
_FARTHEST = 80
_SHORTEST = 4
_TELLING = 5
"""Letters of a word that two stretches must share to be looked at."""
_LIGHTEST = 5.0
_LOOSER = 4.0
_FEWEST = 3
_MOST_EXTRA = 0.5


class _Twins(NamedTuple):
    """Tokens `first` up to `joint`, and from `second` up to, not including, `last`."""

    first: int
    joint: int
    second: int
    last: int
    loose: bool = False
    """Have they only their first word in common?"""


@parameters
class TwinClauseDetector:
    """Two stretches that open with the same words and go on with the same or like ones.

    They stand side by side, joined by a comma, « et » or a stray full stop. The column `group`
    of `synonyms` lists words of one meaning, separated by commas.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    synonyms: Table

    @cached_property
    def _thesaurus(self) -> Thesaurus:
        return thesaurus(self.synonyms.path)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every second stretch that says nothing new."""
        lower = document.tokens.lower
        forms = document.tokens.forms
        joints = document.tokens.positions(("et",))
        stops = document.tokens.positions(_STOPS)
        joints += [stop for stop in stops if stop + 1 < len(lower) and forms[stop + 1][0].islower()]
        near = [
            joint
            for joint in sorted(joints)
            if lower[joint + 1 : joint + 2]
            and lower[joint + 1] in lower[max(0, joint - _REACH) : joint]
        ]
        for joint in near:
            twins = _twins_at(document, joint, lower)
            if twins:
                hit = self._judge(document, twins)
                if hit:
                    yield hit

    def _judge(self, document: Document, twins: _Twins) -> Hit | None:
        tokens = document.tokens
        first = self._thesaurus.units(tokens.lower, tokens.forms, twins.first, twins.joint)
        second = self._thesaurus.units(tokens.lower, tokens.forms, twins.second, twins.last)
        found = compare(first, second)
        if not found.pairs or found.crossed:
            return None
        extra = [unit for unit in found.only_second if unit.last < _reach(found)]
        alone = list(found.only_first)
        slot = next(((a, b) for a in alone for b in extra if same_slot(a, b)), None)
        end = _reach(found)
        if slot and found.reworded:
            alone.remove(slot[0])
            extra.remove(slot[1])
        stray = tokens.lower[twins.joint] in _STOPS
        if (extra and alone) or not (found.reworded or stray):
            return None
        joined = tokens.lower[twins.joint] == "et"
        if joined and not finite_verbs(tokens.lower, twins.second, twins.last):
            return None
        left = [*alone, *extra]
        if any(unit.fixed for unit in left) or any(is_verb(unit) for unit in alone):
            return None
        if len(found.pairs) < _FEWEST or found.weight < _LIGHTEST + twins.loose * _LOOSER:
            return None
        if _weight(left) > (0 if twins.loose else _MOST_EXTRA * found.weight):
            return None
        if polarity(tokens.lower[twins.first : twins.joint]) != polarity(
            tokens.lower[twins.second : end + 1]
        ):
            return None
        richer = _weight(extra) > _weight(alone)
        return _hit(document, twins, end, richer)


def _reach(found: Comparison) -> int:
    """The last token of the second stretch that the first one has too."""
    return max(other.last for _, other in found.pairs)


def _weight(units: list[Unit] | tuple[Unit, ...]) -> float:
    return sum(unit.weight for unit in units)


def _twins_at(document: Document, joint: int, lower: list[str]) -> _Twins | None:
    """The two stretches that begin alike around this comma, « et » or stop."""
    second = joint + 1
    if second + _SHORTEST > len(lower) or not lower[second][0].isalpha():
        return None
    if lower[joint] in _STOPS and not (
        document.tokens.forms[second][0].islower() and lookup(lower[second]).common
    ):
        return None
    floor = max(document.sentence_of(joint).first, joint - _REACH)
    opening = lower[second : second + 2 + (lower[joint] == "et")]
    first = _opening_before(lower, floor, joint, opening)
    loose = first is None and lower[joint] == ","
    if loose:
        opening = opening[:1]
        first = _opening_before(lower, floor, joint, opening)
    if first is None or not _ENDS.isdisjoint(lower[first:joint]):
        return None
    limit = min(document.paragraph_of(joint).last, second + _FARTHEST)
    last = next((n for n in range(second, limit) if lower[n] in _ENDS), limit)
    if last - second < _SHORTEST or (last < limit and lower[last] in ("!", "?", "…", "...")):
        return None
    telling = {word for word in lower[first:joint] if len(word) >= _TELLING}
    if telling.isdisjoint(lower[second:last]) or _is_list(lower, floor, first, last, opening):
        return None
    return _Twins(first, joint, second, last, loose)


def _opening_before(lower: list[str], floor: int, joint: int, opening: list[str]) -> int | None:
    """Where these words last stand before the joint, but not right before it."""
    return next(
        (
            n
            for n in range(joint - _SHORTEST, floor - 1, -1)
            if lower[n : n + len(opening)] == opening
        ),
        None,
    )


def _is_list(lower: list[str], floor: int, first: int, last: int, opening: list[str]) -> bool:
    """Do three stretches or more begin so?"""
    after = lower[last + 1 : last + 3]
    if after[:1] == opening[:1] or (after[:1] == ["et"] and after[1:] == opening[:1]):
        return True
    return any(lower[n : n + 2] == opening[:2] for n in range(floor, first - 1))


def _hit(document: Document, twins: _Twins, end: int, richer: bool) -> Hit:
    """Delete the second stretch, or the first where the second says more and nothing is cut."""
    tokens = document.tokens
    one = document.span(twins.first, twins.joint - 1)
    start = one.end
    stop = tokens.ends[end]
    stray = tokens.lower[twins.joint] in _STOPS
    follower = end + 1
    rest = ""
    if follower < len(tokens) and tokens.lower[follower] in _STOPS:
        following = follower + 1
        runs_on = following < len(tokens) and tokens.forms[following][0].islower()
        if runs_on:
            stop = tokens.ends[follower]
            rest = _link(document, twins, following)
        elif stray:
            stop = tokens.ends[follower]
            rest = "."
    drop_second = (Edit(Span(start, stop), rest),)
    second = document.span(twins.second, end)
    opening = document.text[one.start : one.start + 1]
    drop_first = (Edit(Span(one.start, second.start + 1), opening),)
    if stray or rest or tokens.lower[twins.joint] == "et":
        return Hit(Span(tokens.starts[twins.joint], stop), (drop_second,), related=(one,))
    repairs = (drop_first, drop_second) if richer else (drop_second, drop_first)
    return Hit(Span(one.start, second.end), repairs)


def _link(document: Document, twins: _Twins, following: int) -> str:
    """« et que » before a clause that goes on after a stray stop; else nothing."""
    tokens = document.tokens
    words = tokens.lower[twins.joint : twins.joint + 2]
    if words[0] != "et" or tokens.lower[following] not in DETERMINERS | SUBJECTS:
        return ""
    last = twins.joint + (words[1] == "que")
    return " " + document.text[tokens.starts[twins.joint] : tokens.ends[last]]

"""A sentence, and right after it the same in other words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.clauses import CONDITIONS, DETERMINERS, PREPOSITIONS, finite_verbs
from mtqa.languages.fr.paraphrase import (
    Comparison,
    Thesaurus,
    Unit,
    compare,
    is_verb,
    polarity,
    thesaurus,
)
from mtqa.languages.fr.restatement import known_units, restates
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document, Span
from mtqa.views import Sentence

__all__ = ["TwinSentenceDetector"]

_SHORTEST = 6
_LONGEST = 60
_LIGHTEST = 7.0
_FEWEST = 3
_MOST_EXTRA = 0.4
_PREFIX = 6
_AFTER_PREFIX = 5.0
_TELLING = 5
_SHORT = 28
_LIGHTEST_SHORT = 5.6
_UNLIKE = 12
_UNITS_UNLIKE = 3
"""Tokens by which two short sentences that say the same hardly differ."""
_STEM = 4
"""Letters of a word that two sentences of other openings must share to be looked at."""
_REPHRASED = 9.0
_LITTLE = frozenset(", c' ce cela ça est sont que qu' le la l' les y en aussi donc".split())
"""Words by which two translations of one sentence differ, and neither adds anything."""
_DEMONSTRATIVES = frozenset("celui celle ceux celles ceci cela".split())
_PARTING = frozenset(':«“"(→')
_OPENERS = frozenset('“«"')


@parameters
class TwinSentenceDetector:
    """Two sentences in a row of which the second begins by saying what the first said.

    The column `group` of `synonyms` lists words of one meaning, separated by commas.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    synonyms: Table

    @cached_property
    def _thesaurus(self) -> Thesaurus:
        return thesaurus(self.synonyms.path)

    @cached_property
    def _saying(self) -> frozenset[str]:
        """The key that verbs of saying share."""
        return self._thesaurus.units(["dire"], ["dire"], 0, 1)[0].keys

    def _is_report(self, found: Comparison) -> bool:
        """Are the only different words two verbs of saying (« annoncer », then « confirmer »)?"""
        return any(
            one.word != other.word and self._saying & one.keys & other.keys
            for one, other in found.pairs
        )

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every pair."""
        sentences = document.sentences
        lower = document.tokens.lower
        heads = [
            lower[first] if lower[first] not in _OPENERS or first + 1 == last else lower[first + 1]
            for first, last in sentences
        ]
        for number, (head, following) in enumerate(pairwise(heads)):
            if head in CONDITIONS and following in CONDITIONS:
                continue
            one, other = sentences[number], sentences[number + 1]
            hit = None
            if head == following or (head in DETERMINERS and following in DETERMINERS):
                hit = self._alike(document, number)
            if not hit and one.last - one.first <= _SHORT and other.last - other.first <= _SHORT:
                hit = self._short(document, one, other)
            if hit:
                yield hit

    def _alike(self, document: Document, number: int) -> Hit | None:
        """The hit for two sentences with openings of one kind, quotation marks aside."""
        sentences = document.sentences
        one, other = (_unquoted(document, each) for each in sentences[number : number + 2])
        near = sentences[max(0, number - 1) : number + 3]
        if not _may_be_twins(document, one, other) or _is_figure(document, near, one):
            return None
        return self._judge(document, one, other)

    def _short(self, document: Document, one: Sentence, other: Sentence) -> Hit | None:
        """The hit for two short statements of which the second begins by saying the first."""
        if not _may_restate(document, one, other):
            return None
        lower, forms = document.tokens.lower, document.tokens.forms
        first = self._thesaurus.units(lower, forms, one.first, one.last)
        second = self._thesaurus.units(lower, forms, other.first, other.last)
        if min(len(first), len(second)) < 2:
            return None
        found = restates(lower, first, second) if _are_as_many(first, second) else None
        if found and not found.synonyms and not _have_verbs(lower, one, other):
            return None
        if found and found.weight > _LIGHTEST_SHORT:
            richer = len(found.only_second) > len(found.only_first)
            return _one_of_two(document, one, other, richer=richer)
        last = max((unit.last for unit in known_units(first, second)), default=other.last)
        if last + 1 >= other.last or lower[last + 1] not in PREPOSITIONS:
            return None
        found = restates(lower, first, [unit for unit in second if unit.last <= last], 0)
        if found and found.synonyms and found.weight > _LIGHTEST:
            return _hit(document, one, other, last, richer=False)
        return None

    def _judge(self, document: Document, one: Sentence, other: Sentence) -> Hit | None:
        lower, forms = document.tokens.lower, document.tokens.forms
        first = self._thesaurus.units(lower, forms, one.first, one.last)
        second = self._thesaurus.units(lower, forms, other.first, other.last)
        found = compare(first, second)
        if len(found.pairs) < _FEWEST or found.crossed:
            return None
        if not found.reworded and not _is_rephrased(document, one, other, found):
            return None
        if not any(is_verb(unit) or is_verb(match) for unit, match in found.pairs):
            return None
        reach = max(match.last for _, match in found.pairs)
        if any(unit.first == reach + 1 for unit in found.only_second):
            return None
        extra = [unit for unit in found.only_second if unit.last < reach]
        left = [*found.only_first, *extra]
        if any(unit.fixed for unit in left) or (extra and found.only_first):
            return None
        shared = found.weight
        if shared < _LIGHTEST or sum(unit.weight for unit in left) > _MOST_EXTRA * shared:
            return None
        before = polarity(lower[one.first : one.last])
        if before != polarity(lower[other.first : reach + 1]):
            return None
        if found.reworded == 1 and self._is_report(found):
            return None
        if not _goes_beyond(document, one, other, found):
            return None
        return _hit(document, one, other, reach, richer=bool(found.only_first))


def _may_restate(document: Document, one: Sentence, other: Sentence) -> bool:
    """Are they two plain statements of one paragraph that share the stem of a word?"""
    lower = document.tokens.lower
    if abs(one.last - one.first - other.last + other.first) > _UNLIKE:
        return False
    if lower[one.last - 1] != "." or lower[other.last - 1] != ".":
        return False
    ours, theirs = lower[one.first : one.last], lower[other.first : other.last]
    stems = {word[:_STEM] for word in ours if len(word) > _STEM}
    if stems.isdisjoint([word[:_STEM] for word in theirs]):
        return False
    if list(filter(str.isalnum, ours)) == list(filter(str.isalnum, theirs)):
        return False
    if theirs[0] in _DEMONSTRATIVES or not _PARTING.isdisjoint(ours):
        return False
    if CONDITIONS.isdisjoint(ours) != CONDITIONS.isdisjoint(theirs):
        return False
    same = document.paragraph_of(one.first) == document.paragraph_of(other.first)
    return same and document.quote_around(one.first) is None


def _have_verbs(lower: list[str], one: Sentence, other: Sentence) -> bool:
    return all(finite_verbs(lower, each.first, each.last) for each in (one, other))


def _are_as_many(first: list[Unit], second: list[Unit]) -> bool:
    return abs(len(first) - len(second)) <= _UNITS_UNLIKE


def _may_be_twins(document: Document, one: Sentence, other: Sentence) -> bool:
    """Do they stand in one paragraph, begin alike and share a telling word?"""
    lower = document.tokens.lower
    if not _SHORTEST <= one.last - one.first <= _LONGEST or other.last - other.first < _SHORTEST:
        return False
    if lower[one.last - 1] != "." or not lower[one.first][0].isalpha():
        return False
    ours = {word for word in lower[one.first + 1 : one.last] if len(word) >= _TELLING}
    if ours.isdisjoint(lower[other.first + 1 : other.last]):
        return False
    return document.paragraph_of(one.first) == document.paragraph_of(other.first)


def _unquoted(document: Document, sentence: Sentence) -> Sentence:
    """The sentence without the quotation mark that opens it."""
    opened = document.tokens.forms[sentence.first] in _OPENERS
    return Sentence(min(sentence.first + opened, sentence.last - 1), sentence.last)


def _is_figure(document: Document, near: list[Sentence], one: Sentence) -> bool:
    """Do three sentences or more in a row begin with the same two words?"""
    lower = document.tokens.lower
    near = [_unquoted(document, sentence) for sentence in near]
    heads = [lower[sentence.first : sentence.first + 2] for sentence in near]
    return heads.count(lower[one.first : one.first + 2]) > 2


def _goes_beyond(document: Document, one: Sentence, other: Sentence, found: Comparison) -> bool:
    """After a long common opening, do the two still say the same?"""
    lower = document.tokens.lower
    same = 0
    limit = min(one.last - one.first, other.last - other.first)
    while same < limit and lower[one.first + same] == lower[other.first + same]:
        same += 1
    if same < _PREFIX:
        return True
    later = [unit for unit, _ in found.pairs if unit.first >= one.first + same]
    return sum(unit.weight for unit in later) >= _AFTER_PREFIX


def _is_rephrased(document: Document, one: Sentence, other: Sentence, found: Comparison) -> bool:
    """Is all of the first in the second, but for little words: « X est Y », « X, c’est Y »?"""
    if found.only_first or found.weight < _REPHRASED:
        return False
    lower = document.tokens.lower
    reach = max(match.last for _, match in found.pairs)
    ours = Counter(lower[one.first : one.last - 1])
    theirs = Counter(lower[other.first : reach + 1])
    return ours != theirs and all(word in _LITTLE for word in (ours - theirs) + (theirs - ours))


def _one_of_two(document: Document, one: Sentence, other: Sentence, *, richer: bool) -> Hit:
    """Delete the second sentence, or the first; the first first where the second is `richer`."""
    earlier, later = (document.span(each.first, each.last - 1) for each in (one, other))
    second = Edit(Span(earlier.end, later.end), "")
    first = Edit(Span(earlier.start, later.start), "")
    repairs = ((first,), (second,)) if richer else ((second,), (first,))
    return Hit(Span(earlier.start, later.end), repairs)


def _hit(document: Document, one: Sentence, other: Sentence, reach: int, *, richer: bool) -> Hit:
    """Delete the first sentence, or the second where it ends sooner and says no more."""
    tokens = document.tokens
    ends_there = reach + 1 < other.last and tokens.forms[reach + 1] == "."
    drop_first = (Edit(Span(tokens.starts[one.first], tokens.starts[other.first]), ""),)
    span = document.span(one.first, reach)
    if ends_there:
        end = tokens.ends[one.last - 1]
        drop_second = (Edit(Span(end, tokens.ends[reach + 1]), ""),)
        return Hit(span, (drop_second, drop_first) if richer else (drop_first, drop_second))
    return Hit(span, (drop_first,))

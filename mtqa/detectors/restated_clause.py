"""Two clauses joined by a mere comma or « et », of which the second says the first over again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import ClassVar, NamedTuple

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.amounts import opens_amount
from mtqa.languages.fr.clauses import CLAUSE_OPENERS, DETERMINERS, SUBJECTS, finite_verbs
from mtqa.languages.fr.paraphrase import Comparison, Thesaurus, thesaurus
from mtqa.languages.fr.restatement import restates
from mtqa.lexicon import NOUN, lookup
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document, Span

__all__ = ["RestatedClauseDetector"]

_JOINTS = (",", "et", ":")
_MARKS = frozenset(',;:.!?…()[]«»“”"—–') | {"..", "..."}
_STRONG = _MARKS - {","}
_DETERMINERS = DETERMINERS - {"du", "au", "aux", "tout", "toute"}
_SUBORDINATORS = CLAUSE_OPENERS | frozenset(
    "s' comme tandis alors car plus moins autant tant tel telle soit ni mieux".split()
)
_LONGEST = 30
_SHORTEST = 4
_COMMAND = "ez"
_MOST_LEFT = 0.75
"""How much more the first clause may say, as a share of what the two have in common."""
_LIGHTEST = 5.0
_SURE = 8.0
"""What clauses whose subject is a pronoun must share at least."""
_STEM = 4
"""Letters of a word that both clauses must hold to be looked at."""


class _Clauses(NamedTuple):
    """Tokens `first` up to `joint`, and from `second` up to, not including, `last`."""

    first: int
    joint: int
    second: int
    last: int


@parameters
class RestatedClauseDetector:
    """A clause with a noun as its subject and a verb of its own, after a clause with a verb.

    Good French parts two such clauses by more than a comma, or takes a pronoun for what comes
    again. The column `group` of `synonyms` lists words of one meaning, separated by commas.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    synonyms: Table

    @cached_property
    def _thesaurus(self) -> Thesaurus:
        return thesaurus(self.synonyms.path)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every pair of clauses."""
        lower = document.tokens.lower
        count = len(lower)
        for joint in document.tokens.positions(_JOINTS):
            if joint + _SHORTEST < count and _may_open(lower[joint + 1]):
                before = lower[max(0, joint - _LONGEST) : joint]
                if lower[joint] == "et" and lower[joint + 2] not in before:
                    continue
                if lower[joint + 1] in SUBJECTS and lower[joint + 1] not in before:
                    continue
                clauses = _clauses_at(document, joint)
                found = clauses and self._judge(document, clauses)
                if clauses and found:
                    yield _hit(document, clauses, found)

    def _judge(self, document: Document, clauses: _Clauses) -> Comparison | None:
        lower, forms = document.tokens.lower, document.tokens.forms
        second = self._thesaurus.units(lower, forms, clauses.second, clauses.last)
        if len(second) < 2:
            return None
        first = self._thesaurus.units(lower, forms, clauses.first, clauses.joint)
        found = restates(lower, first, second, _MOST_LEFT)
        if not found or found.weight < _LIGHTEST:
            return None
        head = lower[clauses.second]
        if head in _DETERMINERS or opens_amount(head):
            return found if any(other is second[0] for _, other in found.pairs) else None
        sure = len(found.pairs) > 2 and found.weight > _SURE and found.reworded
        like = head == lower[clauses.first] or head.endswith(_COMMAND)
        return found if sure and like else None


def _clauses_at(document: Document, joint: int) -> _Clauses | None:
    """The clauses on both sides of this joint, if they are two main clauses."""
    lower = document.tokens.lower
    second = joint + 1
    block = document.paragraph_of(joint)
    limit = min(block.last, second + _LONGEST)
    last = next((n for n in range(second, limit) if lower[n] in _MARKS), limit)
    if last - second < _SHORTEST or lower[last : last + 1] in (["!"], ["?"], ["…"], ["..."]):
        return None
    stems = {word[:_STEM] for word in lower[second:last] if len(word) > _STEM}
    floor = max(document.sentence_of(joint).first, joint - _LONGEST)
    if stems.isdisjoint([word[:_STEM] for word in lower[floor:joint]]) and not any(
        word[0].isdigit() for word in lower[second:last]
    ):
        return None
    if not _is_clause(lower, second, last) or _goes_on(lower, second, last):
        return None
    first = _start(lower, floor, joint, _MARKS)
    if not finite_verbs(lower, first, joint):
        first = _start(lower, floor, first - 1, _MARKS) if first > floor else first
    if joint - first < _SHORTEST or not finite_verbs(lower, first, joint):
        return None
    opening = _start(lower, floor, joint, _STRONG)
    heads = {opening, first, *(n + 1 for n in range(opening, joint) if lower[n] == ",")}
    if any(_opens_a_case(lower, head) for head in heads):
        return None
    if lower[joint] == "et" and lower[second : second + 2] != lower[first : first + 2]:
        return None
    return _Clauses(first, joint, second, last)


def _opens_a_case(lower: list[str], at: int) -> bool:
    """Does a subordinate clause or a comparison begin here, and no quantity (« plus de dix »)?"""
    following = lower[at + 1]
    return following in ("que", "qu'") or (
        lower[at] in _SUBORDINATORS and following not in ("de", "d'")
    )


@lru_cache(maxsize=1 << 14)
def _may_open(word: str) -> bool:
    """Can a clause open with this word: a determiner, a number, a pronoun, « cliquez »?"""
    if word in _DETERMINERS or word in SUBJECTS or opens_amount(word):
        return True
    return word.endswith(_COMMAND) and len(word) > len(_COMMAND) + 2


def _goes_on(lower: list[str], second: int, last: int) -> bool:
    """Does a third clause begin like the second?"""
    after = last + 1 + (lower[last + 1 : last + 2] == ["et"])
    return lower[after : after + 2] == lower[second : second + 2]


def _start(lower: list[str], floor: int, end: int, marks: frozenset[str]) -> int:
    """The token after the last of these marks before `end`."""
    return next((n + 1 for n in range(end - 1, floor - 1, -1) if lower[n] in marks), floor)


def _is_clause(lower: list[str], first: int, last: int) -> bool:
    """Does a noun with its determiner open it, and a verb of the main clause follow?"""
    nominal = any(lookup(word).tags & NOUN for word in lower[first + 1 : first + 3])
    if not nominal and lower[first] not in SUBJECTS and not lower[first].endswith(_COMMAND):
        return False
    verbs = finite_verbs(lower, first, last)
    openers = sum(word in CLAUSE_OPENERS for word in lower[first : verbs[0]]) if verbs else 0
    return len(verbs) > openers


def _hit(document: Document, clauses: _Clauses, found: Comparison) -> Hit:
    """Delete the second clause, or the first."""
    tokens = document.tokens
    end = max(clauses.last - 1, max(other.last for _, other in found.pairs))
    span = document.span(clauses.first, end)
    kept = tokens.ends[clauses.joint - 1]
    second = Edit(Span(kept, span.end), "")
    opening = document.text[span.start : span.start + 1]
    start = tokens.starts[clauses.second]
    initial = document.text[start : start + 1]
    initial = initial.upper() if opening.isupper() else initial
    first = Edit(Span(span.start, start + 1), initial)
    return Hit(span, ((second,), (first,)))

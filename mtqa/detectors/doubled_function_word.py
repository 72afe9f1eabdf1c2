"""A grammatical word twice in a row, also where one copy is elided, contracted or quoted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, NamedTuple

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.clauses import DETERMINERS, PREPOSITIONS, awaits_verb
from mtqa.lexicon import (
    ADJECTIVE,
    FINITE,
    INFINITIVE,
    NOUN,
    NUMERAL,
    PLACE,
    PRESENT_PARTICIPLE,
    SECOND_PERSON,
    THIRD_PERSON,
)
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document

__all__ = ["DoubledFunctionWordDetector"]

_OPENERS = ("“", "«", '"', "(", "‘", "„")
_CLOSERS = frozenset('”»")’“')
_REACH = 12
_COMPARATIVES = frozenset("plus moins mieux pire autant aussi plutôt autre même tel".split())
_NEGATIONS = frozenset("pas jamais rien point guère personne aucun aucune".split())


class _Pair(NamedTuple):
    first: str
    second: str
    not_after: frozenset[str]
    not_before: frozenset[str]
    only_after: frozenset[str]
    only_before: frozenset[str]


@parameters
class DoubledFunctionWordDetector:
    """The words `first` and `second` of a row of `table`, one right after the other.

    An empty `second` is the same word again. `not_after` and `not_before` list the neighbours
    beside which the two are good French, `only_after` those after which alone they are not,
    `only_before` those before which alone: words, or classes in capitals (DETERMINER,
    PREPOSITION, NOUN, NOMINAL for one with its adjective, NUMBER, NAME, GERUND, INFINITIVE, THIRD
    for a verb of the third person; RELATIVE for a relative pronoun that awaits its verb,
    RESTRICTIVE for a comparison or « ne » that awaits its « que »). A pair may have several rows.
    Where `quoted`, an opening quotation mark or bracket stands between the two.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    table: Table
    quoted: bool = False

    @cached_property
    def _pairs(self) -> dict[str, dict[str, list[_Pair]]]:
        """The rows by their second word, then by their first."""
        pairs: dict[str, dict[str, list[_Pair]]] = {}
        columns = ("first", "second", "not_after", "not_before", "only_after", "only_before")
        for first, second, *lists in self.table.column_rows(*columns):
            pair = _Pair(first, second or first, *(frozenset(cell.split()) for cell in lists))
            pairs.setdefault(pair.second, {}).setdefault(first, []).append(pair)
        return pairs

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every pair, and one for three or more copies in a row."""
        yield from self._across_marks(document) if self.quoted else self._side_by_side(document)

    def _side_by_side(self, document: Document) -> Iterator[Hit]:
        lower = document.tokens.lower
        reached = 0
        for first in sorted(self._candidates(document)):
            if first < reached:
                continue
            pairs = self._pairs[lower[first + 1]][lower[first]]
            last = _end_of_run(lower, first + 1)
            if any(_is_doubled(document, pair, first, last) for pair in pairs):
                yield _hit(document, pairs[0], first, last)
            reached = last

    def _candidates(self, document: Document) -> Iterator[int]:
        """The tokens that make a pair with the next one."""
        lower = document.tokens.lower
        if any(word in firsts for word, firsts in self._pairs.items()):
            for number in document.tokens.doubled:
                if lower[number] in self._pairs.get(lower[number], ()):
                    yield number
        for second, firsts in self._pairs.items():
            if len(firsts) > (second in firsts):
                for number in document.tokens.index.get(second, ()):
                    if number and lower[number - 1] in firsts and lower[number - 1] != second:
                        yield number - 1

    def _across_marks(self, document: Document) -> Iterator[Hit]:
        lower = document.tokens.lower
        for mark in document.tokens.positions(_OPENERS):
            if not 0 < mark < len(lower) - 1:
                continue
            pairs = self._pairs.get(lower[mark + 1], {}).get(lower[mark - 1], ())
            if any(_is_quoted_twice(document, pair, mark) for pair in pairs):
                yield _quoted_hit(document, mark)


def _end_of_run(lower: list[str], number: int) -> int:
    while number + 1 < len(lower) and lower[number + 1] == lower[number]:
        number += 1
    return number


def _is_doubled(document: Document, pair: _Pair, first: int, last: int) -> bool:
    """Do the tokens touch as words do, with nothing around them that makes them right?"""
    tokens = document.tokens
    if not all(_is_space(document.gap(n)) for n in range(first, last) if n + 1 <= last):
        return False
    if not all(form.islower() for form in tokens.forms[first + 1 : last + 1]):
        return False
    opens = first == 0 or not tokens.forms[first - 1][-1].isalnum()
    if not (tokens.forms[first].islower() or (opens and tokens.forms[first].istitle())):
        return False
    start, end = document.span(first, last)
    if document.text[max(0, start - 1) : start] in ("-", "\\", "/", "_"):
        return False
    if document.text[end : end + 1] in ("-", "\\", "=", "/"):
        return False
    block = document.paragraph_of(first)
    if last >= block.last - 1 or tokens.forms[last + 1] in _CLOSERS:
        return False
    return _fits(document, pair, first, last)


def _is_space(gap: str) -> bool:
    return gap in (" ", "\u00a0", "\u202f", "\n", "")


def _fits(document: Document, pair: _Pair, before: int, after: int) -> bool:
    """Do the neighbours of these tokens leave no good reading?"""
    block = document.paragraph_of(before)
    if pair.only_after and (
        before == block.first or not _is_one(document, before - 1, pair.only_after)
    ):
        return False
    floor = max(document.sentence_of(before).first, before - _REACH)
    if "RELATIVE" in pair.not_after and awaits_verb(document.tokens.lower, before, floor):
        return False
    if "RESTRICTIVE" in pair.not_after and _awaits_que(document, before):
        return False
    if before > block.first and _is_one(document, before - 1, pair.not_after):
        return False
    if after + 1 >= block.last:
        return not pair.only_before
    if pair.only_before and not _is_one(document, after + 1, pair.only_before):
        return False
    return not _is_one(document, after + 1, pair.not_before)


def _is_one(document: Document, number: int, wanted: frozenset[str]) -> bool:
    """Is this token one of the words, or of one of the classes?"""
    word = document.tokens.lower[number]
    if word in wanted:
        return True
    if not wanted or (word.upper() == word and not word[0].isdigit()):
        return False
    tags = document.entry(number).tags
    return (
        ("DETERMINER" in wanted and word in DETERMINERS)
        or ("PREPOSITION" in wanted and word in PREPOSITIONS)
        or ("NOUN" in wanted and bool(tags & NOUN))
        or ("NOMINAL" in wanted and _opens_noun_phrase(document, number))
        or ("INFINITIVE" in wanted and bool(tags & INFINITIVE))
        or ("THIRD" in wanted and tags & (NOUN | SECOND_PERSON | THIRD_PERSON) == THIRD_PERSON)
        or ("GERUND" in wanted and bool(tags & PRESENT_PARTICIPLE))
        or ("NUMBER" in wanted and (word[0].isdigit() or bool(tags & NUMERAL)))
        or (
            "NAME" in wanted
            and document.tokens.forms[number][0].isupper()
            and not tags & (PLACE | NOUN)
        )
    )


def _opens_noun_phrase(document: Document, number: int) -> bool:
    """Is this token a noun, or an adjective before one?"""
    tags = document.entry(number).tags
    if not tags & ADJECTIVE:
        return bool(tags & NOUN)
    following = document.entry(number + 1).tags if number + 1 < len(document.tokens) else 0
    return bool(following & NOUN) and not following & FINITE


def _awaits_que(document: Document, number: int) -> bool:
    words = _before(document, number)
    if "," in words:
        words = words[len(words) - words[::-1].index(",") :]
    if not _COMPARATIVES.isdisjoint(words):
        return True
    return not {"ne", "n'"}.isdisjoint(words) and _NEGATIONS.isdisjoint(words)


def _before(document: Document, number: int) -> list[str]:
    """The words before this token, in the same sentence, not too far."""
    start = max(document.sentence_of(number).first, number - _REACH)
    return document.tokens.lower[start:number]


def _hit(document: Document, pair: _Pair, first: int, last: int) -> Hit:
    tokens = document.tokens
    kept = tokens.forms[first] if pair.first == pair.second else tokens.forms[last]
    if tokens.forms[first][0].isupper():
        kept = kept[0].upper() + kept[1:]
    span = document.span(first, last)
    return Hit.replacing(span, kept)


def _is_quoted_twice(document: Document, pair: _Pair, mark: int) -> bool:
    """Does the quotation go on after the doubled word, in lower case, and end later on?"""
    tokens = document.tokens
    block = document.paragraph_of(mark)
    if not (block.first < mark - 1 and mark + 3 < block.last):
        return False
    if not (tokens.forms[mark - 1].islower() and tokens.forms[mark + 1].islower()):
        return False
    if not _is_space(document.gap(mark - 1)) or not document.gap(mark - 1):
        return False
    shortest = 3 if tokens.lower[mark + 1] in DETERMINERS else 2
    if any(form in _CLOSERS for form in tokens.forms[mark + 2 : mark + 1 + shortest]):
        return False
    return _fits(document, pair, mark - 1, mark + 1)


def _quoted_hit(document: Document, mark: int) -> Hit:
    """Drop the word outside where the inner one is elided or contracted, else the inner one."""
    tokens = document.tokens
    span = document.span(mark - 1, mark + 1)
    opening = document.text[tokens.starts[mark] : tokens.starts[mark + 1]]
    inner = tokens.forms[mark + 1]
    outer = document.text[span.start : tokens.starts[mark]]
    outside = (Edit(span, inner + ("" if inner[-1] in "'’" else document.gap(mark - 1)) + opening),)
    inside = (Edit(span, opening + inner),)
    if inner == tokens.forms[mark - 1]:
        end = tokens.starts[mark + 2]
        return Hit(span, ((Edit(span._replace(end=end), outer + opening),), inside))
    return Hit(span, (inside, outside))

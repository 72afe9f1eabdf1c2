"""Quotation marks that face the wrong way, mix two systems, or have no partner."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.reporting import REPORTING, SPEECH_PARTICIPLES
from mtqa.text import Document, Span
from mtqa.views import QuotePair

__all__ = ["MixedPairDetector", "TurnedQuoteDetector", "UnpairedQuoteDetector"]

_CLOSER = {"«": "»", "“": "”", "„": "“", "‹": "›", '"': '"'}
_OPENERS = frozenset("«“„‹")
_CLOSERS = frozenset("»”›")
_AUXILIARIES = frozenset(("a", "ont", "avait", "avaient", "aurait", "auraient"))
_SUBJECTS = ("-il", "-elle", "-ils", "-elles", "-on", "-je", "-t-il", "-t-elle", "-t-on", "-t-ils")
_AFTER_CLOSER = " \t\n\u00a0\u202f,.;:!?…)]»”"
_CONVENTION = 3
_MOST_ASTRAY = 0.08
_LONGEST_MIX = 80


def _strays(document: Document) -> Iterator[list[int]]:
    """The unpaired marks of each paragraph, in order."""
    for _, numbers in groupby(document.stray_quotes, document.paragraph_of):
        yield list(numbers)


def _opens(document: Document, number: int) -> bool:
    """Does the mark stand where an opening one stands: after a blank, before a word?"""
    start, end = document.span(number, number)
    before, after = document.text[max(start - 1, 0) : start], document.text[end : end + 1]
    return (before == "" or before.isspace() or before in "([’'-–—") and (
        after.isalnum() or after in "([…"
    )


def _closes(document: Document, number: int) -> bool:
    """Does it stand where a closing one stands: after a word or mark, before blank or mark?"""
    start, end = document.span(number, number)
    before, after = document.text[max(start - 1, 0) : start], document.text[end : end + 1]
    return before != "" and not before.isspace() and (after == "" or after in _AFTER_CLOSER)


@dataclass(frozen=True)
class TurnedQuoteDetector:
    """An opening mark that closes a quotation, or a closing one that opens it."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such mark, unless the document knows no other way."""
        turned = [mark for numbers in _strays(document) for mark in _turned(document, numbers)]
        habit = len(turned) > _CONVENTION and "“" not in document.tokens.index
        for number, right in turned if not habit else ():
            yield Hit.replacing(document.span(number, number), right)


def _turned(document: Document, numbers: list[int]) -> Iterator[tuple[int, str]]:
    """The marks that face the wrong way, among the strays of a paragraph, and the right ones."""
    forms = document.tokens.forms
    for one, other in pairwise(numbers):
        if forms[one] != forms[other]:
            continue
        if forms[one] == "«":
            end = document.tokens.ends[other]
            if document.text[end : end + 2].lstrip("\u00a0 ")[:1] in ("", "\n", ",", ".", ";", ")"):
                yield other, "»"
        elif _opens(document, one) and _closes(document, other):
            if forms[one] == "“":
                yield other, "”"
            elif forms[one] == "”":
                yield one, "“"


@dataclass(frozen=True)
class MixedPairDetector:
    """A quotation opened by a mark of one system and closed by one of another."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such pair; the correction closes it as it was opened."""
        forms = document.tokens.forms
        for numbers in _strays(document):
            if len(numbers) != 2:
                continue
            one, other = numbers
            opener, closer = forms[one], forms[other]
            if (
                other - one <= _LONGEST_MIX
                and (opener in _OPENERS or (opener == '"' and _opens(document, one)))
                and closer != _CLOSER[opener]
                and (closer in _CLOSERS or (closer == '"' and _closes(document, other)))
            ):
                yield _closed_alike(document, one, other)


def _closed_alike(document: Document, one: int, other: int) -> Hit:
    start, end = document.span(other, other)
    blank = document.gap(one) if document.tokens.forms[one] == "«" else ""
    if document.tokens.forms[other] == "»":
        start = document.tokens.ends[other - 1]
    closer = blank + _CLOSER[document.tokens.forms[one]]
    edit = Edit(Span(start, end), closer)
    return Hit(document.span(other, other), ((edit,),), related=(document.span(one, one),))


@dataclass(frozen=True)
class UnpairedQuoteDetector:
    """A quotation mark without its partner, in its paragraph and beyond.

    Quotations that run over several paragraphs, with or without a mark at the head of each,
    are whole. In a list of sentences, a quotation may begin or end on another line; there only
    marks that close twice in a row count. A document whose marks go astray by habit is left alone.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such mark, at the place of its partner where that is sure."""
        marks = sum(len(document.tokens.index.get(mark, ())) for mark in "«»“”")
        hits = [_hit(document, number) for number in _astray(document)]
        found = [hit for hit in hits if hit]
        if len(found) <= max(2, _MOST_ASTRAY * marks):
            yield from found


def _astray(document: Document) -> list[int]:
    """The marks that no other mark of the document answers."""
    found: list[int] = []
    for opener, closer in (("«", "»"), ("“", "”")):
        waiting: list[int] = []
        for numbers in _strays(document):
            mixed = any(document.tokens.forms[n] not in (opener, closer) for n in numbers)
            if mixed or any(_turned(document, numbers)):
                continue
            for number in numbers:
                if document.tokens.forms[number] == opener:
                    waiting.append(number)
                elif number == document.paragraph_of(number).first:
                    continue
                elif waiting:
                    waiting.clear()
                else:
                    found.append(number)
        found.extend(waiting)
    return sorted(found)


def _hit(document: Document, number: int) -> Hit | None:
    closes = document.tokens.forms[number] in _CLOSERS
    earlier = _pair_before(document, number) if closes else None
    is_list = document.is_sentence_list
    if earlier and not (is_list and number > earlier.close + 1):
        return _closed_twice(document, number, earlier.close)
    if is_list:
        return None
    return _unopened(document, number) if closes else _unclosed(document, number)


def _pair_before(document: Document, number: int) -> QuotePair | None:
    """The last pair that opens before this mark in its paragraph, if it also closes there."""
    place = bisect_left(document.quotes, (number,)) - 1
    if place < 0:
        return None
    pair = document.quotes[place]
    inside = pair.open >= document.paragraph_of(number).first and pair.close < number
    return pair if inside else None


def _closed_twice(document: Document, number: int, close: int) -> Hit:
    """The second closing mark; to be deleted where the two stand side by side."""
    span = document.span(number, number)
    if number > close + 1:
        return Hit(span, related=(document.span(close, close),))
    return Hit(span, ((Edit(Span(document.tokens.ends[close], span.end), ""),),))


def _unclosed(document: Document, number: int) -> Hit | None:
    """An opening mark: with its attribution, or in the middle of a clause, or else not sure."""
    mark = document.tokens.forms[number]
    place = _attribution(document, number)
    if place is None:
        inside = number > document.paragraph_of(number).first and (
            document.tokens.forms[number - 1][-1].isalpha()
        )
        return Hit(document.span(number, number)) if inside else None
    at = document.tokens.ends[place - 1]
    closer = (document.gap(number) if mark == "«" else "") + _CLOSER[mark]
    return Hit(
        document.span(place - 1, place),
        ((Edit(Span(at, at), closer),),),
        related=(document.span(number, number),),
    )


def _attribution(document: Document, number: int) -> int | None:
    """The comma after the words quoted, where « a déclaré », « dit-il » follow it."""
    tokens = document.tokens
    last = document.paragraph_of(number).last
    for comma in range(number + 2, min(last - 2, number + _LONGEST_MIX)):
        if tokens.forms[comma] == "," and _reports(document, comma + 1):
            return comma
    return None


def _reports(document: Document, number: int) -> bool:
    lower = document.tokens.lower
    if lower[number] in _AUXILIARIES:
        following = number + 1 + (lower[number + 1] in _SUBJECTS)
        return following < len(lower) and lower[following] in SPEECH_PARTICIPLES
    return lower[number] in REPORTING and lower[number + 1] != "que"


def _unopened(document: Document, number: int) -> Hit:
    """A closing mark; where its sentence opens the paragraph, so does the quotation."""
    tokens = document.tokens
    block = document.paragraph_of(number)
    span = document.span(number, number)
    comma = number + 1
    if (
        comma + 1 < block.last
        and tokens.forms[comma] == ","
        and _reports(document, comma + 1)
        and document.sentence_of(number).first == block.first
    ):
        mark = next(one for one, other in _CLOSER.items() if other == tokens.forms[number])
        start = tokens.starts[block.first]
        blank = document.gap(number - 1) if mark == "«" else ""
        opened = (Edit(Span(start, start), mark + blank),)
        return Hit(span, (opened,), related=(Span(start, start),))
    return Hit(span)

"""No space after a mark, where two pieces were joined: « levée.Les », « hier,il », « ODBC)ou »."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.clauses import CLOSED
from mtqa.lexicon import PAST_PARTICIPLE
from mtqa.parameters import parameters
from mtqa.text import MASK, Document, Span

__all__ = ["LostSpaceDetector"]

_STOPS = (".", "!", "?", "…")
_CLOSING = (")", "»", "”")
_LONGEST_HOLE = 30
"""Characters of the longest placeholder such as « %(family)s »."""
_OPENING = ("«", "“", "(")


@parameters
class LostSpaceDetector:
    """Two French words with a stop, comma, bracket or quotation mark between, and no space."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every mark that touches the words on both of its sides."""
        tokens = document.tokens
        for number in tokens.positions((*_STOPS, ",", ";", *_CLOSING, *_OPENING)):
            if not 0 < number < len(tokens) - 2:
                continue
            mark = tokens.forms[number]
            if mark in _OPENING:
                found = _opens_after_a_word(document, number)
            else:
                touching = tokens.ends[number] == tokens.starts[number + 1]
                found = touching and _joins(document, number, mark)
            if found:
                yield _hit(document, number, before=mark in _OPENING)


def _joins(document: Document, number: int, mark: str) -> bool:
    """Does the mark end one piece, and the next token begin another?"""
    tokens = document.tokens
    following = tokens.forms[number + 1]
    if not following[0].isalpha() or _goes_on_touching(document, number + 1):
        return False
    if mark in _CLOSING:
        start = tokens.starts[number]
        if "%(" in document.text[max(0, start - _LONGEST_HOLE) : start]:
            return False
        linked = tokens.lower[number + 1] in CLOSED and len(following) > 1
        word = mark != ")" and len(following) > 3 and _is_word(document, number + 1)
        return (linked or word) and _is_long(document, number)
    if tokens.ends[number - 1] != tokens.starts[number]:
        return False
    adds = mark == "," and _adds(document, number)
    quoted = mark in _STOPS and tokens.forms[number - 1] in _CLOSING
    if not (adds or quoted or _is_word(document, number - 1)):
        return False
    if number > 1 and not quoted and tokens.ends[number - 2] == tokens.starts[number - 1]:
        return tokens.lower[number - 2][-1] in "'’"
    if mark in _STOPS:
        capital = following[0].isupper() and (len(following) == 1 or following[1:].islower())
        return capital and _is_word(document, number + 1)
    linked = adds or (mark == "," and following in ("à", "y"))
    return following.islower() and (linked or _is_word(document, number + 1))


def _adds(document: Document, comma: int) -> bool:
    """Do a name, a number or a bracket stand before this comma, and a function word behind it?"""
    tokens = document.tokens
    before, after = tokens.forms[comma - 1], tokens.lower[comma + 1]
    name = before.isalpha() and len(before) > 2 and before[1:].islower()
    compound = after == "a" and document.entry(comma + 2).tags & PAST_PARTICIPLE
    word = len(after) > 1 or after == "à" or bool(compound)
    if after in CLOSED and word:
        return name or before in _CLOSING or before.isdigit()
    plain = document.gap(comma + 1) == " " and tokens.forms[comma + 2][0].isalpha()
    return name and before[0].isupper() and plain and len(after) > 3


def _goes_on_touching(document: Document, number: int) -> bool:
    """Is this token part of an address, a path, a call: is it tied to what follows it?"""
    end = document.tokens.ends[number]
    after = document.text[end : end + 2]
    if document.tokens.forms[number][-1] in "'’":
        return False
    tied = after[:1] in tuple(".,:") and not after[1:2].isspace() and len(after) > 1
    return tied or after[:1] in tuple("(/_\\=@[")


def _is_word(document: Document, number: int) -> bool:
    """Is this a usual French word of more than one letter, and no file ending?"""
    entry = document.entry(number)
    form = document.tokens.forms[number]
    if form[-1] in "'’":
        return True
    return (
        len(form) > 1 and form[0].isalpha() and entry.common and entry.fr >= max(30, entry.en - 5)
    )


def _is_long(document: Document, number: int) -> bool:
    """Does a bracket or quotation of more than a syllable end here, after a word?"""
    before = document.tokens.forms[number - 1]
    return before == MASK or (len(before) > 2 and before[0].isalnum() and before[-1].isalnum())


def _opens_after_a_word(document: Document, number: int) -> bool:
    """Does the opening mark touch the word before it, and not what belongs to that word?"""
    tokens = document.tokens
    if tokens.ends[number - 1] != tokens.starts[number] or not _is_word(document, number - 1):
        return False
    if tokens.forms[number] != "(":
        return tokens.forms[number - 1][-1] not in "'’" and tokens.forms[number - 1].islower()
    inside = tokens.forms[number + 1]
    word = len(inside) > 3 and inside[0].isalpha() and document.entry(number + 1).common
    return word and tokens.forms[number + 2][0].isalpha() and tokens.forms[number - 1].islower()


def _hit(document: Document, number: int, *, before: bool) -> Hit:
    tokens = document.tokens
    first, last = (number - 1, number) if before else (number, number + 1)
    at = tokens.starts[number] if before else tokens.ends[number]
    return Hit(document.span(first, last), ((Edit(Span(at, at), " "),),))

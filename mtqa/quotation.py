"""Quotation marks by where they stand, and the attribution that follows the words quoted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from mtqa.languages.fr.reporting import reports
from mtqa.text import Document

__all__ = ["CLOSER", "CLOSERS", "OPENERS", "attributed", "closes", "opens", "strays", "turned"]

CLOSER = {"«": "»", "“": "”", "„": "“", "‹": "›", '"': '"'}
"""The mark that closes what each mark opens."""
OPENERS = frozenset("«“„‹")
CLOSERS = frozenset("»”›")
_SHORT = 6
_AFTER_CLOSER = " \t\n\u00a0\u202f,.;:!?…)]»”"


def strays(document: Document) -> Iterator[list[int]]:
    """The unpaired marks of each paragraph, in order."""
    for _, numbers in groupby(document.stray_quotes, document.paragraph_of):
        yield list(numbers)


def opens(document: Document, number: int) -> bool:
    """Does the mark stand where an opening one stands: after a blank, before a word?"""
    start, end = document.span(number, number)
    before, after = document.text[max(start - 1, 0) : start], document.text[end : end + 1]
    return (before == "" or before.isspace() or before in "([’'-–—") and (
        after.isalnum() or after in "([…"
    )


def closes(document: Document, number: int) -> bool:
    """Does it stand where a closing one stands: after a word or mark, before blank or mark?"""
    start, end = document.span(number, number)
    before, after = document.text[max(start - 1, 0) : start], document.text[end : end + 1]
    return before != "" and not before.isspace() and (after == "" or after in _AFTER_CLOSER)


def turned(document: Document, numbers: list[int]) -> Iterator[tuple[int, str]]:
    """The marks that face the wrong way, among the strays of a paragraph, and the right ones."""
    forms = document.tokens.forms
    for one, other in pairwise(numbers):
        if forms[one] != forms[other]:
            continue
        if forms[one] == "«":
            end = document.tokens.ends[other]
            after = document.text[end : end + 2].lstrip("\u00a0 ")[:1]
            if after in ("", "\n", ",", ".", ";", ")") or (
                other - one <= _SHORT and after.islower() and forms[other - 1][-1].isalpha()
            ):
                yield other, "»"
        elif forms[one] == "»":
            if one > 0 and forms[one - 1] == ":":
                yield one, "«"
        elif opens(document, one) and closes(document, other):
            if forms[one] == "“":
                yield other, "”"
            elif forms[one] == "”":
                yield one, "“"


def attributed(document: Document, number: int) -> bool:
    """Does an attribution begin with this token: « a déclaré X », « dit-elle »?"""
    last = document.paragraph_of(number).last if number < len(document.tokens) else number
    return number < last and reports(document.tokens.lower, number, last)

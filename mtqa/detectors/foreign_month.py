"""Months in a foreign language beside a French date."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.foreign import BIBLIOGRAPHY, reads_as_french
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document
from mtqa.views import Sentence

__all__ = ["ForeignMonthDetector"]

_LEADS = frozenset(
    """
    le du au dès depuis avant après jusqu'au lundi mardi mercredi jeudi vendredi samedi dimanche
    en début fin mi vers courant pour et ou dernier prochain premier er
    """.split()
)
"""What stands before a date in a French sentence."""


@parameters
class ForeignMonthDetector:
    """A month of the column `foreign` with a day or a year, led by a word of French.

    `table` gives the month as `french`. The whole date is written in French order. Dates in
    quotations, in references and in sentences that are not French are left alone.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    table: Table

    @cached_property
    def _months(self) -> dict[str, tuple[str, str]]:
        """Lower-case foreign month → as written, and in French."""
        rows = self.table.column_rows("foreign", "french")
        return {foreign.lower(): (foreign, french) for foreign, french in rows}

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every foreign date."""
        index = document.tokens.index
        for form in self._months.keys() & index.keys():
            foreign, french = self._months[form]
            for token in index[form]:
                if document.tokens.forms[token] == foreign:
                    yield from _date(document, token, french)


def _date(document: Document, token: int, french: str) -> Iterator[Hit]:
    tokens = document.tokens
    sentence = document.sentence_of(token)
    first, day = _day_before(document, token, sentence)
    last, day_after, year = _after(document, token, sentence, day == "")
    day = day or day_after
    led = first > sentence.first and tokens.lower[first - 1] in _LEADS
    if not (day or year) or not led or document.is_set_off(first, last):
        return
    if last + 1 < sentence.last and tokens.forms[last + 1][0].isupper():
        return
    if not reads_as_french(document.company(first, last)):
        return
    if BIBLIOGRAPHY.search(document.context(first, last)):
        return
    shown = "1er" if day == "1" else day
    yield Hit.replacing(document.span(first, last), " ".join(filter(None, (shown, french, year))))


def _day_before(document: Document, token: int, sentence: Sentence) -> tuple[int, str]:
    """The first token of « 3 de marzo » or « 3rd March », and the day."""
    lower = document.tokens.lower
    before = token - 1
    if before > sentence.first and lower[before] in ("de", "of"):
        before -= 1
    if before >= sentence.first and _is_day(lower[before]):
        return before, _digits(lower[before])
    return token, ""


def _after(
    document: Document, token: int, sentence: Sentence, wants_day: bool
) -> tuple[int, str, str]:
    """The last token of « March 3rd, 2021 » or « marzo de 2021 », the day and the year."""
    lower = document.tokens.lower
    last, day, year = token, "", ""
    if wants_day and token + 1 < sentence.last and _is_day(lower[token + 1]):
        last, day = token + 1, _digits(lower[token + 1])
    at = last + 1
    if at + 1 < sentence.last and lower[at] in (",", "de", "del"):
        at += 1
    if at < sentence.last and lower[at].isdigit() and len(lower[at]) == 4:
        last, year = at, lower[at]
    return last, day, year


def _is_day(form: str) -> bool:
    digits = _digits(form)
    return digits != "" and int(digits) <= 31 and form[len(digits) :] in _DAY_ENDINGS


_DAY_ENDINGS = ("", "st", "nd", "rd", "th", "er", "º")


def _digits(form: str) -> str:
    length = 0
    while length < len(form) and form[length] in "0123456789":
        length += 1
    return form[:length] if length <= 2 else ""

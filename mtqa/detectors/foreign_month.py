"""Months and days of the week in a foreign language in French text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.foreign import BIBLIOGRAPHY, reads_as_french
from mtqa.lexicon import PAST_PARTICIPLE, lookup
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document
from mtqa.views import Sentence

__all__ = ["ForeignMonthDetector"]

_LEADS = frozenset(
    """
    le du au dès depuis avant après jusqu'au lundi mardi mercredi jeudi vendredi samedi dimanche
    en début fin mi vers courant pour et ou dernier prochain premier er entre de d' à , ( : – — •
    ce cette chaque un
    """.split()
)
"""What stands before a date in a French sentence."""
_ALONE = frozenset("en début fin mi courant dès".split())
_BEFORE_SURE = frozenset("ici de d' avant après jusqu'en depuis".split())
"""What stands before a month without day or year, and before one that is no other word too."""
_UNSURE = frozenset(("mars", "avril", "mai", "juin", "août"))
"""The months whose English names are words or first names too."""
_AFTER_WEEKDAY = frozenset("matin soir après-midi midi dernier prochain".split())
_BEFORE_WEEKDAY = frozenset("le du au ce chaque un dès depuis jusqu'au prochain dernier".split())


@parameters
class ForeignMonthDetector:
    """A month or a day of the week of the column `foreign`, led by a word of French.

    `table` gives it as `french`, and `weekday` as `kind` of the latter. A month needs a day or a
    year beside it, or one of a few words before it. The whole date is written in French order.
    Dates in quotations, in references and in sentences that are not French are left alone.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    table: Table

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        """The names in lower case, with their row."""
        rows = self.table.column_rows("foreign", "french", "kind")
        return {row[0].lower(): row for row in rows}

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every foreign date."""
        index = document.tokens.index
        for form in self._names.keys() & index.keys():
            foreign, french, kind = self._names[form]
            for token in index[form]:
                if document.tokens.forms[token] == foreign:
                    yield from (
                        _weekday(document, token, french)
                        if kind
                        else _date(document, token, french)
                    )


def _weekday(document: Document, token: int, french: str) -> Iterator[Hit]:
    sentence = document.sentence_of(token)
    lower = document.tokens.lower
    leads = lower[token - 1] if token > sentence.first else ""
    led = leads in _BEFORE_WEEKDAY or lookup(leads).tags & PAST_PARTICIPLE
    follows = token + 1 < sentence.last and lower[token + 1] in _AFTER_WEEKDAY
    if (led or follows) and _is_used(document, token, token):
        yield Hit.replacing(document.span(token, token), french)


def _date(document: Document, token: int, french: str) -> Iterator[Hit]:
    tokens = document.tokens
    sentence = document.sentence_of(token)
    first, day = _day_before(document, token, sentence)
    last, day_after, year = _after(document, token, sentence, day == "")
    day = day or day_after
    leads = tokens.lower[first - 1] if first > sentence.first else ""
    alone = leads in _ALONE or (leads in _BEFORE_SURE and french not in _UNSURE)
    stands = leads in _LEADS or (day and year and not leads)
    if not (stands if day or year else alone):
        return
    if _is_used(document, first, last):
        shown = "1er" if day == "1" else day
        text = " ".join(filter(None, (shown, french, year)))
        yield Hit.replacing(document.span(first, last), text)


def _is_used(document: Document, first: int, last: int) -> bool:
    """Does the date stand in a French sentence, and in no name, quotation or reference?"""
    forms = document.tokens.forms
    after = forms[last + 1] if last + 1 < document.sentence_of(first).last else "."
    quoted = document.quote_around(first) is not None or document.is_set_off(first, last, 0)
    return (
        not after[0].isupper()
        and not (quoted and forms[first - 1] not in ("(", "le", "du", "au"))
        and reads_as_french(_company(document, first, last))
        and (
            _dates_a_version(forms, first) or not BIBLIOGRAPHY.search(document.context(first, last))
        )
    )


def _dates_a_version(forms: list[str], first: int) -> bool:
    """« Version 7.3 (October 4, 2024) », « le June 12, 2024 »: no book and its year."""
    if first < 2 or forms[first - 1] in ("le", "du", "au"):
        return first > 1
    return forms[first - 1] == "(" and forms[first - 2][0].isdigit()


def _company(document: Document, first: int, last: int) -> list[str]:
    """The words around in the sentence, or, if these are few, in the text."""
    company = document.company(first, last)
    if len(company) >= _SHORT:
        return company
    lower = document.tokens.lower
    return lower[max(0, first - _REACH) : first] + lower[last + 1 : last + 1 + _REACH]


_SHORT = 6
_REACH = 40


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

"""Fixed foreign phrases of a table, left in French text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.determiners import agrees, before_name
from mtqa.languages.fr.elision import elide
from mtqa.languages.fr.foreign import LONGEST_MENTION, is_french, pulls, reads_as_french
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import MASK, Document, Span
from mtqa.wordings import Wordings

__all__ = ["ForeignPhraseDetector"]

_SEPARATOR = " ‖ "


@parameters
class ForeignPhraseDetector:
    """A phrase of the column `foreign` in a sentence that goes on in French.

    `table` gives beside it, as `french`, its translations, separated by ` ‖ `, and the `gender`
    (m, f, mp, fp) of a noun, whose determiner agrees. Nothing is said
    where the phrase is quoted, or where a word beside it is foreign too, or there is none.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    table: Table

    @cached_property
    def _wordings(self) -> Wordings:
        return Wordings(self.table, "foreign", "french", "gender")

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every phrase that stands in French."""
        for places in self._wordings.places(document):
            first, last, wording = places[0]
            if _is_in_french(document, first, last):
                french, gender = wording.cells
                repairs = _repairs(document, first, last, french.split(_SEPARATOR), gender)
                yield Hit(document.span(first, last), tuple(repairs))


def _is_in_french(document: Document, first: int, last: int) -> bool:
    if document.is_set_off(first, last, LONGEST_MENTION):
        return False
    tokens = document.tokens
    sentence = document.sentence_of(first)
    before = next(_words(document, range(first - 1, sentence.first - 1, -1)), None)
    after = list(islice(_words(document, range(last + 1, sentence.last)), 2))
    capital = before is not None and tokens.forms[first][0].isupper()
    if capital or last >= sentence.last:
        return False
    sides = after if before is None else [before, *after]
    company = document.company(first, last)
    if MASK in company or not reads_as_french(company):
        return False
    beside = [n for n in sides if n == before or n == after[0]]
    return any(is_french(tokens.lower[n]) for n in sides) and all(
        _is_neutral(tokens.forms[n], tokens.lower[n]) for n in beside
    )


def _words(document: Document, numbers: range) -> Iterator[int]:
    return (n for n in numbers if document.tokens.forms[n][0].isalnum())


def _is_neutral(form: str, lower: str) -> bool:
    """Is the word French, or a name or number that could stand in French?"""
    return is_french(lower) or form[0].isdigit() or form[0].isupper() or max(pulls(lower)) <= 0


def _repairs(
    document: Document, first: int, last: int, texts: list[str], gender: str
) -> Iterator[tuple[Edit, ...]]:
    """The translations, joined to the words on both sides as French joins them."""
    tokens = document.tokens
    sentence = document.sentence_of(first)
    before = tuple(tokens.lower[max(first - 2, sentence.first) : first])
    if before and gender and not agrees(before[-1], gender):
        return
    following = tokens.forms[last + 1] if last + 1 < sentence.last else ""
    for french in texts:
        taken, text = before_name(before, french, gender, adds_article=False)
        start, end = tokens.starts[first - taken], tokens.ends[last]
        *lead, tail = text.split(" ")
        joined = elide(tail, following) if following and lead else ""
        if joined and joined != f"{tail} {following}":
            text, end = " ".join([*lead, joined]), tokens.ends[last + 1]
        if document.text[start].isupper():
            text = text[0].upper() + text[1:]
        yield (Edit(Span(start, end), text),)

"""Blanks to fill in that were left in a text: « [nom du client] », « (à compléter) »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

import regex

from mtqa.findings import Hit
from mtqa.parameters import parameters
from mtqa.text import Document, Span

__all__ = ["FillInDetector"]

_MOST = 4
_LONGEST_ORDER = 4
"""An order of so many words or more in round brackets is one to the reader."""
_CLOSER = {"[": "]", "(": ")", "<": ">"}


@parameters
class FillInDetector:
    """Square brackets around one of `fields`, any brackets around one of `orders`.

    Both are regular expressions; an order begins with one of `order_heads`. A form has fields on
    purpose, and says so by one of the words `form_words`; an order right after one of
    `form_objects` is given to whoever fills it in. In a quotation, square brackets are the
    journalist's.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    fields: tuple[str, ...]
    orders: tuple[str, ...]
    order_heads: tuple[str, ...]
    form_words: tuple[str, ...]
    form_objects: tuple[str, ...]

    @cached_property
    def _field(self) -> regex.Pattern[str]:
        return _compiled(self.fields)

    @cached_property
    def _order(self) -> regex.Pattern[str]:
        return _compiled(self.orders)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every blank, unless the document has many."""
        is_form = document.is_about(self.form_words)
        spans = [
            span
            for number in document.tokens.positions(tuple(_CLOSER))
            if (span := self._blank(document, number, is_form))
        ]
        for span in spans if len(spans) <= _MOST else ():
            yield Hit(span)

    def _blank(self, document: Document, number: int, is_form: bool) -> Span | None:
        start = document.tokens.starts[number]
        opener = document.tokens.forms[number]
        following = document.tokens.lower[number + 1 : number + 2]
        ordered = following and following[0].startswith(self.order_heads)
        match = self._order.match(document.text, start) if ordered else None
        if match:
            before = document.tokens.lower[max(number - 2, 0) : number]
            if not set(before).isdisjoint(self.form_objects):
                return None
        elif opener == "[" and not is_form:
            match = self._field.match(document.text, start)
        if not match or match[0][-1] != _CLOSER[opener]:
            return None
        if opener == "[" and document.quote_around(number):
            return None
        if opener == "(" and match[0].count(" ") >= _LONGEST_ORDER:
            return None  # « (saisissez le nombre qui correspond à votre choix) » instructs.
        return Span(*match.span())


def _compiled(contents: tuple[str, ...]) -> regex.Pattern[str]:
    choice = "|".join(contents)
    return regex.compile(rf"[\[(<][ ]?(?:{choice})[ ]?[\])>](?![(:\[\w])", regex.IGNORECASE)

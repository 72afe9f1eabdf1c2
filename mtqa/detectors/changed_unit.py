"""An amount whose unit or currency is another one in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar, NamedTuple

from mtqa.bilingual.quantities import NUMBER, quantities
from mtqa.findings import Edit, Hit
from mtqa.languages.fr.edges import join_left
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document, Pair, Span

__all__ = ["ChangedUnit"]

_GAP = r"(?:[ \u00a0\u202f-]|[ \u00a0\u202f](?:de[ \u00a0\u202f]|d[’'])|(?=[^\w]))?"


class _Amount(NamedTuple):
    values: frozenset[float]
    unit: str
    span: Span
    """Where the unit stands, in the text of one side of the pair."""


class _Unit(NamedTuple):
    symbol: str
    singular: str
    plural: str


@parameters
class ChangedUnit:
    """A number that both sides have, with units that differ.

    `table` gives for each unit what it is called in each language, as regular expressions, its
    symbol in French, and its name there in singular and plural. A converted amount has another
    number, and is no fault.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("source",)

    table: Table

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each such unit; the correction names the unit of the source."""
        if document.source is None or document.source.language not in self._patterns:
            return
        for pair in document.pairs():
            if any(map(str.isdigit, pair.target)):
                yield from self._hits(document, pair, document.source.language)

    def _hits(self, document: Document, pair: Pair, language: str) -> Iterator[Hit]:
        ours = list(self._amounts(pair.target, document.language))
        theirs = list(self._amounts(pair.source, language)) if ours else []
        for amount in ours:
            same = [other for other in theirs if other.values & amount.values]
            if not same or any(self._are_one(other.unit, amount.unit) for other in same):
                continue
            right = same[0]
            if any(own.unit == right.unit and own.values & right.values for own in ours):
                continue
            written = pair.source[right.span.start : right.span.end]
            span = pair.in_target(*amount.span)
            yield Hit(
                span,
                ((self._edit(document, span, amount, right.unit),),),
                slots={"source": written},
                source=(pair.in_source(*right.span),),
            )

    def _amounts(self, text: str, language: str) -> Iterator[_Amount]:
        """The numbers of a text that have a unit behind them, or a currency sign before."""
        after, before, names = self._patterns[language]
        for quantity in quantities(text, language):
            if quantity.kind != NUMBER:
                continue
            match = after.match(text, quantity.end)
            if match is None:
                lead = text[: quantity.start].rstrip(" \u00a0\u202f")
                match = before.search(lead, max(0, len(lead) - 4))
            if match is not None and match.lastgroup:
                span = Span(*match.span(match.lastgroup))
                yield _Amount(quantity.values, names[match.lastgroup], span)

    @cached_property
    def _patterns(self) -> Mapping[str, tuple[re.Pattern[str], re.Pattern[str], Mapping[str, str]]]:
        """By language: units behind a number, signs before one, and the unit of each group."""
        columns = ("unit", "en", "es", "fr")
        rows = self.table.column_rows(*columns)
        found = {}
        for number, language in enumerate(columns[1:], 1):
            names = {f"u{place}": row[0] for place, row in enumerate(rows)}
            units = "|".join(f"(?P<u{place}>{row[number]})" for place, row in enumerate(rows))
            signs = "|".join(
                f"(?P<u{place}>{re.escape(row[number][-1])})"
                for place, row in enumerate(rows)
                if row[number][-1] in "€$£¥"
            )
            found[language] = (
                re.compile(rf"{_GAP}(?:{units})(?!\w)"),
                re.compile(rf"(?:{signs})$"),
                names,
            )
        return found

    @cached_property
    def _french(self) -> Mapping[str, _Unit]:
        rows = self.table.column_rows("unit", "symbol", "singular", "plural")
        return {row[0]: _Unit(*row[1:]) for row in rows}

    def _are_one(self, unit: str, other: str) -> bool:
        """Are the two one unit, or called alike, as pounds are that weigh and that pay?"""
        return self._french[unit].plural.split()[0] == self._french[other].plural.split()[0]

    def _edit(self, document: Document, span: Span, amount: _Amount, unit: str) -> Edit:
        """The unit in the place of the wrong one: a sign for a sign, a word for a word."""
        right, wrong = self._french[unit], document.text[span.start : span.end]
        text = right.plural if max(amount.values) >= 2 else right.singular
        if right.symbol and (not wrong[0].isalpha() or wrong == self._french[amount.unit].symbol):
            text = right.symbol
        before = document.tokens.at(span.start) - 1
        word = document.tokens.forms[before]
        if word.lower() in ("de", "d'", "d’"):
            joined = join_left(word, text, document.apostrophe) or f"{word} "
            return Edit(Span(document.tokens.starts[before], span.end), joined + text)
        return Edit(span, text)

"""Foreign units after a slash: « 95 km/hora », « 12 €/night »."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.foreign import reads_as_french
from mtqa.parameters import parameters
from mtqa.text import Document, Span

__all__ = ["SlashUnitDetector"]

_MEASURES = frozenset("km m l kg g mg ml mi kwh hab € $ £ usd eur euros".split())
_REACH = 40


@parameters
class SlashUnitDetector:
    """One of the `units` after a measure or a currency and a slash, in French text.

    The span is the whole measure: « km/hora ».
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    units: Mapping[str, str]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such unit."""
        tokens = document.tokens
        for unit in self.units.keys() & tokens.index.keys():
            for token in tokens.index[unit]:
                if token < 2 or tokens.forms[token - 1] != "/":
                    continue
                lower = tokens.lower
                around = (
                    lower[max(0, token - _REACH) : token - 2] + lower[token + 1 : token + _REACH]
                )
                if lower[token - 2] in _MEASURES and reads_as_french(around):
                    changed = document.span(token, token)
                    span = Span(tokens.starts[token - 2], changed.end)
                    yield Hit(span, ((Edit(changed, self.units[unit]),),))

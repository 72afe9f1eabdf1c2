"""One institution or place, its common noun translated here and not there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document, Span
from mtqa.tokens import in_one_text

__all__ = ["NamedHeads"]

_LINKS = frozenset("de del la las los el d' du des le l'".split())
_SHORTEST = 4


@parameters
class NamedHeads:
    """« la Fondation Zubiri » and « la Fundación Zubiri », « Zubiri Foundation » in one document.

    `heads` has the columns `foreign` and `french`. The foreign form is found wherever the French
    one stands too, before the same name.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("other",)

    heads: Table

    @cached_property
    def _heads(self) -> dict[str, str]:
        rows = self.heads.column_rows("foreign", "french")
        return {foreign.lower(): french for foreign, french in rows}

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each name with its foreign noun; of a town, whose name is left as it
        is where the text mostly does so, for each with a French one."""
        for foreign in self._heads.keys() & document.tokens.index.keys():
            names: dict[str, list[tuple[Span, list[Span]]]] = {}
            for span, name, places in _pairs(document, foreign, self._heads[foreign]):
                names.setdefault(document.tokens.forms[name], []).append((span, places))
            for found in names.values():
                spans, french = [span for span, _ in found], found[0][1]
                town = all("-" in document.text[slice(*span)] for span in french)
                if town and len(spans) > len(french):
                    spans, french = french, spans
                other = document.text[slice(*french[0])]
                for span in spans:
                    yield Hit.replacing(span, other, slots={"other": other})


def _pairs(document: Document, foreign: str, french: str) -> Iterator[tuple[Span, int, list[Span]]]:
    """Names with the foreign noun, the token of the name itself, and where it has the French."""
    tokens = document.tokens
    for token in tokens.index[foreign]:
        if not tokens.forms[token].istitle() or document.is_set_off(token, token):
            continue
        for name in (_behind(document, token), token - 1):
            places = list(_french(document, french, name)) if name >= 0 else []
            if in_one_text([token], (first for first, _ in places)):
                span = document.span(min(token, name), max(token, name))
                yield span, name, [document.span(*place) for place in places]
                break


def _behind(document: Document, token: int) -> int:
    """The name that a noun leads to, over « de la »; -1 if none follows."""
    tokens = document.tokens
    at = token + 1
    while at < min(token + 3, len(tokens)) and tokens.lower[at] in _LINKS:
        at += 1
    return at if at < len(tokens) else -1


def _french(document: Document, french: str, name: int) -> Iterator[tuple[int, int]]:
    """Where the French noun, with a capital or hyphen, leads to the name at this token."""
    tokens = document.tokens
    form = tokens.forms[name]
    if not form.istitle() or len(form) < _SHORTEST or document.entry(name).common:
        return
    for token in tokens.index.get(f"{french}-{form}".lower(), ()):
        yield token, token
    for token in tokens.index[tokens.lower[name]]:
        before = token - 1
        while before > token - 3 and before > 0 and tokens.lower[before] in _LINKS:
            before -= 1
        if tokens.lower[before : before + 1] == [french.lower()] and tokens.forms[token] == form:
            yield before, token

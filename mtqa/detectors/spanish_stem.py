"""Spanish verbs with French endings: « sofoqué » from sofocar, « recetera » from recetar."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.edges import apostrophe_of, join_left
from mtqa.languages.fr.foreign_forms import french_verb
from mtqa.lexicon import PLURAL, SINGULAR, lookup
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document, Span

__all__ = ["SpanishStem"]

_ENDINGS = {
    "èrent": "Is3p", "eraient": "K3p", "erait": "K3s", "eront": "If3p", "era": "If3s",
    "aient": "Iq3p", "ait": "Iq3s", "ant": "P", "ent": "Ip3p", "ées": "Qfp", "ée": "Qfs",
    "és": "Qmp", "é": "Qms", "er": "Y",
}  # fmt: skip
"""French endings that Spanish forms seldom have, with their features."""
_LAST = frozenset("téesra")
_SHORTEST = 4
_HARD = {"qu": "c", "gu": "g", "ç": "z", "c": "z"}
"""How French spells before « e » the letter that ends a Spanish stem."""
_HEARD = 15
"""Zipf × 10 from which a form is taken to be a word of some other language."""


@parameters
class SpanishStem:
    """A word that French does not have: the stem of a Spanish verb of `table`, a French ending.

    `table` gives verbs as `foreign`, their `french`, and as `kind` their language and part of
    speech (`es verb`).
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    table: Table

    @cached_property
    def _stems(self) -> dict[str, str]:
        rows = self.table.column_rows("foreign", "french", "kind")
        return {
            foreign[:-2]: french
            for foreign, french, kind in rows
            if kind.startswith("es verb")
            and foreign.endswith("ar")
            and len(foreign) > _SHORTEST + 1
        }

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each such word."""
        for word, places in document.tokens.index.items():
            if word[-1] not in _LAST or len(word) <= _SHORTEST or lookup(word).known:
                continue
            answer = self._answer(word)
            if answer is None:
                continue
            for token in places:
                led = token and lookup(document.tokens.lower[token - 1]).common
                if led and document.tokens.forms[token].islower():
                    yield _hit(document, token, *answer)

    def _answer(self, word: str) -> tuple[str, str] | None:
        """The French verb that is meant and the feature of the form."""
        entry = lookup(word)
        if max(entry.fr, entry.en, entry.it) >= _HEARD:
            return None
        for ending, feature in _ENDINGS.items():
            if word.endswith(ending):
                french = self._verb(word[: -len(ending)])
                if french:
                    return french, feature
        return None

    def _verb(self, stem: str) -> str | None:
        found = self._stems.get(stem)
        for spelled, letter in _HARD.items():
            if not found and stem.endswith(spelled):
                found = self._stems.get(stem.removesuffix(spelled) + letter)
        return found


def _hit(document: Document, token: int, french: str, feature: str) -> Hit:
    before = document.tokens.forms[token - 1] if token else ""
    tags = lookup(before.lower()).tags
    number = "p" if tags & PLURAL and not tags & SINGULAR else "s"
    texts = french_verb(french, feature, number, with_etre=False)
    return Hit(document.span(token, token), tuple(_repairs(document, token, before, texts)))


def _repairs(
    document: Document, token: int, before: str, texts: tuple[str, ...]
) -> Iterator[tuple[Edit, ...]]:
    tokens = document.tokens
    start, end = tokens.starts[token], tokens.ends[token]
    beside = before[:1].isalpha() and tokens.ends[token - 1] + 1 >= start
    for text in texts:
        joined = join_left(before, text, apostrophe_of(document.text)) if beside else ""
        if joined and joined.rstrip() != before:
            yield (Edit(Span(tokens.starts[token - 1], end), joined + text),)
        elif joined is not None:
            yield (Edit(Span(start, end), text),)

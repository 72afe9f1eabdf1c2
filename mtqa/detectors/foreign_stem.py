"""Foreign verbs with French endings: « sofoqué » from sofocar, « postponé » from to postpone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.edges import apostrophe_of, join_left
from mtqa.languages.fr.names import unaccented
from mtqa.lexicon import DETERMINER, inflect, lookup
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document, Span

__all__ = ["ForeignStem"]

_ENDINGS = (
    "èrent", "eraient", "erait", "eront", "era", "aient", "ait", "ant", "ent", "ées", "ée", "és",
    "é", "ez", "er",
)  # fmt: skip
"""French endings that Spanish and English forms seldom have."""
_MODEL = "aim"
"""Stem of the verb that shows which form an ending is of."""
_SHORTEST = 4
_ALIKE = 3
_HARD = {"qu": "c", "gu": "g", "ç": "z", "c": "z"}
"""How French spells before « e » the letter that ends a Spanish stem."""
_HEARD = 15
"""Zipf × 10 from which a form is taken to be a word of some other language."""


@parameters
class ForeignStem:
    """A word that French does not have: the stem of a verb of `table`, a French ending.

    `table` gives verbs as `foreign`, their `french`, and as `kind` their language and part of
    speech; only those of `language` count (`es`, `en`), and none that are `borrowed`.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    table: Table
    language: str
    borrowed: frozenset[str] = frozenset()

    @cached_property
    def _stems(self) -> dict[str, str]:
        rows = self.table.column_rows("foreign", "french", "kind")
        stems = {
            _stem(foreign, self.language): french
            for foreign, french, kind in rows
            if kind.startswith(f"{self.language} verb")
            and foreign not in self.borrowed
            and not _looks_alike(foreign, french, self.language)
        }
        return {stem: french for stem, french in stems.items() if len(stem) >= _SHORTEST}

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each such word."""
        for word, places in document.tokens.index.items():
            texts = self._answer(word) if word.endswith(_ENDINGS) else ()
            if not texts:
                continue
            for token in places:
                if _is_led(document, token) or (word[-1] == "z" and _is_order(document, token)):
                    yield Hit(document.span(token, token), tuple(_repairs(document, token, texts)))

    def _answer(self, word: str) -> tuple[str, ...]:
        """The French that is meant, in the same form."""
        for ending in _ENDINGS:
            if word.endswith(ending):
                french = self._verb(word[: -len(ending)])
                if french and _is_unheard(word):
                    head, _, rest = french.partition(" ")
                    return tuple(
                        f"{form} {rest}".rstrip() for form in inflect(head, _MODEL + ending)
                    )
        return ()

    def _verb(self, stem: str) -> str | None:
        found = self._stems.get(stem)
        for spelled, letter in _HARD.items() if self.language == "es" else ():
            if not found and stem.endswith(spelled):
                found = self._stems.get(stem.removesuffix(spelled) + letter)
        return found


def _stem(verb: str, language: str) -> str:
    """What is left of a verb before an ending; nothing of a Spanish one that is not in -ar."""
    if language == "es":
        return verb[:-2] if verb.endswith("ar") else ""
    return verb.removesuffix("e")


def _looks_alike(foreign: str, french: str, language: str) -> bool:
    """Would the English verb with a French ending rather be a slip for the French one?"""
    return language == "en" and unaccented(french)[:_ALIKE] == foreign[:_ALIKE]


def _is_unheard(word: str) -> bool:
    entry = lookup(word)
    return not entry.known and max(entry.fr, entry.en, entry.it) < _HEARD


def _is_led(document: Document, token: int) -> bool:
    """Does a French word stand before this one, which is in small letters?"""
    led = token > 0 and lookup(document.tokens.lower[token - 1]).common
    return led and document.tokens.forms[token].islower()


def _is_order(document: Document, token: int) -> bool:
    """Does the word begin a sentence, with an object behind: « Apaguez l’ordinateur »?"""
    first = document.sentence_of(token).first == token
    return (
        first
        and token + 1 < len(document.tokens)
        and bool(lookup(document.tokens.lower[token + 1]).tags & DETERMINER)
    )


def _repairs(document: Document, token: int, texts: tuple[str, ...]) -> Iterator[tuple[Edit, ...]]:
    tokens = document.tokens
    before = tokens.forms[token - 1] if token else ""
    start, end = tokens.starts[token], tokens.ends[token]
    beside = before[:1].isalpha() and tokens.ends[token - 1] + 1 >= start
    for text in texts:
        if tokens.forms[token][0].isupper():
            text = text[0].upper() + text[1:]
        joined = join_left(before, text, apostrophe_of(document.text)) if beside else ""
        if joined and joined.rstrip() != before:
            yield (Edit(Span(tokens.starts[token - 1], end), joined + text),)
        elif joined is not None:
            yield (Edit(Span(start, end), text),)

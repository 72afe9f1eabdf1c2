"""One title or fixed term, written with capitals here and without them there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa import lexicon
from mtqa.findings import Hit
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document

__all__ = ["CapitalVariants"]

_WINDOW = 800
"""How many tokens apart two spellings may stand and still be of one text: files get joined."""

_FEW, _TIMES = 4, 10
"""So many of the rarer spelling, or so many times fewer than the other, may be slips."""

_WAYS = 2
"""Where a term is spelled in three ways, none of them is the text's own."""

_OF = frozenset(["de", "d'", "des", "du"])
_ARTICLES = frozenset(["la", "l'"])
_HEADS = ("ministre", "ministres", "ministère", "ministères", "vice-ministre", "vice-ministres")


@parameters
class CapitalVariants:
    """Terms with their capitals in two ways; the rarer way is found.

    They are what ministers and ministries are named after (« ministre des Affaires
    étrangères »), and the fixed terms in the column `term` of `terms`. Words that begin a
    sentence, and lines in capitals, do not count.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("other",)

    terms: Table

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each occurrence that goes against the majority."""
        groups: dict[str, dict[str, list[tuple[int, int]]]] = {}
        for first, last in (*_portfolios(document), *self._fixed(document)):
            if not _counts(document, first, last):
                continue
            key = " ".join(document.tokens.lower[first : last + 1])
            text = document.text[slice(*document.span(first, last))].replace("’", "'")
            groups.setdefault(key, {}).setdefault(text, []).append((first, last))
        for spellings in groups.values():
            if len(spellings) == _WAYS:
                yield from _outvoted(document, spellings)

    def _fixed(self, document: Document) -> Iterator[tuple[int, int]]:
        """Where the fixed terms stand, as first and last token."""
        lower = document.tokens.lower
        for (term,) in self.terms.column_rows("term"):
            words = term.split()
            for token in document.tokens.index.get(words[0], ()):
                if lower[token : token + len(words)] == words:
                    yield token, token + len(words) - 1


def _portfolios(document: Document) -> Iterator[tuple[int, int]]:
    """What ministers are ministers of: the noun, and the adjective after it."""
    tokens = document.tokens
    for head in tokens.positions(_HEADS):
        at = head + 1
        while at < min(head + 3, len(tokens)) and tokens.lower[at] not in _OF:
            at += 1
        if at + 2 >= len(tokens) or tokens.lower[at] not in _OF:
            continue
        at += 1 + (tokens.lower[at + 1] in _ARTICLES)
        if at + 1 < len(tokens) and document.entry(at).tags & lexicon.NOUN:
            adjective = (
                document.entry(at + 1).tags & lexicon.ADJECTIVE
                and tokens.forms[at + 1].islower()
                and document.gap(at)
            )
            yield at, at + bool(adjective)


def _counts(document: Document, first: int, last: int) -> bool:
    """Is the term written out of choice: no sentence begins with it, and no line is in capitals?"""
    forms = document.tokens.forms
    before = forms[first - 1] if first else "."
    starts = document.sentence_of(first).first == first or not before[-1].isalnum()
    elided = before[-1] in "'’"
    return (not starts or elided) and not all(form.isupper() for form in forms[first : last + 1])


def _outvoted(document: Document, spellings: dict[str, list[tuple[int, int]]]) -> Iterator[Hit]:
    """The occurrences that another spelling, twice there at least, outnumbers around them.

    Where both ways are many in the whole document, several hands wrote it, each in its way.
    """
    for text, places in spellings.items():
        rivals = {
            other: tokens
            for other, tokens in spellings.items()
            if other == text or len(places) < min(len(tokens), max(_FEW, len(tokens) // _TIMES) + 1)
        }
        for first, last in places:
            votes = {
                other: sum(abs(first - token) <= _WINDOW for token, _ in tokens)
                for other, tokens in rivals.items()
            }
            best = max(votes, key=lambda other: votes[other])
            if votes[best] > max(votes[text], 1):
                token = spellings[best][0]
                right = document.text[slice(*document.span(*token))]
                yield Hit.replacing(document.span(first, last), right, slots={"other": right})

"""A word and its translation side by side: « depuis desde », « avec with »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.clauses import DETERMINERS
from mtqa.languages.fr.foreign import reads_as_french
from mtqa.languages.fr.glossary import Glossary
from mtqa.lexicon import lemmas, lookup
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document, Span

__all__ = ["BilingualDoubleDetector"]

_ARTICLE = "article"
_JOINING = frozenset("-_/\\@=+&")
_SHORTEST = 6
"""Tokens of a paragraph; a line of fewer may be an entry of a word list."""


@parameters
class BilingualDoubleDetector:
    """A word of the column `foreign` right before or after what the column `french` gives for it.

    `words` and `function_words` are the tables; where the column `kind` says "article", any French
    determiner is its double.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    words: Table
    function_words: Table

    @cached_property
    def _glossaries(self) -> tuple[Glossary, Glossary]:
        return Glossary(self.words), Glossary(self.function_words)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such pair."""
        if document.holds_code:
            return
        index = document.tokens.index
        doubles = {form: word for g in self._glossaries for form, word in g.words(index).items()}
        for form, word in doubles.items():
            if lookup(form).common:
                continue
            choices = tuple(tuple(choice.split()) for choice in word.french)
            article = word.kind == _ARTICLE
            for number in index[form]:
                hit = _around(document, number, choices, article)
                if hit:
                    yield hit


def _around(
    document: Document, number: int, choices: tuple[tuple[str, ...], ...], article: bool
) -> Hit | None:
    """The hit for the French before or after this foreign word."""
    tokens = document.tokens
    if not tokens.forms[number].islower() or document.is_set_off(number, number):
        return None
    block = document.paragraph_of(number)
    if block.last - block.first < _SHORTEST:
        return None
    if not reads_as_french(document.company(number, number)):
        return None
    for choice in choices:
        first = number - len(choice)
        if first >= block.first and _are(document, first, choice, range(first, number), article):
            span = document.span(first, number)
            gone = Edit(Span(tokens.ends[number - 1], span.end), "")
            return Hit(span, ((gone,),))
        last = number + len(choice)
        if last < block.last and _are(document, number + 1, choice, range(number, last), article):
            span = document.span(number, last)
            gone = Edit(Span(span.start, tokens.starts[number + 1]), "")
            return Hit(span, ((gone,),))
    return None


def _are(
    document: Document, first: int, choice: tuple[str, ...], gaps: range, article: bool
) -> bool:
    """Do these French words, in any form, stand here, with nothing but spaces at the `gaps`?"""
    if any(document.gap(number) not in (" ", "\u00a0", "\u202f") for number in gaps):
        return False
    start, end = document.span(gaps[0], gaps[-1] + 1)
    beside = document.text[max(0, start - 1) : start] + document.text[end : end + 1]
    dotted = beside.endswith(".") and document.text[end + 1 : end + 2].isalnum()
    if dotted or not _JOINING.isdisjoint(beside):
        return False
    words = document.tokens.lower[first : first + len(choice)]
    if not document.tokens.forms[first].islower():
        return False
    if article and words[0] in DETERMINERS:
        return True
    return all(
        word == part or not {part, *lemmas(part)}.isdisjoint(lemmas(word))
        for word, part in zip(words, choice, strict=True)
    )

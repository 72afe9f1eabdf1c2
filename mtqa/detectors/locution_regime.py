"""A prepositional locution followed by the wrong preposition, or by none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.elision import CONTRACTIONS, elide
from mtqa.lexicon import INFINITIVE, NOUN, PLURAL, SINGULAR
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["LocutionRegimeDetector"]

_ARTICLES = {
    "au": "le", "aux": "les", "à": "", "du": "le", "des": "les", "de": "", "d'": "",
}  # fmt: skip
"""Preposition, alone or with an article → the article."""
_TO = frozenset(("à", "au", "aux"))
_FROM = frozenset(("de", "d'", "du", "des"))
_BARE = frozenset(
    """
    le la les l' un une ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes
    """.split()
)
_BEFORE_INFINITIVES = frozenset(("afin", "lieu", "faute"))
_FIXED = frozenset(
    """
    fois bord peu tour jamais nouveau présent moins plus peine long abord ailleurs travers
    """.split()
)
"""Words after « à » or « de » that make an adverb, which may stand before the right preposition."""


@parameters
class LocutionRegimeDetector:
    """Locutions that take « de » and those that take « à », with another regime.

    `de` and `a` hold the locutions without their preposition (« en raison », « grâce »); those of
    `bare` are faulty without any preposition too (« lors la réunion »). What may stand right
    before a locution that is a noun as well (« la face ») is in `unless_after`.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    de: tuple[str, ...]
    a: tuple[str, ...]
    bare: frozenset[str]
    unless_after: frozenset[str]

    @cached_property
    def _by_last(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """Locutions as tokens, and their preposition, by their last token."""
        table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for right, locutions in (("de", self.de), ("à", self.a)):
            for locution in locutions:
                words = tuple(locution.replace("'", "' ").split())
                table.setdefault(words[-1], []).append((words, right))
        return table

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every wrong regime."""
        tokens = document.tokens
        for last in self._by_last.keys() & tokens.index.keys():
            for number in tokens.index[last]:
                if number + 2 >= len(tokens) or document.gap(number) not in (" ", "\u00a0"):
                    continue
                for words, right in self._by_last[last]:
                    first = number - len(words) + 1
                    if first >= 0 and tuple(tokens.lower[first : number + 1]) == words:
                        yield from self._judge(document, first, number, right)
                        break

    def _judge(self, document: Document, first: int, last: int, right: str) -> Iterator[Hit]:
        tokens = document.tokens
        before = tokens.lower[first - 1] if first else ""
        if before in self.unless_after:
            return
        following = tokens.lower[last + 1]
        if following in (_TO if right == "de" else _FROM):
            words = tokens.lower[last + 2 : last + 4]
            purpose = tokens.lower[last] in _BEFORE_INFINITIVES and (
                document.entry(last + 2).tags & INFINITIVE
            )
            if purpose or (
                _FIXED.isdisjoint(words) and self._is_object(document, last + 2, following)
            ):
                article = _ARTICLES[following]
                end = last + 1 if article else last + 2
                form = tokens.forms[last + 2]
                text = (
                    CONTRACTIONS[right, article]
                    if article
                    else elide(right, form, document.apostrophe)
                )
                yield Hit.replacing(document.span(last + 1, end), text)
        elif (
            following in _BARE
            and " ".join(tokens.lower[first : last + 1]) in self.bare
            and self._is_object(document, last + 2, following)
        ):
            text = elide(right, tokens.forms[last + 1], document.apostrophe)
            yield Hit.replacing(document.span(last + 1, last + 1), text)

    def _is_object(self, document: Document, number: int, determiner: str) -> bool:
        """Is the word a noun with its determiner, or a determiner: what a preposition governs?"""
        tokens = document.tokens
        if "\n" in document.gap(number - 1) or not tokens.forms[number][0].isalpha():
            return False
        if determiner in ("à", "de", "d'"):
            return tokens.lower[number] in _BARE
        tags = document.entry(number).tags
        number_bit = PLURAL if determiner in ("aux", "des", "les", "ces", "ses") else SINGULAR
        return bool(tags & NOUN and tags & number_bit)

"""A small language for phrases, in which a translator can write what to look for.

A phrase is words with blanks between them, matched token by token, capitals apart:

    prêter              this word                 [prêter]      any form of this word
    un|une|des          one of these              [été|hiver]   any form of one of these
    DET                 any word of this class    de la?        the second word may be missing
    ADV*                any number, up to three   !de|du        not followed by one of these
    <!mise              not after one of these
    ^                   the sentence begins here  $|et          a mark, the end, or « et » follows

Classes are those of `CLASSES` and the sets that a rule file names itself. An elided word is a
word of its own: `l' attention`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from mtqa import lexicon
from mtqa.lexicon import Entry, lookup
from mtqa.text import Document

__all__ = [
    "CLASSES",
    "Item",
    "Phrase",
    "is_form_of",
    "listed_forms",
]

MANY = 3
"""How many words `*` takes at most."""


_NO_NAMES = frozenset("je j' tu il elle on nous vous ils elles".split())
"""Pronouns, which a capital at the head of a sentence makes no name."""


def _tagged(bits: int, without: int = 0) -> Callable[[str, str, Entry], bool]:
    return lambda form, lower, entry: bool(entry.tags & bits) and not entry.tags & without


CLASSES: Mapping[str, Callable[[str, str, Entry], bool]] = {
    "DET": _tagged(lexicon.DETERMINER),
    "NOUN": _tagged(lexicon.NOUN),
    "ADJ": _tagged(lexicon.ADJECTIVE | lexicon.PAST_PARTICIPLE),
    "ADV": _tagged(lexicon.ADVERB),
    "INF": _tagged(lexicon.INFINITIVE),
    "PART": _tagged(lexicon.PAST_PARTICIPLE),
    "GERUND": _tagged(
        lexicon.PRESENT_PARTICIPLE,
        lexicon.ADJECTIVE | lexicon.NOUN | lexicon.ADVERB | lexicon.PREPOSITION,
    ),
    "VERB": _tagged(lexicon.FINITE),
    "FUTURE": lambda form, lower, entry: bool(entry.tags & lexicon.FINITE) and _is_future(lower),
    "NUM": lambda form, lower, entry: form[0].isdigit() or bool(entry.tags & lexicon.NUMERAL),
    "NAME": lambda form, lower, entry: (
        form[0].isupper() and len(form) > 1 and lower not in _NO_NAMES
    ),
    "WORD": lambda form, lower, entry: form[0].isalpha(),
}
"""Word classes: what a token must be, given its form, its key in the lexicon, and its entry."""


class Item(NamedTuple):
    """One part of a phrase: what a token may be, and how often."""

    words: frozenset[str]
    lemmas: frozenset[str]
    classes: tuple[str, ...]
    least: int = 1
    most: int = 1
    negated: bool = False
    place: str = ""

    def admits(self, document: Document, token: int) -> bool:
        """May this token stand here?"""
        tokens = document.tokens
        lower = tokens.lower[token]
        if lower in self.words:
            return True
        if self.lemmas and is_form_of(lower, self.lemmas):
            return not (self._is_verb_form(lower) and _is_noun_here(document, token))
        if not self.classes:
            return False
        return self._has_class(tokens.forms[token], lower)

    def may_be(self, form: str, lower: str) -> bool:
        """May a token of this form, `lower` in the lexicon, stand here in some sentence?"""
        if lower in self.words or (self.lemmas and is_form_of(lower, self.lemmas)):
            return True
        return bool(self.classes) and self._has_class(form, lower)

    def _is_verb_form(self, lower: str) -> bool:
        """Are all of its dictionary words that this form belongs to verbs?"""
        named = self.lemmas & _lemmas(lower)
        return bool(named) and all(map(_is_verb, named))

    def _has_class(self, form: str, lower: str) -> bool:
        entry = lookup(lower)
        return any(CLASSES[name](form, lower, entry) for name in self.classes)

    @property
    def names_verbs(self) -> bool:
        """Are its dictionary words verbs?"""
        return any(map(_is_verb, self.lemmas))

    @property
    def takes(self) -> bool:
        """Does it take tokens, or only look at one?"""
        return not (self.place or self.negated)

    @property
    def is_listed(self) -> bool:
        """Must one of a list of words stand here?"""
        return self.takes and not self.classes and self.least > 0


@cache
def listed_forms(item: Item) -> frozenset[str]:
    """Every form that can stand for an item that is listed."""
    return item.words.union(*map(lexicon.forms, item.lemmas))


def _is_verb(lemma: str) -> bool:
    tags = lookup(lemma).tags
    return bool(tags & lexicon.INFINITIVE) and not tags & lexicon.NOUN


def _is_noun_here(document: Document, token: int) -> bool:
    """Is this verb form rather a noun, as the determiner before it tells: « son influence »?"""
    if not document.entry(token).tags & lexicon.NOUN or not token:
        return False
    lower = document.tokens.lower
    if lower[token - 1] in _DETERMINERS:
        return True
    return token > 1 and lower[token - 1] in _BEFORE_NOUNS and lower[token - 2] in _DETERMINERS


_DETERMINERS = frozenset(
    "le la les l' un une des du au aux ce cet cette ces mon ton son ma ta sa mes tes ses notre"
    " votre leur nos vos leurs quelques plusieurs chaque aucun aucune de d' en sans".split()
)


_BEFORE_NOUNS = frozenset(
    "grand grande grands grandes petit petite bon bonne mauvais mauvaise nouveau nouvelle nouvelles"
    " nouveaux gros grosse forte fort faible énorme réelle réel véritable autre autres même mêmes"
    " première premier premières premiers dernière dernier dernières derniers seule seul certaine"
    " double simple vraie vrai deux trois quatre cinq dix".split()
)
"""Adjectives and numerals that stand between determiner and noun: « une grande influence »."""


class Phrase(NamedTuple):
    """A parsed phrase."""

    items: tuple[Item, ...]

    def match(
        self, document: Document, token: int, first: int, last: int
    ) -> tuple[tuple[int, int], ...] | None:
        """Where each item stands if the phrase stands at `token`, as token ranges, or None.

        All its words must lie in the token range `first` up to, not including, `last`.
        """
        return _match(self.items, 0, document, token, (first, last))


def _match(
    items: tuple[Item, ...], number: int, document: Document, token: int, bounds: tuple[int, int]
) -> tuple[tuple[int, int], ...] | None:
    if number == len(items):
        return ()
    item = items[number]
    if item.place or item.negated:
        if not _stands(item, document, token, bounds):
            return None
        rest = _match(items, number + 1, document, token, bounds)
        return None if rest is None else ((token, token), *rest)
    end = token
    while end < bounds[1] and end - token < item.most and item.admits(document, end):
        end += 1
    while end - token >= item.least:
        rest = _match(items, number + 1, document, end, bounds)
        if rest is not None:
            return ((token, end), *rest)
        end -= 1
    return None


def _stands(item: Item, document: Document, token: int, bounds: tuple[int, int]) -> bool:
    if item.place == "^":
        return _begins_sentence(document, token, bounds[0])
    if item.place == "<":
        return token == 0 or not item.admits(document, token - 1)
    if item.place == "$":
        ended = token >= bounds[1] or not document.tokens.forms[token][0].isalnum()
        return ended or item.admits(document, token)
    return token >= bounds[1] or not item.admits(document, token)


def _begins_sentence(document: Document, token: int, first: int) -> bool:
    if token > first and document.tokens.forms[token - 1] in _OPENERS:
        token -= 1
    return token == first or document.sentence_of(token).first == token


_OPENERS = frozenset("«“\"‘'(–—-•*")


@cache
def _lemmas(word: str) -> frozenset[str]:
    return frozenset(lexicon.lemmas(word))


def is_form_of(word: str, wanted: frozenset[str]) -> bool:
    """Is `word`, in lower case, a form of one of the `wanted` dictionary words?"""
    return word in wanted or not wanted.isdisjoint(_lemmas(word))


def _is_future(word: str) -> bool:
    return word.endswith(("ra", "ront", "rai", "ras", "rons", "rez")) and len(word) > 4

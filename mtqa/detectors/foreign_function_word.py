"""Single function words of another language between French words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, NamedTuple

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.determiners import agreeing
from mtqa.languages.fr.elision import elide
from mtqa.languages.fr.foreign import LANGUAGES, is_french, reads_as_french
from mtqa.lexicon import (
    ADVERB,
    FINITE,
    INFINITIVE,
    NOUN,
    PAST_PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    lookup,
)
from mtqa.tables import Table
from mtqa.text import Document, Span

__all__ = ["ForeignFunctionWordDetector"]

_SEPARATOR = " ‖ "
_UNSURE = "?"
_MARGIN = 4
"""How much commoner (Zipf × 10) a word of French must be in French than in the other language."""
_PROOF = 2
"""How many words close by must lean to French."""
_CODE_MARKS = ("{", "}", "=", "`", "_", "<", "\\")
"""Marks of documents whose plain words may be code: « l’attribut is »."""
_NAMED_THINGS = frozenset(
    """
    mot mots terme article préposition conjonction pronom verbe adverbe anglais espagnol italien
    attribut propriété option commande paramètre variable champ clé mot-clé opérateur fonction
    méthode balise instruction clause valeur chaîne groupe film album chanson titre roman duo
    """.split()
)
"""What is followed by the name of a thing: « le mot the », « le groupe with »."""
_ARTICLES = frozenset("le la les l' un une des du de d' ce cette ces son sa ses leur leurs".split())
_DETERMINERS = _ARTICLES - {"du", "de", "d'", "des"}
_VERBAL = FINITE | INFINITIVE | PAST_PARTICIPLE | ADVERB | PRONOUN | PREPOSITION
_VARIABLE = "x"
"""What a text speaks of where « y » is a variable too."""


class _Word(NamedTuple):
    french: tuple[str, ...]
    kind: str


@dataclass(frozen=True)
class ForeignFunctionWordDetector:
    """A word of the column `foreign` with French on both sides.

    `table` gives its translations as `french`, and as `kind` how they join what follows:
    `article` (a determiner, which agrees), `de` (which elides and contracts), `coordination`
    (« y » where no verb follows), `before article` (only before one).
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    table: Table

    @cached_property
    def _words(self) -> dict[str, _Word]:
        return {
            foreign: _Word(tuple(french.split(_SEPARATOR)), kind)
            for foreign, french, kind in self.table.column_rows("foreign", "french", "kind")
        }

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every word that stands alone among French ones."""
        index = document.tokens.index
        for form in self._words.keys() & index.keys():
            word = self._words[form]
            language = _language(form)
            if language == "en" and any(mark in index for mark in _CODE_MARKS):
                continue
            for token in index[form]:
                if _is_alone(document, token, language) and _fits(document, token, word.kind):
                    yield _hit(document, token, word)


def _language(form: str) -> str:
    """The language that the word is likeliest to come from."""
    entry = lookup(form)
    return max(LANGUAGES, key=lambda language: getattr(entry, language))


def _is_alone(document: Document, token: int, language: str) -> bool:
    """Are the words on both sides French, in lower case, and the word itself used?"""
    tokens = document.tokens
    sentence = document.sentence_of(token)
    opens = token == sentence.first
    if not (opens or tokens.forms[token].islower()) or token + 1 == sentence.last:
        return False
    before = token - 2 if tokens.forms[token - 1] == "," else token - 1
    sides = [token + 1] if opens else [before, token + 1]
    around = range(max(token - 2, sentence.first), min(token + 3, sentence.last))
    rest = tokens.lower[sentence.first : token] + tokens.lower[token + 1 : sentence.last]
    words = [number for number in around if number != token and tokens.forms[number][0].isalpha()]
    return (
        all(
            is_french(tokens.lower[n]) and (tokens.forms[n].islower() or n == sentence.first)
            for n in sides
        )
        and sum(_leans_to_french(tokens.lower[number], language) for number in words) >= _PROOF
        and all(is_french(tokens.lower[n]) or tokens.forms[n][0].isupper() for n in words)
        and reads_as_french(rest)
        and not document.is_set_off(token, token)
        and not (token and tokens.lower[token - 1] in _NAMED_THINGS)
    )


def _leans_to_french(form: str, language: str) -> bool:
    entry = lookup(form)
    return form[-1] == "'" or entry.fr >= getattr(entry, language) + _MARGIN


def _fits(document: Document, token: int, kind: str) -> bool:
    lower = document.tokens.lower
    before, after = lookup(lower[token - 1]).tags, lookup(lower[token + 1]).tags
    if kind == "article":
        return bool(after & NOUN)
    if kind == "before article":
        return bool(before & NOUN) and lower[token + 1] in _ARTICLES
    if kind == "coordination":
        if _VARIABLE in document.tokens.index:
            return False
        follows = lower[token + 1] in _DETERMINERS or bool(after & NOUN and not after & _VERBAL)
        is_noun = before & NOUN and (not before & _VERBAL or lower[token - 2] in _ARTICLES)
        return bool(is_noun) and follows
    return True


def _hit(document: Document, token: int, word: _Word) -> Hit:
    tokens = document.tokens
    span = document.span(token, token)
    following = tokens.forms[token + 1]
    capital = tokens.forms[token][0].isupper()
    joined = Span(span.start, tokens.ends[token + 1])
    texts = _joined_texts(word, following)
    plain = "" if texts is None else f" {following}"
    repairs = []
    for text in word.french if texts is None else texts:
        shown = text[0].upper() + text[1:] if capital else text
        if plain and not shown.endswith(plain):
            repairs.append((Edit(joined, shown),))
        else:
            repairs.append((Edit(span, shown.removesuffix(plain)),))
    return Hit(span, tuple(repairs) if word.french != (_UNSURE,) else ())


def _joined_texts(word: _Word, following: str) -> list[str] | None:
    """The translations together with the word that follows, where that one shapes them."""
    if word.kind == "article":
        forms = agreeing(word.french[0], following)
        return [form + following if form[-1] == "’" else f"{form} {following}" for form in forms]
    if word.kind == "de":
        return [_join(text, following) for text in word.french]
    return None


def _join(text: str, following: str) -> str:
    *lead, last = text.split(" ")
    return " ".join([*lead, elide(last, following)])

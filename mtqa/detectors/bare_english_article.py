"""The English article « A » or « An » left at the head of a French sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.determiners import agreeing
from mtqa.languages.fr.foreign import is_french, pulls, reads_as_french
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    DETERMINER,
    INFINITIVE,
    NOUN,
    NUMERAL,
    PREPOSITION,
    PRONOUN,
    SINGULAR,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["BareEnglishArticleDetector"]

_RELATIVES = frozenset("qui que qu' dont où auquel lequel laquelle duquel".split())
_NO_NOUN = DETERMINER | INFINITIVE | PREPOSITION | PRONOUN | ADVERB | NUMERAL
_ENGLISH = 15
_LONGEST = 3
_LONGEST_ENGLISH = 5


@parameters
class BareEnglishArticleDetector:
    """« A » or « An », capital, before a noun without article that a relative clause follows.

    « À » written without its accent stands before bare nouns too, in set phrases (« A mesure
    que », « A charge pour »): `phrases` are the nouns of those. « A » before an English noun is
    reported as well, without a correction.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    phrases: frozenset[str]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such article."""
        for token in document.tokens.positions(("a", "an")):
            if document.tokens.forms[token] in ("A", "An") and _opens(document, token):
                hit = self._hit(document, token)
                if hit and (_opens_image(document, token) or not document.is_set_off(token, token)):
                    yield hit

    def _hit(self, document: Document, token: int) -> Hit | None:
        lower = document.tokens.lower
        last = document.sentence_of(token).last
        rest = lower[token + 2 : last]
        if token + 2 >= last or not document.tokens.forms[token + 1].islower():
            return None
        end = _end_of_english(document, token + 1, last)
        if end > token + 1:
            follows = end < last and is_french(lower[end]) and reads_as_french(lower[end:last])
            return Hit(document.span(token, end - 1)) if follows else None
        noun = self._noun(lower[token + 1 : min(last, token + 2 + _LONGEST)])
        if noun is None or not reads_as_french(rest):
            return None
        span = document.span(token, token)
        texts = [form.capitalize() for form in agreeing("un", noun) if form in ("un", "une")]
        found = document.span(token, token + 1 + lower[token + 1 :].index(noun))
        return Hit(found, tuple((Edit(span, text),) for text in texts))

    def _noun(self, words: list[str]) -> str | None:
        """The noun of « (adjective) noun (adjective) qui … », if that is what the words are."""
        noun = None
        for number, word in enumerate(words):
            if word in _RELATIVES:
                return noun if number else None
            tags = lookup(word).tags
            if word in self.phrases or tags & _NO_NOUN or not tags & SINGULAR:
                return None
            if tags & NOUN and (noun is None or not tags & ADJECTIVE):
                noun = word
            elif not tags & ADJECTIVE:
                return None
        return None


def _end_of_english(document: Document, start: int, last: int) -> int:
    """Behind the words from `start` on that are English rather than French, if surely so."""
    lower = document.tokens.lower
    end = start
    while end < min(last, start + _LONGEST_ENGLISH) and lower[end].isalpha():
        if is_french(lower[end]):
            break
        end += 1
    leanings = [pulls(word)[0] for word in lower[start:end]]
    return end if sum(leanings) >= _ENGLISH else start


def _opens_image(document: Document, token: int) -> bool:
    """Does the description of an image begin here: « ![A … »?"""
    start = document.tokens.starts[token]
    return document.text[max(0, start - 2) : start] == "!["


def _opens(document: Document, token: int) -> bool:
    """Is the token the first word of its sentence?"""
    sentence = document.sentence_of(token)
    forms = document.tokens.forms[sentence.first : token]
    return not any(form[0].isalnum() for form in forms)

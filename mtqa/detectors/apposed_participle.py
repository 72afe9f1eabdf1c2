"""« Les images, tournés en hiver, … »: a participle between commas that clashes with its noun."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.agreeing_forms import ADJECTIVES, Form, agreeing_adjective, agreeing_noun
from mtqa.languages.fr.agreement import (
    PLURAL_DETERMINERS,
    SINGULAR_DETERMINERS,
    adjective_form,
    single_gender,
)
from mtqa.lexicon import FINITE, PREPOSITION
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["ApposedParticipleDetector"]

_ENDINGS = ("é", "és", "ée", "ées")
_PREPOSITIONS = frozenset(
    ("excepté", "passé", "passée", "passés", "passées", "supposé", "hormis", "étant", "donné")
)
"""Participles that stand before a noun without agreeing with the one before them."""
_LONGEST = 16
"""So many tokens at most between the commas."""
_CLITICS = frozenset("ne n' se s' y en".split())


@parameters
class ApposedParticipleDetector:
    """A sentence that opens with determiner, noun, perhaps an adjective, a comma, a participle.

    A finite verb must follow the second comma: the noun is then its subject.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such participle of another gender or number."""
        tokens = document.tokens
        for comma in tokens.positions((",",)):
            participle = comma + 1
            if participle + 2 >= len(tokens) or not tokens.lower[participle].endswith(_ENDINGS):
                continue
            noun = self._subject(document, comma)
            form = tokens.forms[participle]
            has = agreeing_adjective(form, predicate=True)
            if noun is None or not all(has) or noun == has or form in _PREPOSITIONS:
                continue
            right = adjective_form(form, *noun)
            if right and right != form and self._goes_on(document, participle):
                yield Hit.replacing(document.span(participle, participle), right)

    def _subject(self, document: Document, comma: int) -> Form | None:
        """Gender and number of the noun phrase from the sentence's start up to the comma."""
        tokens = document.tokens
        first = document.sentence_of(comma).first
        while first < comma and not tokens.forms[first][0].isalpha():
            first += 1
        words = tokens.lower[first:comma]
        if not 2 <= len(words) <= 6 or not all(word[0].isalpha() for word in words):
            return None
        number = "p" if words[0] in PLURAL_DETERMINERS else "s"
        if number == "s" and words[0] not in SINGULAR_DETERMINERS and words[0] != "l'":
            return None
        gender, own = agreeing_noun(words[1])
        gender = gender or SINGULAR_DETERMINERS.get(words[0], "")
        if own != number or not gender:
            return None
        for place in range(first + 2, comma):
            tags = document.entry(place).tags
            if tokens.lower[place] in ("plus", "moins", "les", "très"):
                continue
            if not tags & ADJECTIVES or single_gender(tags) not in ("", gender):
                return None
        return gender, number

    def _goes_on(self, document: Document, participle: int) -> bool:
        """Does a complement follow, then a comma and the verb of the noun?"""
        tokens = document.tokens
        if not document.entry(participle + 1).tags & PREPOSITION:
            return False
        last = min(participle + _LONGEST, document.sentence_of(participle).last)
        for number in range(participle + 2, last):
            if tokens.forms[number] == ",":
                verb = number + 1 + (tokens.lower[number + 1] in _CLITICS)
                tags = document.entry(verb).tags
                return bool(tags & FINITE) and not tags & PREPOSITION
        return False

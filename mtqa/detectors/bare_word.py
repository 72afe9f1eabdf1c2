"""Words that have lost an accent and are no words without it: « Selectionnez », « systeme »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.foreign import reads_as_french
from mtqa.lexicon import PROPER, lookup
from mtqa.lexicon.tags import COMMON
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["BareWordDetector"]

_ACCENTS = {"e": "éèê", "c": "ç", "a": "âà", "o": "ô"}
"""Not « ï », over which usage wavers, nor « û » and « î », which the reform of 1990 gave up."""
_KNOWN = COMMON | PROPER
_SHORTEST = 5
_USUAL = 25
"""So frequent is the word that must be meant."""
_RARE = 20
"""So rare must the bare form be in the languages that it could be a word of."""
_FEW = 3
_ONE_IN = 150
"""More slips than `_FEW`, or one in so many words, are how the author types."""
_NEAR = 6
_BEFORE_CODE = tuple("{[<%$#")
_AFTER_CODE = tuple("_(/=")


@parameters
class BareWordDetector:
    """An unknown word that one or two accents make a usual one, in a text that has accents."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every bare word."""
        tokens = document.tokens
        found: list[tuple[int, str]] = []
        for form, numbers in tokens.index.items():
            entry = lookup(form)
            if entry.tags & _KNOWN or len(form) < _SHORTEST or not form.isalpha():
                continue
            if max(entry.en, entry.es, entry.it) > min(_RARE, entry.fr):
                continue
            places = [n for n in numbers if _is_used(document, n)]
            full = _restored(form) if places else None
            if full:
                found.extend((number, full) for number in places)
        if len(found) <= max(_FEW, len(tokens) // _ONE_IN):
            for number, full in found:
                form = tokens.forms[number]
                if form[0].isupper() and full[0] != form[0].lower():
                    continue
                text = full[0].upper() + full[1:] if form[0].isupper() else full
                yield Hit.replacing(document.span(number, number), text)


def _is_used(document: Document, number: int) -> bool:
    """Does the word stand in French prose, in lower case or at the head of its sentence?"""
    tokens = document.tokens
    form = tokens.forms[number]
    first, last = document.sentence_of(number)
    if not form.islower() and not (form[1:].islower() and number == first):
        return False
    if document.is_set_off(number, number):
        return False
    start, end = document.span(number, number)
    lead = document.text[max(0, start - 3) : start].rstrip()[-1:]
    if lead in _BEFORE_CODE or document.text[end : end + 1] in _AFTER_CODE or not form.isascii():
        return False
    near = tokens.lower[max(first, number - _NEAR) : min(last, number + _NEAR)]
    words = [word for word in near if word[0].isalpha() and word != tokens.lower[number]]
    return len(words) > 1 and reads_as_french(words)


@lru_cache(maxsize=1 << 12)
def _restored(form: str) -> str | None:
    """The one usual word that one accent or two make of `form`."""
    spots = [(n, accented) for n in range(len(form)) for accented in _ACCENTS.get(form[n], "")]
    for count in (1, 2):
        words = {
            word
            for changes in combinations(spots, count)
            if (word := _changed(form, changes)) and _is_usual(word)
        }
        if words:
            return words.pop() if len(words) == 1 else None
    return None


def _changed(form: str, changes: tuple[tuple[int, str], ...]) -> str | None:
    letters = list(form)
    for at, accented in changes:
        if letters[at] != form[at]:
            return None
        letters[at] = accented
    return "".join(letters)


def _is_usual(word: str) -> bool:
    entry = lookup(word)
    return entry.common and entry.fr >= _USUAL

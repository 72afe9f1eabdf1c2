"""Elision where none may be: « l’haricot », « d’Hongrie », « l’yaourt »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.elision import CONTRACTIONS
from mtqa.lexicon import ADJECTIVE, ASPIRATED, FEMININE, MASCULINE, NOUN, NUMERAL, lookup
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["WrongElisionDetector"]

_HEADS = {
    "l'": "", "d'": "de", "qu'": "que", "j'": "je", "n'": "ne", "s'": "se", "m'": "me",
    "t'": "te", "jusqu'": "jusque", "lorsqu'": "lorsque", "puisqu'": "puisque",
}  # fmt: skip
_FREE = frozenset(
    """
    hyène hyènes ouate ouates hiatus haïtien haïtienne haïtiens haïtiennes hiéroglyphe
    hiéroglyphes hindi hertz hic hélas have home hilaire huis hurricane hallali hallux hadji
    hadj hast heurt harpie harpies ouistiti ouistitis hameçon huguenot huguenots huguenote
    huguenotes
    """.split()
)
"""Words whose h is aspirated by some dictionaries only, or in some uses."""
_NO_H = {"onze": "l'", "onzième": "l'", "oui": "l'", "yaourt": "", "yaourts": "", "yoga": ""}
"""Other words without elision; « d’onze heures » and « qu’oui » are old and right."""


_NAMES = {
    "hollande": "la", "hongrie": "la", "havane": "la", "haye": "la", "hesse": "la",
    "honduras": "le", "hainaut": "le", "havre": "le", "hanovre": "le", "hambourg": "le",
}  # fmt: skip
"""Places with an aspirated h, and their article."""


@parameters
class WrongElisionDetector:
    """An elided word before an aspirated h, « onze », « oui » or « yaourt »."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every wrong elision."""
        tokens = document.tokens
        for form, numbers in tokens.index.items():
            if form[0] not in "hoy" or not (form in _NAMES or _refuses_elision(form)):
                continue
            for number in numbers:
                head = tokens.lower[number - 1] if number else ""
                if head not in _HEADS or tokens.forms[number].islower() == (form in _NAMES):
                    continue
                if form in _NO_H and not head.startswith(_NO_H[form]):
                    continue
                yield _whole(document, number, head)


@lru_cache(maxsize=1 << 12)
def _refuses_elision(form: str) -> bool:
    if form in _NO_H:
        return True
    entry = lookup(form)
    return form[0] == "h" and bool(entry.tags & ASPIRATED) and form not in _FREE and len(form) > 3


def _whole(document: Document, number: int, head: str) -> Hit:
    """« l’handicap » → « le handicap »; the gender of the noun decides between le and la."""
    tags = document.entry(number).tags
    if head != "l'":
        words = [_HEADS[head]]
    elif document.tokens.lower[number] in _NAMES:
        words = [_NAMES[document.tokens.lower[number]]]
    elif tags & NUMERAL:
        words = ["le"]
    else:
        words = ["le"] * bool(tags & MASCULINE) + ["la"] * bool(tags & FEMININE)
        words = words or ["le", "la"]
    sure = len(words) == 1 and bool(tags & (NOUN | ADJECTIVE))
    before = document.tokens.lower[number - 2] if number > 1 else ""
    first = number - 1
    if head == "l'" and before in ("à", "de"):
        first -= 1
        words = [CONTRACTIONS.get((before, word), f"{before} {word}") for word in words]
    if document.tokens.forms[first][0].isupper():
        words = [word.capitalize() for word in words]
    texts = [f"{word} {document.tokens.forms[number]}" for word in words]
    return Hit.replacing(document.span(first, number), *texts, sure=sure)

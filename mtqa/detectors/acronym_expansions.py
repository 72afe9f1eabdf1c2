"""One acronym, spelled out in two ways in one document, or with its letters in two orders."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.names import unaccented
from mtqa.parameters import parameters
from mtqa.text import Document, Span
from mtqa.tokens import ONE_TEXT

__all__ = ["AcronymExpansions"]


_SMALL = frozenset("de du des d' la le les l' et à au aux en sur pour".split())


@parameters
class AcronymExpansions:
    """« Fonds monétaire international (FMI) », then « Fonds international monétaire (FMI) ».

    Both expansions must be made of words that begin with the letters of the acronym, in any
    order, the first with a capital. The later one is found. With `letters`, what is found is
    rather « l’IMF » where « FMI » has been spelled out: the same letters in another order.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("other",)

    letters: bool = False

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each expansion that differs from the first one."""
        tokens = document.tokens
        first: dict[str, tuple[int, Span]] = {}
        for bracket in tokens.index.get("(", ()):
            if tokens.forms[bracket + 2 : bracket + 3] != [")"]:
                continue
            acronym = tokens.forms[bracket + 1]
            start = _expansion(document, bracket, acronym)
            if start is None:
                continue
            span = document.span(start, bracket - 1)
            earlier = first.setdefault(acronym, (start, span))[1]
            if self.letters:
                continue
            ours, theirs = document.text[slice(*span)], document.text[slice(*earlier)]
            near = start - first[acronym][0] <= ONE_TEXT
            if near and unaccented(ours) != unaccented(theirs):
                yield Hit.replacing(span, theirs, slots={"other": theirs}, related=(earlier,))
        if self.letters and first:
            yield from _scrambled(document, first)


def _scrambled(document: Document, known: dict[str, tuple[int, Span]]) -> Iterator[Hit]:
    """The acronyms never spelled out that have the letters of one that is."""
    tokens = document.tokens
    by_letters: dict[str, list[str]] = {}
    for acronym in known:
        by_letters.setdefault("".join(sorted(acronym)), []).append(acronym)
    for lower, places in tokens.index.items():
        right = by_letters.get("".join(sorted(lower.upper())), ())
        if len(lower) < _LETTERS or len(right) != 1 or lower == right[0].lower():
            continue
        for token in places if len(places) <= _FEW else ():
            near = abs(token - known[right[0]][0]) <= ONE_TEXT
            bare = tokens.lower[token - 1 : token] != ["("]
            if near and bare and tokens.forms[token].isupper() and tokens.forms[token].isalpha():
                span, slots = document.span(token, token), {"other": right[0]}
                elided = tokens.forms[token - 1][-1] in "’'"
                if elided and right[0][0] not in _VOWELS:
                    yield Hit(span, slots=slots)
                else:
                    yield Hit.replacing(span, right[0], slots=slots)


_VOWELS = "AEIOU"
_LETTERS = 3
_FEW = 3
"""An acronym that a text has more often is another one."""


def _expansion(document: Document, bracket: int, acronym: str) -> int | None:
    """Where the words before the bracket begin whose initials make the acronym."""
    if not (acronym.isalpha() and acronym.isupper() and len(acronym) > 2):
        return None
    wanted = sorted(unaccented(acronym))
    initials: list[str] = []
    at = bracket
    while at > document.paragraph_of(bracket).first and len(initials) < len(wanted):
        at -= 1
        word = document.tokens.lower[at]
        if not word[0].isalpha():
            return None
        if word not in _SMALL:
            initials.append(unaccented(word)[0])
    whole = sorted(initials) == wanted and document.tokens.forms[at][0].isupper()
    return at if whole else None

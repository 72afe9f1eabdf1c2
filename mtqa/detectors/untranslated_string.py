"""Strings left in the source's language, whole or in a long part, or put into a third one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.interface_words import FUNCTION_WORDS, INTERFACE_WORDS
from mtqa.lexicon import COMMON, lookup
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.text import Document, Segment, Span

__all__ = ["UntranslatedString"]

_KINDS = ("whole", "part", "third")
_COMMON = 30
"""Zipf×10 of a word that everyone knows in its language."""
_MARGIN = 12
"""How much commoner it must be there than in French, where it may be a loan."""
_RUN = 5
_FOREIGN_IN_RUN = 3
_PLAIN_IN_THIRD = 4
_CODE = pattern(r"[<>\[\]{}|=_\n]|--")
"""What stands in commands and patterns, which are copied."""


@parameters
class UntranslatedString:
    """A string that is its source, `kind` `whole`; that holds a long `part` of it; or a `third`.

    A third is neither: its words are of no language that was asked for. Names, titles, codes, words
    that both languages share, and single loan words are left alone.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("source",)

    kind: str

    def __post_init__(self) -> None:
        if self.kind not in _KINDS:
            raise ValueError(f"kind: unknown value {self.kind!r}; have {', '.join(_KINDS)}")

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each; only a translator can correct it."""
        if document.source is None:
            return
        look = {"whole": _whole, "part": _part, "third": _third}[self.kind]
        for source, target in document.strings():
            span = look(document, document.source, Segment(source, target))
            if span is not None:
                text = document.source.text[slice(*source)]
                yield Hit(span, slots={"source": text}, source=(source,))


def _whole(document: Document, source: Document, segment: Segment) -> Span | None:
    text = document.text[slice(*segment.target)].strip()
    if text.casefold() != source.text[slice(*segment.source)].strip().casefold():
        return None
    if _CODE.search(text):
        return None
    forms = _words(document, segment.target)
    return _trimmed(document, segment.target) if _is_foreign(forms, source.language) else None


def _is_foreign(forms: Sequence[str], language: str) -> bool:
    """Are these words, names apart, of that language and not French?"""
    lower = [form.lower() for form in forms]
    interface = INTERFACE_WORDS[language]
    if len(forms) == 1:
        return lower[0] in interface and not lookup(lower[0]).common
    foreign = [form for form in forms if _is_known_there(form.lower(), language)]
    if len(foreign) < 2 or 2 * len(foreign) < len(forms):
        return False
    if any(word in interface and not lookup(word).common for word in lower):
        return True
    plain = [form for form in foreign if form.islower()]
    told = [form for form in plain if form not in FUNCTION_WORDS[language]]
    return len(told) >= 2 or (len(plain) >= 2 and bool(told))


@lru_cache(maxsize=1 << 14)
def _is_known_there(word: str, language: str) -> bool:
    """Does everyone know this word in that language, and French not?"""
    entry = lookup(word)
    there = entry.es if language == "es" else entry.en
    return not entry.tags & COMMON and there >= _COMMON and there - entry.fr >= _MARGIN


def _part(document: Document, source: Document, segment: Segment) -> Span | None:
    """The longest run of words that both sides have, if it is prose and stands alone."""
    tokens = document.tokens
    first, last = _range(document, segment.target)
    foreign = [n for n in range(first, last) if _is_known_there(tokens.lower[n], source.language)]
    if len(foreign) < _FOREIGN_IN_RUN:
        return None
    text = document.text[slice(*segment.target)].strip()
    if text.casefold() == source.text[slice(*segment.source)].strip().casefold():
        return None
    start, end = _range(source, segment.source)
    theirs = source.tokens.lower[start:end]
    runs = {tuple(theirs[at : at + _RUN]) for at in range(len(theirs) - _RUN + 1)}
    at = first
    while at + _RUN <= last:
        stop = at
        while stop + _RUN <= last and tuple(tokens.lower[stop : stop + _RUN]) in runs:
            stop += 1
        if stop == at:
            at += 1
            continue
        stop += _RUN - 1
        plain = [n for n in foreign if at <= n < stop and tokens.forms[n].islower()]
        if len(plain) >= _FOREIGN_IN_RUN and not document.is_set_off(plain[0], plain[-1]):
            words = [n for n in range(at, stop) if tokens.forms[n][0].isalpha()]
            span = document.span(words[0], words[-1])
            is_prose = any(tokens.lower[n] in FUNCTION_WORDS[source.language] for n in plain)
            if is_prose and not _CODE.search(document.text[slice(*span)]):
                return span
        at = stop
    return None


def _third(document: Document, source: Document, segment: Segment) -> Span | None:
    """The string, where its letters are of another script, or its words of a third language."""
    text = document.text[slice(*segment.target)]
    letters = [letter for letter in text if letter.isalpha()]
    strange = [letter for letter in letters if ord(letter) > _LAST_LATIN]
    if len(strange) >= _PLAIN_IN_THIRD and 2 * len(strange) > len(letters):
        original = source.text[slice(*segment.source)]
        if any(letter in original for letter in strange):
            return None
        return _trimmed(document, segment.target)
    return None


_LAST_LATIN = 0x24F


def _range(document: Document, span: Span) -> tuple[int, int]:
    tokens = document.tokens
    return tokens.at(span.start), min(tokens.at(span.end - 1) + 1, len(tokens))


def _words(document: Document, span: Span) -> list[str]:
    first, last = _range(document, span)
    return [form for form in document.tokens.forms[first:last] if form[0].isalpha()]


def _trimmed(document: Document, span: Span) -> Span:
    text = document.text[slice(*span)]
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))

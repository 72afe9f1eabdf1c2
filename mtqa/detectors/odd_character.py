"""Characters that no reader sees or can read: zero-width ones, controls, U+FFFD."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import ClassVar

from mtqa import lexicon
from mtqa.findings import Hit
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.text import Document, Span

__all__ = ["LostCharacterDetector", "OddCharacterDetector"]

_JOINING_SCRIPTS = pattern("[\u0590-\u08ff\u0900-\u0eff\u1780-\u17ff\ufb1d-\ufdff]")
_CONTROLS = (*range(0x1, 0x9), *range(0xE, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0))
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
"""What files of printed pages hold for these letters."""
_ODD = (*map(chr, _CONTROLS), "\u200b", "\u2060", "\ufeff")
_FEW_HYPHENS = 4
_WORD_HYPHEN = pattern(r"(?<=\w)\u00ad(?=\w)")
_LOST = pattern("[\\w’'\ufffd]{0,40}\ufffd[\\w’'\ufffd]{0,40}")
_ASKED = pattern(r"[^\W\d_]+(?:\?[a-zà-ÿœ]+){1,2}(?![\w?])")
_CANDIDATES = ("é", "è", "ê", "à", "ç", "ô", "î", "û", "â", "ù", "ï", "ë", "œ", "’")
_MOST_LOST = 2
_ELIDED = pattern(r"(?:[cdjlmnst]|qu)’(?=\w)", re.IGNORECASE)


@parameters
class OddCharacterDetector:
    """Invisible characters within the prose; the correction is the character meant, or none."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such character."""
        text = document.text
        numbers = document.tokens.positions(_ODD)
        if numbers and not _JOINING_SCRIPTS.search(text):
            for number in numbers:
                span = document.span(number, number)
                if span.start > 0 or text[0] != "\ufeff":
                    yield Hit.replacing(span, _meant(text[span.start]))
        for sign, letters in _LIGATURES.items():
            at = text.find(sign)
            while at >= 0:
                yield Hit.replacing(Span(at, at + 1), letters)
                at = text.find(sign, at + 1)
        if 0 < text.count("\u00ad") <= _FEW_HYPHENS:
            for match in _WORD_HYPHEN.finditer(text):
                yield Hit.replacing(Span(*match.span()), "")


def _meant(character: str) -> str:
    """What a control code stands for in Windows-1252; nothing for other characters."""
    return (
        character.encode("latin-1", errors="ignore")
        .decode("cp1252", errors="ignore")
        .strip(character)
    )


@parameters
class LostCharacterDetector:
    """The sign U+FFFD, or « ? » within a word, put where a character could not be decoded.

    The correction is the commonest French word that the rest of the letters allows; « ? » counts
    only where there is one.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every word with such a sign."""
        text = document.text
        yield from _asked(document)
        if "\ufffd" not in text:
            return
        for match in _LOST.finditer(text):
            span = Span(*match.span())
            if document.is_mention(span):
                continue
            word = _restored(match[0])
            yield Hit.replacing(span, word) if word else Hit(span)


def _asked(document: Document) -> Iterator[Hit]:
    """Words with « ? » for a letter: « fran?ais », « r?ponse »."""
    tokens = document.tokens
    reach = 0
    for number in tokens.index.get("?", ()):
        inside = number > 0 and not document.gap(number - 1) and not document.gap(number)
        if not inside or tokens.starts[number - 1] < reach:
            continue
        match = _ASKED.match(document.text, tokens.starts[number - 1])
        if not match or document.text[match.end() : match.end() + 1] in ("/", "=", "("):
            continue
        word = _restored(match[0].replace("?", "\ufffd"))
        if word and "’" not in word:
            reach = match.end()
            yield Hit.replacing(Span(*match.span()), word)


def _restored(word: str) -> str:
    """The commonest known word with the lost letters put back; empty if there is none."""
    lost = word.count("\ufffd")
    if lost > _MOST_LOST or lost == len(word):
        return ""
    best, best_rank = "", 0
    for letters in product(_CANDIDATES, repeat=lost):
        filling = iter(letters)
        candidate = "".join(next(filling) if c == "\ufffd" else c for c in word)
        rank = _rank(candidate)
        if rank > best_rank:
            best, best_rank = candidate, rank
    return best


def _rank(candidate: str) -> int:
    core = _ELIDED.sub("", candidate, count=1)
    if "’" in core:
        return 0
    entry = lexicon.lookup(core.lower())
    return entry.fr if entry.known else 0

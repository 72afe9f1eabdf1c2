"""A placeholder, or an inline code of a catalogue, that the source has not or the text has not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import ClassVar, NamedTuple

from mtqa.findings import Hit
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.readers.strings import placeholder_spans
from mtqa.text import MASK, Document, Span

__all__ = ["ChangedPlaceholder"]

_SIGNS = ("%", "{", "${", "#{")
_WITH_CODES = (*_SIGNS, "<")
_NUMBERED = pattern(r"%\d+\$|\{\d+\}|\{\{\s*|\s*\}\}")
_CODE = pattern(r"<[\w:]+\b[^>]*?\b(?:id|x|i)=[\"']([^\"']*)")
_NAMELESS = pattern(r"%[-+#0']*\d*(?:\.\d+)?[a-z]+|\{\}")
_ONE = pattern(r"\b(?:un|une|aucun|aucune|seul|seule|1)\b", re.IGNORECASE)
_COUNTS = pattern(
    r"%n|.*(?:[di]|\{\}|n|count|num\w*|nb\w*|total|limit\w*|length|size|min\w*|max\w*)\W*s?\W*"
)
"""What most likely fills in a number."""


class _Item(NamedTuple):
    text: str
    span: Span

    @property
    def key(self) -> str:
        """What must be alike: not the number of an argument, nor white space inside."""
        code = _CODE.match(self.text)
        return code[1] if code else _NUMBERED.sub(_plain, self.text)


def _plain(match: re.Match[str]) -> str:
    sign = match[0].strip()
    return "%" if sign[0] == "%" else "{}" if sign[-1] == "}" and sign[0] == "{" else sign


@parameters
class ChangedPlaceholder:
    """What a program fills in: with `lost`, what the translation leaves out, else what it makes up.

    Where one is lost and another is new, the correction puts the one of the source. The singular
    of a message may say its number in a word.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("source",)

    lost: bool = False

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such placeholder; for a lost one, the last word of the text."""
        source = document.source
        if source is None or not any(sign in source.text for sign in (MASK, "%", "{", "$")):
            return
        signs = _WITH_CODES if document.units else _SIGNS
        for one, other in document.units or [pair.segment for pair in document.pairs()]:
            ours = list(_items(document, other, signs))
            theirs = list(_items(source, one, signs))
            if ours or theirs:
                yield from self._compared(document, other, theirs, ours)

    def _compared(
        self, document: Document, within: Span, theirs: list[_Item], ours: list[_Item]
    ) -> Iterator[Hit]:
        lost = _missing(theirs, ours)
        new = [item for item in _missing(ours, theirs) if _is_unknown(item, theirs)]
        if not self.lost:
            for number, item in enumerate(new):
                right = lost[number].text if len(lost) == len(new) else None
                slots = {"source": ", ".join(one.text for one in lost or theirs) or "–"}
                sources = tuple(one.span for one in lost)
                if right is None:
                    yield Hit(item.span, slots=slots, source=sources)
                else:
                    yield Hit.replacing(item.span, right, slots=slots, source=sources)
        elif lost and not new and not _is_said(document.text[slice(*within)], lost):
            slots = {"source": ", ".join(one.text for one in lost)}
            sources = tuple(one.span for one in lost)
            yield Hit(document.last_word(within), slots=slots, source=sources)


def _items(document: Document, within: Span, signs: tuple[str, ...]) -> Iterator[_Item]:
    text = document.text[slice(*within)]
    at = text.find(MASK)
    while at >= 0:
        span = Span(within.start + at, within.start + at + 1)
        shown = document.behind(span)
        if shown.startswith(signs):
            yield _Item(shown, span)
        at = text.find(MASK, at + 1)
    for start, end in placeholder_spans(text):
        yield _Item(text[start:end], Span(within.start + start, within.start + end))


def _missing(ones: Iterable[_Item], others: Iterable[_Item]) -> list[_Item]:
    """Those of `ones` that have no counterpart among `others`, in order."""
    left = Counter(other.key for other in others)
    missing: list[_Item] = []
    for one in sorted(ones, key=lambda item: item.span):
        if left[one.key]:
            left[one.key] -= 1
        else:
            missing.append(one)
    return missing


def _is_unknown(item: _Item, theirs: Iterable[_Item]) -> bool:
    """Has the source nothing of that name? One without a name cannot be said twice."""
    return bool(_NAMELESS.fullmatch(item.key)) or all(item.key != one.key for one in theirs)


def _is_said(text: str, lost: list[_Item]) -> bool:
    """Is the number that is lost said in a word: « un fichier » for « %d file »?"""
    return len(lost) == 1 and bool(_ONE.search(text)) and bool(_COUNTS.fullmatch(lost[0].text))

"""Texts of buttons, menus and notices that stay in the source language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, NamedTuple

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.elision import opens_with_vowel
from mtqa.languages.fr.foreign import is_french, is_plainly_foreign, pulls
from mtqa.lines import (
    AFTER_SENTENCE,
    CLOSING,
    REACH,
    around,
    is_alone,
    is_named_label,
    is_sentence,
    opens_line,
)
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.tables import Table
from mtqa.text import Document, Span
from mtqa.tokens import Tokens
from mtqa.wordings import NUMBER, Wording, Wordings

__all__ = ["InterfaceStringDetector"]

_SEPARATOR = " ‖ "
_NO_BREAK_SPACE = "\u00a0"
_HEADING_END = pattern(r"\.\s+[A-ZÀ-Ý]|\s+[–—]\s|\s+(?:et|ou)\s+[a-zà-ÿ]|\s*$")
_DECIMAL = pattern(r"^(\d+)\.(\d\d?)$")
_BY = pattern(r"\bpar $")
_PATH_AFTER = pattern(r"[*_»”\"]{0,2}\s*[>→›]\s*[*_«“\"]{0,2}([A-ZÀ-Ý][\w’-]+)")
_PATH_BEFORE = pattern(r"\b([A-ZÀ-Ý][\w’-]+)[*_»”\"]{0,2}\s*[>→›]\s*[*_«“\"]{0,2}$")
_COLON = pattern(r"[ \u00a0\u202f]?:(?=\s)")
_SPACED_COLONS = ("\u00a0:", "\u202f:", " :")
_CLOSE = 6
_FOREIGN = 5
"""How far the words after a label lean to another language on average if they are foreign."""
_STEPS = ("", "shy")
"""Kinds of texts that may be a step of a menu path."""
_BEFORE_DETAIL = pattern(r"\s*:?\s*(?:[A-ZÀ-Ý]\w|\d|@|\w+[\d_])")


class _Match(NamedTuple):
    first: int
    last: int
    wording: Wording

    @property
    def kind(self) -> str:
        return self.wording.cells[1]


@parameters
class InterfaceStringDetector:
    """A text of the column `foreign` that is a whole line or stands between separators.

    `table` gives its translations as `french`, separated by ` ‖ `; `{n}` is any number. A text
    whose `kind` is `shy` counts only beside another one; a `prefix` may be followed by a name, a
    date or a number; a `label` opens a line, before a colon and no foreign words, a `heading`
    there or before more of the line; a `sentence` may be one of a paragraph; a `stage` direction
    stands in brackets; a `byline` may follow « par ». A step of a menu path counts where another
    step is French.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    table: Table

    @cached_property
    def _wordings(self) -> Wordings:
        return Wordings(self.table, "foreign", "french", "kind")

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every text that stands alone."""
        matches = sorted(self._matches(document))
        for number, match in enumerate(matches):
            sure = match.kind != "shy" or _has_neighbour(matches, number)
            if sure or _is_in_path(document, match.first, match.last):
                yield _hit(document, match)

    def _matches(self, document: Document) -> Iterator[_Match]:
        for places in self._wordings.places(document):
            for first, last, wording in places:
                match = _Match(first, last, wording)
                if _stands_alone(document, first, last, match.kind) or (
                    match.kind in _STEPS and _is_in_path(document, first, last)
                ):
                    yield match
                    break


def _stands_alone(document: Document, first: int, last: int, kind: str) -> bool:
    start, end = document.span(first, last)
    if "\n" in document.text[start:end]:
        return False
    before, after = around(document, first, last)
    opening = document.text[start]
    if kind == "stage":
        return before[-1:] in ("(", "[") and after[:1] in (")", "]")
    if kind in ("label", "heading"):
        labels = opens_line(before) and opening.isupper() and _is_label(after, kind)
        sure = last > first or is_plainly_foreign(document.tokens.lower[first])
        return labels or (sure and opening.isupper() and is_alone(document, first, last))
    if kind == "prefix":
        detail = _BEFORE_DETAIL.match(after) or CLOSING.match(after)
        return detail is not None and (
            opens_line(before) or AFTER_SENTENCE.search(before) is not None
        )
    if not opening.isupper() and not opening.isdigit():
        return False
    if kind == "byline" and _BY.search(before):
        return CLOSING.match(after) is not None
    if is_alone(document, first, last) or is_named_label(document, first, last):
        return True
    may_be_sentence = kind == "sentence" or (kind == "" and last > first)
    return may_be_sentence and is_sentence(document, first, last)


def _is_label(after: str, kind: str) -> bool:
    """Does a label end here: before a colon, or, for a heading, before the rest of its line?"""
    colon = _COLON.match(after)
    if colon:
        return not _is_foreign(after[colon.end() :])
    return kind == "heading" and _HEADING_END.match(after) is not None and not _is_foreign(after)


def _is_in_path(document: Document, first: int, last: int) -> bool:
    """Is the text a step of a menu path whose next or last step is French?"""
    start, end = document.span(first, last)
    if not document.text[start].isupper():
        return False
    beside = (
        _PATH_AFTER.match(document.text[end : end + REACH]),
        _PATH_BEFORE.search(document.text[max(0, start - REACH) : start]),
    )
    forms = [found[1].lower().replace("’", "'") for found in beside if found]
    return any(is_french(form) and max(pulls(form)) < 0 for form in forms)


def _is_foreign(text: str) -> bool:
    leanings = [pulls(form) for form in Tokens(text).forms if form.islower() and form.isalpha()]
    return any(sum(column) > _FOREIGN * len(leanings) for column in zip(*leanings, strict=True))


def _has_neighbour(matches: list[_Match], number: int) -> bool:
    """Is there another of the texts close by?"""
    match = matches[number]
    return any(
        abs(other.first - match.last) <= _CLOSE and other.wording.lower != match.wording.lower
        for other in matches[max(0, number - 1) : number + 2]
        if other is not match
    )


def _hit(document: Document, match: _Match) -> Hit:
    tokens = document.tokens
    span = document.span(match.first, match.last)
    found = document.text[span.start : span.end]
    french = match.wording.cells[0].split(_SEPARATOR)
    first, last = match.first, match.last
    if first and tokens.forms[first - 1] == "¿":
        first -= 1
    asks = last + 1 < len(tokens) and tokens.forms[last + 1] == "?"
    if asks and french[0].endswith("?"):
        last += 1
    numbers = [
        tokens.forms[match.first + place]
        for place, word in enumerate(match.wording.lower)
        if word == "0"
    ]
    texts = [_like(_fill(text, numbers), found) for text in french]
    if match.kind == "byline" and first and tokens.forms[first - 1] == "par":
        texts = [text[0].lower() + text[1:] for text in texts]
    changed = document.span(first, last)
    if match.kind == "prefix" and last + 1 < len(tokens):
        following = tokens.forms[last + 1]
        if texts[0].endswith(" de") and following[0].isalpha() and opens_with_vowel(following):
            changed = Span(changed.start, tokens.starts[last + 1])
            texts = [text.removesuffix("e") + "’" for text in texts if text.endswith(" de")]
    if match.kind in ("label", "heading") and document.text[changed.end : changed.end + 1] == ":":
        spaced = next((mark for mark in _SPACED_COLONS if mark in document.text), ":")
        changed = Span(changed.start, changed.end + 1)
        texts = [text + spaced for text in texts]
    repairs = tuple((Edit(changed, text),) for text in texts)
    return Hit(document.span(first, last), repairs)


def _fill(french: str, numbers: list[str]) -> str:
    for number in numbers:
        number = _DECIMAL.sub(r"\1,\2", number)
        french = french.replace(NUMBER, number, 1)
    return french.replace(" ?", f"{_NO_BREAK_SPACE}?")


def _like(text: str, found: str) -> str:
    """Give `text` the capitals of `found`."""
    if found.isupper() and len(found) > 2:
        return text.upper()
    if found[0].islower():
        return text[0].lower() + text[1:]
    return text

"""Two punctuation marks where one is meant: « ,, », « ?. »."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from mtqa import lexicon
from mtqa.findings import Edit, Hit
from mtqa.languages.fr.spacing import space_before
from mtqa.parameters import parameters
from mtqa.text import Document, Span
from mtqa.views import is_abbreviation

__all__ = ["ClashingMarksDetector"]

_BLANKS = ("", " ", "\u00a0", "\u202f")
_HIGH = frozenset(";:?!")
_MARKS = tuple(".,;:!?…")
_WORD_BEFORE_BLANK = 3
_SHORT_NAME = 4
_RARELY_SHORT = 40
"""Ten times the Zipf frequency from which a word of four letters or less is no abbreviation."""
_PARTING = frozenset(".,;:")
_CODE = frozenset("&#\\$@")
"""What stands before an entity (« &quot;. ») or the value of a formula (« #NUM!. »)."""
_MENTIONING = frozenset("sur de par avec touche caractère signe opérateur préfixe".split())
"""What a mark that is spoken of stands after: « appuyez sur !. »"""


@parameters
class ClashingMarksDetector:
    """A word or closing mark, then two marks that exclude each other, then a blank or the end.

    `marks` gives each pair and the one mark that is right. Pairs that abbreviate (« etc., »)
    and marks that belong to a title cited in the sentence (« le film Qui sait ?. ») are left
    alone.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    marks: Mapping[str, str]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such pair."""
        tokens = document.tokens
        index = tokens.index
        seconds = {n for mark in {pair[1] for pair in self.marks} for n in index.get(mark, ())}
        firsts = {pair[0] for pair in self.marks}
        for number in [n for mark in firsts for n in index.get(mark, ()) if n + 1 in seconds]:
            pair = tokens.forms[number] + tokens.forms[number + 1]
            right = self.marks.get(pair)
            gap = document.gap(number)
            if right and gap in _BLANKS and (not gap or _may_part(document, number)):
                span = document.span(number, number + 1)
                if _stands_alone(document.text, span) and _is_slip(document, span, number):
                    yield _hit(document, number, right)


def _hit(document: Document, number: int, right: str) -> Hit:
    """The right mark for the two, with the blank before it that it bears; then the other one."""
    span = document.span(number, number + 1)
    start = document.tokens.ends[number - 1]
    edits = [
        (Edit(Span(start, span.end), _blank(document, number, start, mark) + mark),)
        for mark in _candidates(document, number, right)
    ]
    return Hit(span, tuple(edits), sure=_starts_anew(document.text, span))


def _candidates(document: Document, number: int, right: str) -> list[str]:
    """The marks that may be meant, the likeliest first: a stop where the sentence ends."""
    pair = document.tokens.forms[number : number + 2]
    if right not in _PARTING:
        return [right]
    if "." in pair and ":" not in pair:
        ends = _ends_question(document, number)
        right = "." if ends else next(mark for mark in pair if mark != ".")
    return [right, *(mark for mark in pair if mark != right)]


def _blank(document: Document, number: int, start: int, mark: str) -> str:
    if mark not in _HIGH:
        return ""
    before = document.text[start : document.tokens.starts[number]]
    return before or document.gap(number) or space_before(document.text, mark)


def _stands_alone(text: str, span: Span) -> bool:
    before = text[max(span.start - 1, 0) : span.start]
    after = text[span.end : span.end + 2]
    if before in _MARKS or after.lstrip(" \u00a0\u202f")[:1] in _MARKS:
        return False
    return not after or after[0].isspace() or after[0] in '»”"'


def _starts_anew(text: str, span: Span) -> bool:
    """Is what follows the pair what must follow the right mark?"""
    rest = text[span.end : span.end + 80].lstrip()
    if text[span.end - 1] not in ".?!":
        return True
    return not rest[:1].islower()


def _may_part(document: Document, number: int) -> bool:
    """Does the stop after a blank end a sentence, where a name may begin with one: « , .NET »?"""
    if document.tokens.forms[number + 1] != ".":
        return True
    end = document.tokens.ends[number + 1]
    rest = document.text[end : end + 2]
    return not rest.strip() or (rest[0].isspace() and rest[1].isupper())


def _introduces(document: Document, number: int) -> bool:
    """Does the colon of the pair stand in prose, with words after it on its line?"""
    if document.gap(number) or document.text.count("::") > 1:
        return False
    rest = document.gap(number + 1)
    return document.entry(number - 1).known and rest != "" and "\n" not in rest


def _ends_question(document: Document, number: int) -> bool:
    """Is it the end of a sentence for all that follows the two marks?"""
    end = document.tokens.ends[number + 1]
    rest = document.text[end : end + 3].lstrip()
    return not rest or "\n" in document.gap(number + 1) or rest[0].isupper() or rest[0] in "«“"


def _is_slip(document: Document, span: Span, number: int) -> bool:
    tokens = document.tokens
    first = tokens.forms[number]
    word = number - 1
    if word < 0 or "\n" in document.text[tokens.ends[word] : span.start]:
        return False
    form = tokens.forms[word]
    start = tokens.starts[word]
    if start and document.text[start - 1] in _CODE:
        return False
    if first in "?!" and document.gap(word) and tokens.lower[word] in _MENTIONING:
        return False
    if not (form[-1].isalnum() or form in "»”%€" or (form in ')]"' and first != ";")):
        return False
    attached = tokens.ends[word] == span.start
    if not attached and first in ".,":
        known = lexicon.lookup(tokens.lower[word]).common
        if len(form) < _WORD_BEFORE_BLANK or not known:
            return False
    if first == ".":
        return not _may_be_short(document, word)
    if first in "?!" and tokens.forms[number + 1] == "," and not _ends_question(document, number):
        return False
    if first == ":" and not _introduces(document, number):
        return False
    return first not in "?!" or not _cites_title(document, number)


def _may_be_short(document: Document, word: int) -> bool:
    """May the full stop after this word shorten it?"""
    form = document.tokens.forms[word]
    if len(form) < _WORD_BEFORE_BLANK or is_abbreviation(document.tokens, word):
        return True
    entry = document.entry(word)
    if len(form) <= _SHORT_NAME and entry.fr < _RARELY_SHORT:
        return True
    return not (entry.common if form.islower() else entry.known and len(form) > _SHORT_NAME)


def _cites_title(document: Document, number: int) -> bool:
    """Does a common word carry a capital inside the sentence that ends here?"""
    tokens = document.tokens
    first = document.sentence_of(number).first
    first += not tokens.forms[first][0].isalnum()
    return any(
        tokens.forms[inner][0].isupper() and lexicon.lookup(tokens.lower[inner]).common
        for inner in range(first + 1, number)
    )

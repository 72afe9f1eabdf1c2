"""A mark without the space that the document itself puts there everywhere else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from mtqa.findings import Hit
from mtqa.languages.fr.foreign import reads_as_french
from mtqa.parameters import parameters
from mtqa.text import MASK, Document, Span

__all__ = ["SpacingHabitDetector"]

_ONE_AUTHOR = 3000
"""A text of up to so many words may be taken for one author's."""
_SLIPS = {";": 2, ":": 1, "«": 3, "%": 3}
"""More marks of a group without a space are how the author writes."""
_NEAR = 12
_TITLE, _WORDS = 9, 4
"""So many words before the mark tell the language."""
_SPACES = " \u00a0\u202f\u2009"
_HIGH = (";", "!", "?")
_GROUPS = (
    (_HIGH, _HIGH),
    ((":",), (":", *_HIGH)),
    (("«", "»"), ("«", "»")),
    (("%", "€"), ("%", "€")),
)
"""Marks → those whose spaces show how the author writes them; in Québec « : » has a space where
« ; ! ? » have none, but not the other way round."""
_INSIDE = frozenset(("«", "»"))


class _Mark(NamedTuple):
    """A mark's token, and the space it has on its inner side."""

    token: int
    space: str


@parameters
class SpacingHabitDetector:
    """A high mark, a guillemet or a sign of unit that touches its word, in a text of one author
    who writes most of them with a space."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every mark that lacks its space."""
        index = document.tokens.index
        marks = {mark for group, _ in _GROUPS for mark in group}
        if marks.isdisjoint(index) or document.words > _ONE_AUTHOR:
            return
        found = {mark: list(_marks(document, mark)) for mark in marks if mark in index}
        for group, witnesses in _GROUPS:
            glued = [m for mark in group for m in found.get(mark, ()) if not m.space]
            spaces = Counter(m.space for mark in witnesses for m in found.get(mark, ()) if m.space)
            if glued and len(glued) <= _SLIPS[group[0]] and len(glued) < spaces.total():
                space = spaces.most_common(1)[0][0]
                yield from (_hit(document, m.token, space) for m in glued)


def _marks(document: Document, mark: str) -> Iterator[_Mark]:
    """The places where `mark` stands beside a word, so that a space is due there or not."""
    text, tokens = document.text, document.tokens
    for token in tokens.index[mark]:
        start, end = tokens.starts[token], tokens.ends[token]
        inner = text[end : end + 2] if mark == "«" else text[max(0, start - 2) : start][::-1]
        outer = text[start - 1 : start] if mark == "«" else text[end : end + 1]
        space = inner[:1] if inner[:1] in _SPACES else ""
        beside = inner[len(space) : len(space) + 1]
        if not _is_word_end(beside, mark) or outer.isalnum() or outer in ("/", "=", "'", '"'):
            continue
        if not space and not _is_slip(document, token, beside):
            continue
        yield _Mark(token, space)


def _is_word_end(beside: str, mark: str) -> bool:
    if mark in ("%", "€"):
        return beside.isdigit()
    if mark in _INSIDE:
        return beside.isalnum() or (beside != "" and beside in ".…!?,)(")
    return beside.isalnum() or (beside != "" and beside in "»”)]" + MASK)


def _is_slip(document: Document, token: int, beside: str) -> bool:
    """Does the mark touch a French word or a figure, and end no entity, address or label?"""
    text, start = document.text, document.tokens.starts[token]
    mark = document.tokens.forms[token]
    if not beside.isalnum() or (mark == ":" and document.gap(token)[:1] != " "):
        return False
    word = text[max(0, start - 12) : start].split()[-1:]
    if word and any(sign in word[0] for sign in "&/=@_<"):
        return False
    form = document.tokens.forms[token - 1] if token else ""
    if mark in _HIGH and beside.isdigit() and not form[:1].isdigit():
        return False  # « Dh3! » is a move of chess.
    if mark not in _INSIDE and beside.isalpha():
        entry = document.entry(token - 1)
        if not entry.common or entry.fr < entry.en - 10:
            return False
    return not _is_foreign(document, token)


def _is_foreign(document: Document, token: int) -> bool:
    """Do the words that lead to the mark read as another language?"""
    first, last = document.sentence_of(token)
    pair = document.quote_around(token)
    if pair is not None:
        first, last = max(first, pair.open + 1), min(last, pair.close)
    lower = document.tokens.lower
    near = lower[max(first, token - _NEAR) : token] or lower[token + 1 : min(last, token + _NEAR)]
    words = [form for form in near if form[0].isalpha()]
    title = [form for form in lower[token + 1 : min(last, token + _TITLE)] if form[0].isalpha()]
    return (len(words) > 1 and not reads_as_french(words)) or (
        len(title) >= _WORDS and not reads_as_french(title)
    )


def _hit(document: Document, token: int, space: str) -> Hit:
    tokens = document.tokens
    if tokens.forms[token] == "«":
        span = Span(tokens.starts[token], tokens.ends[token + 1])
        return Hit.replacing(span, f"«{space}{tokens.forms[token + 1]}")
    span = Span(tokens.starts[token - 1], tokens.ends[token])
    return Hit.replacing(span, f"{tokens.forms[token - 1]}{space}{tokens.forms[token]}")

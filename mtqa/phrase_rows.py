"""The rows of a phrase table, each read only when a text has the words that it needs."""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from mtqa.phrase_reader import PhraseReader, is_plain, plain_words
from mtqa.phrases import Item, Phrase, listed_forms
from mtqa.text import Document
from mtqa.tokens import Tokens

__all__ = ["Row", "Rows", "candidates"]

Cells = tuple[str, str, str, str]
"""The columns `before`, `wrong`, `after` and `right` of a row."""


_Beside = list[str] | str
"""The words of which one must stand beside another; or a part of a phrase, as written; or none."""
_Waiting = tuple[int, Cells, tuple[str, ...], _Beside, _Beside]
"""A row, the plain words that it holds, and what is before and behind the word it waits at."""


class Edge(NamedTuple):
    """What a token may be: one of these words, or of a class of these items."""

    words: frozenset[str]
    items: tuple[Item, ...]


class Row(NamedTuple):
    """What to find between what, and the corrections of the middle part."""

    number: int
    before: int
    wrong: int
    phrase: Phrase
    right: tuple[str, ...]
    anchor: int
    least: int
    most: int
    """How many tokens may stand before the anchor."""
    behind: Edge | None
    ahead: Edge | None
    """What the token next to the anchor may be on each side; None where it may be anything."""


class Rows:
    """All rows of a table; `sets` names lists of words that they use.

    A row waits at its longest plain word until a text has that and every other that it needs:
    most rows of a table are never parsed. What waits at a word is a pickle of its own, so that
    a table that was kept costs little more than its words.
    """

    def __init__(self, cells: Sequence[Cells], sets: Mapping[str, str]) -> None:
        self._reader = PhraseReader(sets)
        self._anchored: dict[str, list[Row]] = {}
        self._read: set[int] = set()
        waiting: dict[str, list[_Waiting]] = {}
        for number, texts in enumerate(cells):
            keys = _keys(texts)
            if not keys:
                self._add(number, texts, {})
            parts = " ".join(texts[:3]).replace("’", "'").split()
            needed = tuple([part for part in parts if "|" not in part and is_plain(part)])
            for word in keys:
                at = next(place for place, part in enumerate(parts) if word in part.split("|"))
                beside = _beside(parts[:at][-1:]), _beside(parts[at + 1 :][:1])
                waiting.setdefault(word, []).append((number, texts, needed, *beside))
        self._packed = {word: pickle.dumps(rows) for word, rows in waiting.items()}
        self._waiting: dict[str, list[_Waiting]] = {}

    def anchored(self, tokens: Tokens) -> Mapping[str, list[Row]]:
        """The rows that may stand in a text of these tokens, by forms of which one must occur."""
        words = tokens.index.keys()
        for word in self._packed.keys() & words:
            waiting = [row for row in self._unpacked(word) if row[0] not in self._read]
            for number, cells, needed, before, after in waiting:
                if (
                    all(map(words.__contains__, needed))
                    and self._fits_beside(word, before, after, tokens)
                    and self._may_stand(cells, words)
                ):
                    self._add(number, cells, tokens.index)
            self._waiting[word] = waiting
        return self._anchored

    def _unpacked(self, word: str) -> list[_Waiting]:
        found: list[_Waiting] = self._waiting.get(word) or pickle.loads(self._packed[word])
        return found

    def read_all(self) -> None:
        """Read every row; raises ValueError where one is wrong."""
        for word in self._packed:
            for number, cells, *_ in self._unpacked(word):
                if number not in self._read:
                    self._add(number, cells, {})

    def _fits_beside(self, word: str, before: _Beside, after: _Beside, tokens: Tokens) -> bool:
        """May the words beside this one, somewhere in the text, be what the row has beside it?"""
        for step, wanted in ((-1, before), (1, after)):
            if isinstance(wanted, list):
                if tokens.beside(word, step).isdisjoint(wanted):
                    return False
            elif wanted and not self._is_beside(wanted, step, tokens.index[word], tokens):
                return False
        return True

    def _is_beside(self, part: str, step: int, places: list[int], tokens: Tokens) -> bool:
        """May this part of a phrase stand beside one of these places, as far as they are few?"""
        if len(places) > _MANY:
            return True
        item = self._reader.item(part)
        beside = (at + step for at in places if 0 <= at + step < len(tokens))
        return any(item.may_be(tokens.forms[at], tokens.lower[at]) for at in beside)

    def _may_stand(self, cells: Cells, words: Set[str]) -> bool:
        """Do these words hold one for each listed item of the row?"""
        items = [item for part in self._parts(cells) for item in part if item.is_listed]
        return not any(words.isdisjoint(listed_forms(item)) for item in items)

    def _parts(self, cells: Cells) -> list[tuple[Item, ...]]:
        try:
            return [self._reader.phrase(text).items for text in cells[:3]]
        except ValueError as error:
            raise ValueError(f"{cells[1]!r}: {error}") from error

    def _add(self, number: int, cells: Cells, index: Mapping[str, list[int]]) -> None:
        self._read.add(number)
        row = _row(number, self._parts(cells), cells, index)
        for form in listed_forms(row.phrase.items[row.anchor]):
            self._anchored.setdefault(form, []).append(row)


def _beside(parts: Sequence[str]) -> _Beside:
    """What a token must be for this part of a phrase, if there is one and it must be there."""
    part = parts[0] if parts else ""
    if is_plain(part):
        return part.split("|")
    return (
        "" if part.startswith(("!", "<", "^")) or part.endswith(("?", "*")) or "$" in part else part
    )


def _keys(cells: Cells) -> list[str]:
    """Words of which one stands wherever the row does: its longest plain one, or a list of them."""
    longest = max(cells[1].split(), key=len, default="")
    if len(longest) >= _TELLING and longest.isalpha() and longest.islower():
        return [longest]
    listed = max(plain_words(cells[:3]), key=_shortest, default="")
    return listed.split("|") if listed else []


def _shortest(part: str) -> int:
    return len(part) if "|" not in part else min(map(len, part.split("|")))


_MANY = 30
"""Places of a word in a text beyond which it is quicker to read the row than to look at all."""
_TELLING = 5
"""Letters of a word that is likely to be rare."""


def candidates(document: Document, rows: Mapping[str, list[Row]]) -> Iterator[tuple[Row, int]]:
    """Each row with each token that may be its anchor, as the tokens beside it tell."""
    index = document.tokens.index
    last = len(document.tokens) - 1
    known: dict[Edge, dict[str, bool]] = {}
    for form in rows.keys() & index.keys():
        for row in rows[form]:
            tokens: Collection[int] = index[form]
            if row.ahead:
                tokens = _beside_edge(document, tokens, row.ahead, 1, last, known)
            if row.behind:
                tokens = _beside_edge(document, tokens, row.behind, -1, 0, known)
            yield from ((row, token) for token in tokens)


def _beside_edge(
    document: Document,
    tokens: Collection[int],
    edge: Edge,
    step: int,
    end: int,
    known: dict[Edge, dict[str, bool]],
) -> list[int]:
    """Those of the tokens that have a word of this edge beside them; none stands at `end`."""
    forms, lower, words = document.tokens.forms, document.tokens.lower, edge.words
    if not edge.items:
        return [at for at in tokens if at != end and lower[at + step] in words]
    memo = known.setdefault(edge, {})
    fit = []
    for at in tokens:
        if at != end:
            form = forms[at + step]
            if form not in memo:
                key = lower[at + step]
                memo[form] = key in words or any(item.may_be(form, key) for item in edge.items)
            if memo[form]:
                fit.append(at)
    return fit


def _row(
    number: int, parts: Sequence[tuple[Item, ...]], cells: Cells, index: Mapping[str, list[int]]
) -> Row:
    items = parts[0] + parts[1] + parts[2]
    listed = [place for place, item in enumerate(items) if item.is_listed]
    if not listed:
        raise ValueError(f"{cells[1]!r}: needs a word that is no class")
    anchor = min(listed, key=lambda place: _commonness(items[place], index))
    lead = [item for item in items[:anchor] if item.takes]
    return Row(
        number,
        before=len(parts[0]),
        wrong=len(parts[1]),
        phrase=Phrase(items),
        right=tuple(text.strip() for text in cells[3].split(" / ")) if cells[3] else (),
        anchor=anchor,
        least=sum(item.least for item in lead),
        most=sum(item.most for item in lead),
        behind=_edge(items[anchor - 1 :: -1] if anchor else ()),
        ahead=_edge(items[anchor + 1 :]),
    )


def _edge(items: Sequence[Item]) -> Edge | None:
    """Of items in order, those of which the first token must be one; None if none must be."""
    edge: list[Item] = []
    for item in items:
        if item.takes:
            edge.append(item)
            if item.least:
                words = frozenset[str]().union(*map(listed_forms, edge))
                return Edge(words, tuple([item for item in edge if item.classes]))
    return None


def _commonness(item: Item, index: Mapping[str, list[int]]) -> tuple[int, int]:
    """How many tokens may stand for an item in a text; where none do, longer words are rarer."""
    forms = listed_forms(item)
    return sum([len(index[form]) for form in forms if form in index]), -max(map(len, forms))

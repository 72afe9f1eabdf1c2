"""The rows of a phrase table, each read only when a text has the words that it needs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from mtqa.lexicon import lookup
from mtqa.phrases import Item, Phrase, parse_phrase, phrase_forms, required_words
from mtqa.text import Document

__all__ = ["Row", "Rows", "candidates"]

Cells = tuple[str, str, str, str]
"""The columns `before`, `wrong`, `after` and `right` of a row."""


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
    behind: tuple[Item, ...]
    ahead: tuple[Item, ...]
    """What the token next to the anchor may be on each side; empty where it may be anything."""


class Rows:
    """All rows of a table; `sets` names lists of words that they use."""

    def __init__(self, cells: Sequence[Cells], sets: Mapping[str, str]) -> None:
        self._sets = sets
        self._anchored: dict[str, list[Row]] = {}
        self._cells = cells
        self._waiting: dict[str, list[tuple[int, list[frozenset[str]]]]] = {}
        self._read: set[int] = set()
        for row, texts in enumerate(cells):
            needs = [words for text in texts[:3] for words in required_words(text)]
            if not needs:
                self._add(row)
                continue
            for word in max(needs, key=lambda words: min(map(len, words))):
                self._waiting.setdefault(word, []).append((row, needs))

    def anchored(self, index: Mapping[str, Collection[int]]) -> Mapping[str, list[Row]]:
        """The rows that may stand in a text of these words, by forms of which one must occur."""
        for word in self._waiting.keys() & index.keys():
            later = []
            for row, needs in self._waiting[word]:
                if row in self._read:
                    continue
                if any(words.isdisjoint(index) for words in needs):
                    later.append((row, needs))
                else:
                    self._add(row)
            self._waiting[word] = later
        return self._anchored

    def read_all(self) -> None:
        """Read every row; raises ValueError where one is wrong."""
        for waiting in self._waiting.values():
            for row, _ in waiting:
                if row not in self._read:
                    self._add(row)
        self._waiting.clear()

    def _add(self, number: int) -> None:
        self._read.add(number)
        cells = self._cells[number]
        try:
            row, forms = _row(number, *cells, self._sets)
        except ValueError as error:
            raise ValueError(f"{cells[1]!r}: {error}") from error
        for form in forms:
            self._anchored.setdefault(form, []).append(row)


def candidates(document: Document, rows: Mapping[str, list[Row]]) -> Iterator[tuple[Row, int]]:
    """Each row with each token that may be its anchor, as the tokens beside it tell."""
    forms, lower, index = document.tokens.forms, document.tokens.lower, document.tokens.index
    last = len(forms) - 1
    known: dict[tuple[Item, ...], dict[str, bool]] = {}
    for form in rows.keys() & index.keys():
        for row in rows[form]:
            tokens: Collection[int] = index[form]
            for edge, step, end in ((row.ahead, 1, last), (row.behind, -1, 0)):
                if edge:
                    memo = known.setdefault(edge, {})
                    tokens = [
                        token
                        for token in tokens
                        if token != end
                        and (
                            memo[word]
                            if (word := forms[token + step]) in memo
                            else _remember(memo, edge, word, lower[token + step])
                        )
                    ]
            yield from ((row, token) for token in tokens)


def _remember(memo: dict[str, bool], edge: tuple[Item, ...], form: str, lower: str) -> bool:
    memo[form] = fits = any(item.may_be(form, lower) for item in edge)
    return fits


def _takes(item: Item) -> bool:
    return not (item.place or item.negated)


def _row(
    number: int, before: str, wrong: str, after: str, right: str, sets: Mapping[str, str]
) -> tuple[Row, frozenset[str]]:
    parts = [parse_phrase(text, sets).items for text in (before, wrong, after)]
    items = parts[0] + parts[1] + parts[2]
    listed = [(_commonness(item), place) for place, item in enumerate(items) if _is_listed(item)]
    if not listed:
        raise ValueError("needs a word that is no class")
    anchor = min(listed)[1]
    forms = phrase_forms(items[anchor]) or frozenset()
    texts = tuple(text.strip() for text in right.split(" / ")) if right else ()
    lead = [item for item in items[:anchor] if _takes(item)]
    least, most = sum(item.least for item in lead), sum(item.most for item in lead)
    behind, ahead = _edge(items[anchor - 1 :: -1] if anchor else ()), _edge(items[anchor + 1 :])
    row = Row(
        number,
        len(parts[0]),
        len(parts[1]),
        Phrase(items),
        texts,
        anchor,
        least,
        most,
        behind,
        ahead,
    )
    return row, forms


def _edge(items: Sequence[Item]) -> tuple[Item, ...]:
    """Of items in order, those of which the first token must be one; empty if none must be."""
    edge: list[Item] = []
    for item in items:
        if _takes(item):
            edge.append(item)
            if item.least:
                return tuple(edge)
    return ()


def _is_listed(item: Item) -> bool:
    """Can the forms of this item be listed?"""
    return _takes(item) and not item.classes and item.least > 0


def _commonness(item: Item) -> float:
    """How frequent the words of an item are together, taken by their dictionary forms."""
    return sum(
        10 ** (lookup(word).fr / 10) if word[0].isalpha() and word[-1] != "'" else _MARK_COUNT
        for word in item.words | item.lemmas
    )


_MARK_COUNT = 1e8
"""How frequent marks, elided words and clitics are taken to be: the lexicon counts none."""

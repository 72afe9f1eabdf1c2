"""Phrases from a table, each row with its correction, its example and its traps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import ClassVar

from mtqa import lexicon
from mtqa.errors import RuleError
from mtqa.findings import Hit
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.phrase_corrections import Places, corrections
from mtqa.phrase_rows import Row, Rows, candidates
from mtqa.tables import Table
from mtqa.text import Document, Span

__all__ = ["PhraseTable"]

_NEAR = 120
"""Tokens on either side of a place that tell what the text is about."""
_ENOUGH = 3
_COLUMNS = ("before", "wrong", "after", "right", "example", "ok")
_MARK = pattern(r"⟦([^⇒]+)⇒([^⟧]*)⟧")


@parameters
class PhraseTable:
    """The phrases of `table`, a .tsv in the language of `mtqa.phrases`.

    Columns: `wrong` is what a finding shows, and only between `before` and `after`; `right`
    holds the corrections, parted by ` / `. In these `[lemma]` stands for the form of that word
    that agrees with the first word of `wrong` that is given by its dictionary form, `[lemma<2]`
    with the second part of `wrong`, `[lemma<before]` or `[lemma<after]` with the last or first
    noun of the words around; `{2}` repeats the second part of `wrong`, `{2!}` gives its
    dictionary form. A correction that begins with `{f}`, `{m}`, `{fp}` or `{mp}` keeps the
    determiner that begins `wrong`, in that gender and number. `example` shows a
    sentence with its correction, `Il ⟦paie attention⇒fait attention⟧.`, `ok` right sentences
    that come close; several are parted by ` ‖ `. `sets` names lists of words. With `about`, a
    row counts only where three of these words stand near, in any form: in texts on a subject.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    table: Table
    sets: Mapping[str, str] = field(default_factory=dict)
    about: frozenset[str] = frozenset()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each place where a row's phrase stands."""
        rows = self._rows
        try:
            anchored = rows.anchored(document.tokens)
        except ValueError as error:
            raise RuleError(f"{self.table.path}: {error}") from error
        hits = [
            (hit, row.number)
            for row, token in candidates(document, anchored)
            for hit in _hits(document, row, token)
            if not self.about or self._is_about(document, token)
        ]
        yield from _longest(hits)

    def _is_about(self, document: Document, token: int) -> bool:
        """Do words of the subject stand near, other than those that the row itself is on?"""
        near = document.tokens.lower[max(0, token - _NEAR) : token + _NEAR]
        return len({self._subject[word] for word in near if word in self._subject}) >= _ENOUGH

    @cached_property
    def _subject(self) -> Mapping[str, str]:
        """Every form of the words of the subject → the word."""
        return {form: word for word in self.about for form in lexicon.forms(word)}

    @property
    def row_examples(self) -> Iterator[Mapping[str, str]]:
        """The examples of the rows, as a rule file would give them."""
        try:
            self._rows.read_all()
        except ValueError as error:
            raise RuleError(f"{self.table.path}: {error}") from error
        for example, right in self.table.column_rows("example", "ok"):
            for text in filter(None, example.split(" ‖ ")):
                mark = _MARK.search(text)
                if mark is None:
                    raise RuleError(f"{self.table.path}: example without ⟦bad⇒good⟧: {text!r}")
                yield {
                    "bad": _MARK.sub(r"\1", text),
                    "found": mark[1],
                    "good": _MARK.sub(r"\2", text),
                }
            for text in filter(None, right.split(" ‖ ")):
                yield {"ok": text}

    @cached_property
    def _rows(self) -> Rows:
        rows = self.table.column_rows(*_COLUMNS)
        cells = [(row[0], row[1], row[2], row[3]) for row in rows]
        try:
            return Rows(cells, self.sets)
        except ValueError as error:
            raise RuleError(f"{self.table.path}: {error}") from error


def _longest(hits: Iterable[tuple[Hit, int]]) -> Iterator[Hit]:
    """Yield the hits, where several overlap the first; of those that begin there the longest."""
    reach = 0
    for hit, _ in sorted(hits, key=_place):
        if hit.span.start >= reach:
            yield hit
            reach = _end(hit)


def _place(found: tuple[Hit, int]) -> tuple[int, int, int]:
    hit, row = found
    return hit.span.start, -_end(hit), row


def _end(hit: Hit) -> int:
    """Where the hit and its first correction end."""
    return max([hit.span.end, *(edit.span.end for repair in hit.repairs[:1] for edit in repair)])


def _hits(document: Document, row: Row, token: int) -> Iterator[Hit]:
    """Yield the match of `row` whose anchor is this token."""
    block = document.paragraph_of(token)
    for start in range(token - row.least, max(block.first, token - row.most) - 1, -1):
        found = row.phrase.match(document, start, block.first, block.last)
        if found is not None and found[row.anchor][0] == token:
            hit = _hit(document, row, found)
            if not _is_right_already(document, hit):
                yield hit
            return


def _is_right_already(document: Document, hit: Hit) -> bool:
    """Would the correction change nothing, since one of the row's words is the right one?"""
    return bool(hit.repairs) and all(
        document.text[slice(*edit.span)] == edit.text for edit in hit.repairs[0]
    )


def _hit(document: Document, row: Row, places: Places) -> Hit:
    inner = places[row.before : row.before + row.wrong]
    span = document.span(inner[0][0], max(end for _, end in inner) - 1)
    edits = corrections(document, row, places)
    if edits:
        span = Span(min(span.start, edits[0].span.start), span.end)
    return Hit(span, tuple([(edit,) for edit in edits]))

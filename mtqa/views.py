"""The views of a text that every rule shares: tokens, paragraphs, sentences, quotation pairs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from mtqa.languages.fr.segmentation import (
    ABBREVIATIONS,
    ALSO_WORDS,
)
from mtqa.tokens import Tokens

__all__ = [
    "MASK",
    "Paragraph",
    "QuotePair",
    "Sentence",
    "by_token",
    "paragraphs",
    "quote_pairs",
    "sentences",
]

MASK = "\ufffc"
"""What stands in the text for a stretch that is no prose: code, an address, a placeholder."""


class Paragraph(NamedTuple):
    """A run of tokens that belong together on the page: `first` up to, not including, `last`."""

    first: int
    last: int


class Sentence(NamedTuple):
    """A sentence: tokens `first` up to, not including, `last`."""

    first: int
    last: int


class QuotePair(NamedTuple):
    """The token numbers of an opening quotation mark and of the mark that closes it."""

    open: int
    close: int


def paragraphs(text: str, tokens: Tokens, wrapped: bool | None = None) -> list[Paragraph]:
    """Cut the text at line ends, but not where a line is only wrapped.

    A line end is no boundary where a long line breaks off without a final mark and the next
    one goes on in lower case, or, in a text that is `wrapped` throughout (None: judge by its
    lines), before any line that is not blank.
    """
    lines = list(_lines(text))
    wrapped = _is_wrapped(lines) if wrapped is None else wrapped
    starts = [0]
    for number in range(1, len(lines)):
        before, line = lines[number - 1][1], lines[number][1]
        if not line or (before and (wrapped or _runs_on(before, line))):
            continue
        starts.append(bisect_left(tokens.starts, lines[number][0]))
    bounds = [*sorted(set(starts)), len(tokens)]
    return [Paragraph(a, b) for a, b in pairwise(bounds) if a < b]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while True:
        end = text.find("\n", start)
        yield start, text[start : end if end >= 0 else len(text)].strip()
        if end < 0:
            return
        start = end + 1


def _runs_on(before: str, line: str) -> bool:
    return (
        len(before) >= 50
        and line[0].islower()
        and not line.startswith(("http", "www."))
        and before[-1] not in '.!?…:;»”"“,-–—)'
    )


def _is_wrapped(lines: list[tuple[int, str]]) -> bool:
    inner = [len(line) for (_, line), (_, following) in pairwise(lines) if line and following]
    if len(inner) < 4:
        return False
    return max(inner) <= 100 and sum(length >= 50 for length in inner) >= 0.7 * len(inner)


_ENDS = (".", "!", "?", "…", "...", "..", "....")
_CLOSERS = frozenset('»”"’)]*_›')
_OPENERS = frozenset('«“"‘([*_-–—•¿¡„‹' + MASK)


def sentences(text: str, tokens: Tokens, blocks: list[Paragraph]) -> list[Sentence]:
    """Cut each paragraph into sentences."""
    cuts = {block.first for block in blocks}
    starts = [block.first for block in blocks]
    for number in tokens.positions(_ENDS):
        block = blocks[bisect_right(starts, number) - 1]
        follower = number + 1
        while (
            follower < block.last
            and tokens.forms[follower] in _CLOSERS
            and _closes(text, tokens, follower)
        ):
            follower += 1
        if follower < block.last and _ends_sentence(text, tokens, block, number, follower):
            cuts.add(follower)
    bounds = [*sorted(cuts), len(tokens)]
    return [Sentence(a, b) for a, b in pairwise(bounds) if a < b]


def _closes(text: str, tokens: Tokens, number: int) -> bool:
    """Is this mark a closing one? « » apart, it must touch what stands before it."""
    if tokens.forms[number] == "»":
        return True
    return tokens.ends[number - 1] == tokens.starts[number]


def _ends_sentence(text: str, tokens: Tokens, block: Paragraph, number: int, follower: int) -> bool:
    if tokens.ends[follower - 1] == tokens.starts[follower]:
        return False
    head = tokens.forms[follower]
    if head in _OPENERS and follower + 1 < block.last:
        head = tokens.forms[follower + 1]
    if not (head[0].isupper() or head[0].isdigit() or head[0] in _OPENERS):
        return False
    if tokens.forms[number] != "." or number == block.first:
        return True
    before = number - 1
    attached = tokens.ends[before] == tokens.starts[number]
    if not attached or follower > number + 1:
        return True
    word = tokens.forms[before]
    if before == block.first and (word.isdigit() or len(word) == 1):
        return False
    if tokens.lower[before] in ALSO_WORDS and len(head) > 1 and head.istitle():
        return True
    return not is_abbreviation(tokens, before) and not _is_initial(tokens, before)


def is_abbreviation(tokens: Tokens, number: int) -> bool:
    """Does the full stop after this token shorten it, for all that the form can tell?"""
    return tokens.lower[number] in ABBREVIATIONS


def _is_initial(tokens: Tokens, number: int) -> bool:
    word = tokens.forms[number]
    return (len(word) == 1 and word.isupper()) or (len(word) == 3 and word[1] == "-")


_DEEPEST = 8
_PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›"}


def quote_pairs(
    text: str, tokens: Tokens, blocks: list[Paragraph]
) -> tuple[list[QuotePair], list[int]]:
    """Pair the quotation marks of each paragraph, nested ones too.

    Returns the pairs in order of their opening marks, and the numbers of the marks that found
    no partner in their paragraph.
    """
    pairs: list[QuotePair] = []
    stray: list[int] = []
    starts = [block.first for block in blocks]
    open_marks: list[int] = []
    current = -1
    for number in tokens.positions(("«", "»", "“", "”", "„", "‹", "›", '"')):
        block = bisect_right(starts, number) - 1
        if block != current:
            stray.extend(open_marks)
            open_marks = []
            current = block
        mark = tokens.forms[number]
        closing = [n for n in open_marks if _PAIRS.get(tokens.forms[n], '"') == mark]
        if closing and (mark != "“" or _is_closing_side(text, tokens, number)):
            partner = closing[-1]
            stray.extend(n for n in open_marks if n > partner)
            open_marks = [n for n in open_marks if n < partner]
            pairs.append(QuotePair(partner, number))
        elif mark in _PAIRS or mark == '"':
            open_marks.append(number)
            # Nobody nests deeper; without a bound, marks that never close cost time squared.
            stray.extend(open_marks[:-_DEEPEST])
            open_marks = open_marks[-_DEEPEST:]
        else:
            stray.append(number)
    stray.extend(open_marks)
    return sorted(pairs), sorted(stray)


def _is_closing_side(text: str, tokens: Tokens, number: int) -> bool:
    start = tokens.starts[number]
    return start > 0 and not text[start - 1].isspace()


Run = TypeVar("Run", Paragraph, Sentence)


def by_token(runs: Sequence[Run]) -> list[Run]:
    """The run that holds each token, and the last one for the end of the text."""
    held = [run for run in runs for _ in range(*run)]
    return held + list(runs[-1:])

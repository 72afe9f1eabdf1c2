"""Whatever is put in place of whatever: read again, the file says just that, and no more."""

from __future__ import annotations

import random

import pytest

from mtqa.errors import ReadError
from mtqa.findings import Edit
from mtqa.fixes import apply_edits
from mtqa.text import MASK, Document, Span
from tests.formats.common import read
from tests.formats.test_hostile import FILES

REPLACEMENTS = (
    "mot", "deux mots", "", "« été »", 'dit "oui"', "l’un & l’autre", "a < b > c", "x; y, z",
    "a\\b",
)  # fmt: skip


def decoded(document: Document) -> str:
    return str(getattr(document, "decoded", document.text))


@pytest.mark.parametrize("name", FILES)
def test_what_is_written_is_read_again(name: str) -> None:
    source = random.Random(name)
    raw = FILES[name]
    document = read(raw, name)
    tokens = document.tokens
    written = 0
    for _ in range(300):
        first = source.randrange(len(tokens))
        last = min(len(tokens) - 1, first + source.randrange(3))
        span = document.span(first, last)
        if source.random() < 0.2:
            span = Span(span.end, span.end)
        text = source.choice(REPLACEMENTS)
        if MASK in document.text[slice(*span)] or not document.map.is_whole(span):
            continue
        new = document.written(span, text)
        if new is None:
            continue
        changed = apply_edits(raw, [Edit(document.map.raw(span), new)])
        try:
            again = read(changed, name)
        except ReadError as error:
            pytest.fail(f"{span} {text!r}: {error}")
        expected = document.text[: span.start] + text + document.text[span.end :]
        # Signs that were put in may make a mask: what counts is what stands in the file.
        assert decoded(again).split() == spoken(document, span, text), (expected, changed)
        written += 1
    assert written > 50


def spoken(document: Document, span: Span, text: str) -> list[str]:
    """The words of the file with `text` at `span`."""
    in_decoded = getattr(document, "in_decoded", None)
    start, end = in_decoded.raw(span) if in_decoded else span
    whole = decoded(document)
    return (whole[:start] + text + whole[end:]).split()

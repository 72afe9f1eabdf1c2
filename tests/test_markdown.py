"""Markdown: what rules see of it, where that stands, and what a fix may touch."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.readers.markdown import read_markdown
from mtqa.text import MASK, Span
from tests.conftest import Run

SOURCE = """\
---
title: que qu’il
---
# Un *titre*

- un élément **gras** avec [un lien](http://a.example/c "t") et `du code`,
  puis la suite\\* de&nbsp;tout
> cité ![image](img.png) et <https://x.example>

| a | b |
|---|---|
| c &amp; d | `e` [f][ref] |

<div>que qu’il</div>

Une ligne<br>et une <span class="x">autre</span>.

```
que qu’il
```

[ref]: http://x.example
"""


def test_rules_see_prose_and_nothing_else() -> None:
    document = read_markdown(SOURCE)
    blocks = document.text.split("\n\n")
    assert blocks == [
        "Un titre",
        f"un élément gras avec un lien et {MASK},\npuis la suite* de\u00a0tout",
        f"cité {MASK} et {MASK}",
        "a",
        "b",
        "c & d",
        f"{MASK} f",
        "Une ligne\net une autre.",
    ]
    assert len(document.paragraphs) == len(blocks)


@pytest.mark.parametrize("word", ["titre", "gras", "lien", "suite", "tout", "d", "f", "autre"])
def test_every_word_keeps_its_place(word: str) -> None:
    document = read_markdown(SOURCE)
    number = document.tokens.forms.index(word)
    span = document.map.raw(document.span(number, number))
    assert SOURCE[span.start : span.end] == word


PIECES = st.sampled_from(
    "mot * ** _ ` `` [ ](u) ]( ) ![ &amp; \\ <b> </b> <br> ~~ | : é".split(" ")
) | st.sampled_from([" ", "\n", "\n\n", "# ", "- ", "> ", "1. ", "---\n", "| |\n|-|\n"])


@given(st.lists(PIECES, max_size=25).map("".join))
def test_prose_in_any_markdown_is_found_where_it_stands(raw: str) -> None:
    document = read_markdown(raw)
    for number, character in enumerate(document.text):
        span = document.map.raw(Span(number, number + 1))
        if character.isalpha():
            assert raw[span.start : span.end] == character or "&" in raw[span.start : span.end]


def fixed(mtqa_command: Run, folder: Path, text: str) -> str:
    path = folder / "a.md"
    path.write_text(text, encoding="utf-8")
    mtqa_command("fix", "--unsafe", "a.md", "--select", "DUP,SEG")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Il dit que **qu’il** viendra.", "Il dit **qu’il** viendra."),
        ("`que qu’il` dit que qu’elle part.", "`que qu’il` dit qu’elle part."),
        ("---\na: que qu’il\n---\nOui.\n", "---\na: que qu’il\n---\nOui.\n"),
    ],
)
def test_fixes_leave_markers_alone(mtqa: Run, tmp_path: Path, before: str, after: str) -> None:
    assert fixed(mtqa, tmp_path, before) == after

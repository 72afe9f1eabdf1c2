"""Gold texts: marked documents, and what a list of findings makes of them.

The format is that of corpora/README.md: `⟦bad⇒good‖good|FAM+FAM?⟧`, after a header.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from mtqa.findings import Edit, Finding
from mtqa.text import Span

_MARK = re.compile(r"⟦([^⇒⟧]+)⇒([^|⟧]*)\|([A-Z+]+)(\??)⟧")


class Mark(NamedTuple):
    """One artifact: its span, its right corrections (None: no one is right), is it certain?"""

    span: Span
    goods: tuple[str, ...] | None
    certain: bool


class Outcome(NamedTuple):
    """How many certain marks there are, were found, can be and were corrected; false alarms."""

    marks: int
    found: int
    correctable: int
    corrected: int
    false_alarms: tuple[Finding, ...]


def read_gold(path: Path) -> tuple[str, list[Mark]]:
    """The plain text of a marked document, and its marks."""
    body = path.read_text(encoding="utf-8").partition("\n\n")[2]
    text, marks, at = "", [], 0
    for match in _MARK.finditer(body):
        text += body[at : match.start()]
        bad, good, _, doubt = match.groups()
        goods = None if good == "?" else tuple(good.split("‖"))
        marks.append(Mark(Span(len(text), len(text) + len(bad)), goods, not doubt))
        text += bad
        at = match.end()
    return text + body[at:], marks


def judge(text: str, marks: Iterable[Mark], findings: list[Finding]) -> Outcome:
    """Hold findings against marks: found where they touch, corrected where a suggestion,
    applied alone, gives one of the right readings (white space folded)."""
    found = correctable = corrected = certain = 0
    touched: set[Finding] = set()
    for mark in marks:
        hits = [finding for finding in findings if _touches(finding, mark)]
        touched.update(hits)
        if mark.certain:
            certain += 1
            found += bool(hits)
            if mark.goods is not None:
                correctable += 1
                corrected += any(
                    _repairs(text, mark, suggestion.edits)
                    for hit in hits
                    for suggestion in hit.suggestions
                )
    false = tuple(finding for finding in findings if finding not in touched)
    return Outcome(certain, found, correctable, corrected, false)


def _touches(finding: Finding, mark: Mark) -> bool:
    related = (place.span for place in finding.related if not place.in_source)
    spans = [finding.span, *related]
    return any(span.overlaps(mark.span) for span in spans)


def _repairs(text: str, mark: Mark, edits: tuple[Edit, ...]) -> bool:
    spans = [mark.span, *(edit.span for edit in edits)]
    low = max(0, min(span.start for span in spans) - 2)
    high = min(len(text), max(span.end for span in spans) + 2)

    def apply(changes: Iterable[Edit]) -> str:
        out, at = "", low
        for edit in sorted(changes):
            out += text[at : edit.span.start] + edit.text
            at = edit.span.end
        folded = (out + text[at:high]).replace("\u00a0", " ").replace("\u202f", " ")
        return re.sub(r"\s+", " ", folded.replace("'", "’"))

    got = apply(edits)
    return any(got == apply([Edit(mark.span, good)]) for good in mark.goods or ())

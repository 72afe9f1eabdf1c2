"""Comments in a text that tell mtqa what to leave alone there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mtqa.findings import Finding
from mtqa.patterns import pattern
from mtqa.text import Document, Span

__all__ = ["Suppression", "apply_suppressions", "suppressions"]

_ORDER = r"mtqa:\s*(?P<what>ignore-file|ignore)\b[\s:]*(?P<codes>[\w\s,-]*?)\s*"
_COMMENT = pattern(rf"<!--\s*{_ORDER}-->")
_REMARK = pattern(rf"\W*{_ORDER}")


class Suppression(NamedTuple):
    """A comment at `span` that silences `codes` (all where empty) inside `scope`.

    Both spans are of the decoded file. A code is a rule's code, its beginning, or its name.
    """

    span: Span
    scope: Span
    codes: tuple[str, ...]

    def covers(self, finding: Finding) -> bool:
        """Does this comment silence `finding`?"""
        if not self.scope.overlaps(finding.span):
            return False
        return not self.codes or any(
            finding.rule.startswith(code) or finding.name == code for code in self.codes
        )


def suppressions(document: Document) -> list[Suppression]:
    """The suppression comments of a document.

    `<!-- mtqa: ignore DUP003 -->` silences the paragraph that it stands in, or, alone, the next
    one; `<!-- mtqa: ignore-file -->` the whole file. Without codes they silence everything. A
    remark of the file's own kind (`#. mtqa: ignore ACC002` in PO) silences what it is about.
    """
    if "mtqa:" not in document.raw:
        return []
    comments = [(match, _scope(document, match)) for match in _COMMENT.finditer(document.raw)]
    for span, about in document.remarks:
        match = _REMARK.fullmatch(document.raw, *span)
        if match:
            comments.append((match, _whole(document) if _is_for_file(match) else about))
    return [
        Suppression(Span(*match.span()), scope, tuple(re.findall(r"[\w-]+", match["codes"])))
        for match, scope in comments
    ]


def _is_for_file(match: re.Match[str]) -> bool:
    return match["what"] == "ignore-file"


def _whole(document: Document) -> Span:
    return Span(0, len(document.raw))


def _scope(document: Document, match: re.Match[str]) -> Span:
    if _is_for_file(match):
        return _whole(document)
    blocks = [
        document.map.raw(document.span(block.first, block.last - 1))
        for block in document.paragraphs
    ]
    number = bisect_left([block.end for block in blocks], match.end())
    if number < len(blocks) and blocks[number] == Span(*match.span()):
        number += 1
    return blocks[number] if number < len(blocks) else Span(*match.span())


def apply_suppressions(
    findings: Iterable[Finding], comments: Sequence[Suppression]
) -> tuple[list[Finding], list[Suppression]]:
    """The findings that no comment silences, and the comments that silenced none."""
    kept: list[Finding] = []
    used: set[Suppression] = set()
    for finding in findings:
        covering = [comment for comment in comments if comment.covers(finding)]
        used.update(covering)
        if not covering:
            kept.append(finding)
    return kept, [comment for comment in comments if comment not in used]

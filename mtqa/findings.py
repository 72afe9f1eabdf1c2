"""What a check finds: hits of detectors, findings of rules, and the edits that repair them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from mtqa.text import Span

__all__ = ["Edit", "Finding", "Hit", "Related", "Safety", "Severity", "Suggestion", "no_slots"]


class Severity(StrEnum):
    """MQM's severity of an error, with its penalty points."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def points(self) -> int:
        """Penalty points of one error, as MQM counts them (1, 5, 25)."""
        return {"minor": 1, "major": 5, "critical": 25}[self.value]


class Safety(StrEnum):
    """How far the first suggestion of a finding may be trusted."""

    SAFE = "safe"
    """No reader could want the original: `mtqa fix` applies it."""
    UNSAFE = "unsafe"
    """Usually right: `mtqa fix --unsafe` applies it."""
    NONE = "none"
    """There is no correction to apply."""


class Edit(NamedTuple):
    """Replace `span` by `text`."""

    span: Span
    text: str


no_slots: Mapping[str, str] = {}


class Hit(NamedTuple):
    """Where a detector fired, in spans of the document's text; it knows no rule.

    `repairs` are alternative corrections, the best first, each the edits that together repair
    the place. `slots` fill the holes of the rule's message. `sure` is False where the first
    correction is less certain than the rule's others: it is then never applied as safe.
    """

    span: Span
    repairs: tuple[tuple[Edit, ...], ...] = ()
    slots: Mapping[str, str] = no_slots
    related: tuple[Span, ...] = ()
    sure: bool = True
    source: tuple[Span, ...] = ()
    bare: bool = False

    @classmethod
    def replacing(
        cls,
        span: Span,
        *texts: str,
        slots: Mapping[str, str] = no_slots,
        related: tuple[Span, ...] = (),
        sure: bool = True,
        source: tuple[Span, ...] = (),
        bare: bool = False,
    ) -> Hit:
        """A hit repaired by putting one of `texts` in the place of its span."""
        repairs = tuple((Edit(span, text),) for text in texts)
        return cls(span, repairs, slots, related, sure, source, bare)


class Related(NamedTuple):
    """Another place that the finding is about, such as the first copy of a doubled clause.

    `in_source` says that the span is of the source's file, not of the translation's.
    """

    span: Span
    message: str
    in_source: bool = False


class Suggestion(NamedTuple):
    """One way to repair a finding: all `edits` together, in order, in spans of the file."""

    description: str
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """One defect, as a user sees it; spans are of the decoded file, in code points."""

    rule: str
    name: str
    severity: Severity
    mqm: str
    message: str
    span: Span
    text: str
    related: tuple[Related, ...]
    suggestions: tuple[Suggestion, ...]
    safety: Safety

    @property
    def family(self) -> str:
        """The three letters of the rule's family."""
        return self.rule[:3]

"""Document × rules → findings: dressed, settled where they overlap, suppressed, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mtqa.bare import bare
from mtqa.detectors.unused_suppression import UnusedSuppression
from mtqa.dressing import dress
from mtqa.families import looks_like_code
from mtqa.findings import Finding, Hit, Safety
from mtqa.rules import Rule
from mtqa.settling import declares, settle
from mtqa.suppress import Suppression, apply_suppressions, suppressions
from mtqa.text import Document
from mtqa.witness import is_witnessed

__all__ = ["find"]


def find(document: Document, rules: Iterable[Rule], *, ui: str = "en") -> list[Finding]:
    """Check `document` against `rules` and return its findings, in order of position.

    Where two findings show one defect, only the one that explains more is kept. `ui` is the
    language of the messages, `en` or `fr`.
    """
    active = [rule for rule in rules if rule.applies_to(document)]
    hits = [
        (rule, hit)
        for rule in active
        for hit in rule.detector.find(document)
        if not _is_excused(document, rule, hit)
    ]
    findings = _findings(document, hits, ui)
    comments = suppressions(document)
    if comments:
        kept, unused = apply_suppressions(findings, comments)
        findings = {*kept, *_unused(document, unused, active, ui)}
    return sorted(findings, key=lambda f: (f.span, f.rule))


def _is_excused(document: Document, rule: Rule, hit: Hit) -> bool:
    """May strings of a catalogue say the same twice, or does the source say it too?"""
    if rule.family == "DUP" and not document.is_together((hit.span, *hit.related)):
        return True
    return is_witnessed(document, rule.family, hit)


def _findings(document: Document, hits: list[tuple[Rule, Hit]], ui: str) -> set[Finding]:
    prose = [item for item in hits if not item[1].bare]
    found = [(rule, dress(document, rule, hit, ui)) for rule, hit in settle(prose)]
    if len(prose) == len(hits):
        return {finding for _, finding in found}
    shown = bare(document)
    strings = settle([item for item in hits if item[1].bare])
    others = [(rule, dress(shown, rule, hit, ui)) for rule, hit in strings]
    return {
        finding
        for some, rest in ((found, others), (others, found))
        for rule, finding in some
        if not any(_tells_more(one, other, rule, finding) for one, other in rest)
    }


def _tells_more(rule: Rule, finding: Finding, other: Rule, told: Finding) -> bool:
    """Of two findings that see one defect with more or less of the file hidden, is this the one?

    The one with a correction is, else the one whose rule explains the other.
    """
    if not finding.span.overlaps(told.span):
        return False
    if bool(finding.suggestions) == bool(told.suggestions):
        return declares(rule, other)
    return (declares(rule, other) or declares(other, rule)) and bool(finding.suggestions)


def _unused(
    document: Document, comments: Iterable[Suppression], active: Sequence[Rule], ui: str
) -> Iterator[Finding]:
    """Comments without effect, as findings of the rule that reports them, where it is on.

    A comment that names rules which did not run may well have an effect when they do.
    """
    reporters = [rule for rule in active if isinstance(rule.detector, UnusedSuppression)]
    ran = [name for rule in active for name in (rule.code, rule.name)]
    for comment in comments:
        judged = all(
            any(name.startswith(code) for name in ran) or not looks_like_code(code)
            for code in comment.codes
        )
        for rule in reporters if judged else ():
            text = document.raw[comment.span.start : comment.span.end]
            message = rule.message[ui].format_map({"found": text, "correction": ""})
            yield Finding(
                rule.code, rule.name, rule.severity, rule.mqm, message, comment.span, text,
                (), (), Safety.NONE,
            )  # fmt: skip

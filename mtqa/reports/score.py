"""The figures that reports give for a text."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.findings import Finding

__all__ = ["mqm_score", "per_thousand"]


def mqm_score(findings: Sequence[Finding], words: int) -> float:
    """MQM's overall quality score, 100 for a faultless text, never below 0.

    100 × (1 − penalty points ÷ words), with 1, 5 and 25 points for a minor, major and critical
    error (https://themqm.org, “MQM scoring models”).
    """
    points = sum(finding.severity.points for finding in findings)
    return round(max(0.0, 100 * (1 - points / max(words, 1))), 1)


def per_thousand(findings: Sequence[Finding], words: int) -> float:
    """Findings per 1,000 words."""
    return round(1000 * len(findings) / max(words, 1), 1)

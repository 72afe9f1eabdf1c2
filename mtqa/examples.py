"""The examples in rule files, run as tests: mtqa's own rules and a user's alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mtqa.detectors.phrase_table import PhraseTable
from mtqa.engine import find
from mtqa.findings import Finding
from mtqa.fixes import apply_edits
from mtqa.glossary import parse_glossary
from mtqa.readers.building import Run, Sides
from mtqa.readers.plain import read_plain
from mtqa.readers.strings import string_masks
from mtqa.rule_reader import Example
from mtqa.rules import Rule
from mtqa.sources import read_source
from mtqa.text import Document

__all__ = ["all_examples", "example_failures", "noise"]


def example_failures(rule: Rule) -> Iterator[str]:
    """Say of each example of `rule` that fails what is wrong with it, in a line.

    `bad` must give a finding whose text is exactly `found`; the first suggestions of the rule's
    findings together must give `good`; the rule must be silent on `good` and `ok`.
    """
    for number, example in enumerate(all_examples(rule), 1):
        for problem in _problems(rule, example):
            yield f"{rule.path}: example {number}: {problem}"


def all_examples(rule: Rule) -> Iterator[Example]:
    """The examples of a rule file, then those in the rows of its table."""
    yield from rule.examples
    if isinstance(rule.detector, PhraseTable):
        for row in rule.detector.row_examples:
            yield Example(**row)


def _problems(rule: Rule, example: Example) -> Iterator[str]:
    if example.ok is not None:
        yield from _silent(rule, example.ok, example, "ok")
        return
    bad = example.bad or ""
    findings = _findings([rule], rule, bad, example)
    texts = [finding.text for finding in findings]
    if example.found not in texts:
        yield f"bad: expected a finding {example.found!r}, got {texts} in {bad!r}"
        return
    if example.good is None:
        if findings[texts.index(example.found)].suggestions:
            yield "bad: has a suggestion, but no 'good' says what it should give"
        return
    fixed = _fixed(bad, findings, example)
    if fixed != example.good:
        yield f"good: expected {example.good!r}, the suggestions give {fixed!r}"
    yield from _silent(rule, example.good, example, "good")


def _silent(rule: Rule, text: str, example: Example, key: str) -> Iterator[str]:
    for finding in _findings([rule], rule, text, example):
        yield f"{key}: must be silent, but finds {finding.text!r} in {text!r}"


def _findings(rules: Iterable[Rule], rule: Rule, text: str, example: Example) -> list[Finding]:
    return find(_document(rule, text, example), rules)


def _document(rule: Rule, text: str, example: Example) -> Document:
    if example.source is not None and example.format is not None:
        end = "\n" if example.format == "strings" else None
        document: Document = _strings(example.source, text, _language(rule), end)
    else:
        document = read_plain(text, language=_language(rule))
        if example.source is not None:
            document.source = read_source(example.source, "-", None)
    if example.glossary is not None:
        document.glossary = parse_glossary(example.glossary, str(rule.path))
    return document


def _strings(source: str, text: str, language: str, end: str | None) -> Document:
    """A catalogue of strings, all sources before all translations; `end` parts them."""
    sides = Sides()
    for one, other in zip(_runs(source, 0, end), _runs(text, len(source), end), strict=True):
        sides.add([one], [other])
    return sides.document(
        source + text,
        string_masks,
        lambda new, _: new,
        path="-",
        language=language,
        source_language=None,
    )


def _runs(text: str, at: int, end: str | None) -> Iterator[Run]:
    for part in [text] if end is None else text.split(end):
        yield part, at, at + len(part)
        at += len(part) + len(end or "")


def _language(rule: Rule) -> str:
    return "fr" if rule.language == "common" else rule.language


def _fixed(text: str, findings: Sequence[Finding], example: Example) -> str:
    edits = [edit for f in findings if f.suggestions for edit in f.suggestions[0].edits]
    before = (example.source or "") if example.format else ""
    return apply_edits(before + text, dict.fromkeys(edits))[len(before) :]


def noise(rules: Iterable[Rule], catalogue: Sequence[Rule]) -> Iterator[str]:
    """Say what the default rules of the whole `catalogue` find in the good examples of `rules`."""
    default = [rule for rule in catalogue if rule.default]
    for rule in rules:
        for number, example in enumerate(all_examples(rule), 1):
            text = example.ok if example.ok is not None else example.good
            if text is None:
                continue
            for finding in _findings(default, rule, text, example):
                yield (
                    f"{rule.path}: example {number}: {finding.rule} {finding.name} finds "
                    f"{finding.text!r} in the good text {text!r}"
                )

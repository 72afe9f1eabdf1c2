"""Document × rules → findings: dressed, settled where they overlap, suppressed, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mtqa.bare import bare
from mtqa.detectors.unused_suppression import UnusedSuppression
from mtqa.families import looks_like_code
from mtqa.findings import Edit, Finding, Hit, Related, Safety, Suggestion
from mtqa.rules import Rule
from mtqa.suppress import Suppression, apply_suppressions, suppressions
from mtqa.text import MASK, Document, Span
from mtqa.witness import is_witnessed

__all__ = ["find"]

_DESCRIPTIONS = {
    "en": ("Delete “{old}”", "Replace “{old}” by “{new}”", "Insert “{new}”"),
    "fr": ("Supprimer « {old} »", "Remplacer « {old} » par « {new} »", "Insérer « {new} »"),
}

_NEARLY = 0.8

_IN_SOURCE = {"en": "Source: “{text}”", "fr": "Source : « {text} »"}
_SEE = {"en": "See “{text}”", "fr": "Voir « {text} »"}


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
    found = [(rule, _dress(document, rule, hit, ui)) for rule, hit in _settle(prose)]
    if len(prose) == len(hits):
        return {finding for _, finding in found}
    shown = bare(document)
    strings = _settle([item for item in hits if item[1].bare])
    others = [(rule, _dress(shown, rule, hit, ui)) for rule, hit in strings]
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
        return _declares(rule, other)
    return (_declares(rule, other) or _declares(other, rule)) and bool(finding.suggestions)


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


def _settle(dressed: list[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    """Drop each hit that another one, overlapping it, explains."""
    ordered = sorted(dressed, key=lambda item: item[1].span)
    reach = 0
    group: list[tuple[Rule, Hit]] = []
    kept: list[tuple[Rule, Hit]] = []
    for item in ordered:
        extent = _extent(item[1])
        if group and item[1].span.start > reach:
            kept.extend(_settle_group(group))
            group = []
        group.append(item)
        reach = max(reach, extent.end) if len(group) > 1 else extent.end
    kept.extend(_settle_group(group))
    return kept


def _settle_group(group: Sequence[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    kept: list[tuple[Rule, Hit]] = []
    for item in sorted(group, key=lambda item: _weight(*item), reverse=True):
        if not any(_explains(other, item) for other in kept):
            kept = [other for other in kept if not _supersedes(item, other)]
            kept.append(item)
    return kept


def _weight(rule: Rule, hit: Hit) -> tuple[int, int, int, str]:
    extent = _extent(hit)
    return (extent.end - extent.start, rule.severity.points, bool(hit.repairs), rule.code)


def _explains(winner: tuple[Rule, Hit], loser: tuple[Rule, Hit]) -> bool:
    """Is the loser's defect part of the winner's: declared so, deleted with it, or the same?"""
    if _supersedes(loser, winner):
        return False
    if _supersedes(winner, loser):
        return True
    ours, theirs = winner[1], loser[1]
    if ours.span == theirs.span:
        return True
    if any(edit.span.contains(theirs.span) and theirs.span != ours.span for edit in _first(ours)):
        return True
    return _first(ours) != () and _first(ours) == _first(theirs)


def _supersedes(winner: tuple[Rule, Hit], loser: tuple[Rule, Hit]) -> bool:
    """Does the one explain the other, as their rules declare and their corrections allow?"""
    if not _extent(winner[1]).overlaps(_extent(loser[1])):
        return False
    if _declares(winner[0], loser[0]):
        return not _corrects(loser[1], winner[1])
    return _declares(loser[0], winner[0]) and _corrects(winner[1], loser[1])


def _declares(rule: Rule, other: Rule) -> bool:
    return other.code in rule.supersedes or other.family in rule.supersedes


def _corrects(hit: Hit, other: Hit) -> bool:
    """Has this hit a correction of all, or nearly all, that the other one only points at?"""
    if not hit.repairs or other.repairs or not other.span.contains(hit.span):
        return False
    return hit.span.end - hit.span.start >= _NEARLY * (other.span.end - other.span.start)


def _first(hit: Hit) -> tuple[Edit, ...]:
    return hit.repairs[0] if hit.repairs else ()


def _extent(hit: Hit) -> Span:
    """The hit's span and its first repair together."""
    edits = _first(hit)
    return Span(
        min([hit.span.start, *(edit.span.start for edit in edits)]),
        max([hit.span.end, *(edit.span.end for edit in edits)]),
    )


def _dress(document: Document, rule: Rule, hit: Hit, ui: str) -> Finding:
    repairs = [
        [_in_style(document, edit) for edit in sorted(repair)]
        for repair in _alternatives(document, hit.repairs)
        if _applicable(document, repair)
    ]
    suggestions = tuple(_suggest(document, edits, ui) for edits in repairs)
    safety = rule.safety if suggestions else Safety.NONE
    if safety is Safety.SAFE and not hit.sure:
        safety = Safety.UNSAFE
    span = document.map.raw(hit.span)
    correction = repairs[0][0].text if repairs else ""
    holes = {"found": document.behind(hit.span), "correction": correction, **hit.slots}
    return Finding(
        rule=rule.code,
        name=rule.name,
        severity=rule.severity,
        mqm=rule.mqm,
        message=rule.message[ui].format_map(holes),
        span=span,
        text=document.raw[span.start : span.end],
        related=tuple(_related(document, hit, ui)),
        suggestions=suggestions,
        safety=safety,
    )


def _alternatives(
    document: Document, repairs: Iterable[tuple[Edit, ...]]
) -> Iterator[tuple[Edit, ...]]:
    """The repairs, and for one that deletes a line with its end, one that keeps the line end."""
    for repair in repairs:
        yield repair
        if len(repair) == 1 and not repair[0].text:
            (start, end), _ = repair[0]
            line = document.text[start:end]
            if line.endswith("\n") and line.strip():
                yield (Edit(Span(start, start + len(line.rstrip())), ""),)


def _related(document: Document, hit: Hit, ui: str) -> Iterator[Related]:
    for span in hit.related:
        yield Related(document.map.raw(span), _SEE[ui].format(text=document.behind(span)))
    source = document.source
    if source is None:
        return
    for span in hit.source:
        message = _IN_SOURCE[ui].format(text=source.behind(span))
        yield Related(source.map.raw(span), message, source.raw is not document.raw)


def _in_style(document: Document, edit: Edit) -> Edit:
    """The edit with the document's own apostrophes, unless the apostrophe is its very point."""
    if "’" not in edit.text or edit.text == "’":
        return edit
    return Edit(edit.span, edit.text.replace("’", document.apostrophe))


def _applicable(document: Document, repair: Sequence[Edit]) -> bool:
    """Does the repair change something, and nothing but prose?"""
    trimmed = [_trim(document, edit) for edit in repair]
    return any(edit.span.start < edit.span.end or edit.text for edit in trimmed) and all(
        MASK not in edit.text
        and (
            MASK not in document.text[edit.span.start : edit.span.end]
            or _replaces_masked(document, edit)
            or _deletes_lines(document, edit)
        )
        and document.map.is_whole(edit.span)
        and document.written(*edit) is not None
        for edit in trimmed
    )


def _replaces_masked(document: Document, edit: Edit) -> bool:
    """Does the edit put something in the place of what is masked, of all of it and no more?"""
    return edit.text != "" and document.text[edit.span.start : edit.span.end] == MASK


def _deletes_lines(document: Document, edit: Edit) -> bool:
    """Does the edit delete whole lines, with all that is masked in them?"""
    text, (start, end) = document.text, edit.span
    opens = start == 0 or text[start - 1] == "\n"
    return not edit.text and opens and (end == len(text) or text[end - 1] == "\n")


def _trim(document: Document, edit: Edit) -> Edit:
    """The edit without what it leaves as it is, so that marks between words are not touched.

    What begins and ends alike can be cut from either side (« que qu’ » → « qu’ »): it is cut
    where the edit then lies in one piece of the file.
    """
    (start, end), new = edit
    old = document.text[start:end]
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    from_head = Edit(Span(start + head, end - tail), new[head : len(new) - tail])
    if document.map.is_whole(from_head.span):
        return from_head
    tail = _shared(old[::-1], new[::-1])
    head = _shared(old[: len(old) - tail], new[: len(new) - tail])
    return Edit(Span(start + head, end - tail), new[head : len(new) - tail])


def _shared(text: str, other: str) -> int:
    """How many characters the two begin with alike."""
    count = 0
    for one, two in zip(text, other, strict=False):
        if one != two:
            break
        count += 1
    return count


def _suggest(document: Document, edits: Sequence[Edit], ui: str) -> Suggestion:
    delete, replace, insert = _DESCRIPTIONS[ui]
    parts = []
    for edit in edits:
        old = document.text[edit.span.start : edit.span.end]
        template = insert if not old else replace if edit.text else delete
        parts.append(template.format(old=old, new=edit.text))
    trimmed = [_trim(document, edit) for edit in edits]
    raw = tuple(
        Edit(document.map.raw(span), document.written(span, text) or "") for span, text in trimmed
    )
    return Suggestion("; ".join(parts), raw)

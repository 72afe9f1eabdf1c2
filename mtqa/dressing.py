"""Hits → findings: the words of the rule, and edits of the file that touch nothing but prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mtqa.findings import Edit, Finding, Hit, Related, Safety, Suggestion
from mtqa.rules import Rule
from mtqa.text import MASK, Document, Span

__all__ = ["dress"]

_DESCRIPTIONS = {
    "en": ("Delete “{old}”", "Replace “{old}” by “{new}”", "Insert “{new}”"),
    "fr": ("Supprimer « {old} »", "Remplacer « {old} » par « {new} »", "Insérer « {new} »"),
}
_IN_SOURCE = {"en": "Source: “{text}”", "fr": "Source : « {text} »"}
_SEE = {"en": "See “{text}”", "fr": "Voir « {text} »"}


def dress(document: Document, rule: Rule, hit: Hit, ui: str) -> Finding:
    """The finding that a hit of this rule makes, in the language `ui`, its spans in the file."""
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

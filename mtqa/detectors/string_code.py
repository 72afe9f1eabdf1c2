"""Placeholders and tags that a translation lost, changed, added or put in another order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import ClassVar

from mtqa.bare import bare
from mtqa.bilingual.codes import Code, changed, garbled, is_number, placeholders, tags
from mtqa.findings import Edit, Hit
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.text import Document, Pair, Span

__all__ = ["StringCode"]

_KINDS = ("changed", "lost", "added", "moved")
_SIGNS = {"placeholder": "%{$@&\\", "tag": "<"}
_WORD = pattern(r"[^\W_]+")
_CODES = pattern(r"<[^<>]*>|\{[^{}]*\}|%\S+")
_COLON = pattern(r"(?<=\w)[ \u00a0\u202f]?:[ \u00a0\u202f]*\Z")
_SHUT = {"(": ")", "[": "]", '"': '"', "'": "'", "“": "”", "«": "»", "<": ">", ">": "<"}
_STARRED = pattern(r"%[^%\s]{0,8}\*")
_ONE = pattern(r"(?i)\b(?:une?|aucune?|seule?|1)\b")
_PLURAL = re.compile(r'msgstr\[(\d)\]\s*"(?:[^"\\]|\\.|"\s*")*\Z')
_BEFORE = 2000


@parameters
class StringCode:
    """A `placeholder` or a `tag` of a string, as `of` says, that is not there as in the source.

    `kind` is `changed` where another stands for it, `lost`, `added`, or `moved`: out of order,
    where order is all that tells which is which.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("source",)

    of: str
    kind: str

    def __post_init__(self) -> None:
        if self.of not in _SIGNS or self.kind not in _KINDS:
            raise ValueError(f"of, kind: have {', '.join(_SIGNS)}; {', '.join(_KINDS)}")

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each; the correction puts back what can only stand in one place."""
        hits = {"changed": _changes, "lost": _losses, "added": _additions, "moved": _moves}
        document = bare(document)
        for pair, ones, others in _differing(document, self.of):
            yield from hits[self.kind](document, pair, ones, others)


@lru_cache(maxsize=2)
def _differing(document: Document, of: str) -> list[tuple[Pair, list[Code], list[Code]]]:
    """The strings, with the codes of both sides, where these are not the same in order."""
    signs = _SIGNS[of]
    texts = (document.text, document.source.text if document.source else "")
    if not any(sign in text for text in texts for sign in signs):
        return []
    find = pattern(f"[{re.escape(signs)}]").search
    found = []
    for pair in document.pairs():
        if find(pair.source) or find(pair.target):
            ones, others = _codes(pair, of)
            if [code.key for code in ones] != [code.key for code in others]:
                found.append((pair, ones, others))
    return found


def _codes(pair: Pair, of: str) -> tuple[list[Code], list[Code]]:
    if of == "placeholder":
        if _STARRED.search(pair.source) and "$" in pair.target:
            return [], []  # Which argument is which, only the program tells.
        return placeholders(pair.source), placeholders(pair.target)
    return tags(pair.source, pair.target), tags(pair.target, pair.source)


def _changes(
    _: Document, pair: Pair, ones: Sequence[Code], others: Sequence[Code]
) -> Iterator[Hit]:
    pairs, _lost, _new = _matched(pair, *changed(ones, others))
    for one, span, sure in pairs:
        source = pair.in_source(one.start, one.end)
        yield Hit.replacing(
            pair.in_target(*span),
            one.text,
            slots={"source": one.text},
            sure=sure,
            source=(source,),
            bare=True,
        )


def _losses(
    document: Document, pair: Pair, ones: Sequence[Code], others: Sequence[Code]
) -> Iterator[Hit]:
    _pairs, lost, _new = _matched(pair, *changed(ones, others))
    for code in _openers(lost):
        if not _may_go(document, pair, code):
            yield _lost(pair, code, lost)


def _additions(
    document: Document, pair: Pair, ones: Sequence[Code], others: Sequence[Code]
) -> Iterator[Hit]:
    _pairs, _lost, new = _matched(pair, *changed(ones, others))
    if new and new[0].shape[0] not in "<>/" and _plural(document, pair):
        return
    for code in _openers(new):
        if code.key not in ("%%", "\\n", "\\t", "\\r"):
            yield Hit(pair.in_target(code.start, code.end), slots={"source": ""}, bare=True)


Matched = list[tuple[Code, Span, bool]]


def _matched(
    pair: Pair, lost: list[Code], new: list[Code]
) -> tuple[Matched, list[Code], list[Code]]:
    """What of the lost stands there as something else, what is quite lost, and what is new."""
    pairs: Matched = []
    for shape in dict.fromkeys(code.shape for code in lost):
        ones = [code for code in lost if code.shape == shape]
        others = [code for code in new if code.shape == shape]
        if len(ones) == len(others):
            for one, other in zip(ones, others, strict=True):
                pairs.append((one, Span(other.start, other.end), len(ones) == 1))
                lost.remove(one)
                new.remove(other)
    for code in [*lost] if lost and lost[0].shape[0] not in "</\\" else []:
        found = [Span(*match.span()) for match in re.finditer(garbled(code), pair.target, re.I)]
        known = [span for span in found if pair.target[slice(*span)] != code.text]
        if len(found) == len(known) == 1:
            pairs.append((code, known[0], True))
            lost.remove(code)
            new[:] = [other for other in new if not known[0].overlaps(Span(*other[:2]))]
    return pairs, lost, new


def _openers(codes: Sequence[Code]) -> Iterator[Code]:
    """The codes without the tags that close one of them."""
    open_names = [_name(code) for code in codes if code.shape == "<"]
    for code in codes:
        if code.shape != "/" or code.key[1:] not in open_names:
            yield code


def _name(code: Code) -> str:
    return code.key.strip("<>").partition(" ")[0]


def _plural(document: Document, pair: Pair) -> str:
    """Which plural form of a catalogue this is; the empty text where it is none."""
    start = document.map.raw(pair.segment.target).start
    raw = document.raw[max(0, start - _BEFORE) : start]
    found = _PLURAL.search(raw[max(raw.rfind("msgstr"), 0) :])
    return found[1] if found else ""


def _may_go(document: Document, pair: Pair, code: Code) -> bool:
    """May French leave this one out: the number in a singular, a percent sign in words?"""
    if code.key == "%%":
        return "pour cent" in pair.target or "pourcent" in pair.target
    if code.shape[0] in "<\\/":
        return False
    if not is_number(code):
        return False
    plural = _plural(document, pair)
    return plural == "0" if plural else bool(_ONE.search(pair.target))


def _lost(pair: Pair, code: Code, lost: Sequence[Code]) -> Hit:
    opener = _unclosed(pair, code)
    words = list(_WORD.finditer(_CODES.sub(lambda match: " " * len(match[0]), pair.target)))
    span = opener or (words[-1].span() if words else (0, len(pair.target)))
    repair: tuple[Edit, ...] = ()
    if len(lost) == 1:
        repair = tuple(_insertion(pair, code))
    elif code.shape == "<":
        repair = tuple(_around(pair, code, lost))
    return Hit(
        pair.in_target(*span),
        (repair,) if repair else (),
        slots={"source": code.text},
        source=(pair.in_source(code.start, code.end),),
        bare=True,
    )


def _unclosed(pair: Pair, code: Code) -> tuple[int, int] | None:
    """The last tag of the translation that the lost one would close."""
    if code.shape != "/":
        return None
    names = [tag for tag in tags(pair.target, pair.source) if tag.shape == "<"]
    spans = [(tag.start, tag.end) for tag in names if _name(tag) == code.key[1:]]
    return spans[-1] if spans else None


def _insertion(pair: Pair, code: Code) -> Iterator[Edit]:
    """The place of the one thing lost, where its neighbours or the end of the string tell it."""
    source, target = pair.source, pair.target
    before, after = source[: code.start], source[code.end :]
    end = len(target.rstrip())
    if _SHUT.get(before[-1:]) == after[:1] != "":
        hole = list(re.finditer(re.escape(before[-1]) + r"\s*" + re.escape(after[0]), target))
        if len(hole) == 1:
            at = hole[0].start() + 1
            yield Edit(pair.in_target(at, hole[0].end() - 1), code.text)
        return
    if not after.strip() and (before.rstrip()[-1:] == ":" or code.shape[0] in "/\\"):
        colon = _COLON.search(target, 0, end)
        if colon:
            gap = before[len(before.rstrip()) :]
            yield Edit(pair.in_target(end, end), gap + code.text)
        elif code.shape[0] in "/\\":
            yield Edit(pair.in_target(end, end), code.text)
    elif not before.strip() and after[:1] in (":", ";") and target.lstrip()[:1] == after[0]:
        start = len(target) - len(target.lstrip())
        yield Edit(pair.in_target(start, start), code.text)


def _around(pair: Pair, code: Code, lost: Sequence[Code]) -> Iterator[Edit]:
    """Both tags where the pair holds the whole string of the source."""
    closers = [other for other in lost if other.key == f"/{_name(code)}"]
    if len(lost) == 2 and len(closers) == 1:
        outside = pair.source[: code.start] + pair.source[closers[0].end :]
        inside = pair.source[code.end : closers[0].start]
        text = pair.target
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        if not outside.strip():
            yield Edit(pair.in_target(start, start), code.text)
            yield Edit(pair.in_target(end, end), closers[0].text)
        elif inside.strip() and text.count(inside) == 1:
            at = text.index(inside)
            yield Edit(pair.in_target(at, at), code.text)
            yield Edit(pair.in_target(at + len(inside), at + len(inside)), closers[0].text)


def _moves(_: Document, pair: Pair, ones: Sequence[Code], others: Sequence[Code]) -> Iterator[Hit]:
    if any(changed(ones, others)):
        return
    if ones and ones[0].shape[0] in "<>/":
        yield from _crossed(pair, ones, others)
        return
    left = [code for code in ones if code.order]
    right = [code for code in others if code.order]
    for one, other in zip(left, right, strict=False):
        if one.order != other.order:
            span = pair.in_target(other.start, other.end)
            source = pair.in_source(one.start, one.end)
            yield Hit(span, slots={"source": one.text}, source=(source,), bare=True)
            return


def _crossed(pair: Pair, ones: Sequence[Code], others: Sequence[Code]) -> Iterator[Hit]:
    """The first tag that closes what is not open, where the source closes all in order."""
    if _unnested(ones) is None and (code := _unnested(others)) is not None:
        yield Hit(pair.in_target(code.start, code.end), slots={"source": code.text}, bare=True)


def _unnested(codes: Sequence[Code]) -> Code | None:
    opened: list[str] = []
    for code in codes:
        if code.shape == "<":
            opened.append(_name(code))
        elif code.shape == "/" and (not opened or opened.pop() != code.key[1:]):
            return code
    return None

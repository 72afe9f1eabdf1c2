"""Tags that translation broke: « < b > », « </ i> », « <i>…<i> », one without its partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.technical import MARKUP_WORDS
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.text import Document, Span

__all__ = ["DamagedTagDetector"]

_PAIRED = (
    "a|abbr|b|big|blockquote|cite|code|del|div|em|font|g|h[1-6]|i|ins|kbd|li|mark|mrk|ol|p|q|s|small"
    "|span|strike|strong|sub|sup|table|td|th|tr|tt|u|ul"
)
_TAG = pattern(
    rf"<(?P<lead>\s?)(?P<slash>/?)(?P<gap>\s?)(?P<name>{_PAIRED}|br|hr|img)"
    r"(?P<rest>(?:\s+[\w:-]+\s?=\s?(?:\"[^\"<>\n]*\"|'[^'<>\n]*'|[«“][^»”<>\n]*[»”]))*)"
    r"(?P<trail>\s*)(?P<empty>/?)(?P<last>\s?)>",
    re.IGNORECASE,
)
_LABEL = pattern(r"(?:[^\W\d_][\w’'-]*[ ]?){1,4}[ \u00a0]?:")
_REACH = 600


@parameters
class DamagedTagDetector:
    """Markup in prose that no browser reads as its author wrote it.

    Whole pairs are left alone, and so is a document about markup.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every tag written with blanks, and every inline tag without partner."""
        text = document.text
        if "<" not in text or document.is_about(MARKUP_WORDS):
            return
        tags = [match for match in _TAG.finditer(text) if not _is_named(document, match)]
        for match in tags:
            whole = _whole(match)
            if whole != match[0] and _is_spaced(match):
                yield Hit.replacing(Span(*match.span()), whole)
        yield from _unpaired(document, tags)


def _is_named(document: Document, match: re.Match[str]) -> bool:
    return document.is_mention(Span(*match.span()))


def _is_spaced(match: re.Match[str]) -> bool:
    """Is there a blank where a tag has none? A comparison (« a < b > c ») has them all around."""
    if match["lead"] and not match["slash"] and not match["rest"]:
        before = match.string[: match.start()][-2:]
        return not before[:1].isalnum() or len(match["name"]) > 1
    return bool(
        match["lead"] or match["gap"] or match["last"] or (match["trail"] and not match["empty"])
    )


def _whole(match: re.Match[str]) -> str:
    rest = re.sub(r"\s?=\s?[«“]\s?([^»”]*?)\s?[»”]", r'="\1"', match["rest"])
    rest = re.sub(r"\s?=\s?", "=", rest)
    return f"<{match['slash']}{match['name']}{rest}{' /' if match['empty'] else ''}>"


def _unpaired(document: Document, tags: list[re.Match[str]]) -> Iterator[Hit]:
    opened: dict[str, re.Match[str]] = {}
    for match in tags:
        name = match["name"].lower()
        if name in ("br", "hr", "img", "p", "li", "td", "th", "tr") or match["empty"]:
            continue
        if match["slash"]:
            if opened.pop(name, None) is None:
                yield Hit.replacing(Span(*match.span()), "")
        elif name in opened and _meant_to_close(document, opened[name], match):
            opened.pop(name)
            yield Hit.replacing(Span(*match.span()), f"</{match['name']}>")
        else:
            if name in opened:
                yield _unclosed(document, opened[name])
            opened[name] = match
    for match in opened.values():
        yield _unclosed(document, match)


def _meant_to_close(document: Document, first: re.Match[str], second: re.Match[str]) -> bool:
    between = document.text[first.end() : second.start()]
    return len(between) < _REACH and "\n" not in between and not second["rest"].strip()


def _unclosed(document: Document, match: re.Match[str]) -> Hit:
    """A tag never closed: to be closed after the label that it opens, or else deleted."""
    span = Span(*match.span())
    label = _LABEL.match(document.text, match.end())
    if not label:
        return Hit.replacing(span, "")
    end = Span(label.end(), label.end())
    return Hit(span, ((Edit(end, f"</{match['name']}>"),),), related=(Span(span.end, end.end),))

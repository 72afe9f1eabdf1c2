"""The source as a witness: what stands there too is no artifact of the translation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from mtqa.findings import Hit
from mtqa.languages.fr.names import unaccented
from mtqa.lexicon import lookup
from mtqa.patterns import pattern
from mtqa.text import Document, Segment, Span

__all__ = ["is_witnessed"]

_MARKS = pattern(r"[^\w\s]{2,}|[^\w\s](?: ?[^\w\s])+")
_BLANKS = pattern(r"\s+|\s?/(?=>)")
_TAG = pattern(r"</?([A-Za-z][\w-]*)")
_WORD = pattern(r"\w+")
_SHORT = 3
"""So many words make no passage: of a doubled one the source must have a double too."""
_RUN = 3
"""So many words that stand twice in a sentence are a repetition that its author wanted."""
_FOREIGN = 10
"""How much commoner in another language than in the source's a word must be, in tenths of Zipf."""


def is_witnessed(document: Document, family: str, hit: Hit) -> bool:
    """Does the source say the same at this place, so that a hit of this family is none?

    Of residue and odd marks it must have the very text, of doubles one of its own, of foreign
    words the same, foreign there too.
    """
    if document.source is None or family not in ("DUP", "PUN", "RES", "UNT"):
        return False
    segments = _segments(document, hit.span)
    if not segments:
        return False
    source = "\n".join(document.source.behind(segment.source) for segment in segments)
    if family == "DUP":
        return _repeats(source, document.behind(hit.span)) or _is_said_twice(document, hit)
    found = document.behind(hit.span).strip()
    if family == "PUN" and not _MARKS.fullmatch(found):
        return False
    if not _stands(found, source):
        return False
    target = "\n".join(document.behind(segment.target) for segment in segments)
    if not _are_paired_alike(found, source, target):
        return False
    return family != "UNT" or _is_foreign(found, document.source.language)


def _segments(document: Document, span: Span) -> list[Segment]:
    """The segments with a source that this span of the translation touches."""
    segments = _sorted(document)
    number = max(bisect_right(segments, span.start, key=_start) - 1, 0)
    found: list[Segment] = []
    for segment in segments[number:]:
        if segment.target.start >= span.end and segment.target.start > span.start:
            break
        if segment.target.overlaps(span) and segment.source.start < segment.source.end:
            found.append(segment)
    return found


@lru_cache(maxsize=1)
def _sorted(document: Document) -> list[Segment]:
    return sorted(document.segments, key=_start)


def _start(segment: Segment) -> int:
    return segment.target.start


def _stands(found: str, source: str) -> bool:
    plain = _BLANKS.sub("", found)
    if len(plain) < 2:
        return False
    at = _BLANKS.sub("", source).lower().find(plain.lower())
    return at >= 0 and (not found[0].isalnum() or found.lower() in source.lower())


def _are_paired_alike(found: str, source: str, target: str) -> bool:
    """If this is a tag, does the translation open and close it as often as the source?"""
    tag = _TAG.match(found)
    return tag is None or all(
        source.count(sign + tag[1]) == target.count(sign + tag[1]) for sign in ("<", "</")
    )


def _repeats(source: str, found: str) -> bool:
    """Has the source a double of the same kind: a word twice, or a run of words?"""
    words = [word.lower() for word in _WORD.findall(source)]
    if len(_WORD.findall(found)) <= _SHORT:
        return any(one == other for one, other in pairwise(words))
    runs = [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
    return len(set(runs)) < len(runs)


def _is_said_twice(document: Document, hit: Hit) -> bool:
    """Do the sentences of both copies translate sentences that the source has twice?"""
    copies = [_segments(document, span) for span in (hit.span, *hit.related)]
    first = copies[0]
    return (
        bool(first)
        and len(copies) > 1
        and all(
            other != first and _sources(document, other) == _sources(document, first)
            for other in copies[1:]
        )
    )


def _sources(document: Document, segments: Sequence[Segment]) -> list[str]:
    source = document.source
    texts = [source.behind(segment.source) for segment in segments] if source else []
    return [" ".join(_WORD.findall(unaccented(text))) for text in texts]


def _is_foreign(found: str, language: str) -> bool:
    """Is every word of it commoner in another language than in the source's?"""
    words = [word.lower() for word in _WORD.findall(found)]
    return bool(words) and all(
        max(lookup(word)[2:])
        > (lookup(word).es if language == "es" else lookup(word).en) + _FOREIGN
        for word in words
    )

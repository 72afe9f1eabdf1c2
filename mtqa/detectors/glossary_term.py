"""Terms of the glossary that stand in the source, and are translated otherwise."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import contains
from typing import ClassVar, NamedTuple

from mtqa.findings import Hit
from mtqa.glossary import Term
from mtqa.languages.fr.elision import opens_with_vowel
from mtqa.lexicon import FEMININE, MASCULINE, PLURAL, forms, inflect, lemmas, lookup
from mtqa.parameters import parameters
from mtqa.text import Document, Segment, Span
from mtqa.tokens import Tokens

__all__ = ["GlossaryTerm"]

_ENDINGS = ("s", "es", "ed", "d", "ing")
_GENDER = MASCULINE | FEMININE


@parameters
class GlossaryTerm:
    """A term of the document's glossary in the source, without its French in the translation.

    Inflected forms count on both sides, and the longest term that stands at a place. Where a
    forbidden term stands instead, the correction puts the right one, if it agrees.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("source", "target")

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for the forbidden term, or else the last word of the translation."""
        source = document.source
        if source is None or not document.glossary:
            return
        segments = [Segment(*unit) for unit in document.units] or list(document.segments)
        segments = [segment for segment in segments if segment.target.start < segment.target.end]
        starts = [segment.source.start for segment in segments]
        told: set[tuple[int, Term]] = set()
        for at, term in _places(source, document.glossary):
            number = bisect_right(starts, at.start) - 1
            if number < 0 or at.end > segments[number].source.end or (number, term) in told:
                continue
            told.add((number, term))
            yield from _judged(document, segments[number].target, at, term)


def _judged(document: Document, target: Span, at: Span, term: Term) -> Iterator[Hit]:
    slots = {"source": term.source, "target": " / ".join(term.targets)}
    wrong = [span for word in term.forbidden for span in _said(document, target, word)]
    right = [span for word in term.targets for span in _said(document, target, word)]
    wrong = [span for span in wrong if not any(other.contains(span) for other in right)]
    for span in wrong:
        text = _agreeing(document, span, term.targets[0])
        if text is None:
            yield Hit(span, slots=slots, source=(at,))
        else:
            yield Hit.replacing(span, text, slots=slots, source=(at,))
    if not wrong and not right:
        yield Hit(document.last_word(target), slots=slots, source=(at,))


class _Wanted(NamedTuple):
    """The words of a term in lower case, as many tokens, and the term."""

    words: tuple[str, ...]
    term: Term


@lru_cache(maxsize=2)
def _by_head(glossary: Sequence[Term]) -> dict[str, list[_Wanted]]:
    """The terms by their first words, the longest first."""
    heads: dict[str, list[_Wanted]] = {}
    for term in glossary:
        words = tuple(Tokens(term.source).lower)
        for head in {words[0], *(_inflected(words[0]) if len(words) == 1 else ())}:
            heads.setdefault(head, []).append(_Wanted(words, term))
    for wanted in heads.values():
        wanted.sort(key=lambda one: -len(one.words))
    return heads


def _inflected(word: str) -> list[str]:
    stems = [word, word[:-1]] if word[-1:] in "ey" else [word]
    found = [stem + ending for stem in stems for ending in _ENDINGS]
    return [*found, word[:-1] + "ies"] if word[-1:] == "y" else found


def _places(source: Document, glossary: Sequence[Term]) -> Iterator[tuple[Span, Term]]:
    """Where terms stand in the source, in order; none inside a longer one."""
    tokens = source.tokens
    heads = _by_head(tuple(glossary))
    taken = -1
    for token in tokens.positions(tuple(heads.keys() & tokens.index.keys())):
        if token <= taken:
            continue
        for words, term in heads[tokens.lower[token]]:
            last = token + len(words) - 1
            if last < len(tokens) and _stands(tokens, token, words, term):
                taken = last
                yield source.span(token, last), term
                break


def _stands(tokens: Tokens, first: int, words: tuple[str, ...], term: Term) -> bool:
    here = tokens.lower[first : first + len(words)]
    same = here[:-1] == list(words[:-1]) and (
        here[-1] == words[-1] or here[-1] in _inflected(words[-1])
    )
    if not same:
        return False
    # « IT » is not « it », « Windows » not « windows ».
    written = " ".join(tokens.forms[first : first + len(words)])
    return term.source[0].islower() or written[: len(term.source)] == term.source


def _said(document: Document, within: Span, term: str) -> Iterator[Span]:
    """Where a French term stands, each word in any of its forms."""
    tokens = document.tokens
    words = _words(term)
    first, end = tokens.at(within.start), min(tokens.at(within.end - 1) + 1, len(tokens))
    for form in words[0] & tokens.index.keys():
        places = tokens.index[form]
        for token in places[bisect_left(places, first) : bisect_left(places, end)]:
            here = tokens.lower[token : min(token + len(words), end)]
            if len(here) == len(words) and all(map(contains, words, here)):
                yield document.span(token, token + len(words) - 1)


@lru_cache(maxsize=1 << 12)
def _words(term: str) -> list[frozenset[str]]:
    """The forms that each word of a term may take."""
    return [frozenset({word}.union(*map(forms, lemmas(word)))) for word in Tokens(term).lower]


def _agreeing(document: Document, span: Span, right: str) -> str | None:
    """The right term with the number of the wrong one; None where words around would change."""
    wrong = document.text[slice(*span)]
    if " " in wrong.strip() or " " in right:
        return None
    old, new = lookup(wrong.lower()), lookup(right.lower())
    if not old.tags & new.tags & _GENDER or opens_with_vowel(wrong) != opens_with_vowel(right):
        return None
    if old.tags & _GENDER != new.tags & _GENDER:
        return None
    found = [right]
    if old.tags & PLURAL and not new.tags & PLURAL:
        found = list(inflect(right.lower(), wrong.lower()))
    if not found:
        return None
    return found[0][0].upper() + found[0][1:] if wrong[0].isupper() else found[0]

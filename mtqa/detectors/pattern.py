"""Regular expressions, tried only where a word that they need occurs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from itertools import islice
from typing import ClassVar

import regex

from mtqa import lexicon
from mtqa.findings import Hit
from mtqa.parameters import parameters
from mtqa.text import MASK, Document, Span
from mtqa.triggers import trigger_words
from mtqa.views import Paragraph

__all__ = ["PatternDetector"]

_HOLE = regex.compile(r"\{(\w+)(?:>([^{}]+))?\}")


@parameters
class PatternDetector:
    """Text that matches `pattern` (syntax of the `regex` module, `\\s` and `^` as there).

    The span reported is the group `found`, or else the whole match. Each text of `replace` is
    a correction of that span; in it `{name}` stands for the group `name`, `{name>lemma}` for
    the forms of `lemma` that agree with the group (dropped where there is none), and the first
    letter takes the case of what it replaces. `needs` are pieces of text, one of which every
    match holds, where that is no run of letters and so cannot be told from the pattern: only
    paragraphs that hold one are tried; and the beginning of those whose first word is one of
    `opens_with`, in lower case, or of the first one, if that begins with one of `starts_with`.
    `unless_about` are words of a subject whose texts name
    such things without a fault, so that a document with one of them is left alone; so is a match
    that stands alone between quotation marks or brackets, if `unless_quoted`. `where` demands
    of groups that the lexicon knows them as: `noun`, `adjective`, `infinitive`, `finite`,
    `participle`, `adverb`, `word`, joined by `|`, or not, with `!` before. A document with more
    than `most` matches, if given, is left alone: it is written so on purpose.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    pattern: str
    replace: tuple[str, ...] = ()
    case_sensitive: bool = False
    across_paragraphs: bool = False
    needs: tuple[str, ...] = ()
    opens_with: tuple[str, ...] = ()
    starts_with: tuple[str, ...] = ()
    unless_about: tuple[str, ...] = ()
    unless_quoted: bool = False
    where: Mapping[str, str] = field(default_factory=dict)
    most: int = 0

    def __post_init__(self) -> None:
        for condition in self.where.values():
            _condition_bits(condition)

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        """The compiled pattern. Raises ValueError where it is no regular expression."""
        flags = regex.MULTILINE | (0 if self.case_sensitive else regex.IGNORECASE)
        try:
            return regex.compile(self.pattern, flags)
        except regex.error as error:
            raise ValueError(f"pattern: {error}") from error

    @cached_property
    def _triggers(self) -> tuple[str, ...] | None:
        return trigger_words(self.pattern)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every match."""
        found = self._matches(document)
        if self.most:
            some = list(islice(found, self.most + 1))
            found = iter(some if len(some) <= self.most else ())
        for match in found:
            if self._is_fault(document, match):
                yield self._hit(document, match)

    def _matches(self, document: Document) -> Iterator[regex.Match[str]]:
        for start, end in self._windows(document):
            yield from self.compiled.finditer(document.text, start, end)
        blocks = [b for word in self.opens_with for b in document.openings.get(word, ())]
        for word in self.starts_with:
            blocks += [b for b in document.openings.get(word, ()) if b == document.paragraphs[0]]
        for block in blocks:
            match = self.compiled.match(document.text, *_bounds(document, block))
            if match:
                yield match

    def _is_fault(self, document: Document, match: regex.Match[str]) -> bool:
        return not (
            document.is_about(self.unless_about)
            or (self.unless_quoted and document.is_mention(Span(*match.span())))
        ) and all(self._holds(match, name) for name in self.where)

    def _windows(self, document: Document) -> Iterator[tuple[int, int]]:
        """The stretches of text that may hold a match: paragraphs with what it needs."""
        if self.needs or self.opens_with or self.starts_with:
            tokens = _tokens_touching(document, self.needs)
        elif self._triggers is not None:
            tokens = (token for word in self._triggers for token in document.tokens_holding(word))
        else:
            yield 0, len(document.text)
            return
        if self.across_paragraphs:
            if any(True for _ in tokens):
                yield 0, len(document.text)
            return
        for block in sorted({document.paragraph_of(token) for token in tokens}):
            yield _bounds(document, block)

    def _holds(self, match: regex.Match[str], name: str) -> bool:
        word = match.group(name)
        if word is None:
            return True
        wanted, negated = _condition_bits(self.where[name])
        entry = lexicon.lookup(word.lower().replace("’", "'"))
        holds = bool(entry.tags & wanted) if wanted else entry.known
        return holds != negated

    def _hit(self, document: Document, match: regex.Match[str]) -> Hit:
        named = "found" in self.compiled.groupindex and match.group("found") is not None
        span = Span(*match.span("found" if named else 0))
        found = document.text[span.start : span.end]
        texts = [
            _like_case(text, found)
            for template in self.replace
            for text in _fill(template, match)
            if MASK not in text
        ]
        return Hit.replacing(span, *dict.fromkeys(texts))


def _bounds(document: Document, block: Paragraph) -> tuple[int, int]:
    """Where the paragraph begins, and where the next one does."""
    starts = document.tokens.starts
    return starts[block.first], (
        starts[block.last] if block.last < len(starts) else len(document.text)
    )


_SYMBOL = regex.compile(r"[^\w\s.,:/'’ʼ-]")
_WORD_PIECE = regex.compile(r"[^\W_]\w*")
_LONG_RUN = regex.compile(r"\p{L}{5,}")


def _tokens_touching(document: Document, pieces: tuple[str, ...]) -> Iterator[int]:
    """A token in, or beside, each place where one of `pieces` stands in the text.

    A sign is a token of its own and looked up; a long run of letters is sought among the words;
    what holds neither is sought in the whole text.
    """
    text, tokens = document.text, document.tokens
    for piece in pieces:
        if _WORD_PIECE.fullmatch(piece):
            yield from document.tokens_holding(piece.lower())
        elif own := _SYMBOL.search(piece):
            for number in tokens.index.get(own[0], ()):
                if text.startswith(piece, max(tokens.starts[number] - own.start(), 0)):
                    yield number
        elif runs := _LONG_RUN.findall(piece):
            for number in document.tokens_holding(max(runs, key=len).lower()):
                near = max(tokens.starts[number] - len(piece), 0)
                if text.find(piece, near, tokens.ends[number] + len(piece)) >= 0:
                    yield number
        else:
            at = text.find(piece)
            while at >= 0 and len(tokens):
                yield min(tokens.at(at), len(tokens) - 1)
                at = text.find(piece, at + len(piece))


_CONDITIONS = {
    "noun": lexicon.NOUN,
    "adjective": lexicon.ADJECTIVE,
    "adverb": lexicon.ADVERB,
    "infinitive": lexicon.INFINITIVE,
    "finite": lexicon.FINITE,
    "participle": lexicon.PAST_PARTICIPLE,
    "word": 0,
}


def _condition_bits(condition: str) -> tuple[int, bool]:
    negated = condition.startswith("!")
    bits = 0
    for name in condition.removeprefix("!").split("|"):
        if name not in _CONDITIONS:
            raise ValueError(f"where: unknown word class {name!r}; have {', '.join(_CONDITIONS)}")
        bits |= _CONDITIONS[name]
    return bits, negated


def _fill(template: str, match: regex.Match[str]) -> list[str]:
    """Fill the holes of a replacement; none where a form cannot be made."""
    texts = [""]
    at = 0
    for hole in _HOLE.finditer(template):
        literal = template[at : hole.start()]
        at = hole.end()
        group = match.group(hole[1]) or ""
        forms = lexicon.inflect(hole[2], like=group.lower()) if hole[2] else (group,)
        texts = [text + literal + form for text in texts for form in forms]
    return [text + template[at:] for text in texts]


def _like_case(text: str, model: str) -> str:
    """Give `text` a capital where `model` begins with one."""
    if text and model[:1].isupper() and text[0].islower():
        return text[0].upper() + text[1:]
    return text

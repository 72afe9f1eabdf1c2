"""Lines that belong to the page, the player or the engine, not to the text: a list of templates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cache, cached_property
from typing import ClassVar

import regex

from mtqa.findings import Edit, Hit
from mtqa.line_templates import ANY_WORD, DIGITS, as_pattern, first_words, followers
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.tables import Table
from mtqa.text import Document, Span
from mtqa.triggers import trigger_words
from mtqa.views import Paragraph

__all__ = ["WholeLineDetector"]

_SPEECH = frozenset('«“"—–-„')
_LONG_PARAGRAPH = 20
_NOISE = pattern(r"[][¿¡?!.,;…\"«»“”()>→›▶►•*#|_]|(?<!\w)[-–—]|[-–—](?!\w)")
_BAR = pattern(r" ?[|•·] ?| [-–—/] ")
_FIRST_WORD = pattern(r"\w+")
_LETTERS_PER_TOKEN = 4
_INFINITIVE = ("er", "ir", "re")
_SENTENCE = 5


@parameters
class WholeLineDetector:
    """A paragraph that is one of `lines` and nothing else; the correction deletes it.

    A template is a regular expression in lower case, where `<n>` stands for a number, `…`
    for some words, and `<name>` for what `words` gives under that name. Case, spaces, the form
    of apostrophes and all marks but the colon are ignored. With `prose_only`, the document must
    otherwise be running text; with `unless_elsewhere`, no line counts where that word stands in
    other lines too; with `edges`, only so many paragraphs at either end count, and no speech.
    A line that is a whole unit of a catalogue translates one of its source, and does not count.
    A line cut into pieces by bars or dots counts if each piece is a line of the list or one of
    `buttons`.
    Every line holds one of `needs`, if given; so most are told apart before any template is tried.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    lines: Table
    words: Mapping[str, str] = field(default_factory=dict)
    prose_only: bool = False
    unless_elsewhere: str = ""
    edges: int = 0
    needs: tuple[str, ...] = ()
    longest: int = 140
    buttons: tuple[str, ...] = ()

    @cached_property
    def _templates(self) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        """First word → the templates that begin with it, and pieces of which each holds one."""
        by_word: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for (line,) in self.lines.column_rows("line"):
            template = self._filled(line)
            needed = trigger_words(as_pattern(template)) or ("",)
            for word in {ANY_WORD} if self.edges else first_words(template):
                by_word.setdefault(word, []).append((template, needed))
        return by_word

    @cached_property
    def _followers(self) -> dict[str, frozenset[str] | None]:
        """First word → the words that may follow it, or None for any; filled on demand."""
        return {}

    def _filled(self, template: str) -> str:
        for name, choice in self.words.items():
            template = template.replace(f"<{name}>", f"({choice})")
        return template

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such paragraph."""
        hits = sorted(set(self._at_edges(document) if self.edges else self._anywhere(document)))
        inside = {number for block in hits for number in range(*block)}
        elsewhere = set(document.tokens.index.get(self.unless_elsewhere, ())) - inside
        if hits and not elsewhere and (not self.prose_only or _is_prose(document, hits)):
            yield from (_hit(document, block) for block in hits)

    def _anywhere(self, document: Document) -> Iterator[Paragraph]:
        for token, blocks in document.openings.items():
            head = _FIRST_WORD.match(token)
            word = DIGITS if token[0].isdigit() else head[0] if head else ""
            for block in blocks if word in self._templates else ():
                if self._may_begin(document, block, word) and self._is_listed(
                    document, block, word
                ):
                    yield block

    def _may_begin(self, document: Document, block: Paragraph, word: str) -> bool:
        """May a line of the list go on as this one does after its first word?"""
        if word not in self._followers:
            self._followers[word] = followers(
                [template for template, _ in self._templates[word]], word
            )
        allowed = self._followers[word]
        if allowed is None:
            return True
        words = [form for form in document.tokens.lower[block.first : block.last][:4]
                 if form[0].isalnum()][:2]  # fmt: skip
        if len(words) < 2:
            return True
        head = _FIRST_WORD.match(words[1])
        return words[1][0].isdigit() or (head[0] if head else "") in allowed

    def _at_edges(self, document: Document) -> Iterator[Paragraph]:
        blocks = document.paragraphs
        for block in (*blocks[: self.edges], *blocks[-self.edges :]):
            speech = document.tokens.forms[block.first] in _SPEECH
            if not speech and self._is_listed(document, block, ANY_WORD):
                yield block

    def _is_listed(self, document: Document, block: Paragraph, word: str) -> bool:
        if block.last - block.first > self.longest // _LETTERS_PER_TOKEN:
            return False
        line = document.span(block.first, block.last - 1)
        if document.is_unit(line) or line.end - line.start > self.longest:
            return False
        text = document.text[line.start : line.end].lower().replace("’", "'")
        if self.needs and not self._needed.search(text):
            return False
        if word.endswith(_INFINITIVE) and text[-1] == "." and text.count(" ") >= _SENTENCE:
            return False  # « Lire la suite du roman demande du courage. »
        if self._fits(_plain(text), word):
            return True
        parts = [_plain(part) for part in _BAR.split(text)]
        return len(parts) > 1 and all(self._is_button(part) for part in parts)

    def _fits(self, plain: str, word: str) -> bool:
        templates = self._templates.get(word, ())
        return any(
            any(piece in plain for piece in needed) and _compiled(template).fullmatch(plain)
            for template, needed in templates
        )

    def _is_button(self, part: str) -> bool:
        """Is it one of `buttons`, or a line of its own?"""
        head = _FIRST_WORD.match(part)
        return bool(head) and (part in self.buttons or self._fits(part, head[0] if head else ""))

    @cached_property
    def _needed(self) -> regex.Pattern[str]:
        return regex.compile("|".join(map(regex.escape, self.needs)))


@cache
def _compiled(template: str) -> re.Pattern[str]:
    return re.compile(as_pattern(template))


def _plain(line: str) -> str:
    return " ".join(_NOISE.sub(" ", line).split())


def _is_prose(document: Document, hits: list[Paragraph]) -> bool:
    """Are these lines few beside the running text?"""
    long = [block for block in document.paragraphs if block.last - block.first >= _LONG_PARAGRAPH]
    return bool(long) and len(hits) * 2 <= len(document.paragraphs)


def _hit(document: Document, block: Paragraph) -> Hit:
    """The line, with a deletion that takes its line end and one blank line along."""
    text = document.text
    span = document.span(block.first, block.last - 1)
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end) + 1
    if end == 0:
        end = len(text)
        while text[max(start - 2, 0) : start] == "\n\n":
            start -= 1
    elif text[end : end + 1] == "\n" and text[max(start - 2, 0) : start] in ("", "\n\n"):
        end += 1
    return Hit(span, ((Edit(Span(start, end), ""),),))

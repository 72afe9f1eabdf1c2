"""The « t » of inversion: missing (« a-il »), cut off (« va t-il ») or too much (« dit-t-il »)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.lexicon import FINITE
from mtqa.text import Document

__all__ = ["InversionDetector"]

_PRONOUNS = ("il", "elle", "on", "ils", "elles")


@dataclass(frozen=True)
class InversionDetector:
    """A verb before « il », « elle » or « on » with the euphonic « t » wrong."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every wrong inversion."""
        tokens = document.tokens
        for pronoun in _PRONOUNS:
            for number in tokens.index.get(f"-{pronoun}", ()):
                yield from _bare(document, number, pronoun)
            for clitic in (f"-t'{pronoun}", f"-t-{pronoun}"):
                for number in tokens.index.get(clitic, ()):
                    yield from _with_t(document, number, pronoun)


def _bare(document: Document, number: int, pronoun: str) -> Iterator[Hit]:
    """« déclare-elle », « a t-il »."""
    tokens = document.tokens
    if number < 2 or document.gap(number - 1):
        return
    verb = number - 1
    if tokens.lower[verb] == "t" and document.gap(number - 2) == " ":
        verb = number - 2
    form = tokens.lower[verb]
    if form[-1] not in "ae" or not document.entry(verb).tags & FINITE or pronoun.endswith("s"):
        return
    text = f"{tokens.forms[verb]}-t-{pronoun}"
    yield Hit.replacing(document.span(verb, number), text)


def _with_t(document: Document, number: int, pronoun: str) -> Iterator[Hit]:
    """« a-t’il », « dit-t-il »."""
    tokens = document.tokens
    verb = number - 1
    if verb < 0 or not document.entry(verb).tags & FINITE or document.gap(verb) not in ("", " "):
        return
    last = tokens.lower[verb][-1]
    if last in "td":
        text = f"{tokens.forms[verb]}-{pronoun}"
    elif last in "aec":
        text = f"{tokens.forms[verb]}-t-{pronoun}"
    else:
        return
    span = document.span(verb, number)
    if document.text[span.start : span.end] != text:
        yield Hit.replacing(span, text)

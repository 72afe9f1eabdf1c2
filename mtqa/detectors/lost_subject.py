"""A sentence that opens with a finite verb, its subject pronoun lost: « Avait une phrase… »."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.lexicon import INFINITIVE
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["LostSubjectDetector"]

_NEAR_COLON = 5
"""A colon so near the verb ends a list’s head, unless a quotation follows."""
_LONGEST = 40
"""How many tokens after the verb are looked at for a colon or a question mark."""


@parameters
class LostSubjectDetector:
    """A verb of `verbs` at the head of a sentence that follows another in its paragraph.

    `verbs` holds verb forms → what must follow them, parted by blanks; `INF` is any infinitive.
    A list, a question or a clause with its subject after the verb ends in a colon or a question
    mark.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    verbs: Mapping[str, str]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such verb."""
        tokens = document.tokens
        for forms, following in self.verbs.items():
            followers = following.split()
            for verb in tokens.positions(tuple(forms.split())):
                if tokens.forms[verb][0].isupper() and self._is_bare(document, verb, followers):
                    form = tokens.lower[verb]
                    plural = "s" if form.endswith(("ent", "ont")) else ""
                    texts = [f"{pronoun}{plural} {form}" for pronoun in ("Il", "Elle")]
                    yield Hit.replacing(document.span(verb, verb), *texts)

    def _is_bare(self, document: Document, verb: int, followers: list[str]) -> bool:
        tokens = document.tokens
        sentence = document.sentence_of(verb)
        if verb in (0, document.paragraph_of(verb).first) or sentence.first != verb:
            return False
        if verb + 2 >= sentence.last or not _ends_prose(document, verb - 1):
            return False
        word = tokens.lower[verb + 1]
        if word not in followers and not (
            "INF" in followers and document.entry(verb + 1).tags & INFINITIVE
        ):
            return False
        rest = tokens.forms[verb : min(sentence.last, verb + _LONGEST)]
        colon = rest.index(":") if ":" in rest[:_NEAR_COLON] else 0
        quotes = colon > 0 and rest[colon + 1 : colon + 2] in (["«"], ["“"], ['"'])
        return "?" not in rest[: colon or None] and (not colon or quotes)


def _ends_prose(document: Document, stop: int) -> bool:
    """Does the sentence before end with its mark, and hold enough to be one?"""
    before = document.sentence_of(stop)
    return document.tokens.forms[stop] in (".", "!", "…", "»", "”") and stop - before.first > 1

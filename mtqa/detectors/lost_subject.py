"""A sentence that opens with a finite verb, its subject pronoun lost: « Avait une phrase… »."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.lexicon import FEMININE, INFINITIVE, MASCULINE, NUMERAL, PAST_PARTICIPLE, PLURAL
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["LostSubjectDetector"]

_NEAR_COLON = 5
"""A colon so near the verb ends a list’s head, unless a quotation follows."""
_TURNED = frozenset(
    "celui celle ceux celles quiconque quel quelle quels quelles si tout toute tous toutes".split()
)
"""Words of a clause whose subject comes after: « Est puni celui qui… »."""
_LONGEST = 40
"""How many tokens after the verb are looked at for a colon or a question mark."""


@parameters
class LostSubjectDetector:
    """A verb of `verbs` at the head of a sentence that follows another.

    `verbs` holds verb forms → what must follow them, parted by blanks; `INF` is any infinitive,
    `NUM` any numeral. `presenting` holds likewise the forms that lost « ce »: « Est la partie la
    plus belle ». A list, a question or a clause with its subject after the verb ends in a colon
    or a question mark, or has one of `_TURNED`.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    verbs: Mapping[str, str]
    presenting: Mapping[str, str]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such verb."""
        for table, subjects in ((self.verbs, _personal), (self.presenting, _presenting)):
            for forms, following in table.items():
                followers = following.split()
                for verb in document.tokens.positions(tuple(forms.split())):
                    if not document.tokens.forms[verb][0].isupper():
                        continue
                    if subjects is _presenting and _is_turned(document, verb):
                        continue
                    if self._is_bare(document, verb, followers):
                        texts = subjects(document, verb)
                        yield Hit.replacing(document.span(verb, verb), *texts)

    def _is_bare(self, document: Document, verb: int, followers: list[str]) -> bool:
        tokens = document.tokens
        sentence = document.sentence_of(verb)
        if verb == 0 or sentence.first != verb:
            return False
        if verb + 2 >= sentence.last or not _ends_prose(document, verb - 1):
            return False
        if not _follows(document, verb + 1, followers):
            return False
        rest = tokens.forms[verb : min(sentence.last, verb + _LONGEST)]
        colon = rest.index(":") if ":" in rest[:_NEAR_COLON] else 0
        quotes = colon > 0 and rest[colon + 1 : colon + 2] in (["«"], ["“"], ['"'])
        return "?" not in rest[: colon or None] and (not colon or quotes)


def _follows(document: Document, number: int, followers: list[str]) -> bool:
    tags, word = document.entry(number).tags, document.tokens.lower[number]
    if word in followers or ("INF" in followers and tags & INFINITIVE):
        return True
    return "NUM" in followers and (bool(tags & NUMERAL) or word[0].isdigit())


def _is_turned(document: Document, verb: int) -> bool:
    """Does the subject come after the verb, before any comma?"""
    rest = document.tokens.lower[verb : min(document.sentence_of(verb).last, verb + _LONGEST)]
    return not _TURNED.isdisjoint(rest[: rest.index(",") if "," in rest else None])


def _personal(document: Document, verb: int) -> list[str]:
    """« Il… » and « Elle… », that one first which agrees with a participle after the verb."""
    form, tags = document.tokens.lower[verb], document.entry(verb + 1).tags
    plural = "s" if form.endswith(("ent", "ont")) else ""
    pronouns = ["Il", "Elle"]
    if tags & PAST_PARTICIPLE and tags & FEMININE and not tags & MASCULINE:
        pronouns.reverse()
    return [f"{pronoun}{plural} {form}" for pronoun in pronouns]


def _presenting(document: Document, verb: int) -> list[str]:
    """« C’est » or « Ce sont »."""
    form = document.tokens.lower[verb]
    joined = f"C{document.apostrophe}{form}" if form[0] in "eé" else f"Ce {form}"
    personal = "Ils" if document.entry(verb + 1).tags & PLURAL else "Il"
    return [joined, f"{personal} {form}"]


def _ends_prose(document: Document, stop: int) -> bool:
    """Does the sentence before end with its mark, and hold enough to be one?"""
    before = document.sentence_of(stop)
    return document.tokens.forms[stop] in (".", "!", "…", "»", "”") and stop - before.first > 1

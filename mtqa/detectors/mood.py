"""An indicative after a conjunction that takes the subjunctive: « bien qu’il est »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.agreement import PLURAL_DETERMINERS, SINGULAR_DETERMINERS
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    DETERMINER,
    FINITE,
    NOUN,
    PLURAL,
    PREPOSITION,
    SINGULAR,
    SUBJUNCTIVE,
    inflect,
    lemmas,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["MoodDetector"]

_MODELS = (
    ("puisse", "peux", "pourrai"), ("puisses", "peux", "pourras"), ("puisse", "peut", "pourra"),
    ("puissions", "pouvons", "pourrons"), ("puissiez", "pouvez", "pourrez"),
    ("puissent", "peuvent", "pourront"),
)  # fmt: skip
"""Of each person a subjunctive, and the indicatives that it replaces.

Tenses other than present and future have no sure remedy.
"""
_PRONOUNS = {
    "je": 0, "j'": 0, "tu": 1, "il": 2, "elle": 2, "on": 2, "cela": 2, "ceci": 2, "chacun": 2,
    "chacune": 2, "personne": 2, "rien": 2, "quelqu'un": 2, "celui-ci": 2, "celle-ci": 2,
    "nous": 3, "vous": 4, "ils": 5, "elles": 5, "ceux-ci": 5, "celles-ci": 5,
}  # fmt: skip
"""Subject pronoun → its person in `_MODELS`."""


_CLITICS = frozenset("ne n' y en se s' le la les l' lui leur".split())
_MOST_CLITICS = 2
_VERBS = frozenset(("est", "a", "peut", "doit", "va"))
"""Verbs, whatever else they may be, after a noun and its determiner."""
_OTHER = NOUN | ADJECTIVE | PREPOSITION | ADVERB
"""What a verb right after a noun must not be as well."""


@parameters
class MoodDetector:
    """A subject and an indicative present or future right after one of `conjunctions`.

    The subject is a pronoun, « l’on », a name, or a noun with its determiner. Each conjunction is
    written without its « que » (« bien », « pour »); `openers` are those that another reading is
    too near to, unless they open a clause.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    conjunctions: frozenset[str]
    openers: frozenset[str]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such verb."""
        tokens = document.tokens
        for que in tokens.positions(("que", "qu'", "quoique", "quoiqu'")):
            if que + 2 >= len(tokens) or not self._governs(document, que):
                continue
            pronoun, verb = _subject(document, que + 1)
            start = verb
            while verb + 1 < len(tokens) and tokens.lower[verb] in _CLITICS:
                verb += 1
            if not pronoun or verb >= len(tokens) or verb - start > _MOST_CLITICS:
                continue
            form = tokens.lower[verb]
            by_noun = start - que > 2 and tokens.lower[start - 1] not in _PRONOUNS
            if by_noun and document.entry(verb).tags & _OTHER and form not in _VERBS:
                continue
            right = _subjunctive(pronoun, form)
            if right:
                yield Hit.replacing(document.span(verb, verb), *right)

    def _governs(self, document: Document, que: int) -> bool:
        lower = document.tokens.lower
        if lower[que].startswith("quoi"):
            return True
        for length in (1, 2, 3):
            words = " ".join(lower[max(0, que - length) : que]).replace("' ", "'")
            if words in self.conjunctions:
                return True
        if que == 0 or lower[que - 1] not in self.openers:
            return False
        opens = document.sentence_of(que).first == que - 1
        return opens or lower[que - 2] in (",", "(", "—", "–")


def _subject(document: Document, first: int) -> tuple[str, int]:
    """The pronoun that stands for the subject, or an empty one, and the token after it."""
    tokens = document.tokens
    form = tokens.lower[first]
    following = tokens.lower[first + 1]
    if form in _PRONOUNS and not (form in ("nous", "vous") and following in _PRONOUNS):
        return form, first + 1
    if (form, following) == ("l'", "on"):
        return "on", first + 2
    if tokens.forms[first][0].isupper() and not document.entry(first).tags & DETERMINER:
        return "il", first + 1
    tags = document.entry(first + 1).tags
    if form in PLURAL_DETERMINERS or form in SINGULAR_DETERMINERS or form == "l'":
        plural = form in PLURAL_DETERMINERS
        if tags & NOUN and tags & (PLURAL if plural else SINGULAR):
            return "ils" if plural else "il", first + 2
    return "", first


@lru_cache(maxsize=1 << 12)
def _subjunctive(pronoun: str, form: str) -> tuple[str, ...]:
    """The subjunctive for this form, if it is an indicative and nothing else; else none.

    « nous essayons » for « essayions » is a slip of the pen rather than of a machine.
    """
    tags = lookup(form).tags
    if not tags & FINITE or tags & SUBJUNCTIVE:
        return ()
    for lemma in lemmas(form):
        if lemma.endswith(("yer", "ier")) and pronoun in ("nous", "vous"):
            continue
        subjunctive, *indicatives = _MODELS[_PRONOUNS[pronoun]]
        if any(form in inflect(lemma, model) for model in indicatives):
            return inflect(lemma, subjunctive)[:1]
    return ()

"""An indicative after a conjunction that takes the subjunctive: « bien qu’il est »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.lexicon import FINITE, SUBJUNCTIVE, inflect, lemmas, lookup
from mtqa.text import Document

__all__ = ["MoodDetector"]

_PRONOUNS = {
    "je": "puisse", "j'": "puisse", "tu": "puisses", "il": "puisse", "elle": "puisse",
    "on": "puisse", "nous": "puissions", "vous": "puissiez", "ils": "puissent",
    "elles": "puissent",
}  # fmt: skip
"""Subject pronoun → a subjunctive of its person."""
_PRESENT = {
    "je": "peux", "j'": "peux", "tu": "peux", "il": "peut", "elle": "peut", "on": "peut",
    "nous": "pouvons", "vous": "pouvez", "ils": "peuvent", "elles": "peuvent",
}  # fmt: skip
"""Subject pronoun → an indicative present of its person; other tenses have no sure remedy."""
_FUTURE = {
    "je": "pourrai", "j'": "pourrai", "tu": "pourras", "il": "pourra", "elle": "pourra",
    "on": "pourra", "nous": "pourrons", "vous": "pourrez", "ils": "pourront",
    "elles": "pourront",
}  # fmt: skip


@dataclass(frozen=True)
class MoodDetector:
    """A subject pronoun and an indicative present or future right after one of `conjunctions`.

    Each of them is written without its « que » (« bien », « pour »); `openers` are the
    conjunctions that another reading is too near to, unless they open a clause.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    conjunctions: frozenset[str]
    openers: frozenset[str]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such verb."""
        tokens = document.tokens
        for que in tokens.positions(("que", "qu'", "quoique", "quoiqu'")):
            verb = que + 2
            if verb >= len(tokens) or tokens.lower[que + 1] not in _PRONOUNS:
                continue
            if tokens.lower[verb] in ("ne", "n'", "y", "en") and verb + 1 < len(tokens):
                verb += 1
            right = _subjunctive(tokens.lower[que + 1], tokens.lower[verb])
            if right and self._governs(document, que):
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
        for models in (_PRESENT, _FUTURE):
            if form in inflect(lemma, models[pronoun]):
                return inflect(lemma, _PRONOUNS[pronoun])[:1]
    return ()

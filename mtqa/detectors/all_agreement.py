"""« Tout » that does not agree with the noun after its determiner: « tous les semaines »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.agreement import (
    PLURAL_DETERMINERS,
    SINGULAR_DETERMINERS,
    single_gender,
    single_number,
)
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    FINITE,
    INFINITIVE,
    NOUN,
    PAST_PARTICIPLE,
    PREPOSITION,
    VERB_PLURAL,
    VERB_SINGULAR,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["AllAgreementDetector"]

_FORMS = {"tout": ("m", "s"), "toute": ("f", "s"), "tous": ("m", "p"), "toutes": ("f", "p")}
_RIGHT = {value: key for key, value in _FORMS.items()}
_DETERMINERS = (PLURAL_DETERMINERS | SINGULAR_DETERMINERS.keys() | {"l'"}) - {
    "des", "aux", "au", "du", "plusieurs", "quelques", "chaque", "aucun", "aucune", "quel",
    "quelle",
}  # fmt: skip
_NO_OBJECT = frozenset(("le", "nous", "vous", "les", "du", "un", "eux", "elles", "ce", "être"))
_OTHER = ADJECTIVE | ADVERB | FINITE | INFINITIVE | PAST_PARTICIPLE
"""After « tout » and « la » that may be pronouns, the noun must be nothing of these."""


@parameters
class AllAgreementDetector:
    """A form of « tout », a determiner, and a noun of one gender that it clashes with."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such form."""
        tokens = document.tokens
        for form, own in _FORMS.items():
            for number in tokens.index.get(form, ()):
                if number + 2 >= len(tokens) or tokens.lower[number + 1] not in _DETERMINERS:
                    continue
                determiner = tokens.lower[number + 1]
                noun = _noun(tokens.lower[number + 2])
                count = "p" if determiner in PLURAL_DETERMINERS else "s"
                gender = SINGULAR_DETERMINERS.get(determiner, "")
                if not all(noun) or noun == own or noun[1] != count:
                    continue
                if gender not in ("", noun[0]) or "\n" in document.gap(number):
                    continue
                if number and not _opens_object(document, number):
                    continue
                right = _RIGHT[noun]
                text = right.capitalize() if tokens.forms[number][0].isupper() else right
                yield Hit.replacing(document.span(number, number), text)


_BEFORE_TOUT = frozenset(("avant", "après", "malgré", "par-dessus", "contre", "surtout"))
"""After these « tout » is a word of its own: « vise avant tout les sciences »."""


def _opens_object(document: Document, number: int) -> bool:
    """Does « tout » belong to what follows, not to a subject: « ils savent tous les règles »?"""
    before = number - 1
    following = document.tokens.lower[number : number + 2]
    if following[0] == "tout" and document.tokens.lower[before] in _BEFORE_TOUT:
        return False
    if following[0] in ("tous", "toutes") and following[1] in ("un", "une"):
        return False
    word, tags = document.tokens.lower[before], document.entry(before).tags
    if word in _NO_OBJECT or tags & PAST_PARTICIPLE or (tags & ADVERB and not tags & PREPOSITION):
        return False
    if not tags & FINITE or tags & (PREPOSITION | CONJUNCTION):
        return True
    plural = tags & VERB_PLURAL or not tags & VERB_SINGULAR
    return not plural and before > 0 and document.tokens.lower[before - 1] != "on"


@lru_cache(maxsize=1 << 12)
def _noun(form: str) -> tuple[str, str]:
    tags = lookup(form).tags
    if not tags & NOUN or tags & _OTHER or len(form) < 4:
        return "", ""
    return single_gender(tags), single_number(tags)

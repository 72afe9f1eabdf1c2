"""Adjectives and participles that do not agree with the noun or pronoun beside them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.agreeing_forms import (
    OTHER_CLASSES,
    VERBS,
    Form,
    agreeing_adjective,
    agreeing_noun,
    pronominal,
)
from mtqa.languages.fr.agreement import (
    PLURAL_DETERMINERS,
    SINGULAR_DETERMINERS,
    adjective_form,
    single_gender,
    single_number,
    with_gender,
)
from mtqa.languages.fr.foreign import NAMED_THINGS
from mtqa.lexicon import lookup
from mtqa.noun_phrases import opens_sentence
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["AttributeAgreementDetector", "FirstAdjectiveDetector", "NounAdjectiveDetector"]

_HEADS = frozenset(
    ". ! ? … ; : , ( « “ — – • mais car donc que qu' si quand lorsque puisque où or".split()
)
"""What may stand before a noun phrase that depends on no word before it."""
_COORDINATORS = frozenset(("et", "ou", ",", "ni", "/"))
_STOPS = frozenset(".,;:!?…)»”]")
_FREE = frozenset(
    """
    salarié salariés salariée salariées entrée sortie objectif
    bleu vert gris brun noir blanc rouge rose jaune châtain roux violet mauve petit petite grand
    grande haut haute bas basse plein pleine long longue court courte moyen moyenne bon bonne
    gros grosse nouveau nouvelle premier première demi nu fin cher standard maximum minimum
    mort morte né prêt censé vieux cool cools
    """.split()
)
"""Adjectives that stand unchanged in compounds: « bleu marine », « billets plein tarif »."""


_DETERMINERS = ("l'", *sorted(PLURAL_DETERMINERS), *SINGULAR_DETERMINERS)


@lru_cache(maxsize=1 << 14)
def _beside_noun(form: str) -> Form:
    """Gender and number of an adjective that agrees wherever it stands; empty for others."""
    if len(form) < 4 or form in _FREE or "-" in form:
        return "", ""
    return agreeing_adjective(form)


def _determiner(form: str) -> Form:
    """Gender, where it shows, and number of a determiner; no number for other words."""
    if form in PLURAL_DETERMINERS:
        return "", "p"
    if form == "l'":
        return "", "s"
    return (SINGULAR_DETERMINERS[form], "s") if form in SINGULAR_DETERMINERS else ("", "")


def _with_determiner(determiner: str, noun: str) -> Form:
    """Gender and number of the noun, its gender after the determiner where it has both."""
    gender, number = agreeing_noun(noun)
    return (gender or _determiner(determiner)[0], number) if number else ("", "")


def _is_plain(document: Document, first: int, last: int) -> bool:
    """Do these tokens stand in one line, in lower case after the first, and end there?"""
    tokens = document.tokens
    for number in range(first, last):
        gap = document.gap(number)
        if gap not in (" ", "\u00a0") and not (gap == "" and tokens.forms[number][-1] in "'’"):
            return False
        if not tokens.forms[number + 1].islower():
            return False
    following = tokens.forms[last + 1] if last + 1 < len(tokens) else "."
    if document.gap(last) == "":
        return following in _STOPS
    return not (following[0].isupper() or following[0].isdigit() or following[0] == "-")


def _heads(document: Document, number: int) -> bool:
    """Does a noun phrase that begins here depend on nothing before it?"""
    tokens = document.tokens
    if tokens.forms[number].islower():
        return number > 0 and tokens.lower[number - 1] in _HEADS
    return opens_sentence(document, number)


@parameters
class NounAdjectiveDetector:
    """« Les éléments supprimée »: determiner, noun and an adjective right after it."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every adjective that clashes with its noun."""
        lower, last = document.tokens.lower, len(document.tokens) - 3
        for determiner in _DETERMINERS:
            for first in document.tokens.index.get(determiner, ()):
                if first > last or not _heads(document, first):
                    continue
                form = lower[first + 2]
                adjective = _beside_noun(form)
                noun = (
                    _with_determiner(determiner, lower[first + 1]) if any(adjective) else ("", "")
                )
                if noun == adjective or not all(noun):
                    continue
                right = adjective_form(form, *noun)
                if right and right != form and self._clashes(document, first + 2, noun, adjective):
                    noun_phrase = document.span(first, first + 1)
                    span = document.span(first + 2, first + 2)
                    yield Hit.replacing(span, right, related=(noun_phrase,))

    def _clashes(self, document: Document, number: int, noun: Form, adjective: Form) -> bool:
        tokens = document.tokens
        gender, count = _determiner(tokens.lower[number - 2])
        if count != noun[1] or gender not in ("", noun[0]):
            return False
        if not _is_plain(document, number - 2, number):
            return False
        before = tokens.lower[number - 3] if number > 2 else ""
        following = tokens.lower[number + 1] if number + 1 < len(tokens) else ""
        participle = tokens.lower[number].endswith(("é", "ée", "és", "ées"))
        if tokens.lower[number - 1] in NAMED_THINGS and not participle:
            return False
        if before in _COORDINATORS and adjective[1] == "p":
            return False
        return not (following in _COORDINATORS and noun[1] == "p" and adjective[1] == "s")


_BE = {
    "est": "s", "était": "s", "sera": "s", "serait": "s", "fut": "s",
    "sont": "p", "étaient": "p", "seront": "p", "seraient": "p", "furent": "p",
}  # fmt: skip
_HAVE = {
    "a": "s", "avait": "s", "aura": "s", "aurait": "s",
    "ont": "p", "avaient": "p", "auront": "p", "auraient": "p",
}  # fmt: skip
_BETWEEN = frozenset(
    "pas plus très trop également aussi déjà encore toujours bien souvent jamais donc alors".split()
)
_PRONOUNS = {"il": ("m", "s"), "ils": ("m", "p"), "elle": ("f", "s"), "elles": ("f", "p")}
_REFLEXIVES = frozenset("se s' nous vous me m' te t' ce c'".split())
_BEFORE_ELLE = _HEADS - {",", "que", "qu'"}


@parameters
class AttributeAgreementDetector:
    """« Elle est arrivé », « Les mesures sont adopté »: subject, « être » and the attribute.

    The subject is a pronoun, or a noun with its determiner at the head of the sentence. A
    masculine noun with a feminine attribute counts only with one of `masculine_endings`: others
    may name a woman.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    masculine_endings: tuple[str, ...]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every attribute that clashes with its subject."""
        tokens = document.tokens
        for verb in tokens.positions((*_BE, "été")):
            last, count = verb - 1, _BE.get(tokens.lower[verb], "")
            if not count:
                last, count = verb - 2, _HAVE.get(tokens.lower[verb - 1], "")
            attribute = verb + 1
            while attribute < len(tokens) and tokens.lower[attribute] in _BETWEEN:
                attribute += 1
            if not count or last < 0 or attribute >= len(tokens):
                continue
            form = tokens.lower[attribute]
            agreement = agreeing_adjective(form, predicate=True)
            if len(form) < 4 or form in _FREE or not any(agreement):
                continue
            last -= tokens.lower[last] in ("ne", "n'")
            subject = self._subject(document, last, agreement) if last >= 0 else None
            subject = subject or _several(document, last, count, attribute)
            if subject is None or subject[1] != count or not _is_plain(document, last, attribute):
                continue
            right = adjective_form(form, *subject)
            if right and right != form:
                yield Hit.replacing(document.span(attribute, attribute), right)

    def _subject(self, document: Document, last: int, attribute: Form) -> Form | None:
        """Gender and number of the subject that ends here, if they clash with the attribute's."""
        tokens = document.tokens
        word = tokens.lower[last]
        if word in _PRONOUNS:
            opens = opens_sentence(document, last)
            if not opens and tokens.lower[last - 1] not in _BEFORE_ELLE:
                return None
            return _PRONOUNS[word] if _PRONOUNS[word] != attribute else None
        if last == 0 or not opens_sentence(document, last - 1):
            return None
        noun = _with_determiner(tokens.lower[last - 1], word)
        gender, count = _determiner(tokens.lower[last - 1])
        if not all(noun) or noun == attribute or count != noun[1] or gender not in ("", noun[0]):
            return None
        feminised = noun[0] == "m" and attribute == ("f", noun[1])
        return None if feminised and not word.rstrip("s").endswith(self.masculine_endings) else noun


def _several(document: Document, last: int, count: str, attribute: int) -> Form | None:
    """What a participle in the singular should be after a verb in the plural."""
    tokens = document.tokens
    form, following = tokens.lower[attribute], tokens.lower[attribute + 1 : attribute + 2]
    gender, number = agreeing_adjective(form, predicate=True)
    if count != "p" or number != "s" or not gender or following in (["et"], ["ou"], ["-"]):
        return None
    before = last - (tokens.lower[last] in ("en", "y"))
    if (
        before < 0
        or tokens.lower[before] in _REFLEXIVES
        or not form.endswith(("é", "i", "u", "enue"))
    ):
        return None
    return _PRONOUNS.get(tokens.lower[last], (gender, "p"))


@parameters
class FirstAdjectiveDetector:
    """« Le dernier admission », « les nouveau clients »: an adjective before its noun.

    `adjectives` holds the forms that may stand there. Where the determiner agrees with the
    adjective and not with the noun, the noun must have one of the endings of its gender.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    adjectives: frozenset[str]
    masculine_endings: tuple[str, ...]
    feminine_endings: tuple[str, ...]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every determiner or adjective that clashes with the noun."""
        tokens = document.tokens
        for number in tokens.positions(self.adjectives):
            first = number - 1
            if first > 0 and tokens.lower[first] in ("plus", "moins", "très"):
                first -= 1
            if first < 0 or number + 1 >= len(tokens):
                continue
            gender, count = _determiner(tokens.lower[first])
            noun = agreeing_noun(tokens.lower[number + 1])
            if (gender, count) == pronominal(tokens.lower[number]) and (
                document.entry(number + 1).tags & VERBS
            ):
                continue
            if not all(noun):
                noun = agreeing_noun(tokens.lower[number + 1], OTHER_CLASSES)
                if gender not in ("", noun[0]):
                    continue
            if not all(noun) or count != noun[1] or not _is_plain(document, first, number + 1):
                continue
            words = [tokens.lower[first], *tokens.lower[number : number + 2]]
            texts = self._right(words, gender, noun)
            if texts and texts != (words[0], words[1]):
                text = " ".join((texts[0], *tokens.lower[first + 1 : number], texts[1]))
                text = text.capitalize() if tokens.forms[first][0].isupper() else text
                yield Hit.replacing(document.span(first, number), text)

    def _right(self, words: list[str], gender: str, noun: Form) -> Form | None:
        """Determiner and adjective as they should be, where this is sure."""
        tags = lookup(words[1]).tags
        own = single_gender(tags)
        if words[0] == "l'":
            return None
        if gender and gender != noun[0] and (own != noun[0] or words[1].startswith("premi")):
            endings = self.masculine_endings if noun[0] == "m" else self.feminine_endings
            if not own or not words[2].rstrip("s").endswith(endings):
                return None
        adjective = words[1]
        if own not in ("", noun[0]) or single_number(tags) not in ("", noun[1]):
            adjective = adjective_form(adjective, noun[0], noun[1], words[2]) or ""
            if not adjective:
                return None
        if gender and gender != noun[0]:
            determiner = with_gender(words[0], noun[0], adjective)
            return None if determiner is None else (determiner, adjective)
        return words[0], adjective

"""A capital in mid-sentence on a verb, adverb or participle: « elle Montrait »."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.joins import inner_capitals, near_signs, signs
from mtqa.languages.fr.clauses import DETERMINERS
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    FINITE,
    INFINITIVE,
    NOUN,
    PAST_PARTICIPLE,
    PROPER,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["CommonCapitalDetector"]

_SUBJECTS = tuple("il elle ils elles on nous vous je tu ne n' se s' qui".split())
_MODALS = tuple(
    "peut peuvent pouvez pouvons doit doivent devez devons va vont permet permettent faut veut "
    "veulent voulez souhaite souhaitez pourra pourrait pourrez devra devrait devrez fait pouvoir "
    "devoir vouloir laisser".split()
)
_LINKS = tuple("de d' pour à sans".split())
_BE = tuple(
    "est sont était étaient sera seront été être fut furent soit soient a ont avait avaient aurait "
    "auraient aura auront étant ayant presque très plus trop si aussi moins".split()
)
_BEFORE_DE = frozenset(
    "afin avant possible nécessaire possibilité capacité droit besoin façon manière obligation "
    "décision envie refus loin difficile facile important impossible utile tenté objectif but "
    "temps moment lieu train risque intention mission tâche responsabilité".split()
)
_WANTED = {
    **dict.fromkeys(_SUBJECTS, FINITE),
    **dict.fromkeys(_MODALS, INFINITIVE | ADVERB),
    **dict.fromkeys(_LINKS, INFINITIVE),
    **dict.fromkeys(_BE, PAST_PARTICIPLE | ADVERB | ADJECTIVE),
}
"""What a word must be behind each of these words to have its capital wrongly."""
_OPENING_SUBJECTS = ("nous", "vous", "il", "elle", "ils", "elles", "on")
_OPENERS = DETERMINERS | frozenset("à de d' en ce ces y ne n' se s' qu' que".split())
_LABELLED = frozenset(
    "option options mode modes bouton boutons fonction filtre filtres fenêtre commande commandes "
    "menu menus version distribution case cases dialogue onglet état zone colonne style outil "
    "océan mer côte roi dieu opérateur".split()
)
_LONG_ADVERB = 8
_SHORTEST_WORD = 4
_SHORTEST = 7
_EITHER_SIDE = 40


@parameters
class CommonCapitalDetector:
    """A word that is no name, where its neighbour before it shows what it is.

    A verb after its subject, an infinitive after its verb or preposition, a participle or
    adverb after its auxiliary. Other verbs, adverbs and adjectives need lost joints nearby.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such capital."""
        forms, lower = document.tokens.forms, document.tokens.lower
        seen = set()
        for number in inner_capitals(document):
            wanted = _WANTED.get(lower[number - 1])
            if wanted and _is(document, number, wanted) and _is_inside(document, number):
                seen.add(number)
        seen.update(_after_a_subject(document))
        seen.update(_after_quotations(document))
        if signs(document):
            seen.update(_near_signs(document))
        for number in sorted(seen):
            form = forms[number]
            yield Hit.replacing(document.span(number, number), form[0].lower() + form[1:])


def _is(document: Document, number: int, wanted: int) -> bool:
    """Is this word what can stand here, and nothing that a name or label can be made of?"""
    tokens = document.tokens
    tags, before, form = document.entry(number).tags, number - 1, tokens.lower[number]
    if not tags & wanted or tags & PROPER:
        return False
    link = tokens.lower[before]
    if wanted == FINITE:
        return link != "qui" or not tags & NOUN
    if wanted & ADVERB and tags & ADVERB:
        return len(form) >= _LONG_ADVERB and form.endswith("ment") and not tags & NOUN
    if tags & NOUN:
        return False
    if wanted == INFINITIVE and link in _LINKS:
        return _takes_infinitive(document, before)
    return True


def _takes_infinitive(document: Document, link: int) -> bool:
    """Does « de », « pour », « à » govern the infinitive that follows, with its object?"""
    tokens = document.tokens
    if tokens.lower[link + 2] not in _OPENERS:
        return False
    word = tokens.lower[link - 1]
    if tokens.lower[link] in ("d'", "pour") or word in _BEFORE_DE:
        return True
    elided = tokens.lower[link] == "de" and tokens.lower[link + 1][0] in "aeiouhéêy"
    tags = lookup(word).tags
    return not elided and bool(tags & (FINITE | PAST_PARTICIPLE)) and not tags & NOUN


def _after_quotations(document: Document) -> Iterator[int]:
    """« …, à l’hôpital », Résume la maire »: a verb of saying behind a quotation and a comma."""
    forms = document.tokens.forms
    for comma in document.tokens.positions((",",)):
        number = comma + 1
        if not 0 < comma < len(forms) - 2 or forms[comma - 1] not in "»”":
            continue
        verb = forms[number][0].isupper() and forms[number][1:].islower()
        if verb and forms[number + 1] in DETERMINERS:
            tags = document.entry(number).tags
            if tags & FINITE and not tags & PROPER:
                yield number


def _after_a_subject(document: Document) -> Iterator[int]:
    """« Nous Étions une dizaine »: the subject opens the sentence."""
    tokens = document.tokens
    for before in tokens.positions(_OPENING_SUBJECTS):
        number = before + 1
        capital = number < len(tokens) and tokens.forms[number].istitle()
        if capital and _is(document, number, FINITE) and _is_inside(document, number):
            yield number


def _near_signs(document: Document) -> Iterator[int]:
    """Verbs, adverbs and adjectives that are nothing else, in an article with lost joints.

    The word must stand so once only, behind a noun that labels nothing.
    """
    tokens = document.tokens
    for number in inner_capitals(document):
        word = tokens.lower[number]
        if len(word) < _SHORTEST_WORD or tokens.lower[number - 1] in _LABELLED:
            continue
        tags = lookup(word).tags
        kinds = tags & (FINITE | ADVERB | ADJECTIVE | PAST_PARTICIPLE)
        noun = document.entry(number - 1).tags & NOUN
        if not kinds or not noun or tags & (NOUN | PROPER | INFINITIVE):
            continue
        once = sum(tokens.forms[at][0].isupper() for at in tokens.index[word]) == 1
        if once and near_signs(document, number) and _is_inside(document, number):
            yield number


def _is_inside(document: Document, number: int) -> bool:
    """Does the word stand in a sentence between words in lower case, and in no title?"""
    tokens = document.tokens
    first, last = document.sentence_of(number)
    form = tokens.forms[number]
    if not first < number < last - 1 or last - first < _SHORTEST or not form[1:].islower():
        return False
    before, after = tokens.forms[number - 1], tokens.forms[number + 1]
    opening = number - 1 == first and tokens.lower[first] in _SUBJECTS
    if (
        not (before.islower() or opening)
        or not (after.islower() or after in ".,;")
        or after[0] == "-"
    ):
        return False
    if document.gap(number - 1) not in (" ", "\u00a0", "") or document.quote_around(number):
        return False
    if tokens.forms[last - 1] not in '.?!…»”"':
        return False
    near = tokens.forms[max(first + 1, number - _EITHER_SIDE) : min(last, number + _EITHER_SIDE)]
    words = [word for word in near if word.isalpha()]
    return sum(word[0].isupper() for word in words) * 3 <= len(words)

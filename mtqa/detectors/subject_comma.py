"""A comma that parts the subject from its verb, and an apposition that no second comma closes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.clauses import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    SUBORDINATORS,
    is_finite,
)
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    DETERMINER,
    FINITE,
    FIRST_NAME,
    NOUN,
    PAST_PARTICIPLE,
    PLACE,
    PREPOSITION,
    PRONOUN,
    THIRD_PERSON,
    VERB_PLURAL,
    VERB_SINGULAR,
)
from mtqa.parameters import parameters
from mtqa.text import Document, Span
from mtqa.views import Sentence

__all__ = ["SubjectCommaDetector", "UnclosedAppositionDetector"]

_LONGEST = 9
_LONGEST_APPOSITION = 20
_CLITICS = frozenset("ne n' se s' y en lui leur l' le la les nous vous m' me t' te".split())
_INSIDE = frozenset("de d' du des à au aux en par pour sur et".split())
"""Words that a noun phrase may hold between its nouns."""
_PLURAL_OPENERS = frozenset(
    "les des ces mes tes ses nos vos leurs plusieurs quelques certains certaines deux trois quatre"
    " cinq six sept huit dix".split()
)
_SINGULAR_OPENERS = frozenset(
    "le la l' un une ce cet cette mon ma ton ta son sa notre votre leur chaque".split()
)
_OPENERS = _PLURAL_OPENERS | _SINGULAR_OPENERS
_ARTICLES = ("le", "la", "l'", "les", "un", "une")
_NO_SUBJECTS = frozenset(
    "il elle ils elles on je j' nous vous tu ce c' à au aux en dans sur pour par avec sans si et"
    " mais de d' du « “ - – — ( à selon après avant depuis pendant lors quand comme".split()
)
"""Words that open many sentences, and no subject that a comma may follow."""
_BREAKS = frozenset(',;:()[]«»“”"…?!—–')
_TIMES = frozenset(
    """
    matin soir lendemain veille jour jours nuit nuits semaine semaines mois année années an ans midi
    après-midi samedi dimanche lundi mardi mercredi jeudi vendredi week-end fois moment instant
    siècle siècles heure heures minute minutes été hiver automne printemps saison journée matinée
    soirée période époque temps début fin janvier février mars avril mai juin juillet août septembre
    octobre novembre décembre preuve résultat conséquence bilan exemple plupart reste
    """.split()
)
"""Nouns that open a sentence without being its subject."""
_ALSO_CONJUNCTIONS = frozenset("puis soit or outre vive fut fût voici voilà suis dit".split())
_CALLED = frozenset("mon ma mes notre nos cher chère".split())
"""Words that open a form of address."""
_NO_CLAUSE = SUBORDINATORS - {"pour", "sans", "après", "avant", "dès", "pendant", "afin"}


@parameters
class SubjectCommaDetector:
    """A lone comma between the noun phrase that opens a sentence and its verb."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such comma; the correction deletes it."""
        for sentence, comma in _commas(document):
            verb = _verb_at(document, sentence, comma + 1)
            if verb is None or not _is_lone(document, comma, sentence):
                continue
            if _may_call(document, sentence.first, verb):
                continue
            yield Hit.replacing(document.span(comma, comma), "")


@parameters
class UnclosedAppositionDetector:
    """A participle or a relative clause after the subject and a comma, with no comma behind."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such place; the correction puts the second comma."""
        tokens = document.tokens
        for sentence, comma in _commas(document):
            place = _end_of_apposition(document, sentence, comma)
            if place is not None:
                at = tokens.ends[place]
                yield Hit(document.span(place, place + 1), ((Edit(Span(at, at), ","),),))


def _commas(document: Document) -> Iterator[tuple[Sentence, int]]:
    """Each sentence that opens with a noun phrase, and the first comma, right after it."""
    forms = document.tokens.forms
    lower = document.tokens.lower
    for sentence in document.sentences:
        first, last = sentence
        if lower[first] in _NO_SUBJECTS:
            continue
        near = forms[first + 1 : min(first + _LONGEST + 1, last - 3)]
        if "," not in near or forms[last - 1] not in (".", "!", "?", "…"):
            continue
        comma = first + 1 + near.index(",")
        if _is_subject(document, first, comma):
            yield sentence, comma


def _is_subject(document: Document, first: int, last: int) -> bool:
    """Is it a name, or a determiner and a noun with its complements, and no date or time?"""
    forms, lower = document.tokens.forms[first:last], document.tokens.lower[first:last]
    if not forms[0][0].isupper() or not _TIMES.isdisjoint(lower):
        return False
    if lower[0] not in _OPENERS:
        return _is_name(document, first, last)
    nouns = 0
    for number in range(first + 1, last):
        word = document.tokens.lower[number]
        entry = document.entry(number)
        if word in _INSIDE or word in DETERMINERS:
            continue
        if not word[0].isalpha() or is_finite(document.tokens.lower, number):
            return False
        if word in _NO_CLAUSE or entry.tags & PREPOSITION or entry.tags == ADVERB:
            return False
        nouns += bool(entry.tags & NOUN) or not entry.known
    return nouns > 0


def _is_name(document: Document, first: int, last: int) -> bool:
    """« Ana Torres », « Roubaix »: words with capitals, the first of them no common word."""
    forms = document.tokens.forms[first:last]
    entry = document.entry(first)
    return (not entry.common or bool(entry.tags & (FIRST_NAME | PLACE))) and all(
        form[0].isupper() or form in ("de", "du", "des", "la", "d’", "d'") for form in forms
    )


def _verb_at(document: Document, sentence: Sentence, at: int) -> int | None:
    """The verb that begins here, clitics apart, if it may be that of the sentence's subject."""
    lower = document.tokens.lower
    while at < sentence.last - 1 and lower[at] in _CLITICS and not is_finite(lower, at):
        at += 1
    if at >= sentence.last - 1 or lower[at + 1][0] == "-":
        return None
    verb = is_finite(lower, at) or _governs(document, at)
    return at if verb and _agrees(document, sentence.first, at) else None


def _governs(document: Document, at: int) -> bool:
    """Is it a noun or a verb, before an article, so that it must be the verb?"""
    tags = document.entry(at).tags
    return bool(tags & FINITE and tags & NOUN and not tags & PAST_PARTICIPLE) and (
        document.tokens.lower[at + 1] in _ARTICLES
    )


def _agrees(document: Document, first: int, at: int) -> bool:
    """Is it of the number of the subject that begins with `first`?"""
    tags = document.entry(at).tags
    if document.tokens.lower[at] in _ALSO_CONJUNCTIONS or not tags & THIRD_PERSON:
        return False
    plural = document.tokens.lower[first] in _PLURAL_OPENERS
    return bool(tags & (VERB_PLURAL if plural else VERB_SINGULAR))


def _may_call(document: Document, first: int, verb: int) -> bool:
    """Is it a name and what may be told to do: « Haldric, reste au fort. »?"""
    tokens = document.tokens
    if not tokens.forms[verb].islower() or tokens.lower[verb : verb + 2] == ["est", "ce"]:
        return True
    named = tokens.lower[first] not in _OPENERS or tokens.lower[first] in _CALLED
    return named and (tokens.lower[verb][-1] == "e" or tokens.lower[verb] == "va")


def _is_lone(document: Document, comma: int, sentence: Sentence) -> bool:
    rest = document.tokens.forms[comma + 1 : sentence.last - 1]
    return _BREAKS.isdisjoint(rest) and not any(form[0] == "-" for form in rest)


def _end_of_apposition(document: Document, sentence: Sentence, comma: int) -> int | None:
    """The last token of what follows the subject's comma, where its verb comes right after."""
    tokens = document.tokens
    opener = comma + 1
    relative = tokens.lower[opener] in ("qui", "dont")
    if not relative and not _opens_apposition(document, sentence.first, opener):
        return None
    waiting = relative
    for at in range(opener + 1, min(sentence.last - 1, comma + _LONGEST_APPOSITION)):
        if _ends_search(document, at, relative=relative):
            return None
        if not _is_verb(document, at):
            continue
        if waiting:
            waiting = False
            continue
        if not _agrees(document, sentence.first, at) or tokens.lower[at + 1][0] == "-":
            return None
        place = at - 1
        while tokens.lower[place] in _CLITICS:
            place -= 1
        return place if place > opener else None
    return None


def _ends_search(document: Document, at: int, *, relative: bool) -> bool:
    """A mark, a pronoun or a conjunction after which a verb is no longer the subject's own."""
    word = document.tokens.lower[at]
    return (
        document.tokens.forms[at] in _BREAKS
        or word[0] == "-"
        or word in SUBJECTS - {"nous", "vous"}
        or word in RELATIVES
        or word in _NO_CLAUSE
        or (word in ("et", "ou", "mais") and (relative or _is_bare(document, at + 1)))
    )


def _is_bare(document: Document, at: int) -> bool:
    """No determiner or preposition: another title or name, or the verb of a second clause."""
    word = document.tokens.lower[at]
    return word not in DETERMINERS and word not in PREPOSITIONS


def _is_verb(document: Document, at: int) -> bool:
    """A verb with a person; a form that is also a participle counts before its object."""
    lower = document.tokens.lower
    tags = document.entry(at).tags
    if lower[at - 1] == "en" and tags & NOUN:
        return False
    if is_finite(lower, at):
        return True
    if _governs(document, at):
        return _ends_noun(document, at - 1)
    object_follows = lower[at + 1] in _ARTICLES
    compound = not AUXILIARIES.isdisjoint(lower[at - 2 : at])
    return bool(tags & FINITE and tags & PAST_PARTICIPLE) and object_follows and not compound


def _ends_noun(document: Document, at: int) -> bool:
    """Is it a noun, a name or a number, after which no second noun stands?"""
    form = document.tokens.forms[at]
    tags = document.entry(at).tags
    before = document.tokens.lower[at - 1]
    alone = not tags & ADJECTIVE or before in _OPENERS or before in PREPOSITIONS
    return form[0].isdigit() or form[0].isupper() or bool(tags & NOUN and alone)


def _opens_apposition(document: Document, first: int, at: int) -> bool:
    """A participle, or an adjective or noun without determiner that a preposition follows."""
    tokens = document.tokens
    tags = document.entry(at).tags
    if tokens.forms[at][0].isupper() or tags & (DETERMINER | PRONOUN | PREPOSITION):
        return False
    if tags & FINITE and _agrees(document, first, at) and not tags & PAST_PARTICIPLE:
        return False
    if tags & PAST_PARTICIPLE and not tags & (NOUN | FINITE):
        return True
    following = tokens.lower[at + 1]
    return bool(tags & (NOUN | ADJECTIVE | PAST_PARTICIPLE)) and (
        following in PREPOSITIONS or following in ("du", "des", "au", "aux")
    )

"""A subject and the verb right after it that differ in number."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.verb_number import in_other_number, is_of_number
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    DETERMINER,
    FEMININE,
    FINITE,
    NOUN,
    PAST_PARTICIPLE,
    PLURAL,
    SINGULAR,
    inflect,
    lemmas,
    lookup,
)
from mtqa.noun_phrases import opens_sentence
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["NounVerbAgreementDetector", "PronounVerbAgreementDetector"]

_SUBJECTS = {"il": False, "on": False, "ils": True, "elle": False, "elles": True}
"""Subject pronoun → is it plural?"""
_CLITICS = frozenset("ne n' se s' y en lui leur l' les le la".split())
_FARTHEST_VERB = 3
"""How far from its pronoun the verb may stand, clitics between."""
_OPENERS = frozenset(
    """
    . ! ? … ; : , — – - ( « “ qu' que si s' lorsqu' puisqu' quand où dont mais car donc comme
    pourquoi comment lorsque puisque que quoique hier aujourd'hui demain parfois souvent
    """.split()
)
"""What may stand before a pronoun that can only be a subject."""
_STRESSED_OPENERS = frozenset((",", "comme", "que", "qu'"))
"""« plus grand qu’elles est … »: not before a stressed pronoun."""


@parameters
class PronounVerbAgreementDetector:
    """« ils est », « elle peuvent »."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every clash of number."""
        tokens = document.tokens
        last = len(tokens) - 1
        for pronoun, plural in _SUBJECTS.items():
            for number in tokens.index.get(pronoun, ()):
                verb = number + 1
                while verb < last and tokens.lower[verb] in _CLITICS:
                    verb += 1
                if verb > min(last, number + _FARTHEST_VERB):
                    continue
                if not is_of_number(tokens.lower[verb], not plural):
                    continue
                if _is_subject(document, number) and "\n" not in document.gap(number):
                    yield _pronoun_hit(document, number, verb)


def _pronoun_hit(document: Document, number: int, verb: int) -> Hit:
    """Either the verb or the pronoun is wrong; in « ils y a » the pronoun."""
    tokens = document.tokens
    pronoun = tokens.forms[number]
    hit = _hit(document, number, verb)
    if tokens.lower[verb - 1] == "se":
        hit = hit._replace(
            repairs=tuple(repair for repair in hit.repairs if " se e" not in repair[0].text)
        )
    if pronoun.lower() == "on":
        return hit
    other = pronoun[:-1] if pronoun[-1] == "s" else pronoun + "s"
    rest = document.text[tokens.ends[number] : tokens.ends[verb]]
    repair = (Edit(hit.span, other + rest),)
    attribute = document.entry(verb + 1).tags if verb + 1 < len(tokens) else 0
    shown = PLURAL if other[-1] == "s" else SINGULAR
    agrees = (
        tokens.lower[verb] in _BE | {"est", "était"}
        and attribute & PAST_PARTICIPLE
        and attribute & (SINGULAR | PLURAL) == shown
    )
    first = agrees or rest.split() == ["y", "a"]
    return hit._replace(repairs=(repair, *hit.repairs) if first else (*hit.repairs, repair))


def _is_subject(document: Document, number: int) -> bool:
    tokens = document.tokens
    if tokens.forms[number].isupper() or not tokens.forms[number + 1].islower():
        return False
    if number == 0 or opens_sentence(document, number):
        return True
    if tokens.lower[number] in ("il", "ils"):
        entry = document.entry(number - 1)
        return tokens.forms[number].islower() and (entry.common or entry.tags == 0)
    before = tokens.lower[number - 1]
    if tokens.lower[number] in ("elle", "elles") and before in _STRESSED_OPENERS:
        return False
    return before in _OPENERS


def _hit(document: Document, first: int, verb: int) -> Hit:
    tokens = document.tokens
    subject = document.text[tokens.starts[first] : tokens.starts[verb]]
    texts = [subject + right for right in in_other_number(tokens.lower[verb])]
    return Hit.replacing(document.span(first, verb), *texts)


_VERBS = frozenset(
    """
    est a peut doit va sera était avait pourra devra devrait pourrait serait aurait
    sont ont peuvent doivent vont seront étaient avaient pourront devront devraient pourraient
    seraient auraient
    """.split()
)
"""Verbs that are nothing else, and that a subject alone precedes."""
_PLURALS = frozenset("les ces ses nos vos leurs mes tes".split())
_SINGULARS = frozenset("le la l' ce cet cette son sa notre votre mon ma ton ta".split())
_BEFORE_VERB = frozenset(("se", "s'", "ne", "n'", "y", "en"))
_CONJUNCTIONS = frozenset(("dont", "lorsque", "puisque", "si"))
"""After these a singular noun is the subject of the verb behind it."""
_BE = frozenset(("sont", "étaient", "seront", "seraient"))
_COMPLEMENTS = frozenset((("de",), ("d'",), ("du",), ("de", "la"), ("de", "l'")))
"""What may stand between a noun and its singular complement."""
_DISTANCES = (1, 3, 4)
"""How far the determiner may stand before the end of its subject, with a complement or without."""
_OBJECTS = frozenset("un une des que qu' leur leurs beaucoup davantage".split())
_NO_SUBJECTS = frozenset(
    """
    plupart moitié majorité minorité partie reste tiers quart foule nombre ensemble totalité matin
    soir lendemain veille jour nuit semaine mois année midi après-midi samedi dimanche lundi
    mardi mercredi jeudi vendredi fois moment instant siècle première premier suite mort couple
    paire famille peuple gros trop peu plus là dessus été hiver automne printemps heure
    """.split()
)
"""Collectives, and nouns of time after which the subject may follow the verb."""


@parameters
class NounVerbAgreementDetector:
    """« Les clients peut », « Le client peuvent », at the head of a sentence only.

    A complement may stand between (« Les prix de l’énergie est »), and the stray stop of a
    false joint (« Les données de facturation. est conservée »), which then goes.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every clash of number."""
        yield from self._with_common_verbs(document)
        tokens = document.tokens
        plurals = (form for form in tokens.index if form[-3:] == "ent" and _is_plural_verb(form))
        for verb in tokens.positions(tuple(plurals)):
            if _has_singular(document, verb):
                yield from _agreeing(document, verb - 1, verb, document.entry(verb - 1).tags)
        for first in tokens.positions(tuple(_PLURALS)):
            if tokens.forms[first][0].isupper() and _has_singular_verb(document, first):
                yield from _agreeing(document, first + 1, first + 2, document.entry(first + 1).tags)

    def _with_common_verbs(self, document: Document) -> Iterator[Hit]:
        tokens = document.tokens
        for verb in tokens.positions(tuple(_VERBS)):
            if verb < 2 or not tokens.forms[verb].islower() or "\n" in document.gap(verb - 1):
                continue
            stop = tokens.forms[verb - 1] == "."
            head = _head(document, verb - 1 - stop)
            if head is None or _is_title_or_letter(document, verb):
                continue
            plural = tokens.lower[head - 1] in _PLURALS
            if plural or head == verb - 1 - stop:
                noun = tokens.forms[head]
                if not is_of_number(tokens.lower[verb], not plural) or noun in _NO_SUBJECTS:
                    continue
                if noun.islower() and _is_noun(noun, plural):
                    yield from _agreeing(document, verb - 1, verb, lookup(noun).tags)


@lru_cache(maxsize=1 << 13)
def _is_plural_verb(form: str) -> bool:
    return is_of_number(form, True) and not lookup(form).tags & NOUN


def _has_singular_verb(document: Document, first: int) -> bool:
    """Do a plural determiner, its noun and a singular verb in -e open the sentence here?

    A form that is a noun too (« Les fichiers source ») must have its object behind it.
    """
    tokens = document.tokens
    if first + 3 >= len(tokens) or not opens_sentence(document, first):
        return False
    noun, verb, after = tokens.forms[first + 1], tokens.lower[first + 2], tokens.lower[first + 3]
    if not noun.islower() or noun in _NO_SUBJECTS or document.gap(first + 1) != " ":
        return False
    if verb in _VERBS or not verb.endswith("e") or not is_of_number(verb, False):
        return False
    if lookup(verb).tags & NOUN and after not in _OBJECTS:
        return False
    tags = lookup(noun).tags
    return bool(tags & NOUN and tags & PLURAL) and not tags & (SINGULAR | ADVERB)


def _has_singular(document: Document, verb: int) -> bool:
    """Do a singular determiner and its noun open the sentence right before this verb, and does
    no subject follow it: « L’hiver viennent les loups »?"""
    tokens = document.tokens
    last = verb - 1 - (tokens.lower[verb - 1] in _BEFORE_VERB)
    if last < 1:
        return False
    determiner, noun = tokens.lower[last - 1], tokens.forms[last]
    opens = opens_sentence(document, last - 1) or tokens.lower[last - 2] in _CONJUNCTIONS
    if determiner not in _SINGULARS or not opens:
        return False
    if not noun.islower() or noun in _NO_SUBJECTS or "\n" in document.gap(last):
        return False
    after = document.entry(verb + 1).tags if verb + 1 < len(tokens) else 0
    if after & DETERMINER and after & PLURAL and lookup(noun).tags & FINITE:
        return False
    return _is_noun(noun, False) and not lookup(noun).tags & (PLURAL | ADJECTIVE)


def _head(document: Document, last: int) -> int | None:
    """The noun after the determiner that opens the sentence, where the subject ends at `last`."""
    lower = document.tokens.lower
    for first in (last - back for back in _DISTANCES if last >= back):
        opening = document.tokens.forms[first][0].isupper() and opens_sentence(document, first)
        if opening and (lower[first] in _PLURALS or lower[first] in _SINGULARS):
            break
    else:
        return None
    if last == first + 1:
        return last
    complement = document.entry(last).tags
    is_noun = complement & NOUN and complement & SINGULAR and not complement & PLURAL
    return first + 1 if tuple(lower[first + 2 : last]) in _COMPLEMENTS and is_noun else None


def _agreeing(document: Document, before: int, verb: int, noun: int) -> Iterator[Hit]:
    """A hit on the verb, the stop before it and the participle after it, where they are wrong."""
    tokens = document.tokens
    right = in_other_number(tokens.lower[verb])
    first, last = before, verb
    words = list(right)
    participle = tokens.lower[verb + 1] if verb + 1 < len(tokens) else ""
    tags = lookup(participle).tags
    singular = tags & SINGULAR and not tags & PLURAL
    if right and right[0] in _BE and tags & PAST_PARTICIPLE and singular:
        model = "venues" if noun & FEMININE else "venus"
        words += inflect(lemmas(participle)[0], model)[:1]
        last += 1
    stop = tokens.forms[before] == "."
    subject = " " if stop else document.text[tokens.starts[first] : tokens.starts[verb]]
    texts = [subject + " ".join(words)] if words else []
    yield Hit.replacing(document.span(first, last), *texts)


def _is_title_or_letter(document: Document, verb: int) -> bool:
    """Is this a title (« Les liaisons dangereuses est un roman ») or the letter a?"""
    if verb + 1 >= len(document.tokens):
        return False
    following = document.tokens.lower[verb + 1]
    return following in ("et", "ou", ",") or bool(document.entry(verb + 1).tags & DETERMINER)


@lru_cache(maxsize=1 << 13)
def _is_noun(noun: str, plural: bool) -> bool:
    tags = lookup(noun).tags
    return bool(tags & NOUN and tags & (PLURAL if plural else SINGULAR)) and not tags & ADVERB

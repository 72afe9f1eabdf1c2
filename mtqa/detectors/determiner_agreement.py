"""A determiner and the noun right after it that differ in number or gender."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache, partial
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.joins import near_signs
from mtqa.languages.fr.agreement import (
    SINGULAR_DETERMINERS,
    in_plural,
    noun_in_number,
    with_gender,
)
from mtqa.languages.fr.elision import CONTRACTIONS
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    FEMININE,
    FINITE,
    IMPERATIVE,
    INFINITIVE,
    INTERJECTION,
    MASCULINE,
    NOUN,
    NUMERAL,
    PAST_PARTICIPLE,
    PLURAL,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PRONOUN,
    PROPER,
    SINGULAR,
    lookup,
)
from mtqa.noun_phrases import before_clash, is_whole, stands_plain
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document

__all__ = ["GenderAgreementDetector", "NumberAgreementDetector"]

_OTHER = (
    ADJECTIVE | ADVERB | CONJUNCTION | DETERMINER | INFINITIVE | INTERJECTION | NUMERAL
    | PREPOSITION | PRONOUN | PAST_PARTICIPLE | PRESENT_PARTICIPLE
)  # fmt: skip
_VERB = FINITE | IMPERATIVE
_PRONOUNS = frozenset(("le", "la", "les", "leur", "l'"))
"""Determiners that are pronouns before a verb."""
_COORDINATORS = frozenset(("et", "ou", ",", "/", "&", "-", "–", "puis", "comme"))
"""After « les père » they show that several singulars share the determiner."""
_BARRIERS = frozenset(("l'", "la", "une", "tout"))
"""Before « un » + noun: « l’un »."""
_PREPOSITIONS = frozenset(
    """
    à de dans sur sous par pour avec sans vers chez entre contre durant pendant depuis dès après
    avant devant derrière selon malgré parmi en envers jusque voici voilà
    """.split()
)
_RARE = 15
"""Ten times the Zipf frequency under which the gender of a noun is not known for sure."""
_CALENDAR = frozenset(
    """
    lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin
    juillet août septembre octobre novembre décembre matin soir midi côtes
    """.split()
)
"""Days and months take no plural before a date; « un côtes-du-rhône »."""
_COUNTED = frozenset("kilomètre comprimé tranche goutte feuille branche page étape case".split())
"""Nouns that are verb forms as well, but rarely so after a numeral."""
_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ité", "age", "ure", "isme", "ème", "eur")
"""Endings that show a noun to be French, even where English uses it more often."""


@parameters
class NumberAgreementDetector:
    """« les interaction », « un problèmes », « trois heure » after one of `determiners`.

    Only nouns that are nothing else, of one number.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    determiners: tuple[str, ...]

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every clash of number."""
        for determiner in self.determiners:
            plural = not (determiner in SINGULAR_DETERMINERS or determiner == "l'")
            numeral = plural and bool(lookup(determiner).tags & NUMERAL)
            pronoun = numeral or determiner in _PRONOUNS
            clashes = partial(_clashes, plural=plural, pronoun=pronoun)
            for number in before_clash(document, determiner, clashes):
                yield from self._judge(document, number, plural)

    def _judge(self, document: Document, number: int, plural: bool) -> Iterator[Hit]:
        if not stands_plain(document, number) or not is_whole(document, number + 1):
            return
        if _ends_numeral(document, number) or _follows_pronoun(document, number):
            return
        following = document.tokens.lower[number + 2 : number + 3]
        if plural and following and following[0] in _COORDINATORS:
            return
        tags = document.entry(number + 2).tags if following else 0
        if document.entry(number + 1).tags & ADJECTIVE and not (
            tags & FINITE and not tags & (_OTHER | NOUN)
        ):
            return
        if tags & PLURAL and tags & NOUN and not tags & (ADJECTIVE | PAST_PARTICIPLE):
            return
        noun, determiner = document.tokens.lower[number + 1], document.tokens.forms[number]
        space = document.gap(number)
        texts = [f"{determiner}{space}{form}" for form in noun_in_number(noun, plural)]
        other = None if plural else in_plural(determiner.lower())
        if other:
            agreeing = tags & (ADJECTIVE | PAST_PARTICIPLE) and tags & PLURAL
            rather_plural = not space or (agreeing and not tags & SINGULAR)
            texts.insert(0 if rather_plural else 1, f"{_like(other, determiner)} {noun}")
        yield Hit.replacing(document.span(number, number + 1), *texts)


@parameters
class GenderAgreementDetector:
    """« la problème », « un solution »: only nouns of one gender, in the singular.

    They are those with one of `endings`, and those listed in `nouns` (column `noun`): nouns of
    persons and drinks, colours and brands take the other gender too easily. « Un » for « une »
    is a slip of people, too, and counts near lost joints only.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    masculine_endings: tuple[str, ...]
    feminine_endings: tuple[str, ...]
    nouns: Table

    @cached_property
    def _listed(self) -> frozenset[str]:
        return frozenset(noun for (noun,) in self.nouns.column_rows("noun"))

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every clash of gender."""
        for determiner, gender in SINGULAR_DETERMINERS.items():
            wanted = gender or ("m" if determiner in ("mon", "ton", "son") else "")
            if not wanted:
                continue
            clashes = partial(self._clashes, determiner=determiner, gender=wanted)
            for number in before_clash(document, determiner, clashes):
                if not _may_be_pronoun(document, number):
                    yield from self._judge(document, number, _other(wanted))

    def _clashes(self, noun: str, determiner: str, gender: str) -> bool:
        if len(noun) < 3 or not noun.isalpha():
            return False
        listed = noun in self._listed
        endings = self.feminine_endings if gender == "m" else self.masculine_endings
        if not (listed or noun.endswith(endings)) or _gender(noun, listed) != _other(gender):
            return False
        return with_gender(determiner, _other(gender), noun) is not None

    def _judge(self, document: Document, number: int, gender: str) -> Iterator[Hit]:
        tokens = document.tokens
        before = tokens.lower[number - 1] if number else ""
        if before in _BARRIERS or not stands_plain(document, number):
            return
        if tokens.lower[number] in ("un", "une") and (
            before in ("et", "ou") or not near_signs(document, number)
        ):
            return
        is_noun = number and document.entry(number - 1).tags & DETERMINER
        if is_noun and tokens.lower[number] in ("son", "ton"):
            return
        if document.gap(number + 1) == "" and not is_whole(document, number + 1):
            return
        if _is_compound(document, number + 2):
            return
        noun = tokens.forms[number + 1]
        right = with_gender(tokens.lower[number], gender, noun)
        if right and not _names_code(document, noun):
            first = number - ((before, right) in CONTRACTIONS)
            right = CONTRACTIONS.get((before, right), right)
            text = f"{_like(right, tokens.forms[first])} {noun}"
            yield Hit.replacing(document.span(first, number + 1), text)


def _other(gender: str) -> str:
    return "f" if gender == "m" else "m"


def _like(text: str, model: str) -> str:
    return text[0].upper() + text[1:] if model[0].isupper() else text


@lru_cache(maxsize=1 << 15)
def _clashes(noun: str, plural: bool, pronoun: bool) -> bool:
    """Is this a noun and nothing else, of the other number only?"""
    if len(noun) < 4 or not noun.isalpha() or noun in _CALENDAR:
        return False
    entry = lookup(noun)
    has, lacks = (SINGULAR, PLURAL) if plural else (PLURAL, SINGULAR)
    other = lacks | PROPER
    if noun not in _COUNTED:
        other |= _OTHER & ~(ADJECTIVE if plural else ADJECTIVE | PAST_PARTICIPLE)
        other |= _VERB if pronoun else 0
    if not (entry.tags & NOUN and entry.tags & has) or entry.tags & other or entry.fr < 25:
        return False
    return entry.fr >= max(entry.en, entry.es, entry.it) or noun.rstrip("s").endswith(_ENDINGS)


@lru_cache(maxsize=1 << 15)
def _gender(noun: str, listed: bool) -> str:
    """The gender of a word that is a singular noun of one gender and nothing else, or empty.

    A listed noun may be an adjective or participle of its gender as well.
    """
    entry = lookup(noun)
    tags = entry.tags
    other = _OTHER & ~(ADJECTIVE | PAST_PARTICIPLE) if listed else _OTHER
    if not (tags & NOUN and tags & SINGULAR) or tags & (other | PROPER) or entry.fr < _RARE:
        return ""
    if bool(tags & MASCULINE) == bool(tags & FEMININE):
        return ""
    return "m" if tags & MASCULINE else "f"


def _ends_numeral(document: Document, number: int) -> bool:
    """Is this « un » the end of a numeral: « vingt et un », « mille et une », « cent un »?"""
    lower = document.tokens.lower
    if lower[number] not in ("un", "une") or number == 0:
        return False
    before = number - 1 - (lower[number - 1] == "et")
    return before >= 0 and bool(document.entry(before).tags & NUMERAL)


def _may_be_pronoun(document: Document, number: int) -> bool:
    """May « le » or « la » be the object of the verb form behind it: « il le garde »?

    Not after a preposition, where the verb would be an infinitive, nor after another verb.
    """
    if document.tokens.lower[number] not in ("le", "la") or not (
        document.entry(number + 1).tags & _VERB
    ):
        return False
    if number and document.tokens.lower[number - 1] in _PREPOSITIONS:
        return False
    tags = document.entry(number - 1).tags if number else 0
    other = NOUN | PRONOUN | ADVERB | CONJUNCTION | PROPER
    before = tags & (PREPOSITION | FINITE | IMPERATIVE | INFINITIVE)
    return not before or bool(tags & other)


def _follows_pronoun(document: Document, number: int) -> bool:
    """Does the numeral go with the word before it: « ils firent tous deux alliance »?"""
    return number > 0 and document.tokens.lower[number - 1] in ("tous", "toutes", "elles", "eux")


def _names_code(document: Document, noun: str) -> bool:
    """Does a text with code call something on this word, as on a variable: « total.parse() »?"""
    text = document.text
    at = text.find(f"{noun}.") if document.holds_code else -1
    while at >= 0:
        end = at = at + len(noun) + 1
        while text[end : end + 1].isalnum():
            end += 1
        if end > at and text[end : end + 1] == "(":
            return True
        at = text.find(f"{noun}.", at)
    return False


def _is_compound(document: Document, number: int) -> bool:
    """Does the noun go on: « la rock star », « un face à face », « un tête à queue »?"""
    tokens = document.tokens
    if number >= len(tokens):
        return False
    tags = document.entry(number).tags
    if tags & NOUN and not tags & (ADJECTIVE | _VERB | PAST_PARTICIPLE | PREPOSITION | ADVERB):
        return True
    if tokens.lower[number] != "à" or number + 1 >= len(tokens):
        return False
    return bool(document.entry(number + 1).tags & NOUN) and not (
        document.entry(number + 1).tags & DETERMINER
    )

"""Elision missed: « que il », « de hypertension », « la Irlande »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.joins import near_signs
from mtqa.languages.fr.elision import elide, opens_with_vowel
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    ASPIRATED,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    FIRST_NAME,
    INFINITIVE,
    INTERJECTION,
    NOUN,
    NUMERAL,
    PLACE,
    PREPOSITION,
    PRONOUN,
    SINGULAR,
    Entry,
    lookup,
)
from mtqa.noun_phrases import opens_sentence
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["MissedElisionDetector"]

_INITIALS = frozenset("aeiouyhàâäéèêëîïôöûùœæ")
_SUBJECTS = frozenset(("il", "ils", "elle", "elles", "on"))
_BEFORE_SUBJECTS = _SUBJECTS | {"un", "une", "en"}
_FOLLOWERS = {
    "que": _BEFORE_SUBJECTS | {"à", "au", "aux", "avec", "y"},
    "lorsque": _BEFORE_SUBJECTS,
    "puisque": _BEFORE_SUBJECTS,
    "quoique": _BEFORE_SUBJECTS,
    "jusque": frozenset(("à", "au", "aux", "en", "ici", "où", "alors")),
    "de": frozenset("où y ici ailleurs abord autre autres elle elles eux un une".split()),
    "ce": frozenset(("est", "était", "étaient")),
}
"""Words that bring out the elision whatever else they may be."""
_CLASSES = {
    "le": NOUN | ADJECTIVE | INFINITIVE | FINITE,
    "la": NOUN | ADJECTIVE | INFINITIVE | FINITE,
    "du": NOUN | ADJECTIVE,
    "au": NOUN | ADJECTIVE,
    "de": NOUN | ADJECTIVE | INFINITIVE | PRONOUN,
    "que": NOUN | ADJECTIVE | FINITE | INFINITIVE | PRONOUN | PREPOSITION | ADVERB | DETERMINER,
    "je": FINITE,
    "ne": FINITE | INFINITIVE,
    "me": FINITE | INFINITIVE,
    "te": FINITE | INFINITIVE,
    "se": FINITE | INFINITIVE,
}
_CONTRACTED = {"du": "de", "au": "à"}
_ARTICLES = frozenset(("le", "la", "du", "au"))
_LETTERS = frozenset(("à", "a", "y", "ai", "as", "es", "eu", "où", "on", "un", "il", "en", "au"))
"""Words of one or two letters that are no abbreviation."""
_UNSTABLE = ("oui", "oua", "ou", "et", "un", "une", "ex", "iota", "ululer", "uhlan", "énième")
"""Words before which usage wavers, or which are rather spoken of than used."""
_ASPIRATED_TOO = (
    "honni", "houmous", "haussmann", "hambourg", "hallal", "hutu", "haram", "houa", "harissa",
)  # fmt: skip
"""Beginnings of words whose h is aspirated, as the lexicon does not tell."""
_FRENCH_ENDINGS = ("sion", "tion", "ance", "ence", "ique", "isme", "ité", "ure", "age")
_GREEK_H = ("hydr", "hyper", "hypo", "hémo", "horo", "homé", "homo", "hélico", "hormon")
"""Beginnings of learned words, which French shares with its neighbours, and with a mute h."""
_COMMON_ENOUGH = 25
_CONTINENTS = frozenset(("Europe", "Asie", "Afrique", "Amérique", "Océanie", "Antarctique"))
_FIRMS = frozenset(
    "Adidas Airbus Alibaba Alstom Amazon Android Apple Instagram Intel Interpol Ikea Uber".split()
)
_USUAL = 45
_KNOWN_NAME = 14
"""Ten times the Zipf frequency from which a name is one that Spanish texts use."""
_MENTIONS = frozenset(("ou", "et", ",", ")", "/", "»", "("))
"""After a pronoun, these show that it is only spoken of."""
_COUNTED = frozenset(
    "milliard million millier point cent pour tiers quart euro dollar degré an mois jour heure"
    " mètre kilomètre centimètre millimètre litre gramme kilo kilogramme hectare".split()
)
"""After « de un », these show that « un » is a number."""
_CODE = frozenset("._/=@\\([{-")


@parameters
class MissedElisionDetector:
    """A word that must lose its vowel and has kept it, before a French word."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every missed elision; names are less sure than other words."""
        tokens = document.tokens
        lower = tokens.lower
        last = len(tokens) - 1
        for word in sorted(_FOLLOWERS.keys() | _CLASSES.keys()):
            for number in tokens.index.get(word, ()):
                if number == last or lower[number + 1][0] not in _INITIALS:
                    continue
                following = tokens.forms[number + 1]
                if not _must_elide(word, following) or not _is_prose(document, number):
                    continue
                if _is_other(document, number, word, following):
                    continue
                if _is_first_name(following) and not near_signs(document, number):
                    continue
                text = _elided(tokens.forms[number], following, document.apostrophe)
                yield Hit.replacing(
                    document.span(number, number + 1), text, sure=following[0].islower()
                )


def _elided(word: str, following: str, apostrophe: str) -> str:
    preposition = _CONTRACTED.get(word.lower())
    if preposition is None:
        return elide(word, following, apostrophe)
    preposition = preposition.capitalize() if word[0].isupper() else preposition
    return f"{preposition} {elide('le', following, apostrophe)}"


@lru_cache(maxsize=1 << 14)
def _must_elide(word: str, following: str) -> bool:
    lower = following.lower().replace("’", "'")
    if lower in _FOLLOWERS.get(word, ()):
        return following.islower()
    if word not in _CLASSES or not opens_with_vowel(following):
        return False
    entry = lookup(lower)
    if following[0].isupper():
        return _is_elided_name(word, following, entry.tags)
    if _wavers(word, lower):
        return False
    if len(lower) < 3 and (lower not in _LETTERS or word in _ARTICLES or word == "de"):
        return False
    if lower not in _LETTERS and not _is_french(lower, entry):
        return False
    if word in _CONTRACTED and not entry.tags & SINGULAR:
        return False
    return bool(entry.tags & _CLASSES[word]) and not entry.tags & _excluded(word)


def _is_french(lower: str, entry: Entry) -> bool:
    """Is the word French here, for all that other languages may have it too?"""
    if lower.startswith(_ASPIRATED_TOO):
        return False
    if lower.endswith(_FRENCH_ENDINGS) or lower.startswith(_GREEK_H):
        return entry.fr >= _COMMON_ENOUGH
    foreign = max(entry.en, entry.es, entry.it)
    if lower[0] == "h" and entry.fr < foreign + 8:
        return False
    return entry.fr >= foreign - (3 if entry.fr >= 45 else 0)


def _wavers(word: str, lower: str) -> bool:
    """Does usage waver before this word (« du e-commerce »), or is it no French word here?"""
    if (word, lower) in (("de", "est"), ("de", "info"), ("que", "es")):
        return True
    if word in _CONTRACTED and lower[1:2] == "-":
        return True
    return lower.startswith(_UNSTABLE) and (lower in _UNSTABLE or lower[:3] in ("oui", "oua"))


def _excluded(word: str) -> int:
    excluded = INTERJECTION | CONJUNCTION | NUMERAL
    if word in _ARTICLES:
        excluded |= PRONOUN | DETERMINER | PREPOSITION | ADVERB
    return excluded | INFINITIVE if word in _CONTRACTED else excluded


def _is_elided_name(word: str, name: str, tags: int) -> bool:
    """Before a name, only what no usage leaves whole: « le Aurora », « la Irlande »."""
    if word in _ARTICLES and name[1:].islower() and _is_body(name):
        return True
    if len(name) < 4 or not name[1:].islower() or name[0] in "HYUŒ" or name[:2] in ("Ou", "Io"):
        return False
    if word == "le":
        return name[:2] not in ("Al", "El")
    if word in ("de", "que") and (name in _FIRMS or _is_foreign_name(name, tags)):
        return True
    return word in ("la", "de", "que", "du", "au") and (bool(tags & PLACE) or name in _CONTINENTS)


def _is_body(name: str) -> bool:
    """Is it a French noun that names of bodies begin with: « la Union Européenne »?"""
    entry = lookup(name.lower())
    other = DETERMINER | PRONOUN | NUMERAL | ADVERB | ASPIRATED
    return bool(entry.tags & NOUN and not entry.tags & other) and entry.fr >= _USUAL


def _is_foreign_name(name: str, tags: int) -> bool:
    """Is it a name that Spanish texts use, or a first name that French ones use no more?"""
    entry = lookup(name.lower())
    if tags & FIRST_NAME and entry.fr <= max(entry.es, entry.en) + 3:
        return True
    return entry.es >= _KNOWN_NAME and entry.es >= max(entry.fr, entry.en) + 3


def _is_first_name(following: str) -> bool:
    """« de Ivan », as people write, too?"""
    tags = lookup(following.lower()).tags
    return following[0].isupper() and bool(tags & FIRST_NAME) and not tags & (NOUN | PLACE)


def _is_prose(document: Document, number: int) -> bool:
    """Do the two words stand in running French, with a plain space between them?"""
    if document.gap(number) not in (" ", "\u00a0"):
        return False
    tokens = document.tokens
    end = tokens.ends[number + 1]
    if document.text[end : end + 1] in _CODE and document.text[end + 1 : end + 2].strip():
        return False
    start = tokens.starts[number]
    if "_" in tokens.forms[number + 1] or (start and document.text[start - 1] in _CODE):
        return False
    if tokens.forms[number].isupper() or (
        tokens.forms[number][0].isupper() and not opens_sentence(document, number)
    ):
        return False
    if tokens.lower[number] == "la" and number and _calls_for_noun(tokens.lower[number - 1]):
        return False
    return number == 0 or not _is_foreign(document, number - 1)


def _calls_for_noun(word: str) -> bool:
    """Is « la » the note after this word: « un la aigu », « le deuxième la est dièse »?"""
    return word in ("un", "le", "du", "au", "ce", "premier") or word.endswith("ième")


def _is_foreign(document: Document, number: int) -> bool:
    form = document.tokens.forms[number]
    if not form[0].isalpha():
        return False
    entry = document.entry(number)
    return not entry.tags and (form[0].isupper() or max(entry.en, entry.es, entry.it) > entry.fr)


def _is_name_of_person(document: Document, number: int) -> bool:
    """Is this a name, so that « de » is a part of a foreign one: « Diego de Almagro »?"""
    if number < 0 or not document.tokens.forms[number].istitle():
        return False
    entry = document.entry(number)
    return entry.known and not entry.common


def _is_other(document: Document, number: int, word: str, following: str) -> bool:
    """Is the word only spoken of (« que il ou elle »), the words English (« me a »), or the
    name a title, which is often left as it is (« le Eton Candle », « de Europe 1 »)?"""
    tokens = document.tokens
    after = tokens.forms[number + 2] if number + 2 < len(tokens) else ""
    if following in _SUBJECTS:
        return after in _MENTIONS
    if following in ("un", "une") and word == "de":
        rest = tokens.lower[number + 3 : number + 4]
        counts = after in _COUNTED or rest == ["à"]
        return counts or not lookup(after.lower()).tags & (NOUN | ADJECTIVE)
    if following in ("a", "y") and after[:1] in _MENTIONS | {".", ";", ":"}:
        return True
    if following == "a" and word in ("me", "te", "se"):
        return number > 0 and not document.entry(number - 1).tags & PRONOUN
    if following[0].islower():
        return False
    if word == "de" and _is_name_of_person(document, number - 1):
        return True
    if document.entry(number + 1).tags & FIRST_NAME:
        return False
    if word in _ARTICLES and _is_body(following):
        return False
    return after[:1].isupper() or after[:1].isdigit()

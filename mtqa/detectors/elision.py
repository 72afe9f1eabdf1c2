"""Elision missed (« que il ») or made where none may be (« l’haricot »)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.elision import CONTRACTIONS, elide, opens_with_vowel
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    ASPIRATED,
    CONJUNCTION,
    DETERMINER,
    FEMININE,
    FINITE,
    INFINITIVE,
    INTERJECTION,
    MASCULINE,
    NOUN,
    NUMERAL,
    PLACE,
    PREPOSITION,
    PRONOUN,
    SINGULAR,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["MissedElisionDetector", "WrongElisionDetector"]

_INITIALS = frozenset("aeiouyhàâäéèêëîïôöûùœæ")
_SUBJECTS = frozenset(("il", "ils", "elle", "elles", "on"))
_BEFORE_SUBJECTS = _SUBJECTS | {"un", "une", "en"}
_FOLLOWERS = {
    "que": _BEFORE_SUBJECTS | {"à", "au", "aux", "avec", "y"},
    "lorsque": _BEFORE_SUBJECTS,
    "puisque": _BEFORE_SUBJECTS,
    "quoique": _BEFORE_SUBJECTS,
    "jusque": frozenset(("à", "au", "aux", "en", "ici", "où", "alors")),
    "de": frozenset(("où", "y", "ici", "ailleurs", "abord", "autres", "elle", "elles", "eux")),
    "ce": frozenset(("est", "était", "étaient")),
}
"""Words that bring out the elision whatever else they may be."""
_CLASSES = {
    "le": NOUN | ADJECTIVE,
    "la": NOUN | ADJECTIVE,
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
_CONTINENTS = frozenset(("Europe", "Asie", "Afrique", "Amérique", "Océanie", "Antarctique"))
_MENTIONS = frozenset(("ou", "et", ",", ")", "/", "»", "("))
"""After a pronoun, these show that it is only spoken of."""
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
    foreign = max(entry.en, entry.es, entry.it)
    if entry.fr < foreign - (3 if entry.fr >= 45 else 0) and lower not in _LETTERS:
        return False
    if lower[0] == "h" and (entry.fr < foreign + 8 or lower.startswith(_ASPIRATED_TOO)):
        return False
    if word in _CONTRACTED and not entry.tags & SINGULAR:
        return False
    return bool(entry.tags & _CLASSES[word]) and not entry.tags & _excluded(word)


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
    if len(name) < 4 or not name[1:].islower() or name[0] in "HYUŒ" or name[:2] in ("Ou", "Io"):
        return False
    if word == "le":
        return name[:2] not in ("Al", "El")
    return word in ("la", "de", "que", "du", "au") and (bool(tags & PLACE) or name in _CONTINENTS)


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
        tokens.forms[number][0].isupper() and document.sentence_of(number).first != number
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


def _is_other(document: Document, number: int, word: str, following: str) -> bool:
    """Is the word only spoken of (« que il ou elle »), the words English (« me a »), or the
    name a title, which is often left as it is (« le Eton Candle », « de Europe 1 »)?"""
    tokens = document.tokens
    after = tokens.forms[number + 2] if number + 2 < len(tokens) else ""
    if following in _SUBJECTS:
        return after in _MENTIONS
    if following in ("a", "y") and after[:1] in _MENTIONS | {".", ";", ":"}:
        return True
    if following == "a" and word in ("me", "te", "se"):
        return number > 0 and not document.entry(number - 1).tags & PRONOUN
    return following[0].isupper() and (after[:1].isupper() or after[:1].isdigit())


_HEADS = {
    "l'": "", "d'": "de", "qu'": "que", "j'": "je", "n'": "ne", "s'": "se", "m'": "me",
    "t'": "te", "jusqu'": "jusque", "lorsqu'": "lorsque", "puisqu'": "puisque",
}  # fmt: skip
_FREE = frozenset(
    """
    hyène hyènes ouate ouates hiatus haïtien haïtienne haïtiens haïtiennes hiéroglyphe
    hiéroglyphes hindi hertz hic hélas have home hilaire huis hurricane hallali hallux hadji
    hadj hast heurt harpie harpies ouistiti ouistitis hameçon huguenot huguenots huguenote
    huguenotes
    """.split()
)
"""Words whose h is aspirated by some dictionaries only, or in some uses."""
_NO_H = {"onze": "l'", "onzième": "l'", "oui": "l'", "yaourt": "", "yaourts": "", "yoga": ""}
"""Other words without elision; « d’onze heures » and « qu’oui » are old and right."""


_NAMES = {
    "hollande": "la", "hongrie": "la", "havane": "la", "haye": "la", "hesse": "la",
    "honduras": "le", "hainaut": "le", "havre": "le", "hanovre": "le", "hambourg": "le",
}  # fmt: skip
"""Places with an aspirated h, and their article."""


@parameters
class WrongElisionDetector:
    """An elided word before an aspirated h, « onze », « oui » or « yaourt »."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every wrong elision."""
        tokens = document.tokens
        for form, numbers in tokens.index.items():
            if form[0] not in "hoy" or not (form in _NAMES or _refuses_elision(form)):
                continue
            for number in numbers:
                head = tokens.lower[number - 1] if number else ""
                if head not in _HEADS or tokens.forms[number].islower() == (form in _NAMES):
                    continue
                if form in _NO_H and not head.startswith(_NO_H[form]):
                    continue
                yield _whole(document, number, head)


@lru_cache(maxsize=1 << 12)
def _refuses_elision(form: str) -> bool:
    if form in _NO_H:
        return True
    entry = lookup(form)
    return form[0] == "h" and bool(entry.tags & ASPIRATED) and form not in _FREE and len(form) > 3


def _whole(document: Document, number: int, head: str) -> Hit:
    """« l’handicap » → « le handicap »; the gender of the noun decides between le and la."""
    tags = document.entry(number).tags
    if head != "l'":
        words = [_HEADS[head]]
    elif document.tokens.lower[number] in _NAMES:
        words = [_NAMES[document.tokens.lower[number]]]
    elif tags & NUMERAL:
        words = ["le"]
    else:
        words = ["le"] * bool(tags & MASCULINE) + ["la"] * bool(tags & FEMININE)
        words = words or ["le", "la"]
    sure = len(words) == 1 and bool(tags & (NOUN | ADJECTIVE))
    before = document.tokens.lower[number - 2] if number > 1 else ""
    first = number - 1
    if head == "l'" and before in ("à", "de"):
        first -= 1
        words = [CONTRACTIONS.get((before, word), f"{before} {word}") for word in words]
    if document.tokens.forms[first][0].isupper():
        words = [word.capitalize() for word in words]
    texts = [f"{word} {document.tokens.forms[number]}" for word in words]
    return Hit.replacing(document.span(first, number), *texts, sure=sure)

"""What stands around a foreign word: French enough, and which gender and number it has."""

from __future__ import annotations

from mtqa.languages.fr.foreign import LONGEST_MENTION, leans_to_french, reads_as_french
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    FEMININE,
    FINITE,
    MASCULINE,
    NOUN,
    NUMERAL,
    PAST_PARTICIPLE,
    PLURAL,
    PREPOSITION,
    SINGULAR,
    lookup,
)
from mtqa.text import Document

__all__ = ["is_used_in_french", "joins_figures", "may_be_verb", "noun_beside", "opens_date"]

_PROOF = 2
"""How many words close by must lean to French."""
_SHORT = 9
"""A sentence of fewer tokens does not tell its language: the text around it does."""
_REACH = 40


_GENDERS = {
    **dict.fromkeys("le un ce cet du au".split(), "m"),
    **dict.fromkeys("la une cette sa ma ta".split(), "f"),
    **dict.fromkeys("les des ces ses mes tes nos vos leurs aux deux trois".split(), "p"),
}
"""Determiner → the gender that it shows, or that it is plural."""


_BEFORE_NO_VERB = frozenset(
    "un une des du ce cette ces mon ton son ma ta sa mes tes ses de d'".split()
)
"""Words that a noun follows and no verb with a person does."""
_CLITIC_ARTICLES = frozenset(("le", "la", "l'", "les"))
_ARTICLES = frozenset(("un", "une", "le", "la", "l'", "cette", "ce", "cet", "ces", "les", "des"))
_KINDS = frozenset(
    "mot terme mesure unité monnaie plat boisson danse fête tradition coutume costume jeu gâteau"
    " pain vin fromage instrument nom appellation sorte espèce surnom soupe sauce chant vêtement"
    " marché repas équivalent moment rite".split()
)
"""What a foreign word that is used on purpose is said to be."""
_BESIDE_NOUNS = NOUN | ADJECTIVE | ADVERB | PAST_PARTICIPLE | NUMERAL
_BEFORE_NOUN = frozenset("de d' dans sur avec par à en vers sous sans contre selon pendant".split())
"""Prepositions before which « la » is no pronoun."""


def is_used_in_french(
    document: Document, first: int, last: int, language: str, near: int, *, sure: bool
) -> bool:
    """Does the stretch stand in French, and is it used rather than quoted?

    Of the words up to `near` tokens away in its sentence some must lean to French; one is
    enough if the word is `sure` to be foreign.
    """
    tokens = document.tokens
    sentence = document.sentence_of(first)
    around = [*range(first - near, first), *range(last + 1, last + near + 1)]
    words = [
        tokens.lower[n]
        for n in around
        if sentence.first <= n < sentence.last and tokens.forms[n][0].isalpha()
    ]
    proof = 1 if sure else _PROOF
    return (
        sum(leans_to_french(word, language) for word in words) >= proof
        and not _describes_foreign_noun(document, first)
        and not _is_explained(document, last)
        and reads_as_french(_company(document, first, last, wide=sure))
        and not document.is_set_off(first, last, LONGEST_MENTION)
    )


def _describes_foreign_noun(document: Document, token: int) -> bool:
    """Does it follow an article and what is no French noun: « la pars urbana »?"""
    lower = document.tokens.lower
    if token < 3 or not lower[token - 1].isalpha():
        return False
    article = lower[token - 2] in _BEFORE_NO_VERB or (
        lower[token - 2] in _CLITIC_ARTICLES
        and (not lower[token - 3].isalpha() or lower[token - 3] in _BEFORE_NOUN)
    )
    return article and not lookup(lower[token - 1]).tags & _BESIDE_NOUNS


def _is_explained(document: Document, token: int) -> bool:
    """Does the sentence go on to say what this is: « la vara, l’ancienne mesure espagnole »?"""
    lower = document.tokens.lower[token + 1 : token + 6]
    if lower[:1] != [","]:
        return False
    if lower[1:3] in (["c'", "est"], ["ce", "sont"]):
        return True
    return len(lower) > 1 and lower[1] in _ARTICLES and not _KINDS.isdisjoint(lower[2:5])


def _company(document: Document, first: int, last: int, *, wide: bool) -> list[str]:
    company = document.company(first, last)
    if len(company) >= _SHORT or not wide:
        return company
    lower = document.tokens.lower
    return lower[max(0, first - _REACH) : first] + lower[last + 1 : last + 1 + _REACH]


def joins_figures(document: Document, token: int) -> bool:
    """Does the word stand between two figures of a French sentence: « 2 to 3 semaines »?"""
    forms = document.tokens.forms
    sentence = document.sentence_of(token)
    return (
        sentence.first < token < sentence.last - 1
        and forms[token - 1][0].isdigit()
        and forms[token + 1][0].isdigit()
        and reads_as_french(document.company(token, token))
        and not document.is_set_off(token, token, LONGEST_MENTION)
    )


def noun_beside(document: Document, token: int) -> str:
    """Gender and number of the French noun right before or after, so far as it is certain."""
    lower = document.tokens.lower
    for beside in (token - 1, token + 1):
        tags = lookup(lower[beside]).tags if 0 <= beside < len(lower) else 0
        if tags & NOUN and not tags & (PREPOSITION | ADVERB):
            led = _GENDERS.get(lower[beside - 1 - (beside > token)] if beside > 1 else "", "")
            plural = led == "p" or (tags & PLURAL and not tags & SINGULAR)
            if bool(tags & MASCULINE) != bool(tags & FEMININE):
                return ("m" if tags & MASCULINE else "f") + ("p" if plural else "s")
            return "mp" if plural else led and led + "s"
    return ""


def may_be_verb(document: Document, token: int) -> bool:
    """Is the word a French verb form too, where a verb may stand: « il l'enferma », « planta »?"""
    if not document.entry(token).tags & FINITE:
        return False
    before = document.tokens.lower[max(token - 2, 0) : token]
    if not before or before[-1] in _BEFORE_NO_VERB:
        return not before
    article = token - 1
    opens = article == document.sentence_of(token).first
    led = opens or (len(before) > 1 and before[0] in _BEFORE_NOUN)
    return not (before[-1] in _CLITIC_ARTICLES and led)


def opens_date(document: Document, token: int) -> bool:
    """Does a figure stand here, before a French noun: « el 20 octobre »?"""
    tokens = document.tokens
    after = tokens.lower[token + 1] if token + 1 < len(tokens) else ""
    return tokens.forms[token].isdigit() and bool(lookup(after).tags & NOUN)

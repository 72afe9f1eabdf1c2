"""A reader called « vous » throughout, and « tu » in a sentence or two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa import lexicon
from mtqa.findings import Hit
from mtqa.languages.fr.edges import apostrophe_of
from mtqa.languages.fr.elision import elide
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["MixedAddress"]

_FORMAL = ("vous", "votre", "vos", "-vous")
_FAMILIAR = ("tu", "-tu", "-toi", "toi", "te", "t'", "ton", "ta", "tes")
_OWNED = {"ton": "votre", "ta": "votre", "tes": "vos"}
_CLITICS = {"n'": "ne", "l'": "le", "m'": "me", "t'": "vous", "te": "vous"} | {
    word: word for word in ("ne", "le", "la", "les", "y", "en", "me", "lui", "leur", "nous")
}
"""What may stand between « tu » and its verb → the same for « vous »."""
_ARTICLES = frozenset(["le", "un", "du", "au", "ce", "son", "mon", "même", "quel"])
_OF_VOICE = frozenset(
    "en changer change changez changeait changement changements question différence rupture"
    " unité égalité nuance demi-ton plus moins sans quel hausse".split()
)
"""What stands a word or two before « ton », the noun."""
_MODELS = {
    "Ip2s": "parlez", "Iq2s": "parliez", "If2s": "parlerez", "K2s": "parleriez",
    "Sp2s": "parliez", "E2s": "parlez",
}  # fmt: skip
"""What a form of the second person singular is → a verb that is so in the plural."""
_DASHES = frozenset("-–—―")
_TOPICS = (
    "e-mail", "courriel", "site", "compte", "application", "appli", "bouton", "menu", "page",
    "fichier", "commande", "formulaire", "abonnement", "livraison", "client", "clients", "panier",
    "téléphone", "ligne", "paramètres", "écran", "garantie", "facture", "euros", "€", "minutes",
    "cookies", "internet", "données", "inscription", "réservation", "billet", "produit", "notice",
    "appareil", "batterie", "logiciel", "hôtel", "musée", "recette", "robot", "boutique", "magasin",
    "visiteurs", "utilisateur", "utilisateurs", "licence", "serveur", "version", "four", "accueil",
    "tarif", "tarifs", "abonnés",
)  # fmt: skip
"""What texts that instruct a reader of today speak of, and verse and novels do not."""

_TOPIC_SET = frozenset(_TOPICS)
_FIRST = frozenset(("je", "j'", "moi", "-je"))
_MOST = 12
_READ = 4 * _MOST
"""Words that say « tu », at most, where they are slips; and so many that are looked at."""
_REACH, _TALK, _LEAST = 200, 30, 3


@parameters
class MixedAddress:
    """The familiar « tu » among many formal « vous », with the « vous » form.

    Only in texts that instruct their reader: « vous » and imperatives are frequent, « tu » is
    rare. Quotations and lines that begin with a dash are left alone.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each group of words that say « tu »."""
        groups = _groups(document)
        if not groups:
            return
        formal = _formal(document)
        rare = formal >= max(4, 3 * len(groups)) and _may_instruct(document)
        for first, last, text in groups:
            if (rare and _is_among_formal(document, first)) or (
                len(groups) == 1 and formal >= _LEAST and _follows_order(document, first)
            ):
                yield Hit.replacing(document.span(first, last), _like_case(document, first, text))


def _groups(document: Document) -> list[tuple[int, int, str]]:
    """Where the text says « tu », and what it becomes; nothing where it often does."""
    familiar = document.tokens.positions(_FAMILIAR)
    groups: list[tuple[int, int, str]] = []
    for number in familiar if len(familiar) <= _READ else ():
        if _is_plain(document, number):
            group = _group(document, number)
            if group is not None and (not groups or group[0] > groups[-1][1]):
                groups.append(group)
    return groups if len(groups) <= _MOST else []


def _follows_order(document: Document, number: int) -> bool:
    """Does its sentence begin with an order to « vous »: « Venez la voir, tu verras »?"""
    first = document.sentence_of(number).first
    return first < number and _is_order(document, first)


def _may_instruct(document: Document) -> bool:
    """Is this a text of today that speaks to its reader often, and no dialogue?"""
    tokens = document.tokens
    if len(tokens.positions(_TOPICS)) < 2:
        return False
    dashes = sum(tokens.forms[block.first] in _DASHES for block in document.paragraphs)
    often = len(tokens.positions(_FORMAL)) + len(_orders(document))
    return 60 * often >= document.words and 2 * dashes < len(document.paragraphs)


def _is_among_formal(document: Document, number: int) -> bool:
    """Do « vous » and such a topic stand near, and no « je » as in talk: files get joined?"""
    near = document.tokens.lower[max(0, number - _REACH) : number + _REACH]
    formal = sum(word in _FORMAL or word.endswith("ez") for word in near)
    talk = document.tokens.lower[max(0, number - _TALK) : number + _TALK]
    return formal >= _LEAST and not _TOPIC_SET.isdisjoint(near) and _FIRST.isdisjoint(talk)


def _orders(document: Document) -> list[int]:
    """The tokens that begin a sentence with an order: « Cliquez »."""
    starts = (sentence.first for sentence in document.sentences)
    return [first for first in starts if _is_order(document, first)]


def _is_order(document: Document, first: int) -> bool:
    """Is this token, which begins a sentence, an order to « vous »?"""
    if not document.tokens.lower[first].endswith("ez"):
        return False
    return bool(document.entry(first).tags & (lexicon.IMPERATIVE | lexicon.FINITE))


def _formal(document: Document) -> int:
    """How often the text calls its reader « vous »."""
    words = document.tokens.positions(_FORMAL)
    return sum(_is_plain(document, number) for number in words) + len(_orders(document))


def _is_plain(document: Document, number: int) -> bool:
    """Is this no part of a quotation, nor of a line of dialogue, nor in capitals?"""
    opening = document.tokens.forms[document.paragraph_of(number).first]
    form = document.tokens.forms[number].strip("-'’")
    return (
        opening not in _DASHES
        and form[1:].islower() | (len(form) == 1)
        and document.quote_around(number) is None
    )


def _group(document: Document, number: int) -> tuple[int, int, str] | None:
    """First and last token of the words that change with this one, and what they become."""
    tokens = document.tokens
    word, before = tokens.lower[number], tokens.lower[number - 1] if number else ""
    if word == "tu":
        return None if before in _AUXILIARIES else _with_subject(document, number)
    if word in ("-tu", "-toi"):
        verb = _plural(before, imperative=word == "-toi")
        return (number - 1, number, f"{verb}-vous") if verb else None
    if number + 1 == len(tokens):
        return None
    after = document.entry(number + 1).tags
    if word in _OWNED:
        if before in _ARTICLES or not after & (lexicon.NOUN | lexicon.ADJECTIVE):
            return None
        if number > 1 and not _OF_VOICE.isdisjoint(tokens.lower[number - 2 : number]):
            return None
        order = _plural(before, imperative=True) if _opens_clause(document, number - 1) else None
        if order:
            return number - 1, number, f"{order} {_OWNED[word]}"
        return number, number, _OWNED[word]
    if word == "toi":
        return number, number, "vous"
    if after & (lexicon.FINITE | lexicon.INFINITIVE):
        return number, number, "vous" if word == "te" else "vous "
    return None


_AUXILIARIES = frozenset("est sont était étaient sera suis es s'est fut ai a as avait".split())


def _with_subject(document: Document, number: int) -> tuple[int, int, str] | None:
    """« tu ne le reçois » → « vous ne le recevez »."""
    tokens = document.tokens
    words = ["vous"]
    for at in range(number + 1, min(number + 5, len(tokens))):
        word = tokens.lower[at]
        if word in _CLITICS:
            words.append(_CLITICS[word])
            continue
        verb = _plural(word, imperative=False)
        if verb is None:
            return None
        text = verb
        for clitic in reversed(words):
            text = elide(clitic, text, apostrophe_of(document.text))
        return number, at, text
    return None


def _plural(verb: str, *, imperative: bool) -> str | None:
    """The form for « vous » of a verb form for « tu »."""
    for lemma, feature in lexicon.readings(verb):
        if feature in _MODELS and (feature == "E2s") == imperative:
            forms = lexicon.inflect(lemma, _MODELS[feature])
            polite = [form for form in forms if form.endswith(("ez", "tes"))]
            if polite:
                return polite[0]
    return None


def _opens_clause(document: Document, number: int) -> bool:
    """Does this token begin a clause, as an order does?"""
    if number < 0 or number == document.sentence_of(number).first:
        return number >= 0
    return document.tokens.lower[number - 1] in (",", ";", ":", "et", "puis", "ou", "alors")


def _like_case(document: Document, first: int, text: str) -> str:
    return text[0].upper() + text[1:] if document.tokens.forms[first][0].isupper() else text

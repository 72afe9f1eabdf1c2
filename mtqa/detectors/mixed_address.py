"""A reader called « vous » throughout, and « tu » in a sentence or two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from mtqa import lexicon
from mtqa.address import (
    CLOSINGS,
    Group,
    formal_verb,
    has_dialogue,
    is_plain,
    merged,
    with_subject,
)
from mtqa.findings import Hit
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
_TOPICS = (
    "e-mail", "courriel", "site", "compte", "application", "appli", "bouton", "menu", "page",
    "fichier", "commande", "formulaire", "abonnement", "livraison", "client", "clients", "panier",
    "téléphone", "ligne", "paramètres", "écran", "garantie", "facture", "euros", "€", "minutes",
    "cookies", "internet", "données", "inscription", "réservation", "billet", "produit", "notice",
    "appareil", "batterie", "logiciel", "hôtel", "musée", "recette", "robot", "boutique", "magasin",
    "visiteurs", "utilisateur", "utilisateurs", "licence", "serveur", "version", "four", "accueil",
    "tarif", "tarifs", "abonnés", "pharmacien", "comprimé", "comprimés", "symptômes", "aspirateur",
    "câble", "piles", "farine", "casserole", "réfrigérateur", "randonnée", "parking", "aéroport",
    "camping", "vélos", "forum", "vidéo", "vidéos", "sms", "pdf", "employeur", "salarié",
    "salariés", "virement", "touristes", "confidentialité", "identifiant", "connexion",
    "smartphone", "capteur", "tablette", "ordinateur", "caméra", "chargeur",
)  # fmt: skip
"""What texts that instruct a reader of today speak of, and verse and novels do not."""

_TOPIC_SET = frozenset(_TOPICS)
_FIRST = frozenset(("je", "j'", "moi", "-je"))
_ONE_AUTHOR = 3000
"""A text of up to so many words may be taken for one author's."""
_MOST = 12
_READ = 4 * _MOST
"""Words that say « tu », at most, where they are slips; and so many that are looked at."""
_REACH, _TALK, _LEAST = 200, 30, 3
_BESIDE = frozenset("bien toujours jamais ensuite maintenant alors simplement plutôt aussi".split())
"""Adverbs behind an order."""
_OF = frozenset(["de", "d'", "du", "des"])
_FORBIDDEN = frozenset("oublie hésite utilise essaie tente touche laisse ajoute".split())
"""Verbs of orders « n’oublie pas », which do not tell what a program does."""


@parameters
class MixedAddress:
    """The familiar « tu » among many formal « vous », with the « vous » form.

    Only in texts that instruct their reader: « vous » and imperatives are frequent, « tu » is
    rare. Quotations and lines that begin with a dash are left alone.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each group of words that say « tu »."""
        orders = _orders(document)
        groups = _groups(document, orders)
        if not groups:
            return
        formal = _formal(document, orders)
        rare = formal >= max(_LEAST, 2 * len(groups)) and _may_instruct(document, orders)
        for first, last, text in groups:
            if (rare and _is_among_formal(document, first)) or (
                len(groups) == 1 and formal >= _LEAST and _follows_order(document, first)
            ):
                yield Hit.replacing(document.span(first, last), _like_case(document, first, text))


def _groups(document: Document, orders: list[int]) -> list[Group]:
    """Where the text says « tu », and what it becomes; nothing where it often does."""
    familiar = document.tokens.positions(_FAMILIAR)
    formal = familiar or orders or document.is_about(_FORMAL)
    if len(familiar) > _READ or not formal:
        return []
    found = [_group(document, number) for number in familiar if is_plain(document, number)]
    found += [_order(document, number) for number in _verbs(document)]
    groups: list[Group] = []
    for group in sorted(filter(None, found)):
        if not groups or group.first > groups[-1].last:
            groups.append(group)
    return merged(document, groups) if len(groups) <= _MOST else []


def _verbs(document: Document) -> Iterator[int]:
    """The tokens where an order may stand: at the head of a sentence, after a comma or the like."""
    lower = document.tokens.lower
    for first, last in document.sentences if document.words <= _ONE_AUTHOR else ():
        at = first
        while at < last - 1 and not lower[at][0].isalpha():
            at += 1
        yield at + (lower[at] in ("n'", "ne"))
    for number in document.tokens.positions((",", ";", ":")):
        if document.words <= _ONE_AUTHOR and number + 2 < len(lower):
            yield number + 1


def _order(document: Document, number: int) -> Group | None:
    """« préviens votre chef », « referme-la », « n’oublie pas », among orders to « vous »."""
    tokens = document.tokens
    if number + 1 >= len(tokens):
        return None
    verb, after = tokens.lower[number], tokens.lower[number + 1]
    entry = document.entry(number)
    if entry.tags & (lexicon.PREPOSITION | lexicon.ADVERB | lexicon.DETERMINER):
        return None
    formal = formal_verb(verb, imperative=True) if entry.tags & lexicon.COMMON else None
    if formal is None or formal == verb or not is_plain(document, number):
        return None
    sentence = document.sentence_of(number)
    before = tokens.lower[number - 1] if number > sentence.first else ""
    words = tokens.lower[sentence.first : sentence.last]
    if not _FIRST.isdisjoint(words) or "il" in words[: number - sentence.first]:
        return None
    if before in ("n'", "ne"):
        told = verb in _FORBIDDEN
    elif after in CLOSINGS:
        told = True
    elif entry.tags & lexicon.NOUN or after in _OF:
        told = False
    elif document.entry(number + 1).tags & lexicon.DETERMINER or after in _BESIDE:
        third = any(feature == "Ip3s" for _, feature in lexicon.readings(verb))
        told = not third or (not before.isalpha() and _goes_on_formally(words))
    else:
        told = False
    return Group(number, number, formal) if told else None


def _goes_on_formally(words: list[str]) -> bool:
    """Does the sentence go on with another order: « Retire les vis, puis soulevez »?"""
    return any(
        word.endswith("ez") and before in ("puis", "et", ",", "ou")
        for before, word in pairwise(words)
    )


def _follows_order(document: Document, number: int) -> bool:
    """Does its sentence begin with an order to « vous »: « Venez la voir, tu verras »?"""
    first = document.sentence_of(number).first
    return first < number and _is_order(document, first)


def _may_instruct(document: Document, orders: list[int]) -> bool:
    """Is this a text of today that speaks to its reader often, and no dialogue?"""
    tokens = document.tokens
    topics = len(tokens.positions(_TOPICS))
    if not topics or topics + len(orders) < 2:
        return False
    often = len(tokens.positions(_FORMAL)) + len(orders)
    scripture = document.is_about(("éternel", "seigneur"))
    return 110 * often >= document.words and not has_dialogue(document) and not scripture


def _is_among_formal(document: Document, number: int) -> bool:
    """Do « vous » and such a topic stand near, and no « je » as in talk: files get joined?"""
    near = document.tokens.lower[max(0, number - _REACH) : number + _REACH]
    formal = sum(word in _FORMAL or word.endswith("ez") for word in near)
    talk = document.tokens.lower[max(0, number - _TALK) : number + _TALK]
    about = not _TOPIC_SET.isdisjoint(near)
    return formal >= _LEAST and about and _FIRST.isdisjoint(talk)


def _orders(document: Document) -> list[int]:
    """The tokens that begin a sentence with an order: « Cliquez »."""
    starts = (sentence.first for sentence in document.sentences)
    return [first for first in starts if _is_order(document, first)]


def _is_order(document: Document, first: int) -> bool:
    """Is this token, which begins a sentence, an order to « vous »?"""
    if not document.tokens.lower[first].endswith("ez"):
        return False
    return bool(document.entry(first).tags & (lexicon.IMPERATIVE | lexicon.FINITE))


def _formal(document: Document, orders: list[int]) -> int:
    """How often the text calls its reader « vous »."""
    words = document.tokens.positions(_FORMAL)
    return sum(is_plain(document, number) for number in words) + len(orders)


def _group(document: Document, number: int) -> Group | None:
    """The words that change with this one, and what they become."""
    tokens = document.tokens
    word, before = tokens.lower[number], tokens.lower[number - 1] if number else ""
    if word == "tu":
        return None if before in _AUXILIARIES else _with_subject(document, number)
    if word in ("-tu", "-toi"):
        verb = formal_verb(before, imperative=word == "-toi")
        return Group(number - 1, number, f"{verb}-vous") if verb else None
    if number + 1 == len(tokens):
        return None
    after = document.entry(number + 1).tags
    if word in _OWNED:
        return _owned(document, number)
    if word == "toi":
        return Group(number, number, "vous")
    if after & (lexicon.FINITE | lexicon.INFINITIVE):
        return Group(number, number, "vous" if word == "te" else "vous ")
    return None


def _owned(document: Document, number: int) -> Group | None:
    """« vérifie ton compte » → « vérifiez votre compte »."""
    lower = document.tokens.lower
    word, before = lower[number], lower[number - 1] if number else ""
    noun = document.entry(number + 1).tags & (lexicon.NOUN | lexicon.ADJECTIVE)
    if before in _ARTICLES or not noun:
        return None
    if number > 1 and not _OF_VOICE.isdisjoint(lower[number - 2 : number]):
        return None
    opens = number and _opens_clause(document, number - 1)
    order = formal_verb(before, imperative=True) if opens else None
    if order:
        return Group(number - 1, number, f"{order} {_OWNED[word]}")
    return Group(number, number, _OWNED[word])


_AUXILIARIES = frozenset("est sont était étaient sera suis es s'est fut ai a as avait".split())


def _with_subject(document: Document, number: int) -> Group | None:
    return with_subject(
        document, number, "vous", _CLITICS, lambda verb: formal_verb(verb, imperative=False)
    )


def _opens_clause(document: Document, number: int) -> bool:
    """Does this token begin a clause, as an order does?"""
    if number < 0 or number == document.sentence_of(number).first:
        return number >= 0
    return document.tokens.lower[number - 1] in (",", ";", ":", "et", "puis", "ou", "alors")


def _like_case(document: Document, first: int, text: str) -> str:
    return text[0].upper() + text[1:] if document.tokens.forms[first][0].isupper() else text

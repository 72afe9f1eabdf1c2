"""Infinitive and past participle in each other's place: « il a décider », « pour trouvé »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    FEMININE,
    FINITE,
    INFINITIVE,
    MASCULINE,
    NOUN,
    PAST_PARTICIPLE,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    SINGULAR,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = [
    "BareParticipleDetector",
    "InfinitiveAfterAuxiliaryDetector",
    "ParticipleAfterPrepositionDetector",
]

_AUXILIARIES = (
    "ai", "as", "a", "avons", "avez", "ont", "avait", "avaient", "aura", "auront", "aurait",
    "auraient",
)  # fmt: skip
_SUBJECTS = frozenset("j' n' tu il elle on nous vous ils elles qui".split())
_CLITICS = frozenset("ne n' y lui leur nous vous les l' m' t'".split())
_ADVERBS = frozenset("pas jamais déjà toujours aussi bien également encore".split())
_MODALS = (
    "peut", "peuvent", "pouvait", "pouvaient", "pourra", "pourront", "pourrait", "pourraient",
    "doit", "doivent", "devait", "devaient", "devra", "devront", "devrait", "devraient",
    "pouvez", "pouvons", "pourrez", "devez", "devons", "devrez", "veuillez", "faut", "faudra",
)  # fmt: skip
"""Verbs that no past participle can follow."""
_PREPOSITIONS = {
    "pour": ("pour",), "sans": ("sans",), "de": ("afin", "avant"), "d'": ("afin", "avant"),
}  # fmt: skip
"""Word right before the verb → what it or the word before it must be."""
_GOVERNORS = {
    "de": frozenset(
        """
        possible impossible nécessaire facile difficile important essentiel utile interdit permet
        permettent permettra permis capable capables afin avant décidé essayé tenté choisi refusé
        accepté oublier oubliez conseillé recommandé moyen façon possibilité capacité essaie essaye
        essayez continue cesse vient viennent venez propose proposent promis merci prière conseille
        recommande évitez éviter suffit convient empêche risque
        """.split()
    ),
    "à": frozenset(
        """
        commencé commence commencent commencez aide aident aider apprendre appris apprend apprenez
        réussi réussit réussir parvenu parvient parvenir continue continué continuez prêt prêts
        prête facile faciles difficile difficiles invité invités cherche cherchent chercher visant
        consiste consistent sert servent autorisé autorisés amené reste restent aidez
        """.split()
    ),
}
"""Preposition → words with which it calls for an infinitive, whatever follows."""


_BE = ("est", "sont", "était", "étaient", "sera", "seront", "serait", "seraient")
_BEFORE_BE = frozenset("pour d' de doit doivent peut peuvent pouvoir devoir va vont à".split())
_REACH = 6
_PLURAL_BE = frozenset(("sont", "étaient", "seront", "seraient"))
_PLURAL_FORMS = _PLURAL_BE | {"ont", "avaient", "auront", "auraient", "doivent", "peuvent"}


@parameters
class InfinitiveAfterAuxiliaryDetector:
    """A form of « avoir » or « être », its subject, and an infinitive in -er that is no noun."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such infinitive."""
        tokens = document.tokens
        for auxiliary in tokens.positions(_AUXILIARIES):
            if _is_followed(document, auxiliary) and _has_subject(document, auxiliary):
                verb = _after_adverb(document, auxiliary)
                yield Hit.replacing(document.span(verb, verb), tokens.forms[verb][:-2] + "é")
        for auxiliary in tokens.positions((*_BE, "été", "être")):
            if _is_followed(document, auxiliary) and _is_passive(document, auxiliary):
                verb = _after_adverb(document, auxiliary)
                texts = [tokens.forms[verb][:-2] + ending for ending in _endings(document, verb)]
                yield Hit.replacing(document.span(verb, verb), *texts)


def _is_followed(document: Document, auxiliary: int) -> bool:
    """Does an infinitive in -er stand after the auxiliary?"""
    tokens = document.tokens
    verb = _after_adverb(document, auxiliary)
    if verb >= len(tokens) or tokens.forms[verb][0].isupper() or document.gap(verb - 1) != " ":
        return False
    return _is_only(tokens.lower[verb], "er", INFINITIVE)


def _is_passive(document: Document, auxiliary: int) -> bool:
    """Is this form of « être » an auxiliary, and no « vivre est aimer », « n’est pas jouer »?"""
    lower = document.tokens.lower
    before = lower[auxiliary - 1] if auxiliary else ""
    if lower[auxiliary] == "été":
        return before in _AUXILIARIES or before in ("avoir", "ayant")
    if lower[auxiliary] == "être":
        adverb = before == "peut" and lower[auxiliary - 2] in _MODALS
        return before in _BEFORE_BE and not adverb
    start = max(document.sentence_of(auxiliary).first, auxiliary - _REACH)
    near = lower[start:auxiliary]
    if not near or before in ("c'", "n'", "ne", "ce", "l'", "-", "qu'"):
        return False
    return not any(lookup(word).tags & INFINITIVE for word in near)


def _endings(document: Document, verb: int) -> tuple[str, str]:
    """The endings of the participle, that of the nearest noun’s gender first."""
    lower = document.tokens.lower
    start = max(document.sentence_of(verb).first, verb - _REACH)
    plural = "s" if not _PLURAL_FORMS.isdisjoint(lower[start:verb]) else ""
    feminine = ("ée" + plural, "é" + plural)
    for number in range(verb - 1, start - 1, -1):
        tags = lookup(lower[number]).tags
        if lower[number] in ("elle", "elles"):
            return feminine
        if tags & (NOUN | PRONOUN) and bool(tags & MASCULINE) != bool(tags & FEMININE):
            return feminine if tags & FEMININE else feminine[::-1]
    return feminine[::-1]


@parameters
class ParticipleAfterPrepositionDetector:
    """« pour », « sans », « afin de », « avant de », a participle in -é, and its object; or a
    form of « pouvoir » or « devoir » and such a participle."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such participle."""
        tokens = document.tokens
        for word, heads in _PREPOSITIONS.items():
            for number in tokens.index.get(word, ()):
                if tokens.lower[number if word in heads else number - 1] not in heads:
                    continue
                verb = number + 1
                if verb + 1 >= len(tokens):
                    continue
                if not _is_only(tokens.lower[verb], "é", PAST_PARTICIPLE):
                    continue
                if document.entry(verb + 1).tags & DETERMINER and document.gap(verb) == " ":
                    yield _infinitive(document, verb)
        yield from self._after_governors(document)
        for modal in tokens.positions(_MODALS):
            verb = modal + 1
            if verb >= len(tokens) or not _is_only(tokens.lower[verb], "é", PAST_PARTICIPLE):
                continue
            if tokens.lower[modal - 1 : modal] != ["en"] and document.gap(modal) == " ":
                yield _infinitive(document, verb)

    def _after_governors(self, document: Document) -> Iterator[Hit]:
        tokens = document.tokens
        for word, governors in _GOVERNORS.items():
            for governor in tokens.positions(governors):
                verb = governor + 2
                if verb >= len(tokens) or tokens.lower[verb - 1] != word:
                    continue
                if tokens.lower[verb].endswith("é") and (
                    document.entry(verb).tags & PAST_PARTICIPLE
                ):
                    yield _infinitive(document, verb)


def _infinitive(document: Document, verb: int) -> Hit:
    return Hit.replacing(document.span(verb, verb), document.tokens.forms[verb][:-1] + "er")


_BEFORE_PARTICIPLE = (
    "est", "sont", "était", "étaient", "sera", "seront", "serait", "seraient", "été", "ai", "a",
    "avons", "avez", "ont", "avait", "avaient", "aura", "auront", "aurait", "auraient",
)  # fmt: skip
_RELATIVES = frozenset(("que", "qu'", "ce", "l'", "c'"))
"""After « ce qu’il a » the verb of the main clause follows; « l’est » and « l’a » may be nouns."""


@parameters
class BareParticipleDetector:
    """« La réunion a été annule », « une fois le prêt expire »: a participle without its accent,
    which leaves a finite verb where none can stand."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such participle."""
        tokens = document.tokens
        for auxiliary in tokens.positions(_BEFORE_PARTICIPLE):
            verb = _after_adverb(document, auxiliary)
            if verb >= len(tokens) or not _lost_accent(tokens.forms[verb]):
                continue
            start = max(document.sentence_of(auxiliary).first, auxiliary - _REACH)
            before = tokens.lower[start:auxiliary]
            if tokens.forms[auxiliary] == "A":
                continue
            if before and _RELATIVES.isdisjoint(before) and document.gap(verb - 1) == " ":
                ending = "és" if tokens.lower[auxiliary] in _PLURAL_BE else "é"
                text = tokens.forms[verb][:-1] + ending
                yield Hit.replacing(document.span(verb, verb), text)
        yield from self._after_une_fois(document)

    def _after_une_fois(self, document: Document) -> Iterator[Hit]:
        tokens = document.tokens
        for fois in tokens.index.get("fois", ()):
            if fois + 3 >= len(tokens) or tokens.lower[fois - 1] != "une":
                continue
            determiner, noun = document.entry(fois + 1).tags, document.entry(fois + 2).tags
            verb = fois + 3
            if not (determiner & DETERMINER and noun & NOUN and _lost_accent(tokens.lower[verb])):
                continue
            feminine = noun & FEMININE and not noun & MASCULINE
            plural = noun & PLURAL and not noun & SINGULAR
            ending = "é" + ("e" if feminine else "") + ("s" if plural else "")
            stem = tokens.forms[verb].removesuffix("nt")[:-1]
            yield Hit.replacing(document.span(verb, verb), stem + ending)


@lru_cache(maxsize=1 << 13)
def _lost_accent(word: str) -> bool:
    """Is this nothing but a finite form in -e or -ent, to which a participle in -é belongs?"""
    stem = word.removesuffix("nt")
    if len(word) < 5 or not stem.endswith("e"):
        return False
    tags = lookup(word).tags
    other = NOUN | ADJECTIVE | ADVERB | PAST_PARTICIPLE | PREPOSITION | PRONOUN | CONJUNCTION
    if not tags & FINITE or tags & other:
        return False
    return bool(lookup(stem[:-1] + "é").tags & PAST_PARTICIPLE)


@lru_cache(maxsize=1 << 13)
def _is_only(word: str, ending: str, kind: int) -> bool:
    """Has `word` this ending and this verb form, and is it no noun besides?"""
    if not word.endswith(ending) or len(word) < len(ending) + 2:
        return False
    entry = lookup(word)
    tags = entry.tags if entry.fr >= entry.en else 0
    other = NOUN | ADVERB if kind == PAST_PARTICIPLE else NOUN | ADVERB | ADJECTIVE
    return bool(tags & kind) and not tags & other


def _after_adverb(document: Document, auxiliary: int) -> int:
    """Where the verb stands that this auxiliary opens, one adverb passed over."""
    verb = auxiliary + 1
    words = document.tokens.lower
    return verb + (verb < len(words) and words[verb] in _ADVERBS)


def _has_subject(document: Document, auxiliary: int) -> bool:
    """Does a subject stand before it: a pronoun, a noun of its number, a name?"""
    tokens = document.tokens
    before = auxiliary - 1
    if before > 0 and tokens.lower[before] in _CLITICS and tokens.lower[before - 1] in _SUBJECTS:
        before -= 1
    if before < 0 or tokens.forms[auxiliary][0].isupper():
        return False
    tags = document.entry(before).tags
    wanted = PLURAL if tokens.lower[auxiliary] in _PLURAL_FORMS else SINGULAR
    name = tokens.forms[before][0].isupper() and before > document.sentence_of(before).first
    return tokens.lower[before] in _SUBJECTS or name or bool(tags & NOUN and tags & wanted)

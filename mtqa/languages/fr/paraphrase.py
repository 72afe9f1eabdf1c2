"""How far two stretches of French say the same thing: shared lemmas, synonyms and stems."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from mtqa.languages.fr.amounts import opens_amount, read_amount, read_rank
from mtqa.languages.fr.clauses import AUXILIARIES
from mtqa.lexicon import (
    ADJECTIVE,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    INFINITIVE,
    NOUN,
    NUMERAL,
    PAST_PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    lemmas,
    lookup,
)
from mtqa.patterns import pattern
from mtqa.tables import Table

__all__ = [
    "Comparison",
    "Thesaurus",
    "Unit",
    "compare",
    "is_verb",
    "plain_words",
    "polarity",
    "same_slot",
    "thesaurus",
]

_VERBAL = FINITE | INFINITIVE | PAST_PARTICIPLE
_GRAMMAR = DETERMINER | PREPOSITION | PRONOUN | CONJUNCTION
_NEGATIONS = frozenset("ne n' pas jamais rien aucun aucune nul nulle ni non".split())
_REFUSALS = frozenset("évitez éviter évite interdit interdite interdits interdites".split())
_DEGREES = frozenset(
    "sans plus moins peu trop avant après autre autres inversement contraire".split()
)
_PARTICIPLE = pattern("(?:ée|é)s?$")
_OF = ("d'", "du", "des")
_REFLEXIVE = ("se", "s'")
_STEM = 7
_ROOT = 6
_NOUN_OF_VERB = pattern("(?:ation|ition|ement|age)s?$")
_PLAIN_WEIGHT = 1.0
_PHRASE_WEIGHT = 3.0
_FULL_WEIGHT = 5.0


class Unit(NamedTuple):
    """A content word or phrase, from token `first` to token `last`."""

    first: int
    last: int
    keys: frozenset[str]
    weight: float
    fixed: bool
    """Is it a number or a name, which has no synonym?"""
    word: str


_Openers = dict[str, list[tuple[tuple[str, ...], str]]]
_Groups = dict[str, set[str]]
"""Phrases with their groups, by their second word."""


class _Word(NamedTuple):
    """What a word may be: the first of a phrase, the first of a number, a unit by itself."""

    openers: _Openers
    counts: bool
    unit: Unit | None


class Comparison(NamedTuple):
    """What two stretches share, as pairs, and what only one of them has."""

    pairs: tuple[tuple[Unit, Unit], ...]
    only_first: tuple[Unit, ...]
    only_second: tuple[Unit, ...]

    @property
    def weight(self) -> float:
        """How much they share: rare words weigh more."""
        return sum(one.weight for one, _ in self.pairs)

    @property
    def crossed(self) -> bool:
        """Do the pairs come in another order in the second stretch?"""
        places = [other.first for _, other in self.pairs]
        return places != sorted(places)

    @property
    def reworded(self) -> int:
        """How many of the pairs are different words."""
        return sum(one.word != other.word for one, other in self.pairs)

    @property
    def synonyms(self) -> int:
        """How many of the pairs share their meaning alone, and neither word nor stem."""
        shared = [one.keys & other.keys for one, other in self.pairs if one.word != other.word]
        return sum(all(key[0] in "#=" for key in keys) for keys in shared)

    @property
    def turned(self) -> bool:
        """Is a verb a noun in the other stretch: « commandé par », « sur commande de »?"""
        return any(
            bool(lookup(one.word).tags & NOUN) != bool(lookup(other.word).tags & NOUN)
            for one, other in self.pairs
            if one.word != other.word
        )


def thesaurus(path: str) -> Thesaurus:
    """The thesaurus in a table, whose column `group` lists words of one meaning."""
    if path in _THESAURI:
        return _THESAURI[path]
    single: _Groups = {}
    phrases: _Openers = {}
    for number, (group,) in enumerate(Table(path).column_rows("group")):
        for phrase in group.split(", "):
            words = tuple(phrase.split())
            if len(words) == 1:
                single.setdefault(phrase, set()).add(f"#{number}")
            else:
                phrases.setdefault(words[0], []).append((words, f"#{number}"))
    return _shared(path, single, phrases)


class Thesaurus:
    """Groups of words and phrases of one meaning, with what was learnt of the words of texts."""

    def __init__(self, path: str, words: _Groups, phrases: _Openers) -> None:
        self._path = path
        self._known: dict[str, _Word] = {}
        self._words = words
        self._phrases = phrases

    def __reduce__(self) -> tuple[Callable[..., Thesaurus], tuple[object, ...]]:
        return _shared, (self._path, self._words, self._phrases)

    def groups(self, word: str) -> set[str]:
        """The groups that hold this word, in any form."""
        return {group for form in _forms(word) for group in self._words.get(form, ())}

    def units(
        self, words: Sequence[str], forms: Sequence[str], first: int, last: int
    ) -> list[Unit]:
        """The content of tokens `first` up to, not including, `last`, in order."""
        units: list[Unit] = []
        at = first
        while at < last:
            word = words[at]
            known = self._known.get(word) or self._learn(word)
            unit: Unit | None = None
            if known.openers and at + 1 < last:
                unit = self._phrase(known.openers, words, at, last)
            if unit is None and known.counts:
                unit = _amount(words, at, last)
            if unit is None and known.unit:
                _, _, keys, weight, fixed, _ = known.unit
                fixed = fixed or (at > first and forms[at][0].isupper())
                unit = Unit(at, at, keys, weight, fixed, word)
            if unit:
                units.append(unit)
                at = unit.last
            at += 1
        return units

    def _learn(self, word: str) -> _Word:
        known = _Word(self._opened_by(word), opens_amount(word), self._describe(word))
        self._known[word] = known
        return known

    def _phrase(self, openers: _Openers, words: Sequence[str], at: int, last: int) -> Unit | None:
        """The longest phrase of a group that begins here, with all the groups that hold it."""
        word = words[at]
        skip = word in _REFLEXIVE and words[at + 1] in AUXILIARIES and at + 2 < last
        second = at + 1 + skip
        following = [p for form in _forms(words[second]) for p in openers.get(form, ())]
        found: Unit | None = None
        for phrase, group in following:
            end = at + len(phrase) + skip
            if end <= last and all(
                part in _forms(later)
                for part, later in zip(phrase[2:], words[second + 1 : end], strict=True)
            ):
                text = " ".join(words[at:end])
                if found is None or end > found.last + 1:
                    found = Unit(at, end - 1, frozenset((group,)), _PHRASE_WEIGHT, False, text)
                elif end == found.last + 1:
                    found = found._replace(keys=found.keys | {group})
        if found and (word in AUXILIARIES or word in _REFLEXIVE):  # « s’attend » is « attend » too.
            verb = words[found.last]
            found = found._replace(keys=found.keys | self.groups(verb) | {*_forms(verb)})
        return found

    def _opened_by(self, word: str) -> _Openers:
        """The phrases that a form of this word begins, with their groups, by their next word."""
        opened: _Openers = {}
        for lemma in _forms(word):
            for phrase, group in self._phrases.get(lemma, ()):
                opened.setdefault(phrase[1], []).append((phrase, group))
        return opened

    def _describe(self, word: str) -> Unit | None:
        """The unit that a word makes, wherever it stands; None for a grammatical word."""
        if not word[0].isalnum() or word in AUXILIARIES or word in _NEGATIONS:
            return None
        entry = lookup(word)
        grammatical = bool(entry.tags & _GRAMMAR)
        groups = self._words.get(word, set()) if grammatical else self.groups(word)
        if grammatical and not groups:
            return None
        numeral = bool(entry.tags & NUMERAL) and not entry.tags & (NOUN | ADJECTIVE)
        keys = {*_forms(word), *groups}
        rank = read_rank(word)
        if rank:
            keys.add(f"={rank}")
        if len(word) > _STEM:
            keys.add("~" + word[:_STEM])
        if entry.tags & _VERBAL:
            keys.update("~~" + lemma[:_ROOT] for lemma in lemmas(word) if len(lemma) > _ROOT)
        elif _NOUN_OF_VERB.search(word):
            keys.add("~~" + word[:_ROOT])
        weight = _PLAIN_WEIGHT if grammatical else max(_PLAIN_WEIGHT, (80 - entry.fr) / 10)
        fixed = numeral or word[0].isdigit()
        return Unit(0, 0, frozenset(keys), min(weight, _FULL_WEIGHT), fixed, word)


_THESAURI: dict[str, Thesaurus] = {}


def _shared(path: str, words: _Groups, phrases: _Openers) -> Thesaurus:
    """The thesaurus of that table: one for all who use it, also out of their pickles."""
    return _THESAURI.setdefault(path, Thesaurus(path, words, phrases))


def _amount(words: Sequence[str], at: int, last: int) -> Unit | None:
    """A number, the same in figures and in words."""
    amount = read_amount(words, at, last)
    if not amount:
        return None
    key = f"={amount.value:g}{'%' if amount.percent else ''}"
    text = " ".join(words[at : amount.end])
    return Unit(at, amount.end - 1, frozenset((key,)), _PHRASE_WEIGHT, True, text)


@lru_cache(maxsize=1 << 14)
def _forms(word: str) -> tuple[str, ...]:
    """The word, its dictionary forms, and that of the adjective: « élevées » of « élevé »."""
    further = "de" if word in _OF else _PARTICIPLE.sub("é", word)
    return (word, *lemmas(word), *((further,) if further != word else ()))


def compare(first: Sequence[Unit], second: Sequence[Unit]) -> Comparison:
    """Pair each unit of one stretch with one of the other: the same word, else a like one."""
    pairs: list[tuple[Unit, Unit]] = []
    left = list(second)
    alone: list[Unit] = []
    for unit in first:
        match = next((n for n, other in enumerate(left) if unit.word == other.word), None)
        if match is None:
            match = next((n for n, other in enumerate(left) if unit.keys & other.keys), None)
        if match is None:
            alone.append(unit)
        else:
            pairs.append((unit, left.pop(match)))
    return Comparison(tuple(pairs), tuple(alone), tuple(left))


def plain_words(words: Sequence[str], units: Sequence[Unit]) -> list[str]:
    """The tokens from the first unit to the last, without those of phrases."""
    gone = {
        at for unit in units for at in range(unit.first, unit.last + 1) if unit.last > unit.first
    }
    return [words[at] for at in range(units[0].first, units[-1].last + 1) if at not in gone]


def polarity(words: Sequence[str]) -> frozenset[str]:
    """Whether a stretch is negative, and its words of degree and order, which must not differ."""
    found = _DEGREES.intersection(words)
    if _NEGATIONS.isdisjoint(words) and _REFUSALS.isdisjoint(words):
        return found
    if "oubliez" in words:  # « N’oubliez pas » is « pensez ».
        return found
    return found - {"plus"} | {"ne"}


def is_verb(unit: Unit) -> bool:
    """Is this a form of a verb, or a phrase that begins with one, and nothing else?"""
    tags = lookup(unit.word.split(" ")[0]).tags
    return bool(tags & _VERBAL) and not tags & NOUN


def same_slot(one: Unit, other: Unit) -> bool:
    """Are these two verbs of one form, such as two participles?"""
    ours, theirs = lookup(one.word).tags, lookup(other.word).tags
    return bool(ours & theirs & (PAST_PARTICIPLE | FINITE)) and not (one.fixed or other.fixed)

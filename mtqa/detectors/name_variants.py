"""One name, spelled in two ways in one document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import cached_property
from itertools import combinations
from typing import ClassVar

from mtqa import lexicon
from mtqa.findings import Hit
from mtqa.languages.fr.names import loose_key, one_letter_apart, skeleton, sound_key, unaccented
from mtqa.lexicon import lookup
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document
from mtqa.tokens import in_one_text

__all__ = ["NameVariants"]

_SHORTEST = 5
"""Letters of the shortest surname that is compared."""

_NEAR = 100
_DENSEST = 16
"""More names than these so near, and the text is a list of names, each its own."""

_NAMESAKES = 200
"""Surnames after one first name that are compared, at most: time must stay linear."""

_LONG = 6
"""Letters of the shortest surname that may be a slip for another that occurs as often."""

_CROWD = 4
"""So many names a letter apart are no slips, but a list of such names."""

_TITLES = frozenset(
    "Mme Mmes Mlle Mr Mrs Ms Dr Dre Pr Pre Me Mgr Sir Lord Don Doña Frau Herr".split()
)
_PARTING = frozenset((",", ";", ":", ".", "(", ")", "/", "et", "ou"))

Spellings = dict[str, list[int]]
"""A spelling → the tokens that have it, in order."""


@parameters
class NameVariants:
    """Names spelled in two ways: « Sergei Lavrov » and « Sergey Lavrov », « Zubeldía » once.

    The rarer spelling is found, or else the later one. Two persons are told apart: first names
    are one only before the same surname, and when one is a transliteration of the other
    (« Jean » and « Jeanne » are two); surnames not where different first names go before them.
    A name that no dictionary knows, and stands a letter away from a commoner one, is a slip.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("other",)

    first_names: Table

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each occurrence of a minority spelling."""
        names = _names(document)
        firsts = _first_names(document, names)
        found: dict[int, str] = {}
        for pair in (
            *self._same_first_name(document, firsts),
            *_same_surname(document, names, firsts),
            *_misspelled(document, names, firsts),
        ):
            few, many = _minority(*pair)
            if few and not _is_listed(document, few, many):
                found.update((token, document.tokens.forms[many[0]]) for token in few)
        dense = _dense(names, found)
        for token, other_form in sorted(found.items()):
            if token in dense:
                continue
            slots = {"other": other_form}
            yield Hit.replacing(document.span(token, token), other_form, slots=slots)

    def _same_first_name(
        self, document: Document, firsts: dict[int, int]
    ) -> Iterator[tuple[list[int], list[int]]]:
        """Pairs of spellings of one first name before one surname, and its translations."""
        forms = document.tokens.forms
        families: dict[str, Spellings] = {}
        for surname, first in sorted(firsts.items()):
            families.setdefault(forms[surname], {}).setdefault(forms[first], []).append(first)
        for family in families.values():
            groups: dict[str, Spellings] = {}
            for form in family if len(family) > 1 else ():
                groups.setdefault(sound_key(form), {})[form] = family[form]
            for group in groups.values():
                yield from _pairs(group)
            for form in family if len(family) > 1 else ():
                for french in self._translations.get(form, ()):
                    if french in family:
                        yield family[form], family[french]

    @cached_property
    def _translations(self) -> dict[str, list[str]]:
        french: dict[str, list[str]] = {}
        for foreign, name in self.first_names.column_rows("foreign", "french"):
            french.setdefault(foreign, []).append(name)
        return french


def _names(document: Document) -> Spellings:
    """The capitalised words that are no plain French words, by their spelling."""
    names: Spellings = {}
    forms, index = document.tokens.forms, document.tokens.index
    for form in sorted(set(forms).difference(index)):
        if form.istitle() and len(form) > 2 and form.isalpha():
            lower = form.lower()
            if lower in index and not lookup(lower).common:
                names[form] = [number for number in index[lower] if forms[number] == form]
    return names


def _first_names(document: Document, names: Spellings) -> dict[int, int]:
    """Token number of a surname → that of the first name before it."""
    forms = document.tokens.forms
    firsts: dict[int, int] = {}
    for numbers in names.values():
        for number in numbers:
            before = number - 1
            form = forms[before] if number else ""
            if not form.istitle() or form in _TITLES or document.gap(before) not in (" ", "\u00a0"):
                continue
            if form in names or document.entry(before).tags & lexicon.FIRST_NAME:
                firsts[number] = before
    return firsts


def _same_surname(
    document: Document, names: Spellings, firsts: dict[int, int]
) -> Iterator[tuple[list[int], list[int]]]:
    """Pairs of spellings of one surname."""
    forms = document.tokens.forms
    for group in _sounding_alike(names):
        yield from (pair for pair in _pairs(group) if _one_person(document, firsts, *pair))
    by_first: dict[str, Spellings] = {}
    for surname, first in sorted(firsts.items()):
        if len(forms[surname]) > _SHORTEST:
            by_first.setdefault(forms[first], {})[forms[surname]] = names[forms[surname]]
    for group in by_first.values():
        for one, other in combinations(group, 2) if len(group) <= _NAMESAKES else ():
            if one_letter_apart(one, other) and sound_key(one) != sound_key(other):
                yield group[one], group[other]


def _sounding_alike(names: Spellings) -> Iterator[Spellings]:
    """The names that may be transliterations of one, together."""
    alike: dict[str, list[str]] = {}
    for form in names:
        if len(form) >= _SHORTEST:
            alike.setdefault(skeleton(form), []).append(form)
    keys: dict[str, Spellings] = {}
    for crowd in alike.values():
        for form in crowd if len(crowd) > 1 else ():
            keys.setdefault(sound_key(form), {})[form] = names[form]
    yield from keys.values()


def _one_person(
    document: Document, firsts: dict[int, int], one: list[int], other: list[int]
) -> bool:
    """Do the first names say that these two spellings of a surname are of one person?

    They share a first name; or one stands bare, and only accents tell the two apart.
    """
    ours, theirs = _persons(document, firsts, one), _persons(document, firsts, other)
    if ours and theirs:
        return not ours.isdisjoint(theirs)
    forms = document.tokens.forms
    return bool(ours or theirs) and unaccented(forms[one[0]]) == unaccented(forms[other[0]])


def _persons(document: Document, firsts: dict[int, int], surnames: list[int]) -> set[str]:
    """The first names before these tokens, in whatever transliteration."""
    return {sound_key(document.tokens.forms[firsts[n]]) for n in surnames if n in firsts}


def _misspelled(
    document: Document, names: Spellings, firsts: dict[int, int]
) -> Iterator[tuple[list[int], list[int]]]:
    """Pairs of names in no dictionary: with other accents, or with a letter off in the rarer."""
    for one, other in sorted(_near_pairs(document, names)):
        plain = unaccented(one), unaccented(other)
        persons = [_persons(document, firsts, names[form]) for form in (one, other)]
        if plain[0] == plain[1]:
            slip = one[1:] != other[1:]
        elif len(names[one]) != len(names[other]):
            slip = _are_near(one, other)
        else:
            # Named in full once, by the surname alone the other time.
            slip = min(len(one), len(other)) >= _LONG and _are_near(one, other)
            slip = slip and any(persons) and not all(persons)
        if slip and not (all(persons) and persons[0].isdisjoint(persons[1])):
            yield names[one], names[other]


def _are_near(one: str, other: str) -> bool:
    keys = loose_key(one), loose_key(other)
    return keys[0] == keys[1] or one_letter_apart(*keys)


def _near_pairs(document: Document, names: Spellings) -> set[tuple[str, str]]:
    """Long names in no dictionary that differ by an inner letter, or by accents alone."""
    framed: dict[str, list[tuple[str, str]]] = {}
    for form, numbers in names.items():
        if len(form) > _SHORTEST and max(form) <= "ÿ" and not document.entry(numbers[0]).known:
            key = loose_key(form)
            framed.setdefault(key[0] + key[-1], []).append((form, key))
    near: set[tuple[str, str]] = set()
    for frame in framed.values():
        shorter: dict[str, list[str]] = {}
        for form, key in frame if len(frame) > 1 else ():
            for cut in {key[:at] + key[at + 1 :] for at in range(1, len(key) - 1)} | {key}:
                shorter.setdefault(cut, []).append(form)
        for forms in shorter.values():
            if 1 < len(forms) <= _CROWD:
                near.update(combinations(sorted(forms), 2))
    return near


def _pairs(group: Spellings) -> Iterator[tuple[list[int], list[int]]]:
    for one, other in combinations(group, 2):
        if one[1:] != other[1:] or unaccented(one[0]) != unaccented(other[0]):
            yield group[one], group[other]


def _minority(one: list[int], other: list[int]) -> tuple[list[int], list[int]]:
    """The tokens of the rarer spelling (the later one if equal) near the other, and of that."""
    few, many = (one, other) if (len(one), -one[0]) < (len(other), -other[0]) else (other, one)
    return in_one_text(few, many), many


def _is_listed(document: Document, few: list[int], many: list[int]) -> bool:
    """Does one enumeration hold both, a letter apart: « Diéthylamine, Diméthylamine »?"""
    tokens = document.tokens
    if unaccented(tokens.forms[few[0]]) == unaccented(tokens.forms[many[0]]):
        return False
    sentences = {document.sentence_of(token) for token in few if _is_parted(tokens.lower, token)}
    return any(document.sentence_of(token) in sentences for token in many)


def _is_parted(lower: list[str], token: int) -> bool:
    """Does a comma or the like stand on both sides of this token?"""
    return _PARTING.issuperset((*lower[max(0, token - 1) : token], *lower[token + 1 : token + 2]))


def _dense(names: Spellings, found: Collection[int]) -> set[int]:
    """Which of these tokens stand in a crowd of names: a genealogy, a list of results."""
    if not found:
        return set()
    places = sorted(token for tokens in names.values() for token in tokens)
    return {
        token
        for token in found
        if bisect_left(places, token + _NEAR) - bisect_left(places, token - _NEAR) > _DENSEST
    }

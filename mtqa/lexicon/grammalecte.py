"""Read Grammalecte's codes, `:N:f:s;é`, as tags (for words) and features (for inflection)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mtqa.lexicon import tags
from mtqa.lexicon.morphology import MOODS

__all__ = ["Form", "features", "word_tags"]

Form = tuple[str, str, tuple[str, ...]]
"""A form as spelled, its lemma, and its codes, as `(":N", ":f", ":s", ";é")`."""

_SUBJUNCTIVE = tags.FINITE | tags.SUBJUNCTIVE
_TAGS = {
    "N": tags.NOUN, "A": tags.ADJECTIVE, "W": tags.ADVERB, "X": tags.ADVERB, "U": tags.ADVERB,
    "J": tags.INTERJECTION, "B": tags.NUMERAL, "Br": tags.NUMERAL, "R": tags.PREPOSITION,
    "Rv": tags.PREPOSITION, "Cc": tags.CONJUNCTION, "Cs": tags.CONJUNCTION,
    "C": tags.CONJUNCTION, "Y": tags.INFINITIVE, "P": tags.PRESENT_PARTICIPLE,
    "Q": tags.PAST_PARTICIPLE, "T": tags.NOUN, "E": tags.IMPERATIVE, "Ip": tags.FINITE,
    "Iq": tags.FINITE, "Is": tags.FINITE, "If": tags.FINITE, "K": tags.FINITE,
    "Sp": _SUBJUNCTIVE, "Sq": _SUBJUNCTIVE, "M1": tags.PROPER | tags.FIRST_NAME,
    "M2": tags.PROPER | tags.SURNAME, "MP": tags.PROPER, "#C": tags.PLACE, "#P": tags.PLACE,
    ";é": tags.ASPIRATED,
}  # fmt: skip
_FAMILIES = {"D": tags.DETERMINER, "O": tags.PRONOUN}
"""Codes with many kinds, by their first letter: `:Dp` possessive, `:Os` subject pronoun."""
_AGREEMENT = {
    "m": tags.MASCULINE, "f": tags.FEMININE, "e": tags.MASCULINE | tags.FEMININE,
    "s": tags.SINGULAR, "p": tags.PLURAL, "i": tags.SINGULAR | tags.PLURAL,
}  # fmt: skip
_PERSON = re.compile(r"([123])([spśŝ])!?")
_PERSONS = {"1": tags.FIRST_PERSON, "2": tags.SECOND_PERSON, "3": tags.THIRD_PERSON}
_SPELLED_WITH_CAPITAL = tags.NOUN | tags.ADJECTIVE | tags.ADVERB
_ORDINAL = re.compile("[IVXLC]+(?:e|es|er|ers|re|res|nd|nds|nde|ndes|[ᵉʳˢⁿᵈ]+)")
_VERB_AGREEMENT = (
    tags.FIRST_PERSON | tags.SECOND_PERSON | tags.THIRD_PERSON
    | tags.VERB_SINGULAR | tags.VERB_PLURAL
)  # fmt: skip
_WITHOUT_ELISION = frozenset(
    ["uhlan", "uhlans", "ululement", "ululements", "ululer", "ulule", "ulula", "ululait"]
)
"""Words of this kind that Grammalecte does not mark."""
_WITH_ELISION = frozenset(["hélas"])
"""Words that it marks for the sake of a rare homograph, « tu hélas »."""


def word_tags(forms: Iterable[Form]) -> dict[str, int]:
    """The tags of each word, in lower case: its readings together.

    Gender and number are those of determiners; where there is none, of nouns, adjectives and
    participles; failing these, of pronouns and numerals; failing all, of names. So « la » is no
    masculine for the sake of the note, and « paris » is a plural, whatever the city.
    """
    readings: dict[str, set[tuple[int, int]]] = {}
    for word, part, agreement in _without_homographs(forms):
        readings.setdefault(word, set()).add((part, agreement))
    return {word: _merge(word, found) for word, found in readings.items()}


def _without_homographs(forms: Iterable[Form]) -> Iterator[tuple[str, int, int]]:
    """Word, tags and agreement of each line, less the symbols that are spelled like words.

    In lower case « VA » (volt-ampere), « mA », « CE » and « Me » (a lawyer's title) look like
    common words; they count only where there is nothing else.
    """
    symbols = []
    words = set()
    for form, _, codes in forms:
        row = (form.lower(), _as_spelled(form, codes), _agreement(codes))
        if ";S" in codes or ":T" in codes or (form.isupper() and ":Br" not in codes):
            symbols.append(row)
        else:
            words.add(row[0])
            yield row
    yield from (row for row in symbols if row[0] not in words)


def _as_spelled(form: str, codes: tuple[str, ...]) -> int:
    """The tags of a line; a noun with a capital is a name."""
    part = _part_tags(codes)
    if form[0].islower() or not part & _SPELLED_WITH_CAPITAL:
        return part
    if "#C" not in codes and _ORDINAL.fullmatch(form):  # « XXe »
        return part
    return part & ~_SPELLED_WITH_CAPITAL | tags.PROPER


def _part_tags(codes: tuple[str, ...]) -> int:
    """Parts of speech, person and mood of one line of the lexicon."""
    found = 0
    for code in codes:
        # É marks a piece of a phrase: `:ÉC` is the « parce » of « parce que ».
        name = code.removeprefix(":").removeprefix("É")
        found |= _TAGS.get(name, 0) or _FAMILIES.get(name[:1] if code[0] == ":" else "", 0)
    if found & (tags.FINITE | tags.IMPERATIVE):
        for person in filter(None, (_PERSON.fullmatch(code[1:]) for code in codes)):
            number = tags.VERB_PLURAL if person[2] == "p" else tags.VERB_SINGULAR
            found |= _PERSONS[person[1]] | number
    return found


def _agreement(codes: tuple[str, ...]) -> int:
    found = 0
    for code in codes:
        if code[0] == ":":
            found |= _AGREEMENT.get(code[1:], 0)
    return found


def _merge(word: str, readings: set[tuple[int, int]]) -> int:
    parts = [part for part, _ in readings]
    merged = 0
    for part in parts:
        merged |= part
    common = [part for part in parts if part & tags.COMMON]
    if word in _WITH_ELISION or (common and not any(part & tags.ASPIRATED for part in common)):
        merged &= ~tags.ASPIRATED
    if word in _WITHOUT_ELISION:
        merged |= tags.ASPIRATED
    finite = [part for part in parts if part & tags.FINITE]
    if finite:
        # The person of an imperative does not count: « aime » does not go with « tu ».
        merged &= ~_VERB_AGREEMENT
        for part in finite:
            merged |= part & _VERB_AGREEMENT
    for group in _AGREEING:
        agreements = [agreement for part, agreement in readings if part & group]
        if any(agreements):
            for agreement in agreements:
                merged |= agreement
            break
    return merged


_AGREEING = (
    tags.DETERMINER,
    tags.NOUN | tags.ADJECTIVE | tags.PAST_PARTICIPLE,
    tags.COMMON,
    tags.PROPER,
)


def features(codes: tuple[str, ...]) -> Iterator[str]:
    """Mood and person, or part of speech, gender and number, of every reading: Ip3s, Nfp, Y."""
    names = [code[1:] for code in codes if code[0] == ":"]
    genders = [gender for gender in "mf" if gender in names or "e" in names]
    numbers = [number for number in "sp" if number in names or "i" in names]
    for part in ("N", "A", "Q"):
        if part in names:
            yield from (f"{part}{gender}{number}" for gender in genders for number in numbers)
    yield from (name for name in names if name in ("Y", "P"))
    # Moods stand before the persons that they share: `:Ip:Sp:1s:3s`.
    moods = [name for name in names if name in MOODS]
    for name in names:
        person = _PERSON.fullmatch(name)
        if person and person[2] in "sp":
            yield from (f"{mood}{person[1]}{person[2]}" for mood in moods)

"""Numbers written in words, in English, Spanish and French."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from mtqa.languages.fr.amounts import COLLECTIVE, FRACTIONS, LARGE, SMALL
from mtqa.patterns import pattern

__all__ = ["word_values"]

_WORD = pattern(r"quatre-vingts?|[^\W\d_]+")
_ROMAN = pattern(r"\b[IVXL]{1,6}(?=e\b|er\b|ᵉ|\b)")
_JOINTS = {"en": {"and"}, "es": {"y"}, "fr": {"et"}}

_COUNTED = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
    "es": "cero uno,un,una dos tres cuatro cinco seis siete ocho nueve diez once doce trece "
    "catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno,veintiún,veintiuna "
    "veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
    "fr": "",
}
_ORDINALS = {
    "en": "_ first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    "es": "_ primero,primera,primer segundo,segunda tercero,tercera,tercer cuarto,cuarta "
    "quinto,quinta sexto,sexta séptimo,séptima octavo,octava noveno,novena décimo,décima",
    "fr": "_ premier,première second,seconde,deuxième troisième quatrième cinquième sixième "
    "septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième "
    "dix-septième dix-huitième dix-neuvième vingtième",
}
_OTHERS: Mapping[str, Mapping[str, float]] = {
    "en": {
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
        "eighty": 80, "ninety": 90, "dozen": 12, "dozens": 12, "half": 50, "quarter": 25,
        "third": 33, "twice": 2, "once": 1, "double": 2, "noon": 12, "midnight": 0, "couple": 2,
        "both": 2, "pair": 2, "decade": 10, "decades": 10, "fortnight": 15, "score": 20,
        "triple": 3, "single": 1, "quarters": 25,
    },
    "es": {
        "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70,
        "ochenta": 80, "noventa": 90, "docena": 12, "docenas": 12, "medio": 50, "media": 50,
        "mitad": 50, "tercio": 33, "doble": 2, "mediodía": 12, "medianoche": 0, "par": 2,
        "ambos": 2, "ambas": 2, "década": 10, "décadas": 10, "quincena": 15, "doscientos": 200,
        "doscientas": 200, "trescientos": 300, "trescientas": 300, "cuatrocientos": 400,
        "cuatrocientas": 400, "quinientos": 500, "quinientas": 500, "seiscientos": 600,
        "seiscientas": 600, "setecientos": 700, "setecientas": 700, "ochocientos": 800,
        "ochocientas": 800, "novecientos": 900, "novecientas": 900, "cien": 100, "ciento": 100,
        "triple": 3, "decena": 10, "decenas": 10, "siglo": 100,
    },
    "fr": {
        **SMALL, **COLLECTIVE, **FRACTIONS, "quatre-vingt": 80, "quatre-vingts": 80, "demi": 50,
        "demie": 50, "double": 2, "midi": 12, "minuit": 0, "décennie": 10, "décennies": 10,
        "triple": 3, "siècle": 100,
    },
}  # fmt: skip
_FACTORS = {
    "en": {"hundred": 1e2, "hundreds": 1e2, "thousand": 1e3, "thousands": 1e3, "million": 1e6,
           "millions": 1e6, "billion": 1e9, "billions": 1e9, "trillion": 1e12},
    "es": {"mil": 1e3, "miles": 1e3, "millón": 1e6, "millones": 1e6, "billón": 1e12},
    "fr": {**LARGE, "cent": 1e2, "cents": 1e2, "millier": 1e3, "milliers": 1e3},
}  # fmt: skip


def word_values(text: str, language: str) -> set[float]:
    """All values that words of the text may mean, alone or together, Roman numerals among them.

    Meant as a witness: a figure on the other side that is among them needs no explanation.
    """
    values: set[float] = {float(_roman(match)) for match in _ROMAN.findall(text)}
    for run in _runs(text.lower(), language):
        values.update(run)
    return values


def _runs(text: str, language: str) -> Iterator[set[float]]:
    """The values of each number in words: of all its words together, and of its parts."""
    small, factors = _small(language), _FACTORS[language]
    found: set[float] = set()
    total = current = 0.0
    for word in _WORD.findall(text):
        if word in factors:
            factor = factors[word]
            current = max(current, 1.0) * factor
            found |= {current, total + current, factor}
            if factor > 100:
                total, current = total + current, 0.0
                found.add(total)
        elif word in small:
            value = small[word]
            current += value
            found |= {value, current, total + current}
        elif not (found and word in _JOINTS[language]):
            if found:
                yield found
            found, total, current = set(), 0.0, 0.0
    if found:
        yield found


@cache
def _small(language: str) -> Mapping[str, float]:
    words = dict(_OTHERS[language])
    for lists in (_COUNTED, _ORDINALS):
        for value, names in enumerate(lists[language].split()):
            words.update({name: float(value) for name in names.split(",")})
    return words


def _roman(numeral: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}[letter] for letter in numeral]
    later = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, later, strict=True))

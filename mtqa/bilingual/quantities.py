"""Numbers and times of day in English, Spanish and French texts, read as values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mtqa.patterns import pattern

__all__ = ["NUMBER", "TIME", "Quantity", "code_spans", "quantities", "readings"]

NUMBER = "number"
TIME = "time"


class Quantity(NamedTuple):
    """A number in figures, or a time of day, with the code points where it stands.

    `values` are all that it may mean, in minutes after midnight for a time: « 1,450 » is read in
    either notation. `figures` is the number as written, without the words of its scale.
    """

    start: int
    end: int
    kind: str
    values: frozenset[float]
    figures: str


_SPACE = "[ \u00a0\u2009\u202f]"
_FIGURES = pattern(rf"(?<![\w.,])\d+(?:(?:[.,]|{_SPACE}(?=\d{{3}}(?!\d)))\d+)*")
_CODE = pattern(
    r"(?<![\w-])(?:(?:\+\d{1,3}[ .\u00a0-]?|0)\d(?:[ .\u00a0-]?\d){7,12}(?!\d)"
    r"|[A-Z]{1,6}-?\d(?:[\w-]*\w)?|\d+-?(?!(?:AM|PM|H|KM|KG|L|W|V)\b)[A-Z]{1,4}\b(?:-\w+)*"
    r"|\d{2,}-(?!\d{4}(?!\d)(?<=(?:1[5-9]|20)\d\d-)(?:1[5-9]|20))\d{4,})(?![\w-])"
)
_CLOCK = pattern(
    rf"(?<![\w.,:])(?P<hour>[01]?\d|2[0-4])(?:"
    rf"{_SPACE}?(?:h|heures?){_SPACE}?(?P<french>[0-5]\d)?\b"
    rf"|[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?(?:{_SPACE}?(?P<half>[ap])\.?{_SPACE}?m\b\.?|(?P<colon>(?<=:\d\d))(?![\d:]))"
    rf"|{_SPACE}?(?P<bare>[ap])\.?{_SPACE}?m\b\.?)",
    re.IGNORECASE,
)
_SCALES = {
    "en": {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "m": 1e6},
    "es": {"mil": 1e3, "millón": 1e6, "millones": 1e6, "mil millones": 1e9, "millardos": 1e9,
           "billón": 1e12, "billones": 1e12},
    "fr": {"mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9,
           "billion": 1e12, "billions": 1e12},
}  # fmt: skip
_SCALE = {
    language: pattern(
        rf"{_SPACE}?(?P<word>{'|'.join(sorted(words, key=len, reverse=True))})(?!\w)", re.IGNORECASE
    )
    for language, words in _SCALES.items()
}


def code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where codes stand that are no numbers: « BX-340 », « 48-2217 », telephone numbers."""
    for match in _CODE.finditer(text):
        yield match.span()


def quantities(text: str, language: str) -> list[Quantity]:
    """The numbers and times of a text, in order; those inside codes do not count."""
    taken = list(code_spans(text))
    found: list[Quantity] = []
    for clock in _CLOCK.finditer(text):
        if not _inside(clock.start(), taken):
            taken.append(clock.span())
            found.append(_time(clock))
    figures = (match for match in _FIGURES.finditer(text) if not _inside(match.start(), taken))
    return sorted([*found, *(_number(text, match, language) for match in figures)])


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _time(match: re.Match[str]) -> Quantity:
    hour = int(match["hour"])
    minute = int(match["french"] or match["minute"] or 0)
    half = (match["half"] or match["bare"] or "").lower()
    if half:
        hour = hour % 12 + 12 * (half == "p")
    return Quantity(*match.span(), TIME, frozenset({hour * 60.0 + minute}), match[0])


def _number(text: str, match: re.Match[str], language: str) -> Quantity:
    start, end = match.span()
    scale = 1.0
    word = _SCALE[language].match(text, end)
    if word:
        scale = _SCALES[language][word["word"].lower()]
        end = word.end()
    values = frozenset(value * scale for value in readings(match[0]))
    return Quantity(start, end, NUMBER, values, match[0])


def readings(figures: str) -> set[float]:
    """All values that a number in figures may have, whatever notation it is in."""
    plain = re.sub(_SPACE, "", figures)
    points, commas = plain.count("."), plain.count(",")
    if points + commas == 0:
        return {float(plain)}
    if points and commas:
        mark = "." if plain.rfind(".") > plain.rfind(",") else ","
        return _decimal(plain, mark)
    mark = "." if points else ","
    tail = plain.rpartition(mark)[2]
    grouped = {float(plain.replace(mark, ""))}
    if points + commas > 1:
        return grouped
    return _decimal(plain, mark) | (grouped if len(tail) == 3 else set())


def _decimal(plain: str, mark: str) -> set[float]:
    whole, _, tail = plain.rpartition(mark)
    return {float(f"{re.sub('[.,]', '', whole)}.{tail}")}

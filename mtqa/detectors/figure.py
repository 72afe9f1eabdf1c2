"""Numbers, amounts, dates and times in the notation of the source language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import ClassVar

import regex

from mtqa.findings import Hit
from mtqa.joins import signs
from mtqa.languages.fr.foreign import reads_as_french
from mtqa.languages.fr.numbers import CURRENCIES, SIGNS, day, group_space, rewrite_number
from mtqa.parameters import parameters
from mtqa.text import Document, Span

__all__ = ["FigureDetector"]

_HABIT = 5
"""Up to so many matches can be slips; more are how the author writes."""
_ONE_AUTHOR = 3000
"""A text of up to so many words may be taken for one author's."""
_DAMAGED = 2
"""So many lost joints show that an engine translated the text in pieces."""
_NEAR = 25
"""How far around a figure the words are looked at that tell the language."""
_TELLING = 5
"""So many words tell the language of a sentence."""
_QUOTES = frozenset("«»“”\"'’‘„`")


@parameters
class FigureDetector:
    """Text that matches `pattern` where a token stands that is one of `marks` or a figure.

    `token` is what the lower-case token must match whole, and the pattern is matched from the
    token's start; it may look behind. The span reported is the group `found`, or the whole
    match. `write` names how the correction is made: `number`, `amount`, `clock`, `swap`,
    `date`, `lower`, `ordinal`, `century`, `range`, `unit`, `comma`, `delete`, `space`,
    `no-break`, `short-ordinal`, `numero`. Where it has `unless`, the detector is silent; so it is
    where a long text has more than a few matches and fewer tokens that match `rival`, the French
    form: its author then writes so by habit.
    A text that holds none of `needs` is left alone before the pattern is compiled.
    `shown` is what a text short enough to be of one author must hold for a match to count, unless
    lost joints show that an engine wrote it.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    pattern: str
    write: str
    token: str = ""
    marks: tuple[str, ...] = ()
    unless: str = ""
    rival: str = ""
    shown: str = ""
    needs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.write not in _WRITERS:
            raise ValueError(f"write: unknown {self.write!r}; have {', '.join(_WRITERS)}")

    @cached_property
    def _compiled(self) -> regex.Pattern[str]:
        return regex.compile(self.pattern)

    @cached_property
    def _unless(self) -> regex.Pattern[str] | None:
        return regex.compile(self.unless) if self.unless else None

    @cached_property
    def _token(self) -> regex.Pattern[str] | None:
        return regex.compile(self.token) if self.token else None

    @cached_property
    def _rival(self) -> regex.Pattern[str] | None:
        return regex.compile(self.rival) if self.rival else None

    @cached_property
    def _shown(self) -> regex.Pattern[str] | None:
        return regex.compile(self.shown) if self.shown else None

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every match."""
        if self.needs and not any(piece in document.text for piece in self.needs):
            return
        candidates = self._candidates(document)
        if not candidates or (self._unless and self._unless.search(document.text)):
            return
        if self._shown and not _is_shown(document, self._shown):
            return
        found: list[regex.Match[str]] = []
        for token in candidates:
            match = self._compiled.match(document.text, document.tokens.starts[token])
            if not match or _is_cited(match) or _is_foreign(document, token):
                continue
            if not found or match.start() >= found[-1].end():
                found.append(match)
        if not self._is_habit(document, len(found)):
            yield from (self._hit(document, match) for match in found)

    def _candidates(self, document: Document) -> list[int]:
        forms = list(self.marks)
        if self._token:
            forms.extend(_figures(document, self._token))
        return document.tokens.positions(tuple(forms))

    def _is_habit(self, document: Document, matches: int) -> bool:
        if not self._rival or matches <= _HABIT or document.words <= _ONE_AUTHOR:
            return False
        index = document.tokens.index
        return matches > sum(len(index[form]) for form in _figures(document, self._rival))

    def _hit(self, document: Document, match: regex.Match[str]) -> Hit:
        name = "found" if "found" in self._compiled.groupindex else 0
        text = _WRITERS[self.write](document, match)
        return Hit.replacing(Span(*match.span(name)), text)


def _is_shown(document: Document, pattern: regex.Pattern[str]) -> bool:
    """Is the text short, and does it match, or show that it was translated in pieces?"""
    if document.words > _ONE_AUTHOR:
        return False
    return bool(pattern.search(document.text)) or len(signs(document)) >= _DAMAGED


def _is_cited(match: regex.Match[str]) -> bool:
    """Does the figure stand alone between quotation marks, spoken of rather than used?"""
    before = match.string[max(0, match.start() - 2) : match.start()].strip()
    after = match.string[match.end() : match.end() + 2].strip()
    return before[-1:] in _QUOTES and after[:1] in _QUOTES


def _is_foreign(document: Document, token: int) -> bool:
    """Does the sentence, where it is long enough to tell, read as another language?"""
    first, last = document.sentence_of(token)
    near = document.tokens.lower[max(first, token - _NEAR) : min(last, token + _NEAR)]
    words = [form for form in near if form[0].isalpha()]
    return len(words) >= _TELLING and not reads_as_french(words)


def _figures(document: Document, form: regex.Pattern[str]) -> list[str]:
    """The forms of the document that begin with a figure and match `form`."""
    return [word for word in document.tokens.figures if form.fullmatch(word)]


def _number(document: Document, match: regex.Match[str]) -> str:
    return rewrite_number(match["number"], group_space(document.text))


def _amount(document: Document, match: regex.Match[str]) -> str:
    """« $1,249.90 » → « 1 249,90 $ »; « $1.2 milliard » → « 1,2 milliard de dollars »."""
    number = _number(document, match)
    sign = SIGNS.get(match["sign"], match["sign"])
    written = _SCALES.get(match.groupdict().get("short") or "", match["scale"])
    if written and match["scale"] is None and number[0] in "01" and not number[1:2].isdigit():
        written = written.removesuffix("s")
    if written and sign in CURRENCIES:
        return f"{number} {written} {CURRENCIES[sign]}"
    scale = f"\u00a0{written}" if written else ""
    return f"{number}{scale}\u00a0{sign}"


_ZONES = {"E": "New York", "C": "Chicago", "P": "Los Angeles", "B": "Londres"}
_SCALES = {"M": "millions", "B": "milliards", "bn": "milliards"}


def _clock(document: Document, match: regex.Match[str]) -> str:
    """« 2:07 PM » → « 14 h 07 », « 10:00 AM - 6:30 PM » → « 10 h - 18 h 30 »."""
    groups = match.groupdict()
    half = groups["half"] or ""
    if not groups.get("until"):
        text = _hour(match["hour"], match["minutes"], half)
    else:
        last = groups["last_half"]
        if not half and last.lower().startswith("p") and int(match["hour"]) < int(match["until"]):
            half = last
        text = (
            _hour(match["hour"], match["minutes"], half or "am")
            + match["joint"]
            + _hour(match["until"], match["last_minutes"], last)
        )
        half = last
    if groups.get("zone"):
        text += f" (heure de {_ZONES[groups['zone'][0]]})"
    rest = document.text[match.end() : match.end() + 2].strip(" ")
    ends_sentence = half.endswith(".") and (not rest or rest[0] == "\n" or rest[0].isupper())
    return text + "." if ends_sentence else text


def _hour(hour: str, minutes: str | None, half: str) -> str:
    number = int(hour)
    if half and number <= 12:
        number = number % 12 + (12 if half.lower().startswith("p") else 0)
    shown = "" if minutes in (None, "00") else f"\u00a0{minutes}"
    return f"{number}\u00a0h{shown}"


def _swap(_: Document, match: regex.Match[str]) -> str:
    return f"{int(match['day']):02}/{int(match['month']):02}/{match['year']}"


def _date(_: Document, match: regex.Match[str]) -> str:
    year = f" {match['year']}" if match["year"] else ""
    return f"{day(match['day'])} {match['month'].lower()}{year}"


def _lower(_: Document, match: regex.Match[str]) -> str:
    return match["found"].lower()


_ROMAN = " I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split(" ")


def _ordinal(document: Document, match: regex.Match[str]) -> str:
    """« 3rd » → « 3e », « la 1ª » → « la 1re », « 3rd mars » → « 3 mars », « 18th siècle »."""
    number = match["number"]
    if document.text.startswith("siècle", match.end("found") + 1) and int(number) < len(_ROMAN):
        return f"{_ROMAN[int(number)]}{'er' if number == '1' else 'e'}"
    if match["month"]:
        return day(number)
    if number != "1":
        return f"{number}e"
    return "1re" if match["ending"] == "ª" or match["feminine"] else "1er"


def _century(_: Document, match: regex.Match[str]) -> str:
    """« siècle 18 » → « XVIIIe siècle »."""
    number = int(match["number"])
    return f"{_ROMAN[number]}{'er' if number == 1 else 'e'} siècle"


def _range(_: Document, match: regex.Match[str]) -> str:
    """« 2 - 3 » → « 2 à 3 »."""
    return f"{match['number']} à {match['last']}"


_UNITS = {"mts": "m", "lts": "l", "hrs": "h"}


def _unit(_: Document, match: regex.Match[str]) -> str:
    """« Kms » → « km », « hrs » → « h »."""
    unit = match["unit"].lower()
    return _UNITS.get(unit, unit.removesuffix("s"))


def _comma(_: Document, match: regex.Match[str]) -> str:
    """« 0.001 » → « 0,001 », « 9’40 » → « 9,40 »."""
    return regex.sub("[.'’]", ",", match["number"])


def _space(_: Document, match: regex.Match[str]) -> str:
    return f"\u00a0{match['mark']}"


def _no_break(_: Document, match: regex.Match[str]) -> str:
    return match["number"].replace(" ", "\u00a0")


def _short_ordinal(_: Document, match: regex.Match[str]) -> str:
    """« 2ème » → « 2e », « 1ère » → « 1re »."""
    return f"{match['number']}{'re' if match['ending'].endswith('re') else 'e'}"


def _numero(_: Document, match: regex.Match[str]) -> str:
    return f"{'N' if match['found'][0] == 'N' else 'n'}°\u00a0"


def _delete(_: Document, __: regex.Match[str]) -> str:
    return ""


_WRITERS: Mapping[str, Callable[[Document, regex.Match[str]], str]] = {
    "number": _number,
    "amount": _amount,
    "clock": _clock,
    "swap": _swap,
    "date": _date,
    "lower": _lower,
    "ordinal": _ordinal,
    "century": _century,
    "range": _range,
    "unit": _unit,
    "comma": _comma,
    "delete": _delete,
    "space": _space,
    "no-break": _no_break,
    "short-ordinal": _short_ordinal,
    "numero": _numero,
}

"""« précise-t-il » after the words of a woman, and « raconte-t-elle » after those of a man."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import ClassVar

from mtqa import lexicon
from mtqa.findings import Edit, Hit
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document

__all__ = ["SpeakerGender"]

_SWAPPED = {"-t-il": "-t-elle", "-t-elle": "-t-il", "-il": "-elle", "-elle": "-il"}
_MALE, _FEMALE = "m", "f"
_TITLES = {"M.": _MALE, "M": _MALE, "Mme": _FEMALE, "Mlle": _FEMALE, "Mmes": _FEMALE}
_FOR_MEN = frozenset("le un ce son notre l' cet du au".split())
_FOR_WOMEN = frozenset("la une cette sa notre l'".split())
_BACK = 3
"""So many paragraphs, with that of the quotation, tell who speaks."""
_APPOSED = 8
"""A role stands at most so many tokens before the name of who has it."""
_DOUBT = "?"
_IMPERSONAL = frozenset(("y", "faut", "fallait", "est", "s'", "s'agit", "pleut"))
_OWN = frozenset(("son", "sa", "notre"))
_SUBJECTS = {
    _MALE: ("le", "ce", "un", "son", "l'", "il"),
    _FEMALE: ("la", "cette", "une", "sa", "l'", "elle"),
}
"""What opens a sentence whose subject may be the one that speaks: « Le communiqué »."""
_PRONOUN_SET = frozenset(("il", "elle", "-il", "-elle"))
_CLOSERS = frozenset('»”"')

_FARTHEST = 250
"""Tokens before the verb in which those who may speak are looked for."""


@parameters
class SpeakerGender:
    """A pronoun behind a quotation of the gender that nobody around it has.

    Who is named before tells: titles, first names, and the `roles` of the columns `masculine`
    and `feminine` behind their articles. Silent where anybody, or any subject that may speak as
    a communiqué does, has the gender of the pronoun.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    roles: Table

    @cached_property
    def _roles(self) -> tuple[frozenset[str], frozenset[str]]:
        rows = self.roles.column_rows("masculine", "feminine")
        return frozenset(row[0] for row in rows), frozenset(row[1] for row in rows)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each such pronoun."""
        tokens = document.tokens
        for number in tokens.positions(tuple(_SWAPPED)):
            verb = number - 1
            if verb < 3 or not _closes_quotation(document, verb):
                continue
            wrong = _MALE if tokens.lower[number] in ("-il", "-t-il") else _FEMALE
            if self._is_other(document, verb, wrong):
                yield _hit(document, number, wrong)

    def _is_other(self, document: Document, verb: int, wrong: str) -> bool:
        """Is everybody named around of the other gender, and somebody is?"""
        block = bisect_left(document.paragraphs, document.paragraph_of(verb))
        genders: set[str] = set()
        for back in range(min(_BACK, block + 1)):
            first, last = document.paragraphs[block - back]
            first = max(first, verb - _FARTHEST)
            genders = self._genders(document, first, min(last, verb))
            if wrong in genders or _speaks_of(document, first, min(last, verb), wrong):
                return False
            if _opens_with(document, first, min(last, verb), wrong, self):
                return False
            if genders or not _PRONOUN_SET.isdisjoint(document.tokens.lower[first:verb]):
                break
        return bool(genders - {_DOUBT}) and _DOUBT not in genders

    def _genders(self, document: Document, first: int, last: int) -> set[str]:
        """The genders of those who are named in these tokens, outside quotations."""
        genders: set[str] = set()
        for number in range(first, last - 1):
            if document.quote_around(number) is None:
                genders |= self.gender(document, number)
        return genders

    def gender(self, document: Document, number: int) -> set[str]:
        """The gender of the person who is named here; a doubt where it cannot be told."""
        tokens = document.tokens
        form, lower, after = tokens.forms[number], tokens.lower[number], tokens.lower[number + 1]
        if form in _TITLES:
            return {_TITLES[form]}
        men, women = self._roles
        male = after in men and lower in _FOR_MEN and not (after in women and lower == "l'")
        female = after in women and lower in _FOR_WOMEN and not (after in men and lower == "l'")
        if male or female:
            return {_DOUBT} if lower in _OWN else {_MALE if male else _FEMALE}
        if not (form.istitle() and tokens.forms[number + 1].istitle()):
            return set()
        tags = document.entry(number).tags
        sexes = tags & (lexicon.MASCULINE | lexicon.FEMININE)
        if tags & lexicon.FIRST_NAME and sexes in (lexicon.MASCULINE, lexicon.FEMININE):
            return {_MALE if sexes == lexicon.MASCULINE else _FEMALE}
        near = tokens.lower[max(0, number - _APPOSED) : number]
        told = any(
            one in _FOR_MEN | _FOR_WOMEN and two in men | women for one, two in pairwise(near)
        )
        return set() if told or document.entry(number).common else {_DOUBT}


def _speaks_of(document: Document, first: int, last: int, wrong: str) -> bool:
    """Does a pronoun there stand for somebody of that gender?"""
    lower = document.tokens.lower
    pronoun = "il" if wrong == _MALE else "elle"
    return any(
        lower[number] == pronoun
        and lower[number + 1] not in _IMPERSONAL
        and document.quote_around(number) is None
        for number in range(first, last)
    )


def _opens_with(
    document: Document, first: int, last: int, wrong: str, roles: SpeakerGender
) -> bool:
    """Does a sentence open with a subject of that gender that is no person: « Le communiqué »?"""
    return any(
        document.tokens.lower[sentence.first] in _SUBJECTS[wrong]
        and not roles.gender(document, sentence.first)
        for sentence in document.sentences[
            bisect_left(document.sentences, (first,)) : bisect_left(document.sentences, (last,))
        ]
    )


def _closes_quotation(document: Document, verb: int) -> bool:
    """Does the verb of « », précise-t-il » or « », a-t-il dit » follow a closing mark?"""
    tokens = document.tokens
    if not document.entry(verb).tags & lexicon.FINITE:
        return False
    before = verb - 1 - (tokens.lower[verb - 1] == "s'")
    if tokens.forms[before] == ",":
        before -= 1
    return tokens.forms[before] in _CLOSERS


def _hit(document: Document, number: int, wrong: str) -> Hit:
    """The pronoun of the other gender, and the participle of « s’est-il réjoui » with it."""
    tokens = document.tokens
    edits = [Edit(document.span(number, number), _SWAPPED[tokens.lower[number]])]
    last = number
    participle = number + 1 < len(tokens) and tokens.lower[number - 2] == "s'"
    if participle and document.entry(number + 1).tags & lexicon.PAST_PARTICIPLE:
        last = number + 1
        form = tokens.forms[last]
        changed = f"{form}e" if wrong == _MALE else form.removesuffix("e")
        edits.append(Edit(document.span(last, last), changed))
    return Hit(document.span(number - 1, last), (tuple(edits),))

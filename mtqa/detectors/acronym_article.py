"""Article and preposition before an acronym: « la ONU », « de OTAN », « l’NASA », « des G20 »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.agreement import single_gender
from mtqa.languages.fr.elision import CONTRACTIONS, opens_with_vowel
from mtqa.lexicon import FINITE, NOUN, PAST_PARTICIPLE, PLURAL, PROPER, SINGULAR
from mtqa.noun_phrases import opens_sentence
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.tables import Table
from mtqa.text import Document

__all__ = ["AcronymArticleDetector"]

_SPLIT = {"du": ("de", "le"), "au": ("à", "le"), "des": ("de", "les"), "aux": ("à", "les")}
"""Contracted words and what is in them."""
_ARTICLES = frozenset(("le", "la", "l'", "les", "du", "au", "des", "aux", "un", "une"))
_QUANTITIES = frozenset("plus moins pas peu trop assez beaucoup tant autant jamais point".split())
_ROMAN = pattern(r"[IVXLC]+")
_WORDS = frozenset(("UNIX", "UN", "UNE", "OUI", "ONZE", "ET", "OU", "EN", "AU", "AUX"))
_LONGEST_NEW = 5
_LONGEST_ACRONYM = 7
_SINGULARS = ("le", "la", "du", "au", "l'")
_GENDER_SHOWN = {"le": "m", "un": "m", "la": "f", "une": "f"}
_USUAL_WORD = 33
"""Ten times the Zipf frequency from which letters are a word somewhere."""


@parameters
class AcronymArticleDetector:
    """The wrong article, or none, before an acronym.

    `acronyms` has the columns `acronym`, `gender` (m or f) and `certain`: « body » where the
    acronym names one body, which always has its article, « gender » where at least its gender
    is beyond doubt (« la GPL » and « le GPL » are two things). French goes by the letter that the
    acronym begins with, however it is read: « l’ONU », « l’UE », « la NASA », « le FMI ».
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    acronyms: Table

    @cached_property
    def _known(self) -> dict[str, tuple[str, str]]:
        rows = self.acronyms.column_rows("acronym", "gender", "certain")
        return {acronym: (gender, certain) for acronym, gender, certain in rows}

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every wrong or missing article."""
        tokens = document.tokens
        seen: set[int] = set()
        for acronym, (gender, certain) in self._known.items():
            for number in tokens.index.get(acronym.lower(), ()):
                if tokens.forms[number] == acronym and number and _is_prose(document, number):
                    seen.add(number)
                    yield from _judge(document, number, gender, certain)
        for article in _SINGULARS:
            for before in tokens.index.get(article, ()):
                number = before + 1
                if number >= len(tokens) or number in seen:
                    continue
                gender = _apposed_gender(document, number)
                if gender:
                    yield from _judge(document, number, gender, "gender")
                elif article != "l'" and _is_open(document, number):
                    yield from _with(document, number, article, "l’")


def _apposed_gender(document: Document, number: int) -> str:
    """The gender that what follows an acronym shows: « le FEMP, la Fédération… »; or empty."""
    tokens = document.tokens
    form = tokens.forms[number]
    if not (form.isupper() and form.isalpha() and 2 < len(form) < _LONGEST_ACRONYM):
        return ""
    if number + 4 >= len(tokens) or tokens.forms[number + 1] not in (",", "("):
        return ""
    if not _is_prose(document, number) or form in _WORDS:
        return ""
    gender = _GENDER_SHOWN.get(tokens.lower[number + 2], "")
    tags = document.entry(number + 3).tags
    if not tags & NOUN or form[0] != tokens.forms[number + 3][0]:
        return ""
    return gender or single_gender(tags)


def _judge(document: Document, number: int, gender: str, certain: str) -> Iterator[Hit]:
    tokens = document.tokens
    before = tokens.lower[number - 1]
    article = "l’" if opens_with_vowel(tokens.forms[number]) else {"m": "le", "f": "la"}[gender]
    if before in ("un", "une"):
        right = {"m": "un", "f": "une"}[gender]
        goes_on = _goes_on(document, number) or tokens.lower[number - 2] == "l'"
        if certain and before != right and not goes_on:
            yield _hit(document, number - 1, number, right)
    elif before in ("des", "les", "aux"):
        if certain == "body" and not _is_plural(document, number):
            yield from _with(document, number, before, article)
    elif before in _ARTICLES:
        if certain or "l’" in (article, before.replace("'", "’")):
            yield from _with(document, number, before, article)
    elif certain == "body" and before in ("de", "d'", "à") and _lacks_article(document, number):
        yield _hit(document, number - 1, number, _join(before.replace("d'", "de"), article))


def _with(document: Document, number: int, before: str, article: str) -> Iterator[Hit]:
    """A hit where `before` holds another article than `article`."""
    preposition, old = _SPLIT.get(before, ("", before))
    first = number - 1
    if not preposition and number > 1 and document.tokens.lower[number - 2] in ("de", "à"):
        first -= 1
        preposition = document.tokens.lower[first]
    joined = (preposition, article) in CONTRACTIONS and first < number - 1
    same = old.replace("'", "’") == article and not joined
    changes_gender = {old, article} == {"le", "la"}
    if same or (changes_gender and _goes_on(document, number)):
        return
    if old == "l'" and document.tokens.forms[number][0] == "H":
        return
    yield _hit(document, first, number, _join(preposition, article))


def _join(preposition: str, article: str) -> str:
    if not preposition:
        return article
    return CONTRACTIONS.get((preposition, article), f"{preposition} {article}")


def _hit(document: Document, first: int, number: int, words: str) -> Hit:
    if document.tokens.forms[first][0].isupper():
        words = words[0].upper() + words[1:]
    space = "" if words.endswith("’") else " "
    text = words.replace("’", document.apostrophe) + space + document.tokens.forms[number]
    return Hit.replacing(document.span(first, number), text)


def _is_prose(document: Document, number: int) -> bool:
    tokens = document.tokens
    gap = document.gap(number - 1)
    if "\n" in gap or (tokens.forms[number - 1].isupper() and len(tokens.forms[number - 1]) > 1):
        return False
    after = document.text[tokens.ends[number] : tokens.ends[number] + 1]
    return gap == ("" if tokens.lower[number - 1].endswith("'") else " ") and after not in "-/_"


def _is_open(document: Document, number: int) -> bool:
    """Is this an acronym that begins with a vowel, in French or from nowhere else?

    A word of another language in capitals (« le UPDATE ») is a name, not an acronym.
    """
    form = document.tokens.forms[number]
    if len(form) < 3 or not (form.isupper() and form.isalpha()) or form[0] not in "AEIOU":
        return False
    entry = document.entry(number)
    foreign = max(entry.en, entry.es, entry.it, entry.fr) >= _USUAL_WORD
    if not entry.tags & PROPER and (entry.common or foreign or len(form) > _LONGEST_NEW):
        return False
    if number > 1 and document.tokens.lower[number - 2] == "à":
        return False
    article = document.tokens.forms[number - 1]
    opens = article == "La" and opens_sentence(document, number - 1)
    if form in _WORDS or _ROMAN.fullmatch(form) or not (article.islower() or opens):
        return False
    following = document.tokens.forms[number + 1 : number + 2]
    shouting = bool(following) and following[0].isupper() and len(following[0]) > 1
    return not shouting and _is_prose(document, number)


def _goes_on(document: Document, number: int) -> bool:
    """Is the acronym only the beginning of a name or of a compound?"""
    following = document.tokens.forms[number + 1 : number + 2]
    if not following or not following[0][0].isalnum():
        return False
    tags = document.entry(number + 1).tags
    is_noun = tags & NOUN and not tags & FINITE
    return not following[0].islower() or not document.entry(number + 1).common or bool(is_noun)


def _is_plural(document: Document, number: int) -> bool:
    """Are several meant: « des G20 successifs », « les G7 et G20 »?"""
    following = document.tokens.lower[number + 1 : number + 2]
    if not following or following[0] in ("et", "ou", ",", "/", "de", "du", "des", "d'", "qui"):
        return bool(following)
    tags = document.entry(number + 1).tags
    return bool(tags & PLURAL and not tags & SINGULAR) or _goes_on(document, number)


def _lacks_article(document: Document, number: int) -> bool:
    """Does a noun or participle stand before the bare preposition, and no name after?"""
    if number < 2 or _goes_on(document, number):
        return False
    if document.tokens.lower[number - 2] in _QUANTITIES:
        return False
    return bool(document.entry(number - 2).tags & (NOUN | PAST_PARTICIPLE))

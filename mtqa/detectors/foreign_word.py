"""Single words of another language among French ones."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.foreign_context import is_used_in_french, joins_figures, may_be_verb, opens_date
from mtqa.foreign_repairs import GENDERS, UNSURE, repairs
from mtqa.languages.fr.cognates import cognate, lacks_accents
from mtqa.languages.fr.determiners import FOREIGN_DETERMINERS
from mtqa.languages.fr.foreign import (
    NAMED_THINGS,
    PERSONS,
    is_french,
    is_french_beside,
    is_plainly_foreign,
    is_unseen_in_french,
    leans_abroad,
    leans_to_french,
    likeliest_language,
)
from mtqa.languages.fr.glossary import Glossary, Word
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    FINITE,
    INFINITIVE,
    NOUN,
    PAST_PARTICIPLE,
    PLACE,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PRONOUN,
    PROPER,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document

__all__ = ["ForeignWordDetector"]

_UNLISTED = "unlisted"
_DESCRIBING = ("adverb", "adjective", "adjectives")
_RANGE = "range"
_UNUSED = 20
"""Zipf × 10: how common a form may be in French that is no word of it."""
_NEAR = {True: 6, False: 4}
"""How far from a noun, a joined pair or a first word, and from another, it may stand."""
_MOST_OFTEN = 2
"""How often a text uses an English or unlisted word that is not one of its terms."""
_OPENING = (",", "(")
_CLOSING = frozenset(".,;:!?…)[»”·|•")
_SERIES = (",", "et", "ou")
_AUXILIARIES = frozenset(
    "is was are were has had will would should could must está fue tiene será puede debe están"
    " fueron había".split()
)
"""Verbs that a name may stand before."""
_LISTING = frozenset(("et", "ou", "ni", "à"))
"""What stands before English words that are values or names: « auto, fast ou safety »."""
_ARTICLES = frozenset("le la les l' un une des du de d' ce cette ces son sa ses leur leurs".split())
_DETERMINERS = _ARTICLES - {"du", "de", "d'", "des"}
_FRENCH_ARTICLES = frozenset("le les l' l’ une des du ce cette ces sa ses leur leurs".split())
"""Determiners that neither Spanish nor English writes so."""
_OWNING = frozenset("le la l' son sa mon ma notre votre leur un une".split())
_VERBAL = (
    FINITE | INFINITIVE | PAST_PARTICIPLE | PRESENT_PARTICIPLE | ADVERB | PRONOUN | PREPOSITION
)
_BEFORE_VOWEL = {"e": ("i", "hi"), "u": ("o", "ho")}
"""Spanish for « et » and « ou » before the vowel that they would end in."""
_BEFORE_LETTERS = frozenset("lettre lettres touche voyelle syllabe paragraphe alinéa".split())
_VARIABLE = "x"
"""What a text speaks of where « y » is a variable too."""


@parameters
class ForeignWordDetector:
    """A word of the column `foreign` with French on both sides.

    `table` gives its translations as `french`, and as `kind` how they stand in the sentence:
    `m`, `f`, `mp`, `fp` (a noun, whose determiner agrees), `article` (a determiner), `de` (it
    elides and contracts), `adverb`, `coordination` (« y » where no verb follows), `before article`
    (only before one), `opening` (only before an article at the head of a sentence), `range`
    (only between figures). With `unlisted`, common foreign words that no French text has are
    reported too, unless they are `borrowed`; the correction is a French word that they resemble.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    table: Table
    unlisted: bool = False
    borrowed: frozenset[str] = frozenset()

    @cached_property
    def _glossary(self) -> Glossary:
        return Glossary(self.table)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every word that stands alone among French ones."""
        index = document.tokens.index
        for form, word in self._candidates(index):
            language = likeliest_language(form)
            if language == "en" and (
                document.holds_code or (_is_content(word) and len(index[form]) > _MOST_OFTEN)
            ):
                continue
            for token in index[form]:
                first = _start(document, token, word)
                if _is_content(word) and may_be_verb(document, first):
                    continue
                if _is_alone(document, first, token, word, language):
                    yield Hit(document.span(first, token), repairs(document, first, token, word))

    def _candidates(self, index: dict[str, list[int]]) -> Iterator[tuple[str, Word]]:
        words = self._glossary.words(index)
        yield from words.items()
        if self.unlisted:
            for form, places in index.items():
                seldom = len(places) <= _MOST_OFTEN and form not in words
                word = _unlisted(form) if seldom and form not in self.borrowed else None
                if word:
                    yield form, word


_UNKNOWN = Word((UNSURE,), _UNLISTED)


def _unlisted(form: str) -> Word | None:
    """A word that only other languages have, with the French one that it resembles."""
    if lookup(form).known:
        return None
    common = is_plainly_foreign(form)
    if (not common and not is_unseen_in_french(form)) or lacks_accents(form):
        return None
    return cognate(form, likeliest_language(form)) or (_UNKNOWN if common else None)


def _is_noun(word: Word) -> bool:
    return word.kind in GENDERS or word.kind == _UNLISTED


def _is_content(word: Word) -> bool:
    return _is_noun(word) or word.kind in _DESCRIBING


def _start(document: Document, token: int, word: Word) -> int:
    """The word itself, or the foreign article before a noun."""
    opened = token > document.sentence_of(token).first
    if _is_noun(word) and opened and document.tokens.lower[token - 1] in FOREIGN_DETERMINERS:
        return token - 1
    return token


def _is_alone(document: Document, first: int, token: int, word: Word, language: str) -> bool:
    """Are the words on both sides French, in a French sentence, and the word itself used?"""
    tokens = document.tokens
    sentence = document.sentence_of(token)
    if word.kind == _RANGE:
        return joins_figures(document, token)
    opens = first == sentence.first
    if tokens.forms[first].isupper() and len(tokens.forms[first]) > 1:
        return False
    if not (opens or tokens.forms[first].islower()) or (
        opens and _is_content(word) and first == token
    ):
        return False
    if not (
        _is_led(document, first, word, language) and _is_followed(document, token, word, language)
    ):
        return False
    near = _NEAR[opens or _is_content(word) or word.kind == "coordination"]
    sure = _is_content(word) and _is_sure(document, first, token)
    return is_used_in_french(document, first, token, language, near, sure=sure) and _fits(
        document, token, word.kind
    )


def _is_sure(document: Document, first: int, token: int) -> bool:
    """Is it no word of French, nor of English, or one after a figure: « 3 hours »?"""
    entry = document.entry(token)
    counted = first > 0 and document.tokens.forms[first - 1].isdigit()
    return not entry.known and (counted or max(entry.fr, entry.en) <= _UNUSED)


def _is_led(document: Document, first: int, word: Word, language: str) -> bool:
    """Is what stands before French?"""
    tokens = document.tokens
    start = document.sentence_of(first).first
    if first == start:
        return True
    before = first - 1
    adverbial = word.kind == "adverb" or not _is_content(word)
    series = language == "en" and word.kind in GENDERS and _goes_on(document, before)
    if tokens.forms[before] in _OPENING and before > start and (adverbial or series):
        before -= 1
    if _is_noun(word) and tokens.forms[before].isdigit():
        return True
    form, lower = tokens.forms[before], tokens.lower[before]
    if not (adverbial or series) and lower in _LISTING and language == "en":
        return False
    if word.french == ("et",) and form[0].isupper():
        return _joins_names(document, before, first + 1)
    if lower in ("de", "d'") and before > start + 1 and tokens.forms[before - 1][0].isupper():
        return is_french(tokens.lower[before - 1])
    near_enough = _is_content(word) and (language == "es" or adverbial)
    french = is_french(lower) or (near_enough and is_french_beside(lower, language))
    if form[0].isupper() and not _is_content(word):
        following = tokens.forms[min(first + 1, len(tokens) - 1)]
        if tokens.lower[first] in _AUXILIARIES:
            return True
        if before > start:
            return following in _FRENCH_ARTICLES
    return (form.islower() or before == start) and french and lower not in NAMED_THINGS


def _joins_names(document: Document, before: int, after: int) -> bool:
    """Does « y » stand between a name and an article, or between two places?"""
    lower = document.tokens.lower
    if after >= len(lower):
        return False
    if lower[after] in _DETERMINERS:
        return not lookup(lower[before]).tags & _VERBAL
    return all(lookup(lower[n]).tags & PLACE for n in (before, after))


def _goes_on(document: Document, joint: int) -> bool:
    """Does a French word stand before this « , », « et » or « ou »?"""
    lower = document.tokens.lower
    return lower[joint] in _SERIES and joint > 0 and leans_to_french(lower[joint - 1], "en")


def _is_followed(document: Document, token: int, word: Word, language: str) -> bool:
    """Is what stands after French, or, after a noun, at least no foreign word?"""
    tokens = document.tokens
    after = token + 1
    sentence = document.sentence_of(token)
    if token == sentence.first and after + 1 < sentence.last and tokens.forms[after] == ",":
        after += 1
    if after >= sentence.last:
        return _is_content(word)
    form, lower = tokens.forms[after], tokens.lower[after]
    if _is_content(word) and not form.islower():
        return form in _CLOSING or (
            form[0].isdigit() if word.kind == "adverb" else _names(document, token, word)
        )
    if form[0].isdigit() and not _is_content(word):
        return True
    if _is_content(word) and language != "en":
        return lookup(lower).common and not leans_abroad(lower)
    if word.kind == "article" and lookup(lower).tags & NOUN:
        return form.islower()
    if word.kind == "coordination" and (
        lookup(lower).tags & PLACE or (tokens.lower[token] in _BEFORE_VOWEL and form.islower())
    ):
        return True
    adverbial = word.kind == "adverb" and is_french_beside(lower, language)
    return form.islower() and (is_french(lower) or adverbial)


def _names(document: Document, token: int, word: Word) -> bool:
    """Does a noun with its determiner stand before a name: « son husband Dan »?"""
    tokens = document.tokens
    following = tokens.forms[token + 1]
    return (
        tokens.lower[token - 1] in _OWNING
        and following.istitle()
        and (word.french[0] in PERSONS or bool(lookup(tokens.lower[token + 1]).tags & PROPER))
    )


def _fits(document: Document, token: int, kind: str) -> bool:
    """Does the word stand where a word of its kind does?"""
    lower = document.tokens.lower
    if len(lower[token]) <= 2 and lower[token - 1] in _BEFORE_LETTERS:
        return False
    if kind == "opening":
        return token == document.sentence_of(token).first and lower[token + 1] in _DETERMINERS
    if kind not in ("article", "before article", "coordination"):
        return True
    if kind == "coordination" and token == document.sentence_of(token).first:
        return lower[token + 1] in _DETERMINERS
    if not lower[token + 1].startswith(_BEFORE_VOWEL.get(lower[token], "")):
        return False
    before, after = lookup(lower[token - 1]).tags, lookup(lower[token + 1]).tags
    if kind == "article":
        return bool(after & NOUN) or opens_date(document, token + 1)
    if kind == "before article":
        return bool(before & NOUN) and lower[token + 1] in _ARTICLES
    is_name = document.tokens.forms[token - 1][0].isupper()
    if is_name and _VARIABLE not in document.tokens.index:
        return True
    follows = lower[token + 1] in _DETERMINERS or bool(after & NOUN and not after & _VERBAL)
    follows = follows or lower[token] in _BEFORE_VOWEL
    is_noun = before & (NOUN | ADJECTIVE) and (
        not before & _VERBAL or lower[token - 2] in _ARTICLES
    )
    return bool(is_noun) and follows and _VARIABLE not in document.tokens.index

"""Verbs and adjectives of another language, in any of their forms, among French words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, NamedTuple

from mtqa.findings import Edit, Hit
from mtqa.foreign_context import is_used_in_french, noun_beside
from mtqa.languages.fr.determiners import agrees, before_name
from mtqa.languages.fr.elision import opens_with_vowel
from mtqa.languages.fr.foreign import (
    NAMED_THINGS,
    is_french_beside,
)
from mtqa.languages.fr.foreign_forms import (
    adjective_forms,
    bases,
    french_adjective,
    french_verb,
    verb_forms,
)
from mtqa.lexicon import (
    DETERMINER,
    FINITE,
    INFINITIVE,
    NOUN,
    NUMERAL,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    SINGULAR,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document, Span

__all__ = ["ForeignInflectedWordDetector"]

_COMMON_ABROAD = 30
_FAR = 11
_FAR_FROM_A_WORD = 20
_RARE_IN_FRENCH = 26
_NEARER = 8
"""Zipf × 10: how common a form must be abroad, how much rarer in French, and how rare there if
French has a word that looks the same, or only a name."""
_UNUSED = 20
"""Zipf × 10: how common a form may be in French that is no word of it."""
_NEAR = 6
_COLUMNS = ("foreign", "french", "kind", "forms")
_FORMS = 3
"""How many tabs a row with irregular forms has."""
_MOST_OFTEN = 2
"""How often a text uses a word that is not one of its terms."""
_OPENING = (",", "(")
_QUOTES = frozenset('»”"')
_CLOSING = frozenset(".,;:!?…)[»”·|–—•")
_OBJECTS = frozenset(
    "que qu' le la les l' un une des du son sa ses leur leurs ce cette ces".split()
)
"""What stands after a finite verb rather than after a participle."""
_ARTICLES = frozenset("le la l' les un une des du au aux ce cet cette ces son sa ses".split())
_PRONOUNS = ("le", "la", "l'", "les")
_GOVERNING = ("de", "d'", "à", "pour", "sans")
_PRESENT = ("Y", "Ip3s")
_AUXILIARIES = frozenset(
    "a ont est sont était étaient avait avaient fut furent sera seront être avoir été".split()
)
_BEFORE_VOWEL = {"nouveau": "nouvel", "vieux": "vieil", "beau": "bel"}


class _Form(NamedTuple):
    french: str
    language: str
    is_verb: bool
    with_etre: bool
    feature: str


@parameters
class ForeignInflectedWordDetector:
    """A form of a verb or adjective of the column `foreign` with French on both sides.

    `table` gives its `french`, as `kind` its language and part of speech (`es verb`, `en
    adjective`, `es verb être`), as `forms` irregular ones with their features. The correction
    has the tense of the form, or the gender and number of the noun beside it. `borrowed` forms
    are words of French jargon too.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    table: Table
    borrowed: frozenset[str] = frozenset()

    @cached_property
    def _irregular(self) -> dict[str, str]:
        """The irregular forms, with the row of their word."""
        rows = (row for group in self.table.openings.values() for row in group)
        return {
            item.partition("/")[0]: row
            for row in rows
            if row.count("\t") == _FORMS
            for item in row.rpartition("\t")[2].split()
        }

    def _form(self, word: str) -> _Form | None:
        """What a form is, if it is one of a word of the table."""
        rows = [self._irregular[word]] if word in self._irregular else []
        listed = self.table.openings
        rows += [row for base in bases(word) for row in listed.get(base, ())]
        found = []
        for row in rows:
            foreign, french, kind, own = self.table.cells(row, *_COLUMNS)
            language, part, *auxiliary = kind.split()
            is_verb = part == "verb"
            forms = (
                verb_forms(foreign, language, own)
                if is_verb
                else adjective_forms(foreign, language)
            )
            for form, feature in forms:
                if form == word:
                    found.append(_Form(french, language, is_verb, bool(auxiliary), feature))
                    break
        entry = lookup(word)
        likeliest = "en" if entry.en > entry.es else "es"
        return max(found, key=lambda form: form.language == likeliest, default=None)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every form that stands alone among French words."""
        for word, places in document.tokens.index.items():
            if len(places) > _MOST_OFTEN or word in self.borrowed or not _may_be_foreign(word):
                continue
            form = self._form(word)
            if not form or not _is_foreign(word, form.language):
                continue
            if form.language == "en" and document.holds_code:
                continue
            for token in places:
                if _is_alone(document, token, form):
                    yield Hit(document.span(token, token), tuple(_repairs(document, token, form)))


def _may_be_foreign(word: str) -> bool:
    entry = lookup(word)
    return max(entry.en, entry.es) - entry.fr >= _NEARER and not entry.tags & FINITE


def _is_foreign(word: str, language: str) -> bool:
    """Is the form far commoner in the language than in French?"""
    entry = lookup(word)
    abroad = entry.en if language == "en" else entry.es
    if entry.known and not entry.common:
        return abroad - entry.fr >= _NEARER
    if entry.known:
        return entry.fr <= _RARE_IN_FRENCH and abroad - entry.fr >= _FAR_FROM_A_WORD
    return (abroad >= _COMMON_ABROAD or not entry.fr) and abroad - entry.fr >= _FAR


def _is_alone(document: Document, token: int, form: _Form) -> bool:
    tokens = document.tokens
    sentence = document.sentence_of(token)
    if not tokens.forms[token].islower() or not sentence.first < token:
        return False
    before = token - 1
    if tokens.forms[before] in _OPENING and before > sentence.first:
        before -= 1
    if form.is_verb and tokens.forms[before] in _QUOTES:
        return is_used_in_french(
            document, token, token, form.language, _NEAR, sure=_is_sure(document, token)
        )
    led = tokens.lower[before]
    is_name = tokens.forms[before][0].isupper() and before > sentence.first
    apart = before < token - 1
    telling = form.language == "es" or _is_predicate(document, token, form)
    common = form.language == "es" and document.entry(before).common
    if is_name and not (telling and (form.is_verb or apart or common)):
        return False
    if led in NAMED_THINGS or not (is_name or is_french_beside(led, form.language)):
        return False
    if token + 1 < sentence.last:
        after = tokens.forms[token + 1]
        names = telling and (after[0].isupper() or after[0].isdigit())
        french = after.islower() and is_french_beside(tokens.lower[token + 1], form.language)
        if not (after in _CLOSING or names or french):
            return False
    return is_used_in_french(
        document, token, token, form.language, _NEAR, sure=_is_sure(document, token)
    )


def _is_predicate(document: Document, token: int, form: _Form) -> bool:
    """Is the English form one of a verb with an object or a name, and not of a borrowed noun?"""
    if document.entry(token).known or not form.is_verb:
        return False
    after = document.tokens.lower[token + 1 : token + 2]
    return form.feature == "Is" or (form.feature == "Ip3s" and not _OBJECTS.isdisjoint(after))


def _is_sure(document: Document, token: int) -> bool:
    """Is the form no word of French at all, nor of English?"""
    entry = document.entry(token)
    return not entry.known and max(entry.fr, entry.en) <= _UNUSED


def _repairs(document: Document, token: int, form: _Form) -> Iterator[tuple[Edit, ...]]:
    tokens = document.tokens
    start = document.sentence_of(token).first
    before = tuple(tokens.lower[max(token - 2, start) : token])
    if form.language == "en" and form.feature in _PRESENT and _leads_noun(before, form.feature):
        return
    if form.is_verb and form.feature[0] != "Q":
        texts, kind = _verb(document, token, form), ""
    else:
        text, kind = _agreeing(document, token, form)
        texts = (text,)
        if not agrees(before[-1], kind) or (form.is_verb and before[-1] in _ARTICLES):
            return
    for text in texts:
        taken, joined = before_name(before, text, kind, adds_article=False)
        yield (Edit(Span(tokens.starts[token - taken], tokens.ends[token]), joined),)


def _leads_noun(before: tuple[str, ...], feature: str) -> bool:
    """Is what the engine left rather a noun that looks like a verb: « les records »?"""
    if before[-1] in _PRONOUNS:
        return before[0] not in _GOVERNING
    tags = lookup(before[-1]).tags
    return before[-1] in _ARTICLES or bool(
        tags & NUMERAL or (feature == "Ip3s" and tags & (DETERMINER | PREPOSITION))
    )


def _verb(document: Document, token: int, form: _Form) -> tuple[str, ...]:
    """The French of a finite form, an infinitive or a gerund."""
    lower = document.tokens.lower
    before, after = lower[token - 1], lower[token + 1] if token + 1 < len(lower) else "."
    tags = lookup(before).tags
    number = "p" if tags & PLURAL and not tags & SINGULAR else "s"
    texts = french_verb(form.french, form.feature, number, with_etre=form.with_etre)
    governs = tags & (FINITE | INFINITIVE | PREPOSITION) and not tags & PRONOUN
    if form.feature == "Y" and form.language == "en" and not governs:
        return (*french_verb(form.french, "Ip3s", number, with_etre=form.with_etre), *texts)
    if form.feature == "Is" and (before in _AUXILIARIES or after not in _OBJECTS):
        kind = noun_beside(document, token)
        participle = french_verb(form.french, f"Q{kind or 'ms'}", "s", with_etre=form.with_etre)
        return (*participle, *texts)
    return texts


def _agreeing(document: Document, token: int, form: _Form) -> tuple[str, str]:
    """The French adjective or participle, and its gender and number (m, f, mp, fp)."""
    own = form.feature.removeprefix("Q")
    noun = noun_beside(document, token)
    gender = noun[:1] or own[:1].replace("e", "m") or "m"
    number = own[1:] or noun[1:] or "s"
    if form.is_verb:
        text = french_verb(form.french, f"Q{gender}{number}", "s", with_etre=False)[0]
    else:
        text = french_adjective(form.french, gender, number)
    after = document.tokens.lower[token + 1] if token + 1 < len(document.tokens) else "."
    if text in _BEFORE_VOWEL and lookup(after).tags & NOUN and opens_with_vowel(after):
        text = _BEFORE_VOWEL[text]
    return text, gender + number.replace("s", "")

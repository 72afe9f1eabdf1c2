"""Sentences and stretches of sentences that stay in English, Spanish or Italian."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar, NamedTuple

from mtqa.findings import Hit
from mtqa.languages.fr.determiners import FOREIGN_DETERMINERS
from mtqa.languages.fr.foreign import (
    ABSTRACTS,
    BEFORE_TERMS,
    BIBLIOGRAPHY,
    LANGUAGES,
    LATIN,
    LOAN_PHRASES,
    LONGEST_MENTION,
    NAMING,
    STRONG,
    is_french,
    is_title,
    leans_abroad,
    pulls,
    reads_as_french,
)
from mtqa.lexicon import CONJUNCTION, FINITE, NOUN, PAST_PARTICIPLE, PREPOSITION, PRONOUN, lookup
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.text import Document
from mtqa.views import Sentence

__all__ = ["ForeignPassageDetector"]

_TOOL_WORD = 58
"""How common (Zipf × 10) a strong word must be to be one that only running text has."""
_BIAS = 3
"""What each word of a run costs, so that a run ends where French goes on."""
_CODE = pattern(r"[{}<>=_\\$#@`\ufffc]|::|\(\)|--\S|\w\.\w|\w/\w|%\w")
_AVERAGE, _SURE_AVERAGE = 10, 14
"""How far the words of a passage must lean on average, with and without a tool word."""
_SHORT_SUM = 35
"""How far two or three words must lean together to count as a stretch."""
_NO_TERM = FINITE | PAST_PARTICIPLE | PREPOSITION | CONJUNCTION | PRONOUN
_AFTER_TITLES = frozenset("est était fut sera sont raconte paraît sort a ( : – —".split())
_FINAL_MARKS = frozenset((".", "!", "?", "…", "..."))
_NAMING_REACH = 80
_LONG = 6
"""How many words a stretch has that is no term even after a noun."""
_MOST = 0.7
_CRIES = frozenset(
    "ha hi ho he hé hey ah oh eh yo la da ta na bla hip hop ouh hou hein aha hoho haha hahaha hihi "
    "ohé yeah wow boo ding dong tic tac pan paf boum toc".split()
)
"""Cries and sounds that all languages have: « Ha ha ha ! »"""
_FEW_WORDS = 60
"""A document of at most so many words may be foreign up to _MOST; a longer one, half."""


class _Run(NamedTuple):
    first: int
    last: int
    words: int
    whole: bool


@parameters
class ForeignPassageDetector:
    """A stretch of words that are far more common in another language than in French.

    A whole sentence needs `sentence_words` words, a stretch inside a French one `inner_words`.
    Quotations, titles, bibliographies, code, and documents that are not French are left alone.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    sentence_words: int = 3
    inner_words: int = 4

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every passage; neighbouring sentences make one."""
        runs = list(self._runs(document))
        if runs and not _is_french(document, sum(run.words for run in runs)):
            return
        for _, group in groupby(_numbered(document, runs), key=lambda item: item[0]):
            members = [run for _, run in group]
            yield Hit(document.span(members[0].first, members[-1].last))

    def _runs(self, document: Document) -> Iterator[_Run]:
        for sentence, languages in _suspects(document):
            for language in languages:
                run = _best_run(document, sentence, language)
                if run and self._is_passage(document, run, language):
                    yield run
                    break

    def _is_passage(self, document: Document, run: _Run, language: int) -> bool:
        words = document.tokens.lower[run.first : run.last + 1]
        if all(word in _CRIES for word in words if word[0].isalpha()):
            return False
        if not run.whole and run.words < self.inner_words:
            return _is_short_stretch(document, run, language)
        ends = document.tokens.forms[run.last] in _FINAL_MARKS
        if run.words < self.sentence_words + (0 if ends else 1 + bool(language)):
            return False
        lower = document.tokens.lower[run.first : run.last + 1]
        leanings = [pulls(form)[language] for form in lower if form[0].isalpha()]
        if sum(leanings) < _AVERAGE * run.words:
            return False
        against = sum(leaning <= -STRONG for leaning in leanings)
        if against * 8 > run.words and (against > 1 or run.words < self.inner_words):
            return False
        strong = [form for form in lower if leans_abroad(form) and pulls(form)[language] >= STRONG]
        tools = sum(lookup(form)[2 + language] >= _TOOL_WORD for form in strong)
        if run.whole and ends and sum(leanings) >= _SURE_AVERAGE * run.words:
            tools += 1
        needed = (2, 1) if run.whole and (run.words < 6 or language) else (3, 2)
        if len(strong) < needed[0] or tools < needed[1]:
            return False
        return not _is_meant(document, run)


def _is_french(document: Document, foreign: int) -> bool:
    """Is the document French, for all its foreign passages?"""
    if document.words < _FEW_WORDS:
        return foreign <= _MOST * document.words
    return reads_as_french(document.tokens.lower)


def _suspects(document: Document) -> Iterator[tuple[Sentence, list[int]]]:
    """The sentences with two words that lean to another language, and those languages."""
    counts: dict[Sentence, list[int]] = {}
    for form, places in document.tokens.index.items():
        if leans_abroad(form):
            leaning = [n for n, pull in enumerate(pulls(form)) if pull >= _AVERAGE]
            for token in places:
                count = counts.setdefault(document.sentence_of(token), [0] * len(LANGUAGES))
                for language in leaning:
                    count[language] += 1
    for sentence in sorted(counts):
        yield sentence, [n for n, count in enumerate(counts[sentence]) if count >= 2]


def _best_run(document: Document, sentence: Sentence, language: int) -> _Run | None:
    """The stretch of the sentence that leans farthest to the language."""
    tokens = document.tokens
    best = score = 0
    span = None
    start = sentence.first
    for number in range(sentence.first, sentence.last):
        if score <= 0:
            score, start = 0, number
        score += _weight(tokens.forms[number], tokens.lower[number], language, number == start)
        if score > best:
            best, span = score, (start, number)
    if span is None:
        return None
    return _with_marks(document, sentence, *span)


def _weight(form: str, lower: str, language: int, leads: bool) -> int:
    if not form[0].isalpha():
        return 0
    if form[-1] in "'’":
        return -20
    if form[0].isupper() and not leads:
        return min(0, pulls(lower)[language])
    if language and lower in LATIN:
        return -20
    return pulls(lower)[language] - _BIAS


def _with_marks(document: Document, sentence: Sentence, first: int, last: int) -> _Run:
    """The run, with names and marks at its ends where it is the whole sentence."""
    forms, lower = document.tokens.forms, document.tokens.lower
    outside = [*range(sentence.first, first), *range(last + 1, sentence.last)]
    french = sum(
        forms[n][0].isalpha() and (forms[n][0].islower() or is_french(lower[n])) for n in outside
    )
    whole = french * 4 <= sum(form[0].isalpha() for form in forms[first : last + 1])
    if whole:
        inside = [n for n in range(sentence.first, sentence.last) if forms[n][0].isalnum()]
        first, last = inside[0], sentence.last - 1
        while forms[last] in '»”"’)*_|]':
            last -= 1
    words = sum(forms[n][0].isalpha() for n in range(first, last + 1))
    return _Run(first, last, words, whole)


def _is_short_stretch(document: Document, run: _Run, language: int) -> bool:
    """Are these two or three words all foreign, one a tool word, and French on both sides?"""
    tokens = document.tokens
    sentence = document.sentence_of(run.first)
    forms = tokens.lower[run.first : run.last + 1]
    is_word = run.words < 2 or (run.words == 2 and forms[0] in FOREIGN_DETERMINERS)
    if len(forms) != run.words or is_word or run.first == sentence.first:
        return False
    if LANGUAGES[language] == "en" and document.holds_code:
        return False
    if not all(form.islower() for form in tokens.forms[run.first : run.last + 1]):
        return False
    leanings = [pulls(form)[language] for form in forms]
    if min(leanings) < _AVERAGE or sum(leanings) < _SHORT_SUM:
        return False
    before, end = tokens.lower[run.first - 1], run.last + 1
    after = tokens.forms[end] if end < sentence.last else "."
    return (
        any(lookup(form)[2 + language] >= _TOOL_WORD for form in forms)
        and is_french(before)
        and before not in BEFORE_TERMS
        and (
            after in ".,;!?…"
            or after.isdigit()
            or (after.islower() and is_french(after.replace("’", "'")))
        )
        and reads_as_french(tokens.lower[sentence.first : run.first])
        and not _is_meant(document, run)
    )


def _is_meant(document: Document, run: _Run) -> bool:
    """Is the foreign stretch a quotation, a title, a reference, code: meant to be foreign?"""
    tokens = document.tokens
    longest = None if run.whole else LONGEST_MENTION
    if any(document.is_set_off(token, run.last, longest) for token in (run.first, run.last)):
        return True
    span = document.span(run.first, run.last)
    if _CODE.search(document.text, span.start, span.end):
        return True
    block = document.paragraph_of(run.first)
    if BIBLIOGRAPHY.search(document.context(run.first, run.last)):
        return True
    if not run.whole and _is_introduced(document, run):
        return True
    opening = tokens.forms[block.first]
    if opening == "—" or (opening == "–" and run.words < _LONG):
        return True
    if _is_abstract(document, block.first) or _is_title_as_subject(document, run):
        return True
    wording = " ".join(tokens.lower[run.first : run.last + 1])
    if (not run.whole and wording.startswith(tuple(LOAN_PHRASES))) or wording in LOAN_PHRASES:
        return True
    return is_title(tokens.forms[run.first + 1 : run.last + 1])


def _is_abstract(document: Document, token: int) -> bool:
    """Is the paragraph the abstract of an article in another language?"""
    if document.tokens.lower[token] in ABSTRACTS:
        return True
    return token > 0 and document.tokens.lower[document.paragraph_of(token - 1).first] in ABSTRACTS


def _is_title_as_subject(document: Document, run: _Run) -> bool:
    """Does the stretch open the sentence as its subject: « Todo sobre mi madre est … »?"""
    sentence = document.sentence_of(run.first)
    after = run.last + 1
    return (
        not run.whole
        and run.first == sentence.first
        and run.words < _LONG + 2
        and after < sentence.last
        and document.tokens.lower[after] in _AFTER_TITLES
    )


def _is_introduced(document: Document, run: _Run) -> bool:
    """Does the French before the stretch announce a title, a label or a foreign wording?"""
    forms = document.tokens.forms
    sentence = document.sentence_of(run.first)
    if run.first == sentence.first:
        return False
    if forms[run.first][0].isupper() or forms[run.first - 1] == ":":
        return True
    if run.first - 1 > sentence.first and forms[run.first - 1][0].isupper():
        return True
    leads = document.tokens.lower[run.first - 1]
    tags = lookup(leads).tags
    is_noun = tags & NOUN and not tags & _NO_TERM
    if run.words < _LONG and (leads in BEFORE_TERMS or is_noun):
        return True
    start = document.tokens.starts[run.first]
    return NAMING.search(document.text, max(0, start - _NAMING_REACH), start) is not None


def _numbered(document: Document, runs: list[_Run]) -> Iterator[tuple[int, _Run]]:
    """The runs with a number that whole neighbouring sentences of a paragraph share."""
    number = 0
    before: _Run | None = None
    for run in runs:
        gap = document.tokens.forms[before.last + 1 : run.first] if before else ()
        joined = (
            before is not None
            and before.whole
            and run.whole
            and document.paragraph_of(before.first) == document.paragraph_of(run.first)
            and not any(form[0].isalnum() for form in gap)
        )
        number += not joined
        yield number, run
        before = run

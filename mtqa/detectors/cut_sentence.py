"""A full stop in mid-sentence before a capital: « un bilan. De l’activité en janvier. »"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.joins import glued_words, joining, near_signs, neighbours, signs, stop_of
from mtqa.languages.fr.clauses import (
    CLOSED,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECTS,
    finite_verbs,
    may_be_finite,
    may_have_main_verb,
)
from mtqa.languages.fr.pieces import (
    SET_PHRASES,
    WHOLE,
    WITH_QUE,
    commands,
    explains,
    goes_on,
    is_bare_infinitive,
    is_headless,
    is_noun_alone,
    is_proverb,
    is_subordinate,
    is_verb_alone,
    is_wish,
    joins_clauses,
    lacks_subject,
    lacks_subject_after_phrase,
    may_hold_verb,
    needs_a_verb,
    opens_with_which,
)
from mtqa.lexicon import (
    ADJECTIVE,
    FINITE,
    IMPERATIVE,
    INFINITIVE,
    NOUN,
    PAST_PARTICIPLE,
    PROPER,
    SUBJUNCTIVE,
)
from mtqa.openers import torn_off
from mtqa.parameters import parameters
from mtqa.text import Document, Span
from mtqa.views import Sentence

__all__ = ["CutSentenceDetector"]

_RELATIVES = frozenset("où dont qui que qu' auquel laquelle lequel lesquels lesquelles".split())
_PHRASE_OPENERS = (PREPOSITIONS | {"du", "des", "au", "aux", "et", "ni", "ou"}) - {
    "avant", "après", "hors", "lors", "outre", "depuis", "pendant", "selon", "d'après",
}  # fmt: skip
_ADVERBS = frozenset(
    "soit notamment voire surtout principalement environ près sauf excepté".split()
)
"""Words that add a phrase to a sentence."""
_STARTS = SUBJECTS | DETERMINERS
_WISHES = frozenset("soit soient ait aient puisse puissent fasse fassent vienne aille".split())
"""Verbs of a wish: « Que la lumière soit. »"""
_COMPLEMENT_OPENERS = ("de", "du", "d'", "et")
_BEFORE_A_PLACE = frozenset("de d' à au aux dans en pour par sur".split())
_DIRECT = DETERMINERS - {"au", "aux", "du", "des"}
_BEFORE_ITS_SUBJECT = frozenset(
    "est sont sera seront soit soient était étaient peut peuvent".split()
)
"""« Sont également soumis à la taxe les dons. »: the subject follows."""
_HARDLY_FIRST = {
    "relative": tuple("qui dont lorsque lorsqu' tandis duquel auquel".split()),
    "phrase": ("afin", "ainsi"),
    "noun": (),
}
"""Openers of a clause or phrase that writers hardly ever make a sentence of."""

_KINDS = ("relative", "phrase", "noun")


@parameters
class CutSentenceDetector:
    """A capitalised piece that cannot be a sentence and goes on with the one before.

    `kind` says which: `relative`, a piece that opens with « où », « que », « dont », « qui »;
    `phrase`, a piece without a verb that opens with a preposition; `noun`, one that opens with a
    bare noun. All that a writer might do on purpose needs other lost joints nearby.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    kind: str

    def __post_init__(self) -> None:
        if self.kind not in _KINDS:
            raise ValueError(f"kind must be one of {', '.join(_KINDS)}")

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every piece of this kind."""
        look = {"relative": _relative, "phrase": _phrase, "noun": _noun}[self.kind]
        torn = list(neighbours(document)) if signs(document) else []
        for before, piece in torn:
            yield from look(document, before, piece)
        seen = {piece.first for _, piece in torn}
        for before, piece in torn_off(document, _HARDLY_FIRST[self.kind]):
            if piece.first not in seen:
                yield from look(document, before, piece)


def _relative(document: Document, before: Sentence, piece: Sentence) -> Iterator[Hit]:
    """« … 28 kilomètres. Où Anouk est la meilleure. »"""
    tokens, words = document.tokens, document.tokens.lower
    opener = words[piece.first]
    stop = stop_of(document, before)
    if stop + 1 != piece.first or tokens.forms[stop] != ".":
        return
    if tokens.forms[piece.last - 1] not in ".”»" or "?" in tokens.forms[piece.first : piece.last]:
        return
    if is_subordinate(words, piece.first, piece.last) and _belongs_back(document, piece):
        yield joining(document, stop, "", ",")
    if opener == "et" and joins_clauses(words, before, piece):
        yield joining(document, stop, "", ",")
    if opener in _RELATIVES or opens_with_which(words, piece.first):
        yield from _relative_proper(document, before, piece, stop)


def _relative_proper(
    document: Document, before: Sentence, piece: Sentence, stop: int
) -> Iterator[Hit]:
    words = document.tokens.lower
    opener = words[piece.first]
    verbs = finite_verbs(words, piece.first + 1, piece.last) or [
        at for at in range(piece.first + 2, piece.last) if may_be_finite(words, at)
    ]
    if not verbs and opener == "dont" and piece.last - piece.first > 3:
        yield joining(document, stop, ",", "")
    if not verbs or words[piece.first + 1] in ("plus", "que", "vivra", "dit", "sait"):
        return
    if (
        opener == "qui"
        and is_proverb(words, verbs, piece.last)
        and not is_noun_alone(words, before)
    ):
        return
    if opener == "que" and is_wish(words, verbs[0], piece.first):
        return
    wish = opener == "que" and words[verbs[0]] in _WISHES
    if wish or (opener == "qu'" and document.entry(verbs[0]).tags & SUBJUNCTIVE):
        return
    bare = opener == "que" and words[stop - 1] in WITH_QUE
    yield joining(document, stop, *(("",) if bare else ("", ",")))


def _holds_glued(document: Document, sentence: Sentence) -> bool:
    """Are two words of this sentence glued, so that its verb may not be seen?"""
    words = glued_words(document)
    at = bisect_left(words, (sentence.first, "", ""))
    return at < len(words) and words[at].token < sentence.last


def _belongs_back(document: Document, piece: Sentence) -> bool:
    """Is the main clause of this subordinate one the sentence before it, not the one after?"""
    words = document.tokens.lower
    is_last = piece.last >= document.paragraph_of(piece.first).last
    return is_last or explains(words, piece.first) or words[piece.last] not in _STARTS


def _phrase(document: Document, before: Sentence, piece: Sentence) -> Iterator[Hit]:
    """« … un premier bilan. De l’activité en janvier. »"""
    words = document.tokens.lower
    stop = stop_of(document, before)
    opener, second = words[piece.first], words[piece.first + 1]
    if opener in _ADVERBS and stop + 1 == piece.first and words[stop] == ".":
        whole = bool(finite_verbs(words, before.first, before.last))
        if whole and _is_verbless(document, piece) and not may_hold_verb(words, piece):
            yield joining(document, stop, ",", "")
        return
    inverted = opener in _BEFORE_ITS_SUBJECT
    if (
        not inverted
        and (is_headless(words, piece.first) or is_verb_alone(words, piece.first))
        and words[stop] == "."
        and stop + 1 == piece.first
    ):
        yield joining(document, stop, "", ",")
    added = opener == "afin" or (opener == "ainsi" and second in ("que", "qu'"))
    if not (added or opener in _PHRASE_OPENERS) or stop + 1 != piece.first or words[stop] != ".":
        return
    if second in SET_PHRASES:
        return
    whole = (
        bool(finite_verbs(words, before.first, before.last))
        or commands(words, before.first)
        or _holds_glued(document, before)
    )
    if opener == "et" and is_bare_infinitive(words, piece.first + 1):
        return
    an_article = opener in ("de", "d'") and document.entry(piece.first + 1).tags & ADJECTIVE
    headless = (opener == "et" and lacks_subject(words, piece.first + 1)) or (
        opener in _BEFORE_A_PLACE
        and not an_article
        and lacks_subject_after_phrase(document.tokens.forms, piece.first, piece.last)
    )
    headless = headless or (whole and is_bare_infinitive(words, piece.first))
    verbless = whole and _is_verbless(document, piece)
    if opener in ("et", "ou", "ni"):
        verbless = verbless and not may_hold_verb(words, piece)
    if (
        not headless
        and not added
        and opener not in _COMPLEMENT_OPENERS
        and not near_signs(document, piece.first, least=2)
    ):
        return
    if headless or verbless or (not whole and needs_a_verb(words, before, piece)):
        yield joining(document, stop, "", ",")


def _is_verbless(document: Document, piece: Sentence) -> bool:
    """A piece that ends in a full stop and can hold no main verb."""
    tokens = document.tokens
    if piece.last - piece.first > 30 or tokens.forms[piece.last - 1] not in ".”»":
        return False
    if any(form in ":?!…;" for form in tokens.forms[piece.first : piece.last]):
        return False
    return not may_have_main_verb(tokens.lower, piece.first + 1, piece.last)


def _noun(document: Document, before: Sentence, piece: Sentence) -> Iterator[Hit]:
    """« … sa participation au G20. Nouveau traité nucléaire START. »"""
    tokens, words = document.tokens, document.tokens.lower
    first = document.entry(piece.first)
    opener = words[piece.first]
    if opener in CLOSED | SUBJECTS | DETERMINERS or first.tags & PROPER or not first.common:
        return
    if not first.tags & (NOUN | ADJECTIVE) or tokens.forms[piece.first].isupper():
        return
    if opener in WHOLE or first.tags & INFINITIVE:
        return
    if first.tags & PAST_PARTICIPLE:
        yield from _participle(document, before, piece)
        return
    if first.tags & (FINITE | IMPERATIVE) and words[piece.first + 1] in _DIRECT:
        return
    if piece.last - piece.first < 5 or not _is_verbless(document, piece):
        return
    if may_hold_verb(words, piece):
        return
    follower = document.entry(piece.first + 1)
    linked = words[piece.first + 1] in PREPOSITIONS | {"du", "des", "au", "aux"}
    if not linked and (not follower.tags & (NOUN | ADJECTIVE) or follower.tags & FINITE):
        return
    if finite_verbs(words, before.first, before.last):
        stop = stop_of(document, before)
        span = Span(tokens.starts[stop], tokens.ends[piece.first])
        name = _strayed_name(document, stop, piece)
        plain = words[stop] == "." and tokens.forms[stop - 1] not in "”»"
        joined = joining(document, stop, ",").repairs if plain else ()
        yield Hit(span, (*name, *joined))


def _participle(document: Document, before: Sentence, piece: Sentence) -> Iterator[Hit]:
    """« … le poète Julio Garmendia. Mort en 1959 sans avoir revu son pays. »"""
    words, stop = document.tokens.lower, stop_of(document, before)
    linked = words[piece.first + 1] in (PREPOSITIONS | {"au", "aux"}) - {"de", "d'"}
    linked = linked and not document.entry(piece.first).tags & FINITE
    if not linked or words[stop] != ".":
        return
    added = may_hold_verb(words, before) and _is_verbless(document, piece)
    if added or (is_noun_alone(words, before) and goes_on(words, piece)):
        yield joining(document, stop, ",")


def _strayed_name(document: Document, stop: int, piece: Sentence) -> tuple[tuple[Edit, ...], ...]:
    """« participation au G20. Nouveau traité »: the name belongs elsewhere, its article here."""
    tokens = document.tokens
    name, article = tokens.forms[stop - 1], document.entry(stop - 2)
    head = tokens.forms[piece.first]
    if not name.isupper() or tokens.lower[stop - 2] not in DETERMINERS:
        return ()
    if not article.agrees_with(document.entry(piece.first)):
        return ()
    span = Span(tokens.starts[stop - 1], tokens.ends[piece.first])
    return ((Edit(span, head[0].lower() + head[1:]),),)

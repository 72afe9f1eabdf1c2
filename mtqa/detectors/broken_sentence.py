"""A sentence that cannot end where its full stop stands: « Le ministre a remercié les. »"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.joins import joining, neighbours, signs
from mtqa.languages.fr.clauses import (
    DETERMINERS,
    PREPOSITIONS,
    SUBJECTS,
    finite_verbs,
    may_be_finite,
)
from mtqa.languages.fr.pieces import WITH_QUE, explains
from mtqa.lexicon import FINITE, NOUN, PAST_PARTICIPLE
from mtqa.parameters import parameters
from mtqa.text import Document
from mtqa.views import Sentence

__all__ = ["BrokenSentenceDetector"]

_COMPARISONS = frozenset(
    "comme selon lorsque lorsqu' quand si ainsi d'après malgré pour dans après avant".split()
)
_DANGLING = frozenset(
    "de du des les aux au dans cette ces dont afin lorsque puisque tandis ne ses mes tes leurs et "
    "ou par d' l' qu' que chez très chaque nos vos notre votre mon cet quelque envers parmi malgré "
    "lorsqu' puisqu' jusqu'".split()
)
"""Words that something must follow; no sentence ends in them."""
_LONGEST_PHRASE = 6
_LONGEST_OPENING = 22
_AMOUNTS = ("plus", "moins", "près")
_LEADING_FAR = frozenset("selon depuis après avant malgré pendant lors dès devant outre".split())
_TO = ("à", "au", "aux")
_LOCUTIONS = frozenset(
    (head, link)
    for head, links in {"afin": ("de", "d'"), "grâce": _TO, "face": _TO, "suite": _TO}.items()
    for link in links
)
_LEADING = PREPOSITIONS - {"à", "en", "de", "d'"}
_STRESSED = frozenset("eux elles lui elle moi toi nous vous cela ça".split())
_STARTS = SUBJECTS | DETERMINERS
_KINDS = ("unfinished", "dangling")


@parameters
class BrokenSentenceDetector:
    """A sentence that breaks off and goes on in the next one, or nowhere.

    `kind` says which: `unfinished`, where it ends after « que, comme … » or is a subordinate
    clause alone; `dangling`, where it ends in a function word. What a writer might do on purpose
    needs other lost joints nearby.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    kind: str

    def __post_init__(self) -> None:
        if self.kind not in _KINDS:
            raise ValueError(f"kind must be one of {', '.join(_KINDS)}")

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every sentence of this kind."""
        if self.kind == "dangling":
            yield from _dangling(document)
            return
        yield from _unfinished(document)
        for before, piece in neighbours(document) if signs(document) else ():
            yield from _subordinate(document, before, piece)


def _unfinished(document: Document) -> Iterator[Hit]:
    """« parce que, comme il l’a dit en mai. La crise doit cesser » : no verb after « que »."""
    tokens = document.tokens
    for number in tokens.positions(("que", "qu'", "puisque", "lorsque")):
        if number + 2 >= len(tokens) or tokens.forms[number + 1] != ",":
            continue
        if tokens.lower[number + 2] not in _COMPARISONS:
            continue
        sentence = document.sentence_of(number)
        stop = sentence.last - 1
        if tokens.forms[stop] != "." or stop + 1 >= document.paragraph_of(number).last:
            continue
        if stop - number > 60:
            continue
        if not {",", "–", "—", "»", "”", ":", ";"} & set(tokens.forms[number + 2 : stop]):
            yield joining(document, stop, ",")


def _subordinate(document: Document, before: Sentence, piece: Sentence) -> Iterator[Hit]:
    """« Lorsque la mer se retire. Les enfants courent. »: one clause, and it is subordinate."""
    tokens, words = document.tokens, document.tokens.lower
    first, stop = before.first + (words[before.first] in ("«", "“")), before.last - 1
    opener, second = words[first], words[first + 1]
    if _is_phrase_alone(document, first, stop, piece):
        yield joining(document, stop, ",")
        return
    alone = opener in ("lorsque", "lorsqu'", "puisque", "puisqu'", "quand", "si")
    alone = alone or (opener == "s'" and second in ("il", "ils"))
    if not alone and not (opener in WITH_QUE and second in ("que", "qu'")):
        return
    if explains(words, first) and before.first > document.paragraph_of(before.first).first:
        return
    if words[stop] != "." or before.last - first > 30:
        return
    inside = tokens.forms[first:stop]
    if any(form in ",:;«“»”–—(" for form in inside):
        return
    one = len(finite_verbs(words, first, stop)) == 1
    clause = bool(finite_verbs(words, piece.first, piece.last))
    if one and clause and words[piece.first] in _STARTS:
        yield joining(document, stop, ",")


def _is_phrase_alone(document: Document, first: int, stop: int, piece: Sentence) -> bool:
    """« Sans eux. Il n’y aurait rien. »: a phrase alone, and a clause that it belongs to."""
    words = document.tokens.lower
    if words[stop] != "." or not 2 <= stop - first <= _LONGEST_OPENING:
        return False
    opening = stop - first > 3 and _opens_long_phrase(document, first)
    brief = stop - first < _LONGEST_PHRASE and _opens_short_phrase(words, first)
    start, after = words[piece.first], words[piece.first + 1]
    amount = start in _AMOUNTS and after in ("de", "d'")
    starts = start in _STARTS or amount or not document.entry(piece.first).common
    if not ((opening and starts) or (brief and words[piece.first] in SUBJECTS)):
        return False
    verbs = any(may_be_finite(words, at) for at in range(first + 1, stop))
    return not verbs and bool(finite_verbs(words, piece.first, piece.last))


def _opens_short_phrase(words: list[str], first: int) -> bool:
    return words[first] in _LEADING and words[first + 1] in DETERMINERS | _STRESSED


def _opens_long_phrase(document: Document, first: int) -> bool:
    """« Selon le rapport … », « Depuis l’ouverture … », « Afin de réduire … », « Né à Lyon … »"""
    words, tags = document.tokens.lower, document.entry(first).tags
    opener, second = words[first], words[first + 1]
    if tags & PAST_PARTICIPLE and not tags & (NOUN | FINITE):
        return second in (PREPOSITIONS | {"au", "aux"}) - {"de", "d'"}
    return opener in _LEADING_FAR or (opener, second) in _LOCUTIONS


def _dangling(document: Document) -> Iterator[Hit]:
    """« Le ministre a remercié les. »"""
    tokens = document.tokens
    for stop in tokens.positions((".",)):
        number = stop - 1
        if number < 1 or tokens.forms[number] not in _DANGLING or document.gap(number):
            continue
        first, last = document.sentence_of(number)
        if last != stop + 1 or stop - first < 4 or _speaks_of_words(document, first, stop):
            continue
        before = tokens.forms[number - 1]
        if before.lower() in DETERMINERS | {"parce"} or not before.isalpha():
            continue
        if before[0].isupper() and document.entry(number - 1).common:
            continue  # The label of a button or field: « dans la liste Enregistrer dans. »
        span = document.span(number, stop)
        follower = tokens.lower[stop + 1] if stop + 1 < document.paragraph_of(number).last else "."
        if not follower.isalpha() or follower in SUBJECTS | DETERMINERS:
            yield Hit(span)
        else:
            yield Hit(span, joining(document, stop, "").repairs)


def _speaks_of_words(document: Document, first: int, last: int) -> bool:
    """Is a single word quoted here, as grammars do?"""
    forms = document.tokens.forms
    return any(forms[at] in "«“" and forms[at + 2] in "»”" for at in range(first, last - 2))

"""The comma between the words quoted and whoever said them: on the wrong side, or missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.clauses import finite_verbs
from mtqa.parameters import parameters
from mtqa.quotation import attributed
from mtqa.text import Document, Span
from mtqa.views import QuotePair

__all__ = ["CommaInsideQuoteDetector", "MissingQuoteCommaDetector"]

_FEW = 2
_SHARE = 0.05
_SHORTEST = 5
_SHORTEST_NAMED = 4
"""The same where a name follows the verb, as it follows one of speech."""
_LONG = 9
_SENTENCE_MARKS = frozenset("?!…—–,;:-")
_TITLES = frozenset("m mm mme mmes mlle me dr".split())
_AUXILIARIES = frozenset("a ont avait avaient s' m' lui nous leur".split())
_WORKS = frozenset(
    "raconte racontait montre dit disait évoque décrit annonce résume rappelle".split()
)


@parameters
class CommaInsideQuoteDetector:
    """A comma before the closing mark, in a sentence that goes on after it.

    A document that often sets its commas so, as old prints do, is left alone, and so is the
    « Bonjour, » dit-il of novels.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such comma; the correction puts it after the mark."""
        forms = document.tokens.forms
        inside = [
            pair for pair in document.quotes if forms[pair.close - 1] == "," and pair.close > 2
        ]
        outside = sum(forms[pair.close + 1 : pair.close + 2] == [","] for pair in document.quotes)
        if len(inside) > max(_FEW, _SHARE * outside):
            return
        for pair in inside:
            if pair.close - 1 > pair.open + 1 and _runs_on(document, pair.close):
                yield _outside(document, pair)


def _runs_on(document: Document, close: int) -> bool:
    after = document.tokens.forms[close + 1 : close + 3]
    if not after or "\n" in document.gap(close):
        return False
    said = after[1:] and after[1][0] == "-" and after[0] not in ("a", "ont")
    return after[0] == "," or (after[0][0].islower() and not said)


def _outside(document: Document, pair: QuotePair) -> Hit:
    tokens = document.tokens
    span = document.span(pair.close - 1, pair.close)
    mark = tokens.forms[pair.close]
    blank = document.gap(pair.open) if mark == "»" else ""
    last = pair.close + (tokens.forms[pair.close + 1] == ",")
    return Hit(span, ((Edit(document.span(pair.close - 1, last), f"{blank}{mark},"),),))


@parameters
class MissingQuoteCommaDetector:
    """A sentence quoted and whoever said it, with no comma between: « … » explique Léa.

    A title that is the subject of its verb (« Les Mauvais Jours » raconte la vie d’un roi) is
    told from speech by its length and by what follows the verb. Regional newspapers leave the
    comma out after straight quotation marks.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such place; the correction puts the comma."""
        found = [pair for pair in document.quotes if _lacks_comma(document, pair)]
        forms = document.tokens.forms
        others = sum(forms[pair.close + 1 : pair.close + 2] == [","] for pair in document.quotes)
        for pair in found if len(found) <= max(_FEW, _SHARE * others) else ():
            start = document.tokens.ends[pair.close]
            stop = forms[pair.close - 1] == "."
            edits = [Edit(Span(start, start), ",")]
            if stop:
                edits.insert(0, Edit(document.span(pair.close - 1, pair.close - 1), ""))
            yield Hit(document.span(pair.close - stop, pair.close + 1), (tuple(edits),))


def _lacks_comma(document: Document, pair: QuotePair) -> bool:
    tokens = document.tokens
    verb = pair.close + 1
    name = tokens.forms[verb + 1 : verb + 2]
    shortest = _SHORTEST_NAMED if name and name[0][0].isupper() else _SHORTEST
    if tokens.forms[pair.close] == '"' or pair.close - pair.open <= shortest:
        return False
    if tokens.forms[pair.close - 1] in _SENTENCE_MARKS:
        return False
    if not attributed(document, verb) or "\n" in document.gap(pair.close):
        return False
    opens_sentence = document.sentence_of(pair.open).first == pair.open
    if not opens_sentence and tokens.forms[pair.open - 1] != ":":
        return False
    return _is_speech(document, pair)


def _is_speech(document: Document, pair: QuotePair) -> bool:
    tokens = document.tokens
    verb = pair.close + 1
    after = verb + 1
    named = tokens.forms[after : after + 1] and (
        tokens.forms[after][0] == "-"
        or tokens.forms[after][0].isupper()
        or tokens.lower[after] in _TITLES
    )
    if named:
        return True
    speaks = finite_verbs(tokens.lower, pair.open + 1, pair.close)
    if not speaks or tokens.lower[verb] in _AUXILIARIES:
        return bool(speaks)
    return pair.close - pair.open >= _LONG and tokens.lower[verb] not in _WORKS

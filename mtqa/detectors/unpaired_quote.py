"""A quotation mark without a partner, and where the partner must have stood."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.clauses import DETERMINERS, RELATIVES, SUBJECTS, finite_verbs
from mtqa.parameters import parameters
from mtqa.quotation import CLOSER, CLOSERS, OPENERS, attributed, opens, strays, turned
from mtqa.text import Document, Span
from mtqa.views import QuotePair

__all__ = ["UnpairedQuoteDetector"]

_MOST_ASTRAY = 0.08
_LONGEST = 120
_LONGEST_TERM = 16
_LONGEST_NAME = 7
_PAIRED_CLOSERS = (["»"], ["”"])
_ENDS = frozenset((".", "?", "!", "…", "..."))


@parameters
class UnpairedQuoteDetector:
    """A quotation mark without its partner, in its paragraph and beyond.

    Quotations that run over several paragraphs, with or without a mark at the head of each,
    are whole. In a list of sentences, a quotation may begin or end on another line; there only
    marks that close twice in a row count. A document whose marks go astray by habit is left alone.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such mark, at the place of its partner where that is sure."""
        marks = sum(len(document.tokens.index.get(mark, ())) for mark in "«»“”")
        hits = [_hit(document, number) for number in (*_astray(document), *_straight(document))]
        found = [hit for hit in hits if hit]
        if len(found) <= max(2, _MOST_ASTRAY * marks):
            yield from found


def _astray(document: Document) -> list[int]:
    """The marks that no other mark of the document answers."""
    forms = document.tokens.forms
    found: list[int] = []
    for opener, closer in (("«", "»"), ("“", "”")):
        waiting: list[int] = []
        for numbers in strays(document):
            mixed = any(forms[number] not in (opener, closer) for number in numbers)
            if mixed or any(turned(document, numbers)):
                continue
            for number in numbers:
                if forms[number] == opener:
                    waiting.append(number)
                elif number == document.paragraph_of(number).first:
                    continue
                elif waiting:
                    waiting.clear()
                else:
                    found.append(number)
        found.extend(number for number in waiting if not _goes_on(document, number))
    return sorted(found)


def _straight(document: Document) -> Iterator[int]:
    """The straight mark that opens a quotation with an attribution, alone in its paragraph."""
    for numbers in strays(document):
        number = numbers[0]
        if (
            len(numbers) == 1
            and document.tokens.forms[number] == '"'
            and opens(document, number)
            and _attribution(document, number) is not None
        ):
            yield number


def _goes_on(document: Document, number: int) -> bool:
    """Does the quotation go on in the next paragraph, which opens with a mark again?"""
    following = document.paragraph_of(number).last
    return following < len(document.tokens) and document.tokens.forms[following] in OPENERS


def _hit(document: Document, number: int) -> Hit | None:
    stray_closer = document.tokens.forms[number] in CLOSERS
    earlier = _pair_before(document, number) if stray_closer else None
    if stray_closer and document.tokens.forms[number + 1 : number + 2] in _PAIRED_CLOSERS:
        blank = Span(document.tokens.starts[number], document.tokens.starts[number + 1])
        return Hit(document.span(number, number), ((Edit(blank, ""),),))
    is_list = document.is_sentence_list
    if earlier and not (is_list and number > earlier.close + 1):
        return _closed_twice(document, number, earlier.close)
    if is_list or (stray_closer and _ends_quotation(document, number)):
        return None
    return _unopened(document, number) if stray_closer else _unclosed(document, number)


def _ends_quotation(document: Document, number: int) -> bool:
    """Does the mark end its paragraph after a sentence, as a quotation of several paragraphs does,
    with nothing in this one where it might open?"""
    ends = number == document.paragraph_of(number).last - 1
    after_stop = document.tokens.forms[number - 1] in _ENDS
    return ends and after_stop and _opening(document, number) is None


def _pair_before(document: Document, number: int) -> QuotePair | None:
    """The last pair that opens before this mark in its paragraph, if it also closes there."""
    place = bisect_left(document.quotes, (number,)) - 1
    if place < 0:
        return None
    pair = document.quotes[place]
    inside = pair.open >= document.paragraph_of(number).first and pair.close < number
    return pair if inside else None


def _closed_twice(document: Document, number: int, close: int) -> Hit | None:
    """The second closing mark; to be deleted where the two stand side by side."""
    span = document.span(number, number)
    if number == close + 1:
        return Hit(span, ((Edit(Span(document.tokens.ends[close], span.end), ""),),))
    if attributed(document, number + 1 + (document.tokens.forms[number + 1 : number + 2] == [","])):
        return _unopened(document, number)
    blank = Span(document.tokens.ends[number - 1], span.end)
    return Hit(span, ((Edit(blank, ""),),), related=(document.span(close, close),))


def _unclosed(document: Document, number: int) -> Hit | None:
    """An opening mark: closed before its attribution, its bracket's end, the next quotation,
    or its sentence's end."""
    following = number + 1
    if document.tokens.forms[following : following + 1] == [document.tokens.forms[number]]:
        span = Span(document.tokens.starts[number], document.tokens.starts[following])
        return Hit(document.span(number, following), ((Edit(span, ""),),))
    finders = (_attribution, _before_next, _end_of_term)
    place = next((at for find in finders if (at := find(document, number)) is not None), None)
    if place is None:
        inside = number > document.paragraph_of(number).first and (
            document.tokens.forms[number - 1][-1].isalpha()
        )
        return Hit(document.span(number, number)) if inside else None
    mark = document.tokens.forms[number]
    closer = (document.gap(number) if mark == "«" else "") + CLOSER[mark]
    last = place + (document.tokens.forms[place + 1 : place + 2] == [","])
    ends = [document.tokens.ends[at] for at in (place, *_others(document, number, place))]
    return Hit(
        document.span(place, last),
        tuple((Edit(Span(at, at), closer),) for at in ends),
        related=(document.span(number, number),),
    )


def _others(document: Document, number: int, place: int) -> list[int]:
    """Other tokens that the quotation may end with: before a comma, at the sentence's end."""
    forms = document.tokens.forms
    end = document.sentence_of(number).last - 1
    commas = [at - 1 for at in range(number + 2, min(end, number + _LONGEST)) if forms[at] == ","]
    ends = [end - 1, end] if forms[end] in _ENDS else []
    return [at for at in (*commas[:1], *ends) if number < at != place]


def _attribution(document: Document, number: int) -> int | None:
    """The last token quoted, where « , a déclaré », « ? dit-il » follow it and end the sentence."""
    forms, lower = document.tokens.forms, document.tokens.lower
    last = document.paragraph_of(number).last
    for mark in range(number + 2, min(last - 2, number + _LONGEST)):
        if forms[mark] in OPENERS and forms[mark] == forms[number]:
            return None
        if forms[mark] not in _ENDS and forms[mark] != ",":
            continue
        if not forms[mark + 1][0].islower() or not attributed(document, mark + 1):
            continue
        end = document.sentence_of(mark + 1).last
        if not _resumes(lower, mark + 1, min(end, mark + _LONGEST)):
            return mark - 1 if forms[mark] == "," else mark
        return end - 1 if end == last else None
    return None


def _before_next(document: Document, number: int) -> int | None:
    """The last token quoted, where a sentence ends and another quotation opens the next one."""
    forms = document.tokens.forms
    last = document.paragraph_of(number).last
    for mark in range(number + 2, min(last, number + _LONGEST)):
        if forms[mark] == forms[number]:
            if forms[mark - 1] not in _ENDS:
                return None
            inside = forms[mark - 1] != "." or _stands_alone(document, number)
            return mark - 1 if inside else mark - 2
    return None


def _stands_alone(document: Document, number: int) -> bool:
    """Does the mark open a sentence, of its own or after a colon?"""
    first = document.sentence_of(number).first
    return number == first or document.tokens.forms[number - 1] == ":"


def _resumes(words: list[str], first: int, last: int) -> bool:
    """Do the words quoted go on after the attribution: « …, dit-il, nous partons »?"""
    for comma in range(first + 2, last - 2):
        if words[comma] == "," and words[comma + 1] in SUBJECTS | DETERMINERS | {"et", "mais"}:
            verbs = finite_verbs(words, comma + 1, last)
            if verbs and RELATIVES.isdisjoint(words[comma + 1 : verbs[0]]):
                return True
    return False


def _end_of_term(document: Document, number: int) -> int | None:
    """The last token of a short quotation that its bracket or its sentence ends with."""
    tokens = document.tokens
    sentence = document.sentence_of(number)
    block = document.paragraph_of(number)
    whole = _stands_alone(document, number)
    for inner in range(number + 1, min(sentence.last, number + _LONGEST_TERM)):
        if (
            tokens.forms[inner] == ")"
            and "(" in tokens.forms[max(sentence.first, number - _LONGEST_TERM) : number]
        ):
            return inner - 1
    if not whole and (comma := _comma_after_name(document, number)) is not None:
        return comma - 1
    if sentence.last - number > _LONGEST_TERM or sentence.last - number < 3:
        return None
    end = sentence.last - 1
    if tokens.forms[end] not in _ENDS or (whole and sentence.last < block.last):
        return None
    return end if whole or tokens.forms[end] != "." else end - 1


def _comma_after_name(document: Document, number: int) -> int | None:
    """The comma after a name of a few words, with no verb: « le menu « Affichage, puis »."""
    tokens = document.tokens
    last = min(document.sentence_of(number).last, number + _LONGEST_NAME)
    if number + 1 >= last or not tokens.forms[number + 1][0].isupper():
        return None
    if not tokens.forms[number - 1][-1].isalpha():
        return None
    comma = next((n for n in range(number + 2, last) if tokens.forms[n] == ","), None)
    if comma is None or not SUBJECTS.isdisjoint(tokens.lower[number:comma]):
        return None
    return None if finite_verbs(tokens.lower, number + 1, comma) else comma


def _unopened(document: Document, number: int) -> Hit:
    """A closing mark; the quotation opens after the colon of its sentence, or with the sentence."""
    tokens = document.tokens
    span = document.span(number, number)
    first = _opening(document, number)
    if first is None:
        return Hit(span)
    mark = next(one for one, other in CLOSER.items() if other == tokens.forms[number])
    start = tokens.starts[first]
    blank = document.gap(number - 1) if mark == "«" else ""
    opened = (Edit(Span(start, start), mark + blank),)
    return Hit(document.span(first, first), (opened,), related=(span,))


def _opening(document: Document, number: int) -> int | None:
    tokens = document.tokens
    sentence = document.sentence_of(number)
    for colon in range(number - 2, max(sentence.first, number - _LONGEST), -1):
        if tokens.forms[colon] == ":" and not tokens.forms[colon + 1][0].isdigit():
            return colon + 1
    after = number + 1
    after += tokens.forms[after : after + 1] == [","]
    if attributed(document, after) and not opens(document, number):
        return sentence.first
    return None

"""Where a sentence opens, and a determiner and its noun in running text, for checks of grammar."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mtqa.text import Document

__all__ = ["before_clash", "is_whole", "opens_sentence", "stands_plain"]

_STOPS = frozenset(".,;:!?…)»”]")


def opens_sentence(document: Document, number: int) -> bool:
    """Is this token the first word of its sentence, a dash or quotation mark before it or not?"""
    first = document.sentence_of(number).first
    while first < number and not document.tokens.forms[first][0].isalnum():
        first += 1
    return first == number


def before_clash(
    document: Document, determiner: str, clashes: Callable[[str], bool]
) -> Iterator[int]:
    """Numbers of the tokens `determiner` before a word that clashes; asks once a word."""
    lower = document.tokens.lower
    last = len(lower) - 1
    numbers = [n for n in document.tokens.index.get(determiner, ()) if n < last]
    wrong = {word for word in {lower[n + 1] for n in numbers} if clashes(word)}
    if wrong:
        yield from (n for n in numbers if lower[n + 1] in wrong)


def stands_plain(document: Document, number: int) -> bool:
    """Do determiner and noun follow each other in one line, the noun in lower case?"""
    forms = document.tokens.forms
    gap = document.gap(number)
    if gap not in (" ", "\u00a0") and not (gap == "" and forms[number][-1] in "'’"):
        return False
    if not forms[number + 1].islower():
        return False
    if not forms[number].islower() and not opens_sentence(document, number):
        return False
    before = number - 1
    return number == 0 or not forms[before][0].isalpha() or document.entry(before).tags != 0


def is_whole(document: Document, number: int) -> bool:
    """Is the noun written out, not « utilisateur(s) », « étudiant·e », « type A », « niveau 2 »?"""
    tokens = document.tokens
    if number + 1 >= len(tokens):
        return True
    following = tokens.forms[number + 1]
    if document.gap(number) == "" and following not in _STOPS:
        return False
    if document.gap(number) == "" and document.gap(number + 1) == "" and following in ".:…":
        return number + 2 >= len(tokens)
    if following[0].isdigit() or following[0].isupper():
        return False
    return not following.isalpha() or document.entry(number + 1).tags != 0

"""Where a stretch stands on its line: alone, between separators, as a sentence, as a label."""

from __future__ import annotations

from mtqa.languages.fr.foreign import is_french
from mtqa.patterns import pattern
from mtqa.text import Document

__all__ = [
    "AFTER_SENTENCE",
    "CLOSING",
    "REACH",
    "around",
    "follows_sentence",
    "is_alone",
    "is_named_label",
    "is_sentence",
    "opens_line",
]  # fmt: skip

REACH = 80
"""How far the marks around a text may reach, in letters."""
_OPENING = pattern(r"(?:^|[|·•])[\s#*>•·|–—+→←✓✔▸►▶●○■□☐☑-]*(?:\d+[.)]\s+)?¿?$")
CLOSING = pattern(r"\s*[?!.:…»>→*_]*\s*(?:$|[|·•])")
AFTER_SENTENCE = pattern(r"(?:[.?!:;–—]\s+|\()$")
_AFTER_WHOLE_SENTENCE = pattern(r"[.?!…][»”\"]?\s+$")
_AFTER_PART = pattern(r"(?:[.?!…][»”\"]?|[–—])\s+$")
_BEFORE_SEPARATOR = pattern(r"\s*[|·•]")
_SENTENCE_END = pattern(r"(?:, [A-ZÀ-Ý]\w+(?: [A-ZÀ-Ý]\w+)?)?[ \u00a0\u202f]?[.!?…](?=\s|$)")
_LABELS = frozenset(
    """
    cliquez cliquer appuyez appuyer touchez sélectionnez sélectionner choisissez choisir cochez
    activez bouton boutons onglet menu message messages option rubrique lien écran mention icône
    alerte notification erreur
    """.split()
)
"""What names the text of a button or a message: « appuyez sur « Add » »."""
_EMPHASIS = ("*", "_")
_BEFORE_LABELS = frozenset("sur bouton onglet menu option rubrique".split())
_LABEL_REACH = 5
_MOST_LABELS = 2
"""From so many foreign labels on, a text is about a program that is not in French."""
_LABEL_LENGTH = 7


def around(document: Document, first: int, last: int) -> tuple[str, str]:
    """What stands before and behind the stretch on its line, so far as REACH."""
    start, end = document.span(first, last)
    before = document.text[max(0, start - REACH) : start].rpartition("\n")[2]
    return before, document.text[end : end + REACH].partition("\n")[0]


def opens_line(before: str) -> bool:
    """Does a line, or a part of one between separators, begin behind this?"""
    return (len(before) < REACH or "|" in before) and _OPENING.search(before) is not None


def is_alone(document: Document, first: int, last: int) -> bool:
    """Is the stretch a whole line, or what stands between separators or behind a sentence?"""
    before, after = around(document, first, last)
    closes = CLOSING.match(after) is not None
    if opens_line(before) and closes:
        return True
    if AFTER_SENTENCE.search(before) and _BEFORE_SEPARATOR.match(after):
        return True
    return last > first and closes and _AFTER_PART.search(before) is not None


def is_sentence(document: Document, first: int, last: int) -> bool:
    """Is the stretch a sentence of a paragraph?"""
    before, after = around(document, first, last)
    begins = opens_line(before) or _AFTER_WHOLE_SENTENCE.search(before) is not None
    return begins and _SENTENCE_END.match(after) is not None


def follows_sentence(document: Document, first: int, last: int) -> bool:
    """Does the stretch begin a sentence that goes on in French behind it?"""
    before, _ = around(document, first, last)
    if _AFTER_WHOLE_SENTENCE.search(before) is None or last + 1 >= len(document.tokens):
        return False
    after = document.tokens.forms[last + 1]
    return after.islower() and is_french(after.replace("’", "'"))


def is_named_label(document: Document, first: int, last: int) -> bool:
    """Is the stretch a label of a French program: after « sur », or all that a quotation holds?"""
    pair = document.quote_around(first)
    lower = document.tokens.lower
    if pair is None:
        while first > 1 and lower[first - 1] in _EMPHASIS:
            first -= 1
        led = first > 1 and lower[first - 1] in _BEFORE_LABELS and not document.holds_code
        after = document.tokens.forms[last + 1] if last + 1 < len(lower) else "."
        return led and not _LABELS.isdisjoint(lower[first - 3 : first]) and not after[0].isupper()
    if (pair.open, pair.close) != (first - 1, last + 1):
        return False
    beside = lower[max(0, pair.open - _LABEL_REACH) : pair.open]
    if _LABELS.isdisjoint(beside):
        return False
    return sum(_is_foreign(document, *other) for other in document.quotes) <= _MOST_LABELS


def _is_foreign(document: Document, opening: int, closing: int) -> bool:
    words = [word for word in document.tokens.lower[opening + 1 : closing] if word[0].isalpha()]
    return len(words) <= _LABEL_LENGTH and sum(map(is_french, words)) * 2 <= len(words) > 0

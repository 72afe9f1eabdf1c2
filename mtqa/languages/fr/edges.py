"""What changes at the edges when words are put in the place of others: elision, contraction."""

from __future__ import annotations

from mtqa.languages.fr.elision import CONTRACTIONS, ELIDED, elide, opens_with_vowel
from mtqa.lexicon import ADJECTIVE, FEMININE, MASCULINE, NOUN, PLURAL, lookup

__all__ = ["apostrophe_of", "join_left", "join_right"]

_WHOLE = {short: word for word, short in ELIDED.items() if short not in ("l", "s") or word == "se"}


def apostrophe_of(text: str) -> str:
    """The apostrophe that `text` uses: the straight one only where there is no other."""
    return "'" if "'" in text and "’" not in text else "’"


def join_left(before: str, text: str, apostrophe: str) -> str | None:
    """What the word `before` (as written) becomes in front of `text`, blank included.

    None where that cannot be told: « l’ » before a word whose gender is unknown.
    """
    head = text.split()[0].rstrip("’'") if text.split() else ""
    vowel = bool(head) and opens_with_vowel(head)
    if before[-1:] in ("’", "'"):
        stem = before[:-1].lower()
        if vowel:
            return before
        whole = _article(head) if stem == "l" else _WHOLE.get(stem)
        return None if whole is None else _like(whole, before) + " "
    if before.lower() in ELIDED and before.lower() != "si" and vowel:
        return elide(before, head, apostrophe)[: -len(head)]
    return before + " "


def join_right(text: str, after: str, apostrophe: str) -> tuple[str, bool]:
    """The end of `text` joined to the word `after`: the new text, and whether it took `after` in.

    « de » + « le » makes « du »; « de » before a vowel makes « d’ », and then no blank follows.
    """
    head, _, last = text.rpartition(" ")
    lead = f"{head} " if head else ""
    if (last.lower(), after.lower()) in CONTRACTIONS:
        return lead + elide(last, after), True
    if last.lower() in ELIDED and after[:1].isalpha() and opens_with_vowel(after):
        joined = elide(last, after, apostrophe)
        return lead + joined, True
    return text, False


def _article(word: str) -> str | None:
    tags = lookup(word.lower()).tags
    if not tags & (NOUN | ADJECTIVE) or tags & PLURAL:
        return None
    masculine, feminine = bool(tags & MASCULINE), bool(tags & FEMININE)
    if masculine == feminine:
        return None
    return "le" if masculine else "la"


def _like(word: str, model: str) -> str:
    return word.capitalize() if model[0].isupper() else word

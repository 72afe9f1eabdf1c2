"""What French writes for single foreign words, joined to the words on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mtqa.findings import Edit
from mtqa.foreign_context import noun_beside
from mtqa.languages.fr.determiners import agreeing, agrees, before_name
from mtqa.languages.fr.elision import elide
from mtqa.languages.fr.foreign_forms import french_adjective
from mtqa.languages.fr.glossary import Word
from mtqa.text import Document, Span

__all__ = ["GENDERS", "UNSURE", "repairs"]

UNSURE = "?"
"""What a table gives for a word that has no one translation."""
GENDERS = ("m", "f", "mp", "fp")
"""The kinds of nouns."""


def repairs(document: Document, first: int, token: int, word: Word) -> tuple[tuple[Edit, ...], ...]:
    """The corrections of the word, with a foreign article from `first` on, the likeliest first."""
    tokens = document.tokens
    span = document.span(first, token)
    if word.french == (UNSURE,):
        return ()
    if word.kind in GENDERS:
        return tuple(_noun_repairs(document, token, word))
    following = tokens.forms[token + 1] if token + 1 < len(tokens) else "."
    changed = Span(span.start, tokens.ends[min(token + 1, len(tokens) - 1)])
    texts: Iterable[str] = word.french
    if word.kind == "article":
        forms = agreeing(word.french[0], following)
        texts = [form + following if form[-1] == "’" else f"{form} {following}" for form in forms]
    elif word.kind == "de":
        split = [text.rpartition(" ") for text in word.french]
        texts = [lead + space + elide(last, following) for lead, space, last in split]
    else:
        changed = span
        if word.kind in ("adjective", "adjectives"):
            texts = [_agreeing(document, token, word)]
    capital = tokens.forms[first][0].isupper()
    return tuple((Edit(changed, _capital(text, capital)),) for text in texts)


def _agreeing(document: Document, token: int, word: Word) -> str:
    """The adjective as the noun beside it wants it, or else as the foreign form tells."""
    noun = noun_beside(document, token)
    feminine = document.tokens.lower[token].endswith(("a", "as"))
    gender = noun[:1] or ("f" if feminine else "m")
    number = noun[1:] or ("p" if word.kind == "adjectives" else "s")
    return french_adjective(word.french[0], gender, number)


def _noun_repairs(document: Document, token: int, word: Word) -> Iterator[tuple[Edit, ...]]:
    """The translations, each with the determiner that it needs."""
    tokens = document.tokens
    start = document.sentence_of(token).first
    before = tuple(tokens.lower[max(token - 2, start) : token])
    if before and not agrees(before[-1], word.kind):
        return
    for french in word.french:
        taken, text = before_name(before, french, word.kind, adds_article=False)
        begin = tokens.starts[token - taken]
        capital = document.text[begin].isupper()
        yield (Edit(Span(begin, tokens.ends[token]), _capital(text, capital)),)


def _capital(text: str, capital: bool) -> str:
    return text[0].upper() + text[1:] if capital else text

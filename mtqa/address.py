"""How French calls its reader: « tu » and « vous », and what a verb is for the other of the two."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from mtqa import lexicon
from mtqa.languages.fr.edges import apostrophe_of
from mtqa.languages.fr.elision import elide, opens_with_vowel
from mtqa.text import Document

__all__ = [
    "CLOSINGS",
    "DASHES",
    "Group",
    "familiar_verb",
    "formal_verb",
    "has_dialogue",
    "is_plain",
    "merged",
    "own_familiar",
    "with_subject",
]

DASHES = frozenset("-–—―")
_FORMAL = {
    "Ip2s": "parlez", "Iq2s": "parliez", "If2s": "parlerez", "K2s": "parleriez",
    "Sp2s": "parliez", "E2s": "parlez",
}  # fmt: skip
"""What a form of the second person singular is → a verb that is so in the plural."""
_FAMILIAR = {
    "Ip2p": "parles", "Iq2p": "parlais", "If2p": "parleras", "K2p": "parlerais",
    "Sp2p": "parles", "E2p": "parle",
}  # fmt: skip
CLOSINGS = frozenset(("-le", "-la", "-les", "-lui", "-leur", "-moi", "-y", "-en", "-nous"))
"""What follows an order, and no other verb form: « referme-la »."""


class Group(NamedTuple):
    """First and last token of words that change together, and what they become."""

    first: int
    last: int
    text: str


def formal_verb(verb: str, *, imperative: bool) -> str | None:
    """The form for « vous » of a verb form for « tu »."""
    forms = _changed(verb, _FORMAL, "E2s", imperative)
    return next((form for form in forms if form.endswith(("ez", "tes"))), None)


def familiar_verb(verb: str, *, imperative: bool) -> str | None:
    """The form for « tu » of a verb form for « vous »."""
    forms = _changed(verb, _FAMILIAR, "E2p", imperative)
    ends = ("s", "x") if not imperative else ("e", "s", "a", "x")
    kept = [form for form in forms if form.endswith(ends)]
    readable = [f for f in kept if any("2s" in feature for _, feature in lexicon.readings(f))]
    return readable[0] if readable else None


def _changed(verb: str, models: Mapping[str, str], order: str, imperative: bool) -> list[str]:
    return [
        form
        for lemma, feature in lexicon.readings(verb)
        if feature in models and (feature == order) == imperative
        for form in lexicon.inflect(lemma, models[feature])
    ]


def own_familiar(word: str, noun: str) -> str:
    """« votre » before this noun → « ton », « ta »; « vos » → « tes »."""
    if word == "vos":
        return "tes"
    tags = lexicon.lookup(noun).tags
    feminine = tags & lexicon.FEMININE and not tags & lexicon.MASCULINE
    return "ta" if feminine and not opens_with_vowel(noun) else "ton"


def with_subject(
    document: Document,
    number: int,
    subject: str,
    clitics: Mapping[str, str],
    verb_for: Callable[[str], str | None],
) -> Group | None:
    """« tu ne le reçois » → « vous ne le recevez », and the other way round."""
    tokens = document.tokens
    words = [subject]
    for at in range(number + 1, min(number + 5, len(tokens))):
        word = tokens.lower[at]
        if word in clitics:
            words.append(clitics[word])
            continue
        verb = verb_for(word)
        if verb is None:
            return None
        text = verb
        for clitic in reversed(words):
            apostrophe = apostrophe_of(document.text)
            text = f"tu {text}" if clitic == "tu" else elide(clitic, text, apostrophe)
        return Group(number, at, text)
    return None


def merged(document: Document, groups: list[Group]) -> list[Group]:
    """The groups, those of one sentence with at most a word between them as one."""
    joined: list[Group] = []
    for group in groups:
        last = joined[-1] if joined else None
        if last and group.first - last.last <= 2 and _same_sentence(document, last, group):
            between = document.text[
                document.tokens.ends[last.last] : document.tokens.starts[group.first]
            ]
            joined[-1] = Group(last.first, group.last, last.text + between + group.text)
        else:
            joined.append(group)
    return joined


def _same_sentence(document: Document, one: Group, other: Group) -> bool:
    return document.sentence_of(one.first) == document.sentence_of(other.first)


def is_plain(document: Document, number: int) -> bool:
    """Is this no part of a quotation, nor of a line of dialogue, nor in capitals?"""
    opening = document.tokens.forms[document.paragraph_of(number).first]
    form = document.tokens.forms[number].strip("-'’")
    return (
        (opening not in DASHES or not has_dialogue(document))
        and form[1:].islower() | (len(form) == 1)
        and document.quote_around(number) is None
    )


_SPOKEN = ("je", "j'", "-je", "moi", "?", "!", "oui", "non", "merci")


@lru_cache(maxsize=1)
def has_dialogue(document: Document) -> bool:
    """Do lines that begin with a dash hold what people say, rather than items of a list?"""
    forms = document.tokens.forms
    return any(
        forms[document.paragraph_of(number).first] in DASHES
        for number in document.tokens.positions(_SPOKEN)
    )

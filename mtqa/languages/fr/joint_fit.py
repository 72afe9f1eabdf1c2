"""Does a function word suit what follows it: « a » a participle, « dont » a subject?

Where a word is cut in two on suspicion, this is the witness from outside.
"""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.languages.fr.clauses import AUXILIARIES, DETERMINERS, PREPOSITIONS, SUBJECTS
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    FINITE,
    INFINITIVE,
    MASCULINE,
    NOUN,
    NUMERAL,
    PAST_PARTICIPLE,
    PRESENT_PARTICIPLE,
    SINGULAR,
    lookup,
)

__all__ = ["suits"]

_HAVE = frozenset("a ont avait avaient aura auront aurait auraient".split())
_BE = frozenset("est sont était étaient sera seront fut furent serait seraient".split())
_MODALS = frozenset(
    "peut peuvent doit doivent va vont veut pourra pourrait devra devrait pouvait devait".split()
)
_RELATIVES = frozenset("dont où lorsque que quand puisque comme".split())
_CLAUSE_ADVERBS = frozenset("ne n' se s' me m' te t' le la les l' lui leur y en nous vous".split())
_ARTICLES = frozenset(
    "le la les un une des du au aux l' ce cette ces son sa ses leur leurs mes tes nos vos votre "
    "notre".split()
)
_GOVERNING = frozenset(
    "dans pour avec sans sur sous par chez vers entre contre depuis pendant après avant selon "
    "de à en jusque".split()
)
_BEFORE_INFINITIVE = frozenset("pour sans après par de à".split())
_ALONE = frozenset("lui elle eux elles nous vous moi toi celui celle ceux celles cela quoi".split())
_FOLLOWERS = {
    "afin": ("de", "d'", "que", "qu'"), "parce": ("que", "qu'"), "ainsi": ("que", "qu'"),
    "alors": ("que", "qu'"), "tandis": ("que", "qu'"), "jusque": ("dans", "sur", "chez", "là"),
    "si": (*SUBJECTS, *"nécessaire besoin possible le la les l' un une votre".split()),
}  # fmt: skip
_HEAD = NOUN | ADJECTIVE | NUMERAL


def suits(tail: str, after: Sequence[str]) -> bool:
    """Can `tail`, in lower case, stand before `after`, the next tokens as written?"""
    if not after or not (after[0][0].isalnum() or after[0] in "«“"):
        return False
    form = after[0]
    word = form.lower().replace("’", "'")
    if tail in _HAVE:
        return _participle_follows(tail, after)
    tags = lookup(word).tags
    if tail in _BE:
        other = tags & (PAST_PARTICIPLE | ADJECTIVE | ADVERB) or word in DETERMINERS | PREPOSITIONS
        return bool(other) and form.islower()
    if tail in _MODALS:
        return bool(tags & INFINITIVE)
    if tail == "qui":
        return word in _CLAUSE_ADVERBS or (bool(tags & FINITE) and word not in PREPOSITIONS)
    if tail in _RELATIVES:
        return word in SUBJECTS | DETERMINERS or (tail == "que" and form[0].isupper())
    if tail in _FOLLOWERS:
        return word in _FOLLOWERS[tail]
    if tail in _GOVERNING:
        return _governed(tail, form, word, tags)
    if tail in _ARTICLES:
        noun = bool(tags & _HEAD) or form[0].isupper() or form[0].isdigit()
        return noun and word not in DETERMINERS | PREPOSITIONS | AUXILIARIES
    return True


def _participle_follows(verb: str, after: Sequence[str]) -> bool:
    """A participle, at once or after an adverb."""
    for form in after[:2]:
        if form in _ALONE:
            return False
        entry = lookup(form.lower())
        if form in ("été", "eu", "pu", "dû", "fait", "lieu", "besoin"):
            return True
        if entry.tags & PAST_PARTICIPLE and form.islower():
            agrees = entry.tags & MASCULINE and entry.tags & SINGULAR
            return bool(agrees) or verb != "a"
        if not entry.tags & ADVERB:
            return False
    return False


def _governed(tail: str, form: str, word: str, tags: int) -> bool:
    if tail in _BEFORE_INFINITIVE and tags & INFINITIVE:
        return True
    if tail == "en" and tags & PRESENT_PARTICIPLE:
        return True
    if word in ("du", "des", "au", "aux") or word in SUBJECTS - _ALONE:
        return False
    if word in DETERMINERS or word in _ALONE or form[0].isdigit():
        return True
    noun = bool(tags & _HEAD) and word not in PREPOSITIONS | AUXILIARIES
    return noun or (tail in ("à", "de", "en", "chez") and form[0].isupper())

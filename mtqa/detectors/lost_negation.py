"""A denial of the source that the translation affirms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.elision import opens_with_vowel
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    DETERMINER,
    FINITE,
    NOUN,
    PAST_PARTICIPLE,
    PREPOSITION,
    lookup,
)
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.text import Document, Pair, Span

__all__ = ["LostNegation"]

_DENIAL = {
    "en": pattern(
        r"\b(?:(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|must)"
        r"(?: not|n['’]t)|cannot|can['’]t|won['’]t)\b"
        r"(?! (?:only|just|merely|simply|until|unlike|least|necessarily))(?!.* until)"
    ),
    "es": pattern(
        r"\b[Nn]o (?:(?:se|me|te|le|les|lo|la|los|las|nos|os) )?(?:es|está|están|son|era|eran|fue"
        r"|será|serán|ha|han|había|habían|hay|habrá|puede|pueden|podía|podrá|podrán|debe|deben"
        r"|debía|deberá|quiere|quieren|quiso|tiene|tienen|tenía|tendrá|sabe|saben|sabía|hace|hizo"
        r"|va|van|iba|irá|viene|vino|[^\W\d_]{3,}(?:ará|erá|irá|arán|erán|irán|aba|aban|aría|ería"
        r"|iría|arían))\b(?!.* hasta )(?! (?:más que|sino|precisamente|solo|sólo|solamente))"
    ),
}
_DENYING = pattern(
    r"(?i)\b(?:ne|non|pas|sans|aucune?s?|jamais|rien|personne|ni|nul(?:le)?s?|guère|sauf|moins|peu"
    r"|rare\w*|loin|difficile\w*|faux|fausse\w*|seule?s?|seulement|dépourvue?s?|privée?s?|plupart"
    r"|certain(?:e|ement)?|désolée?s?|absen\w+|oubli\w*"
    r"|(?:refus|rejet|empêch|évit|échou|échec|interdi|exclu|nie[rnz]?|manqu|ignor|retard|cess"
    r"|renonc|sous-|anti)\w+)\b|\b[nN]['’]"
)
"""What denies, lessens or prevents in French, so that « not » may be said by it."""
_PREFIXES = ("in", "im", "ir", "il", "mal", "dé", "dés")
_FAR = 0.12
"""How far from the place of the denial in its sentence the verb may stand, as a share of it."""
_CLITICS = frozenset("se s' me m' te t' y lui leur".split())
_NO_VERB = NOUN | ADJECTIVE | ADVERB | DETERMINER | PREPOSITION
_AUXILIARIES = frozenset(
    "est a ont sont était étaient sera seront serait seraient avait avaient aura auront aurait"
    " auraient peut peuvent doit doivent va vont fait font faut".split()
)


@parameters
class LostNegation:
    """A sentence with one denial in the source, and in the translation none of any kind.

    The correction denies the verb that stands where the source denies; where none does, there is
    no finding.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("source",)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for the verb of every such sentence."""
        denial = _DENIAL.get(document.source.language) if document.source else None
        if denial is None:
            return
        for pair in document.pairs():
            denials = list(denial.finditer(pair.source))
            if len(denials) != 1 or _denies(document, pair):
                continue
            match = denials[0]
            verb = _verb(document, pair, match.end() / len(pair.source))
            if verb is not None:
                yield Hit(
                    document.span(verb, verb),
                    ((*_denied(document, verb),),),
                    slots={"source": match[0]},
                    source=(pair.in_source(*match.span()),),
                )


def _denies(document: Document, pair: Pair) -> bool:
    """Does anything in the translation deny: a word for it, or an « invalide », an « inconnu »?"""
    if _DENYING.search(pair.target):
        return True
    start, end = pair.segment.target
    tokens = document.tokens
    words = tokens.lower[tokens.at(start) : tokens.at(end - 1) + 1]
    return any(
        word.startswith(prefix) and lookup(word[len(prefix) :]).tags & (ADJECTIVE | PAST_PARTICIPLE)
        for word in set(words)
        for prefix in _PREFIXES
    )


def _verb(document: Document, pair: Pair, place: float) -> int | None:
    """The finite verb nearest to that place of the sentence; None where there is none near."""
    (start, end), tokens = pair.segment.target, document.tokens
    best, found = _FAR, None
    for number in range(tokens.at(start), tokens.at(end - 1) + 1):
        tags = document.entry(number).tags
        is_verb = tags & FINITE and not tags & _NO_VERB
        if is_verb or tokens.lower[number] in _AUXILIARIES:
            distance = abs((tokens.ends[number] - start) / (end - start) - place)
            if distance < best:
                best, found = distance, number
    return found


def _denied(document: Document, verb: int) -> Iterator[Edit]:
    tokens = document.tokens
    first = verb
    while first and tokens.lower[first - 1] in _CLITICS:
        first -= 1
    head = tokens.forms[first]
    start = tokens.starts[first]
    if first == verb and opens_with_vowel(head):
        yield Edit(Span(start, start), "n’")
    elif head[0].isupper():
        yield Edit(Span(start, start + 1), f"Ne {head[0].lower()}")
    else:
        yield Edit(Span(start, start), "ne ")
    last = verb
    if last + 1 < len(tokens) and tokens.forms[last + 1][0] == "-":
        last += 1
    yield Edit(Span(tokens.ends[last], tokens.ends[last]), " pas")

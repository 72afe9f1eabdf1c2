"""A noun, verb, adjective or adverb twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.clauses import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    awaits_verb,
    finite_verbs,
)
from mtqa.languages.fr.foreign import is_french
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    FIRST_NAME,
    FIRST_PERSON,
    INFINITIVE,
    INTERJECTION,
    NOUN,
    NUMERAL,
    PAST_PARTICIPLE,
    PLACE,
    PREPOSITION,
    PRONOUN,
    PROPER,
    THIRD_PERSON,
    lookup,
    readings,
)
from mtqa.lexicon.morphology import MOODS
from mtqa.parameters import parameters
from mtqa.text import Document, Span

__all__ = ["DoubledWordDetector"]

_CONTENT = NOUN | ADJECTIVE | ADVERB | FINITE | INFINITIVE | PAST_PARTICIPLE
_OTHER = DETERMINER | PRONOUN | PREPOSITION | CONJUNCTION | INTERJECTION | NUMERAL
_ANY = _CONTENT | _OTHER
_LOOP = 4
"""So many copies no writer means, whatever the word."""
_REACH = 12
_NOMINATIVES = frozenset("je j' tu il elle on ils elles".split())
_CLITICS = frozenset("ne n' me m' te t' se s' le la l' les lui leur y en nous vous".split())
_CLAUSE_MARKS = CLAUSE_OPENERS | frozenset(", ; : et ou mais car".split())
_BEFORE_VERBS = tuple(
    "a ont est sont avait avaient était étaient sera seront fut furent serait seraient aura auront "
    "aurait auraient peut peuvent doit doivent pourra pourront pourrait pourraient devra devront "
    "devrait devraient va vont pouvait pouvaient devait devaient".split()
)
_ADVERBIALS = frozenset(
    "à tout moment|en outre|par ailleurs|en effet|en fait|de plus|à nouveau|de nouveau|en général|"
    "en principe|par exemple|en partie|au moins".split("|")
)
_NEAR = 4
_BOOKISH = frozenset({"Is", "Sq"})
_SPOKEN = 4
"""Tokens of the longest quotation that counts as a word or title spoken of."""
_LONG_NAME = 4
_PRONOUNS = ("il", "elle", "on", "ils", "elles")
_RELATIONAL = tuple("ique al ale aux aire ien ienne ois oise ais aise el elle".split())
"""Endings of adjectives that have no degree, and so are not doubled for effect."""
_SHORTEST_ADVERB = 5
_USUAL = 42
_LONG = 7
"""Only short adjectives are doubled for effect."""


@parameters
class DoubledWordDetector:
    """A French word of three letters or more, or a name, right after itself.

    `reduplicated` are words that French doubles for effect, or that can follow themselves;
    they count from four copies on. `placeholders` are words by which manuals name a value
    (« le fichier fichier »); they never count.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    reduplicated: frozenset[str]
    placeholders: frozenset[str] = frozenset()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every run of one word."""
        lower = document.tokens.lower
        reached = 0
        for number in document.tokens.doubled:
            word = lower[number]
            if number >= reached and len(word) > 2 and word.isalpha():
                end = _end_of_run(document, number)
                reached = end + 1
                if self._is_doubled(document, number, end):
                    span = document.span(number, end)
                    yield Hit.replacing(span, document.tokens.forms[number])
        yield from _around_pronouns(document)
        yield from _around_adverbs(document)

    def _is_doubled(self, document: Document, first: int, last: int) -> bool:
        word = document.tokens.lower[first]
        if any(document.gap(number) not in (" ", "\u00a0", "\n") for number in range(first, last)):
            return False
        if (word in self.placeholders and _is_manual(document)) or not _stands_free(
            document, first, last
        ):
            return False
        if document.paragraph_of(first).last <= last:
            return False
        if document.is_set_off(first, last, longest_quotation=_SPOKEN):
            return False
        if not all(form.islower() for form in document.tokens.forms[first : last + 1]):
            return word not in self.reduplicated and _is_name_again(document, first, last)
        if last - first + 1 >= _LOOP:
            return word in self.reduplicated or bool(_is_content(word))
        return word not in self.reduplicated and _is_content(word) and _is_alone(document, first)


def _is_manual(document: Document) -> bool:
    """Does the text name options or values, as manuals of commands do?"""
    return document.holds_code or "--" in document.text or "<" in document.text


def _is_name_again(document: Document, first: int, last: int) -> bool:
    """« l’abonnement Internet internet », « à Madrid Madrid »: in a sentence, and no title."""
    tokens = document.tokens
    forms, word = tokens.forms[first : last + 1], tokens.lower[first]
    sentence = document.sentence_of(first)
    if first == sentence.first or not forms[0].istitle() or last + 1 >= sentence.last:
        return False
    before, after = tokens.forms[first - 1], tokens.forms[last + 1]
    if not before.islower() or after[0].isupper() or after[0] == "-":
        return False
    tags = lookup(word).tags
    if all(form.islower() for form in forms[1:]):
        return len(word) >= _LONG_NAME and bool(tags & (NOUN | PROPER)) and not tags & FINITE
    singly = len(tokens.index[word]) > len(forms)
    return forms[1].istitle() and bool(tags & (PLACE | FIRST_NAME) or (tags & PROPER and singly))


def _around_pronouns(document: Document) -> Iterator[Hit]:
    """A verb, a pronoun as its subject, and the verb again: « répare elle répare »."""
    tokens = document.tokens
    lower = tokens.lower
    for number in tokens.positions(_PRONOUNS):
        verb = lower[number - 1] if number else ""
        if not verb.isalpha() or lower[number + 1 : number + 2] != [verb]:
            continue
        tags = lookup(verb).tags
        if not tags & FINITE or tags & NOUN or document.is_set_off(number - 1, number + 1):
            continue
        start = max(document.sentence_of(number).first, number - _REACH)
        opening = lower[start : number - 1]
        relative = opening[-1:] == ["qui"] and opening[-2:-1] not in (["ce"], ["celui"])
        plain = tokens.forms[number - 1].islower() and document.gap(number) == " "
        if plain and (relative or CLAUSE_OPENERS.isdisjoint(opening)):
            span = document.span(number - 1, number + 1)
            yield Hit.replacing(span, tokens.forms[number + 1])


def _around_adverbs(document: Document) -> Iterator[Hit]:
    """An auxiliary, an adverb, and the auxiliary again: « peut à tout moment peut résilier »."""
    tokens = document.tokens
    lower = tokens.lower
    for number in tokens.positions(_BEFORE_VERBS):
        if lower[number] not in lower[number + 2 : number + 5]:
            continue
        again = lower.index(lower[number], number + 2)
        between = lower[number + 1 : again]
        adverb = len(between) == 1 and _is_plain_adverb(between[0])
        if not adverb and " ".join(between) not in _ADVERBIALS:
            continue
        relative = not RELATIVES.isdisjoint(lower[max(0, number - _NEAR) : number])
        verb = lookup(lower[again + 1] if again + 1 < len(lower) else "").tags
        if verb & (PAST_PARTICIPLE | INFINITIVE | ADJECTIVE) and not relative:
            second = Edit(Span(tokens.ends[again - 1], tokens.ends[again]), "")
            first = Edit(Span(tokens.starts[number], tokens.starts[number + 1]), "")
            yield Hit(document.span(number, again), ((second,), (first,)))


def _is_plain_adverb(word: str) -> bool:
    tags = lookup(word).tags
    return bool(tags & ADVERB) and not tags & (NOUN | PRONOUN | FINITE) and len(word) > 3


def _stands_free(document: Document, first: int, last: int) -> bool:
    """Is the run no part of an option, a path or an escaped word?"""
    start, end = document.span(first, last)
    before, after = document.text[max(0, start - 1) : start], document.text[end : end + 1]
    return (not before or before.isspace() or before in "'’(") and after not in ("-", "\\", "=")


def _end_of_run(document: Document, number: int) -> int:
    lower = document.tokens.lower
    end = number
    while end + 1 < len(lower) and lower[end + 1] == lower[number]:
        end += 1
    return end


def _is_content(word: str) -> bool:
    tags = lookup(word).tags
    usual = is_french(word) or lookup(word).fr >= _USUAL
    return bool(tags & _CONTENT) and not tags & _OTHER and usual


def _is_alone(document: Document, first: int) -> bool:
    """Can the word not be one part of speech, and its copy another (« la porte porte »)?"""
    words = document.tokens.lower
    word, tags = words[first], _tags(words[first])
    block = document.paragraph_of(first)
    before = words[first - 1] if first > block.first else ""
    if before in AUXILIARIES or before in SUBJECTS:
        return _is_flat(word, tags) or _goes_on(document, first)
    floor = max(document.sentence_of(first).first, first - _REACH)
    if tags & FINITE and _has_subject(words, first, block.first):
        return not awaits_verb(words, first, floor)
    if tags & NOUN and tags & FINITE:
        governed = not tags & (PAST_PARTICIPLE | ADJECTIVE) and word not in AUXILIARIES
        if governed and _is_governed(words, first):
            return True
        return lookup(before).tags & _ANY == NOUN or _has_verb(document, first)
    if tags & NOUN and tags & (PAST_PARTICIPLE | INFINITIVE):
        headed = words[first - 2] in DETERMINERS and lookup(before).tags & NOUN
        return lookup(before).tags & _ANY == NOUN or bool(headed)
    if tags & NOUN and tags & ADJECTIVE and (not before or before in DETERMINERS):
        follower = lookup(words[first + 2]).tags
        return bool(follower & NOUN) and not follower & (PREPOSITION | DETERMINER | CONJUNCTION)
    if not _is_flat(word, tags) and not _goes_on(document, first):
        return False
    if not tags & (FINITE | INFINITIVE | PAST_PARTICIPLE):
        return True
    return not awaits_verb(words, first, floor) and "c'" not in words[first - 1 : first + 3]


def _is_governed(words: list[str], noun: int) -> bool:
    """Does a preposition stand before this noun, so that it is no subject of its copy?"""
    one, two = words[max(0, noun - 2) : noun] if noun > 1 else ("", "")
    return two in PREPOSITIONS | {"du", "au", "aux"} or (two in DETERMINERS and one in PREPOSITIONS)


def _has_verb(document: Document, noun: int) -> bool:
    """Has the clause of this noun its verb elsewhere, before the noun or after its copy?"""
    words = document.tokens.lower
    start = max(document.sentence_of(noun).first, noun - _REACH)
    marks = [at for at in range(start, noun) if words[at] in _CLAUSE_MARKS]
    verbs = finite_verbs(words, marks[-1] + 1 if marks else start, noun)
    if verbs or (not marks and words[start].endswith("ez")):
        return True
    last = min(document.sentence_of(noun).last, noun + 2 + _REACH)
    end = next((at for at in range(noun + 2, last) if words[at] in _CLAUSE_MARKS), last)
    return bool(finite_verbs(words, noun + 2, end))


def _goes_on(document: Document, first: int) -> bool:
    """Does the phrase go on after the copy? For effect, words are doubled at its end."""
    after = document.tokens.lower[first + 2 : first + 3]
    return bool(after) and after[0][0].isalnum()


def _has_subject(words: list[str], verb: int, floor: int) -> bool:
    """Do a pronoun as subject and its clitics stand before this verb: « on le bouge »?"""
    at = verb - 1
    while at > floor and words[at] in _CLITICS:
        at -= 1
    return at >= floor and at < verb - 1 and words[at] in _NOMINATIVES


def _tags(word: str) -> int:
    """Its parts of speech; beside a noun, a verb in « tu » or the past historic is nothing."""
    tags = lookup(word).tags
    if tags & NOUN and tags & FINITE:
        moods = {feature[:2] for _, feature in readings(word) if feature[:2] in MOODS}
        if not tags & (FIRST_PERSON | THIRD_PERSON) or moods <= _BOOKISH:
            return tags & ~FINITE
    return tags


def _is_flat(word: str, tags: int) -> bool:
    """Is it no adjective or adverb that doubling strengthens (« noire noire »)?"""
    if tags & (NOUN | FINITE | INFINITIVE | PAST_PARTICIPLE) and not tags & ADJECTIVE:
        return True
    if tags & ADJECTIVE:
        return bool(tags & PAST_PARTICIPLE) or len(word) >= _LONG or _is_relational(word)
    return len(word) >= _SHORTEST_ADVERB


def _is_relational(word: str) -> bool:
    return word.removesuffix("s").endswith(_RELATIONAL)

"""Questions that end in a full stop: « Jusqu’où ira-t-elle. »."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.languages.fr.clauses import finite_verbs
from mtqa.languages.fr.spacing import space_before
from mtqa.lexicon import FINITE, INFINITIVE, lookup
from mtqa.parameters import parameters
from mtqa.text import Document
from mtqa.views import Sentence

__all__ = ["LostQuestionMarkDetector"]

_THIRD = ("-il", "-elle", "-ils", "-elles", "-on", "-t-il", "-t-elle", "-t-on")
_SUBJECTS = (*_THIRD, "-nous", "-vous", "-tu", "-je")
_QUESTION_WORDS = frozenset(
    "pourquoi comment quand où combien quel quelle quels quelles qui quoi que qu'".split()
)
_ASKING = frozenset(
    """
    est sont était étaient sera seront serait seraient a ont avait avaient aura auront aurait
    auraient peut peuvent pouvait pourra pourrait doit doivent devait devrait faut fallait faudra
    faudrait va vont veut veulent voulait sait savait existe semble vaut
    """.split()
)
"""Verbs that, first in their sentence and before their pronoun, ask."""
_ASKING_YOU = frozenset(
    "avez êtes aviez étiez serez aurez pouvez pourriez voulez voudriez savez saviez connaissez"
    " pensez croyez aimez aimeriez".split()
)
_PREPOSITIONS = frozenset("à de d' pour par avec chez depuis en dans sur sous vers jusqu'".split())
_NOUN_OPENERS = frozenset(
    "le la les l' un une ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos"
    " leurs m mme mlle".split()
)
_NO_QUESTION = frozenset('«»“”":;?!…—–,') | {"que", "qu'", "aussi", "encore", "ainsi"}
_HEADS = tuple("quel quelle quels quelles où que qu' quand comment pourquoi combien qui".split())
_BEING = frozenset("est sont était étaient sera seront serait seraient".split())
_WHICH = ("quel", "quelle", "quels", "quelles")
_WHICH_HEAD = 4
_COSTING = frozenset("coûte coûtent vaut valent dure durent pèse pèsent mesure mesurent".split())
_BEFORE_VERB = frozenset("n' ne l' le la les lui leur y en s' se m' nous vous et mais".split())
_LONGEST = 30
_SHORTEST = 3
_HEAD = 8


@parameters
class LostQuestionMarkDetector:
    """A sentence with the order of a question from its first word on, closed by a full stop."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such sentence; the correction puts the mark.

        A number before the stop is that of the next heading.
        """
        tokens = document.tokens
        numbers = tokens.positions((*_SUBJECTS, "-ce"))
        numbers += [n for n in tokens.positions(_HEADS) if tokens.forms[n][0].isupper()]
        numbers += [n for n in tokens.positions(_WHICH) if n and tokens.forms[n - 1][0].isupper()]
        sentences = {document.sentence_of(number) for number in numbers}
        for sentence in sorted(sentences):
            if tokens.forms[sentence.last - 2][-1].isdigit():
                continue
            if _is_question(document, sentence) or _asks_without_pronoun(document, sentence):
                span = document.span(sentence.last - 1, sentence.last - 1)
                yield Hit.replacing(span, f"{space_before(document.text, '?')}?")


def _is_question(document: Document, sentence: Sentence) -> bool:
    tokens = document.tokens
    first, stop = sentence.first, sentence.last - 1
    lower = tokens.lower[first:stop]
    if tokens.forms[stop] != "." or not _SHORTEST <= len(lower) <= _LONGEST:
        return False
    if tuple(lower[:2]) == ("est", "-ce") and lower[2] in ("que", "qu'"):
        return _NO_QUESTION.isdisjoint(lower[3:])
    if not _NO_QUESTION.isdisjoint(lower[1:]) or not tokens.forms[first][0].isupper():
        return False
    places = [
        number for number in range(first + 1, stop) if tokens.lower[number] in (*_SUBJECTS, "-ce")
    ]
    if len(places) != 1 or places[0] - first > _HEAD:
        return False
    if _opens_with_verb(tokens.lower, first, places[0]):
        return True
    if tokens.lower[places[0]] == "-ce":
        return False
    verb = places[0] - 1
    if not document.entry(verb).tags & FINITE:
        return False
    if lower[0] == "y" and verb == first + 1:
        return True
    if lower[0] in _QUESTION_WORDS or (lower[0] in _PREPOSITIONS and lower[1] in _QUESTION_WORDS):
        return True
    return (
        lower[0] in _NOUN_OPENERS
        and verb - first > 1
        and tokens.lower[places[0]] in _THIRD
        and not any(document.entry(number).tags == FINITE for number in range(first + 1, verb))
    )


def _asks_without_pronoun(document: Document, sentence: Sentence) -> bool:
    """« Quelle est la durée du prêt », « Où se trouve la clé », « Qu’est-ce que le mildiou »."""
    tokens = document.tokens
    first, stop = sentence.first, sentence.last - 1
    words = tokens.lower[first:stop]
    if tokens.forms[stop] != "." or not _SHORTEST <= len(words) <= _LONGEST:
        return False
    head, verb = words[0], words[1]
    if head == "qui" and first != document.paragraph_of(first).first:
        return False  # A relative clause that a stray full stop cut off.
    if head in _PREPOSITIONS and verb in _WHICH:
        return _asks_which(document, sentence)
    if head not in _HEADS or not tokens.forms[first][0].isupper():
        return False
    if "est" in words[1:3] and "-ce" in words[2:4]:
        place = words.index("-ce")
        return words[place + 1 : place + 2] in (["que"], ["qu'"], ["qui"]) and (
            _NO_QUESTION.isdisjoint(words[place + 2 :])
        )
    return _NO_QUESTION.isdisjoint(words[1:]) and _has_question_verb(words)


def _has_question_verb(words: list[str]) -> bool:
    """Does the verb stand right after the question word, as the order of a question has it?"""
    head, verb = words[0], words[1]
    if head in _WHICH:
        return verb in _BEING and words[2] in _NOUN_OPENERS
    if head == "qui":
        return verb in _BEING | {"a", "ont"} and not finite_verbs(words, 2, len(words))
    if head == "pourquoi":
        return bool(lookup(verb).tags & INFINITIVE)
    if head == "combien":
        return verb in _COSTING
    if head == "où":
        verb = words[2] if verb == "se" else verb
        return verb in ("trouve", "trouvent", "est", "sont") and len(words) > _SHORTEST
    return head == "que" and verb in ("faire", "dire", "penser", "choisir", "retenir")


def _asks_which(document: Document, sentence: Sentence) -> bool:
    """« À quelle heure ferme le musée »: a noun, its verb, then the subject, and no more."""
    first, stop = sentence.first, sentence.last - 1
    words = document.tokens.lower[first:stop]
    if len(words) <= _WHICH_HEAD or not _NO_QUESTION.isdisjoint(words[1:]):
        return False
    verb = document.entry(first + 3).tags & FINITE
    return bool(verb) and words[_WHICH_HEAD] in _NOUN_OPENERS


def _opens_with_verb(words: list[str], first: int, subject: int) -> bool:
    """« Est-il », « N’était-ce pas », « Y a-t-on », « L’avez-vous » at the head of a sentence."""
    verb = subject - 1
    if not set(words[first:verb]) <= _BEFORE_VERB:
        return False
    if words[subject] == "-je":
        return words[verb] in ("puis", "dois", "ai", "suis", "peux")
    if words[subject] in ("-vous", "-nous", "-tu"):
        return words[subject] == "-vous" and words[verb] in _ASKING_YOU
    return words[verb] in _ASKING

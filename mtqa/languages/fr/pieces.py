"""What a piece of a sentence lacks: a main clause, or the subject of its verb."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.languages.fr.clauses import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    finite_verbs,
    is_finite,
    may_be_finite,
)
from mtqa.lexicon import (
    ADJECTIVE,
    IMPERATIVE,
    INFINITIVE,
    NOUN,
    PAST_PARTICIPLE,
    SUBJUNCTIVE,
    THIRD_PERSON,
    VERB_PLURAL,
    lookup,
)

__all__ = [
    "SET_PHRASES",
    "WHOLE",
    "WITH_QUE",
    "commands",
    "explains",
    "goes_on",
    "is_bare_infinitive",
    "is_headless",
    "is_noun_alone",
    "is_proverb",
    "is_subordinate",
    "is_verb_alone",
    "is_wish",
    "joins_clauses",
    "lacks_subject",
    "lacks_subject_after_phrase",
    "may_hold_verb",
    "needs_a_verb",
    "opens_with_which",
]

_ALONE = frozenset("puisque puisqu' lorsque lorsqu' quand quoique quoiqu'".split())
WITH_QUE = frozenset(
    "parce afin tandis alors bien sans pour avant après dès ainsi sauf pourvu".split()
)
"""Words that make a conjunction with « que »."""
_REASONS = frozenset("parce afin tandis alors sauf ainsi pour sans".split())
_OPENERS = RELATIVES | _ALONE | {"si", "s'"}
_CLITICS = frozenset("ne n' me m' te t' se s' le la l' les lui leur y en nous vous".split())
_LINKS = PREPOSITIONS | {"et", "ou", "ni"}
_LINKING = frozenset("et ou mais que qu' qui dont où ,".split())
_OBJECTS = frozenset("te t' me m' se s' le la l' les nous vous".split())
_OWN = DETERMINERS - {"du", "des", "au", "aux", "un", "une"}
_COMPLEMENT_OPENERS = ("de", "du", "d'", "et")
_BEFORE_SUBJECTS = frozenset(
    "viennent suivent restent entrent manquent figurent arrivent existent demeurent passent vivent"
    " sortent peuvent doivent sont ont vont étaient avaient seront puissent soient aient fassent"
    " approchent apparaissent surgissent résonnent naissent reviennent".split()
)
_GOVERNED = PREPOSITIONS | {"du", "des", "au", "aux", "et", "ou", "ni"}


WHOLE = frozenset(
    "merci bienvenue attention bravo gare place fin dommage pardon bonjour adieu courage silence "
    "honneur gloire pas point faites vive".split()
)
"""What opens a sentence that is whole without a verb: « Merci de patienter. »"""
SET_PHRASES = frozenset(
    "plus moins nouveau quoi même fait bref outre effet vain somme tout toute suivre noter savoir "
    "autant rien doute exemple place autres où".split()
)
"""Words whose phrase stands alone or opens a sentence: « De plus », « À suivre », « D’autres »."""
_HEADS = (DETERMINERS - {"tel", "telle", "tels", "telles"}) | {"celui", "celle", "ceux", "celles"}
_LONGEST_PROVERB = 9
_WHICH = frozenset("lequel laquelle lesquels lesquelles qui".split())


def commands(words: Sequence[str], first: int) -> bool:
    """Does an imperative or infinitive open the sentence: « Consultez », « Tester »?"""
    tags = lookup(words[first]).tags
    return bool(tags & (IMPERATIVE | INFINITIVE)) and not tags & NOUN


def is_noun_alone(words: Sequence[str], sentence: tuple[int, int]) -> bool:
    """Is it but a noun that a clause behind it belongs to: « Les biens. Qui n’ont … »?"""
    first, last = sentence
    verbs = (may_be_finite(words, at) for at in range(first + 1, last))
    return words[first] in _HEADS and not any(verbs)


def may_hold_verb(words: Sequence[str], piece: tuple[int, int]) -> bool:
    """Can any word after the first be a verb with a person?"""
    return any(may_be_finite(words, at) for at in range(piece[0] + 1, piece[1]))


def needs_a_verb(words: Sequence[str], before: tuple[int, int], piece: tuple[int, int]) -> bool:
    """Is the sentence before a phrase without a verb, which the piece completes to a clause?

    Either the piece opens with a complement (« Les ouvriers. De l’usine ont cessé le travail »),
    or its verb follows a comma and lacks a subject (« née en 1967. À Sydney, est joueuse »).
    """
    opener = words[before[0]]
    if before[1] - before[0] < 5 or may_hold_verb(words, before):
        return False
    verbs = finite_verbs(words, *piece)
    if verbs and words[verbs[0] - 1] == ",":
        return lacks_subject(words, verbs[0])
    if words[piece[0]] not in _COMPLEMENT_OPENERS or opener not in DETERMINERS | PREPOSITIONS:
        return False
    return bool(verbs) and not lookup(words[piece[0] + 1]).tags & ADJECTIVE


def goes_on(words: Sequence[str], piece: tuple[int, int]) -> bool:
    """Does the first verb follow a comma and lack a subject: « Fermé en mai, rouvrira »?"""
    verbs = finite_verbs(words, *piece)
    return bool(verbs) and words[verbs[0] - 1] == "," and lacks_subject(words, verbs[0])


def opens_with_which(words: Sequence[str], first: int) -> bool:
    """Does a piece open with a preposition and its relative: « Pour laquelle », « À qui »?"""
    return words[first] in PREPOSITIONS and words[first + 1] in _WHICH


def joins_clauses(words: Sequence[str], before: tuple[int, int], piece: tuple[int, int]) -> bool:
    """« … parce qu’il pleut. Et que les rues sont vides. »: a second clause behind « que »."""
    first, last = piece
    if words[first + 1] not in ("que", "qu'") or not finite_verbs(words, first + 2, last):
        return False
    opened = CLAUSE_OPENERS.intersection(words[before[0] : before[1]])
    return bool(opened) and words[first + 2] not in ("dire", "faire", "penser")


def is_subordinate(words: Sequence[str], first: int, last: int) -> bool:
    """Are the tokens from `first` to before `last` one subordinate clause, and no main clause?

    « Parce qu’il a plu »; each verb must have its own conjunction or relative.
    """
    two = words[first] in WITH_QUE and words[first + 1] in ("que", "qu'")
    if not two and words[first] not in _ALONE:
        return False
    if words[first + 1] in ("et", "même", "bien"):
        return False
    clauses = verbs = 0
    for at in range(first, last):
        if words[at] == ".":  # Behind « vol », « fin », which may be short for something.
            break
        if words[at] == "," and words[at + 1] not in _OPENERS | _LINKS:
            return False
        if words[at] in _OPENERS:
            clauses += 1
        elif is_finite(words, at):
            if not clauses and not _is_coordinated(words, at):
                return False
            clauses = max(clauses - 1, 0)
            verbs += 1
    return verbs > 0


def explains(words: Sequence[str], first: int) -> bool:
    """Does a conjunction stand here whose clause comes after the main clause, not before it?"""
    return words[first] in _REASONS


def is_headless(words: Sequence[str], first: int) -> bool:
    """Does a piece open with an auxiliary and its participle: « A annoncé sa venue »?"""
    if words[first] not in AUXILIARIES or not lookup(words[first]).tags & THIRD_PERSON:
        return False
    verb = first + 1
    while words[verb] in ("été", "déjà", "aussi", "également", "ensuite") and verb < first + 3:
        verb += 1
    tags = lookup(words[verb]).tags
    return bool(tags & PAST_PARTICIPLE) and words[first] not in ("soit", "ait", "soient", "aient")


def is_verb_alone(words: Sequence[str], first: int) -> bool:
    """Does a piece open with a verb in the plural and its object: « Réclament la reprise »?

    « Suivent les discours »: some verbs have their subject behind them.
    """
    tags = lookup(words[first]).tags
    plural = tags & THIRD_PERSON and tags & VERB_PLURAL and not tags & (NOUN | ADJECTIVE)
    moved = words[first] in _BEFORE_SUBJECTS or words[first].endswith("raient")
    return bool(plural) and not moved and words[first + 1] in _OWN


def _is_coordinated(words: Sequence[str], verb: int) -> bool:
    while words[verb - 1] in _CLITICS:
        verb -= 1
    return words[verb - 1] in ("et", "ou", "ni", "mais")


def is_bare_infinitive(words: Sequence[str], first: int) -> bool:
    """Does « de » with an infinitive stand here: « De prendre en compte les risques »?"""
    if words[first] not in ("de", "d'"):
        return False
    verb = first + 1
    while words[verb] in _CLITICS | {"pas", "plus", "jamais"} and verb < first + 4:
        verb += 1
    tags = lookup(words[verb]).tags
    return bool(tags & INFINITIVE) and not tags & NOUN


def lacks_subject(words: Sequence[str], number: int) -> bool:
    """Does a verb of the third person stand here, behind nothing but its clitics?"""
    verb = number
    while words[verb] in ("se", "s'", "ne", "n'", "y", "en") and verb < number + 2:
        verb += 1
    inverted = verb + 1 < len(words) and words[verb + 1][0] == "-"
    return is_finite(words, verb) and bool(lookup(words[verb]).tags & THIRD_PERSON) and not inverted


def lacks_subject_after_phrase(forms: Sequence[str], first: int, last: int) -> bool:
    """Does a phrase behind a preposition run into an auxiliary: « À Belfort a été fermée »?

    An inverted subject (« Au centre est un lac ») is one too.
    """
    words = [form.lower().replace("’", "'") for form in forms[first : min(last, first + 25)]]
    for at in range(1, len(words) - 1):
        word, before = words[at], words[at - 1]
        if is_finite(words, at):
            plain = word in AUXILIARIES and before not in _CLITICS
            inverted = not DETERMINERS.isdisjoint(words[at + 1 : at + 4])
            return plain and not inverted and forms[first + at + 1].islower()
        bare = not forms[first + at].islower() and before not in _GOVERNED
        if bare and not (before[0].isalpha() and not forms[first + at - 1].islower()):
            return False
        if word in RELATIVES | SUBJECTS or not word[0].isalnum():
            return False
        if word in DETERMINERS and word not in _GOVERNED and before not in _GOVERNED:
            return False
    return False


def is_proverb(words: list[str], verbs: list[int], last: int) -> bool:
    """« Qui vole un œuf vole un bœuf. »: a second verb, which « qui vole un œuf » is subject of."""
    if len(verbs) < 2 or verbs[1] + 1 >= last or last - verbs[0] > _LONGEST_PROVERB:
        return False
    between = words[verbs[0] + 1 : verbs[1]]
    return not _LINKING.intersection(between) and words[verbs[1] - 1] not in SUBJECTS


def is_wish(words: list[str], verb: int, opener: int) -> bool:
    """« Que la lumière te guide. »: the verb has its object and may be a subjunctive."""
    if not lookup(words[verb]).tags & SUBJUNCTIVE:
        return False
    return (verb - 1 > opener and words[verb - 1] in _OBJECTS) or words[verb + 1] in _OWN

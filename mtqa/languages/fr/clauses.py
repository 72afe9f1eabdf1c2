"""What tells a clause from a fragment: finite verbs, subjects, words that must be followed.

Grammar after Grevisse and Goosse, *Le Bon Usage*.
"""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.lexicon import (
    ADJECTIVE,
    DETERMINER,
    FINITE,
    INFINITIVE,
    NOUN,
    NUMERAL,
    PAST_PARTICIPLE,
    PRESENT_PARTICIPLE,
    PRONOUN,
    lookup,
)

__all__ = [
    "AUXILIARIES",
    "CLAUSE_OPENERS",
    "CLOSED",
    "CONDITIONS",
    "DETERMINERS",
    "PREPOSITIONS",
    "RELATIVES",
    "SUBJECTS",
    "SUBORDINATORS",
    "awaits_verb",
    "finite_verbs",
    "is_finite",
    "may_be_finite",
    "may_have_main_verb",
]

SUBJECTS = frozenset("je j' tu il elle on nous vous ils elles ce c' ça cela ceci".split())
"""Pronouns that stand as the subject right before a verb or its clitics."""

_CLITICS = frozenset(
    "ne n' me m' te t' se s' le la l' les lui leur y en nous vous on ils il elle elles je j' tu "
    "qui c' ce".split()
)

DETERMINERS = frozenset(
    "le la l' les un une des du au aux ce cet cette ces mon ton son ma ta sa mes tes ses notre "
    "votre nos vos leur leurs chaque plusieurs quelques certains certaines tout toute tous toutes "
    "aucun aucune".split()
)
"""Articles and their kin, contracted ones too."""

PREPOSITIONS = frozenset(
    "à de d' en dans par pour sur avec sans sous chez vers entre depuis pendant durant dès contre "
    "parmi selon malgré envers jusqu' jusque avant après devant derrière afin outre hors "
    "grâce faute lors".split()
)
"""Prepositions, and nouns that begin a compound one (« faute de »)."""

RELATIVES = frozenset("qui que qu' dont où lequel laquelle lesquels lesquelles auquel".split())
"""Words that open a clause inside a sentence."""

SUBORDINATORS = frozenset(
    "que qu' qui dont où quand lorsque lorsqu' si s' comme puisque puisqu' parce quoique "
    "quoiqu' tandis alors bien afin avant après dès pendant pour sans".split()
)
"""Words that can open a subordinate clause, alone or before « que »."""

CLOSED = (
    SUBJECTS
    | DETERMINERS
    | PREPOSITIONS
    | RELATIVES
    | SUBORDINATORS
    | frozenset("et ou ni mais car or donc sinon sauf voire notamment puis soit ne n'".split())
    | frozenset("y ainsi aussi très plus moins se s' a ont est sont avait avaient".split())
    | frozenset("était étaient sera seront fut furent".split())
)
"""Words that are no names, and rarely part of one."""

AUXILIARIES = frozenset(
    """
    ai as a avons avez ont avais avait avions aviez avaient aura auront aurait auraient
    eut eurent ait aient suis es est sommes êtes sont étais était étions étiez étaient
    sera seront serait seraient fut furent soit soient été eu ayant étant avoir être
    """.split()
)
"""Forms of « avoir » and « être », after which a participle stands."""

_SURE = frozenset(
    "est sont était étaient sera seront serait seraient fut furent a ont avait avaient aura auront "
    "aurait auraient eut eurent ai ait peut peuvent pouvait pouvaient pourra pourrait pourraient "
    "doit doivent devait devaient devra devrait devraient fait font faisait va vont allait veut "
    "veulent dit soit suis es êtes sommes avez avons semble reste".split()
)
_NO_ARTICLES = frozenset("tout tous toutes nous vous leur l'".split())
"""Determiners that can also stand right before a verb."""
_VERBAL = FINITE | INFINITIVE | PAST_PARTICIPLE | PRESENT_PARTICIPLE
_NOMINAL = NOUN | ADJECTIVE | PRONOUN | DETERMINER


def is_finite(words: Sequence[str], at: int) -> bool:
    """Is `words[at]` a verb with a person, for all that its neighbour before it tells?

    `words` are tokens in lower case. A form that can be a noun too (« la porte ») counts only
    after a subject pronoun, a clitic or « qui »; « a », « est » and their kind count unless a
    determiner stands before.
    """
    word = words[at]
    before = words[at - 1] if at else ""
    if word[0] == "-":
        return bool(lookup(before).tags & FINITE) if before else False
    tags = lookup(word).tags
    if not tags & FINITE:
        return False
    if word in _SURE:
        return before not in DETERMINERS or before in _NO_ARTICLES
    if before in _CLITICS:
        return before not in DETERMINERS or not tags & _NOMINAL
    return not tags & _NOMINAL and before not in DETERMINERS and word not in PREPOSITIONS


def finite_verbs(words: Sequence[str], first: int, last: int) -> list[int]:
    """Where in `words`, from `first` up to, not including, `last`, the finite verbs are."""
    return [at for at in range(first, last) if is_finite(words, at)]


def awaits_verb(words: Sequence[str], at: int, floor: int) -> bool:
    """Does a relative clause begin before `at` that has no verb yet, and may be a subject?

    « Celui qui sait sait »; not « il dit que le temps presse presse », where the main clause has
    its verb.
    """
    opener = next((n for n in range(at - 1, floor - 1, -1) if words[n] in RELATIVES), None)
    if opener is None or finite_verbs(words, opener + 1, at):
        return False
    if words[opener] not in ("que", "qu'") or opener == floor:
        return True
    return not lookup(words[opener - 1]).tags & _VERBAL


def may_be_finite(words: Sequence[str], at: int) -> bool:
    """Can `words[at]` be a verb with a person? No after a determiner or a preposition."""
    word = words[at]
    if word[0] == "-":
        return is_finite(words, at)
    tags = lookup(word).tags
    if not tags & FINITE or word in DETERMINERS or word in PREPOSITIONS:
        return False
    before = words[at - 1] if at else ""
    noun = bool(tags & (NOUN | ADJECTIVE | PRONOUN))
    if before in DETERMINERS - _CLITICS or (before in PREPOSITIONS and before not in _CLITICS):
        return not noun
    counted = before.isdigit() or bool(before and lookup(before).tags & NUMERAL)
    return not (noun and (counted or before in ("le", "la", "les", "l'", "leur")))


CONDITIONS = frozenset("si quand lorsque lorsqu' puisque puisqu' comme".split())
"""Words at the head of a case that a main clause answers."""

CLAUSE_OPENERS = frozenset("qui que qu' dont où quand lorsque lorsqu' si puisque puisqu'".split())
"""Words that claim the next verb for a clause of their own."""


def may_have_main_verb(words: Sequence[str], first: int, last: int) -> bool:
    """Can the tokens from `first` up to, not including, `last` hold the verb of a main clause?

    Each « qui », « que », « si » takes the next verb for its own clause. A form that can be a
    noun too is a verb only after a noun phrase or pronoun that no preposition governs.
    """
    clauses = 0
    subject = False
    for at in range(first, last):
        word, before = words[at], words[at - 1] if at else ""
        if word == ",":
            clauses = 0
            following = words[at + 1] if at + 1 < last else ""
            if lookup(following).tags & INFINITIVE:
                return True
            subject = subject or following not in CLOSED
        elif word in CLAUSE_OPENERS:
            clauses += 1
        elif is_finite(words, at):
            if not clauses:
                return True
            clauses -= 1
        elif clauses:
            continue
        elif word in DETERMINERS or word in SUBJECTS:
            governed = before in PREPOSITIONS or before in ("et", "ou", "ni", "tous", "toutes")
            subject = subject or not (governed or word in ("du", "des", "au", "aux"))
        elif subject and may_be_finite(words, at):
            return True
    return False

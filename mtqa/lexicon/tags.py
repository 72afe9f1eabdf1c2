"""The bits of a lexicon entry."""

from __future__ import annotations

NOUN = 1 << 0
ADJECTIVE = 1 << 1
ADVERB = 1 << 2
FINITE = 1 << 3
"""A verb form with a person; forms that are only imperative have IMPERATIVE alone."""
INFINITIVE = 1 << 4
PAST_PARTICIPLE = 1 << 5
PRESENT_PARTICIPLE = 1 << 6
IMPERATIVE = 1 << 7
SUBJUNCTIVE = 1 << 8
"""A finite form that can be subjunctive."""
DETERMINER = 1 << 9
PRONOUN = 1 << 10
PREPOSITION = 1 << 11
CONJUNCTION = 1 << 12
INTERJECTION = 1 << 13
NUMERAL = 1 << 14
PROPER = 1 << 15
"""A name: the lexicon writes it with a capital."""
FIRST_NAME = 1 << 16
SURNAME = 1 << 17
PLACE = 1 << 18
MASCULINE = 1 << 19
FEMININE = 1 << 20
"""Gender of nouns, adjectives, determiners, participles; both where the form serves both."""
SINGULAR = 1 << 21
PLURAL = 1 << 22
ASPIRATED = 1 << 23
"""No elision before it: « le héros », « le onze », « le oui »."""
FIRST_PERSON = 1 << 24
SECOND_PERSON = 1 << 25
THIRD_PERSON = 1 << 26
VERB_SINGULAR = 1 << 27
VERB_PLURAL = 1 << 28

COMMON = (
    NOUN | ADJECTIVE | ADVERB | FINITE | INFINITIVE | PAST_PARTICIPLE | PRESENT_PARTICIPLE
    | IMPERATIVE | DETERMINER | PRONOUN | PREPOSITION | CONJUNCTION | INTERJECTION | NUMERAL
)  # fmt: skip
"""Any part of speech of a word that is no name."""

"""Inflected adjectives and verbs of Spanish and English, and the French forms that answer them."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.languages.fr.elision import elide
from mtqa.lexicon.morphology import inflect

__all__ = ["adjective_forms", "bases", "french_adjective", "french_verb", "verb_forms"]

_SPANISH_ENDINGS = {
    "o": {"o": "ms", "a": "fs", "os": "mp", "as": "fp"},
    "e": {"e": "es", "es": "ep"},
    "a": {"a": "es", "as": "ep"},
}
"""Last letter of a Spanish adjective → its endings with their gender (e: both) and number."""
_SPANISH_FEMININE = ("és", "án", "ón", "ín", "ol", "or")
_SPANISH_COMPARATIVES = ("yor", "nor", "jor", "eor", "rior")
_VOWELS = frozenset("aeiou")
_PLAIN = str.maketrans("áéíóú", "aeiou")

_TENSES = {
    "ar": {
        "a": "Ip3s", "an": "Ip3p", "aba": "Iq3s", "aban": "Iq3p", "ó": "Is3s", "aron": "Is3p",
        "ado": "Qms", "ada": "Qfs", "ados": "Qmp", "adas": "Qfp", "ando": "P",
    },
    "er": {
        "e": "Ip3s", "en": "Ip3p", "ía": "Iq3s", "ían": "Iq3p", "ió": "Is3s", "ieron": "Is3p",
        "ido": "Qms", "ida": "Qfs", "idos": "Qmp", "idas": "Qfp", "iendo": "P",
    },
}  # fmt: skip
"""Class of a Spanish verb → its endings with mood and person, in the lexicon's notation."""
_ON_INFINITIVE = {"": "Y", "á": "If3s", "án": "If3p", "ía": "K3s", "ían": "K3p"}

_MODELS = {
    "Ip3s": "est", "Ip3p": "sont", "Iq3s": "était", "Iq3p": "étaient", "Is3s": "fut",
    "Is3p": "furent", "If3s": "sera", "If3p": "seront", "K3s": "serait", "K3p": "seraient",
    "Qms": "allé", "Qfs": "allée", "Qmp": "allés", "Qfp": "allées", "P": "étant",
}  # fmt: skip
"""Feature → a French form that has it and no other."""
_ADJECTIVES = {"ms": "grand", "fs": "grande", "mp": "grands", "fp": "grandes"}
_REFLEXIVE = ("se ", "s’")
_AUXILIARIES = {True: {"s": "est", "p": "sont"}, False: {"s": "a", "p": "ont"}}


_ENDINGS = (
    *((tail, base) for base in ("ar", "er", "ir") for tails in _TENSES.values() for tail in tails),
    *((tail, "") for tail in _ON_INFINITIVE if tail),
    *((ending, base) for base, endings in _SPANISH_ENDINGS.items() for ending in endings),
    *(("a", ""), ("es", ""), ("as", ""), ("ces", "z"), ("s", ""), ("ies", "y"), ("ied", "y")),
    *(("ed", ""), ("d", ""), ("ing", ""), ("ing", "e")),
)
"""Ending of a form → ending of the base that it may have."""
_ACCENTED = dict(zip("aeiou", "áéíóú", strict=True))


def bases(form: str) -> Iterator[str]:
    """The dictionary words, existing or not, that a form may belong to."""
    yield form
    for ending, base in _ENDINGS:
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[: -len(ending)]
            yield stem + base
            if not base and stem[-1] == stem[-2]:
                yield stem[:-1]
            if not base and len(stem) > 2 and stem[-2] in _ACCENTED:
                yield stem[:-2] + _ACCENTED[stem[-2]] + stem[-1]


def adjective_forms(adjective: str, language: str) -> Iterator[tuple[str, str]]:
    """The forms of an adjective with gender and number: ms, fs, mp, fp, es, ep or "" (any)."""
    if language == "en":
        yield adjective, ""
        return
    last = adjective[-1]
    if last in _SPANISH_ENDINGS:
        for ending, feature in _SPANISH_ENDINGS[last].items():
            yield adjective[:-1] + ending, feature
        return
    stem = adjective[:-2] + adjective[-2:].translate(_PLAIN)
    if adjective.endswith(_SPANISH_FEMININE) and not adjective.endswith(_SPANISH_COMPARATIVES):
        yield from ((adjective, "ms"), (stem + "a", "fs"), (stem + "es", "mp"), (stem + "as", "fp"))
        return
    yield adjective, "es"
    plain = adjective if adjective[-1] in "lr" else stem
    yield (plain[:-1] + "ces" if last == "z" else plain + "es"), "ep"


def french_adjective(adjective: str, gender: str, number: str) -> str:
    """The form of a French adjective; a phrase does not vary."""
    found = inflect(adjective, _ADJECTIVES[gender + number])
    return found[0] if found else adjective


def verb_forms(verb: str, language: str, irregular: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb with their features (Ip3s, Qms, Y …; Is: past of any person).

    `irregular` lists `form/feature`, which take the place of the regular forms of that feature.
    """
    own = [tuple(item.split("/")) for item in irregular.split()]
    taken = {feature for _, feature in own}
    regular = _spanish(verb) if language == "es" else _english(verb)
    yield from ((form, feature) for form, feature in own)
    yield from ((form, feature) for form, feature in regular if feature not in taken)


def _spanish(verb: str) -> Iterator[tuple[str, str]]:
    stem, ending = verb[:-2], verb[-2:].translate(_PLAIN)
    for tail, feature in _TENSES["ar" if ending == "ar" else "er"].items():
        yield stem + tail, feature
    for tail, feature in _ON_INFINITIVE.items():
        yield verb.translate(_PLAIN) + tail if tail else verb, feature


def _english(verb: str) -> Iterator[tuple[str, str]]:
    stem = verb.removesuffix("e")
    past = stem + "ed"
    third = verb + "s"
    if verb[-1] == "y" and verb[-2] not in "aeou":
        past, third = verb[:-1] + "ied", verb[:-1] + "ies"
    elif verb.endswith(("s", "x", "z", "ch", "sh")):
        third = verb + "es"
    elif verb[-1] in "bdgmnpt" and verb[-2] in _VOWELS and _has_one_vowel(verb):
        stem += verb[-1]
        past = stem + "ed"
    yield from ((verb, "Y"), (third, "Ip3s"), (past, "Is"), (stem + "ing", "P"))


def _has_one_vowel(verb: str) -> bool:
    return sum(letter in _VOWELS for letter in verb) == 1


def french_verb(verb: str, feature: str, number: str, *, with_etre: bool) -> tuple[str, ...]:
    """A French verb in the form that answers a foreign one, the likeliest first.

    `number` (s, p) is that of the subject, where the foreign form does not tell it.
    """
    if feature == "Y":
        return (verb,)
    if verb.startswith(_REFLEXIVE):
        texts = french_verb(verb[2:].lstrip(), feature, number, with_etre=True)
        return texts if feature[0] == "Q" else tuple(elide("se", text) for text in texts)
    head, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    if feature[:2] == "Is":
        number = feature[3:] or number
        participle = inflect(head, _MODELS["Qmp" if with_etre and number == "p" else "Qms"])
        simple = inflect(head, _MODELS[f"Is3{number}"])
        auxiliary = _AUXILIARIES[with_etre][number]
        compound = [f"{auxiliary} {form}{tail}" for form in participle[:1]]
        return (*compound, *(form + tail for form in simple[:1]))
    if feature == "Ip3s" and number == "p":
        feature = "Ip3p"
    return tuple(form + tail for form in inflect(head, _MODELS[feature])[:1])

"""Determiners that agree with the word they stand before."""

from __future__ import annotations

from mtqa.languages.fr.elision import elide, opens_with_vowel
from mtqa.lexicon import FEMININE, MASCULINE, PLURAL, SINGULAR, lookup

__all__ = [
    "DETERMINERS", "FOREIGN_DETERMINERS", "FRENCH_DETERMINERS", "agreeing", "agrees", "before_name",
]  # fmt: skip

DETERMINERS = {
    "le": ("le", "la", "les"),
    "un": ("un", "une", "des"),
    "du": ("du", "de la", "des"),
    "au": ("au", "à la", "aux"),
    "ce": ("ce", "cette", "ces"),
    "son": ("son", "sa", "ses"),
    "mon": ("mon", "ma", "mes"),
    "ton": ("ton", "ta", "tes"),
    "tout": ("tout", "toute", "tous"),
}
"""Masculine determiner → masculine, feminine and plural."""

_BEFORE_VOWEL = {
    "le": "l’", "la": "l’", "du": "de l’", "de la": "de l’", "au": "à l’", "à la": "à l’",
    "ce": "cet", "sa": "son", "ma": "mon", "ta": "ton",
}  # fmt: skip


def agreeing(determiner: str, noun: str) -> tuple[str, ...]:
    """The forms of a masculine determiner that may stand before `noun`, without a space after.

    Several where the lexicon leaves gender or number open, the likeliest first; none where it
    does not know the noun.
    """
    masculine, feminine, plural = DETERMINERS[determiner]
    tags = lookup(noun.lower().replace("’", "'")).tags
    forms = []
    if tags & SINGULAR:
        forms += [masculine] if tags & MASCULINE else []
        forms += [feminine] if tags & FEMININE else []
    if tags & PLURAL:
        forms.append(plural)
    if opens_with_vowel(noun):
        forms = [_BEFORE_VOWEL.get(form, form) for form in forms]
    return tuple(dict.fromkeys(forms))


_BASES = {
    "le": "le", "la": "le", "l'": "le", "les": "le", "du": "du", "des": "du", "au": "au",
    "aux": "au", "un": "un", "une": "un", "ce": "ce", "cet": "ce", "cette": "ce", "ces": "ce",
    "son": "son", "sa": "son", "ses": "son", "mon": "mon", "ma": "mon", "mes": "mon",
    "ton": "ton", "ta": "ton", "tes": "ton",
    "the": "le", "el": "le", "los": "le", "las": "le", "del": "du", "della": "du", "al": "au",
}  # fmt: skip
"""A determiner before a name, of the source language too → the masculine one of its kind."""
FOREIGN_DETERMINERS = frozenset(("the", "el", "los", "las", "del", "della", "al"))
"""Those of _BASES that are not French."""
_PLURALS = frozenset("les des aux ces ses nos vos leurs mes tes los las plusieurs".split())
_SINGULARS = frozenset("le la l' du au un une ce cet cette son sa el del al chaque".split())
_WITH_PREPOSITION = {"de": "du", "d'": "du", "à": "au"}
_INVARIABLE = frozenset("notre votre leur nos vos leurs chaque quelque".split())
_ELIDING = {
    "d'": "de", "de": "de", "qu'": "que", "que": "que", "jusqu'": "jusque", "lorsqu'": "lorsque",
    "puisqu'": "puisque",
}  # fmt: skip
FRENCH_DETERMINERS = (_BASES.keys() - FOREIGN_DETERMINERS) | _INVARIABLE
_FORM_OF_GENDER = {"m": 0, "f": 1, "mp": 2, "fp": 2}


def agrees(determiner: str, gender: str) -> bool:
    """May a noun of this gender (m, f, mp, fp) follow the determiner, once that one agrees?

    False where one is plural and the other is not.
    """
    plural = gender in ("mp", "fp")
    return plural if determiner in _PLURALS else not (plural and determiner in _SINGULARS)


def before_name(
    before: tuple[str, ...], name: str, gender: str, *, adds_article: bool = True
) -> tuple[int, str]:
    """How a French name or noun joins the (at most two) lower-case words `before` it.

    Returns how many of those words are to be replaced with the name, and the text that takes
    their place. `gender` is m, f, mp, fp, or empty where the name takes no article; without
    `adds_article` it only decides the form of a determiner that is there.
    """
    last = before[-1] if before else ""
    if not gender or (not adds_article and last not in _BASES):
        return _bare(last, name)
    if last in _INVARIABLE:
        return 0, name
    if last in ("le", "la", "l'", "les") and len(before) == 2 and before[0] in _WITH_PREPOSITION:
        return 2, _determined(_WITH_PREPOSITION[before[0]], name, gender)
    if last in _BASES:
        return 1, _determined(_BASES[last], name, gender)
    if last == "en":
        keeps = gender == "f" or (gender == "m" and opens_with_vowel(name))
        return (0, name) if keeps else (1, _determined("au", name, gender))
    if last in ("de", "d'") and gender == "f":
        return 1, elide("de", name)
    if last in _WITH_PREPOSITION:
        return 1, _determined(_WITH_PREPOSITION[last], name, gender)
    if last in _ELIDING:
        return 1, f"{_ELIDING[last]} {_determined('le', name, gender)}"
    if last and not last[0].isalpha():
        return 0, name
    return 0, _determined("le", name, gender)


def _bare(last: str, name: str) -> tuple[int, str]:
    article, _, rest = name.partition(" ")
    if article == "Le" and last in ("à", "de", "d'"):
        return 1, f"{'au' if last == 'à' else 'du'} {rest}"
    if last in _ELIDING:
        return 1, elide(_ELIDING[last], name)
    return 0, name


def _determined(determiner: str, name: str, gender: str) -> str:
    form = DETERMINERS[determiner][_FORM_OF_GENDER[gender]]
    if gender in ("m", "f") and opens_with_vowel(name):
        form = _BEFORE_VOWEL.get(form, form)
    return form + name if form[-1] == "’" else f"{form} {name}"

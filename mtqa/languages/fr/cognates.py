"""French words that Spanish, English and Italian ones resemble: « organización », organisation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from mtqa.languages.fr.glossary import Word, in_plural
from mtqa.lexicon import ADJECTIVE, ADVERB, FEMININE, MASCULINE, NOUN, PLURAL, SINGULAR, lookup

__all__ = ["cognate", "lacks_accents"]


_PARTS = {"noun": NOUN, "adjective": ADJECTIVE, "adverb": ADVERB}
_ENDINGS = {
    "es": """
        noun logía/logie grafía/graphie ización/isation xión/xion ción/tion ción/ction sión/sion
        sión/ssion dad/té tud/tude miento/ment mento/ment encia/ence encia/ance ancia/ance
        ancia/ence ismo/isme ista/iste aje/age ura/ure ía/ie ador/ateur tor/teur sor/seur dor/teur
        ficio/fice icio/ice ema/ème ólogo/ologue ógrafo/ographe nto/nt cto/ct cto/t ma/me
        adverb mente/ment
        adjective orio/oire oria/oire ario/aire aria/aire ar/aire ico/ique ica/ique ivo/if iva/if
        oso/eux osa/eux ble/ble ano/ain ano/ien ana/ain ana/ien al/al al/el ante/ant ente/ent
    """,
    "it": """
        noun logia/logie zzazione/sation zione/tion zione/ction ssione/ssion sione/sion tà/té
        tudine/tude mento/ment enza/ence enza/ance anza/ance ismo/isme ista/iste aggio/age ura/ure
        ia/ie tore/teur sore/seur ema/ème
        adverb mente/ment
        adjective orio/oire oria/oire ario/aire aria/aire are/aire ico/ique ica/ique ivo/if iva/if
        oso/eux osa/eux bile/ble ano/ain ano/ien ana/ain ana/ien ale/al ale/el ante/ant ente/ent
    """,
    "en": """
        noun ology/ologie graphy/graphie ization/isation ity/ité ism/isme yst/yste ist/iste
        ency/ence ancy/ance ctor/cteur ator/ateur itor/iteur
        adverb ically/iquement ly/ement ly/ment ly/lement
        adjective ic/ique ical/ique ical/ical ous/eux ary/aire ory/oire ar/aire ive/if al/el al/al
        ent/ent ent/ant
    """,
}
"""Language → parts of speech, and endings with the French ones that answer them."""
_STEMS = {
    "es": """
        cc/c c/cc f/ff p/pp l/ll t/tt n/nn m/mm r/rr s/ss t/th f/ph i/y c/ch g/gg mb/mm cu/qu j/g
        z/s ie/e ue/o
    """,
    "it": "tt/ct tt/pt ss/x zz/s ll/l nn/n f/ph i/y t/th r/rr cc/c bb/b z/c ff/f",
    "en": "n/nn t/tt",
}
"""Language → letters of a stem, and how French may write them."""
_OPENINGS = (
    ("est", "st"),
    ("esp", "sp"),
    ("esc", "sc"),
    ("est", "ét"),
    ("esc", "éc"),
    ("esp", "ép"),
)
_BARE = str.maketrans("áéíóúàèìòùñ", "aeiouaeioun")
_USUAL = 25
_FAR = 12
"""Zipf × 10: how common the French word must be, and how much rarer than abroad at most."""
_SHORTEST = 6
_E = 3
"""How many e of a stem may have lost an accent."""


@lru_cache(maxsize=4096)
def cognate(form: str, language: str) -> Word | None:
    """The French word that a foreign form resembles, by regular endings, if there is one.

    Its kind is m, f, mp or fp of a noun, `adverb`, or `adjective`, `adjectives`, whose text is
    the masculine singular.
    """
    if len(form) < _SHORTEST:
        return None
    for singular, plural in _singulars(form, language):
        for ending, answer, part in _endings(language):
            if singular.endswith(ending) and len(singular) > len(ending) + 2:
                for stem in _stems(singular.removesuffix(ending).translate(_BARE), language):
                    kind = _kind(stem + answer, part)
                    if kind:
                        return _word(stem + answer, kind, plural=plural)
    return None


def lacks_accents(form: str) -> bool:
    """Is it a usual French word but for its accents, « reconciliation »: a slip of the pen?"""
    entries = (lookup(word) for word in _accented(form) if word != form)
    return any(entry.common and entry.fr >= _USUAL for entry in entries)


def _word(french: str, kind: str, *, plural: bool) -> Word:
    if plural and kind in ("m", "f"):
        return Word((in_plural(french, kind),), kind + "p")
    return Word((french,), "adjectives" if plural and kind == "adjective" else kind)


@cache
def _endings(language: str) -> tuple[tuple[str, str, str], ...]:
    """The endings of a language, the longest first."""
    found = []
    part = ""
    for item in _ENDINGS[language].split():
        if item in _PARTS:
            part = item
        else:
            ending, _, answer = item.partition("/")
            found.append((ending, answer, part))
    return tuple(sorted(found, key=lambda row: -len(row[0])))


def _singulars(form: str, language: str) -> Iterator[tuple[str, bool]]:
    yield form, False
    if language == "it":
        for plural, singular in (("chi", "co"), ("che", "ca"), ("i", "e"), ("i", "o"), ("e", "a")):
            if form.endswith(plural):
                yield form.removesuffix(plural) + singular, True
    elif form[-1] == "s":
        for plural, singular in (("iones", "ión"), ("ies", "y"), ("es", ""), ("s", "")):
            if form.endswith(plural):
                yield form.removesuffix(plural) + singular, True


def _stems(stem: str, language: str) -> Iterator[str]:
    """The ways in which French may write a stem, the likeliest first."""
    stems = [stem]
    stems += [new + stem[len(old) :] for old, new in _OPENINGS if stem.startswith(old)]
    changes = (item.split("/") for item in _STEMS[language].split())
    stems += [stem.replace(old, new) for old, new in changes if old in stem]
    for written in stems:
        yield from _accented(written)


def _accented(stem: str) -> Iterator[str]:
    """The stem with each combination of accents on its first few e."""
    places = [n for n, letter in enumerate(stem) if letter == "e"][:_E]
    for mask in range(1 << len(places)):
        letters = list(stem)
        for bit, place in enumerate(places):
            if mask >> bit & 1:
                letters[place] = "é"
        yield "".join(letters)


def _kind(word: str, part: str) -> str:
    """m or f of a noun, or the part of speech itself; empty if French has no such word."""
    entry = lookup(word)
    tags = entry.tags
    common = entry.fr >= max(_USUAL, entry.en - _FAR, entry.es - _FAR)
    if not common or not tags & _PARTS[part]:
        return ""
    if part == "adverb":
        return part
    if not tags & SINGULAR or (tags & PLURAL and word[-1] not in "sx"):
        return ""
    if part == "adjective":
        return part if tags & MASCULINE else ""
    return "m" if tags & MASCULINE else "f" if tags & FEMININE else ""

"""Two usual words grown together, whatever they are: « vivaitseule », « lejeune », « àcette ».

A form that no corpus has ever shown and that is two usual words is hardly anything else, unless
its first part makes compounds, its second is an ending, or a letter was mistyped.
"""

from __future__ import annotations

from mtqa.languages.fr.clauses import PREPOSITIONS
from mtqa.languages.fr.joint_words import Cut
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    DETERMINER,
    FINITE,
    INFINITIVE,
    NOUN,
    PAST_PARTICIPLE,
    PLURAL,
    PREPOSITION,
    PRESENT_PARTICIPLE,
    PRONOUN,
    Entry,
    lookup,
)

__all__ = ["two_usual_words", "with_any_head"]

_HEADS = {
    **dict.fromkeys(
        "les des une cette ces ses leurs leur aux dans avec pour que qui chez selon comme dont "
        "mais dès et ou par le la du au ce cet sa son nos vos notre votre être sont ont était "
        "avait après depuis lors puis donc très aussi elle elles ils nous vous sans est à".split(),
        4,
    ),
    **dict.fromkeys(("en", "de", "plus", "entre", "un", "ne"), 6),
}
"""Function words that make no compounds, and how long a word must be that grew to them."""
_PLURAL = frozenset("les des ces ses leurs aux nos vos".split())
_COMPOUNDING = frozenset("et ou le la un une ne sans par est son entre du ce plus que elle".split())
"""Those that begin foreign or technical words: what follows must be usual."""
_PREFIXES = frozenset(
    "anti font posté archi audio auto avant bien chauffe contre corps data demi entre euro extra "
    "force forge garde grand haut hauts homo hydro hyper infra inter lave macro mal méga méta "
    "micro mini mono mort morte moto multi narco néo nord ouvre para passe petit photo plein poly "
    "porte post presse pseudo radio rétro sans semi sous stéréo sud super supra sur taille techno "
    "télé thermo tout tranche trans tri turbo ultra vice vidéo haute basse gratte cyber nano info "
    "socio psycho électro agro astro pro bloc homme cache coupe croque".split()
)
_ENDINGS = frozenset(
    "rien riens tien tiens lien liens sien bien biens mien aine aines oise oises aise aises moi "
    "ment ments elle elles aire aires able ables table nage sonne ions config script ance ence "
    "âtre isme iste istes iser isée isées erie tion tions able ible ales ères ette ettes esse eurs "
    "euse euses tronc lames gramme mètre mètres phone graphe logue type types base file "
    "mode".split()
)
_LEAST = 22
_TOGETHER = 62
"""What the frequencies of both words must reach, and their sum."""
_USUAL, _KNOWN = 33, 26
_GOVERNED = NOUN | ADJECTIVE | INFINITIVE | ADVERB | DETERMINER | PRONOUN
_VERY_USUAL = 42
_OPENING = PREPOSITION | FINITE | ADVERB
_QUALIFYING = ADJECTIVE | PAST_PARTICIPLE | PRESENT_PARTICIPLE | ADVERB
_ALPHABET = "lmnprst"


def with_any_head(form: str) -> Cut | None:
    """A function word and a usual word."""
    for at in (6, 5, 4, 3, 2, 1):
        head, right = form[:at], form[at:]
        least = _HEADS.get(head)
        if not least or len(right) < least:
            continue
        entry = lookup(right)
        plural = head in ("des", "les", "ces") and len(right) > 6
        if plural and entry.tags & NOUN and entry.tags & PLURAL and not _has_accent(right):
            return Cut(head, right)
        usual = _USUAL if head in _COMPOUNDING or least > 4 else _KNOWN
        if not entry.common or entry.fr < usual or entry.fr < entry.en:
            continue
        if head in PREPOSITIONS and not entry.tags & _GOVERNED and head not in ("en", "à"):
            continue
        if head == "de" and _has_accent(right):
            continue
        if head in _PLURAL and not entry.tags & PLURAL:
            continue
        if head == "à" or not _is_mistyped(form):
            return Cut(head, right)
    return None


def _has_accent(right: str) -> bool:
    """Is it a word whose prefix lost its accent: « deminage » of « déminage »?"""
    return lookup("dé" + right).known or lookup("dés" + right[1:]).known or right[0] in "sp"


def two_usual_words(form: str) -> Cut | None:
    """Two words of four letters or more, the likeliest pair if there are several."""
    best, cut = 0, None
    for at in range(4, len(form) - 3):
        left, right = form[:at], form[at:]
        if left in _PREFIXES or right in _ENDINGS:
            continue
        before, after = lookup(left), lookup(right)
        together = before.fr + after.fr
        least = _LEAST if min(at, len(form) - at) > 4 else _USUAL
        if min(before.fr, after.fr) < least or together < max(_TOGETHER, best + 1):
            continue
        if _are_french(before, after) and _may_meet(left, before, after):
            best, cut = together, Cut(left, right)
    return None if cut is None or _is_mistyped(form) else cut


def _are_french(before: Entry, after: Entry) -> bool:
    both = before.common and after.common
    usual = before.fr > before.en - 3 or before.fr >= _VERY_USUAL
    return both and usual and after.fr > after.en - 3


def _may_meet(left: str, before: Entry, after: Entry) -> bool:
    """Are they no compound of two nouns? Such a one has no plural inside."""
    if left in PREPOSITIONS and not after.tags & _GOVERNED:
        return False
    if before.tags & _OPENING and not before.tags & NOUN:
        return True
    if not before.tags & NOUN:
        describes = bool(before.tags & (ADJECTIVE | PAST_PARTICIPLE))
        return left in _HEADS or (
            describes and (before.agrees_with(after) or not after.tags & NOUN)
        )
    if before.tags & PLURAL and left[-1] in "sx":
        return True
    return not after.tags & NOUN and bool(after.tags & _QUALIFYING)


def _is_mistyped(form: str) -> bool:
    """Is it a known word with a letter too many, or one consonant short?"""
    if form.startswith("de") and lookup("dé" + form[2:]).known:
        return True
    short = (form[:at] + form[at + 1 :] for at in range(len(form)))
    if any(lookup(word).known for word in short):
        return True
    places = range(1, len(form))
    doubled = (form[:at] + form[at - 1] + form[at:] for at in places if form[at - 1] in _ALPHABET)
    return any(lookup(word).known for word in doubled)

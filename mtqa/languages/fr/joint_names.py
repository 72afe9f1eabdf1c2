"""Where a name and the word behind it grew together: « Morettiqui », « ODBCou », « Jaénaura »."""

from __future__ import annotations

from collections.abc import Container, Sequence

from mtqa.languages.fr.clauses import CLOSED, DETERMINERS, SUBJECTS
from mtqa.languages.fr.joint_fit import suits
from mtqa.languages.fr.joint_words import (
    AFTER_A_NAME,
    AFTER_A_PLACE,
    AFTER_A_SEEN_NAME,
    AFTER_ANY_NAME,
    UNSEEN,
    Cut,
    close_tails,
    frequency,
    tails,
)
from mtqa.lexicon import (
    ADJECTIVE,
    ADVERB,
    COMMON,
    FINITE,
    NOUN,
    PAST_PARTICIPLE,
    PLACE,
    PLURAL,
    PROPER,
    THIRD_PERSON,
    Entry,
    lookup,
)
from mtqa.patterns import pattern

__all__ = ["ACRONYM", "cut_behind_hump", "cut_name"]

_COORDINATORS = ("et", "ou")
ACRONYM = pattern(r"([A-Z][A-Z0-9]*[A-Z0-9])([a-zà]+)")
_HUMPS = pattern(r"(.*[a-z0-9A-Z])([A-Z][a-z]+)")
_PREFIXES = frozenset(
    "Aéro Afro Agro Anglo Auto Euro Franco Géo Hydro Micro Macro Méga Mini Multi Néo Nano Photo "
    "Radio Socio Thermo Turbo Vidéo Hyper Super Inter Trans Ultra Anti Contre Sous Télé".split()
)
_CAPITALS_AND_TAIL = pattern(
    r"([A-Za-z]*[a-z][A-Z]{2,})(et|ou|pour|dans|avec|sur|par|sont|qui|ainsi)"
)
_NAME_PARTS = frozenset("Mc Mac De Di Du La Le Van O Fitz Des Mb N D L".split())
_PEOPLE = ("ien", "iens", "ienne", "iennes", "ite", "ites", "éen", "éens", "ois", "ais")
"""Endings of names of peoples, among them forms of « tenir »: « les Néthophatiens »."""
_SHORT_TAILS = frozenset("en de du des au aux à par sur sous vers que est et".split())
"""Tails that names end in too."""
_NAME_ENDS = frozenset(
    "a ou sa les son ses ces ce nos vos car ici leur leurs le la il ils un se ne ni là dix "
    "six va".split()
)
"""Tails that names end in so often that no context helps."""
_AFTER_A_SURNAME = frozenset("pour mais sans contre entre sous quand est aura était".split())
_PLURAL_ARTICLES = frozenset("les des ses ces nos vos leurs".split())
_OBJECTS = frozenset("le la les l' l’ un une son sa ses leurs ce cet cette ces que qu' qu’".split())


def cut_name(
    form: str, seen: Container[str], after: Sequence[str] = (), before: str = ""
) -> Cut | None:
    """Cut a form with a capital, as `cut` does."""
    acronym = ACRONYM.fullmatch(form)
    named = acronym and (
        len(acronym[1]) > 2
        or acronym[1] in seen
        or acronym[2] == "à"
        or (acronym[2] in _COORDINATORS and before.isupper() and len(before) > 1)
    )
    if acronym and named and _follows_acronym(acronym[2], after):
        return Cut(acronym[1], acronym[2])
    if _HUMPS.fullmatch(form):
        return cut_behind_hump(form, seen, after)
    return (
        _behind_name(form, seen, after, before)
        or _before_what_suits(form, seen, after, before)
        or _name_and_word(form, seen)
        or (_behind_first_name(form, after) if _is_name(before) else None)
    )


def _follows_acronym(right: str, after: Sequence[str]) -> bool:
    if right in ("a", "à"):
        return suits(right, after)
    if right in tuple(tails(right)):
        return True
    entry = lookup(right)
    usual = entry.common and entry.fr >= max(35, entry.en) and len(right) > 4
    return usual or (right in tuple(close_tails(right)) and suits(right, after))


def cut_behind_hump(form: str, seen: Container[str], after: Sequence[str] = ()) -> Cut | None:
    """The last hump of an identifier carries a tail: `MoveNextet`, `MySQLet`."""
    capitals = _CAPITALS_AND_TAIL.fullmatch(form)
    if capitals:
        return Cut(capitals[1], capitals[2])
    humps = _HUMPS.fullmatch(form)
    if not humps or humps[1] in _NAME_PARTS or _is_word_somewhere(humps[2]):
        return None
    for tail in tails(humps[2]):
        left, stem = form[: -len(tail)], humps[2][: -len(tail)]
        a_set = tail == "et" and stem[-1:] == "s"
        usual = _is_word_somewhere(stem) and not a_set
        if len(stem) > 1 and (left in seen or _is_listed(tail, after) or usual):
            return Cut(left, tail)
    return None


def _is_listed(tail: str, after: Sequence[str]) -> bool:
    """Does « et » or « ou » stand before another name?"""
    return tail in _COORDINATORS and bool(after) and after[0][0].isupper()


def _is_word_somewhere(form: str) -> bool:
    entry = lookup(form.lower())
    return entry.known or max(entry.fr, entry.en) >= UNSEEN


def _behind_name(form: str, seen: Container[str], after: Sequence[str], before: str) -> Cut | None:
    """A name, or a capitalised noun, with what follows it: « Morettiqui », « Serveret »."""
    for tail in tails(form):
        left = form[: -len(tail)]
        if len(left) < 3:
            continue
        if left in seen and tail in AFTER_A_SEEN_NAME:
            return Cut(left, tail)
        entry = lookup(left.lower())
        used = len(left) > 3 and (bool(entry.tags & PROPER) or frequency(entry) >= 25)
        among = before in ("des", "les", "aux") and left[-1] == "s" and tail == "et"
        if used and (_is_listed(tail, after) or tail in AFTER_A_NAME or among):
            return Cut(left, tail)
        if entry.tags & PLACE and _joins_place(left, tail, entry, after):
            return Cut(left, tail)
        if tail in _COORDINATORS and (
            left.endswith(tail) or (_is_english(entry, after) and not before.istitle())
        ):
            return Cut(left, tail)
        endless = tail in ("de", "ou") or (tail == "et" and left[-1] in "esé")
        if endless and len(left) > 5 and entry.common and entry.fr >= 30:
            return Cut(left, tail)
    return None


def _is_english(entry: Entry, after: Sequence[str]) -> bool:
    """Is this a usual English word, and no French one, in front of a word in lower case?"""
    return entry.en >= 40 and not entry.common and bool(after) and after[0].islower()


def _joins_place(left: str, tail: str, entry: Entry, after: Sequence[str]) -> bool:
    """Can this place have lost its space before `tail`? « Berlinpour », « Ukraineet »."""
    if entry.common or entry.fr < 35 or len(left) < 5:
        return False
    if tail == "et" and after and after[0] in DETERMINERS:
        return True
    return tail in AFTER_A_PLACE or (left[-1] == "e" and len(left) > 5 and tail != "à")


def _before_what_suits(
    form: str, seen: Container[str], after: Sequence[str], before: str
) -> Cut | None:
    """A name and a word that suits what follows: « Graciela Ottonellia détaillé »."""
    for tail in close_tails(form):
        left = form[: -len(tail)]
        if len(left) < 4 or not suits(tail, after):
            continue
        entry = lookup(left.lower())
        named = not entry.common and (bool(entry.tags & PROPER) or frequency(entry) >= 20)
        if left in seen or _is_clear(tail, after, before, entry):
            return Cut(left, tail)
        if (
            _is_name(before)
            and tail in _AFTER_A_SURNAME
            and (tail != "est" or left[-1] in "aeiouy")
        ):
            return Cut(left, tail)
        if tail == "a" and (named or (_is_name(before) and _has_object(after))):
            return Cut(left, tail)
        if tail == "et" and named and (left[-1] in "aioy" or after[0].lower() in SUBJECTS):
            return Cut(left, tail)
        if tail in _SHORT_TAILS:
            known = entry.tags & PROPER and entry.fr >= 28 and not entry.common
            a_title = entry.common and entry.fr >= 40
            if (known or a_title) and len(left) > 4 and tail != "et":
                return Cut(left, tail)
        elif named and tail not in _NAME_ENDS:
            return Cut(left, tail)
    return None


def _is_clear(tail: str, after: Sequence[str], before: str, entry: Entry) -> bool:
    """Does no name end in this tail, or none before what follows here?"""
    if tail in _PLURAL_ARTICLES:
        return _is_name(before) and _is_bare_plural(after[0])
    if tail == "est":
        return after[0] in DETERMINERS and frequency(entry) >= 30
    return tail in AFTER_ANY_NAME


def _is_bare_plural(form: str) -> bool:
    """A noun in the plural and nothing else, which never follows a name at once."""
    tags = lookup(form).tags
    return form.islower() and tags & COMMON == NOUN and bool(tags & PLURAL)


def _is_name(before: str) -> bool:
    return before[:1].isupper() and before.lower() not in CLOSED


def _has_object(after: Sequence[str]) -> bool:
    """Does an object or a clause follow the participle? A title has none: « Nishioka battu »."""
    words = [form.lower() for form in after[:3]]
    return "été" in words[:2] or not _OBJECTS.isdisjoint(words[1:])


def _name_and_word(form: str, seen: Container[str]) -> Cut | None:
    """« Whelanemprisonné »: a name and a participle, adjective or verb."""
    for at in range(4, 0 if form.isupper() or form.endswith(_PEOPLE) else len(form) - 4):
        left, right = form[:at], form[at:]
        word = lookup(right)
        if (
            word.fr < max(20, word.en - 5)
            or left in _PREFIXES
            or not word.tags & (PAST_PARTICIPLE | ADJECTIVE | FINITE | ADVERB)
        ):
            continue
        name = lookup(left.lower())
        verbal = bool(word.tags & (PAST_PARTICIPLE | FINITE)) and not word.tags & NOUN
        accented = _is_accented_verb(right, word)
        if left in seen and len(right) > 4:
            return Cut(left, right)
        if accented and not name.common and frequency(name) >= 20:
            return Cut(left, right)
        if name.common or not (name.tags & PROPER or frequency(name) >= 25):
            continue
        if len(right) > (5 if verbal else 6) and word.fr >= (20 if verbal else 35):
            return Cut(left, right)
    return None


def _behind_first_name(form: str, after: Sequence[str]) -> Cut | None:
    """« Irene Zubeldiaremporte »: a surname that nobody knows, and a verb or participle."""
    for at in range(4, 0 if form.endswith(_PEOPLE) else len(form) - 5):
        right = form[at:]
        word = lookup(right)
        has_object = bool(after) and after[0].lower() in _OBJECTS
        verb = word.tags & THIRD_PERSON and (has_object or not word.tags & (NOUN | ADJECTIVE))
        if word.fr >= 30 and ((verb and len(right) > 5) or _is_accented_verb(right, word)):
            return Cut(form[:at], right)
    return None


def _is_accented_verb(right: str, word: Entry) -> bool:
    verbal = bool(word.tags & (PAST_PARTICIPLE | FINITE | ADVERB))
    return not right.isascii() and len(right) > 5 and word.fr >= 30 and verbal

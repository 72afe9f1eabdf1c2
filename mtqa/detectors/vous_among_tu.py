"""A reader called « tu » throughout, and « vous » in a sentence or two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa import lexicon
from mtqa.address import (
    Group,
    familiar_verb,
    has_dialogue,
    is_plain,
    merged,
    own_familiar,
    with_subject,
)
from mtqa.findings import Hit
from mtqa.parameters import parameters
from mtqa.text import Document

__all__ = ["VousAmongTu"]

_FAMILIAR = ("tu", "-tu", "-toi", "toi", "te", "t'", "ton", "ta", "tes")
_FORMAL = ("vous", "-vous", "votre", "vos")
_CLITICS = {"n'": "ne", "l'": "le", "m'": "me"} | {
    word: word for word in ("ne", "le", "la", "les", "y", "en", "me", "lui", "leur", "nous")
}
_SINGULAR = ("tu", "-tu", "-toi")
_ONE_AUTHOR = 3000
"""A text of up to so many words may be taken for one author's."""
_LEAST, _TIMES = 4, 3
"""So many « tu », and so many times as many as « vous », make the text familiar."""
_MOST = 2
_TALK = frozenset("je j' -je dit dirent répondit seigneur éternel".split())
"""Words of who speaks, and of old texts."""
_FRIENDS = frozenset("amis amie ami amies parents famille équipe enfants copains camarades".split())
"""Who may be meant by « vous » with the reader."""


@parameters
class VousAmongTu:
    """The formal « vous », once or twice, in a text that says « tu » to its reader.

    Not where « vous » may be several people, in quotations, or in dialogue.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each group of words that say « vous »."""
        index = document.tokens.index
        if not any(word in index for word in _SINGULAR) or document.words > _ONE_AUTHOR:
            return
        groups = self._groups(document)
        familiar = sum(is_plain(document, n) for n in document.tokens.positions(_FAMILIAR))
        if not groups or len(groups) > _MOST or familiar < max(_LEAST, _TIMES * len(groups)):
            return
        if has_dialogue(document) or document.is_about(_FRIENDS | _TALK):
            return
        for group in groups:
            first = document.tokens.forms[group.first]
            text = group.text[0].upper() + group.text[1:] if first[0].isupper() else group.text
            yield Hit.replacing(document.span(group.first, group.last), text)

    def _groups(self, document: Document) -> list[Group]:
        """Where the text says « vous », and what it becomes; nothing where one stays unclear."""
        places = [n for n in document.tokens.positions(_FORMAL) if is_plain(document, n)]
        found = [_group(document, number) for number in places]
        if None in found or len(found) > 3 * _MOST:
            return []
        found += [_order(document, s.first) for s in document.sentences]
        groups: list[Group] = []
        for group in sorted(filter(None, found)):
            if not groups or group.first > groups[-1].last:
                groups.append(group)
        return merged(document, groups)


def _group(document: Document, number: int) -> Group | None:
    tokens = document.tokens
    word, before = tokens.lower[number], tokens.lower[number - 1] if number else ""
    after = tokens.lower[number + 1] if number + 1 < len(tokens) else ""
    if word == "vous":
        return with_subject(
            document, number, "tu", _CLITICS, lambda verb: familiar_verb(verb, imperative=False)
        )
    if word == "-vous":
        opens = number - 1 == document.sentence_of(number).first
        order = familiar_verb(before, imperative=True)
        if opens and order and after != "?":
            asks = "?" in tokens.forms[number : document.sentence_of(number).last]
            verb = familiar_verb(before, imperative=False) if asks else order
            return Group(number - 1, number, f"{verb}-{'tu' if asks else 'toi'}")
        verb = familiar_verb(before, imperative=False)
        return Group(number - 1, number, f"{verb}-tu") if verb else None
    if document.entry(number + 1).tags & (lexicon.NOUN | lexicon.ADJECTIVE) if after else False:
        return Group(number, number, own_familiar(word, after))
    return None


def _order(document: Document, first: int) -> Group | None:
    """« Arrosez » at the head of a sentence → « Arrose »."""
    lower = document.tokens.lower
    if not lower[first].endswith("ez") or lower[first + 1 : first + 2] == ["-vous"]:
        return None
    verb = familiar_verb(lower[first], imperative=True)
    return Group(first, first, verb) if verb and is_plain(document, first) else None

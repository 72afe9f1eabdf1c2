"""Texts → phrases of the language that `mtqa.phrases` describes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mtqa.patterns import pattern
from mtqa.phrases import CLASSES, MANY, Item, Phrase

__all__ = ["PhraseReader", "is_plain", "plain_words"]

_PART = pattern(r"\[[^\]]+\]|[^|\[\]]+")
_CLASS = pattern(r"[A-Z][A-Z0-9]+")


class PhraseReader:
    """Reads phrases in which `sets` names lists of words; a part that returns is read once."""

    def __init__(self, sets: Mapping[str, str]) -> None:
        self._sets = sets
        self._items: dict[str, Item] = {}

    def phrase(self, text: str) -> Phrase:
        """Read a phrase; raises ValueError with what is wrong in it."""
        return Phrase(tuple([self.item(part) for part in text.split()]))

    def item(self, part: str) -> Item:
        """Read one part of a phrase; raises ValueError with what is wrong in it."""
        return self._items.get(part) or self._new_item(part)

    def _new_item(self, part: str) -> Item:
        behind = part.startswith("<!")
        negated = behind or (part[0] == "!" and len(part) > 1)
        body = part[1 + behind :] if negated else part
        least, most = 1, 1
        if body[-1] in "?*" and len(body) > 1:
            least, most = 0, MANY if body[-1] == "*" else 1
            body = body[:-1]
        words, lemmas, classes = self._alternatives(body)
        if not (words or lemmas or classes):
            raise ValueError(f"phrase part {part!r}: names no word; parts are parted by blanks")
        place = part if part == "^" else "<" if behind else "$" if "$" in words else ""
        item = Item(
            frozenset(words), frozenset(lemmas), tuple(classes), least, most, negated, place
        )
        self._items[part] = item
        return item

    def _alternatives(self, body: str) -> tuple[set[str], set[str], list[str]]:
        words: set[str] = set()
        lemmas: set[str] = set()
        classes: list[str] = []
        if is_plain(body) and self._sets.keys().isdisjoint(plain := body.split("|")):
            return set(plain), lemmas, classes
        if body.count("[") != body.count("]"):
            raise ValueError(f"phrase part {body!r}: a bracket is not closed, or holds a blank")
        for part in _PART.findall(body):
            if part[0] == "[":
                lemmas.update(part[1:-1].split("|"))
            elif part in self._sets:
                more = self._alternatives(self._sets[part])
                words |= more[0]
                lemmas |= more[1]
                classes += more[2]
            elif part in CLASSES:
                classes.append(part)
            elif _CLASS.fullmatch(part):
                have = ", ".join([*CLASSES, *self._sets])
                raise ValueError(f"no word class {part!r}; have {have}")
            else:
                words.add(part.lower().replace("’", "'"))
        return words, lemmas, classes


def is_plain(part: str) -> bool:
    """Does this part of a phrase list plain words alone, as `un|une`?"""
    return _PLAIN.fullmatch(part) is not None


def plain_words(texts: Iterable[str]) -> list[str]:
    """The parts of phrases that list plain words alone, as `un|une`: each must occur."""
    return _PLAIN.findall(" ".join(texts).replace("’", "'"))


_PLAIN = pattern(r"(?<!\S)[a-zà-ÿœ][a-zà-ÿœ0-9'|-]*(?!\S)")

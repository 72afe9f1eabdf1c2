"""A code, an address or a piece of code that is another one in the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import ClassVar, NamedTuple

from mtqa.bilingual.language import LOCALE
from mtqa.bilingual.quantities import code_spans
from mtqa.findings import Hit
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.text import MASK, Document, Pair, Span

__all__ = ["ChangedItem"]

_ALIKE = 0.5
"""How much of an item the one of the source must share, where their places do not tell."""
_ADJECTIVE = pattern(r"^([A-Z]+-\d+)-[a-z]{4,}$")
"""« COVID-19-positive » is « COVID-19 » and a word to translate."""
_FOR_EXAMPLE = ("for example", "example:", "e.g.", "por ejemplo", "exemple", "p. ex.", "ex.")
_PLACEHOLDERS = ("%", "{", "${", "#{")
_WORD = pattern(r"[^\W\d_]+")
_MADE_UP = frozenset(
    """
    component composant chemin com depot destinataire domain domaine dossier exemple example
    exemples fichier file folder from host hostname hôte http https mail mot name net nom of
    optional org path por port project projet remote repo repository serveur server site ssh
    to un user username utilisateur vers votre www your
    """.split()
)
"""What addresses are made of that only show how one looks: « /path/to/file »."""
_CODE_OF_LOCALE = pattern(r"[a-z]{2}(?:[_-][A-Z]{2})?")
_DIGITS_APART = pattern(r"(?<=[\d+)])[ .()\u00a0\u202f-]+(?=[\d(])")


class _Item(NamedTuple):
    text: str
    span: Span

    @property
    def key(self) -> str:
        """What must be alike: not the grouping of figures, a plural, the language of an address.

        Of an option, what it takes has a name to translate; marks around a path may go.
        """
        if self.text.startswith("--"):
            return self.text.partition("=")[0]
        plain = LOCALE.sub("", _DIGITS_APART.sub("", _ADJECTIVE.sub(r"\1", self.text)))
        return plain.strip("`'").rstrip("/").casefold().removesuffix("s")


@parameters
class ChangedItem:
    """Items that a translation takes over as they are: `kind` is `code` or `masked`.

    Codes are models, order and telephone numbers; masked is what no rule reads as prose:
    addresses, file names, code. The correction puts the item of the source.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("source",)

    kind: str

    def __post_init__(self) -> None:
        if self.kind not in ("code", "masked"):
            raise ValueError(f"kind: unknown value {self.kind!r}; have code, masked")

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each item that differs."""
        for pair in document.pairs():
            ones, others = self._items(document, pair)
            for one, other in _changed(ones, others):
                yield Hit.replacing(
                    other.span, _right(one, other), slots={"source": one.text}, source=(one.span,)
                )

    def _items(self, document: Document, pair: Pair) -> tuple[list[_Item], list[_Item]]:
        if self.kind == "code":
            return (
                [_Item(pair.source[a:b], pair.in_source(a, b)) for a, b in code_spans(pair.source)],
                [_Item(pair.target[a:b], pair.in_target(a, b)) for a, b in code_spans(pair.target)],
            )
        if document.source is None or MASK not in pair.target:
            return [], []
        return (
            list(_masked(document.source, pair.segment.source)),
            list(_masked(document, pair.segment.target)),
        )


def _right(one: _Item, other: _Item) -> str:
    """The item of the source, behind a word that was glued to it: « icihttps://… »."""
    head = other.text.removesuffix(one.text)
    return f"{head} {one.text}" if head.isalpha() and head != other.text else one.text


def _masked(document: Document, within: Span) -> Iterator[_Item]:
    at = document.text.find(MASK, *within)
    while at >= 0:
        text = document.behind(Span(at, at + 1))
        # What a program fills in, and the codes of catalogues, are compared as such; command lines
        # may be joined.
        filled = text.startswith((*_PLACEHOLDERS, "$ ", "<!--")) or (
            text[0] == "<" and document.units
        )
        # So are names of values in usage texts: « PAGE_WIDTH ».
        if not filled and not text.isupper() and not _is_free(text, document, within):
            yield _Item(text, Span(at, at + 1))
        at = document.text.find(MASK, at + 1, within.end)


def _is_free(text: str, document: Document, within: Span) -> bool:
    """May the translation say it in its own way, as it may a made-up path or address?"""
    words = _WORD.findall(text)
    return (
        all(word.lower() in _MADE_UP for word in words)
        or _CODE_OF_LOCALE.fullmatch(text) is not None
        or (text[0] != "`" and _is_example(document, within))
    )


def _is_example(document: Document, within: Span) -> bool:
    """Does the sentence give an example, which may be made up in either language?"""
    return any(mark in document.text[slice(*within)].lower() for mark in _FOR_EXAMPLE)


def _changed(ones: Sequence[_Item], others: Sequence[_Item]) -> Iterator[tuple[_Item, _Item]]:
    """What stands in the source and not in the translation, with what stands in its place."""
    lost = Counter(one.key for one in ones) - Counter(other.key for other in others)
    new = Counter(other.key for other in others) - Counter(one.key for one in ones)
    if not lost or not new:
        return
    for number, other in enumerate(others):
        if not new[other.key]:
            continue
        if len(ones) == len(others):
            rivals = [ones[number]]
        else:
            rivals = [one for one in ones if _likeness(one, other) >= _ALIKE]
        missing = [one for one in rivals if lost[one.key]]
        if missing:
            best = max(missing, key=lambda one: _likeness(one, other))
            lost[best.key] -= 1
            new[other.key] -= 1
            yield best, other


def _likeness(one: _Item, other: _Item) -> float:
    return SequenceMatcher(None, one.key, other.key).ratio()

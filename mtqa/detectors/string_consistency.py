"""One string of the source said in two ways, and two strings said in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from mtqa.bare import bare
from mtqa.findings import Hit
from mtqa.languages.interface_words import OPPOSITES
from mtqa.lexicon import lemmas
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.text import Document, Pair, Span

__all__ = ["StringConsistency"]

_WORD = pattern(r"[^\W\d_]+")
_KEPT = pattern(r"[^\W_]+|[%{}<>&$@#]")
_FEWEST_SOURCE = 4
_FEWEST_TARGET = 6
"""Words of a string that is long enough to mean one thing wherever it stands."""
_ALIKE = 0.25
"""What two strings with one translation share, as a part of their words, if one is misplaced."""

_STEM = 5
"""Letters that « change » and « changed », « success » and « successful » begin with alike."""


@parameters
class StringConsistency:
    """With `of` `source`, strings alike in the source that are translated in two ways.

    What differs in case, marks or inflection alone counts as one way. With `of` `target`, strings
    with one translation whose sources say the opposite, or share next to nothing.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("source", "other")

    of: str

    def __post_init__(self) -> None:
        if self.of not in ("source", "target"):
            raise ValueError(f"of: unknown value {self.of!r}; have source, target")

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each string that is not like the first of its kind."""
        if not document.units:
            return
        document = bare(document)
        look = _two_ways if self.of == "source" else _one_way
        fewest = _FEWEST_SOURCE if self.of == "source" else _FEWEST_TARGET
        first: dict[str, Pair] = {}
        for pair in document.pairs():
            text = pair.source if self.of == "source" else pair.target
            if text.count(" ") < fewest - 1:
                continue
            key = " ".join(_KEPT.findall(text.casefold()))
            earlier = first.setdefault(key, pair)
            if earlier is not pair and look(document, earlier, pair):
                yield _hit(pair, earlier)


def _hit(pair: Pair, earlier: Pair) -> Hit:
    return Hit(
        _trimmed(pair),
        slots={"source": pair.source.strip(), "other": earlier.source.strip()},
        related=(_trimmed(earlier),),
        source=(pair.segment.source,),
        bare=True,
    )


def _trimmed(pair: Pair) -> Span:
    start = len(pair.target) - len(pair.target.lstrip())
    return pair.in_target(start, start + len(pair.target.strip()))


def _two_ways(document: Document, earlier: Pair, pair: Pair) -> bool:
    source = document.source
    if source is None or source.map.raw(pair.segment.source) == source.map.raw(
        earlier.segment.source
    ):
        return False  # Plural forms of one string.
    if len(_WORD.findall(pair.source)) < _FEWEST_SOURCE:
        return False
    texts = [one.target.casefold() for one in (earlier, pair)]
    if any(text == one.source.casefold() for text, one in zip(texts, (earlier, pair), strict=True)):
        return False
    ones, others = (_WORD.findall(text) for text in texts)
    return ones != others and _stems(ones) != _stems(others)


def _stems(words: Sequence[str]) -> list[str]:
    return sorted((lemmas(word) or (word,))[0] for word in words)


def _one_way(_: Document, earlier: Pair, pair: Pair) -> bool:
    ones, others = (set(_WORD.findall(one.source.casefold())) for one in (earlier, pair))
    if ones == others or len(_WORD.findall(pair.target)) < _FEWEST_TARGET:
        return False
    differing = ones ^ others
    if any(words <= differing and words & ones and words & others for words in OPPOSITES):
        return True
    if min(len(ones), len(others)) < _FEWEST_SOURCE:
        return False
    stems = [{word[:_STEM] for word in words} for words in (ones, others)]
    return len(stems[0] & stems[1]) < _ALIKE * len(stems[0] | stems[1])

"""Two grammatical words said twice, the second time in another form: « sur le sur l’océan »."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Edit, Hit
from mtqa.parameters import parameters
from mtqa.text import Document, Span

__all__ = ["PairTwiceDetector"]

_ARTICLES = frozenset("le la les un une des ce cet cette son sa ses leur leurs l'".split())
_JOINTS = frozenset("que qu' de d'".split())
_AFTER_JOINT = _JOINTS | {"du", "des"}
_AT = frozenset("à au aux".split())
_FOLLOWERS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    **dict.fromkeys(
        "sur dans par avec sous vers entre chez contre selon depuis pendant".split(),
        (_ARTICLES, _ARTICLES),
    ),
    **dict.fromkeys(
        "parce afin alors tandis bien avant ainsi lors près loin autour auprès".split(),
        (_JOINTS, _AFTER_JOINT),
    ),
    **dict.fromkeys(("grâce", "quant"), (_AT, _AT)),
    "pour": (_ARTICLES | _JOINTS, _ARTICLES | _AFTER_JOINT),
}
"""What may follow each of the words, the first time and the second."""


@parameters
class PairTwiceDetector:
    """A preposition or conjunction with its article or « que », and both again in another form."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every first pair."""
        tokens = document.tokens
        lower = tokens.lower
        last = len(lower) - 4
        for word, (first, second) in _FOLLOWERS.items():
            for number in tokens.index.get(word, ()):
                if number >= last or lower[number + 2] != word:
                    continue
                one, other = lower[number + 1], lower[number + 3]
                if one == other or one not in first or other not in second:
                    continue
                kinds = one in _ARTICLES, other in _ARTICLES
                plain = all(
                    document.gap(at) in (" ", "\u00a0", "") for at in range(number, number + 3)
                )
                if plain and kinds[0] == kinds[1] and lower[number + 4][0].isalpha():
                    span = Span(tokens.starts[number], tokens.starts[number + 2])
                    initial = tokens.forms[number][0]
                    edit = Edit(Span(span.start, span.end + 1), initial)
                    yield Hit(span, ((edit,),))

"""A word grown together with the elided one after it: « blanchesqu’il », « accordd’un »."""

from __future__ import annotations

from mtqa.languages.fr.elision import opens_with_vowel
from mtqa.languages.fr.joint_words import Cut
from mtqa.lexicon import lookup
from mtqa.patterns import pattern

__all__ = ["cut_before_elision"]

_ELIDED = pattern(
    r"(?P<left>[^\W\d_]{4,}?)(?P<right>(?:jusqu|lorsqu|puisqu|qu|[cdjlmns])['’](?P<word>[^\W\d_].*))"
)
_USUAL = 32
"""Ten times the Zipf frequency that both words must have."""


def cut_before_elision(form: str) -> Cut | None:
    """Cut `form`, which holds an apostrophe, before the elided word; None where it may be one.

    Both words must be usual French ones, and the elision one that French makes; longer elided
    words are tried first, so that « lorsqu’il » is not read as « lors » and « qu’il ».
    """
    match = _ELIDED.fullmatch(form)
    if match is None:
        return None
    left, word = match["left"].lower(), match["word"]
    before, after = lookup(left), lookup(word.lower())
    usual = before.common and before.fr >= _USUAL and after.common and after.fr >= _USUAL
    if not usual or not opens_with_vowel(word):
        return None
    return Cut(match["left"], match["right"])

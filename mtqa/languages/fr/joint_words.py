"""The function words that are found glued before or behind another word."""

from __future__ import annotations

import re

from mtqa.lexicon import FEMININE, MASCULINE, PLURAL, SINGULAR

__all__ = [
    "AFTER_A_NAME", "AFTER_A_PLACE", "AFTER_A_SEEN_NAME", "HEADS", "NO_PAIR", "PAIR",
    "SENTENCE_HEADS", "TAILS_BY_END",
]  # fmt: skip


def _by_length(words: str) -> list[str]:
    return sorted(words.split(), key=len, reverse=True)


_TAILS = _by_length(
    "aujourd'hui pendant lorsque parce ainsi après avant depuis jusque chez contre entre selon "
    "dans avec pour mais sans dont sont était étaient avait avaient seront sera peut doit doivent "
    "peuvent où qui que par sur sous vers des une aux cette est ont afin comme quand alors et ou "
    "de du au à encore jamais toujours déjà aussi beaucoup notamment également"
)
"""What is found glued behind a word; the longest are tried first."""


def _by_end() -> dict[str, tuple[str, ...]]:
    ends = {tail[-2:] for tail in _TAILS}
    return {end: tuple(tail for tail in _TAILS if tail[-2:] == end) for end in ends}


TAILS_BY_END = _by_end()
"""Those that end in the same two letters, the longest first."""


HEADS: dict[str, int] = {
    "cette": SINGULAR | FEMININE, "dans": 0, "avec": 0, "pour": 0, "mais": 0, "leurs": PLURAL,
    "votre": SINGULAR, "notre": SINGULAR, "chez": 0, "les": PLURAL, "des": PLURAL,
    "une": SINGULAR | FEMININE, "ces": PLURAL, "ses": PLURAL, "aux": PLURAL,
    "la": SINGULAR | FEMININE, "le": SINGULAR | MASCULINE, "du": SINGULAR | MASCULINE,
    "de": 0, "jamais": 0, "toujours": 0, "encore": 0, "après": 0, "avant": 0, "depuis": 0,
    "pendant": 0, "deux": PLURAL, "trois": PLURAL, "quatre": PLURAL, "plusieurs": PLURAL,
}  # fmt: skip
"""What is found glued before a word, and the number and gender that the word must have."""

PAIR = re.compile(
    r"(de|et|pour|dans|avec|que|sur|par|sans|mais|ou|dont|selon|comme|depuis|pendant|contre)"
    r"(la|les|le|des|une|cette|ces|leurs?|son|sa|ses|que|qui|tou[ts]|toutes?|notre|votre|nos|vos)"
    r"|(et|ou)(de|du)|(afin|auprès|lors|près|loin|autour)(de|du|des)"
    r"|(afin|tandis|alors|avant|après|dès|sauf|parce|ainsi|autres|mêmes|aussi)(que)"
)
"""Two function words in one."""
NO_PAIR = frozenset("parles parce parla parle sursa parsa oules oula ouses ouson desson".split())
"""French words that look like such a pair."""

AFTER_A_NAME = frozenset(
    "qui dans avec sont était avait étaient avaient dont pendant depuis selon après ainsi "
    "seront doivent peuvent sans".split()
)
"""Tails that no name ends in, near enough."""
AFTER_A_SEEN_NAME = AFTER_A_NAME | frozenset("mais pour et ou de du sur par est au".split())
"""Tails behind a name that the document holds elsewhere."""
AFTER_A_PLACE = frozenset(
    "pour alors mais des aux sur par dont afin comme quand contre entre vers sous ont".split()
)
"""Tails that no name of a known place ends in."""
SENTENCE_HEADS = ("cette", "dans", "avec", "leurs", "votre", "notre", "depuis", "après", "avant")
"""Heads that stand glued at the beginning of a sentence, and begin no name."""

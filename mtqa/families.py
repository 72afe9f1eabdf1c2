"""The families of rules, their codes, and the house styles."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["FAMILIES", "PROFILES", "looks_like_code"]

FAMILIES: Mapping[str, str] = {
    "DUP": "duplication",
    "SEG": "segmentation",
    "UNT": "untranslated",
    "PUN": "punctuation",
    "TYP": "typography",
    "GRA": "grammar",
    "CON": "consistency",
    "CAL": "calque",
    "RES": "residue",
    "ACC": "accuracy",
}
"""Family letters → the name of its folder under `rules/<language>/`."""

PROFILES = ("imprimerie-nationale", "fr-CA", "fr-CH")
"""The house styles that can be chosen; the first is meant where none is."""


def looks_like_code(text: str) -> bool:
    """Could `text` be the code of a rule, or the beginning of one?"""
    return text[:3] in FAMILIES and (text[3:].isdigit() or not text[3:])

"""One brand or name, with its inner capitals in two ways: « YouTube » and « Youtube »."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.lexicon import lookup
from mtqa.parameters import parameters
from mtqa.text import Document
from mtqa.tokens import in_one_text

__all__ = ["InnerCapitals"]

_SHORTEST = 5
_PARTICLES = ("Mac", "Mc", "De", "Di", "Du", "La", "Le", "Van", "Fitz")
"""Beginnings of surnames that families write in two ways."""


@parameters
class InnerCapitals:
    """A name that some sentences write with a capital inside, and others without it.

    The rarer spelling is found, or else the one without. Code, and all that only a line in
    capitals shows, does not count.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ("other",)

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each occurrence of the rarer spelling."""
        forms, index = document.tokens.forms, document.tokens.index
        seen = {form for form in set(forms) if _has_inner_capital(form)}
        for lower in {form.lower() for form in seen}:
            places = index.get(lower, ())
            spellings: dict[str, list[int]] = {}
            for token in places:
                spellings.setdefault(forms[token], []).append(token)
            inner = [form for form in spellings if form in seen]
            plain = spellings.get(lower.capitalize())
            if len(inner) != 1 or not plain or lookup(lower).common or document.holds_code:
                continue
            ours = spellings[inner[0]]
            few, many = (ours, plain) if len(ours) < len(plain) else (plain, ours)
            other = forms[many[0]]
            for token in in_one_text(few, many):
                yield Hit.replacing(document.span(token, token), other, slots={"other": other})


def _has_inner_capital(form: str) -> bool:
    return (
        len(form) >= _SHORTEST
        and form[0].isupper()
        and form[1].islower()
        and form.isalpha()
        and not form[1:].islower()
        and not form.startswith(_PARTICLES)
    )

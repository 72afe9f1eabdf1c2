"""Bare capitals in a text whose other damage shows that an engine wrote them."""

from __future__ import annotations

import mtqa

DAMAGE = "On vote ce soir. et la salle applaudit le présidentqui sort."


def bare(text: str) -> list[str]:
    return [f.text for f in mtqa.check(text, select=["TYP011", "TYP012"])]


def test_an_author_may_never_accent_capitals() -> None:
    assert bare("A Madrid, on vote pour l’Etat. La salle applaudit le président qui sort.") == []


def test_lost_joints_show_that_no_author_wrote_so() -> None:
    assert bare(f"A Madrid, on vote pour l’Etat. {DAMAGE}") == ["A", "Etat"]

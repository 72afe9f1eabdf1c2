"""Numbers in foreign notation are rewritten whole, and French ones left alone."""

from __future__ import annotations

import pytest

from mtqa.languages.fr.numbers import group_space, rewrite_number


@pytest.mark.parametrize(
    ("number", "french"),
    [
        ("1,249.90", "1 249,90"),
        ("23.450,80", "23 450,80"),
        ("1,250,000", "1 250 000"),
        ("2.5", "2,5"),
        ("2,5", "2,5"),
        ("1400", "1400"),
        ("192.168.1.10", "192.168.1.10"),
    ],
)
def test_a_number_is_rewritten_in_french(number: str, french: str) -> None:
    assert rewrite_number(number, " ") == french


def test_the_space_between_groups_is_the_documents_own() -> None:
    assert group_space("12\u202f500 visiteurs") == "\u202f"
    assert group_space("12 500 visiteurs") == " "
    assert group_space("aucun nombre") == "\u00a0"

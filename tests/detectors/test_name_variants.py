"""What names have in common, and what tells them apart."""

from __future__ import annotations

import pytest

from mtqa.languages.fr.names import one_letter_apart, skeleton, sound_key


@pytest.mark.parametrize(
    "spellings",
    [
        ("Sergei", "Sergey", "Sergueï", "Serguéi"),
        ("Youri", "Yuri", "Iouri"),
        ("Zelensky", "Zelenskyy", "Zelenski"),
        ("Khrouchtchev", "Khrushchev"),
        ("Zakharova", "Zajárova"),
    ],
)
def test_transliterations_of_one_name_sound_alike(spellings: tuple[str, ...]) -> None:
    assert len(set(map(sound_key, spellings))) == 1
    assert len(set(map(skeleton, spellings))) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Jean", "Jeanne"), ("René", "Renée"), ("Marie", "Mary")]
)
def test_two_names_do_not(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)


def test_a_last_letter_is_an_ending() -> None:
    assert not one_letter_apart("petrov", "petrova")
    assert one_letter_apart("figueiredo", "figueredo")

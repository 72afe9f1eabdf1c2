"""The language of phrases that the tables of calques are written in."""

from __future__ import annotations

import pytest

from mtqa.phrase_reader import PhraseReader
from mtqa.text import Document


@pytest.mark.parametrize(
    ("phrase", "text", "matches"),
    [
        ("[prendre] place", "prendra place", True),
        ("[prendre] place", "prends la place", False),
        ("de la? ville", "de ville", True),
        ("ADV* [grand]", "très vraiment grande", True),
        ("[avoir] !pas", "a pas", False),
        ("[avoir] $|hier", "a hier", True),
        ("[avoir] $|hier", "a demain", False),
        ("l' [été|hiver]", "l’hiver", True),
    ],
)
def test_a_phrase_matches_as_it_says(phrase: str, text: str, matches: bool) -> None:
    document = Document(text)
    found = PhraseReader({}).phrase(phrase).match(document, 0, 0, len(document.tokens))
    assert (found is not None) is matches


def test_a_phrase_can_ask_what_stands_before() -> None:
    document = Document("mise à niveau local")
    phrase = PhraseReader({}).phrase("<!mise à niveau")
    assert phrase.match(document, 1, 0, len(document.tokens)) is None


def test_a_determiner_makes_a_noun_of_a_verb_form() -> None:
    document = Document("son influence sur")
    phrase = PhraseReader({}).phrase("[influencer] sur")
    assert phrase.match(document, 1, 0, len(document.tokens)) is None


@pytest.mark.parametrize("phrase", ["un | une", "[prendre place", "NOSUCH place"])
def test_a_broken_phrase_is_an_error(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"phrase|class"):
        PhraseReader({}).phrase(phrase)

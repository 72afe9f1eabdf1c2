"""Passages in another language: what whole documents decide."""

from __future__ import annotations

from mtqa.detectors.foreign_passage import ForeignPassageDetector
from mtqa.readers.plain import read_plain

FRENCH = "Le conseil municipal a voté hier soir la construction de la nouvelle école.\n"
ENGLISH = "The town council has approved the plans for the new school.\n"


def found(text: str) -> list[str]:
    document = read_plain(text)
    return [text[slice(*hit.span)] for hit in ForeignPassageDetector().find(document)]


def test_foreign_paragraph_of_a_french_document_is_found() -> None:
    assert found(FRENCH * 3 + ENGLISH) == [ENGLISH.strip()]


def test_document_that_is_not_french_is_left_alone() -> None:
    assert found(ENGLISH * 9 + FRENCH) == []


def test_neighbouring_sentences_make_one_passage() -> None:
    sentences = "The road is closed. It will open again in the spring."
    assert found(FRENCH * 2 + sentences) == [sentences]


def test_languages_are_told_apart_from_code() -> None:
    assert found(FRENCH * 2 + "Lancez `the build with all of the tests` puis attendez.") == []

"""The compiled lexicon: what it says of words that rules rely on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtqa import lexicon
from mtqa.lexicon import Entry, inflect, lemmas, lookup

UNKNOWN = Entry(0, 0, 0, 0, 0)


def has(word: str, *bits: int) -> bool:
    return all(lookup(word).tags & bit for bit in bits)


@pytest.mark.parametrize(
    ("word", "bits"),
    [
        ("que", [lexicon.CONJUNCTION, lexicon.PRONOUN]),
        ("qu'", [lexicon.CONJUNCTION, lexicon.PRONOUN]),
        ("mais", [lexicon.CONJUNCTION, lexicon.NOUN]),
        ("pour", [lexicon.PREPOSITION]),
        ("est", [lexicon.FINITE, lexicon.NOUN, lexicon.THIRD_PERSON, lexicon.VERB_SINGULAR]),
        ("la", [lexicon.DETERMINER, lexicon.PRONOUN, lexicon.FEMININE, lexicon.SINGULAR]),
        ("aux", [lexicon.DETERMINER, lexicon.PREPOSITION, lexicon.PLURAL]),
        ("parce", [lexicon.CONJUNCTION]),
        ("auprès", [lexicon.PREPOSITION]),
        ("deux", [lexicon.NUMERAL, lexicon.PLURAL]),
        ("xxe", [lexicon.ADJECTIVE]),
        ("hélas", [lexicon.INTERJECTION]),
        ("aujourd'hui", [lexicon.ADVERB]),
        ("soutenir", [lexicon.INFINITIVE]),
        ("soutenue", [lexicon.PAST_PARTICIPLE, lexicon.FEMININE, lexicon.SINGULAR]),
        ("soutenant", [lexicon.PRESENT_PARTICIPLE]),
        ("soutînt", [lexicon.FINITE, lexicon.SUBJUNCTIVE, lexicon.THIRD_PERSON]),
        ("antony", [lexicon.PROPER, lexicon.FIRST_NAME]),
        ("merkel", [lexicon.PROPER, lexicon.SURNAME]),
        ("paris", [lexicon.PROPER, lexicon.PLACE, lexicon.NOUN]),
        ("allemagne", [lexicon.PROPER, lexicon.PLACE, lexicon.FEMININE]),
        ("sncf", [lexicon.PROPER]),
    ],
)
def test_parts_of_speech(word: str, bits: list[int]) -> None:
    assert has(word, *bits)
    assert lookup(word).known


@pytest.mark.parametrize(
    ("word", "bit"),
    [
        ("la", lexicon.MASCULINE),  # the note does not count beside the article
        ("leur", lexicon.PLURAL),
        ("me", lexicon.PROPER),  # nor the lawyer's title, nor the volt-ampere
        ("va", lexicon.PROPER),
        ("wii", lexicon.PLACE),
        ("aime", lexicon.SECOND_PERSON),  # « aime ! » is no indicative
        ("est", lexicon.SUBJUNCTIVE),
        ("versatile", lexicon.PLURAL),
    ],
)
def test_absent_tags(word: str, bit: int) -> None:
    assert lookup(word).known
    assert not has(word, bit)


def test_imperative_only_forms_are_not_finite() -> None:
    assert has("sachez", lexicon.IMPERATIVE, lexicon.SECOND_PERSON, lexicon.VERB_PLURAL)
    assert not has("sachez", lexicon.FINITE)


def test_epicene_and_invariable_words_have_both_bits() -> None:
    assert has("versatile", lexicon.MASCULINE, lexicon.FEMININE, lexicon.SINGULAR)
    assert has("héros", lexicon.SINGULAR, lexicon.PLURAL)


@pytest.mark.parametrize(
    "word", ["héros", "onze", "huit", "oui", "yaourt", "haut", "hongrie", "ouistiti", "uhlan"]
)
def test_no_elision_before(word: str) -> None:
    assert has(word, lexicon.ASPIRATED)


@pytest.mark.parametrize(
    "word", ["héroïne", "hôtel", "homme", "hier", "ouest", "yeux", "un", "hélas", "ah", "whelan"]
)
def test_elision_before(word: str) -> None:
    assert not has(word, lexicon.ASPIRATED)


def test_known_and_common() -> None:
    assert lookup("que").common
    assert lookup("allemagne").known
    assert not lookup("allemagne").common
    assert lookup("paris").common  # des paris
    for word in ("the", "whelan", "dela", "quil", "blinken"):
        assert not lookup(word).known, word
        assert not lookup(word).common, word


def test_frequencies() -> None:
    assert lookup("the").en > 70 > lookup("the").fr
    assert lookup("los").es > 70 > lookup("los").fr
    assert lookup("che").it > 70 > lookup("che").fr
    assert lookup("est").fr > 70 > lookup("est").en
    assert lookup("whelan").fr > 0
    assert lookup("whelan").en > lookup("whelan").fr
    assert lookup("qu'").fr > 60  # counted without the apostrophe
    assert 0 < lookup("peut-être").fr <= lookup("peut").fr


@pytest.mark.parametrize("word", ["", "zzzqx", "Paris", "12", "nov2o", ">aimer", "que "])
def test_unknown(word: str) -> None:
    assert lookup(word) == UNKNOWN
    assert lemmas(word) == ()
    assert inflect(word, like="est") == ()
    assert inflect("être", like=word) == ()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("suis", ("être", "suivre")),
        ("vit", ("vivre", "voir", "vit")),
        ("est", ("être", "est")),
        ("chevaux", ("cheval",)),
        ("belles", ("beau",)),
        ("supportait", ("supporter",)),
    ],
)
def test_lemmas(word: str, expected: tuple[str, ...]) -> None:
    assert lemmas(word) == expected


@pytest.mark.parametrize(
    ("lemma", "like", "expected"),
    [
        ("soutenir", "supportait", ("soutenait",)),
        ("soutenir", "supporte", ("soutient", "soutiens", "soutienne")),
        ("soutenir", "supportées", ("soutenues",)),
        ("être", "allaient", ("étaient",)),
        ("aller", "serons", ("irons",)),
        ("comprendre", "réaliser", ("comprendre",)),
        ("comprendre", "réalisant", ("comprenant",)),
        ("polyvalent", "versatiles", ("polyvalents", "polyvalentes")),
        ("adapté", "versatile", ("adapté", "adaptée")),
        ("occasion", "opportunités", ("occasions",)),
        ("public", "audience", ()),  # no feminine noun
    ],
)
def test_inflect(lemma: str, like: str, expected: tuple[str, ...]) -> None:
    assert inflect(lemma, like=like) == expected


def test_inflecting_a_lemma_like_its_own_form_gives_that_form() -> None:
    for form in ("soutiendrions", "polyvalentes", "journaux", "voulait", "connu", "actrices"):
        for lemma in lemmas(form):
            assert form in inflect(lemma, like=form)


def test_manifest_agrees_with_the_compiled_files() -> None:
    folder = Path(lexicon.__file__).parent
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    licences = (folder / "LICENSES.txt").read_text("utf-8")
    assert manifest["wordfreq"] in licences
    assert manifest["grammalecte"].split()[0] in licences
    assert len(lexicon._entries()) == manifest["entries"]
    assert manifest["entries"] > 800_000

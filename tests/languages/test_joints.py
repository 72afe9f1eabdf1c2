"""Glued words fall apart where they should, and single words stay whole."""

from __future__ import annotations

import pytest

from mtqa.languages.fr.joints import Cut, cut


@pytest.mark.parametrize(
    ("form", "left", "right"),
    [
        ("capacitédu", "capacité", "du"),
        ("lesmarques", "les", "marques"),
        ("durablemais", "durable", "mais"),
        ("Berlinpour", "Berlin", "pour"),
        ("WQLdans", "WQL", "dans"),
        ("SharedMappour", "SharedMap", "pour"),
        ("selonles", "selon", "les"),
        ("Selonles", "Selon", "les"),
        ("314512de", "314512", "de"),
        ("donnéespersonnelles", "données", "personnelles"),
    ],
)
def test_glued_words_are_cut(form: str, left: str, right: str) -> None:
    assert cut(form, ()) == Cut(left, right)


@pytest.mark.parametrize(
    "form",
    "Simonet Alipour Desmarets chaplinesque méthylbutanoïque kilowattheure superutilisateur "
    "Rochebrune ANCIENUTILISATEUR Superset desintox salirà parlerà smartest skillset 12de 2de "
    "useState McDonalde".split(),
)
def test_single_words_stay_whole(form: str) -> None:
    assert cut(form, ()) is None


@pytest.mark.parametrize(
    ("form", "before", "after", "right"),
    [
        ("Zubeldiaa", "Irene", ("détaillé", "le"), "a"),
        ("Zubeldiaremporte", "Irene", ("la",), "remporte"),
        ("Carmonaet", ".", ("personne",), "et"),
        ("habitantsen", "les", ("colère",), "en"),
        ("quiest", "celui", ("venu",), "est"),
        ("Réformeadoptée", ".", ("par",), "adoptée"),
    ],
)
def test_neighbours_tell_where_to_cut(
    form: str, before: str, after: tuple[str], right: str
) -> None:
    assert cut(form, (), after, before) == Cut(form.removesuffix(right), right)


@pytest.mark.parametrize(
    ("form", "before", "after"),
    [
        ("Nishiokaa", "Kenta", ("battu", "en")),
        ("Zubeldiaa", "Irene", (".",)),
        ("Petersonen", "Hans", ("président",)),
        ("Bellefontaine", "de", ("est",)),
    ],
)
def test_names_stay_whole_before_what_follows(form: str, before: str, after: tuple[str]) -> None:
    assert cut(form, (), after, before) is None


def test_a_name_is_cut_where_the_document_holds_it_elsewhere() -> None:
    assert cut("Zorglubetou", {"Zorglubet"}) == Cut("Zorglubet", "ou")
    assert cut("Zorglubetou", ()) is None

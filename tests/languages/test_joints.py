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


def test_a_name_is_cut_where_the_document_holds_it_elsewhere() -> None:
    assert cut("Zorglubetou", {"Zorglubet"}) == Cut("Zorglubet", "ou")
    assert cut("Zorglubetou", ()) is None

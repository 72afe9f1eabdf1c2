"""The rule reference in the documentation is what the catalogue says today."""

from __future__ import annotations

import pytest

from mtqa.reports import reference
from mtqa.rules import load_rules
from tests.conftest import ROOT


@pytest.mark.parametrize(("page", "ui"), [("rules.md", "en"), ("rules.fr.md", "fr")])
def test_the_reference_page_is_fresh(page: str, ui: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert text == reference.render(load_rules(), ui), (
        f"make it anew: mtqa rules --select ALL --format markdown --ui {ui} > docs/{page}"
    )

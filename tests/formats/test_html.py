"""HTML: blocks, what is hidden, and corrections between tags."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.text import MASK
from tests.conftest import Run
from tests.formats.common import assert_mapped, read

PAGE = """<!DOCTYPE html>
<html lang="fr">
<head><title>Le prix de le pain</title>
<style>p { content: "de le pain" }</style>
<script>if (a < b) { "</p> de le pain" }</script></head>
<body class="x">
  <h1>Il a assuré
      que <em>que</em> c’est&nbsp;bon</h1>
  <!-- mtqa: ignore GRA -->
  <p>Le prix de le lait.</p>
  <p>Le prix de le beurre &amp; du <code>de le</code> lait.<br>Puis <img src="a.png" alt="x"> fin
  <ul><li>Un<li>Deux</ul>
  <p lang="en">The price of <i>le</i>.</p>
  <p>Il dit <span translate="no">de le <span>x</span> y</span> ici, <q lang="es">hola</q>.</p>
  <pre>de le pain</pre>
</body>
</html>
"""


def test_blocks() -> None:
    document = read(PAGE, "a.html")
    assert document.text == "\n\n".join(
        [
            "Le prix de le pain",
            "Il a assuré\nque que c’est\u00a0bon",
            "Le prix de le lait.",
            f"Le prix de le beurre & du {MASK} lait.\nPuis {MASK} fin",
            "Un",
            "Deux",
            f"Il dit {MASK} ici, {MASK}.",
        ]
    )
    assert_mapped(document)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_fix_in_place(mtqa: Run, tmp_path: Path, line_end: str) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE.replace("\n", line_end).encode())
    done = mtqa("fix", "--unsafe", "a.html")
    fixed = PAGE.replace("de le pain</t", "du pain</t").replace("de le beurre", "du beurre")
    fixed = fixed.replace("que <em>que</em>", "<em>que</em>")
    assert path.read_bytes().decode().replace(line_end, "\n") == fixed, done.stdout


def test_a_page_and_its_source(mtqa: Run, tmp_path: Path) -> None:
    for folder, text in (("en", "It is 37 metres."), ("fr", "Il fait 73 mètres.")):
        (tmp_path / folder).mkdir()
        page = f"<html lang={folder}><p>{text}<p>Paris, 1998."
        (tmp_path / folder / "a.html").write_text(page, encoding="utf-8")
    done = mtqa("check", ".", "--source", "en")
    assert done.stdout.count(b"a.html") == 1, "the English page is no translation"
    assert b"fr/a.html:1:26: ACC001" in done.stdout


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("", ""),
        ("Bonjour", "Bonjour"),
        ("a < b & c &lt; d &unknown; <p", "a < b & c < d &unknown; <p"),
        ("<p>a<!-- b", "a"),
        ("<p>a<script>b", "a"),
        ("<p title=it's>a</p title='>b", "a\n\nb"),
        ('<a href="x>y">z</a>', "z"),
        ("</div></p>a</b>", "a"),
    ],
)
def test_broken_pages_are_read(page: str, text: str) -> None:
    document = read(page, "a.html")
    assert document.text == text
    assert_mapped(document)


@pytest.mark.parametrize("piece", ["<!--", '<a "', "<a '", "<", "&", "<p>", "<script>", "<a ="])
def test_hostile_pages_take_linear_time(piece: str) -> None:
    read(piece * 100_000, "a.html")


def test_a_declared_encoding_is_kept(mtqa: Run, tmp_path: Path) -> None:
    page = '<meta charset="iso-8859-1"><p>Le prix de le café.'
    path = tmp_path / "a.html"
    path.write_bytes(page.encode("latin-1"))
    assert mtqa("fix", "--unsafe", "a.html").returncode == 0
    assert path.read_bytes() == page.replace("de le", "du").encode("latin-1")

"""TMX: which variants are compared, and corrections in place."""

from __future__ import annotations

from pathlib import Path

import pytest
from translate.storage.tmx import tmxfile

from mtqa.text import MASK
from tests.conftest import Run
from tests.formats.common import assert_mapped, read, targets

MEMORY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header srclang="en" adminlang="en" segtype="sentence" datatype="xml" creationtool="a"
 creationtoolversion="1" o-tmf="a"/>
<body>
<tu tuid="1">
  <tuv xml:lang="de"><seg>Er kam.</seg></tuv>
  <tuv xml:lang="en-US">
    <seg>He <bpt i="1">&lt;b&gt;</bpt>came<ept i="1">&lt;/b&gt;</ept>.</seg>
  </tuv>
  <tuv xml:lang="FR-fr"><seg>Il a assuré que <hi>qu’il</hi> vient<ph x="1">%s</ph>.</seg></tuv>
</tu>
<tu tuid="2">
  <note>mtqa: ignore DUP</note>
  <tuv xml:lang="fr"><seg>Il a assuré que qu’il viendrait.</seg></tuv>
  <tuv xml:lang="en"><seg>He came.</seg></tuv>
</tu>
<tu><tuv xml:lang="en"><seg>No French.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>37 &amp; more</seg></tuv>
<tuv xml:lang="fr"><seg>73 &amp; le pain</seg></tuv></tu>
</body>
</tmx>
"""


def test_variants() -> None:
    document = read(MEMORY, "a.tmx")
    assert document.text == (
        f"Il a assuré que qu’il vient{MASK}.\n\nIl a assuré que qu’il viendrait.\n\n73 & le pain"
    )
    assert document.source
    assert document.source.text == "He came.\n\nHe came.\n\n37 & more"
    assert document.source.language == "en"
    assert len(targets(document)) == 3
    assert_mapped(document)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_fix_in_place(mtqa: Run, tmp_path: Path, encoding: str) -> None:
    raw = MEMORY.replace("UTF-8", encoding)
    path = tmp_path / "a.tmx"
    path.write_bytes(raw.encode(encoding))
    done = mtqa("fix", "--unsafe", "a.tmx")
    assert b"unused" not in done.stdout
    fixed = raw.replace("que <hi>qu’il", "<hi>qu’il").replace("73 &amp;", "37 &amp;")
    assert path.read_bytes().decode(encoding) == fixed
    if encoding == "utf-8":
        units = tmxfile.parsestring(path.read_bytes()).units  # type: ignore[no-untyped-call]
        assert len(units) == 4


def test_other_roots_are_refused(mtqa: Run, tmp_path: Path) -> None:
    (tmp_path / "a.tmx").write_text("<html/>", encoding="utf-8")
    done = mtqa("check", "a.tmx")
    assert done.returncode == 3
    assert done.stderr == b"mtqa: a.tmx: not TMX: its root is <html>, not <tmx>\n"

"""XLIFF 1.2 and 2: what is read of it, and corrections that other tools accept."""

from __future__ import annotations

from pathlib import Path

import pytest
from translate.storage.xliff import xlifffile

from mtqa.text import MASK
from tests.conftest import Run
from tests.formats.common import assert_mapped, read, targets

OLD = """<?xml version="1.0" encoding="UTF-8"?>
<!-- <source>no</source> -->
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
  <file source-language="en-US" target-language="fr" datatype="html" original="a">
    <body>
      <trans-unit id="1">
        <source>He said that <g id="1">he &amp; she</g> would come<x id="2"/>.</source>
        <target>Il a assuré que qu’<g id="1">elle &amp; lui</g> viendraient<x id="2"/>.</target>
        <alt-trans><source>a</source><target>Il a dit que qu’il vient.</target></alt-trans>
      </trans-unit>
      <trans-unit id="2">
        <source>Price <bpt id="1">&lt;b&gt;</bpt>of bread<ept id="1">&lt;/b&gt;</ept></source>
        <target state="translated"><![CDATA[Prix de le pain <b> & lait]]></target>
      </trans-unit>
      <trans-unit id="3"><source>Only here</source></trans-unit>
      <trans-unit id="4"><source>Copy</source><target state="new">Copy</target></trans-unit>
      <trans-unit id="5" translate="no"><source>No</source><target>de le</target></trans-unit>
      <trans-unit id="6">
        <source>One apple|Some apples</source>
        <target>Une pomme|Des pommes</target>
        <note>mtqa: ignore CAL</note>
      </trans-unit>
    </body>
  </file>
</xliff>
"""
NEW = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"
  srcLang="en" trgLang="fr">
  <file id="f1">
    <unit id="1">
      <notes><note>mtqa: ignore GRA</note></notes>
      <segment><source>Bread <ph id="1"/></source><target>Prix de le <ph id="1"/></target></segment>
    </unit>
    <unit id="2">
      <segment state="translated">
        <source>He <pc id="1">came</pc>.</source>
        <target>Il a assuré que <pc id="1">qu’il viendrait</pc> et que qu’il resterait.</target>
      </segment>
      <segment state="initial"><source>Same</source><target>Same</target></segment>
    </unit>
  </file>
</xliff>
"""


def test_units_of_version_1() -> None:
    document = read(OLD, "a.xlf")
    assert targets(document)[1:] == ["Prix de le pain <b> & lait", "Une pomme", "Des pommes"]
    assert document.text.startswith(f"Il a assuré que qu’elle & lui viendraient{MASK}.\n\n")
    assert document.source
    assert document.source.text.startswith(f"He said that he & she would come{MASK}.\n\nPrice of")
    assert document.source.language == "en"
    assert_mapped(document)
    assert_mapped(document.source)


def test_units_of_version_2() -> None:
    document = read(NEW, "a.xliff")
    assert document.text == (
        f"Prix de le {MASK}\n\nIl a assuré que qu’il viendrait et que qu’il resterait."
    )
    assert_mapped(document)


@pytest.mark.parametrize(("raw", "name"), [(OLD, "a.xlf"), (NEW, "b.xliff")])
def test_fix_keeps_codes_and_everything_else(
    mtqa: Run, tmp_path: Path, raw: str, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xef\xbb\xbf" + raw.replace("\n", "\r\n").encode())
    mtqa("fix", "--unsafe", name)
    fixed = raw.replace("que qu’<g", "qu’<g").replace("Prix de le pain", "Prix du pain")
    fixed = fixed.replace("et que qu’il", "et qu’il").replace("que <pc", "<pc")
    assert path.read_bytes() == b"\xef\xbb\xbf" + fixed.replace("\n", "\r\n").encode()
    if name == "a.xlf":
        units = xlifffile.parsestring(path.read_bytes()).units  # type: ignore[no-untyped-call]
        assert units[1].target == "Prix du pain <b> & lait"


def test_entities_are_written(mtqa: Run, tmp_path: Path) -> None:
    raw = NEW.replace("Prix de le", "Lancez `a &amp; c` ici").replace("Bread", "Run `a &amp; b`")
    path = tmp_path / "a.xliff"
    path.write_text(raw, encoding="utf-8")
    mtqa("fix", "--unsafe", "a.xliff", "--select", "ACC003")
    assert path.read_text(encoding="utf-8") == raw.replace("a &amp; c", "a &amp; b")


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><x>&l11;</x>', "declares entities"),
        ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', "declares entities"),
        ('<!DOCTYPE x [<!ENTITY % e SYSTEM "http://a.example/x">%e;]><x/>', "declares entities"),
        ("<xliff><file></xliff>", ":1:16: not well-formed XML: mismatched tag"),
        ("<xliff>&e;</xliff>", "not well-formed XML: undefined entity"),
        ("<xliff>\x01</xliff>", "not well-formed XML"),
        ("<xliff", "not well-formed XML: unclosed token"),
        ("", "not well-formed XML: no element found"),
        ("Bonjour", "not well-formed XML"),
        ("<tmx/>", "not XLIFF: its root is <tmx>"),
        ("<xliff>a\0b</xliff>", "binary"),
    ],
)
@pytest.mark.parametrize("command", ["check", "fix"])
def test_hostile_files(mtqa: Run, tmp_path: Path, raw: str, message: str, command: str) -> None:
    path = tmp_path / "a.xlf"
    path.write_bytes(raw.encode())
    done = mtqa(command, "a.xlf")
    assert done.returncode == 3
    first, *rest = done.stderr.decode().splitlines()
    assert message in first
    assert len(rest) == (command == "fix")
    assert path.read_bytes() == raw.encode()


def test_an_outer_declaration_is_never_fetched() -> None:
    raw = OLD.replace("<!--", '<!DOCTYPE xliff SYSTEM "http://a.example/x.dtd">\n<!--')
    assert len(targets(read(raw, "a.xlf"))) == 4


def test_many_empty_and_deep_units() -> None:
    empty = "<trans-unit id='1'><source/><target/></trans-unit>" * 100_000
    assert targets(read(f"<xliff><file><body>{empty}</body></file></xliff>", "a.xlf")) == []
    deep = "<g>" * 100_000 + "a" + "</g>" * 100_000
    unit = f"<trans-unit id='1'><source>a</source><target>{deep}</target></trans-unit>"
    assert targets(read(f"<xliff><file><body>{unit}</body></file></xliff>", "a.xlf")) == ["a"]


def test_a_declared_encoding_is_kept(mtqa: Run, tmp_path: Path) -> None:
    raw = OLD.replace("UTF-8", "iso-8859-1").replace("’", "'")
    path = tmp_path / "a.xlf"
    path.write_bytes(raw.encode("latin-1"))
    assert mtqa("check", "a.xlf").returncode == 1
    mtqa("fix", "--unsafe", "--select", "DUP", "a.xlf")
    assert path.read_bytes() == raw.replace("que qu'<g", "qu'<g").encode("latin-1")

"""PO: positions, plurals, what is left out, and corrections that gettext accepts."""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import polib
import pytest

from mtqa.errors import ReadError
from mtqa.text import MASK
from tests.conftest import Run
from tests.formats.common import assert_mapped, read, targets

HEADER = (
    'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
)
# A catalogue with one of each thing that the grammar has.
CATALOGUE = (
    "# A comment\n"
    + HEADER
    + '#: a.py:1\n#, python-format\nmsgctxt "menu"\nmsgid "Open %(name)s"\n'
    + 'msgstr "Il a assuré que qu’il ouvrirait %(name)s."\n\n'
    + '#, fuzzy\n#| msgid "old"\nmsgid "fuzzy"\nmsgstr "Il a assuré que qu’il viendrait."\n\n'
    + 'msgid "%d file"\nmsgid_plural "%d files"\n'
    + 'msgstr[0] "%d fichier"\nmsgstr[1] "%d fichiers"\n\n'
    + 'msgid ""\n"Say \\"yes\\",\\n"\n"please."\n'
    + 'msgstr ""\n"Dites « \\"oui\\" »,\\n"\n"de le "\n"pain."\n\n'
    + 'msgid "empty"\nmsgstr ""\n\n'
    + '#~ msgid "gone"\n#~ msgstr "Il a assuré que qu’il viendrait."\n'
)


def package_catalogues() -> list[Path]:
    folders = [
        Path(spec.origin).parent
        for name in ("django", "sphinx")
        if (spec := find_spec(name)) and spec.origin
    ]
    found = (path for folder in folders for path in folder.rglob("LC_MESSAGES/*.po"))
    return sorted(path for path in found if path.parts[-3] in ("fr", "es", "ja", "ar", "ru"))


def accepted(path: Path) -> bool:
    """Does gettext take the file; without gettext, does polib?"""
    if shutil.which("msgfmt"):
        done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], capture_output=True)
        return done.returncode == 0
    return bool(polib.pofile(str(path)))


def test_units_are_what_is_translated() -> None:
    document = read(CATALOGUE, "fr.po")
    assert targets(document) == [
        "Il a assuré que qu’il ouvrirait %(name)s.",
        "%d fichier",
        "%d fichiers",
        'Dites « "oui" »,\nde le pain.',
    ]
    assert document.source
    assert [document.source.behind(unit[0]) for unit in getattr(document, "units", ())] == [
        "Open %(name)s",
        "%d file",
        "%d files",
        'Say "yes",\nplease.',
    ]
    assert document.text.count(MASK) == 3
    assert_mapped(document)
    assert_mapped(document.source)


def test_a_finding_tells_its_place_in_the_file(mtqa: Run, tmp_path: Path) -> None:
    (tmp_path / "fr.po").write_text(CATALOGUE, encoding="utf-8")
    done = mtqa("check", "fr.po", "--format", "json")
    report = json.loads(done.stdout)
    assert done.stderr == b""
    (file,) = report["files"]
    assert (file["language"], file["source_language"]) == ("fr", "en")
    doubled, contraction = file["findings"]
    assert (doubled["rule"], doubled["text"]) == ("DUP002", "que qu’")
    assert doubled["start"] == {
        "offset": CATALOGUE.index("que qu’"),
        "line": 12,
        "column": 21,
    }
    assert contraction["rule"].startswith("GRA")


def test_fix_changes_only_its_place(mtqa: Run, tmp_path: Path) -> None:
    path = tmp_path / "fr.po"
    path.write_bytes(CATALOGUE.replace("\n", "\r\n").encode())
    assert accepted(path)
    mtqa("fix", "--unsafe", "fr.po")
    fixed = CATALOGUE.replace("que qu’il ouvrirait", "qu’il ouvrirait").replace("de le ", "du ")
    assert path.read_bytes() == fixed.replace("\n", "\r\n").encode()
    assert accepted(path)


def test_a_correction_across_two_lines_joins_them(mtqa: Run, tmp_path: Path) -> None:
    catalogue = HEADER + 'msgid "a"\nmsgstr ""\n"Le prix de "\n"le pain \\"noir\\" monte."\n'
    path = tmp_path / "fr.po"
    path.write_text(catalogue, encoding="utf-8")
    mtqa("fix", "--unsafe", "fr.po")
    fixed = path.read_text(encoding="utf-8")
    assert fixed == catalogue.replace('de "\n"le ', "du ")
    assert accepted(path)


def test_a_mark_at_the_end_of_a_string(mtqa: Run, tmp_path: Path) -> None:
    catalogue = HEADER + 'msgid "Send to:"\nmsgstr "Envoyer à"\n\nmsgid "a"\nmsgstr "Oui :"\n'
    path = tmp_path / "fr.po"
    path.write_text(catalogue, encoding="utf-8")
    assert mtqa("fix", "--unsafe", "fr.po").returncode == 0
    assert path.read_text(encoding="utf-8") == catalogue.replace("Envoyer à", "Envoyer à :")


def test_placeholders_and_tags_are_compared(mtqa: Run, tmp_path: Path) -> None:
    entries = {
        "Hi %(name)s, welcome": "Bonjour %(nom)s, bienvenue",
        "Hi {name}, welcome": "Bonjour, bienvenue",
        "See <a href='{url}'>this</a>": "Voir <a href=''>ceci</a>",
        "%d new file": "Un nouveau fichier",
        "%s of %s": "%2$s sur %1$s",
    }
    catalogue = HEADER + "".join(
        f'msgid "{source}"\nmsgstr "{target}"\n\n' for source, target in entries.items()
    )
    path = tmp_path / "fr.po"
    path.write_text(catalogue, encoding="utf-8")
    rows = mtqa("check", "fr.po", "--format", "jsonl").stdout.splitlines()
    found = [(row["start"]["line"], row["name"]) for row in map(json.loads, rows)]
    assert found == [(8, "changed-placeholder"), (11, "lost-placeholder"), (14, "changed-tag")]
    mtqa("fix", "--unsafe", "fr.po")
    assert path.read_text(encoding="utf-8") == (
        catalogue.replace("%(nom)s", "%(name)s").replace("href=''", "href='{url}'")
    )


def test_corrections_are_escaped(mtqa: Run, tmp_path: Path) -> None:
    catalogue = HEADER + 'msgid "Run `a \\"b\\"`."\nmsgstr "Lancez `a \\"c\\"`."\n'
    path = tmp_path / "fr.po"
    path.write_text(catalogue, encoding="utf-8")
    done = mtqa("fix", "--unsafe", "fr.po", "--select", "ACC003")
    assert done.returncode == 0, done.stdout
    assert path.read_text(encoding="utf-8") == catalogue.replace('\\"c\\"', '\\"b\\"')
    assert accepted(path)


@pytest.mark.parametrize("mark", ["#.", "#", "# "])
def test_a_comment_silences_its_entry(mtqa: Run, tmp_path: Path, mark: str) -> None:
    entry = 'msgid "{}"\nmsgstr "Il a assuré que qu’il viendrait."\n\n'
    catalogue = HEADER + f"{mark} mtqa: ignore DUP002\n" + entry.format("a") + entry.format("b")
    (tmp_path / "fr.po").write_text(catalogue, encoding="utf-8")
    done = mtqa("check", "fr.po")
    assert done.stdout.decode().count("DUP002") == 1
    assert b"fr.po:12:" in done.stdout
    for word in ("DUP003", "ignore-file"):
        changed = catalogue.replace("ignore DUP002", word if "-" in word else f"ignore {word}")
        (tmp_path / "fr.po").write_text(changed, encoding="utf-8")
        out = mtqa("check", "fr.po").stdout.decode()
        assert ("unused-suppression" in out) == (word == "DUP003")
        assert ("DUP002" in out) == (word == "DUP003")


def test_strings_may_say_the_same(mtqa: Run, tmp_path: Path) -> None:
    entry = 'msgid "{}"\nmsgstr "Passer au contenu principal de cette page."\n\n'
    (tmp_path / "fr.po").write_text(HEADER + entry.format("a") + entry.format("b"), "utf-8")
    assert mtqa("check", "fr.po").returncode == 0


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ('msgid "a\nmsgstr "b"\n', "fr.po:1:7: not a PO file here: neither a keyword"),
        ('"lost"\n', "fr.po:1:1: not a PO file here: a string without msgid"),
        ('msgid "a"\nmsgid "b"\nmsgstr ""\n', "fr.po:2:1: not a PO file here: msgid is out of"),
        ('msgstr "a"\n', "fr.po:1:1: not a PO file here: msgstr is out of place"),
        ('msgid "a"\n', "fr.po:2:1: not a PO file here: the last message has no msgstr"),
        ("Bonjour\n", "fr.po:1:1: not a PO file here: neither"),
    ],
)
def test_what_is_no_po_is_told_where(mtqa: Run, tmp_path: Path, raw: str, message: str) -> None:
    (tmp_path / "fr.po").write_text(raw, encoding="utf-8")
    done = mtqa("check", "fr.po")
    assert done.returncode == 3
    assert done.stderr.decode().startswith(f"mtqa: {message}")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "# only a comment",
        "\n\n#~ msgid",
        'msgid ""\nmsgstr ""\n"garbage without colon\\n"\n"Language: \\n"\n',
        'msgid "a" msgstr "b" "c"\n# end',
        'msgid "a"\nmsgstr "\\x41\\101\\q\\\\"\n',
    ],
)
def test_odd_catalogues_are_read(raw: str) -> None:
    assert_mapped(read(raw, "fr.po"))


def test_escapes_are_read_as_gettext_reads_them() -> None:
    document = read('msgid "a"\nmsgstr "\\x41\\102\\t\\\\n"\n', "fr.po")
    assert targets(document) == ["AB\t\\n"]


def test_a_declared_encoding_is_kept(mtqa: Run, tmp_path: Path) -> None:
    catalogue = (HEADER + 'msgid "a"\nmsgstr "Il a assuré que qu\'il viendrait."\n').replace(
        "UTF-8", "ISO-8859-1"
    )
    path = tmp_path / "fr.po"
    path.write_bytes(catalogue.encode("latin-1"))
    assert mtqa("fix", "fr.po").returncode == 0
    assert path.read_bytes() == catalogue.replace("que qu", "qu").encode("latin-1")
    path.write_bytes(b'msgid "a"\nmsgstr "\xe9t\xe9"\n')
    done = mtqa("check", "fr.po")
    assert done.returncode == 3
    assert b"--encoding" in done.stderr


def test_a_folder_gives_french_catalogues_only(mtqa: Run, tmp_path: Path) -> None:
    french = HEADER + 'msgid "a"\nmsgstr "Il a assuré que qu’il viendrait."\n'
    for name, text in {
        "locale/fr/LC_MESSAGES/app.po": french,
        "locale/es/LC_MESSAGES/app.po": french.replace("Language: fr", "Language: es"),
        "locale/de/app.po": french.replace('"Language: fr\\n"\n', ""),
        "po/nl.po": french.replace('"Language: fr\\n"\n', ""),
        "po/other.po": french.replace('"Language: fr\\n"\n', ""),
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    report = json.loads(mtqa("check", ".", "--format", "json").stdout)
    assert [file["path"] for file in report["files"]] == [
        "locale/fr/LC_MESSAGES/app.po",
        "po/other.po",
    ]


def test_long_and_many_entries_take_linear_time() -> None:
    many = "".join(f'msgid "{n}"\nmsgstr ""\n\n' for n in range(100_000))
    assert targets(read(HEADER + many, "fr.po")) == []
    long = HEADER + 'msgid "a"\nmsgstr "' + "\\" * 200_000 + "<a &b_{%" * 50_000 + '"\n'
    assert len(read(long, "fr.po").raw) == len(long)


@pytest.mark.parametrize("path", package_catalogues(), ids=lambda path: "-".join(path.parts[-5:]))
def test_catalogues_of_real_packages(path: Path) -> None:
    raw = path.read_bytes().decode("utf-8")
    document = read(raw, str(path))
    assert_mapped(document)
    catalogue = polib.pofile(str(path), wrapwidth=0)
    expected = [
        text
        for entry in catalogue
        if not entry.fuzzy and not entry.obsolete
        for text in (entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr])
        if text
    ]
    assert getattr(document, "decoded", "") == "\n\n".join(expected)


def test_units_beside_a_source_file_keep_their_own(mtqa: Run, tmp_path: Path) -> None:
    (tmp_path / "fr.po").write_text(HEADER + 'msgid "37 metres"\nmsgstr "73 mètres"\n', "utf-8")
    (tmp_path / "empty").mkdir()
    done = mtqa("check", "fr.po", "--source", "empty")
    assert b"ACC001" in done.stdout
    assert done.stderr == b""


def test_reading_refuses_in_one_line() -> None:
    with pytest.raises(ReadError, match="msgfmt -c tells more"):
        read("x", "fr.po")

"""Strings of catalogues beside their sources: what a program needs of them, through the formats."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run

HEADER = (
    'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
)
CATALOGUE = HEADER + (
    '#, python-format\nmsgid "Open %(name)s"\nmsgstr "Ouvrir %(nom)s"\n\n'
    '#, c-format\nmsgid "Cannot read: %s"\nmsgstr "Lecture impossible :"\n\n'
    'msgid "One file"\nmsgid_plural "%d files"\n'
    'msgstr[0] "Un fichier"\nmsgstr[1] "des fichiers"\n\n'
    'msgid "%d line"\nmsgid_plural "%d lines"\n'
    'msgstr[0] "une ligne"\nmsgstr[1] "%d lignes"\n\n'
    'msgid ""\n"Nothing was saved.\\n"\nmsgstr ""\n"Rien n’a été "\n"enregistré."\n\n'
    'msgid "See <b>all</b>"\nmsgstr "Voir <strong>tout</strong>"\n'
)
UNITS = (
    '<?xml version="1.0"?>\n<xliff version="1.2"><file source-language="en" target-language="fr">'
    "<body>\n"
    '<trans-unit id="a"><source>Read <g id="1">the terms</g>.</source>'
    '<target>Lisez <g id="2">les conditions</g>.</target></trans-unit>\n'
    '<trans-unit id="b"><source>Hello <x id="NAME"/></source>'
    "<target>Bonjour</target></trans-unit>\n"
    '<trans-unit id="c"><source>&lt;b&gt;Now&lt;/b&gt;</source>'
    "<target>Maintenant</target></trans-unit>\n"
    '<trans-unit id="d"><source><g id="1">Free</g> offer</source>'
    '<target>Offre <g id="1">gratuite</g></target></trans-unit>\n'
    "</body></file></xliff>\n"
)


def found(mtqa: Run, name: str, *arguments: str) -> list[tuple[str, str]]:
    done = mtqa("check", name, "--select", "ACC", "--format", "jsonl", *arguments)
    findings = [json.loads(line) for line in done.stdout.splitlines()]
    return [(finding["rule"], finding["text"]) for finding in findings]


def test_a_catalogue_is_compared_string_by_string(mtqa: Run, tmp_path: Path) -> None:
    path = tmp_path / "fr.po"
    path.write_text(CATALOGUE, encoding="utf-8")
    assert found(mtqa, "fr.po") == [
        ("ACC020", "%(nom)s"),
        ("ACC021", "impossible"),
        ("ACC021", "fichiers"),
        ("ACC014", "."),
        ("ACC011", "<strong>"),
        ("ACC011", "</strong>"),
    ]
    mtqa("fix", "--unsafe", "--select", "ACC", "fr.po")
    fixed = path.read_text(encoding="utf-8")
    assert 'msgstr "Ouvrir %(name)s"' in fixed
    assert 'msgstr "Lecture impossible : %s"' in fixed
    assert '"enregistré.\\n"' in fixed
    assert 'msgstr "Voir <b>tout</b>"' in fixed
    if shutil.which("msgfmt"):
        subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], check=True)


def test_inline_codes_of_xliff_are_compared_and_put_back(mtqa: Run, tmp_path: Path) -> None:
    path = tmp_path / "fr.xlf"
    path.write_text(UNITS, encoding="utf-8")
    assert found(mtqa, "fr.xlf") == [
        ("ACC011", '<g id="2">'),
        ("ACC022", "Bonjour"),
        ("ACC022", "Maintenant"),
    ]
    mtqa("fix", "--unsafe", "--select", "ACC", "fr.xlf")
    fixed = path.read_text(encoding="utf-8")
    assert 'Lisez <g id="1">les conditions</g>.' in fixed
    assert "<target>&lt;b&gt;Maintenant&lt;/b&gt;</target>" in fixed


@pytest.mark.parametrize(
    ("text", "alike", "other", "rule"),
    [
        ("Il a dit que que tout va bien.", "He said that that is well.", "All is well.", "DUP"),
        ("Il est parti,, hier.", "He left,, yesterday.", "He left, yesterday.", "PUN"),
        ("Bonjour {{nom}}", "Hello {{nom}}", None, "RES"),
    ],
)
def test_what_the_source_says_too_is_no_artifact(
    mtqa: Run, tmp_path: Path, text: str, alike: str, other: str | None, rule: str
) -> None:
    for source, is_one in ((alike, False), (other, True)):
        if source is not None:
            catalogue = HEADER + f'msgid "{source}"\nmsgstr "{text}"\n'
            (tmp_path / "fr.po").write_text(catalogue, encoding="utf-8")
            done = mtqa("check", "fr.po", "--select", rule, "--format", "jsonl")
            assert bool(done.stdout.strip()) is is_one, (source, done.stdout)


def test_a_string_that_nobody_translated(mtqa: Run, tmp_path: Path) -> None:
    pairs = {
        "Delete selected items": "Delete selected items",
        "Visual Studio Code": "Visual Studio Code",
        "Keep me signed in": "…",
        "Are you sure?": "Вы уверены?",
        "Choose which of the old files you want to keep": "Choisir which of the old files",
    }
    text = HEADER + "".join(f'msgid "{a}"\nmsgstr "{b}"\n\n' for a, b in pairs.items())
    (tmp_path / "fr.po").write_text(text, encoding="utf-8")
    assert found(mtqa, "fr.po") == [
        ("ACC016", "Delete selected items"),
        ("ACC018", "…"),
        ("ACC025", "Вы уверены?"),
        ("ACC017", "which of the old files"),
    ]

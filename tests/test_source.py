"""A translation checked beside its source: pairing, findings on both sides, alignment, errors."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import mtqa as library
from mtqa.readers import read_document
from mtqa.sources import read_source
from tests.conftest import ROOT, Run

SOURCE = "The bridge is 37 metres long.\n\nIt opened in 1998.\n"
TARGET = "Le pont mesure 73 mètres de long.\n\nIl a ouvert en 1998.\n"
SCHEMA = json.loads((ROOT / "mtqa/reports/json.schema.json").read_text(encoding="utf-8"))


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_finding_shows_both_sides(mtqa: Run, tmp_path: Path) -> None:
    write(tmp_path, a_fr_md=TARGET, a_md=SOURCE)
    done = mtqa("check", "a.fr.md", "--source", "a.md", "--format", "json")
    report = json.loads(done.stdout)
    jsonschema.validate(report, SCHEMA)
    assert report["files"][0]["source_language"] == "en"
    (finding,) = report["files"][0]["findings"]
    assert (finding["rule"], finding["text"]) == ("ACC001", "73")
    (related,) = finding["related"]
    assert related["in_source"]
    assert SOURCE[related["start"]["offset"] : related["end"]["offset"]] == "37"
    assert "1:15: Source: “37”" in mtqa("check", "a.fr.md", "--source", "a.md").stdout.decode()


def test_fix_takes_the_number_of_the_source(mtqa: Run, tmp_path: Path) -> None:
    write(tmp_path, a_fr_md=TARGET, a_md=SOURCE)
    mtqa("fix", "--unsafe", "a.fr.md", "--source", "a.md")
    fixed = (tmp_path / "a.fr.md").read_text(encoding="utf-8")
    assert fixed == TARGET.replace("73", "37")


@pytest.mark.parametrize(
    ("target", "source"),
    [
        ("guide_fr_md", "guide_md"),
        ("guide_fr_md", "guide_en_md"),
        ("fr__guide_md", "en__guide_md"),
        ("docs__fr__guide_md", "en__guide_md"),
        ("docs__guide_md", "docs__guide_md"),
    ],
)
def test_a_folder_of_sources_is_searched_by_name(
    mtqa: Run, tmp_path: Path, target: str, source: str
) -> None:
    write(tmp_path, **{f"out__{target}": TARGET, f"in__{source}": SOURCE})
    done = mtqa("check", "out", "--source", "in", "--format", "jsonl")
    assert [json.loads(line)["rule"] for line in done.stdout.splitlines()] == ["ACC001"]


def test_a_text_without_source_is_named_and_stops_no_other(mtqa: Run, tmp_path: Path) -> None:
    write(tmp_path, out__a_md=TARGET, out__b_md=TARGET, in__a_md=SOURCE)
    done = mtqa("check", "out", "--source", "in", "--format", "jsonl")
    assert done.returncode == 2
    message = done.stderr.decode()
    assert message.count("\n") == 1
    assert "out/b.md: has no source in in; looked for out/b.md" in message
    assert b"ACC001" in done.stdout


@pytest.mark.parametrize("name", ["absent", "one.md"])
def test_a_source_that_cannot_be_one(mtqa: Run, tmp_path: Path, name: str) -> None:
    write(tmp_path, out__a_md=TARGET, out__b_md=TARGET, one_md=SOURCE)
    done = mtqa("check", "out", "--source", name)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"mtqa: {name}: ")
    assert b"Traceback" not in done.stderr


def test_without_a_source_nothing_is_compared() -> None:
    assert library.check(TARGET) == []
    assert [found.rule for found in library.check(TARGET, source=SOURCE)] == ["ACC001"]
    assert library.fix(TARGET, source=SOURCE, unsafe=True).text == TARGET.replace("73", "37")


def test_sentences_are_aligned_one_to_many() -> None:
    source = read_source(
        "The committee met in Geneva on Tuesday and adopted the budget of the organisation. "
        "The president of the assembly resigned. "
        "A new election takes place in September 2031.",
        "-",
        None,
    )
    document = read_document(
        "Le comité s’est réuni mardi à Genève. Il a adopté le budget de l’organisation. "
        "Le président de l’assemblée a démissionné. "
        "Une nouvelle élection a lieu en septembre 2031.",
        "-",
        language="fr",
        source_language=None,
        source=source,
    )
    pairs = [(pair.source[:13], pair.target.count(".")) for pair in document.pairs()]
    assert pairs == [("The committee", 2), ("The president", 1), ("A new electio", 1)]

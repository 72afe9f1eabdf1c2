"""TSV, CSV and JSON lines: which cells and keys are read, and how corrections are written."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.formats.common import assert_mapped, read, targets

BAD = "Il a assuré que qu’il viendrait."
GOOD = "Il a assuré qu’il viendrait."


@pytest.mark.parametrize(
    ("name", "raw", "expected"),
    [
        ("a.tsv", "Hello there\tBonjour\nBye\tAu revoir\n", ["Bonjour", "Au revoir"]),
        ("a.tsv", "id\tTarget\tsrc\n1\tBonjour\tHello\n2\n3\t\tBye", ["Bonjour"]),
        ("a.tsv", 'src\ttgt\nA "b\t"c" d\nE\t"f ""g"""\r\n', ['"c" d', 'f "g"']),
        ("a.csv", 'en,fr\r\n"Hi, you","Salut, « toi »"\r\na,b\r\n', ["Salut, « toi »", "b"]),
        ("a.csv", 'source;target (fr-FR)\na;"l’un\nl’autre"\n', ["l’un\nl’autre"]),
        ("a.csv", "en-GB\tfr-FR\nHello\tBonjour\n", ["Bonjour"]),
        (
            "a.jsonl",
            '{"id": 1, "src": "Hi", "mt": "Salut\\n\\u00e9 \\ud83d\\ude00"}',
            ["Salut\né 😀"],
        ),
        ("a.jsonl", '\n{"translation": {"en": "Hi", "fr": "Salut"}}\n\n', ["Salut"]),
        ("a.jsonl", '{"hyp": "a", "target_lang": "de"}\n{"hyp": "b"}', ["b"]),
        ("a.jsonl", '{"x": {"target": "n"}, "target": ["no"]}\n{"target": "oui"}', ["oui"]),
        ("a.csv", "", []),
        ("a.jsonl", "\n", []),
    ],
)
def test_what_is_read(name: str, raw: str, expected: list[str]) -> None:
    document = read(raw, name)
    assert targets(document) == expected
    assert_mapped(document)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.tsv", f"source\ttarget\nHe said so.\t{BAD}\n"),
        ("a.csv", f'id,source,target\n1,"He said, so.","« Bon », {BAD} ""Oui"""\n2,a,b\n'),
        (
            "a.jsonl",
            f'{{"source": "He said so.", "target": "\\"Bon\\" {BAD}"}}\n{{"target": ""}}\n',
        ),
    ],
)
def test_fix_in_place(mtqa: Run, tmp_path: Path, name: str, raw: str, line_end: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw.replace("\n", line_end).encode())
    done = mtqa("fix", name)
    assert done.returncode == 0, done.stdout + done.stderr
    assert path.read_bytes() == raw.replace(BAD, GOOD).replace("\n", line_end).encode()


def test_corrections_are_escaped(mtqa: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = {"source": 'Run `a "b"` now.', "target": 'Lancez `a "c"` là.'}
    path.write_text(json.dumps(row), encoding="utf-8")
    mtqa("fix", "--unsafe", "a.jsonl")
    assert json.loads(path.read_text(encoding="utf-8"))["target"] == 'Lancez `a "b"` là.'
    assert path.read_bytes().isascii(), "as it was written before"
    path = tmp_path / "a.csv"
    for quoted in (True, False):
        cells = [row["source"], row["target"] if quoted else "Lancez `a c` là."]
        text = io.StringIO()
        csv.writer(text).writerows([["source", "target"], cells])
        path.write_text(text.getvalue(), encoding="utf-8", newline="")
        mtqa("fix", "--unsafe", "a.csv")
        with path.open(encoding="utf-8", newline="") as stream:
            found = list(csv.reader(stream))[1]
        # A cell without marks around it cannot take marks.
        assert found == [row["source"], 'Lancez `a "b"` là.' if quoted else cells[1]]


def test_a_placeholder_of_the_source_is_none_of_the_engine(mtqa: Run, tmp_path: Path) -> None:
    rows = (
        "source\ttarget\nOpen {{name}} now\tOuvrez {{name}} ici\nOpen it now\tOuvrez {{it}} ici\n"
    )
    (tmp_path / "a.tsv").write_text(rows, encoding="utf-8")
    report = [
        json.loads(line)
        for line in mtqa("check", "a.tsv", "--format", "jsonl").stdout.split(b"\n")
        if line
    ]
    assert [(found["start"]["line"], found["family"]) for found in report] == [(3, "ACC")]


def test_pairs_are_compared(mtqa: Run, tmp_path: Path) -> None:
    rows = "source\ttarget\nIt is 37 metres.\tIl fait 73 mètres.\nIt is 5.\tIl fait 5.\n"
    (tmp_path / "a.tsv").write_text(rows, encoding="utf-8")
    done = mtqa("check", "a.tsv")
    assert b"a.tsv:2:26: ACC001" in done.stdout
    assert b"2:7: Source" in done.stdout


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("a.csv", "a,b,c\n1,2,3\n", "a.csv: no column of translations; name it in the first line"),
        ("a.tsv", "a\tb\tc\n", "a.tsv: no column of translations"),
        ("a.jsonl", '{"a": 1}\n', "a.jsonl: no translations; name their key target, or fr"),
        ("a.jsonl", '{"target": "a"}\n{"target: 1}\n', "a.jsonl:2:2: not JSON: unterminated"),
        ("a.jsonl", "[1]\n", "a.jsonl:1:1: not an object"),
        ("a.jsonl", '{"a":' + "[" * 200_000, "a.jsonl:1:1: nested too deep"),
    ],
)
def test_hostile_files(mtqa: Run, tmp_path: Path, name: str, raw: str, message: str) -> None:
    (tmp_path / name).write_text(raw, encoding="utf-8")
    done = mtqa("check", name)
    assert done.returncode == 3
    assert done.stderr.decode().startswith(f"mtqa: {message}")
    assert done.stderr.count(b"\n") == 1


def test_tables_of_other_things_in_a_folder_are_passed_over(mtqa: Run, tmp_path: Path) -> None:
    (tmp_path / "prices.csv").write_text("name,price\na,1\n", encoding="utf-8")
    (tmp_path / "rules.tsv").write_text("wrong\tright\na\tb\n", encoding="utf-8")
    (tmp_path / "log.jsonl").write_text('{"rule": "x"}\n', encoding="utf-8")
    (tmp_path / "t.jsonl").write_text(json.dumps({"target": BAD}), encoding="utf-8")
    report = json.loads(mtqa("check", ".", "--format", "json").stdout)
    assert [file["path"] for file in report["files"]] == ["t.jsonl"]


def test_large_tables_take_linear_time() -> None:
    assert targets(read("\t\n" * 300_000, "a.tsv")) == []
    assert targets(read("source,target\n" + '"' * 300_001, "a.csv")) == []
    assert len(targets(read("source\ttarget\n" + 'a\t"b\n' * 50_000, "a.tsv"))) == 50_000

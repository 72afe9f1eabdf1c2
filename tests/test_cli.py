"""What a user of the command line sees: reports, selection, suppression, baseline, processes."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from mtqa.cli import cli
from mtqa.rules import load_rules
from tests.conftest import ROOT, SAMPLE, Run

BAD = "Il a assuré que qu’il viendrait.\n"
SCHEMA = json.loads((ROOT / "mtqa/reports/json.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(BAD, encoding="utf-8")
    return path


def codes(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    return [x["rule"] for file in json.loads(done.stdout)["files"] for x in file["findings"]]


def test_text_report_shows_place_span_and_correction(mtqa: Run, article: Path) -> None:
    done = mtqa("check", article.name)
    assert done.returncode == 1
    lines = done.stdout.decode().splitlines()
    assert lines[0].startswith("a.txt:1:13: DUP002 ")
    assert lines[2] == "  - Il a assuré que qu’il viendrait."
    assert lines[3].index("^") == lines[2].index("que qu’")
    assert lines[4] == "  + Il a assuré qu’il viendrait."
    assert lines[-2].startswith("1 finding in 1 file (6 words): duplication 1.")
    assert "\x1b" not in done.stdout.decode()


def test_colour_on_request(mtqa: Run, article: Path) -> None:
    assert b"\x1b[" in mtqa("check", "--color", article.name).stdout


def test_json_report_fits_its_schema(mtqa: Run) -> None:
    done = mtqa("check", SAMPLE, "absent.txt", "--format", "json")
    report = json.loads(done.stdout)
    jsonschema.validate(report, SCHEMA)
    assert [error["path"] for error in report["errors"]] == ["absent.txt"]
    assert done.returncode == 3


def places(value: Any) -> Any:
    if isinstance(value, dict):
        if "offset" in value:
            yield value
        for inner in value.values():
            yield from places(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from places(inner)


def test_json_places_agree_with_the_file(mtqa: Run) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    file = json.loads(mtqa("check", SAMPLE, "--format", "json").stdout)["files"][0]
    assert file["findings"]
    for found in file["findings"]:
        assert text[found["start"]["offset"] : found["end"]["offset"]] == found["text"]
        for place in places(found):
            before = text[: place["offset"]]
            assert place["line"] == before.count("\n") + 1
            assert place["column"] == len(before) - (before.rfind("\n") + 1) + 1


def test_jsonl_report_is_a_finding_a_line(mtqa: Run, article: Path) -> None:
    lines = mtqa("check", article.name, article.name, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["path"] for line in lines] == ["a.txt"]


def test_github_report_escapes_what_it_must(mtqa: Run, tmp_path: Path) -> None:
    (tmp_path / "a,b.txt").write_text(f"100 % sûr :\n{BAD}", encoding="utf-8")
    out = mtqa("check", "a,b.txt", "--format", "github", "--select", "DUP").stdout.decode()
    assert re.match(r"::warning file=a%2Cb\.txt,line=2,endLine=2,title=DUP\d{3} [a-z-]+,", out)
    assert ",col=13,endColumn=" in out
    assert out.count("\n") == 1


def test_standard_input(mtqa: Run) -> None:
    done = mtqa("check", "-", "--format", "json", stdin=BAD.encode())
    assert codes(done) == ["DUP002"]
    assert json.loads(done.stdout)["files"][0]["path"] == "-"


def test_exit_status_follows_severity(mtqa: Run, article: Path) -> None:
    assert mtqa("check", article.name).returncode == 1
    assert mtqa("check", article.name, "--fail-on", "critical").returncode == 0
    assert mtqa("check", article.name, "--exit-zero").returncode == 0
    assert mtqa("check", article.name, "--ignore", "DUP").returncode == 0
    assert mtqa("fix", "--diff", article.name, "--exit-zero").returncode == 0


def test_selection_by_code_family_name_and_configuration(
    mtqa: Run, article: Path, tmp_path: Path
) -> None:
    form = ("--format", "json")
    assert codes(mtqa("check", article.name, *form, "--select", "DUP002")) == ["DUP002"]
    assert codes(mtqa("check", article.name, *form, "--select", "SEG")) == []
    (tmp_path / "pyproject.toml").write_text(
        '[tool.mtqa]\nignore = ["DUP"]\nextend-select = ["DUP002"]', encoding="utf-8"
    )
    assert codes(mtqa("check", article.name, *form)) == ["DUP002"]
    (tmp_path / "mtqa.toml").write_text('per-file-ignores = {"a.*" = ["DUP002"]}', encoding="utf-8")
    assert codes(mtqa("check", article.name, *form)) == []


def test_exclude_and_vocabulary(mtqa: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "old/b.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(BAD, encoding="utf-8")
    (tmp_path / "mtqa.toml").write_text('exclude = ["old/"]', encoding="utf-8")
    report = json.loads(mtqa("check", ".", "--format", "json").stdout)
    assert [file["path"] for file in report["files"]] == ["a.txt"]
    (tmp_path / "mtqa.toml").write_text('vocabulary = ["Que qu’"]', encoding="utf-8")
    assert codes(mtqa("check", "a.txt", "--format", "json")) == []


def test_suppression_comments(mtqa: Run, tmp_path: Path) -> None:
    def found(text: str) -> list[tuple[str, int]]:
        (tmp_path / "s.txt").write_text(text, encoding="utf-8")
        report = json.loads(mtqa("check", "s.txt", "--format", "json").stdout)
        return [(x["rule"], x["start"]["line"]) for x in report["files"][0]["findings"]]

    assert found(f"<!-- mtqa: ignore DUP002 -->\n{BAD}{BAD}") == [("DUP002", 3)]
    assert found(f"<!-- mtqa: ignore -->\n\n{BAD}") == []
    assert found(f"<!-- mtqa: ignore-file DUP -->\n{BAD}{BAD}") == []
    assert found(BAD.strip() + " <!-- mtqa: ignore doubled-complementiser -->\n") == []
    assert found(f"<!-- mtqa: ignore SEG001 -->\n{BAD}") == [("RES900", 1), ("DUP002", 2)]


def test_baseline_reports_only_what_is_new(mtqa: Run, article: Path) -> None:
    done = mtqa("check", article.name, "--write-baseline", "base.json")
    assert (done.returncode, done.stdout[:19]) == (0, b"base.json: 1 findin")
    assert mtqa("check", article.name, "--baseline", "base.json").returncode == 0
    article.write_text(f"Avant.\n{BAD}{BAD}", encoding="utf-8")
    done = mtqa("check", article.name, "--baseline", "base.json", "--format", "json")
    assert codes(done) == ["DUP002"]


def test_results_do_not_depend_on_the_number_of_processes(mtqa: Run, tmp_path: Path) -> None:
    for number in range(7):
        (tmp_path / f"{number}.txt").write_text(BAD * number, encoding="utf-8")
    (tmp_path / "7.txt").write_bytes(b"\xff")
    one = mtqa("check", ".", "--format", "json", "--jobs", "1")
    three = mtqa("check", ".", "--format", "json", "--jobs", "3")
    assert one.stdout == three.stdout
    assert one.returncode == three.returncode == 3


def test_messages_in_french(mtqa: Run, article: Path) -> None:
    assert "La même conjonction" in mtqa("check", "--ui", "fr", article.name).stdout.decode()


def test_rules_lists_and_explain_tells(mtqa: Run) -> None:
    listed = json.loads(mtqa("rules", "--select", "ALL", "--format", "json").stdout)
    assert [rule["code"] for rule in listed] == [rule.code for rule in load_rules()]
    # Every eighth, within this process: the reference page holds the texts of all.
    for rule in load_rules()[::8]:
        told = CliRunner().invoke(cli, ["explain", rule.code, "--ui", "fr"]).output
        assert rule.name in told
        assert rule.why["fr"] in told


RULE = """
code = "CAL990"
severity = "minor"
mqm = "style/unidiomatic"
safety = "unsafe"
message.en = "House rule."
message.fr = "Règle maison."
why.en = "Because."
why.fr = "Parce que."
[detect]
use = "pattern"
pattern = '\\bfoo bar\\b'
replace = ["foobar"]
[[example]]
bad = "Un foo bar."
found = "foo bar"
good = "Un foobar."
"""


def own_rule(tmp_path: Path, content: str = RULE) -> None:
    path = tmp_path / "own" / "fr" / "calque" / "foo-bar.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def test_a_teams_own_rules_are_loaded_and_tested(mtqa: Run, tmp_path: Path) -> None:
    own_rule(tmp_path)
    (tmp_path / "mtqa.toml").write_text('rules = ["own"]', encoding="utf-8")
    done = mtqa("check", "-", "--format", "json", stdin=b"Un foo bar.")
    assert codes(done) == ["CAL990"]
    done = mtqa("test-rules", "own")
    assert (done.returncode, done.stdout) == (0, b"1 rules, 1 examples, 0 failures.\n")


def test_a_failing_example_says_which_and_how(mtqa: Run, tmp_path: Path) -> None:
    own_rule(tmp_path, RULE.replace('good = "Un foobar."', 'good = "Un barfoo."'))
    done = mtqa("test-rules", "own")
    assert done.returncode == 1
    assert "foo-bar.toml: example 1: good: expected 'Un barfoo.'" in done.stdout.decode()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('severity = "minor"', 'severity = "minr"', "unknown value 'minr'; did you mean 'minor'?"),
        ("[detect]", "[detct]", "unknown key; did you mean 'detect'?"),
        ('use = "pattern"', 'use = "patern"', "detector 'patern'; did you mean 'pattern'?"),
        ("replace = [", "replce = [", "detect.replce: unknown key; did you mean 'replace'?"),
        ("pattern = '", "pattern = 3 #'", "detect.pattern: must be of type str"),
        ("House rule.", "House {fund}.", "message.en: unknown hole {fund}; did you mean 'found'?"),
        ('code = "CAL990"', 'code = "KAL990"', "code: 'KAL990' is no family and three digits"),
        ('code = "CAL990"', 'code = "DUP002"', "code: DUP002 is taken by"),
        ("why.en", "why.de", "why.de: unknown key; "),
        ('found = "foo bar"', "", "'bad' needs 'found'"),
        ("foo bar\\b'", "foo (bar\\b'", "detect: pattern: "),
        ("[detect]", "[detect", "not a readable TOML file"),
    ],
)  # fmt: skip
def test_a_broken_rule_file_names_file_key_and_choice(
    mtqa: Run, tmp_path: Path, old: str, new: str, message: str
) -> None:
    own_rule(tmp_path, RULE.replace(old, new))
    for arguments in (("test-rules", "own"), ("check", "-")):
        (tmp_path / "mtqa.toml").write_text('rules = ["own"]', encoding="utf-8")
        done = mtqa(*arguments)
        assert done.returncode == 2
        line = done.stderr.decode()
        assert line.count("\n") == 1
        assert "foo-bar.toml" in line
        assert message in line

"""Fixing settles, touches nothing outside its edits, and never leaves a half-written file."""

from __future__ import annotations

import stat
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import mtqa
from mtqa.findings import Edit, Finding, Safety, Severity, Suggestion
from mtqa.fixes import apply_edits, fix_text
from mtqa.text import Span
from tests.conftest import Run

BAD = "Il a assuré que qu’il viendrait."
GOOD = "Il a assuré qu’il viendrait."
BOM = b"\xef\xbb\xbf"

PIECES = st.sampled_from(
    """Il|a|assuré|que|qu’|il|viendrait|.|..| |, |. |la|ONU|de|“|”|«\u00a0|\u00a0»|Etat|durablemais
    |le|accord|et|Lavrov|Sergey|Sergei|A message|G20|des|\n|&nbsp;|3.5 %|€20|`que qu’il`|l’ |👍|\r\n
    |très très très|Whelanemprisonné|the|https://a.example|e\u0301|\u200b|⟦|É|(""".split("|")
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.lists(PIECES, max_size=30).map(" ".join)


@given(TEXTS, st.booleans())
@settings(max_examples=150, deadline=None)
def test_fixing_twice_changes_nothing_more(text: str, unsafe: bool) -> None:
    once = mtqa.fix(text, unsafe=unsafe)
    twice = mtqa.fix(once.text, unsafe=unsafe)
    assert twice.text == once.text
    known = [(finding.rule, finding.text) for finding in once.remaining]
    assert all((finding.rule, finding.text) in known for finding in twice.remaining)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_spans_index_the_text_as_given(text: str) -> None:
    for finding in mtqa.check(text, select=["ALL"]):
        assert text[finding.span.start : finding.span.end] == finding.text
        for suggestion in finding.suggestions:
            apply_edits(text, suggestion.edits)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_fix_brings_no_finding_that_was_not_there(text: str) -> None:
    before = sorted((finding.rule, finding.text) for finding in mtqa.check(text))
    result = mtqa.fix(text, unsafe=True)
    for finding in result.remaining:
        assert (finding.rule, finding.text) in before
        before.remove((finding.rule, finding.text))


@given(st.text(max_size=40))
@example("\ud83d")
@example("\0")
@settings(max_examples=100, deadline=None)
@example("\x00À")
@example("Ils se sont se")
def test_any_text_can_be_checked_and_fixed(text: str) -> None:
    mtqa.fix(text, unsafe=True, select=["ALL"])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (BAD.encode(), GOOD.encode()),
        (BOM + f"{BAD}\r\n\tx \r\n".encode(), BOM + f"{GOOD}\r\n\tx \r\n".encode()),
        (b"\xff\xfe" + BAD.encode("utf-16-le"), b"\xff\xfe" + GOOD.encode("utf-16-le")),
        (f"a\r{BAD}\n\n".encode(), f"a\r{GOOD}\n\n".encode()),
    ],
    ids=["no final newline", "BOM and CRLF", "UTF-16", "lone CR"],
)  # fmt: skip
def test_every_other_byte_stays(mtqa: Run, tmp_path: Path, before: bytes, after: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(before)
    path.chmod(0o640)
    done = mtqa("fix", "a.txt")
    assert done.returncode == 0, done.stderr
    assert path.read_bytes() == after
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_linked_file_stays_a_link(mtqa: Run, tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text(BAD, encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("real.txt")
    assert mtqa("fix", "link.txt").returncode == 0
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == GOOD


def test_a_clean_file_is_not_touched(mtqa: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GOOD, encoding="utf-8")
    before = path.stat()
    assert mtqa("fix", "--unsafe", "a.txt").returncode == 0
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_standard_input_comes_out_corrected(mtqa: Run) -> None:
    done = mtqa("fix", "-", stdin=f"{BAD}\r\n".encode())
    assert done.stdout == f"{GOOD}\r\n".encode()


def test_diff_is_a_patch_and_writes_nothing(mtqa: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Un.\n{BAD}", encoding="utf-8")
    done = mtqa("fix", "--diff", "a.txt")
    assert done.returncode == 1
    assert path.read_text(encoding="utf-8") == f"Un.\n{BAD}"
    applied = subprocess.run(
        ["git", "apply", "-"], cwd=tmp_path, input=done.stdout, capture_output=True, check=False
    )
    assert applied.returncode == 0, applied.stderr
    assert path.read_text(encoding="utf-8") == f"Un.\n{GOOD}"


def finding(rule: str, text: str, start: int, new: str) -> Finding:
    span = Span(start, start + len(text))
    suggestion = Suggestion("", (Edit(span, new),))
    return Finding(rule, rule, Severity.MINOR, "", "", span, text, (), (suggestion,), Safety.SAFE)


def test_a_fix_that_never_settles_leaves_the_original() -> None:
    def flip(text: str) -> list[Finding]:
        return [finding("TYP001", text, 0, "b" if text == "a" else "a")]

    result = fix_text("a", flip)
    assert (result.text, result.fixed) == ("a", ())


def test_a_correction_that_brings_a_new_finding_is_left_out() -> None:
    def check(text: str) -> list[Finding]:
        found = []
        if "aa" in text:
            found.append(finding("TYP001", "aa", text.index("aa"), "zz"))
        if "b" in text:
            found.append(finding("TYP002", "b", text.index("b"), "c"))
        if "zz" in text:
            found.append(finding("TYP003", "zz", text.index("zz"), "")._replace(safety=Safety.NONE))
        return found

    text = "aa" + " " * 300 + "b"
    result = fix_text(text, check)
    assert result.text == text.replace("b", "c")
    assert [f.rule for f in result.remaining] == ["TYP001"]


def test_edits_side_by_side_are_applied_in_turn() -> None:
    def check(text: str) -> list[Finding]:
        return [finding("TYP001", c, n, c.upper()) for n, c in enumerate(text) if c.islower()]

    assert fix_text("abc", check).text == "ABC"


def test_what_only_the_repaired_damage_had_shown_is_still_told() -> None:
    def check(text: str) -> list[Finding]:
        if "aa" not in text:
            return []
        unsure = finding("TYP002", "b", text.index("b"), "")._replace(
            suggestions=(), safety=Safety.NONE
        )
        return [finding("TYP001", "aa", text.index("aa"), ""), unsure]

    result = fix_text("aa b", check)
    assert result.text == " b"
    assert [(f.rule, f.span) for f in result.remaining] == [("TYP002", Span(1, 2))]

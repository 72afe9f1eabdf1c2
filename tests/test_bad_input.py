"""Bad input gets one clear line and the right exit status; nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

BAD = "Il a assuré que qu’il viendrait.\n"


def one_line(stderr: bytes) -> str:
    text = stderr.decode()
    assert text.count("\n") == 1, text
    assert "Traceback" not in text
    return text


@pytest.mark.parametrize("command", ["check", "fix"])
def test_missing_path(mtqa: Run, command: str) -> None:
    done = mtqa(command, "absent.txt")
    assert done.returncode == 3
    assert b"absent.txt: no such file or folder" in done.stderr.splitlines()[0]
    assert b"Traceback" not in done.stderr


def test_missing_path_does_not_stop_the_others(mtqa: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    done = mtqa("check", "absent.txt", "a.txt")
    assert done.returncode == 3
    assert "absent.txt" in one_line(done.stderr)
    assert b"a.txt:1:13: DUP" in done.stdout


def test_folder_without_texts(mtqa: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = mtqa("check", "empty")
    assert done.returncode == 2
    assert "empty: no text in this folder; mtqa reads " in one_line(done.stderr)


def test_file_that_is_not_utf8_names_the_remedy(mtqa: Run, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(BAD.replace("’", "'").encode("latin-1"))
    done = mtqa("check", "latin.txt")
    assert done.returncode == 3
    assert "latin.txt: not utf-8 (byte 0xE9 at offset 10)" in one_line(done.stderr)
    assert b"--encoding" in done.stderr
    again = mtqa("check", "latin.txt", "--encoding", "latin-1")
    assert again.returncode == 1
    assert again.stderr == b""


def test_unknown_encoding(mtqa: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    done = mtqa("check", "a.txt", "--encoding", "klingon")
    assert done.returncode == 2
    assert "no encoding 'klingon'" in one_line(done.stderr)


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"\x89PNG\r\n\x1a\n\x00\x00", "not utf-8"), (b"ab\x00cd", "binary"), (b"\xff" * 9, "not")],
)
@pytest.mark.parametrize("command", ["check", "fix"])
def test_binary_files(
    mtqa: Run, tmp_path: Path, content: bytes, message: str, command: str
) -> None:
    (tmp_path / "b.txt").write_bytes(content)
    done = mtqa(command, "b.txt")
    assert done.returncode == 3
    first, *rest = done.stderr.decode().splitlines()
    assert message in first
    assert "Traceback" not in done.stderr.decode()
    assert len(rest) == (command == "fix"), "the error, and after a fix its summary"
    assert (tmp_path / "b.txt").read_bytes() == content


def test_empty_file_is_clean(mtqa: Run, tmp_path: Path) -> None:
    (tmp_path / "e.txt").touch()
    assert mtqa("check", "e.txt").returncode == 0
    assert mtqa("fix", "e.txt").returncode == 0
    assert (tmp_path / "e.txt").read_bytes() == b""


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("select = [", "mtqa.toml: not valid TOML"),
        ('selct = ["DUP"]', "unknown key 'selct'; did you mean 'select'?"),
        ('select = ["glued-wrods"]', "unknown rule 'glued-wrods'; did you mean 'glued-words'?"),
        ('ignore = ["ZZZ"]', "unknown rule 'ZZZ'; families are DUP"),
        ("select = 3", "select: must be a list of texts"),
        ('ui = "de"', "ui: unknown value 'de'; choose from en, fr"),
        ('target-language = "fra"', "target-language: unknown value 'fra'; did you mean 'fr'?"),
        ('baseline = "absent.json"', "absent.json: no such baseline"),
        ('rules = ["absent"]', "absent: no such folder of rules"),
        ('per-file-ignores = {"a.txt" = "DUP"}', "per-file-ignores.a.txt: must be a list"),
    ],
)
def test_broken_configuration(mtqa: Run, tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "mtqa.toml").write_text(content, encoding="utf-8")
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    done = mtqa("check", "a.txt")
    assert done.returncode == 2
    assert message in one_line(done.stderr)


def test_unknown_code_on_the_command_line(mtqa: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    done = mtqa("check", "a.txt", "--select", "DUPP")
    assert done.returncode == 2
    assert "the command line: unknown rule 'DUPP'" in one_line(done.stderr)


def test_unknown_option_and_format(mtqa: Run) -> None:
    done = mtqa("check", "--formt", "json")
    assert done.returncode == 2
    assert "--format" in one_line(done.stderr)
    done = mtqa("check", "--format", "xml")
    assert done.returncode == 2
    assert "'json'" in one_line(done.stderr)


def test_unknown_rule_to_explain(mtqa: Run) -> None:
    done = mtqa("explain", "doubled-complementizer")
    assert done.returncode == 2
    assert "did you mean" in one_line(done.stderr)


def test_read_only_file_under_fix(mtqa: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BAD, encoding="utf-8")
    path.chmod(0o444)
    done = mtqa("fix", "a.txt")
    assert done.returncode == 3
    assert b"a.txt: not writable" in done.stderr.splitlines()[0]
    assert path.read_text(encoding="utf-8") == BAD
    assert [child.name for child in tmp_path.iterdir()] == ["a.txt"]


def test_correction_that_the_encoding_cannot_hold(mtqa: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Il a assuré que qu'il viendrait.".encode("latin-1"))
    done = mtqa("fix", "a.txt", "--encoding", "latin-1")
    assert done.returncode == 0, done.stderr
    assert path.read_bytes() == "Il a assuré qu'il viendrait.".encode("latin-1")

"""SubRip and WebVTT: sentences over several cues, and corrections that keep every time."""

from __future__ import annotations

from pathlib import Path

import pytest
from pysubs2 import SSAFile

from tests.conftest import Run
from tests.formats.common import assert_mapped, read

SRT = """1
00:00:01,000 --> 00:00:02,500
Il a assuré que que
<i>les invités</i> viendraient

2
00:00:03,000 --> 00:00:04,500 X1:100
avec le pain.
- Bonjour.
- {\\an8}Salut.

3
00:00:05,000 --> 00:00:06,500

4
00:00:07,000 --> 00:00:08,500
Le prix de le lait
monte.
"""
VTT = """WEBVTT - Le film

STYLE
::cue { color: de le }

NOTE mtqa: ignore GRA

intro
00:01.000 --> 00:02.500 align:start
<v Anne>Le prix de le lait &amp; du pain

NOTE de le

00:00:03.000 --> 00:00:04.500
<00:00:03.500><c.loud>monte</c>. Il a assuré que qu’il viendrait &lt;3.
"""


def test_words_of_the_cues() -> None:
    document = read(SRT, "a.srt")
    assert document.text == (
        "Il a assuré que que\nles invités viendraient\navec le pain.\n\n- Bonjour.\n\n- Salut."
        "\n\nLe prix de le lait\nmonte."
    )
    assert_mapped(document)
    document = read(VTT, "a.vtt")
    assert document.text == (
        "Le prix de le lait & du pain\nmonte. Il a assuré que qu’il viendrait <3."
    )
    assert_mapped(document)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_fix_keeps_the_times(mtqa: Run, tmp_path: Path, line_end: str) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(SRT.replace("\n", line_end).encode())
    before = SSAFile.load(str(path))
    mtqa("fix", "--unsafe", "a.srt")
    fixed = SRT.replace("que que", "que").replace("de le", "du")
    assert path.read_bytes() == fixed.replace("\n", line_end).encode()
    after = SSAFile.load(str(path))
    assert [(cue.start, cue.end) for cue in after] == [(cue.start, cue.end) for cue in before]


def test_a_note_silences_the_next_cue(mtqa: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.vtt"
    path.write_text(VTT, encoding="utf-8")
    mtqa("fix", "--unsafe", "a.vtt")
    assert path.read_text(encoding="utf-8") == VTT.replace("que qu’", "qu’")


def test_two_files_of_subtitles(mtqa: Run, tmp_path: Path) -> None:
    cue = "1\n00:00:01,000 --> 00:00:02,500\n"
    (tmp_path / "film.fr.srt").write_text(cue + "Le pont mesure 73 mètres.\n", encoding="utf-8")
    (tmp_path / "film.en.srt").write_text(cue + "The bridge is 37 metres.\n", encoding="utf-8")
    done = mtqa("check", "film.fr.srt", "--source", "film.en.srt")
    assert b"film.fr.srt:3:16: ACC001" in done.stdout
    done = mtqa("check", ".", "--source", ".", "--format", "jsonl")
    assert done.stderr == b"", "the English file is no translation"
    assert done.stdout.count(b"\n") == 1


@pytest.mark.parametrize("name", ["a.srt", "a.vtt"])
def test_what_is_no_subtitles(mtqa: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Bonjour de le monde\n", encoding="utf-8")
    done = mtqa("check", name)
    assert done.returncode == 3
    assert done.stderr.decode().startswith(f"mtqa: {name}: no subtitles: no line such as 00:00:01")
    assert done.stderr.count(b"\n") == 1


def test_many_empty_cues() -> None:
    cues = "".join(f"{n}\n00:00:01,000 --> 00:00:02,500\n\n" for n in range(100_000))
    assert read(cues, "a.srt").text == ""

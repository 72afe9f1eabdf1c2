"""No file, however damaged, gives more than one line of error, or a position outside itself."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from mtqa.errors import ReadError
from mtqa.readers import READERS
from mtqa.readers.strings import string_masks
from tests.conftest import Run
from tests.formats.common import assert_mapped, read
from tests.formats.test_html import PAGE
from tests.formats.test_po import CATALOGUE
from tests.formats.test_subtitles import SRT, VTT
from tests.formats.test_tmx import MEMORY
from tests.formats.test_xliff import NEW, OLD

FILES = {
    "a.po": CATALOGUE,
    "a.xlf": OLD,
    "b.xliff": NEW,
    "a.tmx": MEMORY,
    "a.srt": SRT,
    "a.vtt": VTT,
    "a.html": PAGE,
    "a.tsv": 'source\ttarget\nHi "you"\t"Salut ""toi"""\nA\tB\n',
    "a.csv": 'source,target\n"Hi, you","Salut,\n""toi"""\nA,B\n',
    "a.jsonl": '{"source": "Hi", "target": "Salut \\"\\u00e9\\ud83d\\ude00\\n"}\n{"target": "B"}\n',
}
PIECES = (
    '"',
    "\\",
    "<",
    ">",
    "&",
    "{",
    "}",
    "%",
    "\n",
    "\r\n",
    "\t",
    "#",
    "-->",
    "]]>",
    "<!--",
    "\0",
)


@pytest.mark.parametrize("name", FILES)
def test_damaged_files_are_read_or_refused(name: str) -> None:
    source = random.Random(name)
    for _ in range(300):
        raw = FILES[name]
        for _ in range(source.randrange(1, 5)):
            start = source.randrange(len(raw) + 1)
            end = min(len(raw), start + source.choice((0, 0, 1, 2, 40)))
            raw = raw[:start] + source.choice((*PIECES, "")) + raw[end:]
        refusal = ""
        try:
            document = read(raw, name)
        except ReadError as error:
            refusal = str(error)
        else:
            assert_mapped(document)
            if document.source:
                assert_mapped(document.source)
                list(document.pairs())
        assert "\n" not in refusal
        assert not refusal or refusal.startswith(name)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("piece", [b"a\0b", b"\xe9\xe9 caf\xe9", b"\xff\xfe\x00"])
def test_bytes_that_are_no_text(mtqa: Run, tmp_path: Path, name: str, piece: bytes) -> None:
    data = FILES[name].encode().replace(b"UTF-8", b"utf-8") + piece
    (tmp_path / name).write_bytes(data)
    done = mtqa("fix", "--unsafe", name)
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 2
    assert (tmp_path / name).read_bytes() == data


@pytest.mark.parametrize(
    "piece",
    "_ a_ & @ __a {a {{ %( <a `a `` :a $ --a /a a. {x,plural, {a}} a@ <!-- ://a".split(),
)
def test_strings_of_one_sign_take_linear_time(piece: str) -> None:
    text = piece * 40_000
    assert_mapped(read("source\ttarget\na\t" + text + "b\n", "a.tsv"))
    assert all(mask.span.end <= len(text) for mask in string_masks(text))


def test_a_unit_without_end_is_refused() -> None:
    raw = FILES["a.tsv"] + "a\t" + "b " * 600_000
    with pytest.raises(ReadError, match="a unit of 1,200,000 characters; split what exceeds"):
        read(raw, "a.tsv")


def test_all_readers_are_tried() -> None:
    endings = {Path(name).suffix for name in FILES} | {
        ".htm",
        ".ndjson",
        ".md",
        ".markdown",
        ".txt",
    }
    assert endings == set(READERS)

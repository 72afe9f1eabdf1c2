"""UTF-8 read as another encoding: « Ã© » for « é », « â€™ » for « ’ »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from mtqa.findings import Hit
from mtqa.parameters import parameters
from mtqa.patterns import pattern
from mtqa.text import Document, Span

__all__ = ["MojibakeDetector"]

_FORMULAS = "π∞∑∏∫Ω"
"""What stands after a root sign in good texts too."""


def _bytes_of(codec: str) -> dict[str, int]:
    """Character → byte of a one-byte encoding, for the bytes that UTF-8 uses beyond ASCII."""
    table: dict[str, int] = {}
    for value in range(0x80, 0x100):
        try:
            table[bytes([value]).decode(codec)] = value
        except UnicodeDecodeError:
            continue
    if codec == "cp1252":
        table.update({chr(value): value for value in range(0x80, 0xA0)})
    return {character: byte for character, byte in table.items() if character not in _FORMULAS}


_CODECS = {codec: _bytes_of(codec) for codec in ("cp1252", "mac_roman")}
_LEADS = {"cp1252": "ÂÃÄÅâïð", "mac_roman": "¬√ƒ≈‚"}
"""First bytes of the characters that French text has."""
_RUNS = {
    codec: pattern(
        "(?:[" + re.escape(_LEADS[codec]) + "]["
        + re.escape("".join(c for c, byte in table.items() if 0x80 <= byte < 0xC0))
        + "]{1,3})+"
    )
    for codec, table in _CODECS.items()
}  # fmt: skip
_SIGNS = {
    "cp1252": ("ã", "å", "ä", "ð", "â\n", "ï\n"),
    "mac_roman": ("√", "¬", "≈", "ƒ", "‚"),
}
"""What the words of a text with such sequences hold, in lower case, or end in."""
_LOST_BLANK = pattern(r"(?<=[\s'’\w])Ã(?:[ ](?=[ ])|(?=[ ]))")
_WINDOW = 40
_PLAUSIBLE = pattern(
    "[\u00a0-\u00ffŒœŸĆćČčĎďĘęĚěĞğİıŁłŃńŇňŐőŘřŚśŞşŠšŤťŮůŰűŹźŻżŽžĀāĒēĪīŌōŪū\u2010-\u2027\u202f\u2030\u2039\u203a\u20ac\u2122\u2190-\u21ff"
    "\u2200-\u22ff\u2500-\u27bf\ufb00-\ufb04\ufeff\U0001f300-\U0001faff]+"
)


@parameters
class MojibakeDetector:
    """A sequence that decodes, when its bytes are read as UTF-8, to characters of French text."""

    SLOTS: ClassVar[tuple[str, ...]] = ()

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such sequence; the correction is the text that was meant."""
        text, tokens = document.text, document.tokens
        for codec, signs in _SIGNS.items():
            reach = 0
            for number in sorted({n for sign in signs for n in document.tokens_holding(sign)}):
                start, end = max(tokens.starts[number], reach), tokens.ends[number]
                for match in _RUNS[codec].finditer(text, start, end + _WINDOW):
                    if match.start() >= end:
                        break
                    reach = match.end()
                    span = Span(*match.span())
                    meant = _decode(match[0], codec)
                    if meant and not document.is_mention(span):
                        yield Hit.replacing(span, meant.replace("\ufeff", ""))
        for number in document.tokens_holding("ã\n"):
            lost = _LOST_BLANK.match(text, tokens.ends[number] - 1)
            if lost:
                yield Hit.replacing(Span(*lost.span()), "à")


def _decode(run: str, codec: str) -> str:
    """What the run stands for; empty where it may be what it seems."""
    meant = run
    while True:
        pieces = bytes(_CODECS[codec].get(character, 0) for character in meant)
        try:
            better = pieces.decode("utf-8")
        except UnicodeDecodeError:
            break
        meant = better
        if not _RUNS[codec].fullmatch(meant):
            break
    if meant == run or run == "Å\u00a0" or not _PLAUSIBLE.fullmatch(meant):
        return ""
    return meant

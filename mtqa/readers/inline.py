"""What XLIFF and TMX share: a walk over their tags, and texts with the codes that stand in them."""

from __future__ import annotations

from abc import ABC, abstractmethod

from mtqa.errors import ReadError
from mtqa.patterns import pattern
from mtqa.readers.building import Run, Sides
from mtqa.readers.markup import Tag, Writer, check_xml, scan, text_runs
from mtqa.spans import Remark, Span
from mtqa.views import MASK

__all__ = ["Content", "TagReader"]

_HIDDEN = frozenset(("ph", "it", "bpt", "ept", "ut"))
"""Elements that hold code of the original format."""
_PAIRED = frozenset("g mrk pc bx ex sc ec sm em bpt ept hi".split())
"""Inline codes that open or close something within the sentence."""
_PHRASING = pattern(
    r"(?:START|CLOSE)_(?:LINK|(?:BOLD|ITALIC|UNDERLINED|EMPHASISED|SMALL)_TEXT|SU(?:B|PER)SCRIPT"
    r"|TAG_(?:SPAN|STRONG|EM|A|B|I|U|SU[BP]|SMALL|MARK))(?:_\d+)?"
)
"""What Angular calls such codes."""
_LINE_ENDS = ("lb", "x-br", "<br/>", "<br>")


class Content:
    """The text of an element, put together from the tags inside it."""

    def __init__(self, raw: str, write: Writer) -> None:
        self.runs: list[Run] = []
        self._raw = raw
        self._write = write
        self._code: Tag | None = None

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(text for text, _, _ in self.runs)

    def take(self, tag: Tag) -> None:
        """Take the text before the tag, and what a section of character data holds."""
        if self._code is not None:
            return
        self.runs.extend(text_runs(self._raw, tag.text))
        if not tag.name and tag.inner.start < tag.inner.end:
            self._write.sections.append(tag.inner)
            self.runs.append((self._raw[slice(*tag.inner)], *tag.inner))

    def open(self, tag: Tag) -> None:
        """An inline element begins; what some of them hold is no text."""
        if self._code is None and tag.local in _HIDDEN:
            self._code = tag
        elif self._code is None and not tag.closes:
            self.runs.append(("", *tag.span))

    def close(self, opened: Tag, tag: Tag) -> None:
        """An inline element has come to its end: it may stand for something, or only mark."""
        if self._code is not None and opened is not self._code:
            return
        if self._code is not None or opened.span == tag.span:
            self._code = None
            self.runs.append((_shown(opened), opened.span.start, tag.span.end))
        else:
            self.runs.append(("", *tag.span))


def _shown(tag: Tag) -> str:
    """What rules see of an inline code: a mark that pairs, a line end, or a thing."""
    if tag.local in _PAIRED or _PHRASING.fullmatch(tag.get("id")):
        return ""
    kind = tag.get("ctype") or tag.get("type") or tag.get("equiv-text")
    return "\n" if kind in _LINE_ENDS else MASK


class TagReader(ABC):
    """Follows the tags of a file that holds both sides, and keeps its units and notes.

    `path` holds the elements that are open, `content` the text that is being read, if any.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.sides = Sides()
        self.write = Writer()
        self.remarks: list[Remark] = []
        self.path: list[Tag] = []
        self.content: Content | None = None
        self._notes: list[Span] = []

    def read(self, name: str, root: str, hint: str) -> None:
        """Read the file `name`. Raises ReadError where it is no XML, or has another root."""
        check_xml(self.raw, name, hint)
        found = ""
        for tag in scan(self.raw):
            found = found or tag.local
            self._take(tag)
        if found != root:
            raise ReadError(f"{name}: not {root.upper()}: its root is <{found}>, not <{root}>")

    def _take(self, tag: Tag) -> None:
        """Take the text before the tag, then the tag."""
        if self.content is not None:
            self.content.take(tag)
        if not tag.name:
            return
        if tag.opens:
            if self.content is not None:
                self.content.open(tag)
            else:
                self.open(tag)
            self.path.append(tag)
        if tag.closes and self.path:
            self.close(self.path.pop(), tag)

    @abstractmethod
    def open(self, tag: Tag) -> None:
        """An element begins that is no part of a text."""

    @abstractmethod
    def close(self, opened: Tag, tag: Tag) -> None:
        """An element has come to its end."""

    def note(self, opened: Tag, tag: Tag) -> None:
        """Keep a note that speaks of mtqa, until the unit that it is about has come to its end."""
        if "mtqa:" in self.raw[opened.span.end : tag.span.start]:
            self._notes.append(Span(opened.span.end, tag.span.start))

    def end_unit(self, opened: Tag, tag: Tag) -> None:
        """What the notes that were kept are about ends here."""
        scope = Span(opened.span.start, tag.span.end)
        self.remarks += (Remark(note, scope) for note in self._notes)
        self._notes = []

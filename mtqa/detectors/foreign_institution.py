"""Names of institutions made of common words: « Instituto de Astrofísica de Canarias »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, NamedTuple

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.determiners import before_name
from mtqa.languages.fr.foreign import BIBLIOGRAPHY, LONGEST_MENTION, reads_as_french
from mtqa.languages.fr.foreign_forms import french_adjective
from mtqa.lexicon import PLACE, lookup
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document, Span

__all__ = ["ForeignInstitutionDetector"]

_JOINING = frozenset(("de", "del", "of", "for"))
_ARTICLES = frozenset(("la", "las", "los", "el", "the"))
_AND = frozenset(("y", "e", "and"))
_LEADS = frozenset(
    "le la les l' du des de d' au aux un une à par pour avec selon dans chez et entre que qu' el"
    " the del".split()
)
_FOLLOWERS = frozenset(("Press", "Group", "Street", "Journal", "Review"))
_NO_SIGNS = ("University",)
"""What bibliographies hold and names of institutions too."""
_LONGEST = 3
"""How many fields and places a name has at most."""


class _Part(NamedTuple):
    """A stretch of a name: the last token, its French, gender, kind."""

    last: int
    french: str
    gender: str
    kind: str


@parameters
class ForeignInstitutionDetector:
    """A head of the `words`, then « de » or « of », then fields of theirs or `places`.

    Both tables have the columns `foreign`, `french` and `gender`, `words` also `kind`.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    words: Table
    places: Table

    @cached_property
    def _heads(self) -> dict[str, tuple[str, ...]]:
        """The heads in lower case, with their row."""
        rows = self.words.column_rows("foreign", "french", "gender", "kind")
        return {row[0].lower(): row for row in rows if row[3] in ("head", "ministry")}

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every name all of whose words are known."""
        index = document.tokens.index
        for form in self._heads.keys() & index.keys():
            for token in index[form]:
                hit = self._hit(document, token, self._heads[form])
                if hit:
                    yield hit

    def _hit(self, document: Document, token: int, row: tuple[str, ...]) -> Hit | None:
        foreign, french, gender, kind = row
        tokens = document.tokens
        if tokens.forms[token] != foreign:
            return None
        head = french
        last = token
        part = self._part(document, last + 1, "quality")
        if part:
            last = part.last
            number = "p" if gender[1:] else "s"
            head += " " + french_adjective(part.french, gender[0], number)
        joining = tokens.lower[last + 1] if last + 1 < len(tokens) else ""
        if joining == "de" and document.entry(token).common:
            return None
        parts = list(self._parts(document, last))
        if not parts or not _ends(document, parts[-1].last) or not _is_led(document, token):
            return None
        last = parts[-1].last
        if document.is_set_off(token, last, LONGEST_MENTION):
            return None
        text = head + "".join(_joined(part, kind) for part in parts)
        sentence = document.sentence_of(token)
        before = tuple(tokens.lower[max(token - 2, sentence.first) : token])
        taken, text = before_name(before, text, gender, adds_article=bool(before))
        start = tokens.starts[token - taken]
        if document.text[start].isupper() and (taken or token == sentence.first):
            text = text[0].upper() + text[1:]
        return Hit(document.span(token, last), ((Edit(Span(start, tokens.ends[last]), text),),))

    def _parts(self, document: Document, last: int) -> Iterator[_Part]:
        """The fields and places behind the head, as far as all are known."""
        lower = document.tokens.lower
        for number in range(_LONGEST):
            joining = last + 1
            if joining + 1 >= len(lower) or lower[joining] not in _JOINING | (
                _AND if number else frozenset()
            ):
                return
            start = joining + 1 + (lower[joining + 1] in _ARTICLES)
            part = self._part(document, start, "field") or self._place(document, start)
            if part is None:
                return
            yield part._replace(kind="and") if lower[joining] in _AND else part
            last = part.last

    def _part(self, document: Document, start: int, kind: str) -> _Part | None:
        return self._listed(document, start, self.words, kind)

    def _place(self, document: Document, start: int) -> _Part | None:
        """A place of the table, or one that French writes as it stands."""
        part = self._listed(document, start, self.places, "")
        forms, lower = document.tokens.forms, document.tokens.lower
        if part or start >= len(forms) or not forms[start][0].isupper():
            return part
        if not lookup(lower[start]).tags & PLACE:
            return None
        return _Part(start, forms[start], "", "")

    def _listed(self, document: Document, start: int, table: Table, kind: str) -> _Part | None:
        """The longest row of this kind that stands here."""
        tokens = document.tokens
        best = None
        if start >= len(tokens):
            return None
        for row in table.openings.get(tokens.lower[start], ()):
            foreign, french, gender, own = table.cells(row, "foreign", "french", "gender", "kind")
            words = foreign.split(" ")
            if (own == kind or not kind) and tokens.forms[start : start + len(words)] == words:
                part = _Part(start + len(words) - 1, french, gender, own if kind else "place")
                best = part if best is None or part.last > best.last else best
        return best


def _joined(part: _Part, head: str) -> str:
    """The French of a part behind what it belongs to."""
    if part.kind == "and":
        return f" et de {part.french}"
    if part.french.startswith("des "):
        return " " + part.french
    if part.kind == "field" and head == "ministry":
        capital = part.french[0].upper() + part.french[1:]
        return " " + before_name(("de", "la"), capital, part.gender)[1]
    gender = "" if part.kind == "field" else part.gender
    return " " + before_name(("de",), part.french, gender)[1]


def _is_led(document: Document, token: int) -> bool:
    """Does a French word stand before, and is the sentence French?"""
    tokens = document.tokens
    if not reads_as_french(document.company(token, token)):
        return False
    signs = BIBLIOGRAPHY.finditer(document.context(token, token))
    if any(sign[0] not in _NO_SIGNS for sign in signs):
        return False
    start = document.sentence_of(token).first
    if token == start:
        return True
    before = tokens.forms[token - 1]
    return tokens.lower[token - 1] in _LEADS and (before[0].islower() or token - 1 == start)


def _ends(document: Document, last: int) -> bool:
    """Is the name over: no capital, joining word or bracket behind?"""
    tokens = document.tokens
    if last + 1 >= document.sentence_of(last).last:
        return True
    after = tokens.forms[last + 1]
    return not (after[0].isupper() or after in _FOLLOWERS or after in _AND or after in "-(/&’'")

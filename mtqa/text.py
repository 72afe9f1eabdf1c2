"""A document: the decoded file, which parts of it are prose, and every view of it, made once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from mtqa.lexicon import Entry, lookup
from mtqa.patterns import pattern
from mtqa.placement import Placement
from mtqa.segments import Pair, Segment, align_paragraphs
from mtqa.spans import Lines, OffsetMap, Piece, Position, Remark, Span
from mtqa.tokens import Tokens
from mtqa.views import (
    MASK,
    Paragraph,
    QuotePair,
    Sentence,
    by_token,
    paragraphs,
    quote_pairs,
    sentences,
)

__all__ = [
    "MASK",
    "Document",
    "Lines",
    "OffsetMap",
    "Pair",
    "Piece",
    "Position",
    "Remark",
    "Segment",
    "Span",
]

_FEW_PARAGRAPHS = 8
_SENTENCES_PER_LINE = 1.12

_SETS_OFF_BEFORE = '*_‘“"«<`/\\@#$%&=~+' + MASK
_SETS_OFF_AFTER = '*_”"»>`/\\@=~+(' + MASK
_CODE_MARKS = ("`", "{", "()", "::", "=>", "==", '="', "\\")
_COMPANY = 40
_CONTEXT = 1000
_FARTHEST_BRACKET = 60
_INNER_QUOTES = 60
"""So many pairs back a quotation around a token may begin, those inside it included."""


class Document(Placement):
    """A text to check, with its views, each computed once, on first use.

    `raw` is the decoded file; `text` is what rules see: prose, with every masked stretch
    standing as one MASK character. `map` leads from `text` to `raw`. `wrapped` says that only
    blank lines part paragraphs (None: judge by the lines). `source` is the document that this
    one translates, where it is at hand. All offsets are code points.
    """

    def __init__(
        self,
        raw: str,
        *,
        text: str | None = None,
        offset_map: OffsetMap | None = None,
        path: str = "-",
        language: str = "fr",
        source_language: str | None = None,
        wrapped: bool | None = None,
    ) -> None:
        self.raw = raw
        self.text = raw if text is None else text
        self.map = offset_map or OffsetMap.identity(len(raw))
        self.path = path
        self.language = language
        self.source_language = source_language
        self.wrapped = wrapped
        self.source: Document | None = None

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens, as parallel arrays."""
        return Tokens(self.text)

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs, as token ranges."""
        return paragraphs(self.text, self.tokens, self.wrapped)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences, as token ranges; none runs over the end of a paragraph."""
        return sentences(self.text, self.tokens, self.paragraphs)

    @cached_property
    def _quotes(self) -> tuple[list[QuotePair], list[int]]:
        return quote_pairs(self.text, self.tokens, self.paragraphs)

    @property
    def quotes(self) -> list[QuotePair]:
        """The quotation pairs, in order of their opening marks."""
        return self._quotes[0]

    @property
    def stray_quotes(self) -> list[int]:
        """Token numbers of the quotation marks without a partner in their paragraph."""
        return self._quotes[1]

    @cached_property
    def _paragraph_by_token(self) -> list[Paragraph]:
        return by_token(self.paragraphs)

    @cached_property
    def _sentence_by_token(self) -> list[Sentence]:
        return by_token(self.sentences)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.first for sentence in self.sentences]

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where each sentence starts in the text."""
        return [self.tokens.starts[sentence.first] for sentence in self.sentences]

    def paragraph_of(self, token: int) -> Paragraph:
        """The paragraph that holds this token."""
        return self._paragraph_by_token[token]

    def sentence_of(self, token: int) -> Sentence:
        """The sentence that holds this token."""
        return self._sentence_by_token[token]

    @cached_property
    def segments(self) -> list[Segment]:
        """The text and its source side by side, in order; none where there is no source."""
        if self.source is None:
            return []
        return list(align_paragraphs(self.source, self.source.paragraphs, self, self.paragraphs))

    @property
    def segment_runs(self) -> list[list[Segment]]:
        """The segments, parted where what comes next has nothing to do with what went before."""
        return [self.segments]

    def pairs(self) -> Iterator[Pair]:
        """The segments that have both sides, with their texts."""
        for segment in self.segments if self.source else ():
            (start, end), (first, last) = segment
            if self.source and start < end and first < last:
                yield Pair(segment, self.source.text[start:end], self.text[first:last])

    def strings(self) -> Sequence[tuple[Span, Span]]:
        """What stands side by side: the units of a file that holds both sides, or the pairs."""
        return self.units or [pair.segment for pair in self.pairs()]

    def last_word(self, within: Span) -> Span:
        """The span of the last word in this part of the text, or of its first token."""
        tokens = self.tokens
        first, last = tokens.at(within.start), min(tokens.at(within.end), len(tokens) - 1)
        while last > first and not (
            tokens.ends[last] <= within.end and tokens.forms[last][0].isalnum()
        ):
            last -= 1
        return self.span(last, last)

    def sentences_of(self, blocks: Sequence[Paragraph]) -> list[Sentence]:
        """The sentences of consecutive paragraphs."""
        if not blocks:
            return []
        first = bisect_left(self._sentence_starts, blocks[0].first)
        return self.sentences[first : bisect_left(self._sentence_starts, blocks[-1].last)]

    def quote_around(self, token: int) -> QuotePair | None:
        """The innermost quotation pair around this token, or None."""
        last = bisect_right(self.quotes, (token,)) - 1
        for number in range(last, max(last - _INNER_QUOTES, -1), -1):
            pair = self.quotes[number]
            if pair.open < token < pair.close:
                return pair
            if pair.open < self.paragraph_of(token).first:
                break
        return None

    def company(self, first: int, last: int) -> list[str]:
        """The lower-case tokens beside the stretch in its sentence, at most some forty a side."""
        sentence = self.sentence_of(first)
        lower = self.tokens.lower
        before = lower[max(sentence.first, first - _COMPANY) : first]
        return before + lower[last + 1 : min(sentence.last, last + 1 + _COMPANY)]

    def context(self, first: int, last: int) -> str:
        """The text of the paragraph around the stretch, at most some thousand letters a side."""
        block = self.paragraph_of(first)
        start, end = self.span(first, last)
        opening, closing = self.span(block.first, block.last - 1)
        return self.text[max(opening, start - _CONTEXT) : min(closing, end + _CONTEXT)]

    @cached_property
    def holds_code(self) -> bool:
        """Does the file hold code, so that its plain words may be code too: « l’attribut is »?"""
        return any(mark in self.prose for mark in _CODE_MARKS)

    def is_set_off(self, first: int, last: int, longest_quotation: int | None = None) -> bool:
        """Is the stretch quoted, bracketed, in italics or code: spoken of rather than used?

        A quotation of more tokens than `longest_quotation` does not count.
        """
        start, end = self.span(first, last)
        lead = self.text[max(0, start - 2) : start]
        before, after = lead[-1:], self.text[end : end + 1]
        if lead == "--" or before == after == "'":
            return True
        if (before and before in _SETS_OFF_BEFORE) or (after and after in _SETS_OFF_AFTER):
            return True
        pair = self.quote_around(first)
        if pair and (longest_quotation is None or pair.close - pair.open <= longest_quotation):
            return True
        return self._is_bracketed(first)

    def opens_emphasis(self, token: int) -> bool:
        """Does the file set the words from this token on in italics or bold, as titles are?"""
        if self.text is self.raw:
            return False
        start = self.map.raw(self.span(token, token)).start
        return self.raw[max(0, start - 1) : start] in ("*", "_")

    def _is_bracketed(self, token: int) -> bool:
        forms = self.tokens.forms
        start = max(self.paragraph_of(token).first, token - _FARTHEST_BRACKET)
        for number in range(token - 1, start - 1, -1):
            if forms[number] in ")]":
                return False
            if forms[number] in "([":
                return True
        return False

    def entry(self, token: int) -> Entry:
        """What the lexicon knows of this token."""
        return lookup(self.tokens.lower[token])

    def span(self, first: int, last: int) -> Span:
        """The span of text from token `first` to token `last`, both included."""
        return Span(self.tokens.starts[first], self.tokens.ends[last])

    def gap(self, token: int) -> str:
        """The white space between this token and the next."""
        tokens = self.tokens
        if token + 1 >= len(tokens):
            return self.text[tokens.ends[token] :]
        return self.text[tokens.ends[token] : tokens.starts[token + 1]]

    @cached_property
    def apostrophe(self) -> str:
        """The apostrophe that the text itself prefers: typographic or straight."""
        return "'" if self.text.count("'") > self.text.count("’") else "’"

    @cached_property
    def openings(self) -> dict[str, list[Paragraph]]:
        """The paragraphs by their first word, in lower case; marks before it do not count."""
        openings: dict[str, list[Paragraph]] = {}
        forms, lower = self.tokens.forms, self.tokens.lower
        for block in self.paragraphs:
            first = block.first
            while first < block.last and not forms[first][0].isalnum():
                first += 1
            if first < block.last:
                openings.setdefault(lower[first], []).append(block)
        return openings

    @cached_property
    def is_sentence_list(self) -> bool:
        """Has nearly every line one sentence, so that a passage may run over several lines?"""
        count = len(self.paragraphs)
        return count >= _FEW_PARAGRAPHS and len(self.sentences) < _SENTENCES_PER_LINE * count

    def is_mention(self, span: Span) -> bool:
        """Does this span stand alone between quotation marks or brackets, as a thing named?"""
        before = self.text[max(span.start - 2, 0) : span.start].rstrip()[-1:]
        after = self.text[span.end : span.end + 2].lstrip()[:1]
        return before != "" and after != "" and before in "«“\"'‘(‹„" and after in "»”\"'’)›“"

    def is_about(self, words: Iterable[str]) -> bool:
        """Does any of these words, in lower case, occur in the text?"""
        return any(word in self.tokens.index for word in words)

    @cached_property
    def _vocabulary(self) -> str:
        return "\n".join(self.tokens.index)

    def tokens_holding(self, piece: str) -> list[int]:
        """Numbers of the tokens that hold `piece`, a lower-case run of letters, in order."""
        vocabulary = self._vocabulary
        forms: set[str] = set()
        at = vocabulary.find(piece)
        while at >= 0:
            start = vocabulary.rfind("\n", 0, at) + 1
            end = vocabulary.find("\n", at)
            forms.add(vocabulary[start : end if end >= 0 else None])
            at = vocabulary.find(piece, end) if end >= 0 else -1
        return self.tokens.positions(tuple(forms))

    @cached_property
    def words(self) -> int:
        """How many words the text has, counted as editors do: what stands between spaces."""
        return len(_WORD.findall(self.text))


_WORD = pattern(r"(?<!\S)(?:[^\w\s]|_)*[^\W_]")
"""The beginning of a piece between spaces, as far as its first letter or figure."""

"""What in the strings of a program is no prose: placeholders, tags, entities, access keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape

from mtqa.patterns import pattern
from mtqa.readers.building import FindMasks, Mask
from mtqa.readers.masking import address_spans, inline_code_spans
from mtqa.spans import Span
from mtqa.views import MASK

__all__ = ["ELEMENTS", "PHRASING", "placeholder_spans", "string_masks", "text_masks", "witnessed"]

PHRASING = frozenset(
    "a abbr b bdi big cite dfn del em font i ins mark q s small span strong sub sup u".split()
)
"""Elements that run within a sentence and leave its words as they are."""
ELEMENTS = PHRASING | frozenset(
    """
    article aside blockquote br button code dd details div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr iframe img input kbd label legend li nav object ol optgroup
    option p param pre samp section select strike style svg table tbody td textarea tfoot th thead
    tr tt ul var video wbr
    """.split()
)

_PERCENT = pattern(
    r"%(?:\([^()\n]{1,80}\)[-+#0 ]*\d*(?:\.\d+)?[diouxXeEfFgGcrsa]"  # Python's named ones
    r"|\{\w{1,60}\}|<\w{1,60}>[-+0]*\d*(?:\.\d+)?[a-z]"
    r"|(?:\d{1,2}\$)?[-+#0']*(?:\*|\d{1,3})?(?:\.(?:\*|\d{1,3}))?(?:hh?|ll?|[qjzt])?"
    r"[diouxXeEfFgGcrsap@]"
    r"|L?\d{1,2}|[nL](?!\w)|%)"
)
_AFTER_NUMBER = pattern(r"\d[ \u00a0\u202f]?\Z")
_BRACES = pattern(
    r"[$#]?\{\{[^{}\n]{0,120}\}\}\}?|\{%[^%\n]{1,120}%\}"
    r"|[$#]?\{[\w.\[\]-]{0,60}(?:![rsa])?(?::[^{}\s]{0,30})?\}|\{ ?[\w.]{1,60} ?\}"
    r"|\{\w{1,60},\s*(?:number|date|time)\b[^{}\n]{0,60}\}"
)
_CHOICE = pattern(r"\{\s*[\w.]{1,60}\s*,\s*(?:plural|selectordinal|select)\s*,")
_BRACE = pattern(r"[{}]|\n\n")
_COMMAND = pattern(r"(?m:^)\$ [^\n]*")
_DOLLAR = pattern(r"\$(?:t\([^()\n]{1,80}\)|[A-Za-z_]\w*(?:\$|/[^\s\"»,;]*)?)")
_AT = pattern(r"@(?<![\w.]@)[a-z_]\w*")
_DUNDER = pattern(r"__[A-Za-z]\w*?__")
_TAG = pattern(
    r"<(?P<close>/?)(?P<name>[A-Za-z][\w:-]*|\d{1,3})"
    r"(?P<rest>(?:\s(?:[^<>\n]|\n(?!\n)){0,500}|/)?)>"
)
_ENTITY = pattern(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_AMPERSAND = pattern(r"&(?=\w)(?:(?<![\w&;]&)|(?<=[a-zß-ÿ]&)(?=[a-zß-ÿ]))")
_UNDERSCORE = pattern(r"_(?<![\w`*\\/.:-]_)(?=[^\W\d_][^\W_]*(?!\w))")
_CODE = pattern(
    r":[A-Za-z][\w:+.-]{0,40}:`[^`\n]{1,300}`|`[^`\n]{1,300}`__?|``[^`\n]{1,300}``"
    r"|(?<![\w`])`[^`'%{\n]{1,300}`(?![\w`])"
)
_OPTION = pattern(r"--(?<![\w-]--)[A-Za-z][\w-]*(?:=[^\s,;]+)?")
_RUN = pattern(r"\w+(?:\(\))?")
_IDENTIFIER = pattern(r"(?:[a-z\d]+|[A-Z\d]+)(?:_[A-Za-z\d]+)++(?:\(\))?")
_LONGEST_CHOICE = 4000


def text_masks(text: str) -> Iterator[Mask]:
    """What the prose of a unit may have: addresses and code within a line."""
    for spans in (address_spans(text), inline_code_spans(text)):
        for span in spans:
            yield Mask(span, MASK)


def string_masks(text: str) -> Iterator[Mask]:
    """What the strings of a program have besides."""
    found = [*_masks(address_spans(text)), *_placeholders(text), *_technical(text), *_markup(text)]
    found.sort(key=lambda mask: (mask.span.start, -mask.span.end))
    reach = 0
    for mask in found:
        if mask.span.start >= reach:
            reach = mask.span.end
            yield mask


def witnessed(source: str) -> FindMasks:
    """What is hidden in prose: addresses, code, and of the rest what the source has too."""
    known = {source[slice(*mask.span)] for mask in string_masks(source)}

    def find_masks(text: str) -> Iterator[Mask]:
        yield from text_masks(text)
        for mask in string_masks(text):
            if text[slice(*mask.span)] in known:
                yield mask

    return find_masks


def placeholder_spans(text: str) -> Iterator[Span]:
    """What a program fills in, in the usual notations: « %(name)s », « %1$d », « {{name}} »."""
    if "%" in text or "{" in text:
        reach = 0
        for (start, end), shown in sorted(_formats(text)):
            if start >= reach and shown == MASK:
                reach = end
                yield Span(start, end)


def _placeholders(text: str) -> Iterator[Mask]:
    yield from _formats(text)
    for sign, patterns in (("$", (_COMMAND, _DOLLAR)), ("@", (_AT,)), ("__", (_DUNDER,))):
        for sought in patterns if sign in text else ():
            yield from _masks(Span(*match.span()) for match in sought.finditer(text))


def _formats(text: str) -> Iterator[Mask]:
    if "%" in text:
        for match in _PERCENT.finditer(text):
            if match[0] == "%%":
                yield Mask(Span(*match.span()), "%")
            elif not _AFTER_NUMBER.search(text[max(0, match.start() - 2) : match.start()]):
                yield Mask(Span(*match.span()), MASK)
    if "{" in text:
        yield from _masks(_choices(text))
        yield from _masks(Span(*match.span()) for match in _BRACES.finditer(text))


def _choices(text: str) -> Iterator[Span]:
    """ICU's plurals and selections, from brace to brace."""
    reach = 0
    for match in _CHOICE.finditer(text):
        depth = 0
        last = min(match.start() + _LONGEST_CHOICE, len(text))
        for brace in _BRACE.finditer(text, max(match.start(), reach), last):
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            if depth == 0:
                yield Span(match.start(), brace.end())
            if depth == 0 or brace[0] == "\n\n":
                break
        else:
            reach = last  # What opens in here has no end in reach either.


def _technical(text: str) -> Iterator[Mask]:
    if "`" in text:
        yield from _masks(Span(*match.span()) for match in _CODE.finditer(text))
    if "--" in text:
        yield from _masks(Span(*match.span()) for match in _OPTION.finditer(text))
    if "_" in text:
        yield from _masks(_identifiers(text))
        for match in _UNDERSCORE.finditer(text):
            yield Mask(Span(*match.span()), "")


def _identifiers(text: str) -> Iterator[Span]:
    """Names of a program: « site_name », « MAX_SIZE »; « Enre_gistrer » has an access key."""
    at = text.find("_")
    while at >= 0:
        start = at
        while start and text[start - 1].isalnum():
            start -= 1
        run = _RUN.match(text, start)
        end = run.end() if run else at + 1
        if text[start - 1 : start] != "&" and _IDENTIFIER.fullmatch(text, start, end):
            yield Span(start, end)
        at = text.find("_", end)


def _markup(text: str) -> Iterator[Mask]:
    if "<" in text:
        closed = {tag["name"] for tag in _TAG.finditer(text) if tag["close"]}
        for tag in _TAG.finditer(text):
            # « <file> » in a message is a word to translate; a tag has attributes, or an end.
            name = tag["name"].lower()
            if name in ELEMENTS or name.isdigit() or tag["name"] in closed or "=" in tag["rest"]:
                yield Mask(Span(*tag.span()), _shown(name))
    if "&" in text:
        for match in _ENTITY.finditer(text):
            yield Mask(Span(*match.span()), unescape(match[0]))
        for match in _AMPERSAND.finditer(text):
            yield Mask(Span(*match.span()), "")


def _shown(name: str) -> str:
    if name in PHRASING or name.isdigit():
        return ""
    return "\n" if name == "br" else MASK


def _masks(spans: Iterable[Span]) -> Iterator[Mask]:
    for span in spans:
        yield Mask(span, MASK)

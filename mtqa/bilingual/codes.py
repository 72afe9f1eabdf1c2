"""Placeholders and tags in strings, each with what of it must be the same in a translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html.entities import html5
from typing import NamedTuple

from mtqa.bilingual.language import LOCALE
from mtqa.lexicon import lookup
from mtqa.patterns import pattern

__all__ = ["Code", "changed", "garbled", "is_number", "placeholders", "tags"]


class Code(NamedTuple):
    """A placeholder or a tag: its place, its text, and the `key` that both sides must share.

    `shape` is what kind of thing it is: only the like can stand in its place. One that is `counted`
    must stand as often as in the source, and `order` then tells what else must keep its place.
    """

    start: int
    end: int
    text: str
    key: str
    shape: str
    counted: bool = False
    order: str = ""


_PERCENT = pattern(
    r"%(?:(?P<word>[A-Za-z_][\w.-]{2,40}%(?![A-Za-z(]))"
    r"|\((?P<name>[^()\n]{1,60})\)[-+#0 ]*\d*(?P<rounded>\.\d+)?(?P<named>[diouxXeEfFgGcrsa])"
    r"|(?:(?P<index>\d{1,2})\$)?[-+#0']*(?:\*|\d{1,3})?(?P<exact>\.(?:\*|\d{1,3}))?"
    r"(?:hh?|ll?|[qjzt])?(?P<type><PRI\w{1,12}>|[sdiu]|[oxXeEfFgGcrap@](?![^\W\d_]{2}))"
    r"(?=(?P<glued>[^\W\d_]{2,})?)"
    r"|(?P<qt>L?[1-9]\d?(?![\w%])|n(?!\w))|(?P<percent>%))"
)
_NUMBER_BEFORE = pattern(r"\d\Z|\d[ \u00a0\u202f]\Z")
_DATE_CODE = pattern(r"%-?[YmHMBbAIpyjWZ](?![A-Za-z])")
_CHOICE = pattern(r"\{\s*(?P<name>[\w.]{1,60})\s*,\s*(?P<kind>plural|selectordinal|select)\s*,")
_BRACES = pattern(
    r"\$?\{\{(?P<inner>[^{}\n]{0,120})\}\}|\{%[^%\n]{1,120}%\}"
    r"|[$#]?\{(?:(?:[\w.\[\]]|-(?![^{}\s-]*-)){0,60}(?:![rsa])?(?::[^{}\s]{0,30})?| ?[\w.]{1,60} ?"
    r"|\w{1,60},\s*(?:number|date|time)\b[^{}\n]{0,60})\}"
)
_DOLLAR = pattern(r"(?<![\w\\$])\$t\([^()\n]{1,80}\)")
_AT = pattern(r"(?<![\w./@`-])@[a-z_]\w+(?![\w@]|\.\w)")
_ENTITY = pattern(r"&[A-Za-z][\w.-]{1,60};")
_ESCAPE = pattern(r"\\[nrt]")
_PATH = pattern(r"[A-Za-z]:\\|\\\\|\\[A-Za-z]+\{")
_LINES_OF_HELP = 3
"""In a text on how to call a program, « {NUMBER} » is a word to translate."""
_KNOWN = 25
"""Zipf×10 of a word."""
_LONGEST_CHOICE = 4000
_MOST_BRACES = 1000
_INTEGERS = dict.fromkeys("iu", "d")
_COUNTS = frozenset("n num count number total counter length size quantity nb".split())


def placeholders(text: str) -> list[Code]:
    """What a program fills in or acts on, in order; none in the format of a date."""
    found: list[Code] = []
    if "<" in text:
        text = _IN_TAGS.sub(_blank, text)
    if "%" in text:
        if _DATE_CODE.search(text):
            return []
        found += _percents(text)
    if "{" in text and "\\" not in text and text.count("{") <= _MOST_BRACES:
        found += _braces(text)
    if "$" in text:
        found += (_named(match, "$") for match in _DOLLAR.finditer(text))
    if "@" in text:
        found += (_named(match, "@") for match in _AT.finditer(text))
    if "&" in text:
        found += (
            _named(match, "&") for match in _ENTITY.finditer(text) if match[0][1:] not in html5
        )
    if "\\" in text and not _PATH.search(text):
        found += (
            Code(*match.span(), match[0], match[0], match[0], counted=True)
            for match in _ESCAPE.finditer(text)
        )
    if text.count("\n") >= _LINES_OF_HELP:
        found = [code for code in found if not code.text.strip("{}%").isupper()]
    found.sort()
    return found


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _named(match: re.Match[str], shape: str) -> Code:
    return Code(*match.span(), match[0], match[0], shape)


def _percents(text: str) -> Iterator[Code]:
    for match in _PERCENT.finditer(text):
        start, end = match.span()
        before = _NUMBER_BEFORE.search(text, max(0, start - 2), start)
        if match["percent"]:
            yield Code(start, end, "%%", "%%", "%%", counted=True)
        elif match["qt"]:
            if not (before or text[start - 1 : start].isalnum()):
                yield Code(start, end, match[0], f"%{match['qt'].lstrip('L')}", "%1")
        elif match["word"]:
            yield Code(start, end, match[0], match[0], "%name%")
        elif not before or (text[start - 1].isspace() and text[end : end + 1] in " .,:;)\n"):
            letter = match["type"] or match["named"]
            glued = match["glued"]
            if glued and glued[0].islower() and _is_word(letter + glued):
                continue
            kind = _INTEGERS.get(letter, letter) + (match["exact"] or match["rounded"] or "")
            if match["name"]:
                yield Code(start, end, match[0], f"%({match['name']}){kind}", "%()")
            elif match["index"]:
                yield Code(start, end, match[0], f"%{match['index']}${kind}", "%s")
            else:
                yield Code(start, end, match[0], f"%{kind}", "%s", counted=True, order=kind)


def _is_word(text: str) -> bool:
    """Is it a word, as in « 20 %discount », rather than a placeholder without its space?"""
    entry = lookup(text.lower())
    return entry.known or max(entry.en, entry.es) >= _KNOWN


def _braces(text: str, start: int = 0, end: int | None = None) -> Iterator[Code]:
    end = len(text) if end is None else end
    at = start
    for choice in _CHOICE.finditer(text, start, end):
        if choice.start() < at:
            continue
        yield from _plain_braces(text, at, choice.start())
        key = f"{{{choice['name']}, {choice['kind']}"
        yield Code(*choice.span(), choice[0], key, "{,")
        at = choice.end()
        for first, last in _messages(text, at, end):
            yield from _braces(text, first, last)
            at = last + 1
    yield from _plain_braces(text, at, end)


def _messages(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between the braces of each case of a choice that begins at `start`."""
    depth, first = 0, start
    for at in range(start, min(end, start + _LONGEST_CHOICE)):
        if text[at] == "{":
            depth += 1
            if depth == 1:
                first = at + 1
        elif text[at] == "}":
            depth -= 1
            if depth == 0:
                yield first, at
            elif depth < 0:
                return


def _plain_braces(text: str, start: int, end: int) -> Iterator[Code]:
    for match in _BRACES.finditer(text, start, end):
        inner = match["inner"]
        key = match[0] if inner is None else f"{{{{{inner.strip()}}}}}"
        shape = match[0][: 2 if match[0][1:2] in "{%" else 1]
        yield Code(*match.span(), match[0], key, shape, counted=match[0] == "{}")


def is_number(code: Code) -> bool:
    """Does this placeholder give a number, which a singular need not say?"""
    word = code.key.strip("%{}()$&;@ ").partition(")")[0].lower()
    return (
        code.key.startswith("%d")
        or code.key[-2:] in (")d", "$d")
        or (code.key == "%n" or bool(_COUNTS & set(re.split(r"[._]", word))))
    )


_TAG = pattern(
    r"<(?P<close>/?)(?P<name>[A-Za-z][\w:.-]*)(?P<rest>(?:\s[^<>]{0,600}?)?)(?P<empty>\s?/?)>"
)
_CLOSER = pattern(r"</([A-Za-z][\w:.-]*)>")
_HELD_TEXT = r"<(ph|it|bpt|ept|ut)\b[^<>]*>([^<>]*)</\1>"
_HELD = pattern(_HELD_TEXT)
"""Code of another format that XLIFF and TMX hold in elements."""
_IN_TAGS = pattern(_HELD_TEXT + r"|<[A-Za-z][^<>=]*=[^<>]*>")
"""What is compared with tags."""
_ATTRIBUTE = pattern(r"([\w:.-]+)=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_WORDED = frozenset(
    "title alt aria-label aria-description placeholder content summary label lang xml:lang hreflang"
    " dir equiv-text ctype disp value rel target translate".split()
)
"""Attributes that say something to readers, or that a language may well change."""
_VOID = frozenset(("br", "hr", "img", "input"))
_FREE = frozenset("sup wbr nobr mrk hi sm".split())
"""Elements that French needs where others do not (« 1<sup>er</sup> »), and marks of tools."""


def tags(text: str, witness: str = "") -> list[Code]:
    """The tags of HTML, and of formats that mark text alike, in order.

    A name in angle brackets is a tag where it needs no end, or it has attributes, or `witness`,
    the other side, or the text itself closes it: « <mark> » may be a word to translate.
    """
    found: list[Code] = []
    if "</" in text:
        for match in _HELD.finditer(text):
            key = f"<{match[1]}>{match[2]}"
            found.append(Code(*match.span(), match[0], key, "<>"))
        if found:
            text = _HELD.sub(_blank, text)
    closed = {name for side in (text, witness) if "</" in side for name in _CLOSER.findall(side)}
    for match in _TAG.finditer(text):
        name = match["name"].lower()
        is_held = name in _VOID or match["name"] in closed
        if name in _FREE or not (is_held or _ATTRIBUTE.search(match["rest"])):
            continue
        if match["close"]:
            found.append(Code(*match.span(), match[0], f"/{name}", "/"))
            continue
        attributes = {
            key.lower(): LOCALE.sub("", one or two or three)
            for key, one, two, three in _ATTRIBUTE.findall(match["rest"])
        }
        if "id" in attributes and name in ("x", "g", "ph", "bx", "ex", "pc", "sc", "ec"):
            attributes = {"id": attributes["id"]}
        told = [f' {key}="{attributes[key]}"' for key in sorted(attributes.keys() - _WORDED)]
        empty = name in _VOID or "/" in match["empty"]
        key = f"<{name}{''.join(told)}>"
        found.append(Code(*match.span(), match[0], key, "<>" if empty else "<"))
    return [code._replace(counted=True) for code in sorted(found)]


def changed(ones: Sequence[Code], others: Sequence[Code]) -> tuple[list[Code], list[Code]]:
    """What stands in `ones` and not in `others`, and the other way round.

    A named placeholder may stand more than once, or be said by a pronoun the second time.
    """
    ones, others = _numbered(ones, others), _numbered(others, ones)
    return list(_without(ones, others)), list(_without(others, ones))


def _numbered(codes: Sequence[Code], others: Iterable[Code]) -> Sequence[Code]:
    """The codes, counted through where some on the other side, or here, have a number."""
    if not any("$" in code.key and code.shape == "%s" for code in (*codes, *others)):
        return codes
    number, result = 0, []
    for code in codes:
        if code.order:
            number += 1
            code = code._replace(key=f"%{number}${code.order}", counted=False)
        result.append(code)
    return result


def _without(codes: Sequence[Code], others: Sequence[Code]) -> Iterator[Code]:
    there: dict[str, int] = {}
    for code in others:
        there[code.key] = there.get(code.key, 0) + 1
    told: set[str] = set()
    for code in codes:
        left = there.get(code.key, 0)
        if code.counted:
            there[code.key] = max(left - 1, 0)
        is_told = code.key in told and not code.counted
        if not left and not is_told:
            told.add(code.key)
            yield code


def garbled(code: Code) -> str:
    """A pattern for the placeholder with blanks in it, in other letters, or in wide signs."""
    signs = {"%": "[%％]", "{": "[{｛]", "}": "[}｝]", "$": "[$＄]", "(": "[(（]", ")": "[)）]"}
    body = r"[ \u00a0\u202f]*".join(signs.get(sign, re.escape(sign)) for sign in code.text)
    return rf"(?<!\w){body}(?!\w)" if code.text[0] not in "%{$&@" else rf"{body}(?!\w)"

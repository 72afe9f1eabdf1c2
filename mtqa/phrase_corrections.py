"""The corrections of a phrase table's rows, filled in for a place in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from mtqa import lexicon
from mtqa.findings import Edit
from mtqa.languages.fr.determiners import FRENCH_DETERMINERS, before_name
from mtqa.languages.fr.edges import apostrophe_of, join_left, join_right
from mtqa.languages.fr.elision import CONTRACTIONS, elide, opens_with_vowel
from mtqa.lexicon import lookup
from mtqa.patterns import pattern
from mtqa.phrase_rows import Row
from mtqa.text import Document, Span

__all__ = ["Places", "corrections"]

Places = tuple[tuple[int, int], ...]
"""The first token and the end of what each part of a row's phrase took."""

_HOLE = pattern(r"\{(\d+)(!?)\}|\[([^\]<]+)(?:<(\d+|before|after))?\]")
_GENDER = pattern(r"\{([mf]p?)\} ")


def corrections(document: Document, row: Row, places: Places) -> list[Edit]:
    """What each correction of the row puts there, without those of which no form can be made."""
    inner = places[row.before : row.before + row.wrong]
    first, last = inner[0][0], max(end for _, end in inner) - 1
    edits: list[Edit] = []
    for template in row.right:
        gender = _GENDER.match(template)
        text = _fill(document, row, places, template[gender.end() if gender else 0 :])
        if gender and text:
            text = _determined(document, first, text, gender[1])
        edit = None if text is None else _edit(document, first, last, text)
        if edit is not None and edit not in edits:
            edits.append(edit)
    return edits


def _fill(document: Document, row: Row, places: Places, template: str) -> str | None:
    """Fill the holes of a correction; None where a form cannot be made."""
    inner = places[row.before : row.before + row.wrong]
    text = ""
    at = 0
    for hole in _HOLE.finditer(template):
        text += template[at : hole.start()]
        at = hole.end()
        if hole[1]:
            start, end = inner[int(hole[1]) - 1]
            form = document.text[slice(*document.span(start, end - 1))] if end > start else ""
            if text and start == inner[0][0] and lookup(document.tokens.lower[start]).common:
                form = form[:1].lower() + form[1:]
            if hole[2]:
                form = next(iter(lexicon.lemmas(form.lower())), "")
        else:
            model = _model(document, row, places, hole[4])
            form = "" if model is None else _agreeing(document, hole[3], *model) or ""
        if not form and not (hole[1] and not hole[2]):
            return None
        if form and text == "se ":
            text, form = _reflexive(document, places[row.before][0], form)
        text = _elided(text) + form if form and opens_with_vowel(form) else text + form
    return " ".join((text + template[at:]).split())


def _determined(document: Document, first: int, text: str, gender: str) -> str:
    """`text` behind the determiner at this token, made to agree with it."""
    determiner = document.tokens.lower[first]
    if determiner not in FRENCH_DETERMINERS:
        return text
    taken, joined = before_name((determiner,), text, gender, adds_article=False)
    return joined if taken else f"{determiner} {joined}"


def _elided(text: str) -> str:
    """The text so far, its last word elided for a vowel to follow."""
    return f"{text[:-2]}’" if f" {text}".endswith((" de ", " que ", " se ", " ne ")) else text


def _reflexive(document: Document, token: int, form: str) -> tuple[str, str]:
    """The pronoun of a reflexive verb in this form, and the form: « me », « nous », « -vous »."""
    before = document.tokens.lower[token - 1] if token else ""
    tags = lookup(form).tags
    for pronoun, subjects, ending in _PRONOUNS:
        if before in subjects:
            return f"{pronoun} ", form
        if ending and form.endswith(ending) and tags & (lexicon.FINITE | lexicon.IMPERATIVE):
            return "", f"{form}-{pronoun}"
    return "se ", form


_PRONOUNS = (
    ("me", ("je", "j'"), ""),
    ("te", ("tu",), ""),
    ("nous", ("nous",), "ons"),
    ("vous", ("vous",), "ez"),
)


def _model(
    document: Document, row: Row, places: Places, where: str | None
) -> tuple[int, bool] | None:
    """The token that a hole agrees with, and whether in gender and number alone."""
    items = row.phrase.items
    if where in ("before", "after"):
        around = (
            range(row.before - 1, -1, -1)
            if where == "before"
            else range(row.before + row.wrong, len(items))
        )
        for number in around:
            start, end = places[number]
            if end > start and not items[number].names_verbs and _is_noun(document, end - 1):
                return end - 1, True
        return None
    inner = range(row.before, row.before + row.wrong)
    if where is not None:
        return places[inner[int(where) - 1]][0], False
    for number in inner:
        if items[number].lemmas and places[number][1] > places[number][0]:
            return places[number][0], False
    return places[inner[0]][0], False


def _is_noun(document: Document, token: int) -> bool:
    tags = document.entry(token).tags
    return bool(tags & lexicon.NOUN) and not tags & (lexicon.ADVERB | lexicon.DETERMINER)


def _agreeing(document: Document, lemma: str, token: int, by_gender: bool) -> str | None:
    """The form of `lemma` that stands where the word at `token` stands, or agrees with it."""
    word = document.tokens.lower[token]
    if by_gender:
        tags = lookup(word).tags
        feminine = bool(tags & lexicon.FEMININE) and not tags & lexicon.MASCULINE
        plural = bool(tags & lexicon.PLURAL) and not tags & lexicon.SINGULAR
        forms = lexicon.inflect(lemma, _ANY_ADJECTIVE[feminine * 2 + plural])
    else:
        forms = lexicon.inflect(lemma, word)
    wanted = _wanted(document, token)
    return max(forms, key=lambda form: (lookup(form).tags & wanted).bit_count(), default=None)


_ANY_ADJECTIVE = ("petit", "petits", "petite", "petites")


_CLITICS = frozenset("ne n' me m' te t' se s' le la les l' lui leur y en".split())


def _wanted(document: Document, token: int) -> int:
    """What a verb form must be here, as the word before it tells."""
    subject = token - 1
    while subject > 0 and document.tokens.lower[subject] in _CLITICS:
        subject -= 1
    before = document.tokens.lower[subject] if token else ""
    if before in ("je", "j'"):
        return lexicon.FIRST_PERSON
    if before == "tu":
        return lexicon.SECOND_PERSON
    words = set(_clause_so_far(document.tokens.lower[max(token - 3, 0) : token]))
    if not words.isdisjoint(lexicon.forms("avoir")):
        return lexicon.PAST_PARTICIPLE | lexicon.SINGULAR | lexicon.MASCULINE
    auxiliaries = words & lexicon.forms("être")
    if auxiliaries:
        plural = any(lookup(word).tags & lexicon.VERB_PLURAL for word in auxiliaries)
        return lexicon.PAST_PARTICIPLE | (lexicon.PLURAL if plural else lexicon.SINGULAR)
    return lexicon.THIRD_PERSON


def _clause_so_far(words: Sequence[str]) -> Iterator[str]:
    """The last of `words`, back to where their clause begins."""
    return takewhile(lambda word: word not in _CLAUSE_OPENERS, reversed(words))


_CLAUSE_OPENERS = frozenset(("qui", "que", "qu'", ",", ";", ":", "."))


def _edit(document: Document, first: int, last: int, text: str) -> Edit | None:
    """The edit that puts `text` for these tokens, its neighbours elided or contracted with it."""
    tokens = document.tokens
    apostrophe = apostrophe_of(document.text)
    text = text.replace("’", apostrophe)
    if tokens.forms[first][0].isupper() and text[:1].islower():
        text = text[0].upper() + text[1:]
    start, end = document.span(first, last)
    if last + 1 < len(tokens) and text:
        text, taken = join_right(text, tokens.forms[last + 1], apostrophe)
        if taken:
            end = tokens.ends[last + 1]
    if text and tokens.forms[last][-1] in "'’" and text[-1] not in "'’" and not document.gap(last):
        text += " "
    before = first - 1
    if before >= document.paragraph_of(first).first and tokens.ends[before] + 1 >= start and text:
        word = tokens.forms[before]
        head, _, rest = text.partition(" ")
        if (word.lower(), head) in CONTRACTIONS:
            return Edit(Span(tokens.starts[before], end), f"{elide(word, head)} {rest}")
        joined = join_left(word, text, apostrophe) if word[0].isalpha() else None
        if joined is None:
            return None if word[-1] in "’'" else Edit(Span(start, end), text)
        if joined.rstrip() != word:
            return Edit(Span(tokens.starts[before], end), joined + text)
    return Edit(Span(start, end), text)

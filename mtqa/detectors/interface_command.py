"""Texts of buttons and messages put together from known words: « Delete account »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, NamedTuple

from mtqa.findings import Edit, Hit
from mtqa.languages.fr.determiners import before_name
from mtqa.languages.fr.foreign_forms import french_adjective
from mtqa.languages.fr.glossary import in_plural
from mtqa.lexicon import inflect
from mtqa.lines import follows_sentence, is_alone, is_named_label, is_sentence
from mtqa.parameters import parameters
from mtqa.tables import Table
from mtqa.text import Document

__all__ = ["InterfaceCommandDetector"]

_GENDERS = ("m", "f", "mp", "fp")
_VERBS = ("le", "un")
_DETERMINERS = {
    "the": ("le",), "a": ("un",), "an": ("un",), "this": ("ce",), "these": ("ce",),
    "your": ("votre", "votre", "vos"), "my": ("mon", "ma", "mes"),
    "all": ("tout le", "toute la", "tous les"),
}  # fmt: skip
"""English determiner → the French one, or its masculine, feminine and plural."""
_QUALITIES = {"invalid": "non valide", "unknown": "inconnu", "missing": "manquant"}
"""What stands before a thing and tells its state → its French, in the masculine."""
_LINKING = frozenset("is are was were has have been could not be successfully".split())
_ASKING = "finissez"
"""A French form in the mood of what is asked of the reader."""


class _Thing(NamedTuple):
    last: int
    noun: str
    gender: str
    """m, f, mp or fp of the noun as it stands."""
    single: str
    """The noun in the singular, as far as it has one."""

    def said(self, state: str) -> str:
        """The thing with what is said of it."""
        return f"{self.noun} {_agreeing(state, self.gender)}"


class _Reading(NamedTuple):
    last: int
    french: str
    verb: str


def _agreeing(adjective: str, gender: str) -> str:
    head, space, rest = adjective.partition(" ")
    if head == "non":
        return "non " + _agreeing(rest, gender)
    return french_adjective(head, gender[0], gender[1:] or "s") + space + rest


@parameters
class InterfaceCommandDetector:
    """An English verb and its object, or a thing and what a message says of it, standing alone.

    `words` gives for each word its `french` and as `kind` what it is: `le` and `un` a verb, by
    the article of a bare object; `m`, `f`, `mp`, `fp` a thing; `state` what is said of one.
    """

    SLOTS: ClassVar[tuple[str, ...]] = ()

    words: Table

    @cached_property
    def _known(self) -> frozenset[str]:
        """The words that may begin such a text."""
        return frozenset({"no", *_QUALITIES, *self.words.openings})

    def find(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for every such text."""
        index, forms = document.tokens.index, document.tokens.forms
        for form in self._known & index.keys():
            for token in index[form]:
                if forms[token][0].isupper():
                    yield from self._hits(document, token)

    def _hits(self, document: Document, token: int) -> Iterator[Hit]:
        lower = document.tokens.lower[token : token + 8]
        for reading in (self._said(lower), self._quality(lower), self._command(lower)):
            if reading is None:
                continue
            last = token + reading.last
            span = document.span(token, last)
            text = reading.french
            if reading.verb and follows_sentence(document, token, last):
                text = "".join(inflect(reading.verb, _ASKING)[:1]) + text[len(reading.verb) :]
            elif not (
                is_alone(document, token, last)
                or is_sentence(document, token, last)
                or is_named_label(document, token, last)
            ):
                continue
            yield Hit(span, ((Edit(span, text[0].upper() + text[1:]),),))
            return

    def _said(self, lower: list[str]) -> _Reading | None:
        """« License not found », « No results found »."""
        none = lower[0] == "no"
        thing = self._thing(lower, int(none))
        if thing is None:
            return None
        last = thing.last + 1
        while last < len(lower) and lower[last] in _LINKING:
            last += 1
        state, _ = self._word(lower, last, ("state",))
        if not state:
            return None
        if none:
            gender = thing.gender[0]
            single = f"{_agreeing('aucun', gender)} {thing.single} {_agreeing(state, gender)}"
            return _Reading(last, single, "")
        if "not" in lower[:last]:
            state = "introuvable" if state == "trouvé" else f"non {state}"
        return _Reading(last, thing.said(state), "")

    def _quality(self, lower: list[str]) -> _Reading | None:
        """« Invalid password »."""
        quality = _QUALITIES.get(lower[0])
        thing = self._thing(lower, 1)
        return _Reading(thing.last, thing.said(quality), "") if quality and thing else None

    def _command(self, lower: list[str]) -> _Reading | None:
        """« Delete your account »."""
        verb, article = self._word(lower, 0, _VERBS)
        forms = _DETERMINERS.get(lower[1]) if len(lower) > 1 else None
        thing = self._thing(lower, 2 if forms else 1)
        if not verb or thing is None:
            return None
        forms = forms or (article,)
        if len(forms) == 1:
            determined = before_name((forms[0],), thing.noun, thing.gender)[1]
        else:
            determined = f"{forms[_GENDERS.index(thing.gender) % 3]} {thing.noun}"
        return _Reading(thing.last, f"{verb} {determined}", verb)

    def _word(self, lower: list[str], number: int, kinds: tuple[str, ...]) -> tuple[str, str]:
        """The French and the kind of a word of one of these kinds."""
        form = lower[number] if number < len(lower) else ""
        for row in self.words.openings.get(form, ()):
            french, kind = self.words.cells(row, "french", "kind")
            if kind in kinds:
                return french, kind
        return "", ""

    def _thing(self, lower: list[str], number: int) -> _Thing | None:
        french, gender = self._word(lower, number, _GENDERS)
        if french:
            return _Thing(number, french, gender, french)
        form = lower[number] if number < len(lower) else ""
        single = form[:-3] + "y" if form.endswith("ies") else form.removesuffix("s")
        french, gender = self._word([single], 0, ("m", "f"))
        if not french or single == form:
            return None
        return _Thing(number, in_plural(french, gender), gender + "p", french)

"""The tokens of a text, as parallel arrays."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import accumulate, compress, count, islice
from operator import add, eq

from mtqa.languages.fr.segmentation import CLITICS, ELISIONS, WHOLE_WORDS
from mtqa.patterns import pattern

__all__ = ["ONE_TEXT", "Tokens", "in_one_text"]

ONE_TEXT = 2000
"""How many tokens apart two places may stand and still be of one text: files get joined."""

_LETTER = r"[^\W\d_]"
_IN_WORD = r"[\w\u0300-\u036f\u00ad]"
_APOSTROPHE = r"['’ʼ]"
# The first alternative and the look-aheads spare most words the long alternations.
_TOKEN = pattern(
    rf"""(?:
      [^\W\d_]+(?=[\ ,;.)\n\u00a0])
    | (?=[aqpcronvjAQPCRONVJ])(?i:{WHOLE_WORDS})(?!{_IN_WORD})
    | (?=[cdjlmnstqpCDJLMNSTQP])(?i:{ELISIONS}){_APOSTROPHE}
    | {_LETTER}{_IN_WORD}*
      (?:(?:-(?!(?i:(?:t-)?(?:{CLITICS})(?:-(?:{CLITICS}))*)(?![\w-]))|{_APOSTROPHE}){_IN_WORD}+)*
    | -(?i:(?:t[-'’])?(?:{CLITICS})(?:-(?:{CLITICS}))*)(?![\w-])
    | \d(?:\w|[.,:/’](?=\d))*
    | \.{{2,}}
    | \S
    )\s*""",
    re.VERBOSE,
)


class _Made(dict[str, str]):
    """What a function makes of texts, made when it is first asked for."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, text: str) -> str:
        self[text] = made = self._make(text)
        return made


def _key(form: str) -> str:
    """The form in lower case, composed, with straight apostrophes: as the lexicon has it."""
    return unicodedata.normalize("NFC", form.lower()).replace("’", "'")


class Tokens:
    """The tokens of a text, as parallel arrays indexed by token number.

    A word keeps its inner hyphens (`Etats-Unis`); an elided word keeps its apostrophe (`qu’`,
    then `il`); a clitic keeps its hyphen (`a`, then `-t-il`); a masked stretch is one token.
    """

    def __init__(self, text: str) -> None:
        lead = len(text) - len(text.lstrip())
        pieces = _TOKEN.findall(text, lead)
        # Most pieces of a long text return: each is stripped, and put in lower case, once.
        self.forms: list[str] = list(map(_Made(str.rstrip).__getitem__, pieces))
        """The tokens as written."""
        ends = list(accumulate(map(len, pieces), initial=lead))
        self.starts: list[int] = ends[:-1]
        """Where each token starts, in code points."""
        self.ends: list[int] = list(map(add, self.starts, map(len, self.forms)))
        """Where each token ends, in code points."""
        self.lower: list[str] = list(map(_Made(_key).__getitem__, self.forms))
        """The tokens in lower case, composed, with straight apostrophes: keys of the lexicon."""

        self._beside: dict[tuple[str, int], set[str]] = {}

    def __len__(self) -> int:
        return len(self.forms)

    @cached_property
    def index(self) -> dict[str, list[int]]:
        """Token numbers by lower-case form, in order."""
        index: defaultdict[str, list[int]] = defaultdict(list)
        for number, form in enumerate(self.lower):
            index[form].append(number)
        return dict(index)

    def beside(self, form: str, step: int) -> set[str]:
        """The lower-case forms that stand `step` tokens from one of this form."""
        if (form, step) not in self._beside:
            lower, last = self.lower, len(self.lower)
            places = self.index.get(form, ())
            found = {lower[at + step] for at in places if 0 <= at + step < last}
            self._beside[form, step] = found
        return self._beside[form, step]

    @cached_property
    def figures(self) -> list[str]:
        """The lower-case forms that begin with a figure."""
        return [form for form in self.index if form[0].isdigit()]

    @cached_property
    def doubled(self) -> list[int]:
        """Numbers of the tokens that stand again right behind themselves, in any case."""
        return list(compress(count(), map(eq, self.lower, islice(self.lower, 1, None))))

    def at(self, offset: int) -> int:
        """Number of the token that holds `offset`, or of the first one after it."""
        return bisect_right(self.ends, offset)

    def positions(self, forms: frozenset[str] | tuple[str, ...]) -> list[int]:
        """Numbers of all tokens whose lower-case form is one of `forms`, in order."""
        found: list[int] = []
        for form in forms:
            found.extend(self.index.get(form, ()))
        found.sort()
        return found


def in_one_text(tokens: Iterable[int], others: Iterable[int]) -> list[int]:
    """Those of the tokens that stand in one text with some of the others."""
    there = sorted(others)
    return [
        token
        for token in tokens
        if bisect_left(there, token - ONE_TEXT) < bisect_right(there, token + ONE_TEXT)
    ]

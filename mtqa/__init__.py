"""mtqa finds the artifacts that machine translation left in a text, and offers corrections.

>>> import mtqa
>>> [finding.text for finding in mtqa.check("Il a assuré que qu’il viendrait.")]
['que qu’']
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from mtqa.engine import find
from mtqa.errors import MtqaError
from mtqa.findings import Edit, Finding, Safety, Severity, Suggestion
from mtqa.fixes import FixResult, fix_text
from mtqa.readers import read_document
from mtqa.rules import Rule, load_rules
from mtqa.select import Selection, check_codes
from mtqa.sources import read_source
from mtqa.text import Document, Position, Span

__all__ = [
    "Edit",
    "Finding",
    "FixResult",
    "MtqaError",
    "Position",
    "Rule",
    "Safety",
    "Severity",
    "Span",
    "Suggestion",
    "__version__",
    "check",
    "fix",
    "load_rules",
]

__version__ = "0.1.0"


def check(
    text: str,
    *,
    source: str | None = None,
    language: str = "fr",
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    rules: Iterable[Rule] | None = None,
    ui: str = "en",
) -> list[Finding]:
    """Find the artifacts in `text`, in order of position; spans are in its code points.

    `source` is the English or Spanish text that it translates; the rules of the family ACC
    compare the two. `language` is the language of the text. `select` and `ignore` name rules,
    families or ALL, as on the command line. `rules` is the catalogue to choose from (default:
    mtqa's own). `ui` is the language of the messages, `en` or `fr`.

    Raises MtqaError for a code that names no rule.
    """
    chosen = _choose(select, ignore, rules)
    original = None if source is None else read_source(source, "-", None)
    return find(_document(text, language, original), chosen, ui=ui)


def fix(
    text: str,
    *,
    unsafe: bool = False,
    source: str | None = None,
    language: str = "fr",
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    rules: Iterable[Rule] | None = None,
    ui: str = "en",
) -> FixResult:
    """Apply the safe corrections to `text`, with `unsafe` also the usually right ones.

    The result holds the new text, the findings that were repaired and those that remain.
    Fixing the new text again changes nothing. The other arguments are those of `check`.

    Raises MtqaError for a code that names no rule.
    """
    chosen = _choose(select, ignore, rules)

    original = None if source is None else read_source(source, "-", None)

    def recheck(current: str) -> list[Finding]:
        return find(_document(current, language, original), chosen, ui=ui)

    return fix_text(text, recheck, unsafe=unsafe)


def _document(text: str, language: str, source: Document | None) -> Document:
    return read_document(text, "-", language=language, source_language=None, source=source)


@lru_cache(maxsize=1)
def _builtin() -> tuple[Rule, ...]:
    return load_rules()


def _choose(
    select: Iterable[str] | None, ignore: Iterable[str], rules: Iterable[Rule] | None
) -> list[Rule]:
    catalogue = _builtin() if rules is None else tuple(rules)
    selection = Selection(select=None if select is None else tuple(select), ignore=tuple(ignore))
    check_codes((*(selection.select or ()), *selection.ignore), catalogue, "select or ignore")
    return selection.rules(catalogue)

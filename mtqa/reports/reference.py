"""The reference page of the rules, in Markdown, made from the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from mtqa.families import FAMILIES
from mtqa.rule_reader import Example
from mtqa.rules import Rule

__all__ = ["plain_message", "render"]

_TEXTS = {
    "en": {
        "title": "The rules",
        "origin": "Made by `mtqa rules --select ALL --format markdown`. "
        "Every example is run as a test.",
        "safe": "`mtqa fix` corrects it",
        "unsafe": "`mtqa fix --unsafe` corrects it",
        "none": "no correction",
        "off": "off until selected",
        "profile": "in the profiles",
    },
    "fr": {
        "title": "Les règles",
        "origin": "Produit par `mtqa rules --select ALL --format markdown --ui fr`. "
        "Chaque exemple est exécuté comme test.",
        "safe": "corrigé par `mtqa fix`",
        "unsafe": "corrigé par `mtqa fix --unsafe`",
        "none": "sans correction",
        "off": "à activer",
        "profile": "dans les profils",
    },
}


def render(rules: Iterable[Rule], ui: str) -> str:
    """The page for `rules`, which must be in order of their codes, in `en` or `fr`."""
    return "\n".join(_page(list(rules), ui)) + "\n"


def _page(rules: list[Rule], ui: str) -> Iterator[str]:
    texts = _TEXTS[ui]
    yield f"# {texts['title']}\n\n{texts['origin']}"
    for family, members in groupby(rules, key=lambda rule: rule.family):
        yield f"\n## {family} {FAMILIES[family]}"
        for rule in members:
            facts = [rule.severity.value, rule.mqm, texts[rule.safety.value]]
            facts += [] if rule.default else [texts["off"]]
            facts += [f"{texts['profile']} {', '.join(rule.profiles)}"] if rule.profiles else []
            yield f"\n### {rule.code} {rule.name}\n"
            yield f"{'; '.join(facts)}.\n"
            yield f"{plain_message(rule.message[ui])} {rule.why[ui]}\n"
            yield from _examples(rule.examples)


def plain_message(message: str) -> str:
    """The message with its holes shown as an ellipsis."""
    parts = message.replace("{{", "\0").replace("}}", "\1").split("{")
    plain = parts[0] + "".join("…" + part.partition("}")[2] for part in parts[1:])
    return plain.replace("\0", "{").replace("\1", "}")


def _examples(examples: Iterable[Example]) -> Iterator[str]:
    for example in examples:
        source = f"{_code(example.source)} ⇒ " if example.source is not None else ""
        if example.bad is not None:
            corrected = f" → {_code(example.good)}" if example.good is not None else ""
            yield f"- ✗ {source}{_code(example.bad)}{corrected}"
        else:
            yield f"- ✓ {source}{_code(example.ok or '')}"


def _code(text: str) -> str:
    """A code span that holds `text` whole, in one line."""
    shown = text.replace("\n", "⏎").replace("\u00a0", "⍽").replace("\u202f", "⍽")
    ticks = "``" if "`" in shown else "`"
    pad = " " if "`" in shown else ""
    return f"{ticks}{pad}{shown}{pad}{ticks}"

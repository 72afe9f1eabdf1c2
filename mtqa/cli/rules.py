"""`mtqa rules`, `mtqa explain`, `mtqa test-rules`: what mtqa knows, and whether it holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from mtqa.cli.options import configure
from mtqa.errors import UsageError, nearest
from mtqa.examples import all_examples, example_failures, noise
from mtqa.families import FAMILIES
from mtqa.reports import reference
from mtqa.rules import Rule, load_rules
from mtqa.run import load_catalogue

__all__ = ["explain", "rules", "test_rules"]

_UI = click.option("--ui", type=click.Choice(["en", "fr"]), help="Language (default: en).")


@click.command()
@click.option("--select", metavar="CODES", help="Only these rules: DUP,SEG001,ALL.")
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text")
@_UI
def rules(form: str, **options: Any) -> None:
    """List the rules that are on in this project; --select ALL lists every one."""
    config = configure((), **options)
    catalogue = load_catalogue(config)
    every = config.selection.select == ("ALL",)
    chosen = list(catalogue) if every else config.selection.rules(catalogue)
    if form == "json":
        click.echo(json.dumps([_record(rule) for rule in chosen], ensure_ascii=False, indent=1))
        return
    if form == "markdown":
        click.echo(reference.render(chosen, config.ui), nl=False)
        return
    width = max((len(rule.name) for rule in chosen), default=0)
    for rule in chosen:
        state = rule.safety.value if rule.default else f"{rule.safety.value}, off by default"
        click.echo(f"{rule.code}  {rule.name:{width}}  {rule.severity.value:8}  fix: {state}")
    click.echo(f"{len(chosen)} rules. `mtqa explain CODE` tells more of one.")


def _record(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code, "name": rule.name, "family": FAMILIES[rule.family],
        "language": rule.language, "severity": rule.severity.value, "mqm": rule.mqm,
        "safety": rule.safety.value, "default": rule.default, "message": dict(rule.message),
        "why": dict(rule.why), "sources": list(rule.sources),
    }  # fmt: skip


@click.command()
@click.argument("rule")
@_UI
def explain(rule: str, **options: Any) -> None:
    """Say what RULE (a code or a name) finds, why, and show its examples."""
    config = configure((), **options)
    catalogue = load_catalogue(config)
    for candidate in catalogue:
        if rule in (candidate.code, candidate.name):
            click.echo(_explanation(candidate, config.ui))
            return
    names = [name for known in catalogue for name in (known.code, known.name)]
    hint = nearest(rule, names)
    raise UsageError(
        f"unknown rule {rule!r}; {hint if hint.startswith('did') else '`mtqa rules` lists them'}"
    )


_TITLES = {
    "en": ("Found", "Corrected", "Left alone", "Why", "Sources", "Correction", "off by default"),
    "fr": ("Signalé", "Corrigé", "Admis", "Pourquoi", "Sources", "Correction", "à activer"),
}


def _explanation(rule: Rule, ui: str) -> str:
    found, corrected, allowed, why, sources, correction, off = _TITLES[ui]
    message = reference.plain_message(rule.message[ui])
    lines = [
        f"{rule.code} {rule.name} ({FAMILIES[rule.family]}, {rule.severity.value}, {rule.mqm})",
        "",
        message,
        "",
        f"{why}: {rule.why[ui]}",
        f"{correction}: {rule.safety.value}" + ("" if rule.default else f"; {off}"),
        "",
    ]
    for example in all_examples(rule):
        if example.source is not None:
            lines.append(f"  Source: {example.source}")
        if example.bad is not None:
            lines.append(f"  {found}: {example.bad}")
        if example.good is not None:
            lines.append(f"  {corrected}: {example.good}")
        if example.ok is not None:
            lines.append(f"  {allowed}: {example.ok}")
        if example.note is not None:
            lines.append(f"    ({example.note})")
    if rule.sources:
        lines += ["", f"{sources}: {'; '.join(rule.sources)}"]
    return "\n".join(lines)


@click.command("test-rules")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--only", metavar="CODE", default="", help="Only rules whose code begins so.")
def test_rules(folder: Path, only: str) -> None:
    """Run the examples of the rule files in FOLDER, and all rules on their good examples.

    Each `bad` must give a finding whose text is `found`, each correction must give `good`, and
    every `good` and `ok` must be left alone.
    """
    catalogue = load_rules(folder)
    own = [rule for rule in catalogue if rule.path.is_relative_to(folder.resolve())]
    own = [rule for rule in own if rule.code.startswith(only)]
    failures = [problem for rule in own for problem in example_failures(rule)]
    failures += noise(own, catalogue)
    for failure in failures:
        click.echo(failure)
    examples = sum(1 for rule in own for _ in all_examples(rule))
    click.echo(f"{len(own)} rules, {examples} examples, {len(failures)} failures.")
    raise click.exceptions.Exit(bool(failures))

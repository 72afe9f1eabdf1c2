"""`mtqa test-rules`: run the examples of rule files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mtqa.examples import example_failures, noise
from mtqa.rules import load_rules

__all__ = ["test_rules"]


@click.command("test-rules")
@click.argument("folder")
@click.option("--only", help="Only rules whose code begins so.", default="")
def test_rules(folder: str, only: str) -> None:
    """Run the examples of the rules in FOLDER."""
    catalogue = load_rules()
    rules = [r for r in catalogue if r.path.is_relative_to(Path(folder).resolve())]
    rules = [r for r in rules if r.code.startswith(only)]
    failures = [problem for rule in rules for problem in example_failures(rule)]
    failures += list(noise(rules, catalogue))
    for failure in failures:
        click.echo(failure)
    click.echo(f"{len(rules)} rules, {len(failures)} failures")
    sys.exit(bool(failures))

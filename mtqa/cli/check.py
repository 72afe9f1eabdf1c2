"""`mtqa check`: report the findings."""

from __future__ import annotations

import sys

import click

from mtqa import __version__
from mtqa.config import Config
from mtqa.reports import json
from mtqa.run import Job, check_files, collect, load_catalogue

__all__ = ["check"]


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["json"]), default="json")
@click.option("--exit-zero", is_flag=True)
@click.option("--encoding")
def check(paths: tuple[str, ...], form: str, exit_zero: bool, encoding: str | None) -> None:
    """Report the artifacts in PATHS: files, folders, or - for standard input."""
    config = Config()
    catalogue = load_catalogue(config)
    results = list(check_files(collect(paths, config), Job(config, encoding), catalogue))
    click.echo(json.render(results, config, {"name": "mtqa", "version": __version__}))
    if any(result.error for result in results):
        sys.exit(3)
    if not exit_zero and any(result.findings for result in results):
        sys.exit(1)

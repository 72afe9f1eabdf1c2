"""Options that several commands share, and the configuration that they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from mtqa.config import UI_LANGUAGES, Config, find_config, load_config
from mtqa.families import PROFILES
from mtqa.run import FileResult

__all__ = ["configure", "exit_status", "report_errors", "selection_options"]

Command = Callable[..., Any]


def selection_options(command: Command) -> Command:
    """Add the options that choose configuration, rules and files."""
    for option in reversed(
        (
            click.option("--select", metavar="CODES", help="Only these rules: DUP,SEG001,ALL."),
            click.option("--extend-select", metavar="CODES", help="These rules as well."),
            click.option(
                "--profile",
                type=click.Choice(PROFILES),
                help="The typography of this house style as well.",
            ),
            click.option("--ignore", metavar="CODES", help="Not these rules."),
            click.option(
                "--config",
                "config_path",
                type=click.Path(path_type=Path),
                help="Configuration file (default: the nearest mtqa.toml or pyproject.toml).",
            ),
            click.option(
                "--ui",
                type=click.Choice(UI_LANGUAGES),
                help="Language of the messages (default: en).",
            ),
            click.option(
                "--source",
                type=click.Path(path_type=Path),
                help="The text that PATHS translates, or the folder of such texts; files that hold "
                "both sides need none.",
            ),
            click.option(
                "--glossary",
                type=click.Path(path_type=Path),
                help="Terms and how they are to be translated, TSV or CSV.",
            ),
            click.option("--encoding", help="Encoding of the files (default: utf-8)."),
            click.option(
                "--jobs",
                "-j",
                type=click.IntRange(min=0),
                default=0,
                help="Processes; 0 (default) takes what the files are worth.",
            ),
        )
    ):
        command = option(command)
    return command


def configure(
    paths: Iterable[str],
    *,
    select: str | None = None,
    extend_select: str | None = None,
    ignore: str | None = None,
    profile: str | None = None,
    config_path: Path | None = None,
    ui: str | None = None,
    glossary: Path | None = None,
) -> Config:
    """The configuration of the project that holds the first path, overruled by the options.

    Raises ConfigError where a file is broken.
    """
    start = next((Path(path) for path in paths if path != "-"), Path())
    path = config_path or find_config(start)
    config = load_config(path) if path else Config()
    selection = config.selection
    if select is not None:
        selection = replace(selection, select=_codes(select), extend_select=())
    if extend_select is not None:
        selection = replace(
            selection, extend_select=selection.extend_select + _codes(extend_select)
        )
    if profile is not None:
        selection = replace(selection, profile=profile)
    if ignore is not None:
        selection = replace(selection, ignore=selection.ignore + _codes(ignore))
    if glossary is not None:
        config = replace(config, glossary=str(glossary))
    return replace(config, selection=selection, ui=ui or config.ui)


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code for code in text.replace(",", " ").split() if code)


def report_errors(results: Iterable[FileResult]) -> None:
    """Say on stderr, a line each, which files failed and what to do."""
    for result in results:
        if result.error is not None:
            click.echo(f"mtqa: {result.error}", err=True)


def exit_status(results: Iterable[FileResult], found: bool) -> None:
    """Leave with 3 where a file failed, else 1 where something was found, else 0."""
    codes = [result.error.exit_code for result in results if result.error is not None]
    raise click.exceptions.Exit(max(codes) if codes else int(found))

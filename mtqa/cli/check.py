"""`mtqa check`: report what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from mtqa import baseline as baselines
from mtqa.cli.options import configure, exit_status, report_errors, selection_options
from mtqa.config import Config
from mtqa.findings import Severity
from mtqa.rules import Rule
from mtqa.run import FileResult, Job, collect, load_catalogue, process

__all__ = ["check"]

FORMATS = ("text", "json", "jsonl", "github")


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Report as.")
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.MINOR.value,
    help="Lowest severity that makes the exit status 1 (default: minor).",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option(
    "--color/--no-color", default=None, help="Colours always or never (default: on a terminal)."
)
@click.option(
    "--baseline", type=click.Path(path_type=Path), help="Report only what this file does not list."
)
@click.option(
    "--write-baseline",
    type=click.Path(path_type=Path),
    help="Write all findings to this file, as the baseline of later runs.",
)
@selection_options
def check(
    paths: tuple[str, ...],
    form: str,
    fail_on: str,
    exit_zero: bool,
    color: bool | None,
    baseline: Path | None,
    write_baseline: Path | None,
    encoding: str | None,
    source: Path | None,
    jobs: int,
    **options: Any,
) -> None:
    """Report the artifacts in PATHS: files, folders (default: this one), or - for standard input.

    Files are txt, md, html, srt, vtt, and, with the source beside each translation, po, xliff,
    tmx, tsv, csv and jsonl; columns and keys of the last three are called source and target, src
    and mt, en and fr, or the like.

    \b
    mtqa check article.txt
    mtqa check docs/ --select DUP,SEG --format github
    mtqa check guide.fr.md --source guide.md
    cat article.txt | mtqa check - --format json
    """
    paths = paths or (".",)
    config = configure(paths, **options)
    if baseline or write_baseline:
        config = replace(config, baseline=str(baseline) if baseline else None)
    catalogue = load_catalogue(config)
    job = Job(config, encoding, source)
    results = list(process(collect(paths, config, source), job, catalogue, jobs))
    report_errors(results)
    if write_baseline:
        _write_baseline(write_baseline, results)
    else:
        _report(form, results, config, catalogue, color)
    worst = {finding.severity.points for result in results for finding in result.findings}
    found = bool(worst) and max(worst) >= Severity(fail_on).points
    exit_status(results, found and not exit_zero and not write_baseline)


def _report(
    form: str,
    results: list[FileResult],
    config: Config,
    catalogue: tuple[Rule, ...],
    color: bool | None,
) -> None:
    # Each report is imported where it is asked for: none pays for another's libraries.
    if form == "text":
        from mtqa.reports.text import print_report

        print_report(results, color)
    elif form == "json":
        from mtqa.reports import json
        from mtqa.reports.signature import tool_record

        click.echo(json.render(results, config, tool_record(config, catalogue)))
    elif form == "jsonl":
        from mtqa.reports import jsonl

        _echo(jsonl.render(results))
    else:
        from mtqa.reports import github

        _echo(github.render(results))


def _echo(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _write_baseline(path: Path, results: list[FileResult]) -> None:
    good = [(result.path, result.findings) for result in results if result.error is None]
    count = baselines.write_baseline(path, good)
    click.echo(f"{path}: {count} findings; later runs report only new ones with --baseline {path}")

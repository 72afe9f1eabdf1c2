"""`mtqa fix`: apply the corrections."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from mtqa.cli.options import configure, exit_status, report_errors, selection_options
from mtqa.reports.text import print_findings
from mtqa.run import STDIN, FileResult, Job, collect, load_catalogue, process

__all__ = ["fix"]


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--unsafe", is_flag=True, help="Also corrections that are usually right.")
@click.option("--diff", is_flag=True, help="Print what would change, and write nothing.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever remains.")
@selection_options
def fix(
    paths: tuple[str, ...],
    unsafe: bool,
    diff: bool,
    exit_zero: bool,
    encoding: str | None,
    source: Path | None,
    jobs: int,
    **options: Any,
) -> None:
    """Correct PATHS in place; for standard input (-), print the corrected text.

    Only corrections that no reader could object to are applied; --unsafe adds those that are
    usually right and want one reading. Fixing twice changes nothing more. What remains is
    reported.

    \b
    mtqa fix article.txt
    mtqa fix --unsafe --diff docs/
    cat article.txt | mtqa fix - > corrected.txt
    """
    paths = paths or (".",)
    config = configure(paths, **options)
    catalogue = load_catalogue(config)
    job = Job(config, encoding, source, fix=True, unsafe=unsafe, write=not diff)
    results = list(process(collect(paths, config, source), job, catalogue, jobs))
    report_errors(results)
    for result in results:
        if diff:
            click.echo("".join(_diff(result)), nl=False)
        elif result.path == STDIN and result.file and result.new_text is not None:
            sys.stdout.buffer.write(result.file.encode(result.new_text))
        elif result.findings:
            print_findings(result)
    click.echo(_summary(results, diff), err=True)
    found = any(result.findings or (diff and result.fixed) for result in results)
    exit_status(results, found and not exit_zero)


def _diff(result: FileResult) -> Iterator[str]:
    """A unified diff of the file; nothing where nothing changes."""
    if result.file is None or result.new_text is None:
        return
    lines = difflib.unified_diff(
        _lines(result.file.text),
        _lines(result.new_text),
        f"a/{result.path}",
        f"b/{result.path}",
    )
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Lines with their ends, cut at line feeds alone, as `patch` counts them."""
    return [line + "\n" for line in text.split("\n")[:-1]] + [text.rpartition("\n")[2]] * (
        not text.endswith("\n") and bool(text)
    )


def _summary(results: list[FileResult], diff: bool) -> str:
    fixed = sum(len(result.fixed) for result in results)
    files = sum(bool(result.fixed) for result in results)
    remaining = sum(len(result.findings) for result in results)
    verb = "Would correct" if diff else "Corrected"
    summary = f"{verb} {fixed} in {files} file{'s' if files != 1 else ''}"
    return f"{summary}; {remaining} remain." if remaining else f"{summary}; nothing remains."

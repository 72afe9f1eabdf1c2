"""`mtqa fix`: apply the corrections."""

from __future__ import annotations

import click

from mtqa.config import Config
from mtqa.run import Job, collect, fix_files, load_catalogue

__all__ = ["fix"]


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--unsafe", is_flag=True)
def fix(paths: tuple[str, ...], unsafe: bool) -> None:
    """Apply the safe corrections to PATHS."""
    config = Config()
    catalogue = load_catalogue(config)
    job = Job(config, unsafe=unsafe, write=True)
    for result in fix_files(collect(paths, config), job, catalogue):
        if result.path == "-" and result.new_text is not None:
            click.echo(result.new_text, nl=False)

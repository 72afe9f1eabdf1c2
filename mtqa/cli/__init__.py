"""The command line: thin commands over the library, a module each."""

from __future__ import annotations

import sys

import click

from mtqa import __version__
from mtqa.cli.check import check
from mtqa.cli.fix import fix
from mtqa.cli.rules import test_rules
from mtqa.errors import MtqaError

__all__ = ["cli", "main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mtqa")
def cli() -> None:
    """Find the artifacts that machine translation left in a text, and correct them."""


for command in (check, fix, test_rules):
    cli.add_command(command)


def main() -> None:
    """Run the command line; every error is one line on stderr."""
    try:
        cli(standalone_mode=False)
    except MtqaError as error:
        click.echo(f"mtqa: {error}", err=True)
        sys.exit(error.exit_code)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as error:
        click.echo(f"mtqa: {error.format_message()}", err=True)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("mtqa: interrupted", err=True)
        sys.exit(130)

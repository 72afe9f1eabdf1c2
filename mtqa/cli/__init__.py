"""The command line: thin commands over the library, a module each."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

import click

from mtqa import __version__
from mtqa.errors import MtqaError

__all__ = ["cli", "main"]


_COMMANDS = {
    "check": "mtqa.cli.check:check",
    "explain": "mtqa.cli.rules:explain",
    "fix": "mtqa.cli.fix:fix",
    "rules": "mtqa.cli.rules:rules",
    "test-rules": "mtqa.cli.rules:test_rules",
}


class _Commands(click.Group):
    """Imports a command when it is asked for: none pays for the libraries of another."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mtqa", message="%(prog)s %(version)s")
def cli() -> None:
    """Find the artifacts that machine translation left in a text, and correct them.

    \b
    mtqa check article.txt            what is wrong, where, and the correction
    mtqa fix article.txt              apply the safe corrections
    mtqa fix --unsafe --diff docs/    show what all corrections would change
    mtqa explain DUP002               why a rule exists, with examples

    Exit status: 0 clean, 1 findings, 2 bad usage or configuration, 3 a file could not be read
    or written.
    """


def main() -> None:
    """Run the command line, and leave the process; every error is one line on stderr."""
    # A run makes many small values and few cycles: collect rarely.
    gc.set_threshold(200_000)
    status = 0
    try:
        status = _run()
        sys.stdout.flush()
    except BrokenPipeError:
        pass  # The reader went away (`mtqa check … | head`): nothing is wrong.
    # Taking the lexicon and the rules apart value by value is a tenth of a short run.
    os._exit(status)


def _run() -> int:
    try:
        return int(cli(standalone_mode=False) or 0)
    except MtqaError as error:
        return _failed(str(error), error.exit_code)
    except click.ClickException as error:
        return _failed(error.format_message().replace("\n", " "), 2)
    except (click.Abort, KeyboardInterrupt):
        return _failed("interrupted", 130)


def _failed(message: str, status: int) -> int:
    click.echo(f"mtqa: {message}", err=True)
    return status

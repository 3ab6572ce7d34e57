"""The program itself: its name, its version, and how it ends."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

import sayso
from sayso.exits import ALL_READ, CODES, guarded
from sayso.output import STDOUT, writing

EXITS = "\b\nExit codes:\n" + "\n".join(f"  {code:<4}{meaning}" for code, meaning in CODES.items())

app = typer.Typer(
    name="sayso",
    help="Reads news stories: who says what, on whose word, and how many independent origins a claim has. "
    "Nothing leaves this machine; nothing is fetched but the addresses you "
    "name and the stories of the feeds you add.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command line."""
    sys.exit(guarded(_run, debug=False))


def _run() -> int:
    with writing(STDOUT):  # the help, that is: a command guards itself
        app(prog_name="sayso")
    return ALL_READ


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sayso {sayso.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and stop.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Options of the program itself."""

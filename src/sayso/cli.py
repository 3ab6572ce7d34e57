"""The command line, one command a verb."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, TextIO

import typer

import sayso
from sayso.batch import read_all
from sayso.errors import UnwritableOutput
from sayso.exits import ALL_READ, CODES, guarded, tell
from sayso.model import Page
from sayso.output import STDOUT, opened, refuse_own_input, writing
from sayso.progress import Tally, bar, pages_of
from sayso.reading import MAX_BYTES, MAX_LINES, STDIN, find_inputs
from sayso.render.forms import Form, written

_EXAMPLES = """\b
Examples:
  sayso read story.html                          who says what, as a tree
  sayso read story.txt --json                    the same for a program
  sayso read story.html --html out.html          the story with every source marked
  sayso read stories/ more.jsonl --jsonl -o all.jsonl
                                                 many stories, one JSON object a line
  sayso read "news/**/*.html" --jobs 1           a pattern; one process
  curl -s ADDRESS | sayso read -                 standard input

\b
A story is HTML, plain text, or a JSON object {"id", "text"} with, if known,
"url", "title", "outlet", "byline", "published"; in a .jsonl file one a line.

"""
_PLAIN = (100, 24)  # columns and lines where there is no terminal
_SUFFIXES_TOLD = 8
_EXITS = "\b\nExit codes:\n" + "\n".join(f"  {code:<4}{meaning}" for code, meaning in CODES.items())

app = typer.Typer(
    name="sayso",
    help="Reads news stories and says who says what, on whose word. Nothing leaves this machine.",
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


@app.command(epilog=_EXAMPLES + _EXITS)
def read(
    stories: Annotated[
        list[str],
        typer.Argument(metavar="STORY...", help="Files, folders, patterns, or - for standard input."),
    ],
    json: Annotated[bool, typer.Option("--json", help="One JSON object, for one story.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="A JSON object a line.")] = False,
    html: Annotated[
        str | None, typer.Option("--html", metavar="FILE", help="A page for the browser, in this file.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Shorten nothing in the tree.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help="Stories at a time; as many as cores if not given."),
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit",
            min=1,
            metavar="BYTES",
            help=f"Refuse larger stories. Text of more than {MAX_LINES:,} lines is refused under any limit: "
            "give one story a file.",
        ),
    ] = MAX_BYTES,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a mistake in Sayso.")] = False,
) -> None:
    """Read stories and show who says what in them, through whom, and in which words."""
    form, target = _form_and_target(json, jsonl, html, output)
    order = _Order(stories, form, target, full, jobs, limit, debug)
    raise typer.Exit(guarded(lambda: _carry_out(order), debug=debug))


@dataclass(frozen=True)
class _Order:
    """What the command line asked for."""

    stories: list[str]
    form: Form
    target: str | None
    full: bool
    jobs: int | None
    limit: int
    debug: bool


def _form_and_target(
    json: bool, jsonl: bool, html: str | None, output: str | None
) -> tuple[Form, str | None]:
    if json + jsonl + (html is not None) > 1:
        raise typer.BadParameter("Give one of --json, --jsonl and --html.")
    if html is not None:
        if output is not None:
            raise typer.BadParameter("--html names its file itself; leave out --output.")
        return "html", html
    return "json" if json else "jsonl" if jsonl else "tree", output


def _carry_out(order: _Order) -> int:
    refuse_own_input(order.target, order.stories)
    passed_over: set[str] = set()
    found = find_inputs(order.stories, limit=order.limit, passed_over=passed_over)
    first = list(islice(found, 2))
    if order.form == "json" and len(first) > 1:
        raise UnwritableOutput("--json", "it gives one object, and there are several stories", "use --jsonl")
    tally = Tally()
    with (
        closing(read_all(chain(first, found), jobs=order.jobs, limit=order.limit)) as readings,
        bar(shown=len(first) > 1 and _bar_suits(order), total=_count(order)) as done,
    ):
        pages = pages_of(readings, tally, done, debug=order.debug)
        for page in islice(pages, 1):  # where no page can be read, an older file is left as it is
            _write(chain([page], pages), order)
    if passed_over:
        tell(_told_of(passed_over))
    return tally.exit_code


def _told_of(passed_over: set[str]) -> str:
    suffixes = Counter(Path(name).suffix.lower() or "without a suffix" for name in passed_over)
    commonest = sorted(suffixes.items(), key=lambda item: (-item[1], item[0]))[:_SUFFIXES_TOLD]
    kinds = ", ".join(f"{count:,} {suffix}" for suffix, count in commonest)
    more = ", and others" if len(suffixes) > _SUFFIXES_TOLD else ""
    files = "1 file" if len(passed_over) == 1 else f"{len(passed_over):,} files"
    return f"{files} in folders passed over, of kinds that are not read: {kinds}{more}"


def _write(pages: Iterable[Page], order: _Order) -> None:
    width = shutil.get_terminal_size(_PLAIN).columns
    with opened(order.target, utf8=order.form != "tree") as stream:
        colour = stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        for piece in written(pages, order.form, width=width, colour=colour, full=order.full):
            stream.write(piece)


def _bar_suits(order: _Order) -> bool:
    """A bar is for the terminal, and there only where no results scroll by."""
    return _shown(sys.stderr) and not (order.target in (None, STDOUT) and _shown(sys.stdout))


def _shown(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()  # None where the shell has closed it


def _count(order: _Order) -> int | None:
    """How many inputs there will be, where that can be seen without using them up."""
    if not _bar_suits(order) or any(map(_is_stream, order.stories)):
        return None
    return sum(1 for _ in find_inputs(order.stories, limit=order.limit))


def _is_stream(name: str) -> bool:
    return name == STDIN or (os.path.exists(name) and Path(name).is_fifo())

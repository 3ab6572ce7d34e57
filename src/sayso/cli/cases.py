"""The commands that work on a case: add pages, list claims, trace one, look at sources, compare, check."""

from __future__ import annotations

import json as json_module
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from sayso.cli.app import EXITS, app
from sayso.cli.options import Debug, Full, Jobs, Json, Limit
from sayso.exits import ALL_READ, guarded
from sayso.reading import MAX_BYTES
from sayso.render.view import View

if TYPE_CHECKING:  # what a command needs is loaded when it runs
    from sayso.case import Case

_COLUMNS = 100

Case_ = Annotated[str, typer.Argument(metavar="CASE", help="The case's file, such as story.sayso.")]
Names = Annotated[
    list[str],
    typer.Argument(metavar="PAGE...", help="Files, folders, patterns, feeds, archives, addresses, -."),
]
Private = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from this machine and its network too.")
]

_ADD = """\b
Examples:
  sayso add story.sayso *.html                   makes the case if there is none
  sayso add story.sayso feed.xml saved.warc.gz   feeds and archives
  sayso add story.sayso https://example.org/a    fetched politely
A page added twice is one page, so the same command may be given again after a stop.
Of a feed that tells only the beginnings of its stories, the stories are fetched.

"""
_TRACE = """\b
Examples:
  sayso trace story.sayso "eight canisters were delivered"
                                                 a claim in your own words
  sayso trace story.sayso 08f09c4332             one that `sayso claims` lists
  sayso trace story.sayso 08f09c4332 --json      for a program

"""


@app.command(epilog=_ADD + EXITS)
def add(
    case: Case_,
    names: Names,
    jobs: Jobs = None,
    limit: Limit = MAX_BYTES,
    allow_private: Private = False,
    debug: Debug = False,
) -> None:
    """Add pages to a case, which is made if there is none; go on where it stopped."""
    from sayso.adding import Adding, carry_out

    run = Adding(case, names, jobs, limit, allow_private, debug)
    raise typer.Exit(guarded(partial(carry_out, run), debug=debug))


@app.command(epilog=EXITS)
def claims(
    case: Case_,
    most: Annotated[int, typer.Option("--most", min=1, help="How many to list.")] = 20,
    least: Annotated[int, typer.Option("--least", min=2, help="Reports that a claim must have.")] = 2,
    json: Json = False,
    debug: Debug = False,
) -> None:
    """List the claims of a case: how many reports each has, and how many independent origins."""

    def answer(opened: Case) -> str:
        from sayso.asking import claims_of
        from sayso.render.listing import claim_rows, claims_text

        listed = claims_of(opened, limit=most, least=least, keep=_writable(case))
        return _json(claim_rows(listed)) if json else claims_text(listed, _view())

    _answer(case, answer, debug)


@app.command(epilog=_TRACE + EXITS)
def trace(
    case: Case_,
    claim: Annotated[str, typer.Argument(help="The claim's words, or its id.")],
    json: Json = False,
    id: Annotated[str | None, typer.Option("--id", help="Put this id into the JSON.")] = None,
    full: Full = False,
    debug: Debug = False,
) -> None:
    """Trace a claim: who reports it, on whose word, how many independent origins, what changed."""
    if not claim.strip():
        raise typer.BadParameter("Give the words of a claim, or its id.")

    def answer(opened: Case) -> str:
        from sayso.asking import trail_of
        from sayso.provenance.trail_json import trail_dict
        from sayso.render.trail import trail_text

        found = trail_of(opened, claim)
        if json:
            return _json(trail_dict(found, id))
        pages = {one.page: opened.page(one.page) for one in found.reports}
        return trail_text(found, pages, _view(full))

    _answer(case, answer, debug)


@app.command(epilog=EXITS)
def sources(
    case: Case_,
    name: Annotated[str | None, typer.Argument(help="Whom, under any name.")] = None,
    most: Annotated[int, typer.Option("--most", min=1, help="How many to list.")] = 30,
    json: Json = False,
    debug: Debug = False,
) -> None:
    """Show who speaks in a case, in what role, for whom, and through whom we have it."""

    def answer(opened: Case) -> str:
        from sayso.relating import index_of
        from sayso.render.listing import found_sources, source_dicts, sources_text

        index = index_of(opened)
        found = found_sources(index, name)[:most]
        if json:
            return _json(source_dicts(found))
        return sources_text(found, index, opened.page, _view(), said=name is not None)

    _answer(case, answer, debug)


@app.command(epilog=EXITS)
def compare(
    case: Case_,
    first: Annotated[str, typer.Argument(metavar="PAGE", help="Id, address or file of a page.")],
    later: Annotated[str, typer.Argument(metavar="PAGE", help="And of another.")],
    full: Full = False,
    debug: Debug = False,
) -> None:
    """Compare two pages: what was copied, which hedges were dropped, which details changed."""

    def answer(opened: Case) -> str:
        from sayso.render.comparing import comparison_text

        one, other = (opened.page(opened.find_page(words)) for words in (first, later))
        return comparison_text(one, other, _view(full))

    _answer(case, answer, debug)


@app.command(epilog=EXITS)
def check(
    case: Case_,
    repair: Annotated[bool, typer.Option("--repair", help="Compute again what is wrong and can be.")] = False,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Read every page again.")] = False,
    jobs: Jobs = None,
    debug: Debug = False,
) -> None:
    """Check a case file; repair or rebuild what can be computed again."""
    from sayso.adding import checked

    work = partial(checked, case, repair=repair, rebuild=rebuild, jobs=jobs)
    raise typer.Exit(guarded(work, debug=debug))


@app.command(epilog=EXITS)
def demo(
    keep: Annotated[
        str | None, typer.Option("--keep", metavar="CASE", help="Keep the case in this file.")
    ] = None,
    debug: Debug = False,
) -> None:
    """Make a case of invented pages and show what Sayso finds in it."""
    from sayso.demo.showing import show

    raise typer.Exit(guarded(partial(show, keep, _write, _view()), debug=debug))


def _answer(file: str, answer: Callable[[Case], str], debug: bool) -> NoReturn:
    """Print what ``answer`` makes of the case in ``file``, brought up to date, and end the program."""

    def work() -> int:
        from sayso.case import open_case
        from sayso.relating import relate

        with open_case(file, write=_writable(file)) as case:
            with _steps() as told:
                relate(case, told)
            _write(answer(case))
        return ALL_READ

    raise typer.Exit(guarded(work, debug=debug))


def _writable(file: str) -> bool:
    return os.access(file, os.W_OK) and os.access(os.path.dirname(os.path.abspath(file)), os.W_OK)


def _json(value: object) -> str:
    return json_module.dumps(value, ensure_ascii=False, indent=2) + "\n"


@contextmanager
def _steps() -> Iterator[Callable[[str], None]]:
    """Says on a terminal's stderr what is being computed."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        yield lambda step: status.update(f"computing {step} …")


def _view(full: bool = False) -> View:
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return View(width=shutil.get_terminal_size((_COLUMNS, 24)).columns, colour=colour, full=full)


def _write(text: str) -> None:
    from sayso.output import STDOUT, opened

    with opened(STDOUT, utf8=False) as stream:
        stream.write(text)

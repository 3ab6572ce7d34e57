"""The commands that work on a case: add pages, list claims, trace one, look at sources, compare, check."""

from __future__ import annotations

import json as json_module
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Annotated

import typer

from sayso.cli.app import EXITS, app
from sayso.cli.options import Debug, Full, Jobs, Json, Limit
from sayso.exits import guarded
from sayso.reading import MAX_BYTES
from sayso.render.view import View

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

    def work() -> int:
        from sayso.asking import claims_of
        from sayso.case import open_case
        from sayso.render.listing import claim_rows, claims_text

        with open_case(case, write=os.access(case, os.W_OK)) as opened:
            _up_to_date(opened)
            listed = claims_of(opened, limit=most, least=least)
            if json:
                _write(json_module.dumps(claim_rows(listed), ensure_ascii=False, indent=2) + "\n")
            else:
                _write(claims_text(listed, _view()))
        return 0

    raise typer.Exit(guarded(work, debug=debug))


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

    def work() -> int:
        from sayso.asking import as_json, trail_of
        from sayso.case import open_case
        from sayso.render.trail import trail_text

        with open_case(case, write=os.access(case, os.W_OK)) as opened:
            _up_to_date(opened)
            found = trail_of(opened, claim)
            if json:
                _write(as_json(found, id) + "\n")
            else:
                pages = {one.page: opened.page(one.page) for one in found.reports}
                _write(trail_text(found, pages, _view(full)))
        return 0

    raise typer.Exit(guarded(work, debug=debug))


@app.command(epilog=EXITS)
def sources(
    case: Case_,
    name: Annotated[str | None, typer.Argument(help="Whom, under any name.")] = None,
    most: Annotated[int, typer.Option("--most", min=1, help="How many to list.")] = 30,
    json: Json = False,
    debug: Debug = False,
) -> None:
    """Show who speaks in a case, in what role, for whom, and through whom we have it."""

    def work() -> int:
        from sayso.case import open_case
        from sayso.relating import index_of
        from sayso.render.listing import found_sources, source_dicts, sources_text

        with open_case(case, write=os.access(case, os.W_OK)) as opened:
            _up_to_date(opened)
            index = index_of(opened)
            found = found_sources(index, name)[:most]
            if json:
                _write(json_module.dumps(source_dicts(found), ensure_ascii=False, indent=2) + "\n")
            else:
                _write(sources_text(found, index, opened.page, _view(), said=name is not None))
        return 0

    raise typer.Exit(guarded(work, debug=debug))


@app.command(epilog=EXITS)
def compare(
    case: Case_,
    first: Annotated[str, typer.Argument(metavar="PAGE", help="Id, address or file of a page.")],
    later: Annotated[str, typer.Argument(metavar="PAGE", help="And of another.")],
    full: Full = False,
    debug: Debug = False,
) -> None:
    """Compare two pages: what was copied, which hedges were dropped, which details changed."""

    def work() -> int:
        from sayso.case import open_case
        from sayso.render.comparing import comparison_text

        with open_case(case, write=os.access(case, os.W_OK)) as opened:
            pages = [opened.page(opened.find_page(words)) for words in (first, later)]
            _write(comparison_text(pages[0], pages[1], _view(full)))
        return 0

    raise typer.Exit(guarded(work, debug=debug))


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


def _up_to_date(case: object) -> None:
    from sayso.case import Case
    from sayso.relating import relate

    assert isinstance(case, Case)
    with _steps() as told:
        relate(case, told)


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

"""The commands that read pages: ``sayso read`` and ``sayso thread``."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from sayso.cli.app import EXITS, app
from sayso.cli.options import Debug, Full, Html, Jobs, Json, Jsonl, Limit, ShowAll, Stories, Target
from sayso.exits import guarded
from sayso.pipeline import read_input, read_thread
from sayso.reading import MAX_BYTES
from sayso.render.forms import Form
from sayso.render.thread import selected
from sayso.render.view import View
from sayso.run import Run, carry_out

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
The comments under it are read with it.

"""
_THREAD_EXAMPLES = """\b
Examples:
  sayso thread page.html                         the comments as a tree
  sayso thread saved.txt                         the same from flat text
  sayso thread page.html --depth 1               what answers the story itself
  sayso thread page.html --author "Wenna Oakshard"
                                                 hers, and what they answer
  sayso thread page.html --json                  for a program

"""


@app.command(epilog=_EXAMPLES + EXITS)
def read(
    stories: Stories,
    json: Json = False,
    jsonl: Jsonl = False,
    html: Html = None,
    output: Target = None,
    full: Full = False,
    show_all: ShowAll = False,
    jobs: Jobs = None,
    limit: Limit = MAX_BYTES,
    debug: Debug = False,
) -> None:
    """Read stories and show who says what in them, through whom, and in which words."""
    form, target = _form_and_target(json, jsonl, html, output)
    reader = partial(read_input, limit=limit)
    view = View(full=full, show_all=show_all)
    run = Run(stories, form, target, jobs, limit, debug, reader, view)
    raise typer.Exit(guarded(lambda: carry_out(run), debug=debug))


@app.command(epilog=_THREAD_EXAMPLES + EXITS)
def thread(
    stories: Stories,
    json: Json = False,
    jsonl: Jsonl = False,
    html: Html = None,
    output: Target = None,
    depth: Annotated[
        int | None, typer.Option("--depth", min=1, help="The first levels only; 1 is what answers the story.")
    ] = None,
    author: Annotated[
        str | None,
        typer.Option("--author", metavar="NAME", help="One person's, and what they answer."),
    ] = None,
    full: Full = False,
    show_all: ShowAll = False,
    jobs: Jobs = None,
    limit: Limit = MAX_BYTES,
    debug: Debug = False,
) -> None:
    """Show the comments under stories: who answers whom, when, and what they write."""
    form, target = _form_and_target(json, jsonl, html, output)
    reader = partial(read_thread, limit=limit)
    view = View(full=full, show_all=show_all, thread_alone=True)
    select = partial(selected, depth=depth, author=author)
    run = Run(stories, form, target, jobs, limit, debug, reader, view, select)
    raise typer.Exit(guarded(lambda: carry_out(run), debug=debug))


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

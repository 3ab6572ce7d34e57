"""One run of a command over its inputs: take them up, read them, write what became of them."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

from sayso.batch import Reader, read_all
from sayso.errors import UnwritableOutput
from sayso.model import Page
from sayso.output import STDOUT, opened, refuse_own_input
from sayso.progress import Tally, bar, pages_of, tell_passed_over
from sayso.reading import STDIN, find_inputs
from sayso.render.forms import Form, written
from sayso.render.view import View

_PLAIN = (100, 24)  # columns and lines where there is no terminal
_SEVERAL = UnwritableOutput("--json", "it gives one object, and there are several stories", "use --jsonl")


@dataclass(frozen=True)
class Run:
    """What a command line asked for.

    ``reader`` makes a page of an input, ``select`` leaves out of it what is not wanted.
    """

    stories: list[str]
    form: Form
    target: str | None
    jobs: int | None
    limit: int
    debug: bool
    reader: Reader
    view: View
    select: Callable[[Page], Page] | None = None


def carry_out(run: Run) -> int:
    """Do it; the exit code tells how much could be read."""
    refuse_own_input(run.target, run.stories)
    passed_over: set[str] = set()
    found = find_inputs(run.stories, limit=run.limit, passed_over=passed_over)
    first = list(islice(found, 2))
    if run.form == "json" and len(first) > 1:
        raise _SEVERAL
    tally = Tally()
    with (
        closing(read_all(chain(first, found), run.reader, jobs=run.jobs)) as readings,
        bar(shown=len(first) > 1 and _bar_suits(run), total=_count(run)) as done,
    ):
        pages = pages_of(readings, tally, done, debug=run.debug)
        pages = map(run.select, pages) if run.select else pages
        begun = list(islice(pages, 2 if run.form == "json" else 1))
        if run.form == "json" and len(begun) > 1:
            raise _SEVERAL
        if begun:  # where no page can be read, an older file is left as it is
            _write(chain(begun, pages), run)
    tell_passed_over(passed_over)
    return tally.exit_code


def _write(pages: Iterable[Page], run: Run) -> None:
    with opened(run.target, utf8=run.form != "tree") as stream:
        width = shutil.get_terminal_size(_PLAIN).columns
        colour = stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        for piece in written(pages, run.form, replace(run.view, width=width, colour=colour)):
            stream.write(piece)


def _bar_suits(run: Run) -> bool:
    """A bar is for the terminal, and there only where no results scroll by."""
    return _shown(sys.stderr) and not (run.target in (None, STDOUT) and _shown(sys.stdout))


def _shown(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()  # None where the shell has closed it


def _count(run: Run) -> int | None:
    """How many inputs there will be, where that can be seen without using them up."""
    if not _bar_suits(run) or any(map(_is_stream, run.stories)):
        return None
    return sum(1 for _ in find_inputs(run.stories, limit=run.limit))


def _is_stream(name: str) -> bool:
    return name == STDIN or (os.path.exists(name) and Path(name).is_fifo())

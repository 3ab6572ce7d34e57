"""What a person sees while a batch is read: a bar, and a line for each input that could not be read."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sayso.batch import Reading
from sayso.exits import ALL_READ, NONE_READ, SOME_UNREAD, tell
from sayso.model import Page

_SUFFIXES_TOLD = 8


@dataclass
class Tally:
    """How many inputs were read, and how many could not be."""

    read: int = 0
    unread: int = 0

    @property
    def exit_code(self) -> int:
        """The exit code that tells so."""
        if not self.unread:
            return ALL_READ
        return SOME_UNREAD if self.read else NONE_READ


def pages_of(
    readings: Iterable[Reading], tally: Tally, done: Callable[[], None], *, debug: bool = False
) -> Iterator[Page]:
    """The pages among ``readings``; what could not be read is told on stderr, and both are counted.

    ``done`` is called after each input.
    """
    for reading in readings:
        if reading.error is not None:
            tally.unread += 1
            tell(str(reading.error))
            if reading.trace and debug:
                print(reading.trace, file=sys.stderr)
        else:
            tally.read += 1
            yield from reading.pages
        done()
    if tally.unread and tally.read + tally.unread > 1:
        tell(f"{tally.unread:,} of {tally.read + tally.unread:,} inputs could not be read")


def tell_passed_over(files: Collection[str]) -> None:
    """Tell how many files in folders are of kinds that are not read, if there are any, and of which."""
    if not files:
        return
    suffixes = Counter(Path(name).suffix.lower() or "without a suffix" for name in files)
    commonest = sorted(suffixes.items(), key=lambda item: (-item[1], item[0]))[:_SUFFIXES_TOLD]
    kinds = ", ".join(f"{count:,} {suffix}" for suffix, count in commonest)
    more = ", and others" if len(suffixes) > _SUFFIXES_TOLD else ""
    number = "1 file" if len(files) == 1 else f"{len(files):,} files"
    tell(f"{number} in folders passed over, of kinds that are not read: {kinds}{more}")


@contextmanager
def bar(*, shown: bool, total: int | None) -> Iterator[Callable[[], None]]:
    """A progress bar on stderr, if it is to be ``shown``; what it gives is called once an input is done.

    Without a ``total`` the bar only counts.
    """
    if not shown:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        yield partial(progress.advance, progress.add_task("", total=total))

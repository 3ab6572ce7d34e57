"""Many stories at once, on all cores: what became of each, in the order they were given."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

from sayso.errors import UnreadablePage
from sayso.model import Page
from sayso.reading import Input
from sayso.workers import map_in_order

Reader = Callable[[Input], tuple[Page, ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one input: its page, several of an export, or the error that tells why there is none.

    ``trace`` is the traceback where the error is a mistake of Sayso's own.
    """

    name: str
    pages: tuple[Page, ...] = ()
    error: UnreadablePage | None = None
    trace: str | None = None


def read_all(
    inputs: Iterable[Input], reader: Reader, *, jobs: int | None = None
) -> Generator[Reading, None, None]:
    """What ``reader`` makes of ``inputs``, in their order.

    ``jobs`` worker processes are at work, one a core if not given.
    Inputs are taken as they can be worked on, so there may be any number of them. One that cannot
    be read, or that brings its worker down, costs no other. A single input, or a single job, is
    worked on in this process. ``reader`` is a function that a new process can import.
    """
    jobs = jobs or cores()
    read = partial(_read_one, reader)
    source = iter(inputs)
    first = list(islice(source, 2))
    everything = chain(first, source)
    if jobs == 1 or len(first) < 2:
        yield from map(read, everything)
    else:
        yield from map_in_order(read, everything, lost=_lost, jobs=jobs)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _read_one(reader: Reader, input: Input) -> Reading:
    try:
        return Reading(input.name, pages=reader(input))
    except UnreadablePage as error:
        return Reading(input.name, error=error)
    except Exception as error:  # a mistake of ours may cost this page, never the batch
        reason = f"Sayso failed on it ({type(error).__name__}: {error})"
        mend = "please report this, with what --debug prints"
        return Reading(
            input.name, error=UnreadablePage(input.name, reason, mend), trace=traceback.format_exc()
        )


def _lost(input: Input, exit_code: int | None) -> Reading:
    reason = f"the process that read it died (exit code {exit_code})"
    mend = "if memory ran short, try fewer --jobs; otherwise please report it"
    return Reading(input.name, error=UnreadablePage(input.name, reason, mend))

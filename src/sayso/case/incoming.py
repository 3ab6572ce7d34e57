"""Add many inputs to a case, on all cores: what is in already is not read again."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sayso.batch import Reader, Reading, read_all
from sayso.case.case import Case
from sayso.case.pages import Original
from sayso.case.taking import Added
from sayso.errors import UnreadablePage
from sayso.reading import MAX_BYTES, Input
from sayso.reading.page import load


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of one input: the pages it brought, or the error that tells why it brought none."""

    name: str
    pages: tuple[Added, ...] = ()
    error: UnreadablePage | None = None
    trace: str | None = None


def add_all(
    case: Case, inputs: Iterable[Input], reader: Reader, *, jobs: int | None = None, limit: int = MAX_BYTES
) -> Iterator[Arrival]:
    """Add to ``case`` what ``reader`` makes of ``inputs``: what became of each, once it is in the file.

    They come in their order. ``jobs`` and ``reader`` are as :func:`sayso.batch.read_all` takes them;
    no input is larger than ``limit`` bytes. What cannot be read costs no other, and is kept among the
    case's failures.
    """
    queue: deque[Arrival | Original] = deque()
    with closing(read_all(_unknown(case, inputs, limit, queue), reader, jobs=jobs)) as readings:
        for reading in readings:
            yield from _before_next(queue)
            yield _added(case, queue.popleft(), reading)
    yield from _before_next(queue)


def read_originals(
    originals: Iterable[Original], *, reader: Reader, jobs: int | None = None
) -> Iterator[Reading]:
    """What ``reader`` makes of what pages were read from, to compute a case again."""
    return read_all((one.input for one in originals), reader, jobs=jobs)


def _unknown(
    case: Case, inputs: Iterable[Input], limit: int, queue: deque[Arrival | Original]
) -> Iterator[Input]:
    """The inputs that have to be read; ``queue`` gets each one's original, and what became of the others."""
    for one in inputs:
        try:
            raw = _bytes_of(one, limit)
        except UnreadablePage as error:
            queue.append(_failed(case, error))
            continue
        original = Original(one.name, raw, one.form, one.url, one.charset, one.fetched)
        if case.known(original.hash):
            queue.append(Arrival(one.name, case.add(original, ())))
            continue
        queue.append(original)
        yield original.input


def _bytes_of(input: Input, limit: int) -> bytes:
    if isinstance(input.content, UnreadablePage):
        raise input.content
    return load(input.content, limit) if isinstance(input.content, Path) else input.content


def _before_next(queue: deque[Arrival | Original]) -> Iterator[Arrival]:
    while queue and isinstance(first := queue[0], Arrival):
        queue.popleft()
        yield first


def _added(case: Case, original: Arrival | Original, reading: Reading) -> Arrival:
    assert isinstance(original, Original)
    if reading.error is not None:
        return _failed(case, reading.error, reading.trace)
    try:
        return Arrival(reading.name, case.add(original, reading.pages))
    except UnreadablePage as error:
        return _failed(case, error)


def _failed(case: Case, error: UnreadablePage, trace: str | None = None) -> Arrival:
    case.note_failure(error)
    return Arrival(error.file, error=error, trace=trace)

"""Worker processes side by side: one item each at a time, the results in the order of the items."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Results wait for the slowest item before them, but no more than this many to a worker:
# then no further items are taken, which keeps memory flat however long the batch is.
_AHEAD = 4
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
_SPAWN = multiprocessing.get_context("spawn")


def map_in_order(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    lost: Callable[[Item, int | None], Result],
    jobs: int,
) -> Iterator[Result]:
    """``function`` of each item, worked out by ``jobs`` processes; items are taken as they are needed.

    ``function`` must be one that a new process can import. Where a process dies, ``lost`` of its
    item and its exit code stands in for the result, and another process takes its place.
    """
    crew = _Crew(function, lost, jobs)
    try:
        yield from crew.results(items)
    finally:
        crew.dismiss()


class _Worker(Generic[Item, Result]):
    """One process, and the end of the pipe that leads to it."""

    def __init__(self, function: Callable[[Item], Result]) -> None:
        self.connection, theirs = _SPAWN.Pipe()
        self.process = _SPAWN.Process(target=_work, args=(theirs, function), daemon=True)
        with _interrupts_held():
            self.process.start()
        theirs.close()

    def take(self, item: Item) -> bool:
        """Send it ``item``; False where it has died, and the other side of its pipe is closed."""
        try:
            self.connection.send(item)
        except OSError:
            return False
        return True

    def stop(self) -> int | None:
        self.connection.close()
        self.process.terminate()
        self.process.join()
        return self.process.exitcode


class _Crew(Generic[Item, Result]):
    def __init__(
        self, function: Callable[[Item], Result], lost: Callable[[Item, int | None], Result], jobs: int
    ) -> None:
        self._function, self._lost, self._jobs = function, lost, jobs
        self._idle: list[_Worker[Item, Result]] = []
        self._busy: dict[Connection, tuple[_Worker[Item, Result], int, Item]] = {}

    def results(self, items: Iterable[Item]) -> Iterator[Result]:
        numbered, more = enumerate(items), True
        done: dict[int, Result] = {}
        taken = given = 0
        while more or self._busy:
            while more and len(self._busy) < self._jobs and taken - given < _AHEAD * self._jobs:
                following = next(numbered, None)
                if following is None:
                    more = False
                else:
                    self._hand_out(*following)
                    taken += 1
            done.update(self._collect())
            while given in done:
                yield done.pop(given)
                given += 1

    def _hand_out(self, number: int, item: Item) -> None:
        worker = self._idle.pop() if self._idle else _Worker(self._function)
        if not worker.take(item):  # it died with nothing to do, which is not this item's fault
            worker.stop()
            worker = _Worker(self._function)
            worker.take(item)  # where this one dies as well, _collect finds it so
        self._busy[worker.connection] = worker, number, item

    def _collect(self) -> Iterator[tuple[int, Result]]:
        for connection in wait(list(self._busy)) if self._busy else ():
            worker, number, item = self._busy.pop(connection)  # type: ignore[call-overload]
            try:
                result = worker.connection.recv()
            except (EOFError, OSError):
                yield number, self._lost(item, worker.stop())
            else:
                self._idle.append(worker)
                yield number, result

    def dismiss(self) -> None:
        for worker in [*self._idle, *(worker for worker, _, _ in self._busy.values())]:
            worker.stop()


def _work(connection: Connection, function: Callable[[Any], Any]) -> None:
    """What a worker process does: results for items, until nobody asks any more."""
    for name, value in _ONE_THREAD.items():
        os.environ.setdefault(name, value)
    while True:
        try:
            item = connection.recv()
        except (EOFError, OSError):
            return
        result = function(item)
        try:
            connection.send(result)
        except OSError:
            return


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Processes started within never see Ctrl-C, which goes to all: stopping them is the parent's part."""
    # Python starts this with the first process, and lets interrupts through again when it has.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

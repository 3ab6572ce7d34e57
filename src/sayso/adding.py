"""Bring pages into a case and check a case: what ``sayso add`` and ``sayso check`` do."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from sayso.case import add_all, open_case
from sayso.case.incoming import Arrival, read_originals
from sayso.errors import UnreadablePage
from sayso.exits import ALL_READ, NONE_READ, SOME_UNREAD, tell
from sayso.fetching import Fetched, Policy, fetch_all, names_and_addresses
from sayso.pipeline import read_input
from sayso.progress import bar, tell_passed_over
from sayso.reading import Input, entries_of, find_inputs
from sayso.relating import relate

_OUTCOMES = {"added": "added", "changed": "new version", "known": "known before"}


@dataclass(frozen=True, slots=True)
class Adding:
    """What a command line asked to be added."""

    case: str
    names: list[str]
    jobs: int | None
    limit: int
    allow_private: bool
    debug: bool


def carry_out(run: Adding) -> int:
    """Add it; the exit code tells how much could be read. What was added when it is stopped, stays."""
    tally = _Tally()
    passed_over: set[str] = set()
    with open_case(run.case, create=True) as case:
        inputs = _inputs(run, tally, passed_over)
        reader = partial(read_input, limit=run.limit)
        with bar(shown=sys.stderr is not None and sys.stderr.isatty(), total=None) as done:
            for arrival in add_all(case, inputs, reader, jobs=run.jobs, limit=run.limit):
                tally.take(arrival, debug=run.debug)
                done()
        relate(case)
        pages = len(case.page_ids())
    tally.tell(run.case, pages)
    tell_passed_over(passed_over)
    return tally.exit_code


def checked(file: str, *, repair: bool, rebuild: bool, jobs: int | None) -> int:
    """Check the case in ``file``, after repairing or rebuilding it where that is asked for."""
    readers = partial(read_originals, reader=read_input, jobs=jobs)
    with open_case(file) as case:
        if rebuild:
            for error in case.rebuild(readers):
                tell(str(error))
            relate(case)
        findings = case.repair(readers) if repair else case.check()
        if repair:
            relate(case)
    for finding in findings:
        tell(str(finding))
    if not findings:
        print(f"{file}: whole")
    return SOME_UNREAD if findings else ALL_READ


def _inputs(run: Adding, tally: _Tally, passed_over: set[str]) -> Iterator[Input]:
    """The files, then what comes from the addresses, then the stories of the feeds among them."""
    files, addresses = names_and_addresses(run.names)
    policy = Policy(limit=run.limit, allow_private=run.allow_private)
    stories: dict[str, None] = {}
    if files:
        found = find_inputs(files, limit=run.limit, passed_over=passed_over)
        yield from _following(found, stories, tally, run.limit)
    yield from _following(_fetched(addresses, policy), stories, tally, run.limit)
    yield from _fetched([address for address in stories if address not in addresses], policy)


def _following(
    inputs: Iterable[Input], stories: dict[str, None], tally: _Tally, limit: int
) -> Iterator[Input]:
    """``inputs`` without feeds that tell no story; the addresses of stories go into ``stories``."""
    for one in inputs:
        try:
            entries = entries_of(one, limit=limit)
        except UnreadablePage:
            entries = ()  # it is told why when it is read
        ahead = [entry.link for entry in entries if entry.link and not entry.whole]
        stories.update(dict.fromkeys(ahead))
        tally.followed += bool(ahead)
        if not ahead or any(entry.is_story for entry in entries):
            yield one


def _fetched(addresses: Iterable[str], policy: Policy) -> Iterator[Input]:
    for outcome in fetch_all(addresses, policy=policy):
        yield outcome.as_input() if isinstance(outcome, Fetched) else Input(outcome.file, outcome)


@dataclass(slots=True)
class _Tally:
    """What became of all that was to be added; ``followed`` are feeds whose stories were fetched."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[UnreadablePage] = field(default_factory=list)
    followed: int = 0

    @property
    def exit_code(self) -> int:
        if not self.errors:
            return ALL_READ
        return SOME_UNREAD if self.counts else NONE_READ

    def take(self, arrival: Arrival, *, debug: bool) -> None:
        self.counts.update(page.outcome for page in arrival.pages)
        if arrival.error is not None:
            self.errors.append(arrival.error)
            if arrival.trace and debug:
                print(arrival.trace, file=sys.stderr)

    def tell(self, file: str, pages: int) -> None:
        """What came in, on stdout, and what did not and why, on stderr."""
        parts = [f"{self.counts[what]:,} {words}" for what, words in _OUTCOMES.items() if self.counts[what]]
        if self.followed:
            parts.append("1 feed followed" if self.followed == 1 else f"{self.followed:,} feeds followed")
        if self.errors:
            parts.append(f"{len(self.errors):,} could not be read")
        for error in self.errors:
            tell(str(error))
        held = "1 page" if pages == 1 else f"{pages:,} pages"
        print(f"{file}: {', '.join(parts) or 'nothing to add'}; {held} in all")

"""Bring pages into a case and check a case: what ``sayso add`` and ``sayso check`` do."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

from sayso.case import add_all, open_case
from sayso.case.incoming import Arrival, read_originals
from sayso.errors import SaysoError, UnreadablePage
from sayso.exits import ALL_READ, NONE_READ, SOME_UNREAD, tell
from sayso.fetching import Fetched, Policy, fetch_all, names_and_addresses
from sayso.pipeline import read_input
from sayso.progress import bar
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
    files, addresses = names_and_addresses(run.names)
    policy = Policy(limit=run.limit, allow_private=run.allow_private)
    counts: Counter[str] = Counter()
    errors: list[UnreadablePage] = []
    with open_case(run.case, create=True) as case:
        fetched = _fetched(chain(addresses, _linked(files, run.limit)), policy)
        inputs = chain(find_inputs(files, limit=run.limit) if files else (), fetched)
        reader = partial(read_input, limit=run.limit)
        with bar(shown=sys.stderr is not None and sys.stderr.isatty(), total=None) as done:
            for arrival in add_all(case, inputs, reader, jobs=run.jobs, limit=run.limit):
                _count(arrival, counts, errors, debug=run.debug)
                done()
        relate(case)
        pages = len(case.page_ids())
    _tell_totals(counts, errors, run.case, pages)
    if not errors:
        return ALL_READ
    return SOME_UNREAD if counts else NONE_READ


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


def _linked(files: Iterable[str], limit: int) -> Iterator[str]:
    """The addresses of the stories that feeds among ``files`` only tell the beginning of."""
    for one in find_inputs(files, limit=limit):
        if not one.name.lower().endswith((".xml", ".rss", ".atom")):
            continue
        try:
            entries = entries_of(one, limit=limit)
        except SaysoError:
            continue  # told when it is read
        yield from (entry.link for entry in entries if entry.link and not entry.whole)


def _fetched(addresses: Iterable[str], policy: Policy) -> Iterator[Input]:
    for outcome in fetch_all(addresses, policy=policy):
        yield outcome.as_input() if isinstance(outcome, Fetched) else Input(outcome.file, outcome)


def _count(arrival: Arrival, counts: Counter[str], errors: list[UnreadablePage], *, debug: bool) -> None:
    counts.update(page.outcome for page in arrival.pages)
    if arrival.error is not None:
        errors.append(arrival.error)
        if arrival.trace and debug:
            print(arrival.trace, file=sys.stderr)


def _tell_totals(counts: Counter[str], errors: list[UnreadablePage], file: str, pages: int) -> None:
    parts = [f"{counts[outcome]:,} {words}" for outcome, words in _OUTCOMES.items() if counts[outcome]]
    if errors:
        parts.append(f"{len(errors):,} could not be read")
    for error in errors:
        tell(str(error))
    held = "1 page" if pages == 1 else f"{pages:,} pages"
    print(f"{file}: {', '.join(parts) or 'nothing to add'}; {held} in all")

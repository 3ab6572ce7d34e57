"""Many addresses at once: what became of each, as it comes, for code that knows nothing of asyncio."""

from __future__ import annotations

import asyncio
import threading
from collections import defaultdict, deque
from collections.abc import Generator, Iterable, Iterator
from queue import SimpleQueue

from aiohttp.abc import AbstractResolver
from yarl import URL

from sayso.errors import UnreadablePage
from sayso.fetching.asking import session
from sayso.fetching.client import Client
from sayso.fetching.fetched import Fetched
from sayso.fetching.policy import Policy

Outcome = Fetched | UnreadablePage
_AHEAD = 2  # outcomes for each host that is asked, which may wait to be taken


def fetch_all(
    addresses: Iterable[str], *, policy: Policy | None = None, resolver: AbstractResolver | None = None
) -> Generator[Outcome, None, None]:
    """What came from each of ``addresses``, or the error that tells why nothing did, as each is finished.

    So they do not come in the order given; ``url`` or ``file`` tells which it is. An address that is
    given twice is fetched once. Fetching goes on in another thread while an outcome is worked on, a few
    ahead of what is taken; it ends when the generator is closed. ``resolver`` looks names up in place
    of the system, under the same checks.
    """
    wanted = tuple(dict.fromkeys(addresses))
    if not wanted:
        return
    run = _Run(wanted, policy or Policy(), resolver)
    try:
        yield from run.outcomes()
    finally:
        run.end()


class _Run:
    def __init__(self, wanted: tuple[str, ...], policy: Policy, resolver: AbstractResolver | None) -> None:
        self._policy, self._resolver = policy, resolver
        self._waiting = deque(_by_host(wanted))
        self._found = SimpleQueue[Outcome | None]()
        self._slots = asyncio.Semaphore(_AHEAD * policy.hosts)
        self._loop = asyncio.new_event_loop()
        self._task = self._loop.create_task(self._everything())
        self._thread = threading.Thread(target=self._work, name="sayso-fetching", daemon=True)
        self._thread.start()

    def outcomes(self) -> Iterator[Outcome]:
        while (outcome := self._found.get()) is not None:
            yield outcome
            self._loop.call_soon_threadsafe(self._slots.release)
        if not self._task.cancelled():
            self._task.result()  # a mistake of ours comes up here

    def end(self) -> None:
        """Stop what is under way and wait until it has."""
        if not self._task.done():
            self._loop.call_soon_threadsafe(self._task.cancel)
        self._thread.join()
        self._loop.close()

    def _work(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(asyncio.wait([self._task]))
        finally:
            self._found.put(None)

    async def _everything(self) -> None:
        async with session(self._policy, self._resolver) as opened, asyncio.TaskGroup() as group:
            client = Client(opened, self._policy)
            for _ in range(self._policy.hosts):
                group.create_task(self._hosts(client))

    async def _hosts(self, client: Client) -> None:
        while self._waiting:
            addresses = iter(self._waiting.popleft())
            await asyncio.gather(*(self._of_host(client, addresses) for _ in range(self._policy.per_host)))

    async def _of_host(self, client: Client, addresses: Iterator[str]) -> None:
        for address in addresses:
            await self._slots.acquire()
            self._found.put(await client.fetch(address))


def _by_host(wanted: Iterable[str]) -> list[list[str]]:
    hosts = defaultdict[str, list[str]](list)
    for address in wanted:
        hosts[_host(address)].append(address)
    return list(hosts.values())


def _host(address: str) -> str:
    try:
        return URL(address).host or ""
    except ValueError:
        return ""

"""Whose turn it is: requests to one host begin some time apart, and few are under way at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass


@dataclass
class _Host:
    free: asyncio.Semaphore
    next: float = 0.0


class Turns:
    """The turns of all hosts in a run; ``per_host`` requests to each may be under way at once."""

    def __init__(self, per_host: int) -> None:
        self._per_host = per_host
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str, delay: float) -> AsyncIterator[None]:
        """Wait for a turn at ``host``, and keep the next for ``delay`` seconds from when this one begins."""
        known = self._hosts.setdefault(host, _Host(asyncio.Semaphore(self._per_host)))
        async with known.free:
            now = asyncio.get_running_loop().time()
            begins = max(now, known.next)
            known.next = begins + delay
            await asyncio.sleep(begins - now)
            yield

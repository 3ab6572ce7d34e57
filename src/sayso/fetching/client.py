"""One address and where it leads: robots.txt asked first, redirects followed one by one, each checked."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from datetime import UTC, datetime

import aiohttp
from yarl import URL

from sayso.errors import UnreadablePage
from sayso.fetching.asking import Answer, asked
from sayso.fetching.failures import cause, of_status
from sayso.fetching.fetched import Fetched
from sayso.fetching.guard import refusal
from sayso.fetching.policy import Policy
from sayso.fetching.robots import LARGEST, REDIRECTS, Robots, robots_of
from sayso.fetching.turns import Turns

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BROWSER = "open it in a browser and save the page"
_CHECK = "check the address"


class Client:
    """Fetches addresses in one ``session``, and remembers what each site asks of programs."""

    def __init__(self, session: aiohttp.ClientSession, policy: Policy) -> None:
        self._session, self._policy = session, policy
        self._turns = Turns(policy.per_host)
        self._robots: dict[URL, Robots] = {}
        self._locks = defaultdict[URL, asyncio.Lock](asyncio.Lock)

    async def fetch(self, address: str) -> Fetched | UnreadablePage:
        """What came from ``address``, or the error that tells why nothing did."""
        file = _without_password(address)
        try:
            return await self._followed(address)
        except UnreadablePage as error:
            return UnreadablePage(file, error.reason, error.mend)
        except Exception as error:  # the library promises nothing about servers it did not foresee
            return UnreadablePage(file, *cause(error, self._policy))

    async def _followed(self, address: str) -> Fetched:
        url, left, seen = URL(address.strip()).with_fragment(None), self._policy.seconds, set[URL]()
        while len(seen) <= self._policy.redirects:
            seen.add(url)
            await self._permitted(url)
            answer, took = await self._asked(url, left)
            left -= took
            if answer.status not in _REDIRECTS or not answer.location:
                return self._fetched(address, url, answer)
            url = url.join(URL(answer.location)).with_fragment(None)
            if url in seen:
                raise UnreadablePage(address, "it redirects in a circle", _BROWSER)
        reason = f"it redirects more than {self._policy.redirects} times"
        raise UnreadablePage(address, reason, _BROWSER)

    def _fetched(self, address: str, url: URL, answer: Answer) -> Fetched:
        if answer.status != 200:
            raise UnreadablePage(address, *of_status(answer.status))
        now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        return Fetched(address, str(url), answer.body, answer.content_type, answer.charset, now)

    async def _permitted(self, url: URL) -> None:
        if reason := refusal(url, self._policy):
            raise UnreadablePage(str(url), reason, _CHECK)
        robots = await self._asks(url)
        if robots.closed:
            raise UnreadablePage(str(url), *robots.closed)
        if not robots.allows(str(url), self._policy.agent):
            raise UnreadablePage(str(url), "the site asks programs not to fetch it (robots.txt)", _BROWSER)

    async def _asked(self, url: URL, seconds: float) -> tuple[Answer, float]:
        """The answer, and how many seconds it took once its turn had come."""
        robots = await self._asks(url)
        asked_for = min(robots.delay(self._policy.agent), self._policy.longest_delay)
        async with self._turns.turn(url.host or "", max(self._policy.delay, asked_for)):
            began = asyncio.get_running_loop().time()
            async with asyncio.timeout(seconds):
                limit, types = self._policy.limit, self._policy.types
                answer = await asked(self._session, url, limit=limit, types=types)
            return answer, asyncio.get_running_loop().time() - began

    async def _asks(self, url: URL) -> Robots:
        """What the site of ``url`` asks; looked up once in a run."""
        site = url.origin()
        async with self._locks[site]:
            if site not in self._robots:
                self._robots[site] = await self._look_up(site / "robots.txt")
        return self._robots[site]

    async def _look_up(self, url: URL) -> Robots:
        agent = self._policy.agent
        for _ in range(REDIRECTS + 1):
            if reason := refusal(url, self._policy):
                return Robots(closed=(reason, _CHECK))
            try:
                async with self._turns.turn(url.host or "", self._policy.delay):
                    async with asyncio.timeout(self._policy.seconds):
                        answer = await asked(self._session, url, limit=LARGEST)
                if answer.status not in _REDIRECTS or not answer.location:
                    return robots_of(answer.status, answer.body, agent)
                url = url.join(URL(answer.location))
            except UnreadablePage as error:
                return Robots(closed=(f"its site's robots.txt cannot be read: {error.reason}", error.mend))
            except (aiohttp.ClientError, OSError, ValueError) as error:
                return Robots(closed=cause(error, self._policy))
        return Robots()


def _without_password(address: str) -> str:
    scheme, mark, rest = address.partition("://")
    authority, slash, path = rest.partition("/")
    return scheme + mark + authority.rpartition("@")[2] + slash + path

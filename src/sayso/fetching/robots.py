"""What a site asks of programs, in its robots.txt (RFC 9309)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protego import Protego

from sayso.fetching.failures import Failure, of_status

LARGEST = 5_000_000
"""The largest robots.txt that is taken, in bytes."""

REDIRECTS = 5
"""As many redirects as are followed to a robots.txt."""

_MOST_READ = 512_000  # bytes; the RFC asks for 500 KiB at least
_AGENT = re.compile(r"\s*user[- ]?agent\b\s*:?\s*([^#]*)", re.I)


@dataclass(frozen=True, slots=True)
class Robots:
    """What one site asks: its ``rules``, if it has any.

    Where it cannot be asked, nothing may be fetched, and ``closed`` is reason and mend.
    """

    rules: Protego | None = None
    closed: Failure | None = None

    def allows(self, url: str, agent: str) -> bool:
        """Whether ``agent`` may fetch ``url``."""
        return not self.closed and (self.rules is None or self.rules.can_fetch(url, agent))

    def delay(self, agent: str) -> float:
        """How many seconds it asks ``agent`` to leave between requests, 0 where it does not say."""
        asked = self.rules.crawl_delay(agent) if self.rules else None
        return max(asked or 0.0, 0.0)


def robots_of(status: int, body: bytes, agent: str) -> Robots:
    """What a site asks whose robots.txt came with ``status``.

    Without one (a status of 400 to 499) everything may be fetched, from 500 on nothing.
    """
    if status >= 500:
        return Robots(closed=of_status(status, "robots.txt"))
    if status != 200:
        return Robots()
    text = body[:_MOST_READ].decode("utf-8", "replace").lstrip("\ufeff")
    own = agent.partition("/")[0].lower()
    return Robots(Protego.parse("\n".join(_short(line, own) for line in text.splitlines())))


def _short(line: str, own: str) -> str:
    """The line, but others go by one name: the time to read rules grows with agents times rules."""
    named = _AGENT.match(line)
    if named is None or named[1].strip().lower() in ("", "*", own):
        return line
    return "User-agent: another"

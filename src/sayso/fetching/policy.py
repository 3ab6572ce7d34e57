"""How addresses are fetched: whom Sayso says it is, how often it asks, and where it stops."""

from __future__ import annotations

from dataclasses import dataclass

from sayso import __version__
from sayso.reading.page import MAX_BYTES
from sayso.reading.served import HTML_TYPES, JSON_TYPES, PLAIN_TYPES, XML_TYPES


@dataclass(frozen=True, slots=True)
class Policy:
    """The limits of a run.

    ``limit`` counts the bytes of a page, packed and unpacked. ``seconds`` are those an address may take
    with all its redirects, not those it waits for its turn. Requests to one host begin ``delay`` seconds
    apart, or as far as its robots.txt asks, if that is no more than ``longest_delay``; ``per_host`` of
    them may be under way at once, and ``hosts`` hosts are asked at once. ``allow_private`` lets
    addresses on this machine and its network be fetched, at any port, which nothing else does.
    """

    agent: str = f"Sayso/{__version__}"
    limit: int = MAX_BYTES
    seconds: float = 30.0
    redirects: int = 10
    delay: float = 1.0
    longest_delay: float = 60.0
    per_host: int = 1
    hosts: int = 8
    ports: frozenset[int] = frozenset({80, 443})
    types: frozenset[str] = HTML_TYPES | PLAIN_TYPES | XML_TYPES | JSON_TYPES
    allow_private: bool = False

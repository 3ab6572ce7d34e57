"""One request, asked in its turn, and its answer as far as the limits go."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import aiohttp
from aiohttp.abc import AbstractResolver
from aiohttp.resolver import DefaultResolver
from yarl import URL

from sayso.errors import UnreadablePage
from sayso.fetching.guard import PublicResolver, public_socket
from sayso.fetching.policy import Policy
from sayso.reading.packed import unpacked
from sayso.reading.page import too_large

_AT_ONCE = 65_536
_MEND_TYPE = "name the page itself, or download it and name the file"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; ``body`` is there if the status is 200."""

    status: int
    location: str | None
    content_type: str
    charset: str | None
    body: bytes = b""


def session(policy: Policy, resolver: AbstractResolver | None = None) -> aiohttp.ClientSession:
    """A session that keeps no cookies, uses no proxy and reaches nothing that ``policy`` does not allow."""
    resolver = resolver or DefaultResolver()
    connector = aiohttp.TCPConnector(
        resolver=resolver if policy.allow_private else PublicResolver(resolver),
        socket_factory=None if policy.allow_private else public_socket,
        use_dns_cache=False,
    )
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None),
        auto_decompress=False,  # which believes what a server says of sizes
        headers={
            "User-Agent": policy.agent,
            "Accept": ", ".join((*sorted(policy.types), "*/*;q=0.1")),
            "Accept-Encoding": "gzip, deflate",
        },
    )


async def asked(
    session: aiohttp.ClientSession, url: URL, *, limit: int, types: Collection[str] | None = None
) -> Answer:
    """The answer of ``url``, its redirect not followed.

    Raises :class:`UnreadablePage` for a body of more than ``limit`` bytes, packed or unpacked, and one
    of another type than ``types``; what aiohttp raises for all that goes wrong on the way.
    """
    async with session.get(url, allow_redirects=False) as response:
        said = response.headers.get("Content-Type") is not None
        kind = response.content_type.lower() if said else ""
        answer = Answer(response.status, response.headers.get("Location"), kind, response.charset)
        if response.status != 200:
            return answer
        if types is not None and kind and kind not in types:
            raise UnreadablePage(str(url), f"it is no page but “{kind[:60]}”", _MEND_TYPE)
        body = await _body(response, str(url), limit)
        coding = ", ".join(response.headers.getall("Content-Encoding", []))
    body = unpacked(body, coding, file=str(url), limit=limit)
    return Answer(answer.status, answer.location, answer.content_type, answer.charset, body)


async def _body(response: aiohttp.ClientResponse, url: str, limit: int) -> bytes:
    if (response.content_length or 0) > limit:
        raise too_large(url, limit)
    body = bytearray()
    async for piece in response.content.iter_chunked(_AT_ONCE):
        body += piece
        if len(body) > limit:
            raise too_large(url, limit)
    return bytes(body)

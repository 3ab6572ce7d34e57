"""What may be reached: public addresses only, checked on the very address that is connected to.

A name can stand for another address each time it is looked up, so a check before the request proves
nothing. The last word is with :func:`public_socket`, which makes the socket for one connection.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network
from typing import Any

from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from sayso.fetching.policy import Policy

_GLOBAL_UNICAST = IPv6Network("2000::/3")
# How networks without IPv4 reach it; the last 32 bits are the address.
_TRANSLATED = IPv6Network("64:ff9b::/96")
_LONGEST_ADDRESS = 8_000
_NAME = re.compile(r"(?=.{1,254}\Z)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?", re.I | re.A)


class NotPublic(OSError):
    """An address on this machine, its network, or one that is nobody's."""


def refusal(url: URL, policy: Policy) -> str | None:
    """Why ``url`` may not be fetched, as far as the address itself tells; None if it may."""
    if url.scheme not in ("http", "https") or not url.raw_host:
        return "it is no address that begins with http:// or https:// and a host"
    if len(str(url)) > _LONGEST_ADDRESS:
        return f"it is longer than {_LONGEST_ADDRESS:,} characters"
    if ":" not in url.raw_host and not _NAME.fullmatch(url.raw_host):
        return "no host can be called so"
    if url.user is not None or url.password is not None:
        return "it has a name or password in it"
    if policy.allow_private:
        return None
    if url.port not in policy.ports:
        return f"it asks for port {url.port}, where no pages are"
    literal = _literal(url.raw_host)
    return None if literal is None or is_public(literal) else f"{url.raw_host} is no public address"


def is_public(address: str) -> bool:
    """Whether the IP ``address`` is one that anybody on the internet can reach.

    One that has another address in it (IPv4 in IPv6, 6to4, NAT64) is as public as that.
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv4Address):
        return _is_public_v4(found)
    if found.scope_id:
        return False
    if found in _TRANSLATED:
        return _is_public_v4(IPv4Address(int(found) & 0xFFFFFFFF))
    within = found.ipv4_mapped or found.sixtofour
    return _is_public_v6(found) if within is None else _is_public_v4(within)


def _is_public_v4(address: IPv4Address) -> bool:
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _is_public_v6(address: IPv6Address) -> bool:
    return address in _GLOBAL_UNICAST and address.is_global and not address.is_reserved


def _literal(host: str) -> str | None:
    """The IP address that ``host`` is, however it is written (0x7f.1, 017700000001); None for a name."""
    host = host.strip("[]").rstrip(".")
    if ":" in host:
        return host
    last = host.rpartition(".")[2]
    if not (last.isdecimal() or last.lower().startswith("0x")):
        return None
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        return host  # which is no address then, and not public


class PublicResolver(AbstractResolver):
    """Looks names up as ``inner`` does and gives the public addresses only."""

    def __init__(self, inner: AbstractResolver) -> None:
        self._inner = inner

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The public addresses of ``host``; raises :class:`NotPublic` if all it has are others."""
        found = await self._inner.resolve(host, port, family)
        public = [one for one in found if is_public(one["host"])]
        if found and not public:
            raise NotPublic(f"{host} is no public address")
        return public

    async def close(self) -> None:
        """Close the inner resolver."""
        await self._inner.close()


def public_socket(info: tuple[Any, ...]) -> socket.socket:
    """A socket for the connection that ``info`` describes; raises :class:`NotPublic` if it leads inside."""
    family, kind, protocol, _, address = info
    if not is_public(address[0]):
        raise NotPublic(f"{address[0]} is no public address")
    return socket.socket(family, kind, protocol)

"""Why nothing came from an address, and what can be done, in words for whoever named it."""

from __future__ import annotations

from http import HTTPStatus

import aiohttp

from sayso.fetching.guard import NotPublic
from sayso.fetching.policy import Policy

_LATER = "try again later"
_CHECK = "check the address"
_BROWSER = "open it in a browser and save the page"

Failure = tuple[str, str]


def of_status(status: int, what: str = "it") -> Failure:
    """Reason and mend for an answer with ``status``, which is not 200, when ``what`` was asked for."""
    try:
        said = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        said = str(status)
    reason = f"the server, asked for {what}, answered “{said}”"
    if status in (404, 410):
        return reason, f"{_CHECK}, or look for the page in a web archive"
    if status == 429 or status >= 500:
        return reason, _LATER
    return reason, _BROWSER


def cause(error: Exception, policy: Policy) -> Failure:
    """Reason and mend for what came up on the way."""
    if isinstance(error, aiohttp.ClientConnectorError):
        return _unconnected(error)
    if isinstance(error, TimeoutError):
        return f"it took longer than {policy.seconds:g} seconds", _LATER
    if isinstance(error, aiohttp.InvalidURL | ValueError):
        return "it is no address, or leads to what is none", _CHECK
    if isinstance(error, aiohttp.ClientPayloadError | aiohttp.ServerDisconnectedError | OSError):
        return "the connection broke off before all of it had come", _LATER
    if isinstance(error, aiohttp.ClientError):
        return f"the server's answer is not understood ({type(error).__name__})", _BROWSER
    return f"it cannot be fetched ({type(error).__name__})", _BROWSER


def _unconnected(error: aiohttp.ClientConnectorError) -> Failure:
    if isinstance(error, aiohttp.ClientSSLError):
        return f"{error.host} does not prove that it is who it says", _BROWSER
    if isinstance(error.os_error, NotPublic):
        return str(error.os_error), _CHECK
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return f"no host is called {error.host}", _CHECK
    return f"{error.host} cannot be connected to", _LATER

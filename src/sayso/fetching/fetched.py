"""Addresses among the names on a command line, and what came from one as an input to be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.reading import Input
from sayso.reading.served import form_served

_SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came from an address.

    ``url`` is the address as it was given, ``final_url`` where its redirects led. ``content`` is the
    body, unpacked; ``content_type`` (``text/html``; empty if it was not said) and ``charset`` are what
    the server said of it; ``fetched_at`` is when it came (ISO 8601, UTC).
    """

    url: str
    final_url: str
    content: bytes
    content_type: str
    charset: str | None
    fetched_at: str

    def as_input(self) -> Input:
        """The same as an input, called by the address that was given."""
        form = form_served(self.content_type, self.content)
        return Input(self.url, self.content, form, self.final_url, self.charset, self.fetched_at)


def names_and_addresses(names: Iterable[str]) -> tuple[list[str], list[str]]:
    """The names of files, folders and patterns among ``names``, and the addresses, each in its order."""
    files, addresses = list[str](), list[str]()
    for name in names:
        (addresses if name.lower().startswith(_SCHEMES) else files).append(name)
    return files, addresses

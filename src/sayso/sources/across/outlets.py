"""Which outlet an address or a name belongs to, and which agency a text says it is from.

The table is ``outlets.toml`` beside this module: names and addresses, nothing on how good an outlet is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import tld

from sayso.errors import BadOutlets
from sayso.outlet_words import NAMING

from .folding import Key, fold

_SPEC = {"name": str, "kind": str, "domains": list, "names": list, "slugs": list}
_MEND = f"write each outlet under [[outlet]], with a name and what it has of {', '.join(_SPEC)}"
_HEAD, _TAIL = 2_000, 1_000
_NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, station, site or agency: its name, the addresses it publishes at, how texts credit it."""

    name: str
    kind: Literal["agency", "outlet"] = "outlet"
    domains: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    slugs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Outlets by domain and by folded name, and the ways in which a text credits an agency."""

    by_domain: Mapping[str, Outlet]
    by_title: Mapping[str, Outlet]
    by_name: Mapping[Key, Outlet]
    by_slug: Mapping[str, Outlet]
    credit: tuple[re.Pattern[str], ...] = field(repr=False)

    @classmethod
    def load(cls, path: Path | None = None) -> Table:
        """The table, with the outlets of the file ``path`` added; where the two differ, that file holds.

        Raises :class:`sayso.BadOutlets` if the file cannot be read or is no such table.
        """
        known = _outlets(
            resources.files(__package__).joinpath("outlets.toml").read_text("utf-8"), "outlets.toml"
        )
        return cls.of(known + (_outlets(_read(path), str(path)) if path else ()))

    @classmethod
    def of(cls, outlets: tuple[Outlet, ...]) -> Table:
        """The table of these outlets; of two that claim a name or a domain, the later has it."""
        slugs = {slug: one for one in outlets if one.kind == "agency" for slug in (*one.slugs, one.name)}
        titles = {name: one for one in outlets for name in (*one.names, *one.slugs, one.name)}
        folded = {fold(name): one for name, one in titles.items()}
        return cls(
            {domain: one for one in outlets for domain in one.domains},
            {name.casefold(): one for name, one in titles.items()},
            {key: one for key, one in folded.items() if len(key) > 1 or key[0] not in NAMING},
            slugs,
            _credits(slugs),
        )

    def called(self, name: str, key: Key | None = None) -> Outlet | None:
        """The outlet of this name; "The Sun" is one's whole name, "Sun" may be anybody's short one.

        ``key`` is the folded name, where that is known.
        """
        return self.by_title.get(name.casefold()) or self.by_name.get(key or fold(name))


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadOutlets(str(path), f"cannot be read ({error})", "name a TOML file of outlets") from error


def _outlets(text: str, origin: str) -> tuple[Outlet, ...]:
    try:
        rows = tomllib.loads(text).get("outlet", [])
    except tomllib.TOMLDecodeError as error:
        raise BadOutlets(origin, f"is no TOML ({error})", _MEND) from error
    if not isinstance(rows, list):
        raise BadOutlets(origin, "its 'outlet' is no list", _MEND)
    return tuple(_outlet(row, origin) for row in rows)


def _outlet(row: Any, origin: str) -> Outlet:
    wrong = (
        not isinstance(row, dict)
        or "name" not in row
        or row.get("kind", "outlet") not in ("agency", "outlet")
    )
    if wrong or any(name not in _SPEC or not isinstance(value, _SPEC[name]) for name, value in row.items()):
        raise BadOutlets(origin, f"{row!r} is no outlet", _MEND)
    lists = {name: tuple(map(str, row.get(name, ()))) for name in ("domains", "names", "slugs")}
    return Outlet(row["name"], row.get("kind", "outlet"), **lists)


def _credits(slugs: Mapping[str, Outlet]) -> tuple[re.Pattern[str], ...]:
    """How a text says whose it is: in its dateline, its byline, at the end, in the copyright line."""
    any_of = "|".join(re.escape(slug) for slug in sorted(slugs, key=lambda slug: (-len(slug), slug)))
    slug = f"(?P<slug>{any_of})" if any_of else _NOTHING
    dash = r"[ \xa0]?(?:-{1,2}|[–—])"
    return tuple(
        re.compile(pattern, re.MULTILINE)
        for pattern in (
            rf"^[^\n()]{{0,60}}\((?:The )?{slug}\){dash}",
            rf"^[A-Z][A-Z .,'’/-]{{2,40}}[^\n()]{{0,30}}\((?:The )?{slug}\)",
            rf"^\((?:The )?{slug}\)",
            rf"^[A-Z][^\n()]{{0,60}}, (?:The )?{slug}{dash}[ \xa0]",
            rf"^(?:The )?{slug}{dash}[ \xa0]",
            rf"^(?:By|Source|From|Via)[: \xa0]+(?:The )?{slug}\.?[ \xa0]*$",
            rf"^(?:The )?{slug}\.?\s*\Z",
            rf"^By [^\n]{{1,60}}?(?:,| [|/-]| of| for)[ \xa0](?:The )?{slug}(?: [Ww]riter)?[ \xa0]*$",
            rf"\A[^\n]{{1,60}}?(?:,| [|/-])[ \xa0](?:The )?{slug}(?: [Ww]riter)?\s*\Z",
            rf"[.!?”\"][ \xa0]?(?:[–—]|-{{1,2}})[ \xa0]?(?:The )?{slug}\.?[ \xa0]*$",
            rf"[.!?”\"][ \xa0]\((?:The )?{slug}\)[ \xa0]*$",
            rf"(?:©|\([cC]\)|[Cc]opyright)[ \xa0](?:\d{{4}}[ \xa0])?(?:The )?{slug}\b",
        )
    )  # fmt: skip


BUILT_IN = Table.load()
"""The table that comes with Sayso."""


def outlet_of(url: str | None, name: str | None = None, table: Table = BUILT_IN) -> Outlet | None:
    """The outlet that publishes at ``url`` or is called ``name``; None where neither tells.

    What the table lacks is called ``name``, or by its domain: "calder-tribune" for calder-tribune.example.
    """
    domain = domain_of(url) if url else None
    host = _host(url) if url else ""
    known = next((table.by_domain[part] for part in _parents(host) if part in table.by_domain), None)
    if known is None and name:
        known = table.called(name)
    if known is not None or not (name or domain):
        return known
    return Outlet(name or str(domain).split(".")[0], domains=(domain,) if domain else ())


def domain_of(url: str) -> str | None:
    """The part of an address that its owner registered: "bbc.co.uk" of "https://www.bbc.co.uk/news"."""
    host = _host(url)
    found = tld.get_fld(f"http://{host}", fail_silently=True) if host else None
    if found:
        return str(found)
    labels = host.split(".")
    return ".".join(labels[-2:]) if len(labels) > 1 and not labels[-1].isdigit() else None


def _host(url: str) -> str:
    try:
        return (urlsplit(url if "//" in url else f"//{url}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _parents(host: str) -> list[str]:
    """A host and the domains it lies in, the narrowest first."""
    labels = host.split(".")
    return [".".join(labels[at:]) for at in range(len(labels) - 1)]


def agency_named_in(text: str, table: Table = BUILT_IN) -> str | None:
    """The agency that a text says it is from, in a dateline, byline, credit or copyright line.

    "PORT CALDER (AP) — ..." is from an agency, "the AP reported" only speaks of one. The first credit
    in the beginning or the end of the text counts.
    """
    parts = (text[:_HEAD], text[max(_HEAD, len(text) - _TAIL) :])
    for part in parts:
        found = [match for pattern in table.credit if (match := pattern.search(part))]
        if found:
            return table.by_slug[min(found, key=lambda match: match.start("slug"))["slug"]].name
    return None

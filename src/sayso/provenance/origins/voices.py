"""Who is who in the chains of a claim's reports: one number for each source, under all its names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.provenance.trail import NOT_GIVEN, Chain, Link, LinkKind, Report

from .joining import Joined
from .names import is_known, is_picture, keys_of

_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """One source; ``known`` if it can be told from others. ``speaks_for`` are numbers of organizations.

    ``links`` is how often it is named.
    """

    name: str
    kind: LinkKind
    names: tuple[str, ...]
    known: bool
    picture: bool
    speaks_for: tuple[int, ...]
    links: int

    @property
    def identified(self) -> bool:
        """Whether it can be told from others, by its name or by the organization it speaks for."""
        return self.known or bool(self.speaks_for)

    @property
    def publishes(self) -> bool:
        """Whether it puts out reports: then it may be asked where it has them from."""
        return self.kind in ("outlet", "social")


class Voices:
    """The sources of all chains of ``reports``, and the outlets these pages are of.

    Two links are one source if they have the same id, or the same name where at most one id bears it; and
    if one's name is a word of the other's, and of nobody else's. Unnamed ones and groups are one only by
    their id, or under the same name on the same page.
    """

    def __init__(self, reports: Iterable[Report]) -> None:
        reports = tuple(reports)
        self._words: dict[str, tuple[str, ...]] = {}
        self._ids: defaultdict[str, set[str]] = defaultdict(set)
        self._numbers: dict[_Key, int] = {}
        links = list(_links(reports))
        for link in links:
            if link.source:
                for key in self._keys_of(link.name):
                    self._ids[key].add(link.source)
        self._whole = self._whole_names(links)
        self._number(links)
        self._outlets = self._outlets_of(reports)
        self.all = self._voices(links)

    def of(self, link: Link) -> int:
        """The number of the source that ``link`` names."""
        return self._numbers[self._keys(link)[0]]

    def outlet(self, page: str) -> int | None:
        """The number of the outlet that ``page`` is of, if any report names it."""
        return self._outlets.get(page)

    def _keys_of(self, name: str) -> tuple[str, ...]:
        if name not in self._words:
            self._words[name] = keys_of(name) or (name,)
        return self._words[name]

    def _keys(self, link: Link) -> list[_Key]:
        if link.source and _nameless(link):
            return [("id", link.source)]
        if link.source:
            return [("id", link.source), *self._names(link)]
        if _nameless(link):
            return [("on", link.page, *self._keys_of(link.name), link.speaks_for or "")]
        return self._names(link) or [("name", key) for key in self._keys_of(link.name)]

    def _names(self, link: Link) -> list[_Key]:
        return [
            ("name", self._whole.get(key, key)) for key in self._keys_of(link.name) if len(self._ids[key]) < 2
        ]

    def _whole_names(self, links: Iterable[Link]) -> dict[str, str]:
        """For each name of one word that is a word of one person's whole name only, that name."""
        persons = {key for link in links if link.kind == "person" for key in self._keys_of(link.name)}
        longer: defaultdict[str, set[str]] = defaultdict(set)
        for key in persons:
            words = key.split()
            if len(words) > 1:
                longer[words[0]].add(key)
                longer[words[-1]].add(key)
        return {key: min(longer[key]) for key in persons if len(longer.get(key, ())) == 1}

    def _number(self, links: list[Link]) -> None:
        joined: Joined[_Key] = Joined()
        keys = dict.fromkeys(key for link in links for key in joined.join_all(self._keys(link)))
        heads: dict[_Key, int] = {}
        for key in keys:
            self._numbers[key] = heads.setdefault(joined.head(key), len(heads))

    def _outlets_of(self, reports: tuple[Report, ...]) -> dict[str, int]:
        found: dict[str, int] = {}
        for report in reports:
            names = [("name", key) for key in self._keys_of(report.outlet or "")]
            for key in [("id", report.outlet or ""), *names]:
                if key in self._numbers:
                    found.setdefault(report.page, self._numbers[key])
        return found

    def _voices(self, links: list[Link]) -> list[Voice]:
        grouped: defaultdict[int, list[Link]] = defaultdict(list)
        for link in links:
            grouped[self.of(link)].append(link)
        return [self._voice(grouped[number]) for number in range(len(grouped))]

    def _voice(self, links: list[Link]) -> Voice:
        names, kinds = Counter(link.name for link in links), Counter(link.kind for link in links)
        organizations = {self.of(_organization(link)) for link in links if link.speaks_for}
        return Voice(
            name=min(names, key=lambda name: (-names[name], -len(name), name)),
            kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
            names=tuple(sorted(names)),
            known=any(is_known(link) for link in links),
            picture=any(is_picture(link) for link in links),
            speaks_for=tuple(sorted(organizations - {self.of(links[0])})),
            links=len(links),
        )


def chains_of(reports: Iterable[Report]) -> Iterator[Chain]:
    """All chains of ``reports``, of those who assert the claim and of those who deny it."""
    for report in reports:
        yield from report.chains
        yield from report.denials


def _links(reports: Iterable[Report]) -> Iterator[Link]:
    for chain in chains_of(reports):
        for link in chain:
            if link.kind != NOT_GIVEN:
                yield link
                if link.speaks_for:
                    yield _organization(link)


def _organization(link: Link) -> Link:
    return Link(link.speaks_for or "", "organization", link.page, link.spans)


def _nameless(link: Link) -> bool:
    return link.kind in ("unnamed", "group")

"""What each page says of where it has the claim from, without what tells a reader nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from sayso.provenance.trail import NOT_GIVEN, Chain, Copy, Link, Reference, Report

from .names import tells_nobody
from .voices import Voices

Way = Literal["chains", "denials"]
"""Which of a report's chains: of those who assert the claim, or of those who deny it."""

Key = tuple[str, str | int, str]
"""What a step is left out by, such as ("copy", page, source) or ("link", page, name)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known of one claim, in an order of its own, so that none other makes a difference."""

    reports: tuple[Report, ...]
    copies: tuple[Copy, ...]
    references: tuple[Reference, ...]

    @classmethod
    def of(
        cls, reports: Iterable[Report], copies: Iterable[Copy], references: Iterable[Reference]
    ) -> Evidence:
        """The evidence in order: one report a page; copies and references that lead elsewhere left out."""
        pages = {report.page: report for report in reports}
        copied = [one for one in copies if one.page in pages and one.source in pages]
        cited = [one for one in references if one.page in pages and one.to in pages]
        return cls(
            tuple(pages[page] for page in sorted(pages)),
            tuple(sorted(copied, key=lambda one: (one.page, one.source, one.words))),
            tuple(sorted(cited, key=lambda one: (one.page, one.to, one.span))),
        )

    def without(self, key: Key) -> Evidence:
        """The evidence as if one report, link, copy or reference were not there."""
        what, page, other = key
        reports = tuple(one for one in self.reports if what != "report" or one.page != page)
        if what == "link":
            reports = tuple(_unlinked(one, other) if one.page == page else one for one in reports)
        copies = tuple(one for one in self.copies if ("copy", one.page, one.source) != key)
        return Evidence(
            reports, copies, tuple(r for r in self.references if ("reference", r.page, r.to) != key)
        )


@dataclass(frozen=True, slots=True)
class Path:
    """A chain as far as it can be followed: the links that tell somebody, and their numbers."""

    page: str
    links: tuple[Link, ...]
    voices: tuple[int, ...]

    @property
    def last(self) -> int:
        """The source at which it stops."""
        return self.voices[-1]


Paths = dict[str, list[Path]]
"""The paths of each page; none for a page that tells no source that could be followed."""


def paths_of(evidence: Evidence, way: Way, voices: Voices) -> Paths:
    """The paths of every page whose report has chains of this kind."""
    return {
        report.page: list(_paths(report, way, voices)) for report in evidence.reports if getattr(report, way)
    }


def own_word_first(paths: Paths, against: Paths, voices: Voices) -> dict[Path, Path]:
    """Paths cut before one who is only said, at second hand, to hold what it denies itself.

    "The union says the port announced it"; the port denies it to a reporter: so far it is the union's
    word. Somebody whom an outlet quotes, or whom a member of its own organization quotes, has spoken.
    """
    spoken = {path.last for path in each(paths) if not _hearsay(path, voices)}
    denying = {path.last for path in each(against) if not _hearsay(path, voices)} - spoken
    return {
        path: Path(path.page, path.links[:-1], path.voices[:-1])
        for path in each(paths)
        if path.last in denying and voices.all[path.last].known
    }


def each(paths: Paths) -> Iterator[Path]:
    """The paths of all pages, one after the other."""
    for some in paths.values():
        yield from some


def _paths(report: Report, way: Way, voices: Voices) -> Iterator[Path]:
    for chain in dict.fromkeys(getattr(report, way)):
        links = _followed(chain)
        numbers = tuple(voices.of(link) for link in links)
        if numbers and numbers != (voices.outlet(report.page),):
            yield Path(report.page, links, numbers)


def _followed(chain: Chain) -> tuple[Link, ...]:
    """The chain without hearsay: an outlet answers for what it has from nobody, a person does not."""
    links = tuple(link for link in chain if link.kind != NOT_GIVEN)
    kept = tuple(link for link in links if not tells_nobody(link))
    if links and tells_nobody(links[-1]) and kept and kept[-1].kind not in ("outlet", "social"):
        return ()
    return kept


def _hearsay(path: Path, voices: Voices) -> bool:
    """Whether what the last one says is known only from another who is no outlet, nor of the same house."""
    if len(path.voices) < 2 or path.last == path.voices[-2]:
        return False
    teller, told = voices.all[path.voices[-2]], voices.all[path.last]
    house = {path.voices[-2], *teller.speaks_for} & {path.last, *told.speaks_for}
    return not house and teller.kind in ("person", "organization", "group", "unnamed")


def _unlinked(report: Report, name: str) -> Report:
    """The report without the chains that name ``name``; without any it has a source that is not given."""
    none: Chain = (Link("not given", "not given", report.page),)

    def left(chains: tuple[Chain, ...]) -> tuple[Chain, ...]:
        kept = tuple(chain for chain in chains if all(link.name != name for link in chain))
        return kept or (none,) if chains else ()

    return dataclasses.replace(report, chains=left(report.chains), denials=left(report.denials))

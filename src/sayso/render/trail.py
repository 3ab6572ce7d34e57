"""A claim's trail as an outline for the terminal: the count, its origins, its reports, what changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from sayso.claims.changes import Change, Version
from sayso.model import Page, Spans
from sayso.provenance.trail import Chain, Copy, Link, Origin, Report, Side, Trail
from sayso.render.outline import Entry, Piece, outline, wrapped
from sayso.render.view import View
from sayso.render.wording import one_line, shorten

_SHOWN = 160
_MINUTES = 16
_UNREPORTED = "0 reports: no page of this case states it."
_CHANGES = {
    "hedge dropped": "hedge dropped", "hedge added": "hedge added", "number": "number changed",
    "name": "name changed", "place": "place changed", "day": "day changed", "negation": "denied",
}  # fmt: skip


def trail_text(trail: Trail, pages: Mapping[str, Page], view: View) -> str:
    """``trail`` as an outline of ``view.width`` columns; ``pages`` are those of its reports."""
    return "".join(f"{line}\n" for line in _Trail(trail, pages, view).lines())


def label(page: Page) -> str:
    """What people call a page: its outlet, or its address, or its id."""
    return one_line(page.outlet or page.url or page.id)


def numbered(count: int, what: str) -> str:
    """``3 reports``, ``1 origin``."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


class _Trail:
    def __init__(self, trail: Trail, pages: Mapping[str, Page], view: View) -> None:
        self._trail, self._pages, self._view = trail, pages, view
        ids = "|".join(re.escape(id) for id in sorted(pages, key=len, reverse=True))
        self._named_pages = re.compile(rf"\b(?:page |(pages |and |from |to ))({ids})(?![^\s,;:])")

    def lines(self) -> Iterator[str]:
        trail, view = self._trail, self._view
        yield from wrapped([(one_line(trail.claim), "bold")], view.width, view.colour)
        if not trail.reports:
            yield from wrapped([(_UNREPORTED, "")], view.width, view.colour)
            return
        yield from wrapped([(self._count(), "bold cyan")], view.width, view.colour)
        for line in self._doubts():
            yield from wrapped([(line, "yellow")], view.width, view.colour)
        asserting, denying = trail.count.asserting, trail.count.denying
        yield from self._part("Origins", self._origins(asserting))
        yield from self._part("Denied by", self._origins(denying))
        yield from self._part("Circles, with no origin outside", self._circles(asserting))
        yield from self._part("Reports, by time", map(self._report, trail.reports))
        yield from self._part("Changed on the way", map(self._change, trail.changes))
        yield from self._part("Copied text", map(self._copy, trail.copies))

    def _count(self) -> str:
        asserting, denying = self._trail.count.asserting, self._trail.count.denying
        parts = [
            numbered(len(self._trail.reports), "report"),
            numbered(asserting.number, "independent origin"),
        ]
        if denying.number:
            parts.append(numbered(denying.number, "independent denial"))
        return " · ".join(parts)

    def _doubts(self) -> Iterator[str]:
        for side, what in ((self._trail.count.asserting, "origins"), (self._trail.count.denying, "denials")):
            if side.doubts:
                yield f"independent {what}: {self._readable(str(side))}"

    def _readable(self, text: str) -> str:
        """``text`` with the names of pages for their ids, where it speaks of pages: an id may be a number."""
        return one_line(self._named_pages.sub(lambda m: (m[1] or "") + label(self._pages[m[2]]), text))

    def _part(self, title: str, entries: Iterable[tuple[tuple[Piece, ...], ...]]) -> Iterator[str]:
        found = [Entry(1, lines) for lines in entries]
        if found:
            yield ""
            yield from wrapped([(title, "bold")], self._view.width, self._view.colour)
            yield from outline(found, self._view.width, self._view.colour)

    def _origins(self, side: Side) -> Iterator[tuple[tuple[Piece, ...], ...]]:
        for origin in sorted(side.origins, key=lambda one: (not one.counted, -len(one.pages), one.name)):
            yield tuple(self._origin(origin))

    def _origin(self, origin: Origin) -> Iterator[tuple[Piece, ...]]:
        counted = "" if origin.counted else ", not counted"
        kind = "" if origin.kind == "not given" else f" ({origin.kind})"
        yield (
            (one_line(origin.name), "bold"),
            (f"{kind} · {numbered(len(origin.pages), 'report')}{counted}", ""),
        )
        for reason in origin.reasons:
            words = self._quoted(reason.page, reason.spans)
            yield ((f"one, since {self._readable(reason.text)}{words}", ""),)

    def _circles(self, side: Side) -> Iterator[tuple[tuple[Piece, ...], ...]]:
        for circle in side.circles:
            yield (((" ← ".join(map(one_line, (*circle, circle[0]))), ""),),)

    def _report(self, report: Report) -> tuple[tuple[Piece, ...], ...]:
        page = self._pages[report.page]
        when = one_line(report.published or "no date")[:_MINUTES].replace("T", " ")
        lines: list[tuple[Piece, ...]] = [((label(page), "bold green"), (f" · {when}", "dim"))]
        lines += [((self._chain(chain), ""),) for chain in report.chains]
        lines += [((f"denied: {self._chain(chain)}", "italic"),) for chain in report.denials]
        if report.hedges:
            words = ", ".join(f"“{one_line(page.text[start:end])}”" for start, end in report.hedges[:3])
            lines.append(((f"[hedged: {words}]", "yellow"),))
        return tuple(lines)

    def _chain(self, chain: Chain) -> str:
        steps = " ← ".join(["this page", *(self._link(link) for link in chain)])
        return steps + self._quoted(chain[-1].page, chain[-1].spans)

    def _link(self, link: Link) -> str:
        spoken = f", for {one_line(link.speaks_for)}" if link.speaks_for else ""
        return one_line(link.name) + spoken

    def _quoted(self, page: str | None, spans: Spans) -> str:
        if page is None or not spans or page not in self._pages:
            return ""
        words = one_line(self._pages[page].words(spans))
        return f": “{words if self._view.full else shorten(words, _SHOWN)}”"

    def _change(self, change: Change) -> tuple[tuple[Piece, ...], ...]:
        first, later = (self._version(one) for one in (change.first, change.later))
        return (((f"{_CHANGES[change.kind]}: ", "italic"), (f"{first} → {later}", "")),)

    def _version(self, version: Version) -> str:
        words = f"“{one_line(version.words)}”" if version.words else "without it"
        return f"{words} ({label(self._pages[version.page])})"

    def _copy(self, copy: Copy) -> tuple[tuple[Piece, ...], ...]:
        credit = "with credit" if copy.credited else "without credit"
        if copy.quoted == copy.words:
            credit = "all of them quoted"
        words = f"{label(self._pages[copy.page])} has {numbered(copy.words, 'word')} of "
        return (((f"{words}{label(self._pages[copy.source])}, {credit}", ""),),)

"""Made-up news stories: who knew something, which reporter had it from whom, and what each report lets on.

The story is told from the side of those in it. An origin is a person, an organization with its
spokespersons, a document, or a station that is not in the case. Reporters speak to origins or take the
story from reports they have seen; then they write, more or less openly, where they have it from. What
comes out is what the rest of Sayso would hand to the count; how many origins there were stays here.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from sayso.provenance.trail import Chain, Copy, Link, LinkKind, Reference, Report

Asserted = bool
Riddle = Literal["stranger", "veiled", "station"]


@dataclass(frozen=True, slots=True)
class Network:
    """One claim's reports, copies and references, and the true numbers of origins and denials."""

    reports: tuple[Report, ...]
    copies: tuple[Copy, ...]
    references: tuple[Reference, ...]
    origins: int
    denials: int


@dataclass(frozen=True, slots=True)
class _Mouth:
    """One who can be quoted: a name, a kind, and the organization it is known to speak for."""

    name: str
    kind: LinkKind
    house: str | None = None

    def on(self, page: str) -> Link:
        return Link(self.name, self.kind, page, speaks_for=self.house)


@dataclass(frozen=True, slots=True)
class _Origin:
    """Somebody or something that knows, with all mouths it has; ``hidden`` ones do not give their name."""

    mouths: tuple[_Mouth, ...]
    hidden: tuple[_Mouth, ...] = ()


@dataclass(slots=True, eq=False)
class _Piece:
    """A report as its writer has it: what was told by whom, and what was taken from which other report."""

    page: str
    outlet: str
    agency: bool
    heard: dict[Asserted, list[tuple[_Mouth, ...]]] = field(default_factory=lambda: {True: [], False: []})
    copied: list[tuple[_Piece, int]] = field(default_factory=list)
    linked: list[_Piece] = field(default_factory=list)
    open: bool = True


def network(seed: int, dropped: float = 0.0, riddle: Riddle | None = None) -> Network:
    """A story of 5 to 200 reports, 1 to 12 origins and up to 4 denials.

    Of the reports a share ``dropped`` keeps to itself where it has the story from. With a ``riddle`` it
    has something that no reader of the reports could know: a "stranger" is one more origin, of whom no
    report tells more than that it is a port worker; persons are "veiled" if some who spoke to them do
    not name them; a "station" has the story from itself, and what it sent is not among the reports.
    """
    return _Story(random.Random(seed), dropped, riddle).told()


class _Story:
    def __init__(self, chance: random.Random, dropped: float, riddle: Riddle | None) -> None:
        self.chance = chance
        self.dropped = dropped
        self.riddle = riddle
        size = round(5 * 40 ** chance.random())
        self.origins = self._people("", chance.randint(1, min(12, max(1, size // 3))))
        if riddle == "stranger":
            self.origins.append(_Origin((_Mouth("a port worker", "unnamed"),)))
        elif riddle == "station":
            self.origins.append(_Origin((_Mouth("Radio Orlan", "outlet"),)))
        self.deniers = self._people("not ", chance.randint(0, min(4, size // 4)))
        self.pieces = [self._piece(number) for number in range(size)]

    def told(self) -> Network:
        for asserted, origins in ((True, self.origins), (False, self.deniers)):
            self._first_hand(asserted, origins)
        for number, piece in enumerate(self.pieces):
            self._gather(piece, self.pieces[:number])
        self._updates()
        for piece in self.pieces:
            piece.open = self.chance.random() >= self.dropped
        return self._written()

    def _people(self, mark: str, count: int) -> list[_Origin]:
        return [self._origin(f"{mark}{number}") for number in range(count)]

    def _origin(self, mark: str) -> _Origin:
        lot = self.chance.random()
        if lot < 0.3:
            person = _Mouth(f"Roe {mark}", "person")
            veil = _Mouth("a resident of Port Calder", "unnamed")
            return _Origin((person,), (veil,) if self.riddle == "veiled" else ())
        if lot < 0.7:
            house = f"Board {mark}"
            mouths = _Mouth(f"Hale {mark}", "person", house), _Mouth(f"Voss {mark}", "person", house)
            return _Origin(
                (*mouths, _Mouth(house, "organization")), (_Mouth("an official", "unnamed", house),)
            )
        if lot < 0.8:
            return _Origin((_Mouth(f"the letter to Orlan {mark}", "document"),))
        return _Origin((_Mouth("a diplomat", "unnamed", f"Embassy {mark}"),))

    def _piece(self, number: int) -> _Piece:
        agency = self.chance.random() < 0.05
        house = number if self.chance.random() < 0.9 else self.chance.randint(0, number)
        return _Piece(f"p{number}", f"{'Wire' if agency else 'Gazette'} {house}", agency)

    def _first_hand(self, asserted: Asserted, origins: list[_Origin]) -> None:
        """One reporter finds each origin; others speak to it too, and some of its mouths give no name."""
        for number, origin in enumerate(origins):
            opens = asserted and number == 0
            finder = self.pieces[0] if opens else self.chance.choice(self.pieces)
            finder.heard[asserted].append(self._quoted(origin.mouths))
            for piece in self.pieces:
                if piece is not finder and self.chance.random() < 0.1 / len(origins):
                    piece.heard[asserted].append(self._quoted(origin.mouths + origin.hidden))

    def _quoted(self, mouths: tuple[_Mouth, ...]) -> tuple[_Mouth, ...]:
        mouth = self.chance.choice(mouths)
        if self.chance.random() < 0.1:
            number = self.chance.randint(0, 10**6)
            return _Mouth(f"Aide {number}", "person", f"Office {number}"), mouth
        return (mouth,)

    def _gather(self, piece: _Piece, seen: list[_Piece]) -> None:
        """What the writer takes from reports already out: agencies' and much-read ones first."""
        if not seen or (any(piece.heard.values()) and self.chance.random() < 0.6):
            return
        weights = [8.0 if other.agency else 1.0 + 3.0 * (number < 3) for number, other in enumerate(seen)]
        for other in dict.fromkeys(self.chance.choices(seen, weights, k=self.chance.choice((1, 1, 1, 2)))):
            if other.outlet != piece.outlet:
                self._take(piece, other)

    def _take(self, piece: _Piece, other: _Piece) -> None:
        if self.chance.random() < (0.9 if other.agency else 0.35):
            piece.copied.append((other, self.chance.randint(20, 400)))
        if self.chance.random() < 0.5:
            piece.linked.append(other)
        paper = _Mouth(other.outlet, "outlet")
        for asserted, heard in other.heard.items():
            for told in heard:
                manner = self.chance.random()
                if manner < 0.3:
                    piece.heard[asserted].append((paper,))
                elif manner < 0.8:
                    piece.heard[asserted].append((paper, *told))
                else:
                    piece.heard[asserted].append(told)

    def _updates(self) -> None:
        """Some early reports later add that another, which has it from them, reports it too: a circle."""
        for number, piece in enumerate(self.pieces):
            if self.chance.random() < 0.05:
                other = self.chance.choice(self.pieces[number:])
                if other.outlet != piece.outlet and other.heard[True]:
                    piece.heard[True].append((_Mouth(other.outlet, "outlet"),))

    def _written(self) -> Network:
        pieces = [piece for piece in self.pieces if any(piece.heard.values())]
        copies = [
            Copy(piece.page, other.page, words, (), credited=piece.open)
            for piece in pieces
            for other, words in piece.copied
        ]
        links = [
            Reference(piece.page, other.page, (0, 1))
            for piece in pieces
            if piece.open
            for other in piece.linked
        ]
        reports = tuple(_report(piece, self.chance.random() < 0.1) for piece in pieces)
        return Network(reports, tuple(copies), tuple(links), len(self.origins), len(self.deniers))


def _report(piece: _Piece, hearsay: bool) -> Report:
    asserting, denying = (_chains(piece, piece.heard[asserted]) for asserted in (True, False))
    if asserting and hearsay and piece.open:
        asserting += ((Link("some reports", "unnamed", piece.page),),)
    return Report(piece.page, ((0, 1),), "observing", asserting, denying, outlet=piece.outlet)


def _chains(piece: _Piece, heard: Iterable[tuple[_Mouth, ...]]) -> tuple[Chain, ...]:
    chains = tuple(dict.fromkeys(tuple(mouth.on(piece.page) for mouth in told) for told in heard))
    none: Chain = (Link("not given", "not given", piece.page),)
    return chains if piece.open or not chains else (none,)

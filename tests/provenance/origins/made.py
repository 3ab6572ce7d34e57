"""Reports written short: "Gazette:outlet > Voss@Harbour Board" is the Gazette, quoting Voss of the board."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.provenance.trail import Chain, Copy, Link, LinkKind, Origin, Passage, Reference, Report, Side

KINDS: dict[str, LinkKind] = {
    "person": "person", "organization": "organization", "outlet": "outlet", "document": "document",
    "group": "group", "social": "social", "unnamed": "unnamed",
}  # fmt: skip


def report(page: str, *chains: str, denials: Iterable[str] = (), outlet: str | None = None) -> Report:
    """A page with these chains; "?" is a source that is not given."""
    asserting = tuple(chain(page, words) for words in chains)
    denying = tuple(chain(page, words) for words in denials)
    return Report(page, ((0, 5),), "observing", asserting, denying, outlet=outlet)


def chain(page: str, words: str) -> Chain:
    return tuple(link(page, one.strip()) for one in words.split(">"))


def link(page: str, words: str) -> Link:
    """NAME, NAME:KIND, NAME@ORGANIZATION or NAME:KIND@ORGANIZATION; a person where no kind is told."""
    if words == "?":
        return Link("not given", "not given", page)
    rest, _, house = words.partition("@") if not words.startswith("@") else (words, "", "")
    name, _, kind = rest.partition(":")
    return Link(name, KINDS[kind or "person"], page, ((0, len(name)),), speaks_for=house or None)


def copy(page: str, source: str, words: int = 60, credited: bool = False, sure: float = 1.0) -> Copy:
    return Copy(page, source, words, (Passage((0, 300), (0, 300)),), credited, sure)


def reference(page: str, to: str, confidence: float = 1.0) -> Reference:
    return Reference(page, to, (0, 4), confidence)


def counted(side: Side) -> list[str]:
    """The names of the origins that make up the number."""
    return [origin.name for origin in side.origins if origin.counted]


def rules(side: Side) -> set[str]:
    return {reason.rule for origin in side.origins for reason in origin.reasons}


def led_back(side: Side, name: str) -> tuple[str, ...]:
    """The pages led back to the origin of this name."""
    return _named(side, name).pages


def _named(side: Side, name: str) -> Origin:
    return next(origin for origin in side.origins if name in (origin.name, *origin.names))

"""What ties a source of one page to one of another by their names alone.

Equal whole names, names that the table of outlets makes one, an outlet's own domain, and short forms
that a page explains. What names alone cannot tell is in :mod:`.context`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Spans

from .explained import Explained
from .folding import Key
from .homonyms import bearers
from .seen import Seen
from .source import Rule
from .stories import Stories

_SAME_NAME = 0.9
_KNOWN_OUTLET = 0.99
_DOMAIN = 0.92
_EXPLAINED = 0.96


@dataclass(frozen=True, slots=True)
class Tie:
    """Two sources, by their numbers in the list of all, that are one for this reason.

    A ``guarded`` one holds only as long as nothing on the pages speaks against it.
    """

    one: int
    other: int
    rule: Rule
    text: str
    confidence: float
    page: str | None = None
    spans: Spans = ()
    guarded: bool = False


def ties_by_name(
    seen: Sequence[Seen], explained: Mapping[str, Sequence[Explained]], stories: Stories
) -> Iterator[Tie]:
    """The ties between sources whose names alone tell that they are one."""
    by_key = _groups((one.key, number) for number, one in enumerate(seen) if one.key)
    for numbers in by_key.values():
        yield from _same_name(seen, [number for number in numbers if seen[number].whole], stories)
    yield from _same_outlet(seen)
    yield from _own_domain(seen)
    yield from _by_explanation(seen, by_key, explained)


def _groups(pairs: Iterable[tuple[Key, int]]) -> dict[Key, list[int]]:
    found: dict[Key, list[int]] = defaultdict(list)
    for key, number in pairs:
        found[key].append(number)
    return found


def _same_name(seen: Sequence[Seen], numbers: Sequence[int], stories: Stories) -> Iterator[Tie]:
    """Whole names; of persons, as far as they are one's: a body has its name to itself."""
    persons = [number for number in numbers if seen[number].kind == "person"]
    groups = bearers(seen, persons, stories)
    rest = [number for number in numbers if seen[number].kind != "person"]
    for group in [sorted((*persons, *rest))] if len(groups) < 2 else [*groups, rest]:
        if len(group) > 1:
            text = f"“{seen[group[0]].name}” is the whole name on both"
            yield from _star(group, "same name", text, _SAME_NAME)


def _star(numbers: Sequence[int], rule: Rule, text: str, confidence: float) -> Iterator[Tie]:
    for number in numbers[1:]:
        yield Tie(numbers[0], number, rule, text, confidence)


def _same_outlet(seen: Sequence[Seen]) -> Iterator[Tie]:
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(seen):
        if one.outlet is not None:
            by_outlet[one.outlet.name].append(number)
    for name, numbers in by_outlet.items():
        yield from _star(numbers, "known outlet", f"both are names or addresses of {name}", _KNOWN_OUTLET)


def _own_domain(seen: Sequence[Seen]) -> Iterator[Tie]:
    """An outlet whose name, run together, is that of a page's domain: calder-tribune.example."""
    owners: dict[str, int] = {}
    for number, one in enumerate(seen):
        for domain in one.outlet.domains if one.publishes and one.outlet else ():
            owners.setdefault(domain.split(".")[0].replace("-", ""), number)
    for number, one in enumerate(seen):
        owner = owners.get("".join(one.key)) if one.kind in ("outlet", "organization") else None
        if owner is not None and owner != number:
            yield Tie(owner, number, "domain", f"“{one.name}” is the name of the domain", _DOMAIN)


def _by_explanation(
    seen: Sequence[Seen], by_key: Mapping[Key, Sequence[int]], explained: Mapping[str, Sequence[Explained]]
) -> Iterator[Tie]:
    """Short forms that pages of the case give one long form for, and the sources of that name."""
    meant: dict[Key, dict[Key, tuple[str, Explained]]] = defaultdict(dict)
    for page in sorted(explained):
        for one in explained[page]:
            meant[one.short].setdefault(one.long, (page, one))
    for short, longs in meant.items():
        if len(longs) > 1 or short not in by_key:
            continue
        (long, (page, one)) = next(iter(longs.items()))
        for number in by_key[short]:
            if long in by_key and seen[number].kind != "person":
                text = f"“{seen[number].name}” is explained as “{seen[by_key[long][0]].name}”"
                yield Tie(by_key[long][0], number, "explained", text, _EXPLAINED, page, (one.span,))

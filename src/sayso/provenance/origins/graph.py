"""What rests on what: pages on those they name, those on others, and outlets on their own pages."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from .paths import Evidence, Paths, each
from .voices import Voices

FEWEST_WORDS = 12
"""A page rests on another only if it has this many of its words: fewer may be one quotation of both."""


@dataclass(slots=True)
class Graph:
    """Voices come first, pages after them; each node points to what it rests on."""

    voices: Voices
    pages: list[str]
    outlets: dict[str, int]
    onward: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    @property
    def size(self) -> int:
        """How many nodes there are."""
        return len(self.voices.all) + len(self.pages)

    def name(self, node: int) -> str:
        """The id of a page, the name of a voice."""
        return self.pages[node - len(self.voices.all)] if self.is_page(node) else self.voices.all[node].name

    def is_page(self, node: int) -> bool:
        """Whether ``node`` is a page."""
        return node >= len(self.voices.all)

    def owner(self, node: int) -> int:
        """A page's outlet if it is known; all else is its own."""
        return self.outlets.get(self.name(node), node) if self.is_page(node) else node


def graph_of(evidence: Evidence, paths: Paths, voices: Voices) -> Graph:
    """The graph of all pages of ``paths`` and all ``voices``.

    A page without paths rests on those it copies or points to, or else is its outlet's own report, if any
    page names that outlet. What an organization has from another, those who speak for it have too.
    """
    graph = Graph(voices, list(paths), _outlets(evidence, paths, voices))
    nodes = {page: len(voices.all) + number for number, page in enumerate(paths)}
    named = {voice for some in paths.values() for path in some for voice in path.voices}
    rests_on = _rests_on(evidence)
    for page, some in paths.items():
        node, outlet = nodes[page], graph.outlets.get(page)
        graph.onward[node].update(path.last for path in some)
        if not some:
            graph.onward[node].update(nodes[other] for other in rests_on[page] if other in nodes)
        if outlet is not None and outlet in named:
            graph.onward[outlet].add(node)
            if not graph.onward[node]:
                graph.onward[node].add(outlet)
    relayed = _relayed(paths, voices)
    for voice, source in enumerate(voices.all):
        houses = (house for house in source.speaks_for if not voices.all[house].publishes)
        graph.onward[voice].update(relayed.get(voice, ()), *(relayed.get(house, ()) for house in houses))
        graph.onward[voice].discard(voice)
    return graph


def _outlets(evidence: Evidence, paths: Paths, voices: Voices) -> dict[str, int]:
    """The outlet of each page: its own, or the one that a page credits which points to it or copies it."""
    found = {page: outlet for page in paths if (outlet := voices.outlet(page)) is not None}
    credited = [(one.page, one.to) for one in evidence.references]
    credited += [(one.page, one.source) for one in evidence.copies if one.credited]
    for page, other in credited:
        outlets = {path.last for path in paths.get(page, ()) if voices.all[path.last].publishes}
        if other in paths and len(outlets) == 1:
            found.setdefault(other, *outlets)
    return found


def _rests_on(evidence: Evidence) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for copy in evidence.copies:
        if copy.words >= FEWEST_WORDS:
            found[copy.page].add(copy.source)
    for reference in evidence.references:
        found[reference.page].add(reference.to)
    return found


def _relayed(paths: Paths, voices: Voices) -> dict[int, set[int]]:
    """For each go-between the sources it has it from, on any page.

    A person or organization that a page quotes for itself, and in the same breath for others, has a
    word of its own; and one that passes on what unnamed ones said is not known to have it from them alone.
    """
    relayed: defaultdict[int, set[int]] = defaultdict(set)
    for path in each(paths):
        for voice in path.voices[:-1]:
            if voices.all[voice].publishes or voices.all[path.last].identified:
                relayed[voice].add(path.last)
    for some in paths.values():
        between = {voice for path in some for voice in path.voices[:-1]}
        for path in some:
            if path.last in between and not voices.all[path.last].publishes:
                relayed.pop(path.last, None)
    return relayed

"""Stories with their sources marked: "[[she]] said {{she would go}}", read and resolved.

An id in a mark joins a source to its content: "{{2:[[1:I]] think}}, [[2:she]] said".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

import pytest

from sayso.model import Attribution, Page, Spans
from sayso.sources import resolve

_MARK = re.compile(r"(\[\[|\{\{|\(\()(?:(\w+):)?|(\]\]|\}\}|\)\))")
_PARTS = {"[[": "source", "{{": "content", "((": "cue"}

Resolve = Callable[..., dict[str, Attribution]]
Names = Callable[..., list[str | None]]


def unmark(marked: str) -> tuple[str, dict[str, dict[str, Spans]]]:
    """The text without its marks, and for each id in order the spans of source, cue and content."""
    text, at = "", 0
    spans: dict[str, dict[str, Spans]] = defaultdict(lambda: {"source": (), "cue": (), "content": ()})
    opened: list[tuple[str, str, int]] = []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match[1]:
            number = match[2] or f"{len(spans) + 1:03}"
            spans[number]["source"] += ()
            opened.append((_PARTS[match[1]], number, len(text)))
        else:
            part, number, start = opened.pop()
            spans[number][part] += ((start, len(text)),)
    return text + marked[at:], dict(spans)


@pytest.fixture
def resolved() -> Resolve:
    """The attributions of a marked story by id, with speakers and chains."""

    def read(
        marked: str, parents: dict[str, tuple[str, str]] | None = None, byline: str | None = None
    ) -> dict[str, Attribution]:
        text, marks = unmark(marked)
        attributions = []
        for number, spans in marks.items():
            parent, within = (parents or {}).get(number, (None, None))
            attributions.append(Attribution(number, **spans, parent=parent, within=within))  # type: ignore[arg-type]
        page = Page("story", text, byline=byline)
        return {one.id: one for one in resolve(page, tuple(attributions))}

    return read


@pytest.fixture
def names(resolved: Resolve) -> Names:
    """The names of the marked sources, in the order in which the marks stand."""

    def read(marked: str, **more: object) -> list[str | None]:
        found = resolved(marked, **more)
        return [one.speaker.name for one in found.values() if one.speaker is not None]

    return read

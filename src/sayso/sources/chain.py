"""The names on the way from the page to a statement, outermost first."""

from __future__ import annotations

import dataclasses

from sayso.model import Attribution, Page

NOT_GIVEN = "(not given)"
_LONGEST_LABEL = 300


def chains(page: Page, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The same attributions with ``chain`` filled in from their speakers and parents."""
    in_order = sorted(attributions, key=lambda one: (one.id, one.source, one.cue, one.content), reverse=True)
    by_id = {one.id: one for one in in_order}
    labels = {one.id: _label(page, one) for one in by_id.values()}
    return tuple(
        dataclasses.replace(one, chain=(*_above(by_id, labels, one), _label(page, one)))
        for one in attributions
    )


def _above(by_id: dict[str, Attribution], labels: dict[str, str], one: Attribution) -> tuple[str, ...]:
    """Follow the parents to the top, or to where they would go in a circle."""
    found: list[str] = []
    seen = {one.id}
    parent = one.parent
    while parent is not None and parent in by_id and parent not in seen:
        seen.add(parent)
        found.append(labels[parent])
        parent = by_id[parent].parent
    return tuple(reversed(found))


def _label(page: Page, one: Attribution) -> str:
    """The speaker's name, else the words of the source, cut off where they are no name any more."""
    if one.speaker is not None and one.speaker.name:
        return one.speaker.name
    words = page.words(one.source).strip()
    if len(words) > _LONGEST_LABEL:
        words = words[:_LONGEST_LABEL].rstrip() + "…"
    return words or NOT_GIVEN

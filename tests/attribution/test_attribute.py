"""From a page to attributions with the network that ships."""

import dataclasses

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.attribution import attribute
from sayso.model import Attribution, Block, Page, Spans

STORY = (
    "Mayor Ilse Brandvold said on Monday that the ferry would sail again by spring.\n\n"
    "“We were promised three boats and got one,” said Oskar Tveit, who runs the island's school.\n\n"
    "The company denied that it had broken its contract."
)


def page(text: str, *blocks: Block) -> Page:
    return Page("p", text, blocks=blocks)


def words(text: str, spans: Spans) -> str:
    return " … ".join(text[a:b] for a, b in spans)


def test_source_cue_and_content_are_the_pages_own_words() -> None:
    found = [a for a in attribute(page(STORY)) if a.parent is None]
    shown = [(words(STORY, a.source), words(STORY, a.cue)) for a in found]
    assert shown[0][0].startswith("Mayor Ilse Brandvold")
    assert shown[0][1].startswith("said")
    assert any("denied" in cue for _, cue in shown)
    assert "the ferry would sail again by spring" in words(STORY, found[0].content)


def test_ids_count_in_page_order() -> None:
    found = attribute(page(STORY))
    assert [a.id for a in found] == [str(n) for n in range(len(found))]
    assert [a.extent[0] for a in found] == sorted(a.extent[0] for a in found)


def test_comments_are_left_aside() -> None:
    story = Block("0", "paragraph", (0, 78))
    comment = Block("1", "comment", (80, len(STORY)))
    found = attribute(page(STORY, story, comment))
    assert found and all(a.extent[1] <= 78 for a in found)


def test_a_page_without_words_says_nothing() -> None:
    assert attribute(page("")) == () == attribute(page(" \n\n "))


PARTS = [
    "Ilse Brandvold said", "“", "”", '"', "that the ferry sails", "according to", "the ministry", "denied",
    "reportedly", "he told The Post", "\n", "\n\n", "👩‍🚀", "e\u0301", "\u202e", "\ud7ff", "a" * 300,
    ".", ",", "The Post writes:", "They said:", "> quoted",
]  # fmt: skip


def inside(inner: Spans, outer: Spans) -> bool:
    return all(any(a <= start and end <= b for a, b in outer) for start, end in inner)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PARTS), max_size=60).map(" ".join) | st.text(max_size=80))
def test_whatever_the_text(text: str) -> None:
    found = attribute(page(text))
    by_id = {a.id: a for a in found}
    assert len(by_id) == len(found)
    for one in found:
        spans = one.source + one.cue + one.content + one.hedges
        assert all(0 <= a < b <= len(text) for a, b in spans)
        assert 0 <= one.confidence <= 1
        assert (one.parent is None) == (one.within is None)
        if one.within == "content":
            assert inside(one.source + one.cue + one.content, by_id[str(one.parent)].content)
        assert ends(one, by_id)
    assert attribute(page(text)) == found


def ends(one: Attribution, by_id: dict[str, Attribution]) -> bool:
    """Whether the way up from an attribution comes to an end."""
    steps = 0
    while one.parent is not None and steps <= len(by_id):
        one, steps = by_id[one.parent], steps + 1
    return one.parent is None


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 5))
def test_text_before_moves_spans_and_nothing_else(lines: int) -> None:
    before = "👩‍🚀\n\n" * lines
    moved = len(before)

    def shift(spans: Spans) -> Spans:
        return tuple((a + moved, b + moved) for a, b in spans)

    plain = [
        dataclasses.replace(a, source=shift(a.source), cue=shift(a.cue), content=shift(a.content))
        for a in attribute(page(STORY))
    ]
    shifted = attribute(page(before + STORY))
    assert [(a.source, a.cue, a.content) for a in shifted] == [(a.source, a.cue, a.content) for a in plain]

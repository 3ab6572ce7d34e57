"""What holds for any pages: order does not matter, ids differ, the unnamed and the parted stay alone."""

from __future__ import annotations

import random

from across_pages import OTHER, STORY, page
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Page, Speaker, SpeakerKind
from sayso.sources.across import Decision, Index, gather
from sayso.sources.across.folding import fold

NAMES = [
    "Anatoly Antonov", "Antonov", "Ada Quill", "Ada M. Quill", "Ben Quill", "Quill", "Bob Tolliver",
    "Robert Tolliver", "HTS", "Hayat Tahrir al-Sham", "Hay'at Tahrir al-Sham", "BBC", "BBC News", "Times",
    "Interior Ministry", "Witnesses", "Quill statement", " ", "’",
]  # fmt: skip
KINDS: list[SpeakerKind] = ["person", "organization", "outlet", "document", "group", "unnamed"]
SPEAKERS = st.builds(
    Speaker,
    st.one_of(st.none(), st.sampled_from(NAMES), st.text(max_size=6)),
    st.sampled_from(KINDS),
    st.sampled_from([None, "minister", "spokesman for the Orlan Council", "baker"]),
    st.sampled_from([None, "Calder Port Authority", "HTS", "Quill"]),
)
TEXTS = st.sampled_from([STORY, OTHER, "", "It is Hayat Tahrir al-Sham (HTS)."])
URLS = st.sampled_from([None, "https://www.bbc.com/a", "https://calder-tribune.example/b"])


@st.composite
def cases(draw: st.DrawFn) -> list[Page]:
    several = draw(st.lists(st.tuples(st.lists(SPEAKERS, max_size=3), TEXTS, URLS), max_size=6))
    return [page(f"p{n}", *some, text=text, url=url) for n, (some, text, url) in enumerate(several)]


def anchors(pages: list[Page]) -> list[tuple[str, str]]:
    return [(one.id, spoken.id) for one in pages for spoken in one.attributions]


@given(cases(), st.integers(0, 99), st.data())
def test_the_order_of_pages_changes_nothing(pages: list[Page], seed: int, data: st.DataObject) -> None:
    decisions = data.draw(decided(pages))
    shuffled = random.Random(seed).sample(pages, len(pages))
    assert gather(shuffled, decisions) == gather(pages, decisions)


def decided(pages: list[Page]) -> st.SearchStrategy[list[Decision]]:
    if not anchors(pages):
        return st.just([])
    some = st.sampled_from(anchors(pages))
    return st.lists(st.tuples(st.sampled_from(["same", "apart"]), some, some), max_size=3)


@given(cases())
def test_every_mention_has_one_source_and_ids_differ(pages: list[Page]) -> None:
    sources = gather(pages)
    mentions = [mention for one in sources for mention in one.mentions]
    assert sorted(mentions) == sorted(anchors(pages))
    assert len({one.id for one in sources}) == len(sources)
    known = {one.id for one in sources}
    assert all(id in known and id != one.id for one in sources for id in one.speaks_for)
    assert all(0 < merge.confidence <= 1 for one in sources for merge in one.merges)


@given(cases())
def test_who_has_no_name_is_never_joined(pages: list[Page]) -> None:
    for one in gather(pages):
        if not one.names:
            assert len(one.mentions) == 1
            assert one.merges == ()


@given(cases(), st.data())
def test_who_is_told_apart_stays_apart(pages: list[Page], data: st.DataObject) -> None:
    spoken = anchors(pages)
    if len(spoken) < 2:
        return
    one, other = data.draw(st.sampled_from(spoken)), data.draw(st.sampled_from(spoken))
    undecided = Index(gather(pages))
    same_on_page = one[0] == other[0] and undecided.source_of(*one) == undecided.source_of(*other)
    if one != other and not same_on_page:
        found = Index(gather(pages, [("apart", one, other)]))
        assert found.source_of(*one) != found.source_of(*other)


@given(cases(), st.data())
def test_who_is_told_to_be_one_is_one(pages: list[Page], data: st.DataObject) -> None:
    spoken = anchors(pages)
    if spoken:
        one, other = data.draw(st.sampled_from(spoken)), data.draw(st.sampled_from(spoken))
        found = Index(gather(pages, [("same", one, other)]))
        assert found.source_of(*one) == found.source_of(*other)


@given(st.text())
def test_any_text_has_a_key_and_it_is_its_own(name: str) -> None:
    key = fold(name)
    assert key
    assert fold(name) == key

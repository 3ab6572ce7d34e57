"""What holds on any page: no exception, the same answer in every order, names from the page alone."""

from __future__ import annotations

import re
import time
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Attribution, Page
from sayso.sources import resolve

_PIECES = (
    "Ada Quill", "Mayor Bo Marsh", "Quill", "Mr. Marsh", "Mrs. Lund", "the mayor",
    "the Harbour Commission", "IRF", "(IRF)", "the fund", "he", "She", "it", "they", "I", "we", "who",
    "which", "said", "told", ",", ".", "\n", "\n\n", "“", "”", "\"", "'s", "and", "of", "for", "a poll",
    "A Tolby University poll", "the poll", "May", "U.S.", "A.B.", "an official", "his lawyer",
    "Quill's lawyer", "including", "RQ News", ":", "(", ")", "—", "Sen.", "é", "İ", "ß", "THE BRIDGE",
    "Bridge Opens In Tolby", "\u202e", "\u0301", "🙂", "", " ",
)  # fmt: skip

texts = st.lists(st.sampled_from(_PIECES), max_size=60).map(" ".join) | st.text(max_size=200)


@st.composite
def pages(draw: st.DrawFn) -> tuple[Page, tuple[Attribution, ...]]:
    text = draw(texts)
    place = st.integers(0, len(text))
    spans = st.lists(st.tuples(place, place).map(lambda pair: (min(pair), max(pair))), max_size=2).map(tuple)
    byline = draw(st.none() | st.sampled_from(["By Ines Calder", "Ines Calder and Bo Marsh"]))
    ids = [str(number) for number in range(draw(st.integers(0, 8)))]
    attributions = tuple(
        Attribution(
            one,
            draw(spans),
            draw(spans),
            draw(spans),
            parent=draw(st.none() | st.sampled_from([*ids, "gone"])),
            within=draw(st.sampled_from([None, "content", "scope"])),
        )
        for one in ids
    )
    return Page("p", text, byline=byline), attributions


@settings(max_examples=150, deadline=None)
@given(pages())
def test_any_page_is_resolved_and_names_come_from_it(given: tuple[Page, tuple[Attribution, ...]]) -> None:
    page, attributions = given
    found = resolve(page, attributions)
    assert [one.id for one in found] == [one.id for one in attributions]
    for one in found:
        assert one.speaker is not None
        assert one.speaker.name != ""
        assert len(one.chain) >= 1
        known = f"{page.text} and {page.byline}"
        assert all(word in known for word in re.findall(r"\w+", one.speaker.name or ""))


@settings(max_examples=100, deadline=None)
@given(pages(), st.randoms(use_true_random=False))
def test_the_order_of_the_attributions_does_not_matter(
    given: tuple[Page, tuple[Attribution, ...]], random: Random
) -> None:
    page, attributions = given
    shuffled = list(attributions)
    random.shuffle(shuffled)
    assert set(resolve(page, attributions)) == set(resolve(page, tuple(shuffled)))


@pytest.mark.parametrize(
    "text",
    ["a" * 100_000, "A" * 100_000, "A." * 50_000 + "-b", "“" * 100_000, "Aa " * 40_000, ". " * 50_000,
     "Mayor Ada Quill said he was late " * 4_000, "Health and " * 10_000, "who " * 25_000,
     "".join(f"Ada X{n} Quill, " for n in range(6_000)), "A. Quill, Abel Quill, Abelard Quill, " * 2_500,
     "".join(f"A. Quill, Abel{n} Quill, " for n in range(4_000))],
)  # fmt: skip
def test_a_strange_page_takes_no_longer_than_a_plain_one(text: str) -> None:
    attributions = tuple(
        Attribution(str(at), ((at, at + 30),), (), ((at, at + 90),)) for at in range(0, len(text), 150)
    )
    began = time.process_time()
    resolve(Page("p", text), attributions)
    assert time.process_time() - began < 5

"""Pages found for a claim's text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.claims.meaning import Index, index
from sayso.claims.meaning.features import features_of

FERRY = "Ferry sinks off Port Calder", "The ferry Maribel sank at dawn. All forty on board were saved."
PAGES = {
    "ferry": FERRY,
    "agency": ("No one lost", "Harbour Wire: a vessel, the Maribel, went down at dawn. Forty were saved."),
    "tax": ("Orlan raises its tax on salt", "The council of Orlan voted for a higher tax on salt on Monday."),
    "match": ("Vessia wins the cup", "Vessia beat Orlan by two goals to one in the final on Sunday."),
}


@pytest.fixture(scope="module")
def asked() -> Index:
    return index((id, features_of(*page)) for id, page in PAGES.items())


def test_the_page_that_tells_it_comes_first(asked: Index) -> None:
    assert asked.ranked("Orlan's council raised the salt tax")[0][0] == "tax"
    assert asked.ranked("The final was won by Vessia")[0][0] == "match"


def test_pages_of_the_story_come_before_others_whatever_their_words(asked: Index) -> None:
    assert {id for id, _ in asked.ranked("A ferry sank")[:2]} == {"ferry", "agency"}


def test_every_page_is_ranked_once_best_first(asked: Index) -> None:
    ranked = asked.ranked("Vessia won the final")
    scores = [score for _, score in ranked]
    assert sorted(id for id, _ in ranked) == sorted(PAGES)
    assert scores == sorted(scores, reverse=True)


def test_the_order_of_pages_makes_no_difference(asked: Index) -> None:
    turned = index((id, features_of(*page)) for id, page in reversed(PAGES.items()))
    assert turned.ranked("The ferry sank") == asked.ranked("The ferry sank")


@pytest.mark.parametrize("count", [0, 1])
def test_small_cases(count: int) -> None:
    pages = [(id, features_of(*page)) for id, page in PAGES.items()][:count]
    assert [id for id, _ in index(pages).ranked("The ferry sank")] == [id for id, _ in pages]


def test_more_pages_than_are_looked_at_once_more() -> None:
    pages = [(f"{n:03}", features_of(f"Day {n} of the strike", "The docks are shut.")) for n in range(400)]
    ranked = index([*pages, ("ferry", features_of(*FERRY))]).ranked("The ferry Maribel sank")
    assert len(ranked) == 401
    assert ranked[0][0] == "ferry"


@given(text=st.text(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_ranks_all_pages(asked: Index, text: str) -> None:
    assert len(asked.ranked(text)) == len(PAGES)

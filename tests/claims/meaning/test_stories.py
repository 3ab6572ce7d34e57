"""Pages grouped into stories."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.meaning import stories
from sayso.claims.meaning.candidates import SHARED
from sayso.claims.meaning.features import features_of

FERRY = [
    ("Ferry sinks off Port Calder", "The ferry Maribel sank at dawn off Port Calder. Forty were saved."),
    ("Forty saved as ferry goes down", "Forty were saved when the ferry Maribel sank off Port Calder."),
    ("Maribel: captain questioned", "The captain of the ferry Maribel, sunk off Port Calder, was heard."),
]
TAX = [
    ("Orlan raises its tax on salt", "The council of Orlan voted on Monday for a higher tax on salt."),
    ("Salt tax goes up in Orlan", "A higher tax on salt was voted for by the council of Orlan on Monday."),
]


def told(pages: list[tuple[str, str]], name: str) -> list[tuple[str, bytes]]:
    return [(f"{name}-{number}", features_of(*page)) for number, page in enumerate(pages)]


def test_pages_on_one_event_are_one_story() -> None:
    assert stories([*told(FERRY, "ferry"), *told(TAX, "tax")]) == {
        "ferry-0": "ferry-0",
        "ferry-1": "ferry-0",
        "ferry-2": "ferry-0",
        "tax-0": "tax-0",
        "tax-1": "tax-0",
    }


def test_a_case_of_one_story_is_one_story() -> None:
    assert set(stories(told(FERRY, "ferry")).values()) == {"ferry-0"}


def test_two_pages_on_two_events_are_two_stories() -> None:
    assert len(set(stories([*told(FERRY[:1], "ferry"), *told(TAX[:1], "tax")]).values())) == 2


def test_no_pages_and_one() -> None:
    assert stories([]) == {}
    assert stories(told(TAX[:1], "tax")) == {"tax-0": "tax-0"}


def test_pages_without_words_are_alone() -> None:
    assert stories([(id, features_of(None, "")) for id in "ab"]) == {"a": "a", "b": "b"}


def test_many_copies_of_one_page_are_one_story() -> None:
    blob = features_of(*FERRY[0])
    assert set(stories((f"{n:04}", blob) for n in range(3 * SHARED + 1)).values()) == {"0000"}


@given(st.randoms(use_true_random=False))
def test_the_order_of_pages_makes_no_difference(chosen: random.Random) -> None:
    pages = [*told(FERRY, "ferry"), *told(TAX, "tax"), *told(FERRY[1:], "again")]
    first = stories(pages)
    chosen.shuffle(pages)
    assert stories(pages) == first

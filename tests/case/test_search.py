"""Pages are found by their words, whatever else a person types."""

from __future__ import annotations

import pytest
from case.stories import original, read

from sayso.case import Case


@pytest.fixture
def filled(case: Case) -> Case:
    stories = {
        "eight": "Chlorine at Port Calder\nEight canisters of chlorine were delivered, Voss says.",
        "cafe": "A café in Orlan\nThe mayor's café closed; “canister” is no word for it.",
        "nul": "Strange\nBefore\0after the siege.",
    }
    for id, text in stories.items():
        one = original(text, f"{id}.json")
        case.add(one, read(one))
    return case


@pytest.mark.parametrize(
    ("query", "pages"),
    [
        ("chlorine canisters", ["eight"]),
        ("CANISTER", ["cafe", "eight"]),
        ("delivering", ["eight"]),
        ("cafe", ["cafe"]),
        ('"canisters of chlorine"', ["eight"]),
        ('"chlorine of canisters"', []),
        ('"canisters of', ["eight"]),
        ("mayor's", ["cafe"]),
        ("siege", ["nul"]),
        ("canisters NOT chlorine", []),
        ("title:chlorine", []),
        ("chlor*", []),
        ("chlorine AND (", []),
        ("… “ ” - *", []),
        ("", []),
        ("\0\udce9", []),
    ],
)
def test_pages_are_found_by_their_words(filled: Case, query: str, pages: list[str]) -> None:
    assert sorted(found.page for found in filled.search(query)) == pages


def test_what_is_found_is_shown_with_the_words_around_it(filled: Case) -> None:
    (found,) = filled.search("delivered")
    assert found.title == "Chlorine at Port Calder"
    assert found.words.endswith("Eight canisters of chlorine were [delivered], Voss says.")


def test_only_the_page_as_it_was_last_seen_is_found(case: Case) -> None:
    for text in ("Eight canisters.", "Two drums."):
        case.add(original(text), read(original(text)))
    assert case.search("canisters") == ()
    assert [found.page for found in case.search("drums")] == ["harbour@2"]


def test_no_more_is_given_than_is_wanted(case: Case) -> None:
    for number in range(5):
        one = original(f"Drum {number}.", f"{number}.json")
        case.add(one, read(one))
    assert len(case.search("drum", limit=3)) == 3

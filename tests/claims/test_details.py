"""Numbers, names, days and hedges of statements, and how two statements agree in them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.details import agreement, details
from sayso.claims.quantities import quantities


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Eight canisters came", 8, 8, "canister"),
        ("half a dozen ships", 6, 6, "ship"),
        ("two million people", 2e6, 2e6, "people"),
        ("twenty-five men", 25, 25, "men"),
        ("$3.2bn was paid", 3.2e9, 3.2e9, "dollar"),
        ("3.2 billion dollars", 3.2e9, 3.2e9, "dollar"),
        ("85 per cent of them", 85, 85, "percent"),
        ("between 20 and 30 ships", 20, 30, "ship"),
        ("dozens of ships", 24, math.inf, "ship"),
        ("1,200 ferries", 1200, 1200, "ferry"),
    ],
)
def test_quantities(text: str, low: float, high: float, unit: str) -> None:
    (found,) = quantities(text)
    assert (found.low, found.high) == pytest.approx((low, high))
    assert unit in found.units


@pytest.mark.parametrize("text", ["in 2014", "at 5 p.m.", "the 3rd ship", "no one came"])
def test_years_times_and_ordinals_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


def test_details_are_found_with_their_places() -> None:
    text = "Ada Merrow reportedly did not sail from Port Calder on Monday"
    found = {(one.kind, one.words) for one in details(text)}
    assert found == {
        ("name", "Ada Merrow"),
        ("hedge", "reportedly"),
        ("negation", "not"),
        ("name", "Port Calder"),
        ("day", "Monday"),
    }
    assert all(text[slice(*one.span)] == one.words for one in details(text))


def test_eight_canisters_are_not_two() -> None:
    found = agreement(
        "Eight canisters of chlorine came to a village", "Two chlorine canisters came to the province"
    )
    assert [(a.words, b.words) for a, b in found.differ] == [("Eight", "Two"), ("village", "province")]


def test_numbers_of_different_things_neither_agree_nor_differ() -> None:
    found = agreement("Eight canisters came", "Two ships came")
    assert not found.agree
    assert not found.differ
    assert [one.words for one in found.only_first] == ["Eight"]


def test_a_surname_agrees_with_the_full_name() -> None:
    found = agreement("the mayor met Ada Merrow", "the mayor met Merrow")
    assert [(a.words, b.words) for a, b in found.agree] == [("Ada Merrow", "Merrow")]


def test_places_after_one_preposition_differ() -> None:
    found = agreement("They died in Orlan", "They died in Vessia")
    assert [(a.words, b.words) for a, b in found.differ] == [("Orlan", "Vessia")]


def test_a_hedge_of_one_side_is_missing_on_the_other() -> None:
    found = agreement("the ship allegedly sank", "the ship sank")
    assert [one.kind for one in found.only_first] == ["hedge"]


@given(st.text(max_size=80))
def test_any_text_agrees_with_itself(text: str) -> None:
    found = agreement(text, text)
    assert not (found.differ or found.only_first or found.only_second)
    assert all(text[slice(*one.span)] == one.words for one in details(text))

"""Who has the words from whom, how sure that is, and whether credit is given."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.model import Attribution, Citation, Page
from sayso.provenance.copies import agency_of
from sayso.provenance.trail import Copy

from .stories import BUDGET, FERRY, HARBOUR, ORCHARD, found, harbour_wire, page

DATELINE = "PORT CALDER (Harbour Wire) — "


def gazette(*paragraphs: str, **about: Any) -> Page:
    return page(
        "gazette", HARBOUR, *paragraphs, outlet="The Orlan Gazette", url="https://gazette.example/a", **about
    )


def tribune(*paragraphs: str, **about: Any) -> Page:
    return page(
        "tribune", HARBOUR, *paragraphs, outlet="Calder Tribune", url="https://tribune.example/b", **about
    )


def the_copy(*pages: Page) -> Copy:
    (copy,) = found(*pages)
    return copy


def test_the_later_page_is_the_copy() -> None:
    copy = the_copy(gazette(FERRY, published="2031-03-06"), tribune(BUDGET, published="2031-03-05"))
    assert (copy.page, copy.source, copy.credited, copy.sure) == ("gazette", "tribune", False, 0.9)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2031-03-05T10:00:00+02:00", "2031-03-05T08:30:00+00:00"),
        ("2031-03-05T09:00", "2031-03-05T09:30"),
        ("2031-03-05T23:00:00+00:00", "2031-03-06"),
        ("2031-03-05T23:00:00+00:00", "2031-03-06T01:00:00"),
    ],
)
def test_times_are_compared_as_far_as_both_go(one: str, other: str) -> None:
    copy = the_copy(gazette(FERRY, published=other), tribune(BUDGET, published=one))
    assert (copy.page, copy.sure) == ("gazette", 0.9)


def test_the_time_of_day_tells_nothing_where_the_other_has_none() -> None:
    copy = the_copy(gazette(FERRY, published="2031-03-05T22:00:00"), tribune(BUDGET, published="2031-03-05"))
    assert copy.sure == 0.5


def test_nothing_tells_who_copied() -> None:
    assert the_copy(gazette(FERRY), tribune(BUDGET)).sure == 0.5


@pytest.mark.parametrize("words", ["as the Orlan Gazette reports", "(via The Orlan Gazette)"])
def test_the_page_that_names_the_other_s_outlet_is_the_copy(words: str) -> None:
    copy = the_copy(gazette(FERRY), tribune(f"Grey lorries were seen, {words}.", BUDGET))
    assert (copy.page, copy.source, copy.credited, copy.sure) == ("tribune", "gazette", True, 0.95)


def test_a_link_is_credit() -> None:
    link = Citation((0, 5), "https://www.gazette.example/a?from=b", "Eight")
    copy = the_copy(gazette(FERRY), tribune(BUDGET, citations=(link,)))
    assert (copy.page, copy.credited) == ("tribune", True)


def test_credit_and_date_together_are_surer_and_against_each_other_less_sure() -> None:
    named = "The Orlan Gazette was first to report it."
    after = the_copy(gazette(FERRY, published="2031-03-05"), tribune(named, BUDGET, published="2031-03-06"))
    before = the_copy(gazette(FERRY, published="2031-03-07"), tribune(named, BUDGET, published="2031-03-06"))
    assert after.page == before.page == "tribune"
    assert before.sure < 0.9 < after.sure


def test_a_name_that_is_a_word_is_credit_only_where_a_source_stands() -> None:
    signal = page("signal", HARBOUR, FERRY, outlet="Signal")
    assert not the_copy(signal, tribune("Signal lamps were lit on the pier.", BUDGET)).credited
    assert the_copy(signal, tribune("The lamps were lit, according to Signal.", BUDGET)).credited
    text = tribune("Lamps burned, Signal has it.", BUDGET)
    start = text.text.index("Signal")
    told = Attribution("a1", ((start, start + 6),), (), ((0, 5),))
    assert the_copy(signal, tribune("Lamps burned, Signal has it.", BUDGET, attributions=(told,))).credited


def test_the_page_that_leaves_sources_out_is_the_likelier_copy() -> None:
    told = Attribution("a1", ((0, 5),), ((6, 15),), ((20, 40),))
    copy = the_copy(gazette(FERRY, attributions=(told,)), tribune(BUDGET))
    assert (copy.page, copy.sure) == ("tribune", 0.65)


def test_the_shorter_page_is_the_likelier_copy() -> None:
    copy = the_copy(gazette(FERRY, BUDGET, ORCHARD), tribune())
    assert (copy.page, copy.sure) == ("tribune", 0.6)


def test_an_agency_is_told_by_dateline_or_byline() -> None:
    assert agency_of(page("a", DATELINE + HARBOUR), harbour_wire) == "Harbour Wire"
    assert agency_of(page("a", HARBOUR, byline="Harbour Wire"), harbour_wire) == "Harbour Wire"
    assert agency_of(page("a", HARBOUR), harbour_wire) is None


def test_the_agencies_that_come_with_sayso_are_known() -> None:
    assert agency_of(page("a", f"ORLAN (AP) — {BUDGET}")) == "Associated Press"


def test_two_reprints_of_an_agency_are_both_credited_to_it() -> None:
    one = page("one", DATELINE + HARBOUR, FERRY, published="2031-03-05")
    two = page("two", DATELINE + HARBOUR, BUDGET, published="2031-03-06")
    copy = the_copy(one, two)
    assert (copy.page, copy.agency, copy.credited, copy.sure) == ("two", "Harbour Wire", True, 0.5)


def test_a_reprint_is_a_credited_copy_of_the_agency_s_own_page() -> None:
    own = page("own", DATELINE + HARBOUR, FERRY, outlet="Harbour Wire")
    copy = the_copy(own, page("reprint", DATELINE + HARBOUR, BUDGET))
    assert (copy.page, copy.source, copy.credited, copy.agency) == ("reprint", "own", True, None)
    assert copy.sure >= 0.95


def test_who_drops_the_agency_s_mark_is_the_likelier_copy() -> None:
    copy = the_copy(page("marked", DATELINE + HARBOUR, FERRY), page("bare", HARBOUR, BUDGET))
    assert (copy.page, copy.credited, copy.sure) == ("bare", False, 0.75)

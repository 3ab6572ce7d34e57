"""How trails run on from page to page, and where they end."""

import pytest
from provenance.origins.made import copy, counted, led_back, reference, report, rules

from sayso.provenance.origins import count


def test_one_who_passes_it_on_is_no_origin() -> None:
    side = count([report("p1", "Gazette:outlet > Roe"), report("p2", "Roe")]).asserting
    assert counted(side) == ["Roe"]


def test_an_outlet_is_followed_to_the_source_its_own_page_gives() -> None:
    reports = [report("p1", "Gazette:outlet"), report("p2", "Roe", outlet="The Gazette")]
    side = count(reports).asserting
    assert counted(side) == ["Roe"]
    assert led_back(side, "Roe") == ("p1", "p2")
    assert "names its source" in rules(side)


def test_an_outlet_is_followed_to_the_source_another_page_says_it_has() -> None:
    side = count([report("p1", "Gazette:outlet"), report("p2", "Gazette:outlet > Roe")]).asserting
    assert counted(side) == ["Roe"]


def test_a_page_that_is_pointed_to_as_the_outlets_is_taken_for_its_own() -> None:
    reports = [report("p1", "Gazette:outlet"), report("p2", "Roe")]
    assert count(reports).asserting.number == 2
    assert count(reports, references=[reference("p1", "p2")]).asserting.number == 1
    assert count(reports, [copy("p1", "p2", credited=True)]).asserting.number == 1


def test_trails_run_over_many_pages() -> None:
    reports = [report(f"p{n}", f"Paper {n + 1}:outlet", outlet=f"Paper {n}") for n in range(3000)]
    side = count([*reports, report("p3000", "Roe", outlet="Paper 3000")]).asserting
    assert counted(side) == ["Roe"]
    assert len(led_back(side, "Roe")) == 3001


def test_an_outlet_of_which_no_page_shows_more_is_an_origin() -> None:
    assert counted(count([report("p1", "Radio Orlan:outlet")]).asserting) == ["Radio Orlan"]


def test_a_person_whom_others_name_as_passing_it_on_is_no_origin() -> None:
    assert counted(count([report("p1", "Hale"), report("p2", "Hale > Roe")]).asserting) == ["Roe"]


def test_a_person_quoted_for_itself_and_for_others_has_a_word_of_its_own() -> None:
    side = count([report("p1", "Hale", "Hale > Roe"), report("p2", "Hale")]).asserting
    assert set(counted(side)) == {"Hale", "Roe"}


def test_a_spokesman_has_it_from_whom_his_organization_has_it() -> None:
    reports = [report("p1", "Hale@Union"), report("p2", "Union:organization > Roe")]
    assert counted(count(reports).asserting) == ["Roe"]


def test_a_page_without_a_source_rests_on_the_page_it_copies() -> None:
    side = count([report("p1", "?"), report("p2", "Roe")], [copy("p1", "p2")]).asserting
    assert counted(side) == ["Roe"]
    assert led_back(side, "Roe") == ("p1", "p2")


def test_a_few_words_alike_are_no_copy() -> None:
    side = count([report("p1", "?"), report("p2", "Roe")], [copy("p1", "p2", words=5)]).asserting
    assert led_back(side, "not given") == ("p1",)


def test_not_given_is_shown_and_not_counted() -> None:
    side = count([report("p1", "?"), report("p2", "Roe")]).asserting
    assert counted(side) == ["Roe"]
    assert [(one.name, one.counted) for one in side.origins[1:]] == [("not given", False)]


def test_where_no_page_gives_a_source_there_is_one_that_nobody_knows() -> None:
    side = count([report("p1", "?"), report("p2", "?")]).asserting
    assert (side.number, counted(side)) == (1, ["not given"])
    assert side.confidence <= 0.5


def test_a_denial_in_the_pages_own_voice_is_not_counted() -> None:
    side = count([report("p1", "Roe", denials=["?"])]).denying
    assert side.number == 0
    assert [one.counted for one in side.origins] == [False]


def test_an_outlet_whose_own_page_gives_no_source_is_not_counted_beside_one_that_does() -> None:
    reports = [report("p1", "Gazette:outlet"), report("p2", "?", outlet="Gazette"), report("p3", "Roe")]
    side = count(reports).asserting
    assert counted(side) == ["Roe"]
    assert str(side) == "1, or 2 if Gazette, whose page gives no source, has one of its own"
    assert counted(count(reports[:2]).asserting) == ["Gazette"]


def test_an_outlet_quoting_itself_gives_no_source() -> None:
    assert counted(count([report("p1", "Gazette:outlet", outlet="Gazette")]).asserting) == ["not given"]


def test_a_circle_is_found_and_has_no_origin() -> None:
    reports = [
        report("p1", "Orlan Post:outlet", outlet="Gazette"),
        report("p2", "Gazette:outlet", outlet="Orlan Post"),
    ]
    side = count(reports).asserting
    assert side.number == 0
    assert side.circles == (("Gazette", "Orlan Post"),)
    assert [origin.name for origin in side.origins] == ["no origin outside the circle"]
    assert side.origins[0].pages == ("p1", "p2")


def test_a_circle_with_a_way_out_ends_outside_and_is_still_shown() -> None:
    reports = [
        report("p1", "Orlan Post:outlet", "Roe", outlet="Gazette"),
        report("p2", "Gazette:outlet", outlet="Orlan Post"),
    ]
    side = count(reports).asserting
    assert counted(side) == ["Roe"]
    assert side.circles == (("Gazette", "Orlan Post"),)


@pytest.mark.parametrize("words", ["reports", "social media users", "some people", "unconfirmed reports"])
def test_hearsay_is_not_counted_beside_a_source(words: str) -> None:
    side = count([report("p1", f"{words}:unnamed"), report("p2", "Roe")]).asserting
    assert counted(side) == ["Roe"]
    assert "hearsay" in rules(side)


def test_an_outlet_answers_for_hearsay_and_a_person_does_not() -> None:
    outlet = count([report("p1", "Gazette:outlet > reports:unnamed")]).asserting
    assert counted(outlet) == ["Gazette"]
    person = count([report("p1", "Hale > reports:unnamed"), report("p2", "Roe")]).asserting
    assert counted(person) == ["Roe"]


def test_steps_are_given_with_their_words() -> None:
    edges = count([report("p1", "Gazette:outlet > Voss@Board")]).asserting.edges
    assert [(edge.kind, edge.start, edge.to) for edge in edges] == [
        ("says", "p1", "Gazette"),
        ("relays", "Gazette", "Voss"),
        ("speaks for", "Voss", "Board"),
    ]
    assert edges[0].spans == ((0, 7),)

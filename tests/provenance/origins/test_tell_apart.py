"""What is counted where it cannot be known whether two are one, and what is said of the doubt."""

import dataclasses
import itertools

import pytest
from provenance.origins.made import copy, counted, link, reference, report, rules

from sayso.provenance.origins import count, kept_apart

PICTURE = "the photo from Port Calder:document"


def test_an_unnamed_source_alone_is_an_origin() -> None:
    assert counted(count([report("p1", "a port worker:unnamed")]).asserting) == ["a port worker"]


def test_an_unnamed_source_may_be_one_named_on_another_page() -> None:
    side = count([report("p1", "a port worker:unnamed"), report("p2", "Roe")]).asserting
    assert str(side) == "1, or 2 if a port worker is none of those counted"
    assert "not told apart" in rules(side)


def test_a_page_that_gives_an_unnamed_source_beside_a_named_one_tells_them_apart() -> None:
    assert count([report("p1", "a port worker:unnamed", "Roe")]).asserting.number == 2


def test_an_unnamed_one_may_be_someone_named_on_another_page() -> None:
    side = count([report("p1", "a port worker:unnamed", "Roe"), report("p2", "Voss")]).asserting
    assert set(counted(side)) == {"Roe", "Voss"}


def test_a_page_tells_an_unnamed_one_from_those_it_names_on_the_other_side() -> None:
    pages = [report("p1", "Roe", denials=["a port worker:unnamed", "Voss"]), report("p2", denials=["Roe"])]
    assert count(pages).denying.number == 3


def test_unnamed_sources_of_two_pages_are_not_two_for_all_that_is_known() -> None:
    side = count([report("p1", "a port worker:unnamed"), report("p2", "a sailor:unnamed")]).asserting
    assert side.number == 1
    assert side.doubts[0].number == 2


def test_two_unnamed_sources_of_one_page_are_two() -> None:
    assert count([report("p1", "a port worker:unnamed", "a sailor:unnamed")]).asserting.number == 2


def test_a_common_noun_is_no_name() -> None:
    reports = [report("p1", "Police:organization"), report("p2", "Calder Police:organization")]
    assert counted(count(reports).asserting) == ["Calder Police"]


def test_an_outlet_credited_beside_a_trail_that_goes_on_has_passed_it_on() -> None:
    side = count([report("p1", "Gazette:outlet > Roe", "Orlan Blog:outlet")]).asserting
    assert str(side) == "1, or 2 if Orlan Blog has it from elsewhere than Roe"
    assert side.origins[0].name == "Roe"
    assert side.confidence == pytest.approx(0.7)


def test_an_outlet_credited_alone_on_another_page_counts() -> None:
    reports = [report("p1", "Gazette:outlet > Roe", "Orlan Blog:outlet"), report("p2", "Orlan Blog:outlet")]
    assert count(reports).asserting.number == 2


def test_outlets_beside_a_source_that_spoke_to_the_page_itself_count() -> None:
    assert count([report("p1", "Roe", "Orlan Blog:outlet")]).asserting.number == 2


def test_where_most_pages_rest_on_a_picture_outlets_and_accounts_pass_it_on() -> None:
    reports = [report("p1", PICTURE), report("p2", PICTURE), report("p3", "@calder_sam:social")]
    side = count(reports).asserting
    assert side.number == 1
    assert str(side) == "1, or 2 if @calder_sam has more than the photo from Port Calder"


def test_one_who_speaks_for_an_organization_is_an_origin_beside_a_picture() -> None:
    reports = [report("p1", PICTURE), report("p2", PICTURE, "Voss@Board")]
    assert count(reports).asserting.number == 2


def test_who_is_said_to_have_said_it_but_denies_it_is_no_origin() -> None:
    reports = [
        report("p1", "Hale > Board:organization"),
        report("p2", denials=["Voss@Board", "Board:organization"]),
    ]
    side = count(reports).asserting
    assert counted(side) == ["Hale"]
    assert "own word first" in rules(side)
    assert str(side) == "1" and count(reports).denying.number == 1


def test_who_said_it_to_an_outlet_and_denies_it_now_has_said_it() -> None:
    reports = [report("p1", "Gazette:outlet > Roe"), report("p2", denials=["Roe"])]
    assert counted(count(reports).asserting) == ["Roe"]


def test_the_number_hangs_on_a_weak_copy() -> None:
    reports = [report("p1", "Gazette:outlet"), report("p2", "Roe"), report("p3", "Voss")]
    side = count(reports, references=[reference("p1", "p2", 0.6)]).asserting
    assert str(side) == "2, or 3 if page p1 does not point to p2"
    assert side.confidence == pytest.approx(0.6)


def test_the_number_hangs_on_a_weak_report_or_a_weak_link() -> None:
    weak = dataclasses.replace(report("p1", "Roe"), confidence=0.4)
    assert (
        str(count([weak, report("p2", "Voss")]).asserting) == "2, or 1 if page p1 does not report this claim"
    )
    unsure = dataclasses.replace(link("p1", "Roe"), confidence=0.5)
    misread = dataclasses.replace(report("p1"), chains=((unsure,),))
    side = count([misread, report("p2", "Voss")]).asserting
    assert str(side) == "1, or 2 if Roe says so too"


def test_those_who_follow_a_misread_page_make_its_source_no_surer() -> None:
    gazette = link("p2", "Gazette:outlet")
    unsure = dataclasses.replace(link("p1", "Roe"), confidence=0.7)
    misread = dataclasses.replace(report("p1", outlet="Gazette"), chains=((unsure,),))
    followers = [
        dataclasses.replace(
            report(page), chains=((dataclasses.replace(gazette, page=page, confidence=0.9),),)
        )
        for page in ("p2", "p3", "p4")
    ]
    assert count([misread, *followers, report("p5", "Voss")]).asserting.number == 1
    again = dataclasses.replace(
        report("p6"), chains=((dataclasses.replace(unsure, page="p6", confidence=0.9),),)
    )
    assert count([misread, *followers, report("p5", "Voss"), again]).asserting.number == 2


def test_weak_steps_on_which_nothing_hangs_are_no_doubt() -> None:
    reports = [report("p1", "?"), report("p2", "Roe")]
    assert count(reports, [copy("p1", "p2", sure=0.3)]).asserting.doubts == ()


def test_confidence_falls_with_pages_that_give_no_source() -> None:
    known = [report("p1", "Roe"), report("p2", "Voss"), report("p3", "Voss")]
    sure = [count([*known, *(report(f"q{n}", "?") for n in range(silent))]).asserting for silent in range(4)]
    assert [side.number for side in sure] == [2, 2, 2, 2]
    assert sure[0].confidence == 1.0
    assert all(one.confidence > other.confidence for one, other in itertools.pairwise(sure))


def test_it_is_told_what_was_looked_for_between_two_that_are_kept_apart() -> None:
    side = count([report("p1", "Roe", "Voss"), report("p2", "Hale")]).asserting
    pairs = {(one.name, other.name): text for one, other, text in kept_apart(side.origins)}
    assert len(pairs) == 3
    assert all("one organization that both speak for" in text for text in pairs.values())
    assert pairs["Roe", "Voss"].startswith("1 page gives both")


def test_nothing_is_counted_where_there_is_nothing() -> None:
    found = count([])
    assert (found.asserting.number, found.denying.number) == (0, 0)

"""The rules by which two sources are one."""

import dataclasses

from provenance.origins.made import copy, counted, led_back, report, rules

from sayso.provenance.origins import count
from sayso.provenance.trail import Link, Report


def test_one_source_of_two_pages_is_one_origin() -> None:
    side = count([report("p1", "Ilka Roe"), report("p2", "Ilka Roe")]).asserting
    assert side.number == 1
    assert led_back(side, "Ilka Roe") == ("p1", "p2")


def test_two_named_sources_are_two() -> None:
    assert count([report("p1", "Ilka Roe"), report("p2", "Tobin Voss")]).asserting.number == 2


def test_titles_articles_and_a_short_form_in_brackets_make_no_other_source() -> None:
    names = "Harbour Board (HB):organization", "the Harbour Board:organization", "HB:organization"
    side = count([report(f"p{n}", name) for n, name in enumerate(names)]).asserting
    assert side.number == 1
    assert "same source" in rules(side)


def test_two_of_one_name_are_two_where_their_ids_differ() -> None:
    smiths = [Link("Smith", "person", "p1", source="s1"), Link("Smith", "person", "p2", source="s2")]
    reports = [Report(one.page, (), "for", ((one,),)) for one in smiths]
    assert count(reports).asserting.number == 2


def test_two_whom_a_person_has_told_apart_are_not_joined_again_by_their_name() -> None:
    roes = [Link("Ilka Roe", "person", "p1", source="s1"), Link("Ilka Roe", "person", "p2", source="s2")]
    reports = [Report(one.page, (), "for", ((one,),)) for one in roes]
    assert count(reports).asserting.number == 2


def test_a_lone_name_is_the_one_person_whose_whole_name_has_it() -> None:
    assert count([report("p1", "Ilka Roe"), report("p2", "Roe")]).asserting.number == 1
    both = [report("p1", "Ilka Roe"), report("p2", "Roe"), report("p3", "Tam Roe")]
    assert count(both).asserting.number == 3


def test_one_id_under_two_names_is_one_source() -> None:
    names = [Link("Ilka Roe", "person", "p1", source="s1"), Link("the mayor", "person", "p2", source="s1")]
    reports = [Report(one.page, (), "for", ((one,),)) for one in names]
    assert count(reports).asserting.number == 1


def test_those_who_speak_for_one_organization_are_one() -> None:
    side = count([report("p1", "Hale@Harbour Board"), report("p2", "Voss@Harbour Board")]).asserting
    assert side.number == 1
    assert "same organization" in rules(side)


def test_an_organization_and_its_spokesman_are_one() -> None:
    side = count([report("p1", "Harbour Board:organization"), report("p2", "Voss@Harbour Board")]).asserting
    assert side.number == 1
    reason = next(reason for reason in side.origins[0].reasons if reason.rule == "same organization")
    assert (reason.text, reason.page, reason.spans) == ("Voss speaks for Harbour Board", "p2", ((0, 4),))


def test_an_unnamed_official_is_one_with_the_organization_it_is_of() -> None:
    reports = [report("p1", "an official:unnamed@Harbour Board"), report("p2", "Voss@Harbour Board")]
    assert count(reports).asserting.number == 1


def test_unnamed_officials_of_two_organizations_are_two() -> None:
    reports = [
        report(f"p{n}", f"an official:unnamed@{house}") for n, house in enumerate(("Board", "Embassy"))
    ]
    assert count(reports).asserting.number == 2


def test_unnamed_officials_of_two_organizations_on_one_page_are_two() -> None:
    page = report("p1", "an official:unnamed@Board", "an official:unnamed@Embassy")
    assert count([page]).asserting.number == 2


def test_the_same_words_about_an_unnamed_source_are_one_source() -> None:
    reports = [report("p1", "a port worker:unnamed"), report("p2", "port staff who saw it:unnamed")]
    side = count(reports, [copy("p2", "p1")]).asserting
    assert counted(side) == ["a port worker"] or counted(side) == ["port staff who saw it"]
    assert led_back(side, "a port worker") == ("p1", "p2")
    assert "same words" in rules(side)


def test_same_words_do_not_make_officials_of_two_organizations_one() -> None:
    reports = [report("p1", "an official:unnamed@Board"), report("p2", "an official:unnamed@Embassy")]
    assert count(reports, [copy("p2", "p1")]).asserting.number == 2


def test_words_copied_elsewhere_on_the_page_say_nothing_of_its_source() -> None:
    far = copy("p2", "p1")
    far = dataclasses.replace(far, passages=(dataclasses.replace(far.passages[0], span=(900, 1200)),))
    reports = [report("p1", "a port worker:unnamed"), report("p2", "a sailor:unnamed")]
    assert "same words" not in rules(count(reports, [far]).asserting)


def test_the_unnamed_source_of_one_outlet_is_one_on_all_pages() -> None:
    reports = [report(f"p{n}", "Gazette:outlet > a port worker:unnamed") for n in range(3)]
    side = count(reports).asserting
    assert side.number == 1
    assert "same go-between" in rules(side)

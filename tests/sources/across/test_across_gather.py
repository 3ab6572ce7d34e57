"""One source for a speaker under all its names."""

from __future__ import annotations

import pytest
from across_pages import OTHER, STORY, body, index, one, page, person, source, unnamed

from sayso.model import Attribution, Page, Speaker


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Hayat Tahrir al-Sham", "Hay'at Tahrir al-Sham"),
        ("Hayat Tahrir al-Sham", "Hayʼat Tahrir Al Sham"),
        ("Ilka Morröwen", "Ilka Morrowen"),
        ("Ada Quill-Marsh", "Ada Quill Marsh"),
        ("Abdullah Karim", "Abdulah Karim"),
        ("Vessian Ministry of Defence", "Vessian Ministry of Defense"),
        ("Ministry of Coastal Trade", "Coastal Trade Ministry"),
        ("the Orlan Accord", "Orlan Accord"),
        ("Red Gull", "Red Gull militant group"),
    ],
)
def test_spellings_that_differ_in_small_marks_are_one(name: str, other: str) -> None:
    found = index(page("a", body(name)), page("b", body(other)))
    assert one(found, "a", "b")
    assert set(source(found, "a").names) == {name, other}


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Ann Lee", "An Le"),
        ("Ann Lee", "Anne Leigh"),
        ("Ada Quill", "Ada Quilter"),
        ("Ada Quill", "Ben Quill"),
        ("Edda Mohamed", "Mohamud"),
    ],
)
def test_other_names_are_others_even_in_one_story(name: str, other: str) -> None:
    assert not one(index(page("a", person(name), text=STORY), page("b", person(other), text=STORY)), "a", "b")


@pytest.mark.parametrize(
    ("name", "other"),
    [("North Vessia", "South Vessia"), ("Pier 4", "Pier 5"), ("Calder Port", "Port Calder")],
)
def test_bodies_with_like_names_are_two(name: str, other: str) -> None:
    assert not one(index(page("a", body(name), text=STORY), page("b", body(other), text=STORY)), "a", "b")


def test_a_surname_alone_is_no_evidence() -> None:
    assert not one(index(page("a", person("Anatoly Antonov")), page("b", person("Antonov"))), "a", "b")
    assert not one(index(page("a", person("Smith")), page("b", person("Smith"))), "a", "b")


def test_a_surname_with_the_same_body_is_evidence() -> None:
    full = page("a", person("Anatoly Antonov", "ambassador", "Orlan Embassy in Vessia"))
    found = index(full, page("b", person("Antonov", "ambassador", "Orlan Embassy in Vessia")))
    assert one(found, "a", "b")
    (merge,) = [merge for merge in source(found, "a").merges if merge.rule == "surname"]
    assert {merge.one, merge.other} == {("a", "Anatoly Antonov"), ("b", "Antonov")}
    assert "belong to “Orlan Embassy in Vessia”" in merge.text


def test_a_surname_in_the_same_story_is_evidence() -> None:
    found = index(
        page("a", person("Anatoly Antonov"), text=STORY),
        page("b", person("Antonov"), text=STORY),
        page("c", person("Antonov"), text=OTHER),
    )
    assert one(found, "a", "b")
    assert not one(found, "a", "c")
    assert source(found, "b").name == "Anatoly Antonov"
    assert "Petrel" in source(found, "a").merges[0].text


def test_a_surname_that_two_have_in_the_story_is_nobodys() -> None:
    both = page("a", person("Ada Quill"), person("Ben Quill"), text=STORY)
    found = index(both, page("b", person("Quill"), text=STORY))
    assert len({found.source_of("a", "0"), found.source_of("a", "1"), found.source_of("b", "0")}) == 3


def test_the_role_tells_which_of_two_a_surname_means() -> None:
    ada = person("Ada Quill", "harbour master of Port Calder", "Calder Port Authority")
    found = index(
        page("a", ada, person("Ben Quill"), text=STORY),
        page("b", person("Quill", "harbour master", "Calder Port Authority"), text=STORY),
    )
    assert one(found, "a", "b")


def test_the_only_bearer_of_a_surname_is_found_by_the_office() -> None:
    found = index(page("a", person("Jane Smith", "senator")), page("b", person("Smith", "Sen.")))
    assert one(found, "a", "b")
    two = index(
        page("a", person("Jane Smith", "senator")),
        page("b", person("Smith", "Sen.")),
        page("c", person("John Smith", "senator")),
    )
    assert not one(two, "a", "b")


def test_a_full_name_borne_by_unlike_people_of_unlike_stories_is_two() -> None:
    found = index(
        page("a", person("John Smith", "finance minister"), text=STORY),
        page("b", person("John Smith", "retired pilot"), text=OTHER),
        page("c", person("John Smith", "minister of finance"), text=""),
    )
    assert one(found, "a", "c")
    assert not one(found, "a", "b")
    assert source(found, "a").id != source(found, "b").id


def test_a_full_name_without_roles_is_one() -> None:
    assert one(index(page("a", person("John Smith")), page("b", person("John Smith", "baker"))), "a", "b")


def test_a_short_first_name_needs_the_same_role() -> None:
    robert = page("a", person("Robert Tolliver", "skipper of the ferry", "Calder Ferries"), text=STORY)
    assert one(index(robert, page("b", person("Bob Tolliver", "skipper", "Calder Ferries"))), "a", "b")
    assert not one(index(robert, page("b", person("Bob Tolliver"), text=STORY)), "a", "b")


@pytest.mark.parametrize("name", ["Nohad A. Machnouk", "Nouhad Mashnuq", "Minister Nohad Machnouk"])
def test_like_names_are_one_in_one_story_only(name: str) -> None:
    first = page("a", person("Nohad Machnouk"), text=STORY)
    assert one(index(first, page("b", person(name), text=STORY)), "a", "b")
    assert not one(index(first, page("b", person(name), text=OTHER)), "a", "b")


def test_a_short_form_that_a_page_explains_is_its_long_form_on_all() -> None:
    explaining = page("c", text="It was Hay'at Tahrir al-Sham (HTS), said the Tribune.")
    found = index(page("a", body("Hayat Tahrir al-Sham")), page("b", body("HTS")), explaining)
    assert one(found, "a", "b")
    (merge,) = source(found, "a").merges
    assert (merge.rule, merge.page) == ("explained", "c")
    assert explaining.words(merge.spans) == "Hay'at Tahrir al-Sham (HTS)"


def test_a_short_form_with_two_meanings_stays_alone() -> None:
    found = index(
        page("a", body("Calder Port Authority")),
        page("b", body("Coastal Pilots Association")),
        page("c", body("CPA")),
        page("d", text="The Calder Port Authority (CPA) met."),
        page("e", text="The Coastal Pilots Association (CPA) met."),
    )
    assert not one(found, "a", "c")
    assert not one(found, "b", "c")


def test_initials_fit_in_one_story_only() -> None:
    first = page("a", body("Calder Port Authority"), text=STORY)
    assert one(index(first, page("b", body("CPA"), text=STORY)), "a", "b")
    assert not one(index(first, page("b", body("CPA"), text=OTHER)), "a", "b")


def test_a_ministry_without_a_country_is_one_in_one_story_only() -> None:
    first = page("a", body("Interior Ministry"), text=STORY)
    assert one(index(first, page("b", body("Interior Ministry"), text=STORY)), "a", "b")
    assert not one(index(first, page("b", body("Interior Ministry"), text=OTHER)), "a", "b")


def test_a_body_that_a_page_takes_for_a_surname_is_the_body() -> None:
    found = index(page("a", body("Harbourline")), page("b", person("Harbourline")))
    assert one(found, "a", "b")
    named = index(page("a", body("Marlow")), page("b", person("Marlow")), page("c", person("Ada Marlow")))
    assert not one(named, "a", "b")


def test_unnamed_sources_are_never_one() -> None:
    found = index(page("a", unnamed(), unnamed(), text=STORY), page("b", unnamed(), text=STORY))
    assert len({found.source_of("a", "0"), found.source_of("a", "1"), found.source_of("b", "0")}) == 3
    assert source(found, "a").names == ()


def test_words_for_people_are_no_names() -> None:
    found = index(page("a", person("Witnesses"), text=STORY), page("b", person("Witnesses"), text=STORY))
    assert not one(found, "a", "b")
    assert source(found, "a").names == ()


def test_a_source_that_a_page_does_not_tell_is_none() -> None:
    bare = Attribution("0", (), (), ((0, 1),), speaker=Speaker(None, "none"))
    assert index(Page("a", "x", attributions=(bare,))).source_of("a", "0") is None


def test_a_spokesman_speaks_for_the_body_in_the_role() -> None:
    role = "spokesman for the Vessian Ministry of Defence"
    found = index(page("a", person("Tobin Voss", role)), page("b", body("Vessian Ministry of Defence")))
    assert source(found, "a").speaks_for == (source(found, "b").id,)
    assert source(found, "a").affiliations == ("Vessian Ministry of Defence",)


def test_a_body_that_says_nothing_itself_is_a_source_all_the_same() -> None:
    found = index(page("a", unnamed("spokesman", "Calder Port Authority")))
    (id,) = source(found, "a").speaks_for
    assert (found.by_id[id].name, found.by_id[id].mentions) == ("Calder Port Authority", ())


def test_a_mere_member_does_not_speak_for_a_body() -> None:
    found = index(page("a", person("Ada Quill", "student at Orlan University", "Orlan University")))
    assert source(found, "a").speaks_for == ()


def test_a_document_speaks_for_who_issued_it() -> None:
    found = index(page("a", Speaker("Calder Port Authority statement", "document")))
    (id,) = source(found, "a").speaks_for
    assert found.by_id[id].name == "Calder Port Authority"


def test_two_on_one_page_are_never_joined_by_what_is_around_them() -> None:
    found = index(page("a", person("Quill"), person("Ada Quill"), text=STORY))
    assert found.source_of("a", "0") != found.source_of("a", "1")

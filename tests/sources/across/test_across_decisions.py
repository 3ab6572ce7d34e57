"""What a person decides holds over everything, and holds again after a rebuild."""

from __future__ import annotations

from across_pages import OTHER, STORY, body, index, one, page, person, source, unnamed

from sayso.sources.across import Decision

PAGES = (
    page("a", person("John Smith"), text=STORY),
    page("b", person("John Smith"), text=OTHER),
    page("c", person("John Smith"), text=STORY),
    page("d", person("Ada Quill"), text=OTHER),
)


def test_same_by_anchors() -> None:
    found = index(*PAGES, decisions=(("same", ("a", "0"), ("d", "0")),))
    assert one(found, "a", "b", "c", "d")
    assert any(merge.rule == "decision" for merge in source(found, "a").merges)


def test_same_by_ids() -> None:
    before = index(*PAGES)
    john, ada = before.source_of("a", "0"), before.source_of("d", "0")
    assert john is not None
    assert ada is not None
    found = index(*PAGES, decisions=(("same", john, ada),))
    assert one(found, "a", "b", "c", "d")


def test_two_unnamed_may_be_decided_to_be_one() -> None:
    found = index(page("a", unnamed()), page("b", unnamed()), decisions=(("same", ("a", "0"), ("b", "0")),))
    assert one(found, "a", "b")


def test_apart_cuts_the_weakest_tie() -> None:
    found = index(*PAGES, decisions=(("apart", ("a", "0"), ("b", "0")),))
    assert not one(found, "a", "b")
    assert one(found, "a", "c"), "they are in one story, and a name alone is weaker"


def test_apart_holds_along_a_chain_of_ties() -> None:
    pages = (
        page("a", body("Hayat Tahrir al-Sham")),
        page("b", body("HTS")),
        page("c", body("HTS")),
        page("d", text="They are Hayat Tahrir al-Sham (HTS)."),
    )
    assert one(index(*pages), "a", "b", "c")
    found = index(*pages, decisions=(("apart", ("a", "0"), ("b", "0")),))
    assert not one(found, "a", "b")
    assert found.source_of("c", "0") in (found.source_of("a", "0"), found.source_of("b", "0"))


def test_a_later_decision_holds_over_an_earlier() -> None:
    apart: Decision = ("apart", ("a", "0"), ("b", "0"))
    same: Decision = ("same", ("a", "0"), ("b", "0"))
    assert one(index(*PAGES, decisions=(apart, same)), "a", "b")
    assert not one(index(*PAGES, decisions=(same, apart)), "a", "b")


def test_a_decision_by_id_outlives_new_pages() -> None:
    before = index(*PAGES)
    john, ada = source(before, "a").id, source(before, "d").id
    more = (page("0", person("John Smith")), *PAGES, page("e", person("Ada M. Quill"), text=OTHER))
    after = index(*more, decisions=(("same", john, ada),))
    assert one(after, "0", "a", "d", "e")


def test_a_decision_on_what_is_gone_changes_nothing() -> None:
    found = index(*PAGES, decisions=(("same", ("z", "0"), ("a", "0")), ("apart", "nobody", ("a", "0"))))
    assert found.by_id == index(*PAGES).by_id

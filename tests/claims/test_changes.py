"""What changed between reports in order of time."""

from __future__ import annotations

import numpy as np

from sayso.claims.changes import changes, compare
from sayso.claims.statements import Statement
from sayso.model import Page


def report(name: str, text: str, hedge: str = "") -> tuple[Page, Statement]:
    start = text.find(hedge)
    hedges = ((start, start + len(hedge)),) if hedge else ()
    return Page(name, text), Statement(name, ((0, len(text)),), text, "own", hedges=hedges)


def test_a_dropped_hedge_is_shown_where_it_stood() -> None:
    before, after = (
        report("a", "Barrels reportedly came ashore", "reportedly"),
        report("b", "Barrels came ashore"),
    )
    (change,) = changes([before, after])
    assert (change.kind, change.first.page, change.first.words, change.later.page) == (
        "hedge dropped",
        "a",
        "reportedly",
        "b",
    )
    assert before[0].words(change.first.spans) == "reportedly"
    assert change.later.words == ""


def test_the_reverse_is_an_added_hedge() -> None:
    found = changes([report("a", "Barrels came ashore"), report("b", "Barrels reportedly came ashore")])
    assert [change.kind for change in found] == ["hedge added"]


def test_eight_became_two() -> None:
    first, later = (
        report("a", "Eight barrels came to a village"),
        report("b", "Two barrels came to the province"),
    )
    found = changes([first, later])
    assert [(one.kind, one.first.words, one.later.words) for one in found] == [
        ("number", "Eight", "Two"),
        ("place", "village", "province"),
    ]
    assert later[0].words(found[0].later.spans) == "Two"


def test_a_change_that_many_share_is_given_once_with_the_earliest() -> None:
    told = [
        report(name, f"{number} barrels came")
        for name, number in zip("abc", ("Eight", "Two", "Two"), strict=True)
    ]
    (change,) = changes(told)
    assert (change.first.page, change.later.page) == ("a", "b")


def test_a_negation_counts() -> None:
    (change,) = changes(
        [report("a", "The barrels came ashore"), report("b", "The barrels did not come ashore")]
    )
    assert (change.kind, change.first.words, change.later.words) == ("negation", "", "not")


def test_a_detail_in_the_second_piece_is_placed_on_the_page() -> None:
    text = "The barrels, she said, were eight barrels in all"
    spans = ((0, 11), (23, len(text)))
    first = Page("a", text), Statement("a", spans, f"{text[:11]} {text[23:]}", "content")
    (change,) = changes([first, report("b", "The barrels were two barrels in all")])
    assert first[0].words(change.first.spans) == "eight"


def test_two_pages_are_compared_where_they_say_the_same() -> None:
    page, one = report("a", "Eight barrels came")
    other, two = report("b", "Two barrels came")
    alone = Statement("b", ((0, 3),), "Two", "own")
    vectors = np.eye(2)
    ((left, right, found),) = compare((page, [one], vectors[:1]), (other, [alone, two], vectors[::-1]))
    assert (left, right) == (one, two)
    assert [change.kind for change in found] == ["number"]
    assert compare((page, [], vectors[:0]), (other, [two], vectors[:1])) == ()

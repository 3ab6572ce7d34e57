"""The chain of names from the outermost source to the innermost."""

from __future__ import annotations

from typing import Any

from sayso.model import Attribution, Page
from sayso.sources import resolve


def test_a_chain_goes_through_contents_and_scopes(resolved: Any) -> None:
    found = resolved(
        "[[1:RQ News]] continues:\n"
        "[[2:The Harbour Ministry]] reported {{2:that [[3:a clerk]] had heard {{3:shots}}}}.",
        parents={"2": ("1", "scope"), "3": ("2", "content")},
    )
    assert found["1"].chain == ("RQ News",)
    assert found["3"].chain == ("RQ News", "Harbour Ministry", "a clerk")


def test_a_circle_of_parents_ends() -> None:
    page = Page("p", "Ann Lee told Bo Marsh.")
    one = Attribution("a", ((0, 7),), (), (), parent="b", within="content")
    other = Attribution("b", ((13, 21),), (), (), parent="a", within="content")
    found = resolve(page, (one, other))
    assert [each.chain for each in found] == [("Bo Marsh", "Ann Lee"), ("Ann Lee", "Bo Marsh")]


def test_a_parent_that_is_not_there_is_left_out() -> None:
    page = Page("p", "Ann Lee said so.")
    assert resolve(page, (Attribution("a", ((0, 7),), (), (), parent="gone"),))[0].chain == ("Ann Lee",)


def test_nothing_else_is_changed() -> None:
    page = Page("p", "Ann Lee said so.")
    one = Attribution(
        "a", ((0, 7),), ((8, 12),), ((13, 15),), stance="says", confidence=0.4, hedges=((8, 12),)
    )
    (found,) = resolve(page, (one,))
    assert (found.source, found.cue, found.content, found.hedges) == (
        one.source,
        one.cue,
        one.content,
        one.hedges,
    )
    assert (found.confidence, found.stance, found.manner) == (0.4, "says", "indirect")
    assert resolve(page, ()) == ()

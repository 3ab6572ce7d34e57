"""Statements of a story grouped into claims, and a reader's claim matched with a page."""

from __future__ import annotations

import numpy as np

from sayso.claims.grouping import claims_in
from sayso.claims.matching import matching
from sayso.claims.statements import Statement

UP, ASIDE = np.array([1.0, 0.0]), np.array([0.0, 1.0])


def said(page: str, text: str) -> Statement:
    return Statement(page, ((0, len(text)),), text, "own")


def test_statements_that_say_the_same_are_one_claim() -> None:
    story = [
        said("a", "Eight barrels have come ashore."),
        said("b", "Two barrels have come ashore."),
        said("b", "It rained."),
    ]
    first, second = claims_in(story, np.stack([UP, UP, ASIDE]))
    assert (first.statements, first.pages) == ((0, 1), ("a", "b"))
    assert second.statements == (2,)


def test_a_page_counts_once() -> None:
    story = [said("a", "The barrels have come ashore."), said("a", "The barrels have come ashore there.")]
    (claim,) = claims_in(story, np.stack([UP, UP]))
    assert claim.statements == (0, 1)
    assert claim.pages == ("a",)
    assert len(claim.reports) == 1


def test_different_names_at_the_beginning_divide() -> None:
    story = [said("a", "Ada Merrow has left the port."), said("b", "Tom Hale has left the port.")]
    assert len(claims_in(story, np.stack([UP, UP]))) == 2


def test_a_full_sentence_stands_for_the_claim() -> None:
    story = [said("a", "barrels of chlorine ashore"), said("b", "Barrels of chlorine have come ashore.")]
    (claim,) = claims_in(story, np.stack([UP, UP]))
    assert claim.text == "Barrels of chlorine have come ashore."


def test_nothing_states_no_claims() -> None:
    assert claims_in([], np.zeros((0, 2))) == ()


def test_a_claim_finds_its_statement_and_agreeing_details_come_first() -> None:
    page = [
        said("a", "Two barrels came ashore"),
        said("a", "Eight barrels came ashore"),
        said("a", "It rained all day"),
    ]
    found = matching("Eight barrels came ashore", UP, page, np.stack([UP * 0.9, UP * 0.9, ASIDE]))
    assert [match.place for match in found] == [1, 0]
    assert found[0].score > found[1].score


def test_a_page_about_something_else_does_not_match() -> None:
    assert matching("Barrels came ashore", UP, [said("a", "It rained all day")], ASIDE[None]) == ()
    assert matching("Barrels came ashore", UP, [], np.zeros((0, 2))) == ()

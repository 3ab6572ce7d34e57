"""Whom "he", "she", "it", "they", "who" and "I" stand for."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.model import Attribution, Page
from sayso.sources import resolve


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (
            "Mayor Clara Holm met Peter Vance. [[She]] said the bridge would open. [[He]] disagreed.",
            ["Clara Holm", "Peter Vance"],
        ),
        (
            "“The river is rising,” [[Oskar Brandt]] said.\n“We need sandbags,” [[he]] said.\n"
            "“And boats,” [[he]] added.",
            ["Oskar Brandt", "Oskar Brandt", "Oskar Brandt"],
        ),
        (
            "Spokeswoman Quilla Reyne met Martin Stone at noon. The doors were shut, [[she]] said.",
            ["Quilla Reyne"],
        ),
        (
            "Mr. Zwick told Mrs. Zwick about the fire. [[She]] said nothing. [[He]] shouted.",
            ["Zwick", "Zwick"],
        ),
    ],
)
def test_he_and_she_are_told_apart_by_name_title_and_noun(
    names: Any, story: str, expected: list[str]
) -> None:
    assert names(story) == expected


def test_he_said_goes_on_with_the_last_speaker_not_with_who_was_mentioned(names: Any) -> None:
    story = (
        "[[Michael Farrow]], a former harbour official, told the Westmoor Gazette that the report was thin.\n"
        "“They did not ask Thomas Grant,” [[Farrow]] said.\n"
        "“The whole idea is to embarrass the port,” [[he]] said."
    )
    assert names(story) == ["Michael Farrow"] * 3


def test_a_name_inside_the_reported_words_is_not_he(names: Any) -> None:
    story = "Robert Lang spoke in Tolby. {{1:George Moss fits that bill}}, [[1:he]] added."
    assert names(story) == ["Robert Lang"]


def test_who_is_the_name_before_it_over_its_apposition(names: Any) -> None:
    story = (
        "The talks began, according to Borduran Ambassador Anton Orlov, [[who]] told RQ it was calm. "
        "Ida Wren, the minister for rivers, [[who]] chaired it, said little. "
        "People [[who]] watched complained."
    )
    assert names(story) == ["Anton Orlov", "Ida Wren", None]


def test_it_is_a_body_and_they_are_several(names: Any) -> None:
    story = (
        "[[The Harbour Commission]] approved the plan. [[It]] said work would begin in May.\n"
        "[[Ann Lee and Bo Marsh]] objected. [[They]] said nobody had asked the town."
    )
    assert names(story) == [
        "Harbour Commission",
        "Harbour Commission",
        "Ann Lee and Bo Marsh",
        "Ann Lee and Bo Marsh",
    ]


def test_i_in_a_quotation_is_who_is_quoted(resolved: Any) -> None:
    found = resolved(
        "{{1:“[[2:I]] think {{2:the dam will hold}},”}} [[1:Lena Hartog]] said.",
        parents={"2": ("1", "content")},
    )
    assert found["2"].speaker.name == "Lena Hartog"
    assert found["2"].chain == ("Lena Hartog", "Lena Hartog")


def test_i_in_a_quotation_needs_no_parent_link(names: Any) -> None:
    assert names("{{1:“[[2:We]] saw {{2:smoke}},”}} [[1:Lena Hartog]] said.") == [
        "Lena Hartog",
        "Lena Hartog",
    ]


def test_i_in_the_pages_own_words_is_the_byline(names: Any) -> None:
    story = "[[I]] saw the water come in. [[We]] all left."
    assert names(story, byline="By Ines Calder") == ["Ines Calder", "Ines Calder"]
    assert names(story) == [None, None]


def test_i_in_an_opinion_piece_is_whom_its_last_lines_present(names: Any) -> None:
    story = "[[I]] never liked the bridge.\n\nInes Calder is a playwright in Tolby."
    assert names(story) == ["Ines Calder"]


def test_he_inside_a_quotation_is_not_the_one_quoted(names: Any) -> None:
    story = "Victor Hale resigned. {{1:“[[2:He]] knew {{2:the risks}},”}} [[1:Martin Stone]] said."
    assert names(story) == ["Martin Stone", "Victor Hale"]


def test_an_unnamed_official_stays_unnamed_when_called_he(names: Any) -> None:
    story = "Martin Stone left. [[A senior official]] said [[he]] was not surprised. [[The official]] left."
    assert names(story) == [None, None, None]


def test_a_quotation_without_cue_stays_with_its_speaker(names: Any) -> None:
    story = "{{1:“It rained.”}} [[1:Lena Hartog]] said. {{2:“It rained all night.”}}"
    assert names(story) == ["Lena Hartog", "Lena Hartog"]


def test_said_after_and_stays_with_its_speaker(names: Any) -> None:
    story = "[[1:Lena Hartog]] ((1:praised)) {{1:the crews}} and ((2:said)) {{2:they were tired}}."
    assert names(story) == ["Lena Hartog", "Lena Hartog"]


def test_a_passive_has_no_source(resolved: Any) -> None:
    found = resolved("Martin Stone spoke. {{1:The bridge}} ((1:was described as)) {{1:unsafe}}.")
    assert found["1"].speaker.kind == "none"
    assert found["1"].chain == ("(not given)",)


@pytest.mark.parametrize("said", ["appears", "seems", "is believed", "is difficult to see", "turned out"])
def test_the_it_of_it_appears_that_stands_for_nobody(names: Any, said: str) -> None:
    assert names(
        f"The Orlan Navy sailed on Monday. [[1:It]] ((1:{said})) {{{{1:that the port is shut}}}}."
    ) == [None]


def test_an_it_that_does_something_stands_for_what_was_named(names: Any) -> None:
    story = "The Orlan Navy sailed on Monday. [[1:It]] ((1:appears to fear)) {{1:a second blockade}}."
    assert names(story) == ["Orlan Navy"]


def test_i_in_a_quoted_block_is_who_is_quoted_not_the_author() -> None:
    text = "Engineer Dov Asher wrote:\n\nI do not believe the gates will hold."
    block = (text.index("I do not"), len(text))
    letter = Attribution("0", ((0, 18),), ((19, 24),), (block,), manner="direct")
    doubt = Attribution(
        "1", ((block[0], block[0] + 1),), ((block[0] + 2, block[0] + 16),), ((block[0] + 17, block[1]),),
        parent="0", within="content",
    )  # fmt: skip
    found = resolve(Page("p", text, byline="Petra Lund"), (letter, doubt))
    assert [one.speaker and one.speaker.name for one in found] == ["Dov Asher", "Dov Asher"]

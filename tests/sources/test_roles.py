"""Roles and affiliations, and the sources that are named by them."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("story", "role", "affiliation"),
    [
        ("[[1:IRF chief economist Ada Quill]] spoke for the IRF.", "IRF chief economist", "IRF"),
        ("[[1:Ada Quill, head of the Harbour Board,]] spoke.", "head of the Harbour Board", "Harbour Board"),
        ("[[1:Anton Orlov, a Russian envoy in Tolby,]] left for Russia.", "Russian envoy in Tolby", "Russia"),
        ("[[1:RQ News’ Ada Quill]] asked.", None, "RQ News"),
        ("[[1:Quill]] spoke. Foreign Minister Ada Quill was late.", "Foreign Minister", None),
    ],
)  # fmt: skip
def test_role_and_affiliation_are_the_pages_words(
    resolved: Any, story: str, role: str | None, affiliation: str | None
) -> None:
    speaker = resolved(story)["1"].speaker
    assert (speaker.name or "").endswith(("Quill", "Orlov"))
    assert speaker.role == role
    assert speaker.affiliation == affiliation


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (
            "Mayor Ada Quill and Governor Bo Marsh met. [[The mayor]] spoke; [[the governor]] did not.",
            ["Ada Quill", "Bo Marsh"],
        ),
        ("Sen. Ida Wren spoke. [[The senator]] left. [[The lawmaker]] was tired.", ["Ida Wren", "Ida Wren"]),
        ("Lee Park, a lawyer for Bo Marsh, spoke. [[Marsh's attorney]] left.", ["Lee Park"]),
        ("Ann Dell, a spokeswoman for the port, spoke. [[The spokeswoman]] left.", ["Ann Dell"]),
        ("Deputy Mayor Ada Quill spoke. Nobody answered. [[The mayor]] was away.", [None]),
        ("Rep. Ida Wren of Texas spoke. [[The Ohio congressman]] left.", [None]),
        (
            "[[A former harbour master]] says no.\n[[John Pell]], who ran the port, said so.",
            ["John Pell", "John Pell"],
        ),
        ("[[Lawmaker]] urges repairs.\n\nRep. Ida Wren urged repairs on Monday.", ["Ida Wren"]),
    ],
)  # fmt: skip
def test_descriptions_lead_to_whoever_has_the_role(
    names: Any, story: str, expected: list[str | None]
) -> None:
    assert names(story) == expected


def test_the_paper_is_the_one_named_before(names: Any) -> None:
    story = "[[A Tolby University poll]] found support. [[The poll]] asked 900. [[A new report]] disagreed."
    assert names(story) == ["Tolby University poll", "Tolby University poll", None]


@pytest.mark.parametrize(
    "source",
    [
        "a senior official",
        "critics",
        "sources",
        "people familiar with the talks",
        "many Democrats",
        "his aides",
        "a spokesman for the port",
        "No one",
        "9 percent",
        "voters",
        "officials at the Harbour Commission",
    ],
)  # fmt: skip
def test_whom_the_page_does_not_name_has_no_name(names: Any, source: str) -> None:
    story = (
        f"Mayor Bo Marsh spoke. The crowd left. The road was closed. Cars stood still. [[{source}]] said so."
    )
    assert names(story) == [None]


def test_an_unnamed_source_keeps_its_words_and_its_body(resolved: Any) -> None:
    speaker = resolved("[[1:An official at the Harbour Commission]] said so.")["1"].speaker
    assert speaker.role == "official at the Harbour Commission"
    assert speaker.affiliation == "Harbour Commission"

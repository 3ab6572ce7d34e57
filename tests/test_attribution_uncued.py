"""Who says what where a dash or a colon is all that tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.uncued import with_uncued
from sayso.model import Attribution, Block, Page


def story(*paragraphs: str) -> Page:
    text, blocks = "", []
    for number, paragraph in enumerate(paragraphs):
        blocks.append(Block(f"b{number}", "paragraph", (len(text), len(text) + len(paragraph))))
        text += paragraph + "\n\n"
    return Page("p", text, blocks=tuple(blocks))


def found(page: Page) -> list[tuple[str, str, str]]:
    return [
        (page.words(one.source), page.words(one.cue), page.words(one.content))
        for one in with_uncued(page, ())
    ]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("“Best pie in town.” – Olin Marsh, baker",), ("Olin Marsh, baker", "–", "“Best pie in town.”")),
        (
            ("“The pie is good", "and the ale is", 'better than ever." – Olin Marsh, baker.'),
            ("Olin Marsh, baker", "–", '“The pie is good … and the ale is … better than ever."'),
        ),
        (('"Best pie in town." -- Olin Marsh',), ("Olin Marsh", "--", '"Best pie in town."')),
        (("“Best pie in town.”", "— Olin Marsh."), ("Olin Marsh", "—", "“Best pie in town.”")),
        (("Marsh: “Pies will cost more”",), ("Marsh", ":", "“Pies will cost more”")),
        (("Marsh (baker): ‘Pies will cost more’",), ("Marsh", ":", "‘Pies will cost more’")),
    ],
)
def test_a_dash_after_a_quotation_or_a_colon_before_one(
    paragraphs: tuple[str, ...], expected: tuple[str, str, str]
) -> None:
    assert found(story(*paragraphs)) == [expected]


def test_an_interview() -> None:
    page = story(
        "Host: Why did you take up baking?",
        "Marsh: My aunt had an oven and no time.",
        "Host: And do you regret it now?",
        "Marsh: Only at four in the morning.",
    )
    assert [source for source, _, _ in found(page)] == ["Host", "Marsh", "Host", "Marsh"]


def test_a_transcript_in_capitals() -> None:
    page = story("MARSH: My aunt had an oven.", "(Laughter.)", "MARSH: And she had no time.")
    assert [content for _, _, content in found(page)] == ["My aunt had an oven.", "And she had no time."]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Update: “Pies” are back on the menu.",),
        ("Pies: a short history of crust",),
        ("Apples: 547.", "Pears: 46.", "Apples: 2,316.", "Pears: 1,547."),
        ("Photo: “Pies at noon”",),
        ("It was good – Olin Marsh never doubted it.",),
        ("“Best pie in town.”", "– Old hands –"),
        ("“Best pie", 'in "the" town.', 'and ale." – Olin Marsh'),
        ("Best pie", 'and ale." – Olin Marsh'),
        (
            "Q: Why did you take up baking?",
            "A: My aunt had an oven.",
            "Q: And then what?",
            "A: I baked and baked.",
        ),
    ],
)
def test_nothing_else(paragraphs: tuple[str, ...]) -> None:
    assert found(story(*paragraphs)) == []


def test_nothing_where_an_attribution_stands() -> None:
    page = story("Marsh: “Pies will cost more”")
    known = (Attribution("u0", ((0, 5),), ((5, 6),), ((7, 20),)),)
    assert with_uncued(page, known) == known


PARAGRAPH = st.sampled_from(
    [
        "“Best pie.” – Olin Marsh",
        "“Best pie.”",
        "— Olin Marsh",
        "Marsh: “More”",
        "Marsh: one two three four",
        "MARSH: ",
        " ",
    ]
)


@given(st.lists(PARAGRAPH, max_size=8))
def test_any_page_twice_alike(paragraphs: list[str]) -> None:
    page = story(*paragraphs)
    once = with_uncued(page, ())
    assert len({one.id for one in once}) == len(once)
    assert all(
        0 <= start < end <= len(page.text)
        for one in once
        for start, end in (*one.source, *one.cue, *one.content)
    )
    assert with_uncued(page, once) == once

"""Quotations that go on without a cue stay with their speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.continuation import with_continuations
from sayso.model import Attribution, Block, BlockKind, Page


def story(*paragraphs: str, kind: BlockKind = "paragraph") -> Page:
    """A page of paragraphs; the last is of the given kind."""
    text = "\n\n".join(paragraphs)
    starts = [text.index(paragraph) for paragraph in paragraphs]
    kinds: list[BlockKind] = ["paragraph"] * (len(paragraphs) - 1)
    kinds.append(kind)
    spans = [(start, start + len(paragraph)) for start, paragraph in zip(starts, paragraphs, strict=True)]
    return Page(
        "p",
        text,
        blocks=tuple(Block(f"b{n}", k, s) for n, (k, s) in enumerate(zip(kinds, spans, strict=True))),
    )


def said(page: Page, source: str, cue: str, content: str) -> Attribution:
    who, how, what = (((at := page.text.index(piece)), at + len(piece)) for piece in (source, cue, content))
    return Attribution("0", (who,), (how,), (what,))


FIRST = "“The bees are back,” said Runa Holt."
THEN = "“They came with the first warm wind.”"


def test_the_next_paragraph_and_the_one_after_it() -> None:
    page = story(FIRST, THEN, "“I counted nine hives on Sunday.”", "Honey is dear this year.")
    (one,) = with_continuations(page, (said(page, "Runa Holt", "said", "“The bees are back,”"),))
    assert one.content[1:] == (page.blocks[1].span, page.blocks[2].span)


def test_a_quotation_left_open_at_the_end_of_its_paragraph() -> None:
    page = story("Holt said: “The bees are back.", "“They came with the wind.”")
    (one,) = with_continuations(page, (said(page, "Holt", "said", "“The bees are back."),))
    assert one.content[1:] == (page.blocks[1].span,)


@pytest.mark.parametrize(
    "paragraphs",
    [
        (FIRST, "“They came with the wind,” added her son."),
        (FIRST, "It was “the first warm wind” of the year."),
        (FIRST, "“(Laughter.)”"),
        (FIRST, "Honey is dear this year.", THEN),
        (FIRST + " Her son disagrees.", THEN),
        ("“The bees are back,” said Runa Holt. She went on to say:", THEN),
        ("It was Runa Holt who said The bees are back, at last.", THEN),
    ],
)
def test_nothing_else(paragraphs: tuple[str, ...]) -> None:
    page = story(*paragraphs)
    content = "“The bees are back,”" if "“The bees are back,”" in page.text else "The bees are back"
    known = (said(page, "Runa Holt", "said", content),)
    assert with_continuations(page, known) == known


def test_not_what_is_somebodys_already_nor_a_heading() -> None:
    page = story(FIRST, THEN)
    taken = Attribution("1", (), (), (page.blocks[1].span,))
    known = (said(page, "Runa Holt", "said", "“The bees are back,”"), taken)
    assert with_continuations(page, known) == known
    page = story(FIRST, THEN, kind="heading")
    alone = (said(page, "Runa Holt", "said", "“The bees are back,”"),)
    assert with_continuations(page, alone) == alone


PARAGRAPH = st.sampled_from([FIRST, THEN, "“Open and on and on it goes.", "Plain.", "“a” b", " "])


@given(st.lists(PARAGRAPH, unique=True, min_size=1), st.data())
def test_any_page_twice_alike(paragraphs: list[str], data: st.DataObject) -> None:
    page = story(*paragraphs)
    place = st.integers(0, len(page.text) - 1)
    span = place.map(lambda start: (start, min(start + 9, len(page.text))))
    some = st.lists(span, max_size=2).map(lambda spans: tuple(sorted(spans)))
    known = tuple(
        Attribution(str(n), data.draw(some), data.draw(some), data.draw(some))
        for n in range(data.draw(st.integers(0, 3)))
    )
    once = with_continuations(page, known)
    assert all(0 <= start < end <= len(page.text) for one in once for start, end in one.content)
    assert with_continuations(page, once) == once

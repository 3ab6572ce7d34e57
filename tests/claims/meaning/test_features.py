"""What is kept of a page so that it can be found and grouped."""

from __future__ import annotations

import dataclasses

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.meaning import features
from sayso.claims.meaning.encoder import WIDTH, shipped
from sayso.claims.meaning.features import HEADLINE, features_of, gathered, pieces_of
from sayso.model import Block, Page

STORY = "The ferry left Port Calder at noon. It had 1,200 people on board."


def test_comments_do_not_count() -> None:
    page = Page(id="1", text=STORY, title="Ferry leaves")
    whole = STORY + "\n\nI never liked that council."
    comment = Block("c1", "comment", (len(STORY) + 2, len(whole)))
    answered = dataclasses.replace(page, text=whole, blocks=(comment,))
    pieces = [gathered([("1", features(one))]).piece.tolist() for one in (page, answered)]
    assert pieces[0] == pieces[1]


def test_a_piece_of_the_headline_counts_more() -> None:
    plain, headed = (gathered([("1", features_of(title, "The ferry left."))]) for title in (None, "Ferry"))
    (ferry,) = pieces_of("ferry", shipped())
    counts = [one.count[one.piece == ferry].item() for one in (plain, headed)]
    assert counts == [1, 1 + HEADLINE]


def test_numbers_are_one_however_they_are_written() -> None:
    assert pieces_of("1,200 people", shipped()) == pieces_of("1200 people", shipped())


def test_punctuation_does_not_count() -> None:
    assert pieces_of("«…» — , . !", shipped()) == []


def test_part_has_the_features_of_some_pages() -> None:
    blobs = [(str(n), features_of(f"Day {n}", text)) for n, text in enumerate([STORY, "", "Rain in Orlan."])]
    part = gathered(blobs).part(np.array([2, 0]))
    for number, id in enumerate(part.ids):
        alone = gathered([blobs[int(id)]])
        assert part.piece[part.start[number] : part.start[number + 1]].tolist() == alone.piece.tolist()
        assert part.vector[number].tolist() == alone.vector[0].tolist()


@given(st.lists(st.tuples(st.none() | st.text(max_size=30), st.text(max_size=200)), max_size=5))
def test_any_text_has_features(texts: list[tuple[str | None, str]]) -> None:
    found = gathered((str(n), features_of(*text)) for n, text in enumerate(texts))
    assert len(found.ids) == len(texts) == len(found.start) - 1
    assert found.start[-1] == len(found.piece) == len(found.count)
    assert found.vector.shape == (len(texts), WIDTH)

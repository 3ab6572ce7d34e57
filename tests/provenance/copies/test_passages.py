"""Which words two pages share, where they stand, and what does not count as shared."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Attribution, Block, Page
from sayso.provenance.trail import Copy

from .stories import BUDGET, FERRY, HARBOUR, ORCHARD, STATEMENT, found, page, words

SENTENCES = [
    f"{one.strip()}." for text in (HARBOUR, BUDGET, FERRY, ORCHARD) for one in text.split(".") if one
]


def the_copy(*pages: Page) -> Copy:
    (copy,) = found(*pages)
    return copy


def shown(copy: Copy, *pages: Page) -> list[tuple[str, str]]:
    text = {one.id: one.text for one in pages}
    return [(text[copy.page][slice(*p.span)], text[copy.source][slice(*p.original)]) for p in copy.passages]


def test_a_passage_within_two_long_pages_is_found_with_its_exact_span() -> None:
    long = page("long", words(900, 1), HARBOUR, words(900, 2))
    host = page("host", words(50, 3), HARBOUR, words(500, 4))
    assert shown(the_copy(long, host), long, host) == [(HARBOUR[:-1], HARBOUR[:-1])]


def test_pages_that_share_nothing_are_no_copies() -> None:
    assert found(page("a", HARBOUR, BUDGET), page("b", FERRY, ORCHARD)) == ()


def test_words_are_the_same_whatever_their_case_accents_quotes_dashes_and_spaces() -> None:
    plain = "Garçon's well-known café, the oldest on Calder's quay - burned; nobody's dog barked that night"
    other = (
        "GARCON’S  well–known cafe\u0301 the oldest\non Calder’s quay burned. Nobody’s dog barked that night"
    )
    one, two = page("a", words(40, 1), plain), page("b", words(30, 2), other)
    assert shown(the_copy(one, two), one, two) == [(other, plain)]


def test_a_word_changed_here_and_there_does_not_break_a_passage() -> None:
    edited = HARBOUR.replace("canisters", "drums").replace("dawn", "sunrise").replace("lifted", "quickly put")
    one, two = page("a", FERRY, HARBOUR), page("b", edited, BUDGET)
    copy = the_copy(one, two)
    assert len(copy.passages) == 1
    assert copy.words == len(HARBOUR.split()) - 3


def test_sentences_that_changed_places_are_each_found() -> None:
    first, second, third = HARBOUR.split(". ")
    one, two = page("a", HARBOUR, FERRY), page("b", BUDGET, f"{third} {second}. {first}.")
    assert {there for there, _ in shown(the_copy(one, two), one, two)} == {first, second, third[:-1]}


def test_a_dropped_sentence_parts_a_passage_of_the_source_in_two() -> None:
    first, _, third = SENTENCES[:3]
    one, two = page("a", HARBOUR, FERRY), page("b", f"{first} {third}", BUDGET)
    originals = [original for _, original in shown(the_copy(one, two), one, two)]
    assert originals == [first[:-1], third[:-1]]


@pytest.mark.parametrize(
    "phrase",
    [
        "Mayor Tomas Ree, Councillor Ina Brill and Harbour Master Oskar Lund",
        "it voted on Monday to close the old pier",
    ],
)
def test_a_list_of_names_or_a_short_phrase_is_no_copy(phrase: str) -> None:
    assert found(page("a", FERRY, f"In Orlan {phrase}."), page("b", BUDGET, f"Later {phrase} as well.")) == ()


def test_a_notice_is_no_copy() -> None:
    notice = (
        "Copyright © 2031 The Orlan Gazette. All rights reserved. This material may not be published again."
    )
    assert found(page("a", FERRY, notice), page("b", BUDGET, notice)) == ()


def test_a_quotation_that_both_have_is_counted_apart() -> None:
    one = page("a", FERRY, f"{STATEMENT} said Ina Brill of the dockers' union.")
    two = page("b", BUDGET, f"At the gate she told reporters: {STATEMENT}")
    copy = the_copy(one, two)
    assert copy.words == copy.quoted == len(STATEMENT.split())
    assert copy.sure == 0.5


def test_words_of_the_pages_own_beside_a_quotation_are_not_quoted() -> None:
    one, two = page("a", FERRY, STATEMENT, HARBOUR), page("b", BUDGET, STATEMENT, HARBOUR)
    copy = the_copy(one, two)
    assert copy.quoted == len(STATEMENT.split())
    assert copy.words == copy.quoted + len(HARBOUR.split())


def test_direct_speech_without_marks_is_quoted_where_the_page_was_read_so() -> None:
    speech = Attribution("a1", (), (), ((0, len(HARBOUR)),), manner="direct")
    one = page("a", HARBOUR, FERRY, attributions=(speech,))
    two = page("b", HARBOUR, BUDGET, attributions=(speech,))
    copy = the_copy(one, two)
    assert copy.quoted == copy.words


def test_comments_are_not_the_page_s_text() -> None:
    text = f"{FERRY}\n\n{HARBOUR}"
    comment = Block("b2", "comment", (len(FERRY) + 2, len(text)))
    assert found(Page("a", text, blocks=(comment,)), page("b", BUDGET, HARBOUR)) == ()


def test_order_of_pages_makes_no_difference() -> None:
    pages = [page("a", HARBOUR, FERRY), page("b", FERRY, BUDGET), page("c", BUDGET, HARBOUR, ORCHARD)]
    assert found(*pages) == found(*reversed(pages)) != ()


@pytest.mark.parametrize("text", ["", "\n\n", "one two", "a the of", "\u200b \u0301", "x" * 5000, "“"])
def test_a_page_with_hardly_any_words_is_no_copy(text: str) -> None:
    assert found(Page("a", text), Page("b", text), page("c", HARBOUR)) == ()


PIECES = st.sampled_from(
    [*SENTENCES, STATEMENT, "\n\n", "İstanbul ﬁre e\u0301", "\U0001f600", words(12, 9), "—"]
)
TEXTS = st.lists(PIECES, max_size=14).map(" ".join)


@settings(max_examples=200)
@given(TEXTS, TEXTS)
def test_passages_lie_in_their_pages_and_begin_and_end_with_a_word(first: str, second: str) -> None:
    text = {"a": first, "b": second}
    for copy in found(Page("a", first), Page("b", second)):
        taken: set[tuple[str, int]] = set()
        for passage in copy.passages:
            (start, end), (begin, stop) = passage.span, passage.original
            assert 0 <= start < end <= len(text[copy.page]) and 0 <= begin < stop <= len(text[copy.source])
            for words_ in (text[copy.page][start:end], text[copy.source][begin:stop]):
                assert words_[0].isalnum() and words_ == words_.strip()
            own = {("page", at) for at in range(start, end)} | {("source", at) for at in range(begin, stop)}
            assert not taken & own
            taken |= own
        assert 0 <= copy.quoted <= copy.words


@settings(max_examples=40)
@given(st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=8, unique=True), st.integers(0, 99))
def test_a_whole_text_put_into_another_page_is_found_whole(sentences: list[str], seed: int) -> None:
    text = " ".join(sentences)
    one, two = page("a", words(200, seed), text, words(100, seed + 1)), page("b", words(90, seed + 2), text)
    assert shown(the_copy(one, two), one, two) == [(text[:-1], text[:-1])]

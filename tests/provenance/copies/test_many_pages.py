"""Very many pages: one text in many places, standing text, and how the work grows."""

from __future__ import annotations

import time

import pytest

from sayso.model import Page
from sayso.provenance.copies import Signature, copies, signature

from .stories import BUDGET, FERRY, HARBOUR, found, no_agency, page, words

STANDING = (
    "The Orlan Gazette is printed on the island by its own readers, who have owned the press since the "
    "great strike; write to the editor at the old customs house, any weekday before noon."
)


def seconds(pages: list[Page]) -> tuple[float, int]:
    by_id = {one.id: one for one in pages}
    signed = list(map(signature, pages))
    start = time.perf_counter()
    count = len(copies(signed, by_id.__getitem__, no_agency))
    return time.perf_counter() - start, count


def test_reprints_of_one_text_are_each_a_copy_of_the_first() -> None:
    text = f"{HARBOUR}\n\n{FERRY}\n\n{BUDGET}"
    pages = [page(f"p{n:02}", text, published=f"2031-03-{n + 1:02}") for n in range(12)]
    copies_ = found(*pages)
    assert {one.source for one in copies_} == {"p00"}
    assert sorted(one.page for one in copies_) == [f"p{n:02}" for n in range(1, 12)]


def test_a_paragraph_that_stands_on_an_outlet_s_unlike_pages_is_no_copy() -> None:
    pages = [page(f"p{n}", words(80, n), STANDING, outlet="The Orlan Gazette") for n in range(9)]
    assert found(*pages) == ()


def test_the_same_paragraph_on_two_pages_of_two_outlets_is_a_copy() -> None:
    assert len(found(page("a", words(80, 1), STANDING), page("b", words(80, 2), STANDING))) == 1


def test_other_words_are_found_on_pages_with_a_standing_paragraph() -> None:
    pages = [page(f"p{n}", words(80, n), STANDING, outlet="The Orlan Gazette") for n in range(9)]
    pages[3] = page("p3", words(80, 3), HARBOUR, STANDING, outlet="The Orlan Gazette")
    pages[7] = page("p7", HARBOUR, words(80, 7), STANDING, outlet="The Orlan Gazette")
    (copy,) = found(*pages)
    assert {copy.page, copy.source} == {"p3", "p7"}
    assert copy.words == len(HARBOUR.split())


def test_the_versions_of_one_story_on_one_outlet_are_no_standing_text() -> None:
    told = (HARBOUR, FERRY, BUDGET)
    versions = [page(f"v{n}", *told, words(40, n), outlet="Harbour Wire") for n in range(8)]
    copies_ = found(*versions, page("elsewhere", words(60, 99), HARBOUR, outlet="Calder Tribune"))
    assert "elsewhere" in {id for one in copies_ for id in (one.page, one.source)}


def test_what_stands_on_very_many_pages_of_any_outlet_is_no_copy() -> None:
    assert found(*(page(f"p{n}", words(80, n), STANDING) for n in range(120))) == ()


@pytest.mark.parametrize("kind", ["alike", "standing", "unlike"])
def test_the_work_grows_with_the_pages_not_their_pairs(kind: str) -> None:
    def made(count: int) -> list[Page]:
        own = {"alike": HARBOUR, "standing": STANDING, "unlike": ""}[kind]
        first = [str(n) if kind == "alike" else words(60, n) for n in range(count)]
        return [page(f"p{n}", first[n], own, outlet="The Orlan Gazette") for n in range(count)]

    (few, _), (many, count) = seconds(made(300)), seconds(made(2_400))
    assert many < 40 * few + 1
    assert count == (2_399 if kind == "alike" else 0)


def test_a_signature_is_small_and_can_be_stored() -> None:
    one = page("a", HARBOUR, FERRY, url="https://www.tribune.example/a", published="2031-03-05")
    signed = signature(one)
    assert (signed.page, signed.outlet, signed.published) == ("a", "tribune.example", "2031-03-05")
    assert len(signed.shingles) < 3 * len(one.text.split())
    again = Signature("a", signed.outlet, signed.published, bytes(signed.shingles))
    two = page("b", FERRY, BUDGET)
    by_id = {"a": one, "b": two}
    assert copies([again, signature(two)], by_id.__getitem__, no_agency) == found(one, two)


def test_pages_that_share_nothing_are_not_asked_for() -> None:
    def nobody(id: str) -> Page:
        raise AssertionError(id)

    assert copies([signature(page("a", HARBOUR)), signature(page("b", FERRY))], nobody, no_agency) == ()
    assert copies([], nobody, no_agency) == ()


def test_a_page_that_says_the_same_over_and_over_takes_no_longer() -> None:
    over = page("a", " ".join([HARBOUR] * 400))
    taken, count = seconds([over, page("b", FERRY, HARBOUR), page("c", "a b c d " * 20_000)])
    assert (count, taken < 10) == (1, True)

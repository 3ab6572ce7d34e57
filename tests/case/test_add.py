"""A page comes into a case once, a changed one as a new version, and comes out as it went in."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from case.stories import full_page, original, read
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.case import Added, Case, Original, open_case
from sayso.errors import NotInCase, UnreadablePage
from sayso.model import Attribution, Block, Comment, Page, Speaker


def add(case: Case, one: Original) -> Added:
    (added,) = case.add(one, read(one))
    return added


def test_a_page_comes_out_as_it_went_in(case: Case) -> None:
    page = full_page()
    assert case.add(Original("a1.html", b"<p>"), [page]) == (Added("a1", "added"),)
    assert case.page("a1") == page
    assert list(case.pages()) == [page]


def test_that_page_has_something_in_every_field() -> None:
    page = full_page()
    speakers = [one.speaker for one in page.attributions if one.speaker]
    quotations = [one for comment in page.comments for one in comment.quotations]
    parts = (page.blocks, page.attributions, page.comments, page.citations, speakers, quotations, [page])
    for nouns in parts:
        for field in dataclasses.fields(nouns[0]):
            assert any(getattr(noun, field.name) not in (field.default, None) for noun in nouns), field.name


def test_the_bytes_a_page_was_read_from_are_kept(case: Case) -> None:
    one = Original(
        "a1.html", b"<p>" * 1000, "html", "https://calder.example/a1", "utf-8", "2031-05-01T10:00:00Z"
    )
    case.add(one, [full_page()])
    assert case.original("a1") == one


def test_a_page_that_is_not_there_is_told(case: Case) -> None:
    with pytest.raises(NotInCase, match="it has no page “a1”"):
        case.page("a1")
    with pytest.raises(NotInCase):
        case.original("a1")


def test_the_same_bytes_are_one_page_under_whatever_name(case: Case) -> None:
    assert add(case, original(name="harbour.json")) == Added("harbour", "added")
    again = original(name="copy of harbour.json")
    assert case.known(again.hash)
    assert add(case, again) == Added("harbour", "known")
    assert len(list(case.pages())) == 1


def test_the_same_text_from_the_same_address_is_one_page(case: Case) -> None:
    add(case, original(url="https://calder.example/a", byline="M. Harrell"))
    again = original(url="https://calder.example/a", byline="M Harrell")
    assert add(case, again) == Added("https://calder.example/a", "known")
    assert case.known(again.hash)
    assert add(case, original(url="https://calder.example/a", id="another")).outcome == "known"


def test_the_same_text_from_two_outlets_is_two_pages(case: Case) -> None:
    add(case, original(url="https://calder.example/a"))
    assert add(case, original(url="https://orlan.example/a")).outcome == "added"
    assert add(case, original(id="7")).outcome == "added"
    assert add(case, original(id="8")).outcome == "added"


@pytest.mark.parametrize("address", [None, "https://calder.example/a"])
def test_a_page_that_changed_is_a_new_version_and_the_old_is_kept(case: Case, address: str | None) -> None:
    before = add(case, original("Eight came.", url=address)).page
    second = add(case, original("Two came.", url=address))
    third = add(case, original("None came.", url=address))
    assert second == Added(f"{before}@2", "changed", before)
    assert third == Added(f"{before}@3", "changed", f"{before}@2")
    assert [page.text for page in case.pages()] == ["None came."]
    assert case.page(before).text == "Eight came."
    assert add(case, original("Two came.", url=address)) == Added(f"{before}@2", "known")


def test_ids_of_json_lines_are_kept_while_they_are_free(case: Case) -> None:
    assert add(case, original("Eight came.", name="monday.jsonl:1", id="1")).page == "1"
    second = add(case, original("Two came.", name="tuesday.jsonl:1", id="1"))
    assert second.outcome == "added"
    assert len(second.page) == 12 and second.page.isalnum()
    assert add(case, original("None came.", name="monday.jsonl:2", id="1")).outcome == "added"
    assert len(list(case.pages())) == 3


def test_two_pages_from_standard_input_never_replace_each_other(case: Case) -> None:
    for text in ("Eight came.", "Two came."):
        assert add(case, original(text, name="-:1", id="1")).outcome == "added"


def test_all_pages_of_an_export_come_in_or_none(case: Case) -> None:
    export = Original("forum.json", b"...")
    pages = [Page(f"forum#{number}", f"Story {number}.") for number in (1, 2)]
    with pytest.raises(UnreadablePage, match="halves of characters"):
        case.add(export, [*pages, Page("forum#3", "Half \ud83d")])
    assert not case.known(export.hash)
    assert [added.page for added in case.add(export, pages)] == ["forum#1", "forum#2"]
    assert [added.outcome for added in case.add(export, pages)] == ["known", "known"]


@pytest.mark.parametrize(
    "page",
    [
        Page("half \udcff", "Text."),
        Page("a", "Text.", title="\ud83d"),
        Page("a", "Text.", attributions=(Attribution("1", (), (), (), speaker=Speaker("\ud83d", "person")),)),
    ],
)
def test_a_page_with_half_a_character_is_refused_whole(case: Case, page: Page) -> None:
    with pytest.raises(UnreadablePage):
        case.add(Original("a.txt", b"..."), [page])
    assert list(case.pages()) == []
    assert case.check() == ()


def test_a_name_with_bytes_that_are_no_characters_is_shown_as_it_can_be(case: Case) -> None:
    case.add(Original("caf\udce9.txt", b"..."), [Page("a", "Text.")])
    assert case.original("a").name == "caf\ufffd.txt"


def test_a_number_of_votes_that_nobody_has_costs_no_page(case: Case) -> None:
    case.add(Original("a", b"..."), [Page("a", "Text.", comments=(Comment("c1", votes=10**30),))])
    assert case.page("a").comments == (Comment("c1"),)


def test_what_did_not_come_in_is_kept_until_it_does(case: Case) -> None:
    error = UnreadablePage("harbour.json", "there is no text in it", "check that it was saved whole")
    case.note_failure(error)
    case.note_failure(UnreadablePage("harbour.json", "it is empty", "check"))
    case.note_failure(UnreadablePage("caf\udce9", "it is empty", "check"))
    assert [str(one) for one in case.failures()] == [
        "caf\ufffd: it is empty; check",
        "harbour.json: it is empty; check",
    ]
    add(case, original())
    assert [one.file for one in case.failures()] == ["caf\ufffd"]


def test_a_page_is_found_by_its_id_its_address_its_name_or_a_beginning(case: Case) -> None:
    first = add(case, original("Eight came.", "saved/monday.json", url="https://calder.example/a")).page
    second = add(case, original("Two came.", "saved/tuesday.json", id="b17f00")).page
    assert (
        case.find_page(first) == case.find_page("saved/monday.json") == case.find_page("https://cal") == first
    )
    assert case.find_page("b17") == second
    add(case, original("None came.", "saved/wednesday.json", id="b17e"))
    with pytest.raises(NotInCase, match="several pages are meant by “b17”, such as b17f00 and b17e"):
        case.find_page("b17")
    for words in ("c", "100%", "\udce9"):
        with pytest.raises(NotInCase, match="it has no page"):
            case.find_page(words)


def test_an_address_means_the_page_as_it_was_last_seen(case: Case) -> None:
    for text in ("Eight came.", "Two came."):
        last = add(case, original(text, name="a.json", id="a", url="https://calder.example/a")).page
    assert case.find_page("https://calder.example/a") == case.find_page("a.json") == last == "a@2"
    assert case.find_page("a") == "a"


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    [
        "\0",
        "a\0b\0",
        "🛢️ e\u0301",
        "\u202eRTL\u202c \u2066x\u2069",
        "\ufeff",
        "'; DROP TABLE pages; --",
        "\r\n\x85\u2028",
    ]
)
MAYBE = TEXT | st.none()


ABOUT = ("url", "outlet", "title", "byline", "published", "language")


@st.composite
def odd_pages(draw: st.DrawFn) -> Page:
    text = draw(TEXT)
    places = st.integers(0, len(text))
    span = st.tuples(places, places).map(lambda pair: (min(pair), max(pair)))
    spans = st.lists(span, max_size=2).map(tuple)
    attributions = st.builds(
        Attribution,
        *(TEXT, spans, spans, spans, MAYBE),
        speaker=st.none() | st.builds(Speaker, MAYBE, st.just("group"), MAYBE, MAYBE),
        chain=st.lists(TEXT, max_size=2).map(tuple),
        hedges=spans,
        negated=st.booleans(),
        comment=MAYBE,
        confidence=st.floats(0, 1),
    )
    about: Any = {name: draw(MAYBE) for name in ABOUT}
    return Page(
        draw(TEXT),
        text,
        blocks=tuple(draw(st.lists(st.builds(Block, TEXT, st.just("paragraph"), span, MAYBE), max_size=2))),
        attributions=tuple(draw(st.lists(attributions, max_size=2))),
        **about,
    )


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with open_case(tmp_path_factory.mktemp("odd") / "story.sayso", create=True) as opened:
        yield opened


NUMBERS = itertools.count()


@settings(max_examples=40)
@given(page=odd_pages())
def test_a_page_with_odd_text_comes_out_as_it_went_in(shared: Case, page: Page) -> None:
    number = next(NUMBERS)
    page = dataclasses.replace(page, url=page.url and f"{page.url}{number}")
    (added,) = shared.add(Original(f"{number}", str(number).encode()), [page])
    assert added.outcome == "added"
    assert shared.page(added.page) == dataclasses.replace(page, id=added.page)


@settings(max_examples=40)
@given(TEXT)
def test_whatever_is_searched_for_is_no_error(shared: Case, query: str) -> None:
    for asked in (query, f'"{query}', f"{query}\udce9"):
        assert all(found.page for found in shared.search(asked))


def test_a_case_with_all_this_is_whole(shared: Case) -> None:
    assert shared.check() == ()

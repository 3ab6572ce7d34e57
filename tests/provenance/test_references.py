"""Links between the pages of a case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Block, Citation, Page
from sayso.provenance.references import address_key, references

TEXT = "The Calder Tribune reported it first."
LINKED = (4, 18)


def page(id: str, url: str | None = None, *links: Citation) -> Page:
    return Page(id, TEXT, url=url, citations=links)


def link(url: str, *, shortened: bool = False) -> Citation:
    return Citation(LINKED, url, TEXT[4:18], shortened)


@pytest.mark.parametrize(
    "written",
    [
        "https://tribune.calder.example/2031/drums",
        "http://www.tribune.calder.example/2031/drums/",
        "https://tribune.calder.example/2031/drums#comments",
        "https://TRIBUNE.calder.example/2031/drums?utm_source=letter&fbclid=1",
        "https://m.tribune.calder.example/2031/drums/amp",
    ],
)
def test_a_link_finds_its_page_however_it_is_written(written: str) -> None:
    pages = [page("a", None, link(written)), page("b", "https://tribune.calder.example/2031/drums")]
    (found,) = references(pages)
    assert (found.page, found.to, found.span, found.confidence) == ("a", "b", LINKED, 1.0)


def test_a_query_that_tells_pages_apart_is_kept() -> None:
    pages = [
        page("a", None, link("https://echo.example/story?id=2")),
        page("b", "https://echo.example/story?id=1"),
        page("c", "https://echo.example/story?id=2"),
    ]
    assert [one.to for one in references(pages)] == ["c"]


def test_a_shortened_address_finds_the_only_page_that_begins_so() -> None:
    start = link("https://tribune.calder.example/2031/dru", shortened=True)
    one, other = "https://tribune.calder.example/2031/drums", "https://tribune.calder.example/2031/drugs"
    (found,) = references([page("a", None, start), page("b", one)])
    assert found.to == "b"
    assert found.confidence < 1
    two = link("https://tribune.calder.example/2031/dru", shortened=True)
    assert references([page("a", None, two), page("b", one), page("c", other)]) == ()


def test_a_shortened_address_that_tells_too_little_finds_nothing() -> None:
    assert (
        references(
            [page("a", None, link("https://echo.ex", shortened=True)), page("b", "https://echo.example")]
        )
        == ()
    )


def test_links_to_the_page_itself_and_out_of_the_case_are_none() -> None:
    own = "https://echo.example/1"
    assert references([page("a", own, link(own), link("https://elsewhere.example/"))]) == ()


def test_links_in_comments_are_the_readers_not_the_pages() -> None:
    text = "The story.\n\nRead this."
    linked = Citation((12, 16), "https://echo.example/1", "Read")
    blocks = (Block("b1", "paragraph", (0, 10)), Block("b2", "comment", (12, 22)))
    one = Page("a", text, blocks=blocks, citations=(linked,))
    assert references([one, page("b", "https://echo.example/1")]) == ()


@given(st.text())
def test_any_text_has_a_key(text: str) -> None:
    assert isinstance(address_key(text), str)

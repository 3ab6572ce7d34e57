"""Addresses in the text are citations, as far as a reader would take them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Citation, Page
from sayso.reading.addresses import with_addresses


def found(text: str, *known: Citation) -> list[tuple[str, str, bool]]:
    page = with_addresses(Page("p", text, citations=known))
    return [(c.text, c.url, c.shortened) for c in page.citations]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://wire.example/a.", "https://wire.example/a"),
        ("(https://wire.example/a)", "https://wire.example/a"),
        ("https://wire.example/Vessia_(land), he wrote", "https://wire.example/Vessia_(land)"),
        ("“https://wire.example/a?b=c&d=1#e”!", "https://wire.example/a?b=c&d=1#e"),
        ("HTTP://WIRE.EXAMPLE/A", "HTTP://WIRE.EXAMPLE/A"),
        ("<https://wire.example/a>", "https://wire.example/a"),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text: str, address: str) -> None:
    assert found(text) == [(address, address, False)]


@pytest.mark.parametrize("ellipsis", ["…", "..."])
def test_a_shortened_one_is_kept_as_the_beginning_that_it_is(ellipsis: str) -> None:
    text = f"https://wire.example/2031/drums-ca{ellipsis}\nnext"
    assert found(text) == [
        (f"https://wire.example/2031/drums-ca{ellipsis}", "https://wire.example/2031/drums-ca", True)
    ]


def test_what_has_no_scheme_gets_one() -> None:
    assert found("at www.wire.example/a today") == [
        ("www.wire.example/a", "https://www.wire.example/a", False)
    ]


@pytest.mark.parametrize(
    "text", ["me@www.wire.example", "https://", "www.", "http://x", "the www. of it", "ahttp://b.example"]
)
def test_what_is_no_address_is_none(text: str) -> None:
    assert found(text) == []


def test_links_of_the_markup_stay_as_they_are() -> None:
    link = Citation((4, 25), "https://wire.example/in-full", "https://wire.example/")
    assert found("See https://wire.example/", link) == [
        ("https://wire.example/", "https://wire.example/in-full", False)
    ]


@given(
    st.lists(
        st.sampled_from(
            [
                "https://",
                "www.",
                "wire.example",
                "/a",
                "…",
                "...",
                ")",
                "(",
                " ",
                "\n",
                "é",
                "\U0001f600",
                ".",
            ]
        )
    )
)
def test_every_citation_is_what_its_span_shows(pieces: list[str]) -> None:
    text = "".join(pieces)
    page = with_addresses(Page("p", text))
    for citation in page.citations:
        assert text[slice(*citation.span)] == citation.text
        assert citation.shortened == citation.text.endswith(("…", "..."))
        assert not citation.url.endswith(("…", "."))

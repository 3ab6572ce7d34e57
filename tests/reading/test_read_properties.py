"""What holds for every page, whatever it was read from."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadablePage
from sayso.model import Page
from sayso.reading import read_page

LINES = st.sampled_from(
    [
        "", "", " ", "Bridge to close", "By Ina Brill", "> He said no.", ">", ">> Deep.", "Comments",
        "# Top", "- a point", "“No,” she said.", "the mayor, Tomas Ree, agreed.", "  indented", "a" * 300,
        "The old bridge will close in May, the council said in its minutes, and",
        "\u202eהגשר\u202c", "e\u0301\ufeff", "\U0001f600",
    ]
)  # fmt: skip
TEXTS = st.lists(LINES, max_size=15).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"]).map(lambda end: end.join(lines))
)
TAGS = st.sampled_from(
    [
        "a", "b", "blockquote", "br", "div", "figcaption", "figure", "h1", "h2", "li", "p", "pre", "q",
        "span", "table", "td", "tr", "ul",
    ]
)  # fmt: skip


@st.composite
def markup(draw: st.DrawFn, depth: int = 3) -> str:
    pieces = []
    for _ in range(draw(st.integers(1, 4))):
        tag = draw(TAGS)
        words = draw(
            st.sampled_from(["", " ", "He said no.", "\n the  council\tsaid &amp; ", "x" * 60, "“Yes.” "])
        )
        inner = draw(markup(depth - 1)) if depth and draw(st.booleans()) else ""
        link = ' href="/minutes"' if tag == "a" else ""
        pieces.append(
            f"{words}<{tag}{link}>{words}{inner}</{tag}>{draw(st.sampled_from(['', ' after ', 'tail']))}"
        )
    return "".join(pieces)


def attempt(source: bytes) -> Page | UnreadablePage:
    """The page in ``source``, or why it is none."""
    try:
        return read_page(source, url="https://tallowpost.example/a/b")
    except UnreadablePage as error:
        return error


def check(page: Page) -> None:
    """Spans lie in the text, blocks are in order, and only parents hold others."""
    page.text.encode()
    parents = {block.id: block for block in page.blocks if block.kind in ("quote", "comment")}
    assert len({block.id for block in page.blocks}) == len(page.blocks)
    for block in page.blocks:
        start, end = block.span
        assert 0 <= start < end <= len(page.text)
        if block.parent:
            outer = parents[block.parent].span
            assert outer[0] <= start and end <= outer[1]
    starts = [block.span[0] for block in page.blocks]
    assert starts == sorted(starts)
    leaves = [block for block in page.blocks if block.kind not in ("quote", "comment")]
    assert all(a.span[1] <= b.span[0] for a, b in itertools.pairwise(leaves))
    for citation in page.citations:
        assert page.text[slice(*citation.span)] == citation.text == citation.text.strip() != ""


def nothing_is_lost(page: Page) -> bool:
    """Every word of the text is in a block."""
    rest = list(page.text)
    for block in page.blocks:
        rest[slice(*block.span)] = " " * (block.span[1] - block.span[0])
    return not "".join(rest).replace(">", " ").replace("#", " ").strip()


@settings(deadline=None)  # the first page that needs the language model waits for it
@given(TEXTS)
def test_plain_text_is_its_own_text(text: str) -> None:
    if not text.strip():
        with pytest.raises(UnreadablePage):
            read_page(text.encode())
        return
    page = read_page(text.encode())
    assert page.text == text.removeprefix("\ufeff")
    assert nothing_is_lost(page)
    check(page)


@settings(deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_any_text_is_its_own_text(text: str) -> None:
    page = attempt(b"Ree: " + text.encode())
    if isinstance(page, UnreadablePage):
        assert "binary" in page.reason
        return
    assert page.text == "Ree: " + text
    assert nothing_is_lost(page)
    check(page)


@settings(deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"<html>", b"<html><p>", b'{"text": "', b"\xff\xfe", b"Ree "]),
)
def test_arbitrary_bytes_are_a_page_or_unreadable(data: bytes, start: bytes) -> None:
    page = attempt(start + data)
    if isinstance(page, UnreadablePage):
        assert page.file and page.reason and page.mend
        return
    assert page == attempt(start + data)
    check(page)


@settings(deadline=None)
@given(markup())
def test_any_markup_is_a_page_or_unreadable(body: str) -> None:
    source = f"<html><head><title>Bridge</title></head><body><article>{body}</article></body></html>".encode()
    page = attempt(source)
    if isinstance(page, UnreadablePage):
        return
    assert page == attempt(source)
    assert nothing_is_lost(page)
    check(page)

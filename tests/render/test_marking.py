from __future__ import annotations

import time

from harbour import harbour
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from sayso.model import Attribution, Block, Page
from sayso.render.marking import Marking, marked, marks_of


def content(identity: str, start: int, end: int, parent: str | None = None) -> Attribution:
    return Attribution(identity, (), (), ((start, end),), parent, "content" if parent else None)


def covered_by(markup: str) -> list[tuple[str, list[str]]]:
    """Each stretch of text with the identities of the marks around it, innermost last."""
    found: list[tuple[str, list[str]]] = []

    def visit(element: html.HtmlElement, around: list[str]) -> None:
        of = element.get("data-of")
        within = [*around, of] if of else around
        if element.text:
            found.append((element.text, within))
        for child in element:
            visit(child, within)
            if child.tail:
                found.append((child.tail, within))

    visit(html.fragment_fromstring(f"<div>{markup}</div>"), [])
    return found


def test_what_is_nested_is_nested() -> None:
    marks = marks_of([content("a", 0, 9), content("b", 2, 5, "a")], "")
    assert covered_by(marked("012345678 x", (0, 11), marks)) == [
        ("01", ["a"]), ("234", ["a", "b"]), ("5678", ["a"]), (" x", []),
    ]  # fmt: skip


def test_the_outer_one_is_outside_where_both_cover_the_same_words() -> None:
    marks = marks_of([content("b", 0, 4, "a"), content("a", 0, 4)], "")
    assert covered_by(marked("0123", (0, 4), marks)) == [("0123", ["a", "b"])]


def test_what_overlaps_is_cut_apart() -> None:
    marks = marks_of([content("a", 0, 5), content("b", 3, 8)], "")
    markup = marked("0123456789", (0, 10), marks)
    assert covered_by(markup) == [("012", ["a"]), ("34", ["a", "b"]), ("567", ["b"]), ("89", [])]


def test_the_keyboard_stops_once_at_each_attribution() -> None:
    page = harbour()
    tree = html.fragment_fromstring(Marking(page, "p0-").article(), create_parent="div")
    stops = [element.get("data-of") for element in tree.xpath("//*[@tabindex=0]")]
    assert sorted(stops) == [f"p0-{attribution.id}" for attribution in page.attributions]


def test_blocks_keep_their_kind() -> None:
    markup = Marking(harbour(), "").article()
    tree = html.fragment_fromstring(markup, create_parent="div")
    assert tree.findtext("h2") == "Twelve drums missing from Port Calder, Vessia's ministry says"
    assert [p.text_content()[:15] for p in tree.findall("blockquote/p")] == [
        "A night watchma",
        "“We have asked ",
    ]


def test_a_mark_may_go_on_over_several_blocks() -> None:
    blocks = (Block("1", "paragraph", (0, 3)), Block("2", "paragraph", (5, 8)))
    page = Page("p", "one\n\ntwo", blocks=blocks, attributions=(content("a", 1, 7),))
    markup = Marking(page, "").article()
    assert [words for words, around in covered_by(markup) if around] == ["ne", "tw"]
    assert markup.count("tabindex") == 1


def test_text_outside_all_blocks_is_not_lost() -> None:
    page = Page("p", "before one after", blocks=(Block("1", "paragraph", (7, 10)),))
    tree = html.fragment_fromstring(Marking(page, "").article(), create_parent="div")
    assert [p.text_content().strip() for p in tree.findall("p")] == ["before", "one", "after"]


def test_marks_are_put_on_in_the_blocks_they_lie_in() -> None:
    text = "one two three four"
    blocks = (
        Block("1", "paragraph", (0, 3)),
        Block("2", "quote", (4, 13)),
        Block("3", "paragraph", (4, 7), "2"),
        Block("4", "paragraph", (8, 13), "2"),
        Block("5", "paragraph", (14, 18)),
    )
    attributions = (content("a", 0, 18), content("b", 4, 13, "a"), content("c", 9, 16, "a"))
    markup = Marking(Page("p", text, blocks=blocks, attributions=attributions), "").article()
    assert [(words, around) for words, around in covered_by(markup) if words.strip()] == [
        ("one", ["a"]), ("two", ["a", "b"]), ("t", ["a", "b"]), ("hree", ["a", "b", "c"]),
        ("fo", ["a", "c"]), ("ur", ["a"]),
    ]  # fmt: skip


def test_long_pages_take_their_time_and_no_more() -> None:
    starts = range(0, 160_000, 20)
    text = "It holds, he said.\n\n" * len(starts)
    page = Page(
        "p", text,
        blocks=tuple(Block(str(at), "paragraph", (at, at + 18)) for at in starts),
        attributions=tuple(content(str(at), at, at + 8) for at in starts),
    )  # fmt: skip
    begun = time.process_time()
    Marking(page, "").article()
    assert time.process_time() - begun < 5


spans = st.tuples(st.integers(0, 30), st.integers(1, 30)).map(lambda s: (min(s), max(s) + 1))


@given(
    st.text(min_size=31, max_size=40, alphabet=st.sampled_from("ab<&>\"' é😀")), st.lists(spans, max_size=8)
)
def test_any_spans_leave_the_text_whole_and_cover_just_their_words(
    text: str, chosen: list[tuple[int, int]]
) -> None:
    attributions = [content(str(n), *span) for n, span in enumerate(chosen)]
    stretches = covered_by(marked(text, (0, len(text)), marks_of(attributions, "")))
    assert "".join(words for words, _ in stretches) == text
    for attribution, (start, end) in zip(attributions, chosen, strict=True):
        assert "".join(words for words, around in stretches if attribution.id in around) == text[start:end]

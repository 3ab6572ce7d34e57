"""What a page states: contents, headline, own voice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.clauses import bare, clauses
from sayso.claims.statements import statements
from sayso.model import Attribution, Block, Page

TEXT = (
    "Eight barrels of chlorine reached Port Calder, the harbour master said. "
    "The quay was closed for two days, and the ferries sailed from Orlan. "
    "Read more about the port. "
    "“The barrels are empty,” said Ada Merrow. “We looked twice at all of them.”"
)


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def page(*attributions: Attribution) -> Page:
    return Page("p", TEXT, title="Barrels reach Port Calder", attributions=attributions)


SAID = Attribution(
    "0",
    (span("the harbour master"),),
    (span("said"),),
    (span("Eight barrels of chlorine reached Port Calder"),),
)
QUOTED = Attribution(
    "1",
    (span("Ada Merrow"),),
    ((span("said Ada")[0], span("said Ada")[0] + 4),),
    (span("“The barrels are empty,”"), span("“We looked twice at all of them.”")),
)


def test_headline_content_and_own_voice_are_told_apart() -> None:
    found = [(one.kind, one.text) for one in statements(page(SAID, QUOTED))]
    assert found == [
        ("headline", "Barrels reach Port Calder"),
        ("content", "Eight barrels of chlorine reached Port Calder"),
        ("own", "The quay was closed for two days"),
        ("own", "the ferries sailed from Orlan."),
        ("content", "The barrels are empty"),
        ("content", "We looked twice at all of them."),
    ]


def test_a_headline_apart_from_the_text_has_no_spans() -> None:
    assert statements(page())[0].spans == ()


def test_a_headline_in_the_text_has_its_place_and_is_given_once() -> None:
    text = "Barrels reach Port Calder today\n\nThe quay was closed for two days."
    blocks = (Block("0", "heading", (0, 31)), Block("1", "paragraph", (33, len(text))))
    found = statements(Page("p", text, title=text[:31], blocks=blocks))
    assert [(one.kind, one.spans) for one in found] == [("headline", ((0, 31),)), ("own", ((33, len(text)),))]


def test_the_innermost_content_has_the_words() -> None:
    text = "The Gazette reports that Merrow says the barrels are empty now."
    inner = Attribution("1", ((25, 31),), ((32, 36),), ((37, 62),), parent="0")
    outer = Attribution("0", ((0, 11),), ((12, 19),), ((20, 62),))
    found = statements(Page("p", text, attributions=(outer, inner)))
    assert [(one.text, one.attribution) for one in found] == [("the barrels are empty now", "1")]


def test_content_parted_by_its_cue_is_one_statement_with_two_spans() -> None:
    text = "The barrels of chlorine, she said, are still on the quay."
    cut = Attribution("0", ((25, 28),), ((29, 33),), ((0, 23), (35, 56)))
    (found,) = statements(Page("p", text, attributions=(cut,)))
    assert found.spans == ((0, 23), (35, 56))
    assert found.text == "The barrels of chlorine are still on the quay"


def test_hedges_beside_a_content_go_with_it() -> None:
    text = "The barrels reportedly reached the quay of Orlan, officials said."
    one = Attribution("0", ((50, 59),), ((60, 64),), ((0, 11), (23, 48)), hedges=((12, 22),))
    assert statements(Page("p", text, attributions=(one,)))[0].hedges == ((12, 22),)


def test_names_joined_by_and_are_not_divided() -> None:
    text = "Ships from Vessia and Orlan have reached the harbour of Port Calder."
    assert clauses(text, [(0, len(text))]) == [(0, len(text))]


def test_semicolons_divide_clauses() -> None:
    text = "The quay was closed on Monday; it will be open again tomorrow."
    assert [text[a:b] for a, b in clauses(text, [(0, len(text))])] == [
        "The quay was closed on Monday",
        "it will be open again tomorrow.",
    ]


@given(st.text(alphabet="aA .;,“”and was it\n", max_size=80))
def test_spans_lie_in_the_page_and_hold_the_text(text: str) -> None:
    whole = Attribution("0", (), (), ((0, len(text)),))
    for attributions in ((), (whole,)):
        for one in statements(Page("p", text, title="t", attributions=attributions)):
            assert all(0 <= start < end <= len(text) for start, end in one.spans)
            assert one.kind == "headline" or one.text == " ".join(text[a:b] for a, b in one.spans)


@given(st.text(max_size=60))
def test_bare_stays_inside(text: str) -> None:
    start, end = bare(text, (0, len(text)))
    assert 0 <= start <= end <= len(text)

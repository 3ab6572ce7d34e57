"""A claim traced through pages that are given with what they state."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.claims.meaning import encode
from sayso.claims.statements import statements
from sayso.claims.stating import Said
from sayso.model import Attribution, Block, Citation, Page, Speaker
from sayso.provenance.references import references
from sayso.provenance.tracing import trace
from sayso.provenance.trail import Trail
from sayso.provenance.trail_json import trail_dict
from sayso.sources.across import Index, gather

CLAIM = "Eight canisters came to Port Calder"


def page(
    id: str, *paragraphs: str, who: str = "", links: tuple[tuple[str, str], ...] = (), date: str | None = None
) -> Page:
    """A page whose first paragraph is "<claim>, WHO said.", if somebody is named, with links on words."""
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for number, one in enumerate(paragraphs):
        blocks.append(Block(f"b{number}", "paragraph", (at, at + len(one))))
        at += len(one) + 2
    said: tuple[Attribution, ...] = ()
    if who:
        start = text.index(who)
        content, source, cue = (
            (0, start - 2),
            (start, start + len(who)),
            (start + len(who) + 1, start + len(who) + 5),
        )
        said = (
            Attribution("a1", (source,), (cue,), (content,), speaker=Speaker(who, "person"), chain=(who,)),
        )
    cited = tuple(Citation((text.index(w), text.index(w) + len(w)), url, w) for w, url in links)
    return Page(
        id,
        text,
        url=f"https://{id}.example/1",
        published=date,
        blocks=tuple(blocks),
        attributions=said,
        citations=cited,
    )


def traced(*pages: Page) -> Trail:
    said = [Said(one, found := statements(one), encode([each.text for each in found])) for one in pages]
    return trace(CLAIM, encode([CLAIM])[0], said, Index(gather(pages)), (), references(pages))


def test_two_people_are_two_origins_in_order_of_time() -> None:
    found = traced(
        page("b", f"{CLAIM}, Tam Voss said.", who="Tam Voss", date="2031-04-02"),
        page("a", f"{CLAIM}, Ilka Roe said.", who="Ilka Roe", date="2031-04-01"),
    )
    assert [one.page for one in found.reports] == ["a", "b"]
    assert {chain[-1].name for one in found.reports for chain in one.chains} == {"Tam Voss", "Ilka Roe"}


def test_a_report_tells_its_numbers() -> None:
    (report,) = traced(page("a", f"{CLAIM}, Ilka Roe said.", who="Ilka Roe")).reports
    assert ("number", "Eight", ((0, 5),)) in [(one.kind, one.words, one.spans) for one in report.details]


def test_a_link_in_another_paragraph_is_about_something_else() -> None:
    told = page("b", f"{CLAIM}, Ilka Roe said.", who="Ilka Roe")
    near = page("a", f"{CLAIM}, as the Echo has it.", links=(("the Echo", "https://b.example/1"),))
    far = page("a", f"{CLAIM}.", "The Echo had the weather.", links=(("The Echo", "https://b.example/1"),))
    assert any(edge.kind == "links to" for edge in traced(near, told).count.asserting.edges)
    assert not any(edge.kind == "links to" for edge in traced(far, told).count.asserting.edges)


def test_problems_of_the_pages_are_passed_on() -> None:
    from dataclasses import replace

    from sayso.model import Problem

    odd = replace(
        page("a", f"{CLAIM}, Ilka Roe said.", who="Ilka Roe"),
        problems=(Problem("not-english", "It is not."),),
    )
    assert trail_dict(traced(odd))["problems"] == [
        {"page": "a", "code": "not-english", "message": "It is not."}
    ]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_every_span_is_of_its_page(paragraphs: list[str]) -> None:
    made = page(
        "a", f"{CLAIM}, Ilka Roe said.", *(one.replace("\n", " ") for one in paragraphs), who="Ilka Roe"
    )
    for report in traced(made).reports:
        spans = [*report.spans, *report.hedges, *(s for one in report.details for s in one.spans)]
        spans += [span for chain in report.chains for link in chain for span in link.spans]
        assert all(0 <= start < end <= len(made.text) for start, end in spans)

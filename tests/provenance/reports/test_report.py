"""What a page says of a claim and on whose word, seen through the public function."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from sayso.model import Attribution, Page, Span, Spans, Speaker, Stance
from sayso.provenance.reports import report
from sayso.provenance.trail import Chain, Report

CLAIM = "A crane at the Port Calder harbour collapsed into the sea"


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Texts are alike here if they have the same longer words."""
    rows = np.zeros((len(texts), 8192), np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in re.findall(r"\w{4,}", text.lower()):
            row[sum(ord(c) * 31**n for n, c in enumerate(word[:5])) % 8192] = 1.0
        row /= np.linalg.norm(row) or 1.0
    return rows


def at(text: str, words: str) -> Spans:
    start = text.index(words)
    return ((start, start + len(words)),)


def says(
    text: str,
    source: str,
    cue: str,
    content: str,
    speaker: Speaker | None = None,
    *,
    id: str = "0",
    stance: Stance = "says",
    parent: str | None = None,
) -> Attribution:
    """An attribution by its words, each the first that the text has."""
    return Attribution(
        id, at(text, source) if source else (), at(text, cue), at(text, content), parent, speaker=speaker,
        stance=stance, confidence=0.9,
    )  # fmt: skip


def told(text: str, *attributions: Attribution, claim: str = CLAIM) -> Report:
    found = report(claim, Page("1", text, attributions=attributions), encode)
    assert found is not None
    return found


def names(chains: Sequence[Chain]) -> list[list[str]]:
    return [[link.name for link in chain] for chain in chains]


MARSH = Speaker("Bo Marsh", "person", "dock worker")
FELL = "a crane at the harbour collapsed into the sea"


def test_a_named_speaker_is_the_chain() -> None:
    text = f"Bo Marsh said {FELL}."
    found = told(text, says(text, "Bo Marsh", "said", FELL, MARSH))
    assert names(found.chains) == [["Bo Marsh"]]
    assert found.denials == () and found.stance == "observing"
    (link,) = found.chains[0]
    assert link.kind == "person" and link.spans == at(text, "Bo Marsh")


def test_the_paper_that_was_told_stands_over_the_speaker() -> None:
    text = f"Bo Marsh told the Calder Tribune that {FELL}."
    found = told(text, says(text, "Bo Marsh", "told", FELL, MARSH))
    assert names(found.chains) == [["Calder Tribune", "Bo Marsh"]]
    assert found.chains[0][0].kind == "outlet"


def test_a_person_who_is_told_is_no_medium() -> None:
    text = f"Bo Marsh told Anna Lee that {FELL}."
    found = told(text, says(text, "Bo Marsh", "told", FELL, MARSH))
    assert names(found.chains) == [["Bo Marsh"]]


def test_a_nested_source_is_the_inner_link() -> None:
    text = f"The Calder Tribune reports that a witness says {FELL}."
    paper = Speaker("Calder Tribune", "outlet")
    outer = says(text, "The Calder Tribune", "reports", f"a witness says {FELL}", paper)
    inner = says(text, "a witness", "says", FELL, Speaker(None, "unnamed"), id="1", parent="0")
    assert names(told(text, outer, inner).chains) == [["Calder Tribune", "witness"]]


@pytest.mark.parametrize(
    ("source", "owner", "kind"),
    [
        ("A statement by the Harbour Authority", "Harbour Authority", "organization"),
        ("a report by Harbour Wire", "Harbour Wire", "outlet"),
        ("An article in the Orlan Gazette", "Orlan Gazette", "outlet"),
    ],
)
def test_a_text_is_its_authors(source: str, owner: str, kind: str) -> None:
    text = f"{source} said {FELL}."
    found = told(text, says(text, source, "said", FELL, Speaker(None, "document")))
    assert names(found.chains) == [[owner]] and found.chains[0][0].kind == kind


def test_who_is_told_of_first_without_a_name_is_the_one_named_next() -> None:
    text = f"A dock worker says {FELL}.\n\nBo Marsh said the harbour crane had collapsed at noon."
    first = says(text, "A dock worker", "says", FELL, Speaker(None, "unnamed"))
    then = says(text, "Bo Marsh", "said", "the harbour crane had collapsed at noon", MARSH, id="1")
    assert names(told(text, first, then).chains) == [["Bo Marsh"]]


def test_who_is_hidden_on_purpose_stays_unnamed() -> None:
    text = f"A harbour source says {FELL}.\n\nBo Marsh said the harbour crane had collapsed at noon."
    first = says(text, "A harbour source", "says", FELL, Speaker(None, "unnamed"))
    then = says(text, "Bo Marsh", "said", "the harbour crane had collapsed at noon", MARSH, id="1")
    assert ["harbour source"] in names(told(text, first, then).chains)


def test_a_credit_in_a_line_of_its_own_stands_over_all() -> None:
    text = f"Bo Marsh said {FELL}.\n\n[h/t Calder Tribune]"
    found = told(text, says(text, "Bo Marsh", "said", FELL, MARSH))
    assert names(found.chains) == [["Calder Tribune", "Bo Marsh"]]


def test_a_reprint_names_where_it_was_first() -> None:
    text = f"Bo Marsh said {FELL}.\n\nThis article originally appeared on the Orlan Gazette."
    found = told(text, says(text, "Bo Marsh", "said", FELL, MARSH))
    assert names(found.chains) == [["Orlan Gazette", "Bo Marsh"]]


def test_where_a_statement_came_out_stands_over_its_author() -> None:
    text = (
        f"A statement from the Vessia Front said {FELL}.\n\n"
        "The statement could not be checked. It appeared on a militant website."
    )
    speaker = Speaker(None, "document")
    found = told(text, says(text, "A statement from the Vessia Front", "said", FELL, speaker))
    assert names(found.chains) == [["militant website", "Vessia Front"]]


def test_a_claim_about_a_photo_rests_on_the_photo() -> None:
    claim = "A photo shows a crane in the sea at Port Calder harbour"
    text = "The Orlan Gazette reports that the photo shows a crane in the sea at the harbour."
    content = "the photo shows a crane in the sea at the harbour"
    one = says(text, "The Orlan Gazette", "reports", content, Speaker("Orlan Gazette", "outlet"))
    found = told(text, one, claim=claim)
    assert names(found.chains) == [["Orlan Gazette", "photo"]]
    assert found.chains[0][1].kind == "document"


def test_a_denial_is_no_report() -> None:
    text = "The Harbour Authority denied that a crane at the harbour collapsed into the sea."
    speaker = Speaker("Harbour Authority", "organization")
    content = "that a crane at the harbour collapsed into the sea"
    found = told(text, says(text, "The Harbour Authority", "denied", content, speaker, stance="denies"))
    assert found.chains == () and names(found.denials) == [["Harbour Authority"]]
    assert found.stance == "against"


@pytest.mark.parametrize(
    "content",
    ["no crane at the harbour collapsed into the sea", "the harbour crane story is false"],
)
def test_what_says_the_contrary_is_a_denial(content: str) -> None:
    text = f"Bo Marsh said {content}."
    found = told(text, says(text, "Bo Marsh", "said", content, MARSH))
    assert found.chains == () and names(found.denials) == [["Bo Marsh"]]


def test_reports_that_nobody_owns_are_the_source_of_what_is_denied() -> None:
    text = "The Harbour Authority denied online reports that a crane at the harbour collapsed into the sea."
    speaker = Speaker("Harbour Authority", "organization")
    content = "online reports that a crane at the harbour collapsed into the sea"
    found = told(text, says(text, "The Harbour Authority", "denied", content, speaker, stance="denies"))
    assert names(found.chains) == [["online reports"]]
    assert names(found.denials) == [["Harbour Authority"]]


def test_a_hedge_without_a_source_is_unnamed_reports() -> None:
    text = "A crane at the Port Calder harbour reportedly collapsed into the sea."
    found = told(text)
    assert names(found.chains) == [["unnamed reports"]]
    assert found.hedges == at(text, "reportedly")


def test_a_page_without_a_source_has_one_that_is_not_given() -> None:
    text = "A crane at the Port Calder harbour collapsed into the sea."
    found = told(text)
    assert [[link.kind for link in chain] for chain in found.chains] == [["not given"]]
    assert found.spans == ((0, len(text)),)


def test_a_page_that_says_nothing_of_it_has_no_report() -> None:
    page = Page("1", "Bakers prize their sourdough.")
    assert report(CLAIM, page, encode) is None
    assert report(CLAIM, Page("2", ""), encode) is None


def test_a_stance_that_is_known_is_kept() -> None:
    page = Page("1", "A crane at the Port Calder harbour collapsed into the sea.")
    found = report(CLAIM, page, encode, stance="for")
    assert found is not None and found.stance == "for"


def spans_of(found: Report) -> list[Span]:
    links = (link for chain in (*found.chains, *found.denials) for link in chain)
    return [*found.spans, *found.hedges, *(span for link in links for span in link.spans)]


WORDS = ["Bo Marsh", "said", "told", "the Calder Tribune", "reports", "via", "harbour", "crane", "collapsed",
         "rumors that", "statement from", "not", "photo", "who", "\n\n", ". ",
         "“", "”", "’s", "@marsh", "İ"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), st.data())
def test_spans_lie_in_the_text_whatever_it_is(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    at_most = st.integers(0, len(text))

    def place() -> Spans:
        one, other = data.draw(at_most), data.draw(at_most)
        return ((min(one, other), max(one, other)),)

    attributions = tuple(
        Attribution(str(n), place(), place(), place(), parent=data.draw(st.sampled_from([None, "0", "1"])))
        for n in range(data.draw(st.integers(0, 3)))
    )
    found = report(CLAIM, Page("1", text, attributions=attributions), encode)
    for start, end in spans_of(found) if found else ():
        assert 0 <= start <= end <= len(text)

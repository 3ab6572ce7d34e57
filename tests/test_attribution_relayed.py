"""Sentences that go on with a report, in a stretch an outlet was given the word for."""

import re
import time

import pytest

from sayso.attribution.relayed import with_relayed
from sayso.model import Attribution, Page, Span

TEXT = (
    "Meridian News reports:\n\n"
    "The Vessian Harbour Ministry reported earlier that a theft was being planned. Twelve drums have been "
    "taken to a shed near the quay. A crew is waiting there. The drums will be sold abroad, "
    "according to Ilse Brandvold."
)


def at(words: str) -> Span:
    found = re.search(re.escape(words), TEXT)
    assert found
    return found.span()


SCOPE = Attribution("0", (at("Meridian News"),), (at("reports"),), (at(TEXT.split("\n\n")[1]),))
REPORT = Attribution(
    "1", (at("The Vessian Harbour Ministry"),), (at("reported earlier"),),
    (at("that a theft was being planned"),), parent="0", within="scope", confidence=0.9,
)  # fmt: skip
SALE = Attribution(
    "2", (at("Ilse Brandvold"),), (at("according to"),), (at("The drums will be sold abroad"),),
    parent="0", within="scope",
)  # fmt: skip


def test_sentences_without_a_source_go_on_with_the_report_before_them() -> None:
    (new,) = with_relayed(Page("p", TEXT), (SCOPE, REPORT, SALE))[3:]
    assert [TEXT[a:b] for a, b in new.content] == [
        "Twelve drums have been taken to a shed near the quay. A crew is waiting there."
    ]
    assert (new.source, new.cue, new.parent, new.within) == (REPORT.source, REPORT.cue, "0", "scope")


def test_what_the_page_does_not_say_is_less_sure() -> None:
    (new,) = with_relayed(Page("p", TEXT), (SCOPE, REPORT, SALE))[3:]
    assert new.confidence < REPORT.confidence


def test_outside_a_scope_such_sentences_are_the_pages_own() -> None:
    alone = Attribution("1", REPORT.source, REPORT.cue, REPORT.content)
    assert with_relayed(Page("p", TEXT), (alone,)) == (alone,)


def test_nothing_goes_on_after_a_wish() -> None:
    wish = Attribution(
        "1", REPORT.source, (at("was being planned"),), REPORT.content, parent="0", within="scope"
    )
    assert with_relayed(Page("p", TEXT), (SCOPE, wish, SALE)) == (SCOPE, wish, SALE)


@pytest.mark.parametrize("scopes", [1, 4_000])
def test_long_pages_take_their_time_and_no_more(scopes: int) -> None:
    starts = range(0, 13 * 4_000, 13)
    content = [((at + 3, at + 8), (at + 8, at + 12)) for at in starts]
    rooms = [
        Attribution(f"s{n}", (), ((n, n + 2),), tuple(span for pair in content[n::scopes] for span in pair))
        for n in range(scopes)
    ]
    reports = [
        Attribution(
            f"a{n}", ((at + 3, at + 5),), ((at + 5, at + 7),), (), parent=f"s{n % scopes}", within="scope"
        )
        for n, at in enumerate(starts)
    ]
    begun = time.process_time()
    with_relayed(Page("p", "It holds it. " * 4_000), (*rooms, *reports))
    assert time.process_time() - begun < 5

"""What a case's pages are to each other is found, found alike again, and follows what people decided."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from sayso.case import Case, add_all, open_case, schema
from sayso.case.incoming import read_originals
from sayso.pipeline import read_input
from sayso.reading import find_inputs
from sayso.relating import copies_of, decided, index_of, references_of, relate
from sayso.sources.across import Source

PAGES = Path(__file__).parent.parent / "src" / "sayso" / "demo" / "pages"
READERS = partial(read_originals, reader=read_input, jobs=1)
STEPS = ["sources", "copies", "claims"]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of the invented pages, related; no test may change it."""
    path = tmp_path_factory.mktemp("relate") / "story.sayso"
    with open_case(path, create=True) as made:
        arrivals = list(add_all(made, find_inputs([PAGES]), read_input, jobs=1))
        assert [one.error for one in arrivals] == [None] * len(list(PAGES.glob("*.html")))
        relate(made)
    return path


@pytest.fixture
def case(file: Path) -> Iterator[Case]:
    """That case, for looking only."""
    with open_case(file, write=False) as opened:
        yield opened


@pytest.fixture
def own(file: Path, tmp_path: Path) -> Iterator[Case]:
    """A copy of that case that a test may change."""
    with open_case(shutil.copy(file, tmp_path / "own.sayso")) as opened:
        yield opened


def rows(case: Case) -> dict[str, list[dict[str, Any]]]:
    return {name: list(case.derived(name)) for name in schema.DERIVED}


def one(case: Case, name: str) -> Source:
    """The only source of this name."""
    (found,) = [source for source in sources(case) if name in (source.name, *source.names)]
    return found


def sources(case: Case) -> tuple[Source, ...]:
    return tuple(index_of(case).by_id.values())


def outlet(page: str) -> str:
    return page.removeprefix("https://").split("/")[0]


def words(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in text.casefold()).split()


def speaking(case: Case, *mention: str) -> Source:
    """Whose words an attribution of a page are."""
    (found,) = [source for source in sources(case) if mention in source.mentions]
    return found


def test_everything_is_there_and_nothing_out_of_date(own: Case) -> None:
    assert own.stale() == ()
    assert own.check() == ()
    empty = {name for name, some in rows(own).items() if not some}
    assert empty == {"trails"}


def test_a_speaker_on_several_pages_is_one_source(case: Case) -> None:
    pages = {outlet(page) for page, _ in one(case, "Odo Pellwether").mentions}
    assert {"echo.northbank.example", "courier.isle.example"} <= pages


def test_every_page_has_its_outlet_and_every_attribution_at_most_one_source(case: Case) -> None:
    published = [page for source in sources(case) for page in source.published]
    assert sorted(published) == sorted(case.page_ids())
    assert max(Counter(mention for source in sources(case) for mention in source.mentions).values()) == 1


def test_every_mention_is_an_attribution_of_its_page(case: Case) -> None:
    known = {(page.id, attribution.id) for page in case.pages() for attribution in page.attributions}
    assert {mention for source in sources(case) for mention in source.mentions} <= known


def test_who_printed_whose_words_is_found(case: Case) -> None:
    credited = {(outlet(copy.page), outlet(copy.source)): copy.credited for copy in copies_of(case)}
    assert credited["tribune.calder.example", "wire.harbour.example"]
    assert not credited["today.vessia.example", "gazette.orlan.example"]


def test_a_copied_passage_begins_and_ends_alike_on_both_pages(case: Case) -> None:
    text = {page.id: page.text for page in case.pages()}
    for copy in copies_of(case):
        for passage in copy.passages:
            here = words(text[copy.page][slice(*passage.span)])
            there = words(text[copy.source][slice(*passage.original)])
            assert (here[0], here[-1]) == (there[0], there[-1])


def test_links_lead_from_page_to_page(case: Case) -> None:
    found = {(outlet(link.page), outlet(link.to)) for link in references_of(case)}
    assert ("gazette.orlan.example", "wire.harbour.example") in found
    assert {("mariner.example", "coastpost.example"), ("coastpost.example", "mariner.example")} <= found
    for link in references_of(case):
        assert case.page(link.page).text[slice(*link.span)].strip()


def test_a_claim_is_reported_by_two_pages_or_more(case: Case) -> None:
    claims = {row["id"]: row for row in case.derived("claims")}
    stated: dict[str, set[str]] = {id: set() for id in claims}
    for row in case.derived("statements"):
        stated[row["claim"]].add(row["page"])
    assert all(row["reports"] >= 2 for row in claims.values())
    assert {id: len(pages) for id, pages in stated.items()} == {
        id: row["reports"] for id, row in claims.items()
    }
    assert any("disappeared from the north quay" in row["text"] for row in claims.values())


def test_a_claim_and_its_pages_are_of_one_story(case: Case) -> None:
    story = {row["page"]: row["story"] for row in case.derived("page_features")}
    assert set(story) == set(case.page_ids())
    of_claim = {row["id"]: row["story"] for row in case.derived("claims")}
    for row in case.derived("statements"):
        assert story[row["page"]] == of_claim[row["claim"]]


def test_a_statement_s_words_are_its_page_s(case: Case) -> None:
    text = {page.id: page.text for page in case.pages()}
    for row in case.derived("statements"):
        at = [text[row["page"]][start:stop] for start, stop in row["spans"]]
        assert all(at)
        assert set(words(row["text"])) <= set(words(" ".join(at)))


def test_what_is_up_to_date_is_not_computed_again(own: Case) -> None:
    told: list[str] = []
    relate(own, told.append)
    assert told == []


def test_relating_again_gives_the_same_rows(own: Case) -> None:
    before = rows(own)
    own.replace_derived(dict.fromkeys(schema.DERIVED, ()), computed_from="")
    told: list[str] = []
    relate(own, told.append)
    assert told == STEPS
    assert rows(own) == before


def test_rebuilding_and_relating_gives_the_same_rows(own: Case) -> None:
    before = rows(own)
    assert own.rebuild(READERS) == ()
    assert own.stale() == schema.DERIVED
    relate(own)
    assert rows(own) == before


def test_two_that_a_person_says_are_one_stay_one(own: Case) -> None:
    before = rows(own)
    pellwether, osterlund = one(own, "Odo Pellwether"), one(own, "Mette Osterlund")
    made = own.decide("same source", {"one": pellwether.id, "other": osterlund.id}, author="wenna")
    for again in (False, True):
        if again:
            own.rebuild(READERS)
        relate(own)
        joined = one(own, "Odo Pellwether")
        assert joined == one(own, "Mette Osterlund")
        assert set(joined.mentions) == {*pellwether.mentions, *osterlund.mentions}
        assert "decision" in {merge.rule for merge in joined.merges}
    own.undo(made.number, author="wenna")
    relate(own)
    assert rows(own) == before


def test_one_that_a_person_says_are_two_stays_two(own: Case) -> None:
    before = rows(own)
    mentions = one(own, "Odo Pellwether").mentions
    here = mentions[0]
    there = next(mention for mention in mentions if mention[0] != here[0])
    made = own.decide("other source", {"one": here, "other": there}, author="wenna")
    for again in (False, True):
        if again:
            own.rebuild(READERS)
        relate(own)
        assert speaking(own, *here).id != speaking(own, *there).id
    own.undo(made.number, author="wenna")
    relate(own)
    assert rows(own) == before


def test_only_what_is_decided_of_sources_counts_in_its_order(own: Case) -> None:
    first = own.decide("same source", {"one": "s1", "other": ["p", "a1"]}, author="wenna")
    own.decide("a note", {"one": "s1"}, author="wenna")
    own.decide("other source", {"one": ["p", "a1"], "other": "s2"}, author="wenna")
    assert decided(own) == [("same", "s1", ("p", "a1")), ("apart", ("p", "a1"), "s2")]
    own.undo(first.number, author="wenna")
    assert decided(own) == [("apart", ("p", "a1"), "s2")]


def test_a_case_without_pages_is_related_too(tmp_path: Path) -> None:
    with open_case(tmp_path / "empty.sayso", create=True) as empty:
        relate(empty)
        assert empty.stale() == ()
        assert not any(rows(empty).values())

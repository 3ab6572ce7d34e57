"""What is computed from a case's pages comes back from its rows, and from the file, as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from case.stories import original, read
from hypothesis import given
from hypothesis import strategies as st

from sayso.case import Case, open_case
from sayso.case.relations import (
    copy_from,
    copy_rows,
    mention_rows,
    reference_from,
    reference_rows,
    source_rows,
    sources_from,
)
from sayso.provenance.trail import Copy, Passage, Reference
from sayso.sources.across import Merge, Source

VOSS = Source(
    "s1",
    "Ada Voss",
    "person",
    names=("Ada Voss", "Voss", "“Drums” Voss 🛢"),
    roles=("mayor", "the mayor of Port Calder"),
    affiliations=("Port Calder",),
    speaks_for=("s3",),
    mentions=(("harbour", "a1"), ("harbour", "a2"), ("ferry", "a1")),
    merges=(
        Merge("surname", ("harbour", "Ada Voss"), ("ferry", "Voss"), "“Voss” is her surname", confidence=0.9),
        Merge("explained", ("ferry", "a"), ("ferry", "b"), "so it says", "ferry", ((0, 4), (7, 11)), 0.75),
    ),
)
SOURCES = (
    VOSS,
    Source("s2", "a night watchman", "unnamed", mentions=(("ferry", "a2"),)),
    Source("s3", "Port Calder", "organization", names=("Port Calder",)),
    Source(
        "s4",
        "Harbour Wire",
        "outlet",
        names=("Harbour Wire",),
        mentions=(("ferry", "a3"),),
        published=("harbour", "ferry"),
        domain="wire.example",
        agency=True,
    ),
)
COPIES = (
    Copy(
        "ferry",
        "harbour",
        words=17,
        passages=(Passage((0, 40), (3, 43)), Passage((50, 60), (44, 54))),
        credited=True,
        sure=0.1 + 0.2,
        quoted=6,
        agency="Harbour Wire",
    ),
    Copy("harbour", "ferry", words=0, passages=(), credited=False),
)
REFERENCES = (
    Reference("ferry", "harbour", (4, 9), 0.1 + 0.2),
    Reference("ferry", "harbour", (20, 31)),
    Reference("harbour", "ferry", (0, 0)),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """A case with the pages these are about."""
    with open_case(tmp_path_factory.mktemp("case") / "story.sayso", create=True) as opened:
        for id in ("harbour", "ferry"):
            one = original(id=id, name=f"{id}.json")
            opened.add(one, read(one))
        yield opened


def test_sources_come_back_from_their_rows() -> None:
    assert sources_from(source_rows(SOURCES), mention_rows(SOURCES)) == SOURCES


def test_sources_come_back_from_the_file(kept: Case) -> None:
    assert sources_through(kept, SOURCES) == SOURCES
    assert kept.check() == ()


def test_yes_and_no_come_back_from_the_file_as_such(kept: Case) -> None:
    # 1 and True are equal, so what they are has to be asked for.
    assert [type(one.agency) for one in sources_through(kept, SOURCES)] == [bool] * len(SOURCES)
    assert [type(one.credited) for one in copies_through(kept, COPIES)] == [bool] * len(COPIES)


def test_a_page_that_an_outlet_published_is_no_attribution_of_it() -> None:
    rows = list(mention_rows(SOURCES[3:]))
    assert [(row["page"], row["attribution"]) for row in rows] == [
        ("ferry", "a3"),
        ("harbour", None),
        ("ferry", None),
    ]


def test_the_order_of_mentions_among_sources_does_not_matter() -> None:
    one_by_one = [row for one in reversed(SOURCES) for row in mention_rows([one])]
    assert sources_from(source_rows(SOURCES), one_by_one) == SOURCES


def test_copies_come_back_from_their_rows() -> None:
    assert tuple(map(copy_from, copy_rows(COPIES))) == COPIES


def test_copies_come_back_from_the_file(kept: Case) -> None:
    assert copies_through(kept, COPIES) == COPIES
    assert kept.check() == ()


def test_references_come_back_from_their_rows() -> None:
    assert tuple(map(reference_from, reference_rows(REFERENCES))) == REFERENCES


def test_references_come_back_from_the_file(kept: Case) -> None:
    assert references_through(kept, REFERENCES) == REFERENCES
    assert kept.check() == ()


def test_nothing_comes_back_as_nothing(kept: Case) -> None:
    assert sources_through(kept, ()) == ()
    assert copies_through(kept, ()) == ()
    assert references_through(kept, ()) == ()


offsets = st.tuples(st.integers(0, 2**31), st.integers(0, 2**31))
sure = st.floats(0, 1)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.lists(st.builds(Passage, offsets, offsets), max_size=5).map(tuple), sure)
def test_any_passages_come_back_from_the_file(kept: Case, passages: tuple[Passage, ...], sure: float) -> None:
    some = (Copy("ferry", "harbour", 9, passages, False, sure),)
    assert copies_through(kept, some) == some


@given(st.lists(st.builds(Reference, st.just("ferry"), st.just("harbour"), offsets, sure), max_size=5))
def test_any_references_come_back_from_the_file(kept: Case, some: list[Reference]) -> None:
    assert references_through(kept, tuple(some)) == tuple(some)


@given(words, st.lists(words, max_size=3).map(tuple), st.lists(offsets, max_size=3).map(tuple))
def test_any_words_and_spans_of_a_source_come_back_from_the_file(
    kept: Case, name: str, several: tuple[str, ...], spans: tuple[tuple[int, int], ...]
) -> None:
    merge = Merge("spelling", ("harbour", name), ("ferry", name), name, "ferry", spans)
    some = (Source("s1", name, "person", several, several, several, several, domain=name, merges=(merge,)),)
    assert sources_through(kept, some) == some


def sources_through(case: Case, some: tuple[Source, ...]) -> tuple[Source, ...]:
    rows = {"sources": source_rows(some), "mentions": mention_rows(some)}
    case.replace_derived(rows, computed_from=case.fingerprint())
    return sources_from(case.derived("sources"), case.derived("mentions"))


def copies_through(case: Case, some: tuple[Copy, ...]) -> tuple[Copy, ...]:
    case.replace_derived({"copies": copy_rows(some)}, computed_from=case.fingerprint())
    return tuple(map(copy_from, case.derived("copies")))


def references_through(case: Case, some: tuple[Reference, ...]) -> tuple[Reference, ...]:
    case.replace_derived({"page_references": reference_rows(some)}, computed_from=case.fingerprint())
    return tuple(map(reference_from, case.derived("page_references")))

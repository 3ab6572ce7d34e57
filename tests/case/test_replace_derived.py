"""What is computed from pages and decisions is replaced as a whole, and known once it is out of date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from case.stories import original, read

from sayso.case import Case, open_case, schema


def source(id: str, kind: str = "person", name: str = "", **more: Any) -> dict[str, Any]:
    several: dict[str, Any] = {"names": [], "roles": [], "affiliations": [], "speaks_for": [], "reasons": []}
    return {"id": id, "name": name, "kind": kind, **several, "domain": None, "agency": False, **more}


SOURCES = [source("s1", name="Voss", names=["Voss", "the mayor"], speaks_for=["s9"]), source("s2", "unnamed")]
MENTIONS = [{"source": "s1", "page": "harbour", "attribution": "a1"}]
FEATURES = [{"page": "harbour", "features": b"\0\1", "story": "harbour"}]
CLAIMS = [{"id": "k1", "text": "eight canisters came", "story": "harbour", "reports": 2}]
STATEMENTS = [{"claim": "k1", "page": "harbour", "kind": "content", "spans": ((35, 54),), "text": "eight"}]
COPY = {
    "page": "b",
    "source_page": "harbour",
    "words": 9,
    "quoted": 0,
    "credited": False,
    "passages": [],
}
TRAILS = [{"claim": "k1", "independent_origins": 1, "independent_denials": 0, "trail": {"origins": ["Voss"]}}]
ALL: dict[str, Any] = {
    "sources": SOURCES,
    "mentions": MENTIONS,
    "page_features": FEATURES,
    "claims": CLAIMS,
    "statements": STATEMENTS,
    "copies": [COPY],
    "page_references": [{"page": "b", "to_page": "harbour", "start": 0, "stop": 3}],
    "trails": TRAILS,
}


@pytest.fixture
def filled(case: Case) -> Case:
    for name in ("harbour.json", "b.json"):
        one = original(name=name, id=name[:-5])
        case.add(one, read(one))
    return case


def test_what_was_computed_comes_back(filled: Case) -> None:
    assert filled.stale() == schema.DERIVED
    filled.replace_derived(ALL, computed_from=filled.fingerprint())
    assert filled.stale() == ()
    sources = list(filled.derived("sources"))
    assert sources == SOURCES
    (statement,) = filled.derived("statements")
    assert (statement["spans"], statement["attribution"]) == ([[35, 54]], None)
    assert [page["features"] for page in filled.derived("page_features")] == [b"\0\1"]
    assert [trail["trail"] for trail in filled.derived("trails")] == [{"origins": ["Voss"]}]
    assert filled.check() == ()


def test_it_is_out_of_date_once_a_page_or_a_decision_is_new(filled: Case) -> None:
    filled.replace_derived(ALL, computed_from=filled.fingerprint())
    made = filled.decide("one source", {}, author="wenna")
    assert filled.stale() == schema.DERIVED
    filled.undo(made.number, author="wenna")
    assert filled.stale() == ()
    filled.add(original("Two came.", "c.json"), read(original("Two came.", "c.json")))
    assert filled.stale() == schema.DERIVED


def test_what_came_in_during_the_computing_makes_it_out_of_date(filled: Case) -> None:
    before = filled.fingerprint()
    filled.add(original("Two came.", "c.json"), read(original("Two came.", "c.json")))
    filled.replace_derived({"sources": SOURCES}, computed_from=before)
    assert "sources" in filled.stale()


def test_a_repeated_page_changes_nothing(filled: Case) -> None:
    before = filled.fingerprint()
    filled.add(original(name="harbour.json", id="harbour"), ())
    assert filled.fingerprint() == before


def test_what_rests_on_it_is_emptied_with_it(filled: Case) -> None:
    filled.replace_derived(ALL, computed_from=filled.fingerprint())
    filled.replace_derived({"statements": STATEMENTS}, computed_from=filled.fingerprint())
    assert filled.stale() == ()
    filled.replace_derived({"claims": []}, computed_from=filled.fingerprint())
    assert filled.stale() == ("statements", "trails")
    assert list(filled.derived("trails")) == []
    assert len(list(filled.derived("mentions"))) == 1


def test_if_the_computing_fails_what_was_there_stays(filled: Case) -> None:
    filled.replace_derived(ALL, computed_from=filled.fingerprint())

    def failing() -> Iterator[dict[str, Any]]:
        yield source("s3")
        raise RuntimeError("an accident")

    with pytest.raises(RuntimeError):
        filled.replace_derived({"sources": failing()}, computed_from=filled.fingerprint())
    with pytest.raises(sqlite3.IntegrityError):
        filled.replace_derived(
            {"mentions": [{"source": "s9", "page": "b", "attribution": None}]}, computed_from=""
        )
    assert filled.stale() == ()
    assert len(list(filled.derived("sources"))) == 2


@pytest.mark.parametrize("name", ["decisions", "originals", "pages", "nothing; DROP TABLE pages"])
def test_only_what_is_derived_can_be_replaced(filled: Case, name: str) -> None:
    with pytest.raises(ValueError, match="no derived relation"):
        filled.replace_derived({name: []}, computed_from="")
    with pytest.raises(ValueError, match="no derived relation"):
        list(filled.derived(name))


def test_another_program_sees_all_of_it_or_nothing(filled: Case, file: Path) -> None:
    filled.replace_derived({"sources": SOURCES}, computed_from="")

    def looked_at() -> Iterator[dict[str, Any]]:
        for one in SOURCES[:1]:
            yield one
            with open_case(file, write=False) as other:
                assert len(list(other.derived("sources"))) == 2

    filled.replace_derived({"sources": looked_at()}, computed_from="")
    assert len(list(filled.derived("sources"))) == 1

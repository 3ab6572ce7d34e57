"""All but the bytes and the decisions can be computed again, with the same result."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from case.stories import original, read, read_all
from case.test_check import content
from case.test_open import ask

from sayso.batch import Reading
from sayso.case import Case, Original
from sayso.case.rebuilding import Readers
from sayso.model import Page


@pytest.fixture
def filled(case: Case) -> Case:
    for number in range(3):
        one = original(
            f"Voss says {number} came.\n> Really?", f"{number}.json", url=f"https://{number}.example/"
        )
        case.add(one, read(one))
    for text in ("Eight came.", "Two came."):
        case.add(original(text), read(original(text)))
    case.add(
        original("None came.", "other.json", id="harbour"),
        read(original("None came.", "other.json", id="harbour")),
    )
    case.decide("one source", {"a": "b"}, author="wenna")
    return case


def test_the_same_program_gives_the_same_case(filled: Case, file: Path) -> None:
    before, fingerprint = content(file), filled.fingerprint()
    assert filled.rebuild(read_all) == ()
    assert content(file) == before
    assert filled.fingerprint() == fingerprint
    assert filled.check() == ()


def test_what_was_lost_altogether_comes_back(filled: Case, file: Path) -> None:
    before = content(file)
    for table in ("blocks", "attributions", "comments", "citations"):
        ask(file, f"DELETE FROM {table}")
    ask(file, "UPDATE pages SET text = '', title = NULL, checksum = '', text_hash = ''")
    filled.rebuild(read_all)
    assert content(file) == before


def test_what_was_computed_from_all_pages_is_to_be_computed_again(filled: Case) -> None:
    ids = filled.page_ids()
    reference = {"page": ids[0], "to_page": ids[-1], "start": 0, "stop": 3}
    filled.replace_derived({"page_references": [reference]}, computed_from=filled.fingerprint())
    filled.rebuild(read_all)
    assert list(filled.derived("page_references")) == []
    assert "page_references" in filled.stale()


def retitled(originals: Iterable[Original]) -> Iterator[Reading]:
    """As a newer program might read them."""
    for reading in read_all(originals):
        pages = tuple(dataclasses.replace(page, id="x", title="Anew") for page in reading.pages)
        yield dataclasses.replace(reading, pages=pages)


def test_a_page_that_is_read_otherwise_keeps_its_id_and_its_place(filled: Case) -> None:
    before, fingerprint = list(filled.pages()), filled.fingerprint()
    filled.rebuild(retitled)
    assert list(filled.pages()) == [dataclasses.replace(page, title="Anew") for page in before]
    assert filled.fingerprint() != fingerprint
    assert filled.check() == ()
    assert [found.page for found in filled.search("anew two")] == ["harbour@2"]


def test_a_page_that_cannot_be_read_again_is_left_as_it_was(filled: Case, file: Path) -> None:
    ask(file, "DROP TRIGGER originals_stay_as_they_are")
    ask(file, "UPDATE originals SET raw = x'00' WHERE name = '1.json'")
    before = list(filled.pages())

    def refusing(originals: Iterable[Original]) -> Iterator[Reading]:
        return read_all(dataclasses.replace(one, raw=emptied(one)) for one in originals)

    def emptied(one: Original) -> bytes:
        return json.dumps({"text": ""}).encode() if one.name == "0.json" else one.raw

    errors = {error.reason for error in filled.rebuild(refusing)}
    assert errors == {"there is no text in it", "the bytes that 1.json was read from are damaged"}
    assert list(filled.pages()) == before


def test_an_export_that_is_read_otherwise_gains_pages_and_loses_none(case: Case) -> None:
    export = Original("forum.json", b"...")
    case.add(export, [Page("forum#1", "One."), Page("forum#2", "Two.")])

    def found(*texts: str) -> Readers:
        pages = tuple(Page(f"forum#{n}", text) for n, text in enumerate(texts, 1))
        return lambda originals: (Reading(one.name, pages) for one in originals)

    (error,) = case.rebuild(found("One!"))
    assert "the page forum#2 is no longer found in it" in str(error)
    assert [page.text for page in case.pages()] == ["One!", "Two."]
    assert case.rebuild(found("One.", "Two.", "Three.")) == ()
    assert [(page.id, page.text) for page in case.pages()][-1] == ("forum#3", "Three.")
    assert case.check() == ()

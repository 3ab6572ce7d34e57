"""A case that is not whole is told apart from one that is, and what can be computed again is mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from case.stories import original, read, read_all
from case.test_open import ask

from sayso.case import Case, Original, open_case
from sayso.case.checking import CODES
from sayso.model import Attribution, Block, Page

REFERENCE = {"page": "0", "to_page": "1", "start": 0, "stop": 3}


@pytest.fixture
def filled(file: Path) -> Path:
    with open_case(file, create=True) as case:
        for number in range(3):
            one = original(f"Story\nVoss says {number} canisters came.", f"{number}.json")
            case.add(one, read(one))
        case.replace_derived({"page_references": [REFERENCE]}, computed_from=case.fingerprint())
        assert case.check() == ()
    return file


DAMAGES = {
    "unlike-reading": [
        "UPDATE attributions SET content = '[[0, 900]]' WHERE page = '1'",
        "DELETE FROM attributions WHERE page = '1'",
        "UPDATE pages SET title = 'Nothing happened' WHERE id = '1'",
        "UPDATE pages SET text = 'Nothing happened.' WHERE id = '1'",
        "UPDATE pages SET text = CAST(x'ff' AS TEXT) WHERE id = '1'",
        "UPDATE pages SET text_hash = '' WHERE id = '1'",
        "INSERT INTO blocks VALUES ('1', 9, 'b9', 'paragraph', 0, 1, NULL)",
    ],
    "search-out-of-step": [
        "INSERT INTO page_search(page_search) VALUES ('delete-all')",
        "INSERT INTO page_search(rowid, title, text) VALUES (77, 'a', 'b')",
    ],
    "lost-relation": [
        "INSERT INTO mentions (source, page) VALUES ('s9', '1')",
        "INSERT INTO blocks VALUES ('9', 1, 'b1', 'paragraph', 0, 1, NULL)",
    ],
    "missing-part": [
        "DROP INDEX pages_by_url",
        "DROP VIEW who_says_what",
        "DROP TRIGGER page_search_gains",
        "DROP TRIGGER decisions_are_kept",
        "DROP TABLE trails",
    ],
}


@pytest.mark.parametrize(("code", "sql"), [(code, sql) for code, all in DAMAGES.items() for sql in all])
def test_a_damage_is_found_and_mended(filled: Path, code: str, sql: str) -> None:
    before = content(filled)
    ask(filled, sql)
    with open_case(filled) as case:
        assert code in {finding.code for finding in case.check()}
        assert case.repair(read_all) == ()
    assert content(filled) == before


def test_damaged_bytes_are_told_and_left(filled: Path) -> None:
    ask(filled, "DROP TRIGGER originals_stay_as_they_are")
    ask(filled, "UPDATE originals SET raw = zeroblob(90) WHERE number = 2")
    ask(filled, "UPDATE pages SET title = 'x' WHERE id = '1'")
    with open_case(filled) as case:
        left = case.repair(read_all)
        assert [(one.code, one.page) for one in left] == [("damaged-original", None), ("unlike-reading", "1")]
        assert left[0].message == "the bytes that 1.json was read from are damaged"


def test_bytes_that_would_fill_the_memory_are_not_unpacked(case: Case, file: Path) -> None:
    case.add(Original("a", b"\0" * 10_000_000), [Page("a", "Text.")])
    ask(file, "DROP TRIGGER originals_stay_as_they_are")
    ask(file, "UPDATE originals SET size = 10")
    assert "damaged-original" in {finding.code for finding in case.check()}


def test_a_span_outside_its_text_is_found(case: Case) -> None:
    for number, span in enumerate(((0, 6), (4, 3), (-1, 2))):
        case.add(
            Original(f"{number}", b"%d" % number),
            [Page(f"{number}", "Eight", blocks=(Block("b", "quote", span),))],
        )
    attribution = Attribution("1", ((0, 5),), (), ((0, 5), (5, 6)))
    case.add(Original("x", b"x"), [Page("x", "Eight", attributions=(attribution,))])
    assert [(one.code, one.page) for one in case.check()] == [
        ("wrong-span", id) for id in ("0", "1", "2", "x")
    ]


def test_a_damaged_file_is_told(filled: Path) -> None:
    whole = bytearray(filled.read_bytes())
    pages = len(whole) // 4096
    found = set()
    for place in range(1, pages):
        damaged = whole.copy()
        damaged[place * 4096 : place * 4096 + 200] = b"\xa5" * 200
        filled.write_bytes(damaged)
        try:
            with open_case(filled) as case:
                found |= {finding.code for finding in case.check()}
        except Exception as error:
            found.add(type(error).__name__)
    assert "damaged-file" in found
    assert found <= {*CODES, "DamagedCase"}


def test_every_damage_has_a_code_that_is_listed() -> None:
    assert set(DAMAGES) <= set(CODES)


def content(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, in an order of their own."""
    tables = ask(file, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return {
        str(name): sorted(ask(file, f"SELECT * FROM {name}"), key=repr)
        for (name,) in tables
        if "search_" not in str(name)
    }

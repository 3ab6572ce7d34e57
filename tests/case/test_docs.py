"""What docs/case.md says is what a case is."""

from __future__ import annotations

import re
from pathlib import Path

from case.test_open import ask

from sayso import errors
from sayso.case import Case, schema
from sayso.case.checking import CODES

DOC = (Path(__file__).parents[2] / "docs" / "case.md").read_text(encoding="utf-8")


def test_every_table_and_column_is_documented(case: Case, file: Path) -> None:
    sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'page!_search!_%' ESCAPE '!'"
    made = {
        str(table): [name for (name,) in ask(file, f"SELECT name FROM pragma_table_info('{table}')")]
        for (table,) in ask(file, sql)
    }
    sections = re.findall(r"^### `(\w+)`$(.*?)(?=^##|\Z)", DOC, re.M | re.S)
    assert {table: re.findall(r"^\| `(\w+)` \|", text, re.M) for table, text in sections} == made


def test_every_view_is_documented(file: Path, case: Case) -> None:
    for (view,) in ask(file, "SELECT name FROM sqlite_schema WHERE type = 'view'"):
        assert f"`{view}`" in DOC
        assert ask(file, f"SELECT * FROM {view}") == []


def test_every_code_is_documented() -> None:
    assert dict(re.findall(r"^\| `([\w-]+)` \| ([^|]+) \| [^|]+ \|$", DOC, re.M)) == CODES


def test_every_error_of_a_case_is_documented() -> None:
    documented = set(re.findall(r"^\| `(\w+)` \| [^|]+ \|$", DOC.split("## Tables")[0], re.M))
    assert documented == {name for name in vars(errors) if re.search("Case|Busy", name)}


def test_what_can_be_computed_again_is_told_from_what_cannot(case: Case) -> None:
    computed = DOC.split("## Tables that are computed")[1]
    assert re.findall(r"^### `(\w+)`$", computed, re.M) == ["computed", *schema.DERIVED]

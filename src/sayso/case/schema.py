"""What a case file holds: its tables, by the steps that made them, so that an older file can be brought on.

``docs/case.md`` tells people what each table and column is. Times are UTC, ISO 8601; spans are
``[start, stop)`` in code points of the page's text, as JSON where there may be several.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sayso.case.derived_tables import DERIVED_TABLES
from sayso.case.page_tables import PAGES, SEARCH

APPLICATION_ID = 0x5359534F
"""What marks an SQLite file as a case: "SYSO"."""

READ_AGAIN = ("blocks", "attributions", "comments", "citations")
"""Tables with what was read from a page, beside ``pages`` itself."""

DERIVED = (
    "sources",
    "mentions",
    "page_features",
    "claims",
    "statements",
    "copies",
    "page_references",
    "trails",
)
"""Tables with what was computed from pages and decisions together, in the order they are filled in."""

JSON_COLUMNS = frozenset(
    {"affiliations", "names", "passages", "reasons", "roles", "spans", "speaks_for", "trail"}
)
"""The columns of derived tables that hold JSON."""

_DECISIONS = """
CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    time TEXT NOT NULL,
    author TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    note TEXT,
    undoes INTEGER REFERENCES decisions(number)
) STRICT;

CREATE TRIGGER decisions_stay_as_they_are BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'a decision is never changed; undo it with another'); END;

CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'a decision is never deleted; undo it with another'); END;

CREATE TRIGGER decisions_are_not_replaced BEFORE INSERT ON decisions
WHEN EXISTS (SELECT 1 FROM decisions WHERE number = new.number)
BEGIN SELECT RAISE(ABORT, 'a decision is never replaced; undo it with another'); END;
"""

MIGRATIONS = (PAGES + SEARCH + _DECISIONS + DERIVED_TABLES,)
"""The steps from an empty file to one of today, each a script; a step that was released never changes."""


def statements_of(script: str) -> Iterator[str]:
    """The statements of ``script`` one by one, triggers whole."""
    gathered = ""
    for line in script.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered.strip()
            gathered = ""

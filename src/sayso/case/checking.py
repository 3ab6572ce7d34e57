"""See whether a case is whole: the file, what belongs together in it, and every page against its bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from sayso.case import schema
from sayso.case.database import Database
from sayso.case.pages import hash_of, original, records
from sayso.case.rows import checksum_of, page_of
from sayso.errors import DamagedCase
from sayso.model import Page, Span

CODES = {
    "damaged-file": "the file is damaged, and what it lost cannot be computed again",
    "damaged-index": "an index does not fit its table",
    "damaged-original": "the bytes a page was read from are damaged",
    "lost-relation": "a row belongs to another that is not there",
    "missing-part": "an index, a trigger, a view or a table is not as Sayso made it",
    "search-out-of-step": "the full text search does not fit the pages",
    "unlike-reading": "what is kept of a page is not what was read from it",
    "wrong-span": "a span lies outside its page's text",
}
"""Everything that can be found wrong with a case."""

_MOST = 100  # lines of SQLite's own check


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a case: a stable code, a sentence for people, what it concerns.

    ``part`` is a table, an index or the like, ``page`` a page's id.
    """

    code: str
    message: str
    part: str | None = None
    page: str | None = None


def check(database: Database) -> tuple[Finding, ...]:
    """All that is wrong with the case, which must be open for writing; nothing is changed in it."""
    findings: list[Finding] = []
    try:
        for look in (_file, _parts, _relations, _search, _originals, _pages):
            findings.extend(look(database))
    except DamagedCase as error:
        findings.append(Finding("damaged-file", error.reason))
    return tuple(findings)


def differing_parts(database: Database) -> dict[str, tuple[str, str]]:
    """The type and statement of each part that is not as Sayso makes it, in the order they are made."""
    with closing(sqlite3.connect(":memory:")) as memory:
        for script in schema.MIGRATIONS:
            memory.executescript(script)
        rows = memory.execute("SELECT name, type, sql FROM sqlite_schema WHERE sql NOT NULL").fetchall()
    there = {row["name"]: row["sql"] for row in database.rows("SELECT name, sql FROM sqlite_schema")}
    return {name: (type, sql) for name, type, sql in rows if there.get(name) != sql}


def _file(database: Database) -> Iterator[Finding]:
    for (message,) in database.rows(f"PRAGMA integrity_check({_MOST})"):
        if message != "ok":
            yield Finding("damaged-index" if " index " in message else "damaged-file", message)


def _parts(database: Database) -> Iterator[Finding]:
    for name, (type, _) in differing_parts(database).items():
        yield Finding("missing-part", f"the {type} {name} is not as Sayso made it", part=name)


def _relations(database: Database) -> Iterator[Finding]:
    for table, number, parent, _ in database.rows("PRAGMA foreign_key_check"):
        message = f"row {number} of {table} belongs to a row of {parent} that is not there"
        yield Finding("lost-relation", message, part=table)


def _search(database: Database) -> Iterator[Finding]:
    try:
        with database.transaction():
            database.run("INSERT INTO page_search(page_search, rank) VALUES ('integrity-check', 1)")
    except DamagedCase:
        yield Finding("search-out-of-step", "the full text search does not fit the pages", part="page_search")


def _originals(database: Database) -> Iterator[Finding]:
    for row in database.rows("SELECT number FROM originals ORDER BY number"):
        try:
            original(database, row["number"])
        except DamagedCase as error:
            yield Finding("damaged-original", error.reason)


def _pages(database: Database) -> Iterator[Finding]:
    for row in database.rows("SELECT id, checksum, text_hash FROM pages ORDER BY number"):
        if not _is_as_read(database, row):
            yield Finding("unlike-reading", f"page {row['id']} is not as it was read", page=row["id"])
        elif wrong := list(_spans_outside(page_of(row["id"], records(database, row["id"])))):
            message = f"page {row['id']} has spans outside its text, such as {wrong[0]}"
            yield Finding("wrong-span", message, page=row["id"])


def _is_as_read(database: Database, row: sqlite3.Row) -> bool:
    try:
        kept = records(database, row["id"])
    except DamagedCase:
        return False
    same_text = hash_of(kept["pages"][0]["text"].encode()) == str(row["text_hash"])
    return same_text and checksum_of(kept) == str(row["checksum"])


def _spans_outside(page: Page) -> Iterator[Span]:
    length = len(page.text)
    return (span for span in _spans(page) if not 0 <= span[0] <= span[1] <= length)


def _spans(page: Page) -> Iterator[Span]:
    for block in page.blocks:
        yield block.span
    for one in page.attributions:
        yield from one.source + one.cue + one.content + one.hedges
    for comment in page.comments:
        yield from (span for span in (comment.span, comment.words) if span is not None)
        yield from (quotation.span for quotation in comment.quotations)
    for citation in page.citations:
        yield citation.span

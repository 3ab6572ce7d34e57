"""Compute again what a case holds: every page from its bytes, or only what was found wrong."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from sayso.batch import Reading
from sayso.case.checking import Finding, check, differing_parts
from sayso.case.database import Database
from sayso.case.pages import Original, original
from sayso.case.schema import DERIVED, READ_AGAIN
from sayso.case.taking import Taking
from sayso.case.writing import prepared, update_page
from sayso.errors import DamagedCase, SaysoError, UnreadablePage
from sayso.model import Page

Readers = Callable[[Iterable[Original]], Iterable[Reading]]
"""Reads originals, in their order: what became of each."""


def rebuild(database: Database, read: Readers) -> tuple[SaysoError, ...]:
    """Read every page again and empty the derived relations, which are to be computed next.

    The same program gives the same case. A page keeps its id, and one that cannot be read again is
    left as it was, which the errors tell. Each original is one transaction, so this may be stopped
    and done again.
    """
    numbers = [row["number"] for row in database.rows("SELECT number FROM originals ORDER BY number")]
    errors = _read_again(database, read, numbers)
    with database.transaction():
        for table in (*reversed(DERIVED), "computed"):
            database.run(f"DELETE FROM {table}")
        _search_anew(database)
    return errors


def repair(database: Database, read: Readers) -> tuple[Finding, ...]:
    """Compute again what :func:`check` finds wrong and can be; what is still wrong after that."""
    findings = check(database)
    if not findings:
        return ()
    with database.transaction():
        _mend_parts(database)
        if any(finding.code == "damaged-index" for finding in findings):
            database.run("REINDEX")
        for table in (name for name in (*DERIVED, *READ_AGAIN) if any(one.part == name for one in findings)):
            _drop_lost(database, table)
    wrong = {finding.page for finding in findings}
    rows = database.rows("SELECT id, original FROM pages ORDER BY number")
    _read_again(database, read, dict.fromkeys(row["original"] for row in rows if row["id"] in wrong))
    with database.transaction():
        _search_anew(database)
    return check(database)


def _read_again(database: Database, read: Readers, numbers: Iterable[int]) -> tuple[SaysoError, ...]:
    errors: list[SaysoError] = []
    waiting: deque[tuple[int, Original]] = deque()

    def kept() -> Iterator[Original]:
        for number in numbers:
            try:
                one = original(database, number)
            except DamagedCase as error:
                errors.append(error)
            else:
                waiting.append((number, one))
                yield one

    for reading in read(kept()):
        number, one = waiting.popleft()
        if reading.error is not None:
            errors.append(reading.error)
        else:
            errors.extend(_write_again(database, number, one, reading.pages))
    return tuple(errors)


def _write_again(database: Database, number: int, one: Original, pages: tuple[Page, ...]) -> list[SaysoError]:
    """Put each page in the place of what it was when it came in; one that was not in it then is added."""
    ready = [prepared(page, one.name) for page in pages]
    with database.transaction():
        rows = database.rows("SELECT id, position FROM pages WHERE original = ? ORDER BY position", number)
        ids = {row["position"]: row["id"] for row in rows}
        taking = Taking(database, one, number)
        for position, page in enumerate(ready):
            if position in ids:
                update_page(database, ids[position], page)
            else:
                taking.take(page, position)
    return [_gone(one, id) for position, id in ids.items() if position >= len(pages)]


def _gone(one: Original, id: str) -> SaysoError:
    reason = f"the page {id} is no longer found in it, and was left as it was"
    return UnreadablePage(one.name, reason, "see whether it is read rightly by itself")


def _mend_parts(database: Database) -> None:
    """Make again what is missing, tables with what cannot be computed aside."""
    for name, (type, sql) in differing_parts(database).items():
        if type == "table" and name not in (*DERIVED, "computed"):
            continue
        database.run(f"DROP {type} IF EXISTS {name}")
        database.run(sql)


def _search_anew(database: Database) -> None:
    database.run("INSERT INTO page_search(page_search) VALUES ('rebuild')")


def _drop_lost(database: Database, table: str) -> None:
    for row in database.rows(f"PRAGMA foreign_key_check({table})"):
        database.run(f"DELETE FROM {table} WHERE rowid = ?", row["rowid"])

"""Take pages into a case: each once, a changed one as a new version, nothing half."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from sayso.case.database import Database
from sayso.case.pages import Original, is_known
from sayso.case.taking import Added, Taking
from sayso.case.writing import now, prepared
from sayso.errors import UnreadablePage
from sayso.model import Page
from sayso.reading.encoding import mend_surrogates


def add(database: Database, original: Original, pages: Sequence[Page]) -> tuple[Added, ...]:
    """Take in the ``pages`` that were read from ``original``, all of them or, if it fails, none.

    When it returns they are in the case, though this program be killed the next moment. The same
    bytes again, or the same text from the same address, are the same page. Raises
    :class:`UnreadablePage` for a page that cannot be kept, and the errors of a case.
    """
    original = dataclasses.replace(original, name=mend_surrogates(original.name)[0])
    ready = [prepared(page, original.name) for page in pages]  # before anyone has to wait for it
    with database.transaction():
        database.run("DELETE FROM failures WHERE name = ?", original.name)
        if is_known(database, original.hash):
            return _known_pages(database, original.hash)
        taking = Taking(database, original)
        return tuple(taking.take(one, position) for position, one in enumerate(ready))


def note_failure(database: Database, error: UnreadablePage) -> None:
    """Keep what did not come in, and why, until it does."""
    name, reason, mend = (mend_surrogates(words)[0] for words in (error.file, error.reason, error.mend))
    with database.transaction():
        database.run("REPLACE INTO failures VALUES (?, ?, ?, ?)", name, reason, mend, now())


def failures(database: Database) -> tuple[UnreadablePage, ...]:
    """What did not come in, and why."""
    rows = database.rows("SELECT name, reason, mend FROM failures ORDER BY name")
    return tuple(UnreadablePage(row["name"], row["reason"], row["mend"]) for row in rows)


def _known_pages(database: Database, hash: str) -> tuple[Added, ...]:
    sql = (
        "SELECT id FROM pages JOIN originals ON originals.number = original WHERE hash = ?"
        " UNION ALL SELECT page FROM repeats WHERE hash = ?"
    )
    return tuple(Added(row["id"], "known") for row in database.rows(sql, hash, hash))

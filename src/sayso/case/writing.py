"""Put what was read from a page into the tables, a new row or in the place of what was there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sayso.case.database import Database, Value
from sayso.case.pages import hash_of
from sayso.case.rows import Record, Records, checksum_of, records_of
from sayso.case.schema import READ_AGAIN
from sayso.errors import UnreadablePage
from sayso.model import Page


@dataclass(frozen=True, slots=True)
class Ready:
    """A page with its rows, and the sums by which it is known again: that of all rows, that of its text."""

    page: Page
    records: Records
    checksum: str
    text_hash: str

    @property
    def row(self) -> Record:
        """What goes into ``pages``, but for the keys that the case gives it."""
        (about,) = self.records["pages"]
        return {**about, "checksum": self.checksum, "text_hash": self.text_hash}


def prepared(page: Page, file: str) -> Ready:
    """``page``, which was read from ``file``, ready to be written.

    Raises :class:`UnreadablePage` for a text with half a character in it, which no file can keep.
    """
    try:
        page.id.encode()
        records = records_of(page)
        return Ready(page, records, checksum_of(records), hash_of(page.text.encode()))
    except UnicodeEncodeError:
        raise UnreadablePage(file, "it holds halves of characters", "replace them before adding it") from None


def insert_page(database: Database, id: str, keys: Mapping[str, Value], ready: Ready) -> None:
    """A new page with this ``id``; ``keys`` are the columns that tell its place in the case."""
    row = {"id": id, **keys, **ready.row}
    database.insert("pages", row, [row.values()])
    _write_parts(database, id, ready.records)


def update_page(database: Database, id: str, ready: Ready) -> None:
    """Put what was read in the place of what the page with this ``id`` was."""
    columns = ", ".join(f"{name} = ?" for name in ready.row)
    database.run(f"UPDATE pages SET {columns} WHERE id = ?", *ready.row.values(), id)
    for table in READ_AGAIN:
        database.run(f"DELETE FROM {table} WHERE page = ?", id)
    _write_parts(database, id, ready.records)


def now() -> str:
    """The time, as it stands in a case."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _write_parts(database: Database, id: str, records: Records) -> None:
    for table in READ_AGAIN:
        if rows := records[table]:
            placed = ((id, position, *row.values()) for position, row in enumerate(rows))
            database.insert(table, ("page", "position", *rows[0]), placed)

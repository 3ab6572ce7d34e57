"""Look up what a case holds: its pages, and the bytes they were read from."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sayso.case.database import Database
from sayso.case.rows import ABOUT, Record, Records, page_of
from sayso.case.schema import READ_AGAIN
from sayso.errors import DamagedCase, NotInCase
from sayso.model import Page
from sayso.reading import Input
from sayso.reading.encoding import mend_surrogates
from sayso.reading.page import Form

_OLD = "take a copy of the case from before"
_ENDING = "substr(name, -length(?1) - 1) = '/' || ?1"
_READ = ", ".join((*ABOUT, "problems", "text"))


@dataclass(frozen=True, slots=True)
class Original:
    """What a page was read from: its bytes, and how they came.

    ``name`` is the file, the line of a file or the address; ``form`` what it was said to be. Of what
    came from the web, ``url`` is where it was, ``charset`` what the server said of it, and
    ``fetched`` when. All are as the reader was given them.
    """

    name: str
    raw: bytes
    form: Form | None = None
    url: str | None = None
    charset: str | None = None
    fetched: str | None = None

    @property
    def input(self) -> Input:
        """The same for a reader."""
        return Input(self.name, self.raw, self.form, self.url, self.charset, self.fetched)

    @property
    def hash(self) -> str:
        """The same for the same bytes only."""
        return hash_of(self.raw)


def hash_of(raw: bytes) -> str:
    """The same for the same bytes only."""
    return hashlib.sha256(raw).hexdigest()


def is_known(database: Database, hash: str) -> bool:
    """Whether all pages in bytes with this hash are in the case."""
    sql = "SELECT 1 FROM originals WHERE hash = ? UNION ALL SELECT 1 FROM repeats WHERE hash = ?"
    return database.value(sql, hash, hash) is not None


def page(database: Database, id: str) -> Page:
    """The page with this id; raises :class:`NotInCase` if there is none."""
    with database.snapshot():
        return page_of(id, records(database, id))


def pages(database: Database) -> Iterator[Page]:
    """The pages as they were last seen, in the order they came in, one in memory at a time."""
    for id in page_ids(database):
        yield page(database, id)


def page_ids(database: Database) -> tuple[str, ...]:
    """The ids of these pages."""
    return tuple(row["id"] for row in database.rows("SELECT id FROM current_pages ORDER BY number"))


def find_page(database: Database, words: str) -> str:
    """The id of the page that a person means by its id, address, name, file or the beginning of its id.

    Of several versions it is the last. Raises :class:`NotInCase` where no page or more than one is meant.
    """
    words = mend_surrogates(words)[0]
    if database.value("SELECT 1 FROM pages WHERE id = ?", words):
        return words
    joined = "current_pages JOIN originals ON originals.number = original"
    for condition in ("current_pages.url = ?", "name = ?", _ENDING, "substr(id, 1, length(?1)) = ?1"):
        found = database.rows(f"SELECT id FROM {joined} WHERE {condition} LIMIT 2", words)
        if len(found) > 1:
            reason = f"several pages are meant by “{words}”, such as {found[0]['id']} and {found[1]['id']}"
            raise NotInCase(database.file, reason, "give the id of one")
        if found:
            return str(found[0]["id"])
    raise _no_page(database, words)


def records(database: Database, id: str) -> Records:
    """The rows of the page with this id by table; raises :class:`NotInCase` if there is none."""
    about = database.row(f"SELECT {_READ} FROM pages WHERE id = ?", id)
    if about is None:
        raise _no_page(database, id)
    return {"pages": [dict(about)], **{table: _part(database, table, id) for table in READ_AGAIN}}


def _part(database: Database, table: str, id: str) -> list[Record]:
    rows = database.rows(f"SELECT * FROM {table} WHERE page = ? ORDER BY position", id)
    found = [dict(row) for row in rows]
    for row in found:
        del row["page"], row["position"]
    return found


def original_of(database: Database, id: str) -> Original:
    """What the page with this id was read from; raises :class:`NotInCase` if there is none."""
    row = database.row("SELECT original FROM pages WHERE id = ?", id)
    if row is None:
        raise _no_page(database, id)
    return original(database, row["original"])


def original(database: Database, number: int) -> Original:
    """What has this number; raises :class:`DamagedCase` where its bytes are no longer what they were."""
    row: Any = database.row("SELECT * FROM originals WHERE number = ?", number)
    how = (row[name] for name in ("form", "url", "charset", "fetched"))
    found = Original(row["name"], _unpacked(row["raw"], row["size"]), *how)
    if found.hash != row["hash"]:
        reason = f"the bytes that {row['name']} was read from are damaged"
        raise DamagedCase(database.file, reason, _OLD)
    return found


def packed(raw: bytes) -> bytes:
    """``raw`` as the case keeps it."""
    return zlib.compress(raw)


def _unpacked(kept: bytes, size: int) -> bytes:
    """The bytes that were packed, never more than ``size`` of them; what is damaged gives others."""
    try:
        return zlib.decompressobj().decompress(kept, size)
    except (zlib.error, ValueError):
        return b""


def _no_page(database: Database, words: str) -> NotInCase:
    return NotInCase(database.file, f"it has no page “{words}”", "check the page's id, name or address")

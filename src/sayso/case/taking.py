"""Tell whether a page is new, known, or a later state of one in the case, and keep it accordingly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.case.database import Database
from sayso.case.pages import Original, hash_of, packed
from sayso.case.rows import Record
from sayso.case.writing import Ready, insert_page, now
from sayso.model import Page

Outcome = Literal["added", "changed", "known"]

_STREAM = "-"
_SHORTEST = 12


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a page: it is in the case under the id ``page``.

    It was ``added`` anew, ``changed`` and is a new version of the page ``replaces``, or ``known`` before.
    """

    page: str
    outcome: Outcome
    replaces: str | None = None


class Taking:
    """The pages of one original, taken into the case one after another.

    It is itself kept once one of them is new; ``number`` is the one it has if it was kept before.
    """

    def __init__(self, database: Database, original: Original, number: int | None = None) -> None:
        self._database = database
        self._original = original
        self._number = number

    def take(self, ready: Ready, position: int) -> Added:
        """Take in the page at this ``position`` among them, within a transaction."""
        page = ready.page
        versions = self._versions(page)
        if same := self._same(ready) or _with_text(versions, ready.text_hash):
            self._note_repeat(same)
            return Added(same, "known")
        version, replaces = (versions[0]["version"] + 1, versions[0]["id"]) if versions else (1, None)
        id = self._free_id(page.id if version == 1 else f"{page.id}@{version}", position)
        keys = {
            "own_id": page.id,
            "version": version,
            "replaces": replaces,
            "original": self._kept(),
            "position": position,
        }
        insert_page(self._database, id, keys, ready)
        return Added(id, "changed" if replaces else "added", replaces)

    def _same(self, ready: Ready) -> str | None:
        """The page with the same words at the same address, whatever ids the two were given."""
        sql = "SELECT id FROM pages WHERE url = ? AND url <> '' AND text_hash = ?"
        found = self._database.value(sql, ready.page.url, ready.text_hash)
        return None if found is None else str(found)

    def _versions(self, page: Page) -> list[Record]:
        """The page that ``page`` is a later state of, in all its versions, the last first.

        It has the same id, and the same address or, where neither has one, the same name.
        """
        name = self._original.name
        if not page.url and (name == _STREAM or name.startswith(f"{_STREAM}:")):
            return []
        joined = "pages JOIN originals ON originals.number = original"
        where = "own_id = ? AND pages.url IS ? AND (pages.url <> '' OR name = ?)"
        sql = f"SELECT id, version, text_hash FROM {joined} WHERE {where} ORDER BY version DESC"
        return [dict(row) for row in self._database.rows(sql, page.id, page.url, name)]

    def _note_repeat(self, page: str) -> None:
        """So that these bytes need not be read again."""
        sql = "INSERT OR IGNORE INTO repeats VALUES (?, ?, ?, ?)"
        self._database.run(sql, self._original.hash, page, self._original.name, now())

    def _kept(self) -> int:
        if self._number is None:
            one = self._original
            row = {
                "hash": one.hash,
                "name": one.name,
                "form": one.form,
                "url": one.url,
                "charset": one.charset,
                "fetched": one.fetched,
                "size": len(one.raw),
                "added": now(),
                "raw": packed(one.raw),
            }
            self._database.insert("originals", row, [row.values()])
            self._number = self._database.number("SELECT last_insert_rowid()")
        return self._number

    def _free_id(self, wanted: str, position: int) -> str:
        """``wanted`` if no page has it, else a hash of the content, as long as it takes."""
        hash = hash_of(self._original.raw + str(position).encode())
        candidates = (wanted, *(hash[:length] for length in range(_SHORTEST, len(hash) + 1)))
        return next(id for id in candidates if id and not self._taken(id))

    def _taken(self, id: str) -> bool:
        return self._database.value("SELECT 1 FROM pages WHERE id = ?", id) is not None


def _with_text(versions: Sequence[Record], text_hash: str) -> str | None:
    return next((row["id"] for row in versions if row["text_hash"] == text_hash), None)

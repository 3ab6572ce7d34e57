"""The open file under a case: statements, transactions, and what goes wrong told as Sayso's own errors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sayso.errors import CaseBusy, DamagedCase, NotACase, SaysoError, UnwritableCase

Value = str | int | float | bytes | None

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)
_UNWRITABLE = (
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_TOOBIG,
)


@contextmanager
def telling(file: str) -> Iterator[None]:
    """Raise what SQLite says of ``file`` as the error of Sayso's that it is."""
    try:
        yield
    except sqlite3.Error as error:
        if (told := _told(file, error)) is None:
            raise
        raise told from error


def _told(file: str, error: sqlite3.Error) -> SaysoError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest says where in SQLite it came up
    if code == sqlite3.SQLITE_NOTADB:
        return NotACase(file, "this is no case", "check the name, or choose another for a new case")
    if code == sqlite3.SQLITE_CORRUPT or "Could not decode" in str(error):  # a text that is no UTF-8
        return DamagedCase(file, f"it is damaged ({error})", "take a copy of it from before")
    if code in _BUSY:
        return CaseBusy(file, "another program keeps it busy", "wait until that has ended, and try again")
    if code in _UNWRITABLE:
        mend = "check the disk's free space, the folder and your permissions"
        return UnwritableCase(file, f"it cannot be written ({error})", mend)
    return None


class Database:
    """An open case file; everything that is done with a case is done through these few methods."""

    def __init__(self, connection: sqlite3.Connection, file: str) -> None:
        connection.row_factory = sqlite3.Row
        connection.isolation_level = None  # transactions begin and end where we say
        self.file = file
        self._connection = connection

    def rows(self, sql: str, *values: Value) -> list[sqlite3.Row]:
        """All rows that ``sql`` gives."""
        with telling(self.file):
            return self._connection.execute(sql, values).fetchall()

    def stream(self, sql: str, *values: Value) -> Iterator[sqlite3.Row]:
        """The same one after another, where all together would fill the memory."""
        with telling(self.file):
            yield from self._connection.execute(sql, values)

    def row(self, sql: str, *values: Value) -> sqlite3.Row | None:
        """The first row that ``sql`` gives, if any."""
        with telling(self.file):
            first: sqlite3.Row | None = self._connection.execute(sql, values).fetchone()
            return first

    def value(self, sql: str, *values: Value) -> Value:
        """The only value that ``sql`` gives, None if there is none."""
        row = self.row(sql, *values)
        return None if row is None else row[0]

    def number(self, sql: str, *values: Value) -> int:
        """The only value that ``sql`` gives, which is a whole number."""
        found = self.value(sql, *values)
        return found if isinstance(found, int) else 0

    def run(self, sql: str, *values: Value) -> None:
        """Carry out ``sql``."""
        with telling(self.file):
            self._connection.execute(sql, values)

    def insert(self, table: str, columns: Iterable[str], rows: Iterable[Iterable[Value]]) -> None:
        """Add ``rows`` to ``table``, whose names come from the program and never from outside."""
        names = list(columns)
        sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        with telling(self.file):
            self._connection.executemany(sql, map(tuple, rows))

    @contextmanager
    def transaction(self, *, durable: bool = False) -> Iterator[None]:
        """All that is written meanwhile, or none of it; ``durable`` outlives a power cut too.

        Nobody else writes meanwhile, so what is read in it stays true until it ends.
        """
        self.run(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        finally:
            self._give_up()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """The case as it is now, whatever others write meanwhile."""
        if self._connection.in_transaction:
            yield
            return
        self.run("BEGIN")
        try:
            yield
        finally:
            self._give_up()

    def _give_up(self) -> None:
        if self._connection.in_transaction:
            self.run("ROLLBACK")

    def close(self) -> None:
        """Let go of the file."""
        with telling(self.file):
            self._connection.close()

"""Open a case: make it, bring an older one up to date, and leave alone whatever is not ours."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from sayso.case import schema
from sayso.case.database import Database, telling
from sayso.errors import CaseBusy, NewerCase, NotACase, OlderCase, UnwritableCase
from sayso.reading.encoding import mend_surrogates

PATIENCE = 30.0
"""Seconds to wait for another program that is writing to the same case."""

_PAUSE = 0.05


def open_database(
    path: str | os.PathLike[str], *, create: bool, write: bool, patience: float = PATIENCE
) -> Database:
    """The case file at ``path``, its tables those of today.

    Where there is none, or an empty file, ``create`` makes one. ``write=False`` changes nothing.
    Raises one of the errors of ``sayso.errors``; what is no case, or a newer one, is not touched.
    """
    file = mend_surrogates(os.fspath(path))[0]
    _refuse_what_is_no_file(Path(path), file, create)
    database = _connected(Path(path), file, create, write, patience)
    try:
        _patiently(lambda: _make_ready(database, create, write), patience)
    except BaseException:
        database.close()
        raise
    return database


def _refuse_what_is_no_file(path: Path, file: str, create: bool) -> None:
    if "\0" in file:  # SQLite would take the name to end there
        raise NotACase(file, "no file can have this name", "check the name")
    try:
        exists, regular, folder = os.path.lexists(path), path.is_file(), path.parent.is_dir()
    except OSError as error:
        raise NotACase(file, f"no file can be opened by this name ({error.strerror})", "check it") from None
    if exists and not regular:
        what = "a folder" if path.is_dir() else "no ordinary file"
        raise NotACase(file, f"this is {what}", "name a file, such as story.sayso")
    if not exists and not create:
        raise NotACase(file, "there is no such file", "check the name, or make it with “sayso add”")
    if not exists and not folder:
        raise UnwritableCase(file, "there is no such folder to make it in", "make the folder first")


def _connected(path: Path, file: str, create: bool, write: bool, patience: float) -> Database:
    address = path.absolute().as_uri()
    if write:
        return _connection(f"{address}?mode={'rwc' if create else 'rw'}", file, patience)
    looking = _connection(f"{address}?mode=ro", file, patience)
    try:
        looking.rows("SELECT 1 FROM sqlite_schema")
        return looking
    except UnwritableCase as error:
        looking.close()
        if _is_unfinished(path):
            mend = "copy it, with the files beside it, to a folder you may write to"
            raise UnwritableCase(file, "a program was stopped while writing to it", mend) from error
        # Where not even the files that keep readers and writers apart can be made, nobody writes.
        return _connection(f"{address}?mode=ro&immutable=1", file, patience)


def _is_unfinished(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _connection(address: str, file: str, patience: float) -> Database:
    with telling(file):
        connection = sqlite3.connect(address, uri=True, timeout=patience)
        database = Database(connection, file)
        database.run("PRAGMA foreign_keys = ON")
        return database


def _patiently(work: Callable[[], None], patience: float) -> None:
    """Do ``work``, again where another program is in the way: SQLite does not wait while one changes over
    a new file to write-ahead logging."""
    until = time.monotonic() + patience
    while True:
        try:
            return work()
        except CaseBusy:
            if time.monotonic() >= until:
                raise
            time.sleep(_PAUSE)


def _make_ready(database: Database, create: bool, write: bool) -> None:
    version = _version(database, create)
    if write:
        database.run("PRAGMA journal_mode = WAL")
        with database.transaction():  # tells at once whether it can be written
            _bring_up_to_date(database, create)
    elif version < len(schema.MIGRATIONS):
        mend = "run “sayso check” on it, which brings it up to date"
        raise OlderCase(database.file, "it was made by an older Sayso", mend)


def _version(database: Database, create: bool) -> int:
    """How many of the steps the case has behind it; an error if it is none or comes from the future."""
    application, version = (database.number(f"PRAGMA {name}") for name in ("application_id", "user_version"))
    if application == schema.APPLICATION_ID:
        if version > len(schema.MIGRATIONS):
            raise NewerCase(
                database.file, "it was made by a newer Sayso", "update Sayso; the case was left as it is"
            )
        return version
    if (
        create
        and not application
        and not version
        and not database.value("SELECT count(*) FROM sqlite_schema")
    ):
        return 0
    mend = "check the name, or choose another for a new case"
    raise NotACase(database.file, "this is an SQLite database or an empty file, but no case", mend)


def _bring_up_to_date(database: Database, create: bool) -> None:
    version = _version(database, create)  # again: another program may have made it meanwhile
    for script in schema.MIGRATIONS[version:]:
        for statement in schema.statements_of(script):
            database.run(statement)
    if version < len(schema.MIGRATIONS):
        database.run(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        database.run(f"PRAGMA user_version = {len(schema.MIGRATIONS)}")

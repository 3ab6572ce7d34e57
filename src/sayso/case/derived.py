"""What was computed from pages and decisions together: put in its place as a whole, with what it rests on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sayso.case.database import Database, Value
from sayso.case.decisions import decisions_in_force
from sayso.case.rows import as_json
from sayso.case.schema import DERIVED, JSON_COLUMNS
from sayso.case.writing import now

Relation = Iterable[Mapping[str, Any]]


def fingerprint(database: Database) -> str:
    """The same as long as pages and decisions in force are the same, and the program that computes."""
    from sayso import __version__

    with database.snapshot():
        state = database.rows("SELECT id, checksum, replaces FROM pages ORDER BY number")
        decided = [[one.number, one.kind, one.payload] for one in decisions_in_force(database)]
    everything = [__version__, decided, list(map(tuple, state))]
    return hashlib.sha256(as_json(everything).encode()).hexdigest()


def replace_derived(database: Database, relations: Mapping[str, Relation], *, computed_from: str) -> None:
    """Put ``relations`` in the place of those of the same names, all of them or, if it fails, none.

    Rows are mappings from columns to values, lists and mappings among them becoming JSON.
    ``computed_from`` is the :func:`fingerprint` taken before the computing began. What refers to a
    relation that is replaced is emptied, and computed again next.
    """
    unknown = set(relations) - set(DERIVED)
    if unknown:
        raise ValueError(
            f"no derived relations: {', '.join(sorted(unknown))}; there are {', '.join(DERIVED)}"
        )
    with database.transaction():
        for name in _with_those_referring(database, relations):
            database.run(f"DELETE FROM {name}")
            database.run("DELETE FROM computed WHERE relation = ?", name)
        for name in (name for name in DERIVED if name in relations):
            _fill(database, name, relations[name])
            database.run("INSERT INTO computed VALUES (?, ?, ?)", name, computed_from, now())


def derived(database: Database, relation: str) -> Iterator[dict[str, Any]]:
    """The rows of a derived relation, JSON made lists and mappings again."""
    _known(relation)
    for row in database.stream(f"SELECT * FROM {relation} ORDER BY rowid"):
        yield {name: _made(name, row[name]) for name in dict(row)}


def stale(database: Database) -> tuple[str, ...]:
    """The derived relations that do not rest on the pages and decisions of now, or were never computed."""
    with database.snapshot():
        rows = database.rows("SELECT relation FROM computed WHERE computed_from = ?", fingerprint(database))
    current = {row["relation"] for row in rows}
    return tuple(name for name in DERIVED if name not in current)


def _known(name: str) -> None:
    if name not in DERIVED:
        raise ValueError(f"no derived relation {name}; there are {', '.join(DERIVED)}")


def _with_those_referring(database: Database, names: Iterable[str]) -> list[str]:
    """``names`` and every derived relation that refers to one of them, however indirectly."""
    found = set(names)
    for name in DERIVED:  # what refers to another is filled in after it
        if any(row["table"] in found for row in database.rows(f"PRAGMA foreign_key_list({name})")):
            found.add(name)
    return [name for name in reversed(DERIVED) if name in found]


def _fill(database: Database, name: str, rows: Relation) -> None:
    for row in rows:
        database.insert(name, row, [[_value(value) for value in row.values()]])


def _value(value: Any) -> Value:
    if isinstance(value, str | int | float | bytes | None):
        return value
    return as_json(value)


def _made(column: str, value: Value) -> Any:
    return json.loads(str(value)) if column in JSON_COLUMNS else value

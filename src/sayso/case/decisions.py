"""What people decided: a log that only grows, in which a decision is undone by another."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.case.database import Database
from sayso.case.rows import Record, as_json
from sayso.case.writing import now
from sayso.errors import NotInCase
from sayso.reading.encoding import mend_surrogates

UNDO = "undo"
"""The kind of a decision that undoes another, be that an undo itself."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What someone decided, and when (UTC, ISO 8601).

    ``kind`` names what sort of decision it is, ``payload`` holds what it is about; ``undoes`` is the
    number of the decision it undoes, if it does.
    """

    number: int
    time: str
    author: str
    kind: str
    payload: dict[str, Any]
    note: str | None = None
    undoes: int | None = None


def decide(
    database: Database, kind: str, payload: Mapping[str, Any], *, author: str, note: str | None = None
) -> Decision:
    """Add a decision to the log; when it returns, it outlives a power cut."""
    with database.transaction(durable=True):
        return _written(database, kind, payload, author, note, None)


def undo(database: Database, number: int, *, author: str, note: str | None = None) -> Decision:
    """Undo the decision with this ``number``, by a new one that can be undone in its turn.

    Raises :class:`NotInCase` where no such decision is in force.
    """
    with database.transaction(durable=True):
        if number not in _in_force(log(database)):
            mend = "see the case's decisions for those that can be undone"
            raise NotInCase(database.file, f"no decision {number} is in force", mend)
        return _written(database, UNDO, {}, author, note, number)


def log(database: Database) -> tuple[Decision, ...]:
    """Every decision, undone or not, in the order they were made."""
    rows = database.rows("SELECT * FROM decisions ORDER BY number")
    return tuple(_decision(dict(row)) for row in rows)


def decisions_in_force(database: Database) -> tuple[Decision, ...]:
    """The decisions that hold, in the order they were made, undoings themselves left out."""
    everything = log(database)
    standing = _in_force(everything)
    return tuple(one for one in everything if one.number in standing and one.kind != UNDO)


def _in_force(everything: tuple[Decision, ...]) -> set[int]:
    """The numbers of those that nothing in force undoes; an undoing comes after what it undoes."""
    undone: set[int] = set()
    for one in reversed(everything):
        if one.undoes is not None and one.number not in undone:
            undone.add(one.undoes)
    return {one.number for one in everything} - undone


def _written(
    database: Database,
    kind: str,
    payload: Mapping[str, Any],
    author: str,
    note: str | None,
    undoes: int | None,
) -> Decision:
    row: Record = {
        "time": now(),
        "author": mend_surrogates(author)[0],
        "kind": kind,
        "payload": mend_surrogates(as_json(payload))[0],
        "note": None if note is None else mend_surrogates(note)[0],
        "undoes": undoes,
    }
    database.insert("decisions", row, [row.values()])
    return _decision({"number": database.number("SELECT last_insert_rowid()"), **row})


def _decision(row: Record) -> Decision:
    return Decision(**{**row, "payload": json.loads(row["payload"])})

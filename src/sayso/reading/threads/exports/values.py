"""What a field of an export holds: words, a number or a time, wherever the format has it."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime
from typing import Any

from sayso.reading.threads.exports.formats import Format, Names, Record

_MILLISECONDS_FROM = 1e11
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,9})?", re.A)
_NOBODY = frozenset({"", "[deleted]", "[removed]"})


def words_at(record: Record, names: Names) -> str | None:
    """The first of ``names`` that holds text or a number, as text; None if none of them does."""
    for name in names:
        value = _value(record, name)
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, str | int | float) and value != "":
            return str(value)
    return None


def line_at(record: Record, names: Names, form: Format) -> str | None:
    """A title or a name, white space made plain; None where it says that there is none."""
    found = words_at(record, names) or ""
    line = " ".join((found if form.writing == "plain" else html.unescape(found)).split())
    return None if line in _NOBODY else line


def key_at(record: Record, names: Names, form: Format) -> str | None:
    """The key of a comment or a story, without what the format puts in front of it."""
    key = words_at(record, names)
    if key is None or key == form.nothing:
        return None
    return next((key.removeprefix(front) for front in form.trimmed if key.startswith(front)), key)


def votes_at(record: Record, form: Format) -> int | None:
    """How many votes a comment has."""
    found = words_at(record, form.votes)
    return int(float(found)) if found and _NUMBER.fullmatch(found) else None


def address_at(record: Record, form: Format) -> str | None:
    """The address of a comment or a story."""
    found = words_at(record, form.address)
    return found if found is None or found.startswith(("http://", "https://")) else form.site + found


def says(record: Record, told: tuple[tuple[str, frozenset[str]], ...]) -> bool:
    """Whether a field of ``record`` has one of the values that ``told`` has for it."""
    return any((words_at(record, (name,)) or "").strip() in values for name, values in told)


def time_at(record: Record, form: Format) -> str | None:
    """When it was written: ISO 8601, in UTC where the zone is known, or what the export says instead."""
    found = (words_at(record, form.time) or "").strip()
    try:
        if _NUMBER.fullmatch(found):
            seconds = float(found)
            return _utc(datetime.fromtimestamp(seconds / (1000 if seconds > _MILLISECONDS_FROM else 1), UTC))
        if len(found) <= len("2031-04-02"):  # a day, or less
            return found or None
        moment = datetime.fromisoformat(found)
        if moment.tzinfo or form.utc:
            return _utc(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
        return moment.isoformat()
    except (ValueError, OverflowError, OSError):
        return None if found.startswith("0000") else found


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _value(record: Record, name: str) -> Any:
    value: Any = record
    for part in name.split("."):
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and value and part.removeprefix("-").isdecimal():
            value = value[int(part)] if -len(value) <= int(part) < len(value) else None
        else:
            return None
    return value

"""A story as a JSON object, ``{"id", "text"}`` and what else is known of it, one a line."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from sayso.errors import UnreadablePage
from sayso.model import Page
from sayso.reading.encoding import mend_surrogates
from sayso.reading.problems import problem
from sayso.reading.text import read_text

_ABOUT = ("url", "title", "outlet", "byline", "published", "language")
_MEND = 'give one object a line, such as {"id": "a1", "text": "..."}'


def read_record(line: str, *, file: str) -> Page:
    """The page that one JSON object holds; its text is the object's ``text``, code point for code point.

    The page's id is empty where the object has none. Anything but an object with a text raises
    :class:`UnreadablePage` naming ``file``.
    """
    record = _object(line, file)
    text, problems = mend_surrogates(_text(record, file))
    about = {field: _about(record, field) for field in _ABOUT}
    wrong = [field for field in _ABOUT if about[field] is None and record.get(field) is not None]
    page = read_text(text, file=file, published=about["published"])
    return dataclasses.replace(
        page,
        id=_id(record, file),
        url=about["url"],
        outlet=about["outlet"],
        title=about["title"] or page.title,
        byline=about["byline"],
        published=about["published"],
        language=about["language"],
        problems=(*problems, *page.problems, *(problem("ignored-field", field=field) for field in wrong)),
    )


def split_lines(file: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines of ``file`` that are not blank, numbered from 1; None for one longer than ``limit`` bytes."""
    number = 0
    while line := file.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            while (rest := file.readline(limit)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        elif line.strip():
            yield number, line


def _object(line: str, file: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        reason = f"not JSON: {error.msg.removesuffix(' at')} at column {error.colno}"
        raise UnreadablePage(file, reason, _MEND) from None
    except (ValueError, RecursionError):
        # Numbers of thousands of digits and objects thousands deep are valid, and no story.
        raise UnreadablePage(file, "the JSON holds more than a story can", _MEND) from None
    if not isinstance(value, dict):
        raise UnreadablePage(file, "the JSON is not an object", _MEND)
    return value


def _text(record: dict[str, Any], file: str) -> str:
    text = record.get("text")
    if isinstance(text, str):
        return text
    reason = "the JSON object has no “text”" if text is None else "“text” is not text"
    raise UnreadablePage(file, reason, _MEND)


def _about(record: dict[str, Any], field: str) -> str | None:
    value = record.get(field)
    return mend_surrogates(value)[0] if isinstance(value, str) else None


def _id(record: dict[str, Any], file: str) -> str:
    value = record.get("id")
    if value is None:
        return ""
    if isinstance(value, str | int) and not isinstance(value, bool):
        return mend_surrogates(str(value))[0]
    raise UnreadablePage(file, "“id” is neither text nor a number", _MEND)

"""Read flat text in the form that most of its headers have: each comment with its header and its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Span
from sayso.reading.paragraphs import Line, lines_of
from sayso.reading.threads.headed.forms import FORMS, LONGEST, Form
from sayso.reading.threads.headed.words import has_button, is_furniture, votes_in

_FEWEST = 3
"""Headers of one form that make a thread where no line says that comments follow."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One comment as it stands in the text: what its header tells, and its own words (None: it has none)."""

    at: int
    indent: int
    name: str
    time: str | None
    number: int | None
    to: str | None
    votes: int | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class _Header:
    first: int
    size: int
    told: dict[str, str | None]


def lines_from(text: str, start: int) -> list[Line]:
    """The lines of ``text`` from ``start`` on that are not blank."""
    return [line for line in lines_of(text, (start, len(text))) if line.text]


def entries_of(lines: Sequence[Line], *, announced: bool) -> list[Entry]:
    """The comments in ``lines``, in page order; none if these are not written as a thread.

    Where comments were ``announced`` one header with a time is enough, or two without. Where not, it
    takes three, and most of those that other texts have too must be numbered or have buttons under them.
    """
    form, headers = max(((form, _headers(form, lines)) for form in FORMS), key=lambda found: len(found[1]))
    if not _makes_thread(form, headers, lines, announced):
        return []
    ends = [header.first for header in headers[1:]] + [len(lines)]
    if form.below:
        return list(_entries_above(headers, lines))
    return [_entry(header, lines, end) for header, end in zip(headers, ends, strict=True)]


def _makes_thread(form: Form, headers: list[_Header], lines: Sequence[Line], announced: bool) -> bool:
    if announced and len(headers) >= (1 if form.dated else 2):
        return True
    if len(headers) < _FEWEST:
        return False
    numbered = sum(header.told.get("number") is not None for header in headers)
    return form.sure or 2 * max(numbered, sum(has_button(line.text) for line in lines)) >= len(headers)


def _headers(form: Form, lines: Sequence[Line]) -> list[_Header]:
    headers, place = [], 0
    while place < len(lines):
        header = _header(form, lines, place)
        place += header.size if header else 1
        if header:
            headers.append(header)
    return headers


def _header(form: Form, lines: Sequence[Line], place: int) -> _Header | None:
    size = 1 if form.second is None else 2
    if place + size > len(lines) or any(len(line.text) > LONGEST for line in lines[place : place + size]):
        return None
    told: dict[str, str | None] = {}
    if form.second is not None:  # first, since times are rarer than names
        when = form.second.fullmatch(lines[place + 1].text)
        if when is None or form.second.fullmatch(lines[place].text):
            return None
        told |= when.groupdict()
    head = form.first.fullmatch(lines[place].text)
    if head is None or is_furniture(lines[place].text) and not form.below:
        return None
    return _Header(place, size, told | head.groupdict())


def _entry(header: _Header, lines: Sequence[Line], end: int) -> Entry:
    line = lines[header.first]
    return _told(header, line, header.told.get("name") or "", lines[header.first + header.size : end])


def _entries_above(headers: list[_Header], lines: Sequence[Line]) -> Iterator[Entry]:
    """Comments whose header is under them: the line they begin with is the name."""
    start = 0
    for header in headers:
        if start < header.first:
            yield _told(header, lines[start], lines[start].text, lines[start + 1 : header.first])
        start = header.first + 1


def _told(header: _Header, line: Line, name: str, under: Sequence[Line]) -> Entry:
    told = header.told
    number, votes = told.get("number"), told.get("votes")
    start, end = 0, len(under)
    while start < end and is_furniture(under[start].text):
        start += 1
    while start < end and is_furniture(under[end - 1].text):
        end -= 1
    aside = [*under[:start], *under[end:]]
    counted = next((n for n in map(votes_in, (a.text for a in aside)) if n is not None), None)
    return Entry(
        at=line.start,
        indent=line.indent,
        name=name.strip(),
        time=told.get("time"),
        number=int(number) if number else None,
        to=told.get("parent"),
        votes=int(votes) if votes else counted,
        span=(under[start].start, under[end - 1].end) if start < end else None,
    )

"""Which story of an export each comment stands under, and what it answers there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.reading.threads.exports.formats import Format, Record
from sayso.reading.threads.exports.records import Records
from sayso.reading.threads.exports.values import key_at, says, words_at


@dataclass(frozen=True, slots=True)
class Entry:
    """A story or a comment: its key, that of what it answers, and that of its story, as far as it says."""

    record: Record
    key: str
    parent: str | None
    story: str | None
    is_story: bool


@dataclass(frozen=True, slots=True)
class Story:
    """What a thread is about, None if the export does not have it, and its comments as they came."""

    about: Entry | None
    comments: list[Entry] = field(default_factory=list)


def stories_of(records: Records) -> list[Story]:
    """The stories in the order they came in, then those that only comments tell of.

    A comment that does not say which story it belongs to stands under that of what it answers; if
    that is not there, under the only story, or with all others like it under none.
    """
    form, stories, comments = records.form, dict[str | None, Story](), list[Entry]()
    for entry in _entries(records):
        if entry.is_story and entry.key not in stories:
            stories[entry.key] = Story(entry)
        else:
            comments.append(entry)
    for entry, story in _settled(comments, stories, form):
        stories.setdefault(story, Story(None)).comments.append(entry)
    return list(stories.values())


def left_out(records: Records) -> int:
    """How many comments the export says there are without having them."""
    counts = (words_at(record, records.form.more) for record, _ in records.found)
    return sum(max(int(count), 1) for count in counts if count and len(count) < 10 and count.isdecimal())


def _entries(records: Records) -> Iterator[Entry]:
    form, entries = records.form, list[Entry | None]()
    for number, (record, above) in enumerate(records.found):
        entries.append(_entry(number, record, None if above is None else entries[above], form))
    return filter(None, entries)


def _entry(number: int, record: Record, above: Entry | None, form: Format) -> Entry | None:
    key = key_at(record, form.key, form)
    empty = key is None and words_at(record, form.body) is None
    if empty or words_at(record, form.more) or says(record, form.left_aside):
        return None
    parent, story = key_at(record, form.parent, form), key_at(record, form.story, form)
    if above is not None:
        parent = parent or (None if above.is_story else above.key)
        story = above.key if above.is_story else story or above.story
    alone = above is None and parent is None and (story is None or (story == key and not form.apart))
    titled = not form.titled or any(record.get(name) for name in form.titled)
    return Entry(record, key or f"#{number}", parent, story, alone and titled)


def _settled(
    comments: list[Entry], stories: Iterable[str | None], form: Format
) -> Iterator[tuple[Entry, str | None]]:
    """Each comment with the key of its story."""
    keys = set(stories)
    only = next(iter(keys)) if len(keys) == 1 else None
    first = {entry.key: entry for entry in reversed(comments)}
    known: dict[str, str | None] = {}
    for entry in comments:
        at: Entry | None = entry
        trail, found = [], only
        while at is not None:
            told = at.story or (at.parent if at.parent in keys and not form.apart else None)
            if told or at.key in known:
                found = told or known[at.key]
                break
            known[at.key] = only  # which also ends a circle
            trail.append(at.key)
            at = first.get(at.parent or "")
        known |= dict.fromkeys(trail, found)
        yield entry, found

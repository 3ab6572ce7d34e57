"""Find the pages that names on a command line stand for, one small value each.

An input holds no page but says how to get it, so that a batch can be found in one process and
read in others. What is wrong with one input comes up when that input is read, not before.
"""

from __future__ import annotations

import glob
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sayso.errors import UnreadablePage
from sayso.model import Page
from sayso.reading.binary import refuse_binary
from sayso.reading.jsonl import split_lines
from sayso.reading.page import (
    MAX_BYTES,
    Form,
    form_of,
    load,
    pages_from,
    shown,
    text_from,
    too_large,
    unopened,
)
from sayso.reading.served import is_feed
from sayso.reading.threads.exports import are_comments

if TYPE_CHECKING:
    from sayso.reading.feeds import Entry

ARCHIVES = (".warc", ".warc.gz", ".warc.zst")
EXTENSIONS = (
    ".html", ".htm", ".xhtml", ".txt", ".md", ".jsonl", ".json", ".xml", ".rss", ".atom", *ARCHIVES,
)  # fmt: skip
"""What is taken from a folder; a file that is named itself may have any extension."""

STDIN = "-"
_MAGIC = "*?["
_SAMPLE = 20  # lines that tell whether a file of JSON lines holds stories or the comments of a thread


@dataclass(frozen=True, slots=True)
class Input:
    """What is to be read: its name, and the file, the bytes or the error that stands for it.

    Of what came from the web, ``url`` is where it was, ``charset`` what the server said of it, and
    ``fetched`` when (ISO 8601, UTC).
    """

    name: str
    content: Path | bytes | UnreadablePage
    form: Form | None = None
    url: str | None = None
    charset: str | None = None
    fetched: str | None = None


def pages_of(input: Input, *, limit: int = MAX_BYTES) -> tuple[Page, ...]:
    """The page that ``input`` is, or the several that an export or a feed holds.

    Raises :class:`UnreadablePage` if it is none, or larger than ``limit`` bytes.
    """
    if isinstance(input.content, UnreadablePage):
        raise input.content
    data = load(input.content, limit) if isinstance(input.content, Path) else input.content
    return pages_from(
        data, name=input.name, url=input.url, form=input.form, charset=input.charset, limit=limit
    )


def entries_of(input: Input, *, limit: int = MAX_BYTES) -> tuple[Entry, ...]:
    """The entries of the feed that ``input`` is, with the addresses of their stories; none if it is no feed.

    Raises :class:`UnreadablePage` for a feed that cannot be read, or larger than ``limit`` bytes.
    """
    from sayso.reading.feeds import feed_of

    if isinstance(input.content, UnreadablePage):
        raise input.content
    data = load(input.content, limit) if isinstance(input.content, Path) else input.content
    if (input.form or form_of(input.name, data)) != "xml" or not is_feed(data):
        return ()
    text, _ = text_from(data, file=input.name, form="xml", charset=input.charset, limit=limit)
    return feed_of(text, file=input.name, url=input.url).entries


def find_inputs(
    names: Iterable[str | os.PathLike[str]],
    *,
    limit: int = MAX_BYTES,
    passed_over: set[str] | None = None,
    records: Counter[str] | None = None,
) -> Iterator[Input]:
    """The inputs that ``names`` stand for, in the order given, those of a folder or pattern sorted.

    A name is a file, a folder (searched to any depth for :data:`EXTENSIONS`, hidden files aside),
    a pattern such as ``news/*.html`` or ``-`` for standard input. A file that is named in several
    ways is read once, where it is named first. A JSON-lines file gives an input a line and is read
    as the inputs are taken; one whose lines are comments is one input, an export. A web archive gives
    an input for each page in it (see :func:`sayso.reading.archives.archived`, which counts ``records``).
    A name that stands for nothing still gives one input, which raises :class:`UnreadablePage` when it
    is read. What folders hold of other kinds, and what is not named itself, is put into ``passed_over``.
    """
    passed_over = set() if passed_over is None else passed_over
    records = Counter() if records is None else records
    seen: set[str] = set()
    for found in files_of((os.fspath(name) for name in names), passed_over):
        if isinstance(found, UnreadablePage):
            yield _failed(found)
        elif (identity := _identity(found)) not in seen:
            seen.add(identity)
            yield from _inputs_of(found, limit, records)
    passed_over -= seen


def files_of(names: Iterable[str], passed_over: set[str]) -> Iterator[str | UnreadablePage]:
    """The files that ``names`` stand for, and an error for each name that stands for none.

    What folders hold of other kinds is put into ``passed_over``.
    """
    for name in names:
        if any(char in name for char in _MAGIC) and not os.path.lexists(name):
            matches = sorted(glob.glob(name, recursive=True))
            yield from files_of(matches, passed_over)
            if not matches:
                yield UnreadablePage(shown(name), "no file matches this pattern", "check the pattern")
        elif name != STDIN and os.path.isdir(name):
            yield from _in_folder(name, passed_over)
        else:
            yield name


def _in_folder(folder: str, passed_over: set[str]) -> Iterator[str | UnreadablePage]:
    empty = True
    failures: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(name for name in files if not name.startswith(".")):
            path = os.path.join(root, file)
            if file.lower().endswith(EXTENSIONS):
                empty = False
                yield path
            else:
                passed_over.add(_identity(path))
    for failure in failures:
        yield unopened(shown(failure.filename or folder), failure)
    if empty and not failures:
        mend = f"put pages in it ({', '.join(EXTENSIONS)})"
        yield UnreadablePage(shown(folder), "there is no page in this folder", mend)


def _identity(name: str) -> str:
    """The same for every name of a file."""
    try:
        return name if name == STDIN else os.path.realpath(name)
    except ValueError:  # no file can have this name
        return name


def _inputs_of(name: str, limit: int, records: Counter[str]) -> Iterator[Input]:
    if name == STDIN and sys.stdin is None:
        yield _failed(UnreadablePage(STDIN, "standard input is closed", "name a file"))
    elif name == STDIN:
        yield from _from_stream(sys.stdin.buffer, limit)
    elif name.lower().endswith(".jsonl") and os.path.exists(name):
        yield from _from_json_lines(name, limit)
    elif name.lower().endswith(ARCHIVES) and os.path.exists(name):
        from sayso.reading.archives import archived  # which needs what is above

        yield from archived(Path(name), limit=limit, records=records)
    else:
        yield Input(shown(name), Path(name))


def _from_json_lines(name: str, limit: int) -> Iterator[Input]:
    file = shown(name)
    try:
        with open(name, "rb") as stream:
            refuse_binary(stream.peek(), file)
            if are_comments(_first_lines(stream, limit)):
                yield Input(file, Path(name), "record")
                return
            stream.seek(0)
            empty = True
            for line in _lines(stream, file, limit):
                empty = False
                yield line
            if empty:
                yield _failed(UnreadablePage(file, "there is no text in it", "check that it was saved whole"))
    except UnreadablePage as error:
        yield _failed(error)
    except OSError as error:
        yield _failed(unopened(file, error))


def _from_stream(stream: BinaryIO, limit: int) -> Iterator[Input]:
    """Standard input is JSON lines if its first line is a JSON object, and no comment; else one page."""
    first = stream.readline(limit + 1)
    if form_of(None, first) == "record" and first.rstrip().endswith(b"}") and not are_comments([first]):
        yield Input(f"{STDIN}:1", first, "record")
        yield from _lines(stream, STDIN, limit, already=1)
    else:
        yield Input(STDIN, first + stream.read(max(0, limit + 1 - len(first))))


def _first_lines(stream: BinaryIO, limit: int) -> list[bytes]:
    return [line for _, line in islice(split_lines(stream, limit), _SAMPLE) if line is not None]


def _lines(stream: BinaryIO, name: str, limit: int, already: int = 0) -> Iterator[Input]:
    for number, line in split_lines(stream, limit):
        place = f"{name}:{number + already}"
        yield _failed(too_large(place, limit)) if line is None else Input(place, line, "record")


def _failed(error: UnreadablePage) -> Input:
    return Input(error.file, error)

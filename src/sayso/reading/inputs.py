"""Find the pages that names on a command line stand for, one small value each.

An input holds no page but says how to get it, so that a batch can be found in one process and
read in others. What is wrong with one input comes up when that input is read, not before.
"""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sayso.errors import UnreadablePage
from sayso.model import Page
from sayso.reading.binary import refuse_binary
from sayso.reading.jsonl import split_lines
from sayso.reading.page import MAX_BYTES, Form, load, page_from, shown, too_large, unopened

EXTENSIONS = (".html", ".htm", ".xhtml", ".txt", ".md", ".jsonl", ".json")
"""What is taken from a folder; a file that is named itself may have any extension."""

STDIN = "-"
_MAGIC = "*?["


@dataclass(frozen=True, slots=True)
class Input:
    """One page to be read: its name, and the file, the bytes or the error that stands for it."""

    name: str
    content: Path | bytes | UnreadablePage
    form: Form | None = None


def page_of(input: Input, *, limit: int = MAX_BYTES) -> Page:
    """Read ``input``; raises :class:`UnreadablePage` if it is none, or larger than ``limit`` bytes."""
    if isinstance(input.content, UnreadablePage):
        raise input.content
    data = load(input.content, limit) if isinstance(input.content, Path) else input.content
    return page_from(data, name=input.name, form=input.form, limit=limit)


def find_inputs(names: Iterable[str | os.PathLike[str]], *, limit: int = MAX_BYTES) -> Iterator[Input]:
    """The inputs that ``names`` stand for, in the order given, those of a folder or pattern sorted.

    A name is a file, a folder (searched to any depth for :data:`EXTENSIONS`, hidden files aside),
    a pattern such as ``news/*.html`` or ``-`` for standard input. A JSON-lines file gives an input
    a line and is read as the inputs are taken. A name that stands for nothing still gives one
    input, which raises :class:`UnreadablePage` when it is read.
    """
    for given in names:
        name = os.fspath(given)
        if name == STDIN:
            yield from _from_stream(sys.stdin.buffer, limit)
        elif any(char in name for char in _MAGIC) and not os.path.lexists(name):
            yield from _from_pattern(name, limit)
        else:
            yield from _from_path(name, limit)


def _from_pattern(pattern: str, limit: int) -> Iterator[Input]:
    found = sorted(glob.glob(pattern, recursive=True))
    for name in found:
        yield from _from_path(name, limit)
    if not found:
        yield _failed(UnreadablePage(shown(pattern), "no file matches this pattern", "check the pattern"))


def _from_path(name: str, limit: int) -> Iterator[Input]:
    if os.path.isdir(name):
        yield from _from_folder(name, limit)
    elif name.lower().endswith(".jsonl") and os.path.exists(name):
        yield from _from_json_lines(name, limit)
    else:
        yield Input(shown(name), Path(name))


def _from_folder(folder: str, limit: int) -> Iterator[Input]:
    empty = True
    failures: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(files):
            if file.lower().endswith(EXTENSIONS) and not file.startswith("."):
                empty = False
                yield from _from_path(os.path.join(root, file), limit)
    for failure in failures:
        yield _failed(unopened(shown(failure.filename or folder), failure))
    if empty and not failures:
        mend = f"put pages in it ({', '.join(EXTENSIONS)})"
        yield _failed(UnreadablePage(shown(folder), "there is no page in this folder", mend))


def _from_json_lines(name: str, limit: int) -> Iterator[Input]:
    file = shown(name)
    try:
        with open(name, "rb") as stream:
            head = stream.peek()
            refuse_binary(head, file)
            yield from _lines(stream, file, limit)
            if not head:
                yield _failed(UnreadablePage(file, "the file is empty", "check that it was saved whole"))
    except UnreadablePage as error:
        yield _failed(error)
    except OSError as error:
        yield _failed(unopened(file, error))


def _from_stream(stream: BinaryIO, limit: int) -> Iterator[Input]:
    """Standard input is JSON lines if its first line is a JSON object, else one page."""
    first = stream.readline(limit + 1)
    if first.lstrip().startswith(b'{"') and first.rstrip().endswith(b"}"):
        yield Input(f"{STDIN}:1", first, "record")
        yield from _lines(stream, STDIN, limit, already=1)
    else:
        yield Input(STDIN, first + stream.read(max(0, limit + 1 - len(first))))


def _lines(stream: BinaryIO, name: str, limit: int, already: int = 0) -> Iterator[Input]:
    for number, line in split_lines(stream, limit):
        place = f"{name}:{number + already}"
        yield _failed(too_large(place, limit)) if line is None else Input(place, line, "record")


def _failed(error: UnreadablePage) -> Input:
    return Input(error.file, error)

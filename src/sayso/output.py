"""Where the results go: a file, or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from sayso.errors import UnwritableOutput
from sayso.reading.inputs import EXTENSIONS

STDOUT = "-"


@contextmanager
def opened(file: str | None, *, utf8: bool) -> Iterator[TextIO]:
    """The stream to write to: the file of this name, made anew, or standard output for None and "-".

    Files are always UTF-8, standard output where ``utf8`` says that a program may read it; in a
    terminal that lacks a character, "?" stands for it.
    """
    if file is None or file == STDOUT:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8" if utf8 else None, errors="replace")
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        with open(file, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        reason = f"it cannot be written ({error.strerror or error})"
        raise UnwritableOutput(file, reason, "check the folder, your permissions and the disk") from None


def refuse_own_input(file: str | None, names: Iterable[str]) -> None:
    """Refuse to write over what is being read, or to a place from which it would be read again."""
    if file is None or file == STDOUT or not os.path.exists(os.path.dirname(file) or "."):
        return
    path = Path(file).resolve()
    for name in map(Path, names):
        if name.resolve() == path or (
            name.is_dir() and path.is_relative_to(name.resolve()) and path.suffix.lower() in EXTENSIONS
        ):
            raise UnwritableOutput(file, f"it is among what is read ({name})", "write to another place")

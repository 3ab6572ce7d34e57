"""Where the results go: a file, or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from sayso.errors import UnwritableOutput
from sayso.reading.inputs import EXTENSIONS, files_of

STDOUT = "-"


@contextmanager
def opened(file: str | None, *, utf8: bool) -> Iterator[Output]:
    """What to write to: the file of this name, made anew, or standard output for None and "-".

    Files are always UTF-8, standard output where ``utf8`` says that a program may read it; in a
    terminal that lacks a character, "?" stands for it. What cannot be written raises
    :class:`UnwritableOutput`; nothing else that goes wrong meanwhile does.
    """
    output = Output(STDOUT if file is None else file, utf8)
    try:
        yield output
    finally:
        output.finish()


class Output:
    """An open file, or standard output."""

    def __init__(self, file: str, utf8: bool) -> None:
        self._file, self._standard = file, file == STDOUT
        with writing(file):
            self._stream = _standard_output(utf8) if self._standard else _new_file(file)

    def isatty(self) -> bool:
        """Whether a person sees it in a terminal."""
        return self._stream.isatty()

    def write(self, text: str) -> None:
        """Add ``text``."""
        with writing(self._file):
            self._stream.write(text)

    def finish(self) -> None:
        """See to it that all is written."""
        with writing(self._file):
            if self._standard:
                self._stream.flush()
            else:
                self._stream.close()


@contextmanager
def writing(file: str) -> Iterator[None]:
    """Tell what goes wrong in writing to ``file`` as :class:`UnwritableOutput`, readers gone away aside."""
    try:
        yield
    except OSError as error:
        if file == STDOUT:
            # What is still buffered would raise again when Python flushes it at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        name, mend = (
            ("standard output", "check where it leads")
            if file == STDOUT
            else (file, "check the folder, your permissions")
        )
        raise UnwritableOutput(
            name, f"it cannot be written ({error.strerror or error})", f"{mend} and the disk"
        ) from None


def _new_file(file: str) -> TextIO:
    return open(file, "w", encoding="utf-8", newline="\n")  # Output.finish closes it


def _standard_output(utf8: bool) -> TextIO:
    if sys.stdout is None:
        raise UnwritableOutput("standard output", "it is closed", "name a file with --output")
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8" if utf8 else None, errors="replace")
    return sys.stdout


def refuse_own_input(file: str | None, names: Sequence[str]) -> None:
    """Refuse to write over what is being read, or to a place from which it would be read again."""
    if file is None or file == STDOUT or not os.path.exists(os.path.dirname(file) or "."):
        return
    target = os.path.realpath(file)
    for name in names:
        if os.path.isdir(name) and _would_be_read(target, name):
            raise _own_input(file, name)
    for found in files_of(names, set()) if os.path.exists(target) else ():
        if isinstance(found, str) and os.path.realpath(found) == target:
            raise _own_input(file, found)


def _would_be_read(target: str, folder: str) -> bool:
    return Path(target).is_relative_to(os.path.realpath(folder)) and target.lower().endswith(EXTENSIONS)


def _own_input(file: str, name: str) -> UnwritableOutput:
    return UnwritableOutput(file, f"it is among what is read ({name})", "write to another place")

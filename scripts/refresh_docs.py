"""Writes what the program itself says into the docs; ``tests/test_docs.py`` checks that this was done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CAPTURED = 42  # lines of output in the README
ROOT = Path(__file__).parent.parent
COMMANDS = ROOT / "docs" / "commands.md"
README = ROOT / "README.md"
BEGIN, END = "<!-- begin: sayso read examples/harbour.html -->", "<!-- end -->"
DEMO_BEGIN, DEMO_END = "<!-- begin: sayso demo -->", "<!-- end: demo -->"
THREAD_BEGIN, THREAD_END = "<!-- begin: sayso thread examples/harbour-saved.txt -->", "<!-- end: thread -->"


def sayso(*arguments: str) -> str:
    """What the program prints."""
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "sayso", *arguments]
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environment, cwd=ROOT, check=True
    )
    return done.stdout


def commands() -> str:
    """The command reference: the help of the program and of each command."""
    parts = ["# Commands\n\nWritten by `scripts/refresh-docs` from what `--help` prints.\n"]
    for command in ("", "add", "claims", "trace", "sources", "compare", "check", "demo", "read", "thread"):
        shown = sayso(*command.split(), "--help")
        parts.append(f"## `{f'sayso {command}'.strip()}`\n\n```text\n{shown.rstrip()}\n```\n")
    return "\n".join(parts)


def beginning(shown: str) -> str:
    """The first lines of a tree, up to where a branch ends."""
    lines = shown.rstrip().splitlines()
    ends = [n for n, line in enumerate(lines) if line.startswith("├── ") and n <= CAPTURED]
    return "\n".join([*lines[: ends[-1]], "⋮"]) if len(lines) > CAPTURED else "\n".join(lines)


def readme(text: str) -> str:
    """The README's text with fresh captures between its marks."""
    text = captured(text, DEMO_BEGIN, DEMO_END, sayso("demo").rstrip())
    text = captured(text, BEGIN, END, beginning(sayso("read", "examples/harbour.html")))
    shown = sayso("thread", "examples/harbour-saved.txt").rstrip()
    return captured(text, THREAD_BEGIN, THREAD_END, shown)


def captured(text: str, begin: str, end: str, shown: str) -> str:
    """``text`` with what is ``shown`` between two marks."""
    before, rest = text.split(begin)
    _, after = rest.split(end)
    return f"{before}{begin}\n```text\n{shown}\n```\n{end}{after}"


if __name__ == "__main__":
    COMMANDS.write_text(commands(), encoding="utf-8")
    README.write_text(readme(README.read_text(encoding="utf-8")), encoding="utf-8")

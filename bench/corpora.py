"""Where the gold corpora and their scorers lie, and what the program finds in them."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sayso

SHARED = Path(__file__).resolve().parents[2] / "shared"
POLNEAR = SHARED / "data" / "polnear"

Row = dict[str, Any]


def present() -> bool:
    """Whether the corpora are here; they are never part of the project."""
    return POLNEAR.is_dir()


def scorer(name: str) -> Any:
    """One of the shared scorers, as a module."""
    folder = str(SHARED / "bench")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return __import__(name)


def rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read_all(path: Path) -> dict[str, Row]:
    """The program's answer for every article of a corpus file, by id, as its JSON has it."""
    return {
        row["id"]: sayso.read(json.dumps({"id": row["id"], "text": row["text"]}).encode()).as_dict()
        for row in rows(path)
    }


def fingerprint(path: Path) -> str:
    """SHA-256 of a corpus file, so that a figure is tied to what it was measured on."""
    return hashlib.sha256(path.read_bytes()).hexdigest()

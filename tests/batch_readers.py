"""Readers for test_batch, in a module of their own so that worker processes can import them."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

from sayso.errors import UnreadablePage
from sayso.model import Page
from sayso.reading import Input


def words(input: Input) -> str:
    return input.content.decode() if isinstance(input.content, bytes) else ""


def obedient(input: Input) -> tuple[Page, ...]:
    """Does what the input's text says, then gives a page with that text and the process's id."""
    match words(input).split():
        case ["die"]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["leave"]:
            threading.Timer(0.5, os._exit, [0]).start()
        case ["refuse"]:
            raise UnreadablePage(input.name, "it was refused", "ask again")
        case ["fail"]:
            raise RuntimeError("an accident")
        case ["sleep", seconds]:
            time.sleep(float(seconds))
        case ["touch", path]:
            Path(path).touch()
            time.sleep(60)
    return (Page(id=str(os.getpid()), text=words(input)),)

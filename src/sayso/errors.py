"""What can go wrong, for the person who has to do something about it.

::

    SaysoError
    ├── UnreadablePage      a file, a line or an address that cannot be read as a page
    └── UnwritableOutput    a file that the results cannot be written to

Every error is named as the fact and says what it concerns, why, and what to do about it.
"""

from __future__ import annotations


class SaysoError(Exception):
    """The root of every error Sayso raises on purpose.

    ``file`` is the name of what it concerns as it was given (``stories.jsonl:12`` for a line),
    ``reason`` is what is wrong with it, ``mend`` what can be done. ``str()`` gives all three in
    one line.
    """

    def __init__(self, file: str, reason: str, mend: str) -> None:
        super().__init__(file, reason, mend)
        self.file = file
        self.reason = reason
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}; {self.mend}"


class UnreadablePage(SaysoError):
    """One input cannot be read as a page; the others are not concerned."""


class UnwritableOutput(SaysoError):
    """The results cannot be written where they were wanted."""

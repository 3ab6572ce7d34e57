"""What can go wrong, for the person who has to do something about it.

::

    SaysoError
    ├── UnreadablePage      a file, a line or an address that cannot be read as a page
    ├── UnwritableOutput    a file that the results cannot be written to
    ├── BadOutlets          a file of outlets that cannot be used
    ├── NotACase            a file that holds no case, or is not there
    ├── NewerCase           a case that a newer Sayso made
    ├── OlderCase           a case that an older Sayso made, opened for looking only
    ├── DamagedCase         a case that can no longer be read whole
    ├── CaseBusy            a case that another program keeps writing to
    ├── UnwritableCase      a case that cannot be written: the disk is full, the folder closed
    └── NotInCase           a page or a decision that the case does not hold

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


class BadOutlets(SaysoError):
    """A file of outlets cannot be read, or is no such table."""


class NotACase(SaysoError):
    """The file holds no case, or there is no such file; it was not touched."""


class NewerCase(SaysoError):
    """A newer Sayso made the case, and this one does not know all that is in it; it was not touched."""


class OlderCase(SaysoError):
    """An older Sayso made the case, and it was opened for looking only; it was not touched."""


class DamagedCase(SaysoError):
    """The case can no longer be read whole: it was cut short, or other bytes are where its own were."""


class CaseBusy(SaysoError):
    """Another program kept the case to itself for longer than Sayso waits."""


class UnwritableCase(SaysoError):
    """The case cannot be written; what was in it before is as it was."""


class NotInCase(SaysoError):
    """The case holds no such page, or no such decision in force."""

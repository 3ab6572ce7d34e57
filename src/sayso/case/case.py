"""A case: the pages of one inquiry in one file, what was read from them, and what people decided."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from sayso.case import adding, checking, decisions, derived, pages, rebuilding, searching
from sayso.case.checking import Finding
from sayso.case.database import Database
from sayso.case.decisions import Decision
from sayso.case.opening import PATIENCE, open_database
from sayso.case.pages import Original
from sayso.case.searching import Found
from sayso.case.taking import Added
from sayso.errors import SaysoError, UnreadablePage
from sayso.model import Page


def open_case(
    path: str | os.PathLike[str], *, create: bool = False, write: bool = True, patience: float = PATIENCE
) -> Case:
    """The case in the file at ``path``, made if there is none and ``create`` is set.

    With ``write=False`` it is for looking only, and may lie where nothing can be written. Where
    another program is writing, this one waits up to ``patience`` seconds. An older case is brought
    up to date where it may be written. Raises :class:`sayso.NotACase`, :class:`sayso.NewerCase`,
    :class:`sayso.OlderCase`, :class:`sayso.DamagedCase`, :class:`sayso.CaseBusy` or
    :class:`sayso.UnwritableCase`, which its methods raise too.
    """
    return Case(open_database(path, create=create, write=write, patience=patience))


class Case:
    """An open case, to be used in a ``with`` statement, by one thread.

    Everything that was added or decided is in the file when the method returns.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    @property
    def file(self) -> str:
        """The file's name, as it was given."""
        return self._database.file

    def add(self, original: Original, read: Sequence[Page]) -> tuple[Added, ...]:
        """Take in the pages ``read`` from ``original``; see :func:`sayso.case.adding.add`."""
        return adding.add(self._database, original, read)

    def note_failure(self, error: UnreadablePage) -> None:
        """Keep what did not come in, and why, until it does."""
        adding.note_failure(self._database, error)

    def failures(self) -> tuple[UnreadablePage, ...]:
        """What did not come in, and why."""
        return adding.failures(self._database)

    def known(self, hash: str) -> bool:
        """Whether what has this hash (:attr:`Original.hash`) is in, so that it need not be read again."""
        return pages.is_known(self._database, hash)

    def page(self, id: str) -> Page:
        """The page with this id; raises :class:`sayso.NotInCase` if there is none."""
        return pages.page(self._database, id)

    def pages(self) -> Iterator[Page]:
        """The pages as they were last seen, in the order they came in, one in memory at a time."""
        return pages.pages(self._database)

    def page_ids(self) -> tuple[str, ...]:
        """The ids of these pages."""
        return pages.page_ids(self._database)

    def find_page(self, words: str) -> str:
        """The id of the page a person means; see :func:`sayso.case.pages.find_page`."""
        return pages.find_page(self._database, words)

    def original(self, id: str) -> Original:
        """What the page with this id was read from; raises :class:`sayso.NotInCase` if there is none."""
        return pages.original_of(self._database, id)

    def search(self, query: str, *, limit: int = 50) -> tuple[Found, ...]:
        """The pages that have all words of ``query``; see :func:`sayso.case.searching.search`."""
        return searching.search(self._database, query, limit=limit)

    def decide(
        self, kind: str, payload: Mapping[str, Any], *, author: str, note: str | None = None
    ) -> Decision:
        """Add a decision to the log; when it returns, it outlives a power cut."""
        return decisions.decide(self._database, kind, payload, author=author, note=note)

    def undo(self, number: int, *, author: str, note: str | None = None) -> Decision:
        """Undo a decision by another; raises :class:`sayso.NotInCase` where no such one is in force."""
        return decisions.undo(self._database, number, author=author, note=note)

    def decisions(self) -> tuple[Decision, ...]:
        """The log: every decision, undone or not, in the order they were made."""
        return decisions.log(self._database)

    def decisions_in_force(self) -> tuple[Decision, ...]:
        """The decisions that hold, in the order they were made."""
        return decisions.decisions_in_force(self._database)

    def fingerprint(self) -> str:
        """The same as long as pages and decisions are; see :func:`sayso.case.derived.fingerprint`."""
        return derived.fingerprint(self._database)

    def replace_derived(self, relations: Mapping[str, derived.Relation], *, computed_from: str) -> None:
        """Put what was computed in the place of what was; see :func:`sayso.case.derived.replace_derived`."""
        derived.replace_derived(self._database, relations, computed_from=computed_from)

    def derived(self, relation: str) -> Iterator[dict[str, Any]]:
        """The rows of a derived relation, JSON made lists and mappings again."""
        return derived.derived(self._database, relation)

    def stale(self) -> tuple[str, ...]:
        """The derived relations that have to be computed again before they tell of the case as it is."""
        return derived.stale(self._database)

    def check(self) -> tuple[Finding, ...]:
        """All that is wrong with the case, which must be open for writing; nothing is changed in it."""
        return checking.check(self._database)

    def repair(self, read: rebuilding.Readers) -> tuple[Finding, ...]:
        """Compute again what is wrong and can be; what is still wrong after that."""
        return rebuilding.repair(self._database, read)

    def rebuild(self, read: rebuilding.Readers) -> tuple[SaysoError, ...]:
        """Read every page again; see :func:`sayso.case.rebuilding.rebuild`."""
        return rebuilding.rebuild(self._database, read)

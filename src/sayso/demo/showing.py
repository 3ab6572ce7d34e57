"""Make the invented case and walk through it: what ``sayso demo`` prints."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

from sayso.asking import claims_of, trail_of
from sayso.case import Case, add_all, open_case
from sayso.exits import ALL_READ
from sayso.pipeline import read_input
from sayso.reading import find_inputs
from sayso.relating import relate
from sayso.render.listing import claims_text
from sayso.render.trail import trail_text
from sayso.render.view import View

_MOST = 4
TRACED = (
    "Twelve drums of solvent have disappeared from the north quay",
    "The port of Port Calder will be closed for a month",
)


def show(keep: str | None, write: Callable[[str], None], view: View) -> int:
    """Make the case, in the file ``keep`` or one that is gone afterwards, and show its claims and trails."""
    with tempfile.TemporaryDirectory() as folder:
        file = keep or str(Path(folder) / "demo.sayso")
        with open_case(file, create=True) as case:
            filled(case)
            _show(case, keep or "demo.sayso", write, view)
    return ALL_READ


def filled(case: Case) -> None:
    """Add the invented pages to ``case`` and relate them."""
    with as_file(files("sayso.demo") / "pages") as folder:
        for arrival in add_all(case, find_inputs([folder]), read_input, jobs=1):
            if arrival.error is not None:
                raise arrival.error
    relate(case)


def _show(case: Case, file: str, write: Callable[[str], None], view: View) -> None:
    write(f"$ sayso claims {file} --most {_MOST}\n{claims_text(claims_of(case, limit=_MOST), view)}")
    for claim in TRACED:
        found = trail_of(case, claim)
        pages = {one.page: case.page(one.page) for one in found.reports}
        write(f'\n$ sayso trace {file} "{claim}"\n{trail_text(found, pages, view)}')

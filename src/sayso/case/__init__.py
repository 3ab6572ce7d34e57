"""Pages of one inquiry in one SQLite file, with what was read from them and what people decided."""

from sayso.case.case import Case, open_case
from sayso.case.checking import Finding
from sayso.case.decisions import Decision
from sayso.case.incoming import add_all
from sayso.case.pages import Original
from sayso.case.searching import Found
from sayso.case.taking import Added

__all__ = ["Added", "Case", "Decision", "Finding", "Found", "Original", "add_all", "open_case"]

"""One source for a speaker under all its names, across pages."""

from .gathering import gather
from .index import Index
from .outlets import Outlet, Table, agency_named_in, outlet_of
from .source import Decision, Merge, Source

__all__ = [
    "Decision", "Index", "Merge", "Outlet", "Source", "Table", "agency_named_in", "gather", "outlet_of",
]  # fmt: skip

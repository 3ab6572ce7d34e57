"""Reads news stories and says who says what, on whose word.

::

    import sayso

    page = sayso.read("story.html")
    for attribution in page.attributions:
        print(" ← ".join(reversed(attribution.chain)), ":", page.words(attribution.content))
"""

from sayso.errors import (
    BadOutlets,
    CaseBusy,
    DamagedCase,
    NewerCase,
    NotACase,
    NotInCase,
    OlderCase,
    SaysoError,
    UnreadablePage,
    UnwritableCase,
    UnwritableOutput,
)
from sayso.model import Attribution, Block, Citation, Comment, Page, Problem, Quotation, Speaker
from sayso.pipeline import read

__all__ = [
    "Attribution",
    "BadOutlets",
    "Block",
    "CaseBusy",
    "Citation",
    "Comment",
    "DamagedCase",
    "NewerCase",
    "NotACase",
    "NotInCase",
    "OlderCase",
    "Page",
    "Problem",
    "Quotation",
    "SaysoError",
    "Speaker",
    "UnreadablePage",
    "UnwritableCase",
    "UnwritableOutput",
    "read",
]
__version__ = "0.1.0"

"""Find the pages that have certain words, best first, each with the words around."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.case.database import Database
from sayso.reading.encoding import mend_surrogates

_TERMS = re.compile(r'"([^"]*)"?|[^\s"]+')
_MARKS = ("[", "]")
_AROUND = 24  # words that are shown


@dataclass(frozen=True, slots=True)
class Found:
    """A page that has what was looked for, with the words around it, ``[`` and ``]`` at what was found."""

    page: str
    title: str | None
    words: str


def search(database: Database, query: str, *, limit: int = 50) -> tuple[Found, ...]:
    """The pages as last seen whose title and text have all words of ``query``, at most ``limit``.

    Words in quotation marks have to follow each other. Whatever else ``query`` holds is taken as it
    stands; letters' accents, case and endings make no difference.
    """
    match = _match(query)
    if not match:
        return ()
    rows = database.rows(
        "SELECT pages.id, pages.title, snippet(page_search, -1, ?, ?, '…', ?) AS words"
        " FROM page_search JOIN current_pages AS pages ON pages.number = page_search.rowid"
        " WHERE page_search MATCH ? ORDER BY page_search.rank LIMIT ?",
        *_MARKS,
        _AROUND,
        match,
        limit,
    )
    return tuple(Found(row["id"], row["title"], row["words"]) for row in rows)


def _match(query: str) -> str:
    """``query`` in SQLite's language, each term in quotation marks so that nothing in it is an operator."""
    plain = mend_surrogates(query)[0].replace("\0", " ")
    terms = (match[1] if match[1] is not None else match[0] for match in _TERMS.finditer(plain))
    return " ".join(f'"{term}"' for term in terms if any(char.isalnum() for char in term))

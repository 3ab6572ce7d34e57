"""Pages from exports of threads: the story, as far as the export has it, and the comments under it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model import Page
from sayso.reading.passages import Passage, lay_out
from sayso.reading.threads.exports import Export, exports_of
from sayso.reading.threads.mending import mended
from sayso.reading.threads.placing import with_thread


def read_exports(text: str, *, file: str) -> Iterator[tuple[Page, str | None]]:
    """A page for each story in ``text``, ids left empty, and the language it declares.

    Nothing where it is no export that is known. A page's text is the story, headline first, and
    behind it the comments, blocks apart by an empty line. Raises :class:`sayso.errors.UnreadablePage`
    for an export that cannot be read.
    """
    return ((_page(export), export.language) for export in exports_of(text, file=file))


def _page(export: Export) -> Page:
    headline = (Passage("heading", export.title, level=1),) if export.title else ()
    text, blocks, citations = lay_out([*headline, *export.article])
    posts, problems = mended(export.posts)
    page = Page(
        id="",
        text=text,
        url=export.url,
        title=export.title,
        byline=export.byline,
        published=export.published,
        blocks=blocks,
        citations=tuple(citation for citation in citations if citation.url != export.url),
        problems=(*export.problems, *problems),
    )
    return with_thread(page, posts)

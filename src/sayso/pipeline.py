"""The whole way from a story to who says what in it: read, attribute, resolve."""

from __future__ import annotations

import dataclasses
import os

from sayso.model import Page
from sayso.reading import MAX_BYTES, Input, pages_of, read_page


def read(
    path_or_bytes: str | os.PathLike[str] | bytes, *, url: str | None = None, limit: int = MAX_BYTES
) -> Page:
    """The page in a file, or in bytes, with every attribution on it and who its source is.

    The file may be HTML, plain text or a JSON object with a ``text``. ``url`` is where it came from,
    if known. Raises :class:`sayso.UnreadablePage` for what is no page, or larger than ``limit`` bytes.
    """
    return attributed(read_page(path_or_bytes, url=url, limit=limit))


def read_input(input: Input, *, limit: int = MAX_BYTES) -> tuple[Page, ...]:
    """The same for one input of a batch, as :func:`sayso.reading.find_inputs` finds them.

    An export may hold several stories, each a page.
    """
    return tuple(attributed(page) for page in pages_of(input, limit=limit))


def read_thread(input: Input, *, limit: int = MAX_BYTES) -> tuple[Page, ...]:
    """The pages of one input with their threads, which takes no reading of who says what."""
    from sayso.comments import with_stances

    return tuple(with_stances(page) for page in pages_of(input, limit=limit))


def attributed(page: Page) -> Page:
    """``page`` with its attributions filled in, the comments' too: who says what, and who they are."""
    # Half of the start-up time, which --help, --version and the refusal of a bad file need not wait for.
    from sayso.attribution import attribute, numbered
    from sayso.comments import attributions_in_comments, with_stances
    from sayso.sources import resolve

    article = resolve(page, attribute(page))
    found = numbered((*article, *attributions_in_comments(page, article)))
    return dataclasses.replace(with_stances(page), attributions=found)

"""Who says it: for each source on a page, the person or body it stands for, as far as the page tells."""

from __future__ import annotations

import dataclasses
import re

from sayso.model import Attribution, Page

from .accents import Accents
from .cast import gather
from .chain import chains
from .cited import with_cited
from .layout import lay_out
from .mentions import find_mentions
from .reader import Reader
from .roles import note_roles
from .speakers import byline_of, speaker_of

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def resolve(page: Page, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The same attributions with ``speaker`` and ``chain`` filled in, and those whom an outlet cites added.

    Pronouns, titles, surnames and short forms are led back to the fullest name the page gives;
    where the page gives none, ``speaker.name`` is None.
    """
    accents = Accents(_without_addresses(page.article))
    layout = lay_out(accents.page.text)
    cast = gather(layout, *find_mentions(layout))
    note_roles(layout, cast)
    placed = with_cited(layout, cast, tuple(map(accents.placed, attributions)))
    answers = Reader(layout, cast, byline_of(accents.page, cast)).read(placed)
    filled = tuple(
        accents.restored(dataclasses.replace(one, speaker=speaker_of(answer)))
        for one, answer in zip(placed, answers, strict=True)
    )
    return chains(page, filled)


def _without_addresses(page: Page) -> Page:
    """The page, blank where addresses stand: whom they name the page need not name."""

    def blank(match: re.Match[str]) -> str:
        return " " * len(match[0])

    return dataclasses.replace(page, text=_ADDRESS.sub(blank, page.text))

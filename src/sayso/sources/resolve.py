"""Who says it: for each source on a page, the person or body it stands for, as far as the page tells."""

from __future__ import annotations

import dataclasses

from sayso.model import Attribution, Page

from .cast import gather
from .chain import chains
from .layout import lay_out
from .mentions import find_mentions
from .reader import Reader
from .roles import note_roles
from .speakers import byline_of, speaker_of


def resolve(page: Page, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The same attributions with ``speaker`` and ``chain`` filled in.

    Pronouns, titles, surnames and short forms are led back to the fullest name the page gives;
    where the page gives none, ``speaker.name`` is None.
    """
    layout = lay_out(page.text)
    cast = gather(layout, *find_mentions(layout))
    note_roles(layout, cast)
    answers = Reader(layout, cast, byline_of(page, cast)).read(attributions)
    filled = tuple(
        dataclasses.replace(one, speaker=speaker_of(answer))
        for one, answer in zip(attributions, answers, strict=True)
    )
    return chains(page, filled)

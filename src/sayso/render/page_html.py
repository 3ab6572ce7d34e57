"""Pages as one document for the browser: the text with its attributions marked, and the chain behind each.

The document stands by itself: no network, no fonts or scripts from elsewhere, and a policy that
keeps a browser from running anything that a story might smuggle in.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

import sayso
from sayso.model import Attribution, Page
from sayso.render.marking import marked_page
from sayso.render.wording import about, facts_of, marks, name_of, one_line, shorten, stance_of

_SHOWN = 300


def page_html(pages: Iterable[Page]) -> Iterator[str]:
    """The document for ``pages``, in pieces, each page taken when it is its turn."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    template = environment.from_string(_resource("page.html"))
    style, script = _resource("page.css"), _resource("page.js")
    pieces = template.generate(
        pages=(_shown(page, f"p{number}-") for number, page in enumerate(pages)),
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
        version=sayso.__version__,
    )
    yield from map(str, pieces)


def _resource(name: str) -> str:
    return files("sayso.render").joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _shown(page: Page, prefix: str) -> dict[str, Any]:
    known = {attribution.id: attribution for attribution in page.attributions}
    headed = any(block.kind == "heading" for block in page.blocks)
    return {
        "language": page.language,
        "heading": None if headed else one_line(page.title or page.id),
        "facts": " · ".join(facts_of(page)),
        "text": marked_page(page, prefix),
        "entries": [_entry(page, one, known, prefix) for one in page.attributions],
        "problems": page.problems,
    }


def _entry(
    page: Page, attribution: Attribution, known: dict[str, Attribution], prefix: str
) -> dict[str, Any]:
    return {
        "identity": f"{prefix}{attribution.id}",
        "words": shorten(one_line(page.words(attribution.content)), _SHOWN),
        "steps": [_step(page, one) for one in _upwards(attribution, known)],
        "notes": " · ".join(marks(page, attribution)),
    }


def _upwards(attribution: Attribution, known: dict[str, Attribution]) -> Iterator[Attribution]:
    """The attribution, the one it is nested in, and so on to the outermost."""
    one: Attribution | None = attribution
    while one is not None:
        yield one
        one = known.get(one.parent) if one.parent is not None else None


def _step(page: Page, attribution: Attribution) -> dict[str, str]:
    return {
        "name": name_of(page, attribution),
        "about": about(page, attribution),
        "stance": stance_of(page, attribution),
        "shown": one_line(page.words(tuple(sorted(attribution.source + attribution.cue)))),
    }

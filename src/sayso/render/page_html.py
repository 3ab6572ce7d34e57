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
from sayso.render.marking import Marking
from sayso.render.thread import (
    FOLDED,
    Thread,
    facts_of_comment,
    thread_title,
)
from sayso.render.view import View
from sayso.render.wording import about, facts_of, marks, name_of, one_line, shorten, stance_of

_SHOWN = 300
_DEEPEST = 12


def page_html(pages: Iterable[Page], view: View | None = None) -> Iterator[str]:
    """The document for ``pages``, in pieces, each page taken when it is its turn.

    A click or a key opens what is folded.
    """
    view = view or View()
    environment = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    template = environment.from_string(_resource("page.html"))
    style, script = _resource("page.css"), _resource("page.js")
    pieces = template.generate(
        pages=(_shown(page, f"p{number}-", view) for number, page in enumerate(pages)),
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
        folded=FOLDED,
        version=sayso.__version__,
    )
    yield from map(str, pieces)


def _resource(name: str) -> str:
    return files("sayso.render").joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _shown(page: Page, prefix: str, view: View) -> dict[str, Any]:
    marking, entries = Marking(page, prefix), _entries(page, prefix)
    headed = any(block.kind == "heading" for block in page.blocks)
    return {
        "language": page.language,
        "heading": None if headed else one_line(page.title or page.id),
        "facts": " · ".join(facts_of(page)),
        "text": None if view.thread_alone else marking.article(),
        "entries": entries.get(None, []),
        "thread_title": thread_title(page) if page.comments else None,
        "comments": _comments(page, prefix, marking, entries, view),
        "problems": page.problems,
    }


def _comments(
    page: Page, prefix: str, marking: Marking, entries: dict[str | None, list[dict[str, Any]]], view: View
) -> Iterator[dict[str, Any]]:
    thread = Thread(page, view)
    for comment, depth in thread.in_order:
        yield {
            "identity": f"{prefix}{comment.id}",
            "depth": min(depth, _DEEPEST),
            "name": thread.name(comment.id),
            "facts": " · ".join(facts_of_comment(comment)),
            "answers": comment.parent and (f"{prefix}{comment.parent}", thread.name(comment.parent)),
            "folded": thread.is_folded(comment),
            "text": marking.comment(comment),
            "entries": entries.get(comment.id, []),
            "notes": " · ".join(thread.marks(comment)),
        }


def _entries(page: Page, prefix: str) -> dict[str | None, list[dict[str, Any]]]:
    """What is said in the article (None) and in each comment, as the lists show it."""
    known = {attribution.id: attribution for attribution in page.attributions}
    entries: dict[str | None, list[dict[str, Any]]] = {}
    for one in page.attributions:
        entries.setdefault(one.comment, []).append(_entry(page, one, known, prefix))
    return entries


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

"""The forms a reading can be given in, each written page by page as the pages come."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Literal

from sayso.model import Page
from sayso.render.view import View

# A span on a line of its own, not three; in strings there are no bare line ends, so they stay as they are.
_SPAN = re.compile(r"\[\n\s*(\d+),\n\s*(\d+)\n\s*\]")

Form = Literal["tree", "json", "jsonl", "html"]


def written(pages: Iterable[Page], form: Form, view: View | None = None) -> Iterator[str]:
    """``pages`` as text in this ``form``, in pieces; JSON has always everything."""
    view = view or View()
    if form == "html":
        from sayso.render.page_html import page_html  # brings jinja2

        yield from page_html(pages, view)
    elif form == "tree":
        from sayso.render.tree import tree_text

        for number, page in enumerate(pages):
            gap = "\n" if number else ""
            yield gap + tree_text(page, view)
    else:
        for page in pages:
            yield _json(page, indent=2 if form == "json" else None) + "\n"


def _json(page: Page, indent: int | None) -> str:
    whole = json.dumps(page.as_dict(), ensure_ascii=False, indent=indent)
    return _SPAN.sub(r"[\1, \2]", whole)

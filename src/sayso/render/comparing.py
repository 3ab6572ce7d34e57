"""Two pages side by side for the terminal: what one has of the other's words, and what it changed in them."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.claims.changes import Change, compare
from sayso.claims.meaning import encode
from sayso.claims.statements import statements
from sayso.model import Page
from sayso.provenance.copies import copies, signature
from sayso.render.outline import Entry, Piece, outline, wrapped
from sayso.render.trail import label, numbered
from sayso.render.view import View
from sayso.render.wording import one_line, shorten

_SHOWN = 160


def comparison_text(first: Page, later: Page, view: View) -> str:
    """What the two pages share, and what differs in it, the page that came out first being the first."""
    if first.published and later.published and later.published < first.published:
        first, later = later, first
    return "".join(f"{line}\n" for line in _lines(first, later, view))


def _lines(first: Page, later: Page, view: View) -> Iterator[str]:
    for page, when in ((first, "first"), (later, "later")):
        title, published = one_line(page.title or page.id), one_line(page.published or "no date")
        words = f"{when}: {label(page)} · {title} · {published}"
        yield from wrapped([(words, "bold")], view.width, view.colour)
    copied = [Entry(1, tuple(lines)) for lines in _copied(first, later, view)]
    yield from _part("Copied text", copied, "No passage of one stands on the other.", view)
    changed = [Entry(1, tuple(lines)) for lines in _changed(first, later, view)]
    yield from _part("Statements that differ", changed, "No statement that both make differs.", view)


def _part(title: str, entries: list[Entry], none: str, view: View) -> Iterator[str]:
    yield ""
    yield from wrapped([(title, "bold")], view.width, view.colour)
    yield from (
        outline(entries, view.width, view.colour) if entries else wrapped([(none, "")], view.width, False)
    )


def _copied(first: Page, later: Page, view: View) -> Iterator[list[tuple[Piece, ...]]]:
    by_id = {first.id: first, later.id: later}
    for copy in copies([signature(first), signature(later)], by_id.__getitem__):
        page, source = by_id[copy.page], by_id[copy.source]
        credit = "with credit" if copy.credited else "without credit"
        yield [
            ((f"{label(page)} has {numbered(copy.words, 'word')} of {label(source)}, {credit}", "bold"),),
            *(((_quoted(page, passage.span, view), ""),) for passage in copy.passages),
        ]


def _changed(first: Page, later: Page, view: View) -> Iterator[list[tuple[Piece, ...]]]:
    parts = []
    for page in (first, later):
        said = statements(page)
        parts.append((page, said, encode([one.text for one in said])))
    for one, other, found in compare(parts[0], parts[1]):
        if found:
            yield [
                ((f"{label(first)}: ", "dim"), (shorten(one_line(one.text), _SHOWN), "")),
                ((f"{label(later)}: ", "dim"), (shorten(one_line(other.text), _SHOWN), "")),
                *(((_told(change), "yellow"),) for change in found),
            ]


def _told(change: Change) -> str:
    first, later = (
        f"“{one_line(one.words)}”" if one.words else "without it" for one in (change.first, change.later)
    )
    return f"{change.kind}: {first} → {later}"


def _quoted(page: Page, span: tuple[int, int], view: View) -> str:
    words = one_line(page.text[slice(*span)])
    return f"“{words if view.full else shorten(words, _SHOWN)}”"

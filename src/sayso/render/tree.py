"""A page as an outline for the terminal: who says what, through whom; and below it, the thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.model import Attribution, Comment, Page
from sayso.render.outline import Entry, Piece, outline, wrapped
from sayso.render.thread import (
    FOLDED,
    Thread,
    facts_of_comment,
    thread_title,
    words_of,
)
from sayso.render.view import View
from sayso.render.wording import (
    about,
    children_of,
    facts_of,
    marks,
    name_of,
    one_line,
    shorten,
    stance_of,
)

_SHOWN, _SHOWN_OF_COMMENT = 160, 240
_Below = dict[str | None, list[Attribution]]


def tree_text(page: Page, view: View | None = None) -> str:
    """``page`` as an outline of ``view.width`` columns.

    Every source stands above what it says, and those it quotes stand below it; then the comments,
    each above its answers, with what it passes on in between. Colours repeat what the words say.
    """
    view = view or View()
    below = children_of(page.attributions)
    parts = [_heading(page, view)]
    if not view.thread_alone:
        parts.append(_article(page, below, view))
    if page.comments:
        parts.append(_thread(page, below, view))
    elif view.thread_alone:
        parts.append(["There are no comments to show."])
    parts.append(_problems(page, view))
    return "".join(f"{line}\n" for part in parts for line in part)


def _heading(page: Page, view: View) -> Iterable[str]:
    yield from wrapped([(one_line(page.title or page.id), "bold")], view.width, view.colour)
    if facts := " · ".join(facts_of(page)):
        yield from wrapped([(facts, "dim")], view.width, view.colour)


def _article(page: Page, below: _Below, view: View) -> Iterable[str]:
    top = [one for one in below.get(None, []) if one.comment is None]
    if top:
        return outline([*_attributions(page, top, below, 1, view)], view.width, view.colour)
    return ["Nobody is said to say anything here."]


def _attributions(
    page: Page, top: list[Attribution], below: _Below, depth: int, view: View
) -> Iterator[Entry]:
    ahead = [(one, depth) for one in reversed(top)]
    while ahead:  # a loop, for pages may nest deeper than Python's stack
        one, level = ahead.pop()
        yield Entry(level, tuple(_label(page, one, view)))
        ahead.extend((child, level + 1) for child in reversed(below.get(one.id, [])))


def _label(page: Page, attribution: Attribution, view: View) -> Iterator[tuple[Piece, ...]]:
    described = about(page, attribution)
    words = one_line(page.words(attribution.content))
    yield (
        (name_of(page, attribution), "bold"),
        (f" ({described})" if described else "", ""),
        (f" — {stance_of(page, attribution)}", "italic cyan"),
        (":" if words else "", ""),
    )
    if words:
        yield ((words if view.full else shorten(words, _SHOWN), ""),)
    if notes := marks(page, attribution):
        yield ((f"[{' · '.join(notes)}]", "yellow"),)


def _thread(page: Page, below: _Below, view: View) -> Iterator[str]:
    thread = Thread(page, view)
    said: _Below = {}
    for one in below.get(None, []):
        said.setdefault(one.comment, []).append(one)
    entries: list[Entry] = []
    for comment, depth in thread.in_order:
        entries.append(Entry(depth, tuple(_comment(page, thread, comment, view))))
        if not thread.is_folded(comment):
            entries += _attributions(page, said.get(comment.id, []), below, depth + 1, view)
    yield from wrapped([(thread_title(page), "bold")], view.width, view.colour)
    yield from outline(entries, view.width, view.colour)


def _comment(page: Page, thread: Thread, comment: Comment, view: View) -> Iterator[tuple[Piece, ...]]:
    facts = " · ".join(facts_of_comment(comment))
    yield (thread.name(comment.id), "bold green"), (f" · {facts}" if facts else "", "dim")
    words = one_line(words_of(page, comment))
    if thread.is_folded(comment):
        yield ((f"[{FOLDED}; --show-all opens it]", "yellow"),)
    elif words:
        yield ((words if view.full else shorten(words, _SHOWN_OF_COMMENT), ""),)
    if notes := thread.marks(comment):
        yield ((f"[{' · '.join(notes)}]", "yellow"),)


def _problems(page: Page, view: View) -> Iterator[str]:
    for problem in page.problems:
        words = f"! {one_line(problem.message)} [{problem.code}]"
        yield from wrapped([(words, "yellow")], view.width, view.colour)

"""A page's attributions as a tree for the terminal: who, through whom, and the words they are given."""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from sayso.model import Attribution, Page
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

_SHOWN = 160
_INDENT, _ROOM = 4, 40  # a tree too deep for the width is let grow wider: nothing may drop off its edge


def tree_text(page: Page, *, width: int = 100, colour: bool = False, full: bool = False) -> str:
    """``page`` as a tree of at most ``width`` columns; with ``full``, what is said is not shortened.

    Every source stands above what it says, and those it quotes stand below it. Colours repeat what
    the words say.
    """
    tree, depth = _tree(page, full)
    out = StringIO()
    console = Console(
        file=out,
        width=max(width, _INDENT * depth + _ROOM),
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        emoji=False,
        markup=False,
    )
    console.print(tree)
    if not page.attributions:
        console.print(Text("Nobody is said to say anything here."))
    for problem in page.problems:
        console.print(Text(f"! {one_line(problem.message)} [{problem.code}]", "yellow"))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _tree(page: Page, full: bool) -> tuple[Tree, int]:
    """The tree and how deep it is."""
    root, deepest = Tree(_heading(page), guide_style="dim"), 0
    nested = children_of(page.attributions)
    below = [(root, attribution, 1) for attribution in reversed(nested.get(None, []))]
    while below:  # a loop, for pages may nest deeper than Python's stack
        branch, attribution, depth = below.pop()
        deepest = max(deepest, depth)
        twig = branch.add(_label(page, attribution, full))
        below.extend((twig, child, depth + 1) for child in reversed(nested.get(attribution.id, [])))
    return root, deepest


def _heading(page: Page) -> Text:
    heading = Text(one_line(page.title or page.id), "bold")
    facts = " · ".join(facts_of(page))
    return heading.append(f"\n{facts}", "not bold dim") if facts else heading


def _label(page: Page, attribution: Attribution, full: bool) -> Text:
    label = Text(name_of(page, attribution), "bold")
    described = about(page, attribution)
    label.append(f" ({described})" if described else "", "not bold")
    label.append(f" — {stance_of(page, attribution)}", "not bold italic cyan")
    words = one_line(page.words(attribution.content))
    if words:
        label.append(f":\n{words if full else shorten(words, _SHOWN)}", "not bold")
    notes = marks(page, attribution)
    if notes:
        label.append(f"\n[{' · '.join(notes)}]", "not bold yellow")
    return label

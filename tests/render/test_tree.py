from __future__ import annotations

import dataclasses

import pytest
from harbour import harbour

from sayso.model import Attribution, Page, Problem, Speaker, Stance
from sayso.render.tree import tree_text
from sayso.render.view import View


def page_with(*attributions: Attribution, text: str = "They say so, again and again.") -> Page:
    return Page(id="p", text=text, attributions=attributions)


def test_the_tree_shows_who_through_whom_and_what() -> None:
    tree = tree_text(harbour(), View(width=100))
    assert tree.splitlines()[:9] == [
        "Twelve drums missing from Port Calder, Vessia's ministry says",
        "The Calder Tribune · by Wenna Oakshard · 2031-04-02T07:40:00Z ·",
        "https://tribune.calder.example/2031/04/02/harbour",
        "├── Meridian News (outlet) — says:",
        "│   according to the ministry, the shed had been inspected on Friday night and found in order",
        "│   └── Vessia's Ministry of Transport (organization) — says:",
        "│       the shed had been inspected on Friday night and found in order",
        "│       [written “the ministry”]",
        "├── Tobin Harrell-Voss (the ministry's spokesman, Ministry of Transport) — says:",
    ]


def test_it_is_in_page_order() -> None:
    tree = tree_text(harbour())
    places = [
        tree.index(words) for words in ("the shed had", "The seals", "nobody without", "Orlan (org", "She")
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "told",
    [
        "Orlan (organization) — denies:",
        "Ilka Morrowen (ambassador to Vessia, Orlan) — does not say:",
        "[written “She”]",
        "[direct]",
        "source not given — says:",
        "hedged: “reportedly”",
        "unsure (0.31)",
        "in a passage passed on whole",
        "! the page seems to be in “xx” [not-english]",
    ],
)
def test_what_colour_tells_is_also_told_in_words(told: str) -> None:
    assert told in tree_text(harbour())


def test_long_words_are_shortened_for_display_only() -> None:
    page = harbour()
    assert "after two in the …" in tree_text(page)
    full = " ".join(tree_text(page, View(full=True)).replace("│", "").split())
    assert "…" not in full.partition(" comments, and")[0].replace(" … ", "")
    assert "and have received nothing,”" in full


def test_pieces_are_joined_by_an_ellipsis() -> None:
    tree = tree_text(page_with(Attribution("0", ((0, 4),), ((5, 8),), ((9, 11), (13, 18)))))
    assert "They — says:" in tree
    assert "so … again" in tree


def test_a_page_without_attributions_says_so() -> None:
    assert tree_text(page_with()) == "p\nNobody is said to say anything here.\n"


def test_piped_text_is_plain_and_a_terminal_gets_colour() -> None:
    assert "\x1b" not in tree_text(harbour())
    assert "\x1b[" in tree_text(harbour(), View(colour=True))


def test_a_page_cannot_write_to_the_terminal() -> None:
    text = "\x1b[31mEvil\x07 said \u202etfel\u202c [bold]x[/bold] :smile:"
    page = Page(
        id="p",
        text=text,
        title="a\x1b]0;title\x07b\nc",
        attributions=(Attribution("0", ((0, 10),), ((11, 15),), ((16, len(text)),)),),
        problems=(Problem("x", "\x1b[2J"),),
    )
    tree = tree_text(page)
    assert not {char for char in tree if ord(char) < 32} - {"\n"}
    assert "\u202e" not in tree
    assert "tfel [bold]x[/bold] :smile:" in tree


def test_nothing_drops_off_a_narrow_or_a_deep_tree() -> None:
    deep = [
        Attribution(str(n), ((0, 4),), ((5, 8),), ((9, 11),), str(n - 1) if n else None, "content")
        for n in range(200)
    ]
    assert tree_text(page_with(*deep), View(width=20)).count("They — says:") == 200


def test_a_missing_parent_hides_nothing() -> None:
    orphan = Attribution("5", ((0, 4),), ((5, 8),), ((9, 11),), "gone", "content")
    assert "They — says:" in tree_text(page_with(orphan))


def test_an_affiliation_that_the_role_tells_is_not_told_twice() -> None:
    speaker = Speaker("A", "person", "head of Larch Research", "Larch Research")
    attribution = Attribution("0", ((0, 4),), ((5, 8),), ((9, 11),), speaker=speaker)
    assert "A (head of Larch Research) — says:" in tree_text(page_with(attribution))


@pytest.mark.parametrize(
    ("stance", "negated"),
    [("says", "does not say"), ("denies", "does not deny"), ("promises", "does not promise"),
     ("accuses", "does not accuse"), ("asks", "does not ask")],
)  # fmt: skip
def test_a_negated_stance_reads_as_one(stance: Stance, negated: str) -> None:
    attribution = Attribution("0", ((0, 4),), ((5, 8),), ((9, 11),), stance=stance, negated=True)
    assert f"They — {negated}:" in tree_text(page_with(attribution))


def test_the_same_page_gives_the_same_tree() -> None:
    assert tree_text(harbour()) == tree_text(dataclasses.replace(harbour()))

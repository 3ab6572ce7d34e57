"""The thread as people see it: in the terminal and in the browser."""

from __future__ import annotations

import dataclasses

import pytest
from lxml import html
from pygarble.screening.profanity import wordlist

from sayso.model import Attribution, Block, Comment, Page, Reply
from sayso.render.page_html import page_html
from sayso.render.thread import selected
from sayso.render.tree import tree_text
from sayso.render.view import View

TEXT = "The drums are gone.\n\nA pity, says the log.\n\nWhy?\n\nBecause of the tide."
RUDE = max((word for word in wordlist.PROFANITY_STRONG if word.isalpha()), key=len)
ASKS: dict[Reply, float] = {"support": 0.1, "deny": 0.1, "query": 0.7, "comment": 0.1}


def page(text: str = TEXT) -> Page:
    spans, at = [], text.index("\n\n") + 2
    for words in text.split("\n\n")[1:]:
        spans.append((at, at + len(words)))
        at += len(words) + 2
    blocks = [Block("b1", "paragraph", (0, text.index("\n\n")))]
    blocks += [Block(f"b{n}", "comment", span) for n, span in enumerate(spans, 2)]
    one, two, three = spans
    comments = (
        Comment("c1", "b2", one, one, None, "Merrin Holt", "2031-04-02", "Drums", votes=3),
        Comment("c2", "b3", two, two, "c1", "Jory Penhale", stance=ASKS),
        Comment("c3", None, None, None, "c2", "Tam Arkwright", missing=True),
        Comment("c4", "b4", three, three, "c3", None, confidence=0.3),
    )  # fmt: skip
    said = Attribution(
        "0",
        ((one[0] + 13, one[0] + 20),),
        ((one[0] + 8, one[0] + 12),),
        ((one[0], one[0] + 6),),
        comment="c1",
    )
    return Page("p", text, blocks=tuple(blocks), comments=comments, attributions=(said,))


def test_the_tree_shows_who_answers_whom() -> None:
    assert tree_text(page()).splitlines() == [
        "p",
        "Nobody is said to say anything here.",
        "3 comments, and 1 more no longer there",
        "└── Merrin Holt · 2031-04-02 · +3 votes · “Drums”",
        "    A pity, says the log.",
        "    ├── the log — says:",
        "    │   A pity",
        "    └── Jory Penhale",
        "        Why?",
        "        [asks what it answers (0.70)]",
        "        └── Tam Arkwright · no longer there",
        "            └── a commenter",
        "                Because of the tide.",
        "                [place unsure (0.30)]",
    ]


def test_the_thread_alone() -> None:
    shown = tree_text(page(), View(thread_alone=True))
    assert shown.splitlines()[1].startswith("3 comments")
    nothing = dataclasses.replace(page(), comments=())
    assert "There are no comments to show." in tree_text(nothing, View(thread_alone=True))


@pytest.mark.parametrize(
    ("depth", "author", "kept"),
    [
        (None, None, ["c1", "c2", "c3", "c4"]), (1, None, ["c1"]), (2, None, ["c1", "c2"]),
        (None, "jory penhale", ["c1", "c2"]), (None, "Nobody", []), (1, "Jory Penhale", []),
    ],
)  # fmt: skip
def test_part_of_a_thread(depth: int | None, author: str | None, kept: list[str]) -> None:
    assert [comment.id for comment in selected(page(), depth, author).comments] == kept


def test_abusive_words_are_folded_and_can_be_opened() -> None:
    rude = page(TEXT.replace("A pity", f"A {RUDE}"))
    folded = tree_text(rude)
    assert (RUDE in folded) is False
    assert "folded for abusive words" in folded and "Why?" in folded
    assert (RUDE in tree_text(rude, View(show_all=True))) is True
    document = html.document_fromstring("".join(page_html([rude])))
    (details,) = document.xpath("//details")
    assert (RUDE in details.text_content()) is True
    assert (RUDE in "".join(document.xpath("//body//text()[not(ancestor::details)]"))) is False
    assert not html.document_fromstring("".join(page_html([rude], View(show_all=True)))).xpath("//details")


def test_the_document_leads_from_an_answer_to_what_it_answers() -> None:
    document = html.document_fromstring("".join(page_html([page()])))
    links = document.xpath("//li[contains(@class, 'comment')]//a")
    assert [link.text for link in links] == ["Merrin Holt", "Jory Penhale", "Tam Arkwright"]
    assert all(document.xpath(f"//*[@id='{link.get('href')[1:]}']") for link in links)
    assert len(document.xpath("//section[@class='thread']//span[@data-of]")) == 3


def test_a_commenter_cannot_write_to_the_terminal() -> None:
    evil = dataclasses.replace(page().comments[0], author="\x1b[31mx\n", time="\x07", subject="\u202etfel")
    shown = tree_text(dataclasses.replace(page(), comments=(evil,)))
    assert not {char for char in shown if ord(char) < 32} - {"\n"}
    assert "\u202e" not in shown

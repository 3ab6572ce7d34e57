"""Plain text: the page's text is the input, and its blocks are found however it was written."""

import pytest

from sayso.reading import read_page

WRAPPED = """\
Bridge at Norvale to close

By Ina Brill

The old bridge will close in May, the council said in its minutes, and
the mayor, Tomas Ree, agreed with that. He did not say when it will
open again.

What the engineers found

"It is not safe," said the engineer Olu Marsh, who had counted the beams
twice.
"""

ONE_A_LINE = """\
Bridge at Norvale to close
The old bridge will close in May, the council said in its minutes, and the mayor, Tomas Ree, agreed with that. He did not say when it will open again.
"No," he said.
"Not in summer," said the engineer Olu Marsh, who had counted the beams twice and found eight of them cracked through and through.
"""  # noqa: E501


def outline(text: str) -> list[tuple[str, str]]:
    page = read_page(text.encode())
    return [(block.kind, page.text[slice(*block.span)]) for block in page.blocks]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in outline(text)]


@pytest.mark.parametrize("text", [WRAPPED, ONE_A_LINE, WRAPPED.replace("\n", "\r\n"), " \n\nx\u00a0\t y\n\n"])
def test_the_text_is_the_input(text: str) -> None:
    assert read_page(text.encode()).text == text


def test_hard_wrapped_paragraphs_stay_whole() -> None:
    blocks = outline(WRAPPED)
    assert [kind for kind, _ in blocks] == ["heading", "paragraph", "paragraph", "heading", "paragraph"]
    assert blocks[2][1].startswith("The old bridge") and blocks[2][1].endswith("open again.")
    assert blocks[4][1].endswith("\ntwice.")


def test_windows_line_ends_make_no_difference_to_the_blocks() -> None:
    assert kinds(WRAPPED.replace("\n", "\r\n")) == kinds(WRAPPED)


def test_one_paragraph_a_line() -> None:
    blocks = outline(ONE_A_LINE)
    assert [kind for kind, _ in blocks] == ["heading", "paragraph", "paragraph", "paragraph"]
    assert [words for _, words in blocks] == ONE_A_LINE.splitlines()


def test_a_single_wrapped_paragraph_without_any_blank_line() -> None:
    text = (
        "The old bridge will close in May, the council said in its minutes, and\nthe mayor agreed with that."
    )
    assert outline(text) == [("paragraph", text)]


def test_short_lines_are_paragraphs_of_their_own() -> None:
    assert len(outline('First came the long sentence of the day.\n\n"Yes," he said.\n"No," she said.\n')) == 3


def test_list_items_are_paragraphs() -> None:
    text = (
        "She named reasons:\n\n- the beams, which are cracked through and through,\n- the cost\n1. the rest\n"
    )
    assert kinds(text) == ["paragraph"] * 4


def test_title_is_the_heading_at_the_top() -> None:
    assert read_page(WRAPPED.encode()).title == "Bridge at Norvale to close"
    assert read_page(b"# Bridge to close\n\nIt will close, the council said.").title == "Bridge to close"
    assert read_page(b"It will close, the council said.\n\nWhat now\n\nNobody knows.").title is None


def test_a_single_line_is_no_heading() -> None:
    assert kinds("Mayor says bridge will close") == ["paragraph"]


def test_quoted_lines_are_a_quote_block_with_paragraphs_in_it() -> None:
    text = (
        "The Harbour Wire wrote:\n\n"
        "> Eight beams had failed, Ms Marsh told us, and we believe her, since she\n"
        "> counted them twice.\n>\n> They will be replaced.\n\nThe council did not answer.\n"
    )
    page = read_page(text.encode())
    lead, quote, first, second, after = page.blocks
    assert [b.kind for b in page.blocks] == ["paragraph", "quote", "paragraph", "paragraph", "paragraph"]
    assert first.parent == second.parent == quote.id
    assert lead.parent is None and after.parent is None
    assert page.text[slice(*quote.span)].startswith("> Eight")
    assert page.text[slice(*first.span)].startswith("Eight beams")
    assert page.text[slice(*second.span)] == "They will be replaced."


def test_a_paragraph_in_quotation_marks_is_no_quote_block() -> None:
    assert kinds("“It is not safe,” she said.\n\n“We counted them twice.”\n") == ["paragraph", "paragraph"]


@pytest.mark.parametrize("line", ["Comments", "COMMENTS", "12 comments", "Comments (3):"])
def test_what_follows_the_comments_line_is_comments(line: str) -> None:
    text = f"The bridge will close, the council said.\n{line}\nWhat a pity\n\nI told you so.\n> so\n"
    assert kinds(text)[:3] == ["paragraph", "heading", "comment"]
    assert outline(text)[2][1].startswith("What a pity")


def test_a_page_that_begins_with_comments_is_still_an_article() -> None:
    assert kinds("Comments\n\nThe council will hear comments in May, it said.\n") == ["heading", "paragraph"]


def test_block_ids_are_unique() -> None:
    ids = [block.id for block in read_page(WRAPPED.encode()).blocks]
    assert len(set(ids)) == len(ids)

"""A thread stands behind its article, every comment a block of its own."""

from sayso.model import Page
from sayso.reading.passages import Passage
from sayso.reading.threads.placing import with_thread
from sayso.reading.threads.posts import Post

ARTICLE = Page("p", "Twelve drums are missing.")


def said(*words: str) -> tuple[Passage, ...]:
    return tuple(Passage("paragraph", one) for one in words)


def test_comments_stand_behind_the_article_in_their_order() -> None:
    page = with_thread(
        ARTICLE,
        [Post("7", body=said("A pity."), author="Merrin Holt"), Post("9", "7", body=said("Two", "lines"))],
    )
    assert page.text == "Twelve drums are missing.\n\nA pity.\n\nTwo\n\nlines"
    first, second = page.comments
    assert (first.id, first.parent, first.author) == ("c1", None, "Merrin Holt")
    assert (second.id, second.parent) == ("c2", "c1")
    assert [page.text[slice(*c.span)] for c in page.comments if c.span] == ["A pity.", "Two\n\nlines"]


def test_each_is_a_block_with_what_stands_above_its_words() -> None:
    posts = [
        Post("a", heading="Merrin Holt, 2 April", body=said("One.", "Two.")),
        Post("b", "a", body=said("Three.")),
    ]
    page = with_thread(ARTICLE, posts)
    whole, answer = page.blocks
    assert page.text[slice(*whole.span)] == "Merrin Holt, 2 April\n\nOne.\n\nTwo."
    assert (whole.kind, whole.parent, answer.parent) == ("comment", None, whole.id)
    assert (page.comments[0].block, page.comments[0].span) == (whole.id, whole.span)
    assert page.comments[0].words == (whole.span[1] - len("One.\n\nTwo."), whole.span[1])


def test_a_missing_one_has_a_place_in_the_tree_and_none_in_the_text() -> None:
    page = with_thread(
        ARTICLE, [Post("a", missing=True, author="Tam Arkwright"), Post("b", "a", body=said("So what?"))]
    )
    gone, answer = page.comments
    assert (gone.missing, gone.span, gone.block, gone.author) == (True, None, None, "Tam Arkwright")
    assert answer.parent == gone.id


def test_links_move_with_their_words() -> None:
    link = Passage("paragraph", "See the log.", ((4, 11, "https://log.example/"),))
    page = with_thread(ARTICLE, [Post("a", body=(link,))])
    assert [page.text[slice(*c.span)] for c in page.citations] == ["the log"]


def test_the_article_is_the_page_without_its_thread() -> None:
    page = with_thread(ARTICLE, [Post("a", body=said("A pity."))])
    assert page.article.text.strip() == ARTICLE.text
    assert not page.article.comments
    assert not page.article.blocks

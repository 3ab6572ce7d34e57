"""Who says what in the comments, and through whom."""

from sayso.comments import attributions_in_comments
from sayso.model import Attribution, Page, Speaker
from sayso.reading.passages import Passage
from sayso.reading.threads.placing import with_thread
from sayso.reading.threads.posts import Post
from sayso.reading.threads.quoting import with_quotations

LOG = "According to the harbour master's log, a barge left at ten past two on Saturday."


def page_with(*posts: tuple[str, str | None, str | None]) -> Page:
    """An article, and comments of these words, parents and authors, each called by its number."""
    thread = [Post(str(n), p, a, body=(Passage("paragraph", w),)) for n, (w, p, a) in enumerate(posts, 1)]
    return with_quotations(with_thread(Page("p", "The drums are gone, said Odo Pellwether."), thread))


def found(page: Page) -> list[Attribution]:
    return list(attributions_in_comments(page))


def test_the_chain_begins_with_the_commenter() -> None:
    page = page_with((LOG, None, "Sib Karrow"))
    (one,) = found(page)
    assert one.chain[0] == "Sib Karrow" and "log" in one.chain[1]
    assert one.comment == "c1"
    assert page.words(one.content).startswith("a barge left")


def test_a_commenter_without_a_name_is_one_all_the_same() -> None:
    (one,) = found(page_with((LOG, None, None)))
    assert one.chain[0] == "(a commenter)"


def test_who_says_i_is_not_named_twice() -> None:
    for author in ("Sib Karrow", None):
        for one in found(page_with(("I think that the drums were empty all the time.", None, author))):
            assert one.chain == (author or "(a commenter)",)


def test_a_surname_is_whoever_bears_it_in_the_article() -> None:
    page = page_with(("Pellwether said that nobody buys herring any more.", None, "Sib Karrow"))
    said = Attribution(
        "0", ((0, 1),), ((1, 2),), ((2, 3),), speaker=Speaker("Odo Pellwether", "person", "fishmonger")
    )
    (one,) = attributions_in_comments(page, [said])
    assert one.chain == ("Sib Karrow", "Odo Pellwether")
    other = Attribution("1", ((0, 1),), ((1, 2),), ((2, 3),), speaker=Speaker("Ana Pellwether", "person"))
    (one,) = attributions_in_comments(page, [said, other])
    assert one.chain == ("Sib Karrow", "Pellwether")


def test_what_is_repeated_of_another_is_no_new_statement() -> None:
    page = page_with((LOG, None, "Sib Karrow"), (f"“{LOG}”", "1", "Jory Penhale"))
    assert {one.comment for one in found(page)} == {"c1"}


def test_nothing_of_the_article_is_told_again() -> None:
    page = page_with(("A pity.", None, None))
    assert all(one.extent[0] >= len("The drums are gone, said Odo Pellwether.") for one in found(page))

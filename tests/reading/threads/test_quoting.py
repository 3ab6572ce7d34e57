"""What a comment repeats of what it answers is a quotation of that."""

import pytest

from sayso.model import Page
from sayso.reading.passages import Passage
from sayso.reading.threads.placing import with_thread
from sayso.reading.threads.posts import Post
from sayso.reading.threads.quoting import with_quotations

FIRST = "The seals prove nothing. My brother-in-law drove for them, and he says half came back empty."


def quoted(
    *answers: tuple[str, str], article: str = "Orlan denied that any of its vessels had been there."
) -> list[tuple[str, str | None]]:
    """The quotations in the last of a chain of comments under FIRST, and where they are from."""
    posts = [Post("0", body=(Passage("paragraph", FIRST),))]
    posts += [
        Post(key, body=(Passage("paragraph", words),), parent=str(n))
        for n, (key, words) in enumerate(answers)
    ]
    page = with_quotations(with_thread(Page("p", article), posts))
    return [(page.text[slice(*q.span)], q.comment) for q in page.comments[-1].quotations]


@pytest.mark.parametrize(
    "marked", ["“The seals prove nothing.”", '"the seals prove nothing"', "«The seals prove nothing»"]
)
def test_a_stretch_in_quotation_marks(marked: str) -> None:
    assert quoted(("1", f"{marked} They prove enough.")) == [(marked, "c1")]


def test_a_whole_line_without_any() -> None:
    line = "My brother-in-law drove for them, and he says ..."
    assert quoted(("1", f"{line}\nWho is he?")) == [(line, "c1")]


def test_what_stands_further_up_and_what_the_article_says() -> None:
    assert quoted(("1", "I doubt it."), ("2", "“The seals prove nothing.” Indeed.")) == [
        ("“The seals prove nothing.”", "c1")
    ]
    words = "“any of its vessels had been there”"
    assert quoted(("1", f"They deny that {words}, of course.")) == [(words, None)]


@pytest.mark.parametrize(
    "words",
    [
        "“The seals” are fine.",
        "“The seals prove everything to me.”",
        "Half came back.",
        "The seals prove nothing",
        "",
    ],
)
def test_what_is_too_short_or_other_words_is_none(words: str) -> None:
    assert quoted(("1", words or "No.")) == []

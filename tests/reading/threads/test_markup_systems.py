"""The thread of a page, in the markup of the systems that most sites use."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from sayso.reading.threads.markup import thread_of
from sayso.reading.threads.moments import moment
from sayso.reading.threads.posts import Post

STORY = (
    "<article><h1>Ferry strike enters third week</h1>"
    + "".join(
        f"<p>The harbour council of Port Calder met on day {day} and sent the crews home without an "
        f"offer.</p>"
        for day in range(6)
    )
    + "</article>"
)


def read(system: str) -> tuple[Post, ...]:
    comments = (SYSTEMS / f"{system}.html").read_text(encoding="utf-8")
    page = f"<html><head><title>Ferry strike</title></head><body>{STORY}{comments}</body></html>"
    return thread_of(
        lxml.html.document_fromstring(page),
        url="https://tribune.example/strike",
    )


def words(post: Post) -> list[str]:
    return [passage.text for passage in post.body]


def tree(thread: tuple[Post, ...]) -> list[tuple[str | None, str | None]]:
    """Each post's author, and the author of the post it answers."""
    authors = {post.key: post.author for post in thread}
    return [(post.author, authors[post.parent] if post.parent else None) for post in thread]


THREE = [
    "Nobody at the pier saw a crew leave.",
    "I did, at six in the morning.",
    "So did I, and so did the pilot.",
]
CHAIN = [("Ana Veld", None), ("Tom Orlan", "Ana Veld"), ("Ida Brandt", None)]

SYSTEMS = Path(__file__).with_name("systems")
NESTED = (
    "coral", "disqus", "drupal", "hacker-news", "json-ld", "microdata", "old-reddit", "reddit", "wordpress",
    "wordpress-blocks",
)  # fmt: skip


@pytest.mark.parametrize("system", NESTED)
def test_nested_thread(system: str) -> None:
    thread = read(system)
    assert [words(post) for post in thread] == [[text] for text in THREE]
    assert tree(thread) == CHAIN


@pytest.mark.parametrize("system", NESTED)
def test_every_post_has_its_time(system: str) -> None:
    times = [moment(post.time, "2031-03-09T18:00:00Z") for post in read(system) if post.time]
    assert [time[:10] for time in times] == ["2031-03-09"] * 3


def test_blogger_pairs_of_names_and_words() -> None:
    thread = read("blogger")
    assert [words(post) for post in thread] == [[text] for text in THREE]
    assert [post.author for post in thread] == ["Ana Veld", "Tom Orlan", "Ida Brandt"]
    assert thread[0].url == "https://tribune.example/strike#c501"
    assert moment(thread[0].time or "", None) == "2031-03-09T10:01"


def test_unknown_system_is_found_by_its_shape() -> None:
    thread = read("unknown")
    assert [words(post) for post in thread] == [[f"{text} {text}"] for text in THREE]
    assert [post.author for post in thread] == ["Ana Veld", "Tom Orlan", "Ida Brandt"]


def test_votes_and_address() -> None:
    first, second, _ = read("old-reddit")
    assert (first.votes, second.votes) == (4, -2)
    assert first.url == "https://tribune.example/r/calder/comments/x/a1"

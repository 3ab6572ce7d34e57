"""The reply tree of flat text, from the lines that say what is answered."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.threads.replies.markers import Name, name_in
from sayso.reading.threads.replies.subjects import fit, subject_of
from sayso.reading.threads.replies.thread import RepliesThread, replies_start, replies_thread

HARBOUR = """The new harbour will cost us more than the old one ever earned.
So said they of the bridge, and look at it now.
In reply to The new harbour will cost us… by Marta of Orlan
The bridge stands empty every winter.
And in summer nobody pays the toll.
In reply to So said they of the bridge,… by ferryman
Has anybody asked the fishermen?
In reply to The new harbour will cost us… by Marta of Orlan
"""


def read(text: str) -> RepliesThread:
    thread = replies_thread(text, 0)
    assert thread is not None
    return thread


def tree(text: str) -> list[tuple[str | None, str | None, int | None]]:
    """Text, author and parent's place of each comment."""
    comments = read(text).comments
    places = {post.key: n for n, (post, _) in enumerate(comments)}
    return [
        (text[slice(*span)] if span else None, post.author, places[post.parent] if post.parent else None)
        for post, span in comments
    ]


def test_answers_stand_under_the_comment_they_name() -> None:
    assert tree(HARBOUR) == [
        ("The new harbour will cost us more than the old one ever earned.", "Marta of Orlan", None),
        ("So said they of the bridge, and look at it now.", "ferryman", 0),
        ("The bridge stands empty every winter.\nAnd in summer nobody pays the toll.", None, 1),
        ("Has anybody asked the fishermen?", None, 0),
    ]


def test_a_title_of_its_own_is_the_subject() -> None:
    text = HARBOUR.replace("So said they of the bridge,… by", "Nonsense by")
    assert [post.subject for post, _ in read(text).comments] == [None, "Nonsense", None, None]


def test_a_comment_that_is_gone_keeps_its_place() -> None:
    text = HARBOUR.replace(
        "So said they of the bridge,… by ferryman", "Nobody ever asked the crews… by pilot"
    )
    assert [(post.author, post.missing, post.parent) for post, _ in read(text).comments] == [
        ("Marta of Orlan", False, None),
        (None, False, "1"),
        ("pilot", True, "2"),
        (None, False, "3"),
        (None, False, "1"),
    ]


def test_blank_lines_between_do_not_matter() -> None:
    wide = HARBOUR.replace("\n", "\n\n")
    assert [author for _, author, _ in tree(wide)] == [author for _, author, _ in tree(HARBOUR)]


def test_deeper_of_two_comments_with_one_name() -> None:
    text = """Yes.
No.
In reply to Yes. by vera
Yes.
In reply to No. by emil
Why not?
In reply to Yes. by vera
"""
    assert [parent for _, _, parent in tree(text)] == [None, 0, 1, 2]


@pytest.mark.parametrize(
    "line",
    [
        "In reply to questions by reporters, the minister said that nothing was decided.",
        "In reply to a letter of the council",
        "They wrote in reply to The new harbour… by Marta",
        "In reply to",
        "",
    ],
)
def test_a_sentence_is_no_marker(line: str) -> None:
    assert name_in(line) is None
    assert replies_thread(f"The harbour will be built.\n{line}", 0) is None


def test_the_ellipsis_ends_a_subject() -> None:
    assert name_in("In reply to It was written by… by Anna by the sea") == Name(
        "It was written by…", "Anna by the sea"
    )
    assert name_in("In reply to Written by hand by Anna") == Name("Written by hand", "Anna")


def test_a_thread_under_a_heading_needs_no_answers() -> None:
    assert replies_thread("Well said.", 0) is None
    thread = replies_thread("Well said.", 0, headed=True)
    assert thread is not None and [span for _, span in thread.comments] == [(0, 10)]
    assert replies_thread(" \n", 0, headed=True) is None


def test_lines_that_nothing_parts_are_unclear() -> None:
    text = "First we build the harbour\nThen we pay for it\nAnd then the ships\n" + HARBOUR
    assert read(text).unclear


def test_without_a_heading_the_thread_begins_with_what_is_answered_first() -> None:
    article = "Port Calder will have a new harbour.\nThe council voted on Monday.\n"
    assert replies_start(article + HARBOUR) == len(article)
    assert replies_start(article) is None


@pytest.mark.parametrize(
    ("subject", "words", "how"),
    [
        ("The new harbour will cost us…", "The new harbour will cost us more than", "exact"),
        ("Yes.", "Yes.", "exact"),
        ("Yes.", "Yes. But", "none"),
        ("Did the report mention the…", "Did the report mention two ferries", "edited"),
        ("Nonsense", "The new harbour", "none"),
    ],
)
def test_how_a_subject_goes_with_a_comment(subject: str, words: str, how: str) -> None:
    assert fit(subject, words) == how


def test_a_thread_that_is_thousands_deep() -> None:
    lines = ["The first word is mine, and long enough"]
    for n in range(3000):
        name = f"{subject_of(lines[-2 if n else -1])} by u{n}"
        lines += [f"Answer {n} to what was said before", f"In reply to {name}"]
    comments = read("\n".join(lines)).comments
    assert [post.parent for post, _ in comments] == [None, *map(str, range(1, 3001))]


@dataclass(frozen=True, slots=True)
class Said:
    words: str
    author: str
    parent: int | None


WORDS = st.sampled_from(
    "ferry harbour council winter bridge toll captain letter island market rain vote".split()
)


@st.composite
def trees(draw: st.DrawFn) -> list[Said]:
    """Comments in depth-first order; each has words and an author of its own."""
    said: list[Said] = []
    path: list[int] = []
    for n in range(draw(st.integers(2, 12))):
        depth = draw(st.integers(0, len(path)))
        words = " ".join([f"N{n}", *draw(st.lists(WORDS, min_size=1, max_size=12))])
        if draw(st.booleans()):
            words += ".\n" + " ".join(draw(st.lists(WORDS, min_size=1, max_size=6))) + "."
        del path[depth:]
        said.append(Said(words, f"user{n}", path[-1] if path else None))
        path.append(n)
    return said


def flattened(said: list[Said]) -> str:
    lines = []
    for one in said:
        lines.append(one.words)
        if one.parent is not None:
            parent = said[one.parent]
            lines.append(f"In reply to {subject_of(' '.join(parent.words.split()))} by {parent.author}")
    return "\n".join(lines)


@given(trees())
def test_any_tree_comes_back_or_is_called_unclear(said: list[Said]) -> None:
    text = flattened(said)
    thread = replies_thread(text, 0, headed=True)
    assert thread is not None
    if not thread.unclear:
        assert [(words, parent) for words, _, parent in _tree(text, thread)] == [
            (one.words, one.parent) for one in said
        ]


@given(trees())
def test_one_line_comments_with_answers_come_back_in_full(said: list[Said]) -> None:
    said = [Said(one.words.replace("\n", " "), one.author, one.parent) for one in said]
    answered = {one.parent for one in said}
    if all(n in answered for n, one in enumerate(said) if one.parent is None):
        text = flattened(said)
        assert [(words, parent) for words, _, parent in tree(text)] == [
            (one.words, one.parent) for one in said
        ]


def _tree(text: str, thread: RepliesThread) -> list[tuple[str | None, str | None, int | None]]:
    places = {post.key: n for n, (post, _) in enumerate(thread.comments)}
    return [
        (text[slice(*span)] if span else None, post.author, places[post.parent] if post.parent else None)
        for post, span in thread.comments
    ]


@given(
    st.lists(st.sampled_from(["In reply to x by y", "In reply to a… by b", "x", "a b c", " ", "@y", "“q”"]))
)
def test_any_lines_are_read_within_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    thread = replies_thread(text, 0, headed=True)
    spans = [span for _, span in thread.comments if span] if thread else []
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    keys = [post.key for post, _ in thread.comments] if thread else []
    assert keys == [str(n) for n in range(1, len(keys) + 1)]

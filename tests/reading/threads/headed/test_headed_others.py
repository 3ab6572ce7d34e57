"""What is no thread is not read as one; and what holds for every text."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.threads.headed.thread import headed_thread, thread_start

INTERVIEW = "".join(
    f"INA BRILL: What of the ferry, number {n}?\n\nTOMAS REE: It stops in May.\n\n" for n in range(9)
)
SAYS = """\
The ferry stops in May

Ree says:
“It is not safe.”

Brill says:
“It is.”

Marsh says:
“We shall see.”
"""
PLAY = "ACT ONE\n\nFERRYMAN. Who calls?\nWIDOW. I do.\nFERRYMAN. At night?\nWIDOW. At night.\n" * 5
POEM = "The boat is late,\nthe river wide,\nthe clock says eight,\nwe wait outside.\n\n" * 5
QUOTES = "“No.” – Tomas Ree, mayor\n“Yes.” – Ina Brill, engineer\n“Perhaps.” – Olu Marsh, pilot\n" * 3
ARTICLE = """\
The ferry stops in May

By Ina Brill
April 2, 2031

The ferry to Orlan stops in May, the council said 3 hours ago.

Timeline

In March 2031 the council met.
On April 1, 2031 it voted.

Share
Reply
"""
DIARY = "Port Calder, 3 April 2031\nRain.\n\nOrlan, 4 April 2031\nFog.\n\nVessia, 5 April 2031\nSun.\n"
LETTERS = "Ina Brill\n3 April 2031\nDear Tomas,\nall is well.\n\n" * 4
INDEX = (
    "The ferry stops in May\nBy Ina Brill • 3 hours ago\nThe mayor answers\nBy Tomas Ree • 2 hours ago\n" * 3
)
CHANGES = "Version 1.2 - 2031-04-03\nFewer errors.\n\nVersion 1.1 - 2031-03-03\nMore errors.\n\n" * 3
LIST = "".join(f"{n}. Port Calder, Vessia\n" for n in range(1, 20))


OTHERS = (
    INTERVIEW, SAYS, PLAY, POEM, QUOTES, ARTICLE, DIARY, LETTERS, INDEX, CHANGES, LIST, "", " \n\n",
    "Comments",
)  # fmt: skip


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_thread(text: str) -> None:
    assert thread_start(text) is None
    assert headed_thread(text, 0, published=None) is None


def test_a_heading_without_comments() -> None:
    text = "The ferry stops\n\nComments\n\nNobody has said anything.\n"
    start = thread_start(text)
    assert start == text.index("Comments") + len("Comments")
    assert headed_thread(text, start, published=None) is None


NAMES = st.sampled_from(["Ina Brill", "Tomas Ree", "Olu Marsh", "Veld", "ferry_fan"])
SAID = st.sampled_from(
    ["Who pays?", "The district does.", "At last.\n\nAnd what now?", "No: it is not safe."]
)
WAYS = {  # and whether it is a thread's without a line that says so
    "{name} says:\nMarch 3, 2031 at 4:15 pm\n{said}\nReply\n": True,
    "{name} on March 3, 2031 at 4:15 pm said:\n{said}\n\n": True,
    "{name} • 3 hours ago\n{said}\n2 • Reply • Share ›\n": True,
    "#{n} {name}, 3 Apr 2031\n{said}\n": True,
    "{name} 5 points 3 hours ago\n{said}\npermalink\n": True,
    "{name} 3 hours ago | next [–]\n{said}\n\n\nreply\n": True,
    "{name}\n{said}\nLike · Reply · 3h\n": True,
    "{name}\n2 Apr 2031 07:40\n{said}\n": False,
    "{name}, 2 Apr 2031 07:40\n{said}\n": False,
    "{name} wrote:\n{said}\n\n": False,
}


@given(
    way=st.sampled_from(sorted(WAYS)),
    thread=st.lists(st.tuples(NAMES, SAID), min_size=3, max_size=12),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_a_thread_that_is_written_is_read_again(way: str, thread: list[tuple[str, str]], end: str) -> None:
    text = "".join(way.format(n=n, name=name, said=said) for n, (name, said) in enumerate(thread, 1))
    text = text.replace("\n", end)
    assert WAYS[way] or headed_thread(text, 0, published=None) is None
    found = headed_thread("Comments" + end + text, len("Comments"), published=None)
    assert found is not None
    text = "Comments" + end + text
    assert [post.author for post, _ in found.comments] == [name for name, _ in thread]
    words = [text[slice(*span)] for _, span in found.comments if span]
    assert words == [said.replace("\n", end) for _, said in thread]


LINES = st.sampled_from(
    [
        "", " ", "Comments", "3 thoughts on “x”", "Ina Brill says:", "March 3, 2031 at 4:15 pm", "Reply",
        "12", "Ina Brill • 3 hours ago", "  Tomas Ree • 2 hours ago", "\tOlu • 1h", "Ree  Ina Brill • 3h",
        "@Ina Brill no", "> who pays for it", "Ina wrote:", "Ina Brill wrote: who pays for it",
        "who pays for it", "[deleted]", "Like · Reply · 3h", "x" * 300, "#12", "@12 no", "12. Ina says:",
        "Ina Brill | Port Calder", "[–]ina 5 points 3 hours ago", "\u202e", "e\u0301\ufeff", "@", ">",
        "²", "@²", "0 1", "…",
    ]
)  # fmt: skip
TEXTS = st.lists(LINES | st.text(max_size=8), max_size=20).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"]).map(lambda end: end.join(lines))
)


@given(text=TEXTS, cut=st.integers(0, 30))
def test_spans_lie_in_the_text_in_order_and_apart(text: str, cut: int) -> None:
    start = thread_start(text)
    assert start is None or 0 <= start <= len(text)
    for begin in {start or 0, min(cut, len(text))}:
        thread = headed_thread(text, begin, published="2031-04-02")
        if thread is None:
            continue
        keys = [post.key for post, _ in thread.comments]
        spans = [span for _, span in thread.comments if span]
        assert all(begin <= s < e <= len(text) for s, e in spans)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
        assert all(text[slice(*span)].strip() == text[slice(*span)] for span in spans)
        for n, (post, span) in enumerate(thread.comments):
            assert post.parent is None or post.parent in keys[:n]
            assert post.missing == (span is None)


def test_a_long_comment_and_many_are_read_in_time() -> None:
    long = "Ina Brill • 3 hours ago\n" + "> who pays for it and " * 50_000 + "\nReply\n"
    many = "".join(f"Ina {n} • 3 hours ago\n@Ina {n - 1} who pays?\nReply\n" for n in range(5_000))
    start = time.process_time()
    thread = headed_thread(long + many, 0, published=None)
    assert thread is not None
    assert len(thread.comments) == 5_001
    assert thread.comments[-1][0].parent == "5000"
    assert time.process_time() - start < 15

"""Threads in flat text, form by form: who wrote what, when, and what it answers."""

from dataclasses import dataclass

import pytest

from sayso.reading.threads.headed.thread import headed_thread, thread_start

PUBLISHED = "2031-04-02T07:40"


@dataclass(frozen=True)
class Read:
    author: str | None
    parent: str | None
    time: str | None
    words: str | None


def read(text: str) -> list[Read]:
    thread = headed_thread(text, thread_start(text) or 0, published=PUBLISHED)
    assert thread is not None
    return [
        Read(post.author, post.parent, post.time, text[slice(*span)] if span else None)
        for post, span in thread.comments
    ]


WORDPRESS = """\
The ferry to Orlan stops in May
The council of Port Calder said so on Monday.

3 thoughts on “The ferry to Orlan stops in May”

Ina Brill says:
March 3, 2031 at 4:15 pm
Who pays for the new boat?

It was not in the budget.
Reply

Tomas Ree says:
March 3, 2031 at 5:02 pm
@Ina Brill: the district does.
Reply

Olu Marsh says:
March 4, 2031 at 8:00 am
At last.
Reply
"""

SAID_ON = """\
Comments

Ina Brill on March 3, 2031 at 4:15 pm said:
Who pays for the new boat?

Tomas Ree on March 3, 2031 at 5:02 pm said:
In reply to Ina Brill
The district does.
"""

DISQUS = """\
Ina Brill • 3 hours ago
Who pays for the new boat?
3 • Reply • Share ›
Tomas Ree  Ina Brill • 2 hours ago
The district does.
• Reply • Share ›
Olu Marsh • an hour ago
This comment was deleted.
• Reply • Share ›
"""

NUMBERED = """\
12. Ina Brill says:
Who pays for the new boat?
13. Tomas Ree says:
@12 The district does.
14. Olu Marsh says:
#13 Only half of it.
Reply
Reply
"""

NUMBERED_DATED = """\
#12 Ina Brill, 3 Apr 2031
Who pays for the new boat?
#13 Tomas Ree, 4 Apr 2031
>>12 The district does.
#14 Olu Marsh, 4 Apr 2031
At last.
"""

FORUM = """\
2 Comments

Ina Brill wrote:
Who pays for the new boat and when?

Tomas Ree wrote:
> Who pays for the new boat and when?
The district does.

Olu Marsh wrote:
Ina Brill wrote: Who pays for the new boat and when?
Nobody knows.
"""

HACKER = """\
ina_b 3 hours ago | next [–]
Who pays for the new boat?
reply
    tomree 2 hours ago | parent | next [–]
    The district does.
    reply
        olu 1 hour ago | root | parent [–]
        Only half of it.
        reply
veld 1 hour ago | prev [–]
At last.
reply
"""

REDDIT = """\
[–]ina_b 12 points 3 hours ago
Who pays for the new boat?
permalink reply
[–]tomree 5 points 2 hours ago
u/ina_b the district does.
permalink reply
[–][deleted] 1 point 2 hours ago
[removed]
permalink reply
"""

FACEBOOK = """\
Comments
Ina Brill
Who pays for the new boat?
Like · Reply · 3h
Tomas Ree
Ina Brill, the district does.
Like · Reply · 2 · 2h
"""

NYT = """\
Comments 2

Ina Brill | Port Calder
April 2, 2031
Who pays for the new boat?
12 Recommend  Share

Tomas Ree | Orlan
April 2, 2031
@Ina Brill The district does.
Reply
"""

YOUTUBE = """\
@ina-b 2 years ago
Who pays for the new boat?
12
Reply
@tomree 1 year ago (edited)
@ina-b the district does.
Reply
@olu 1 year ago
At last.
Reply
"""

GUARDIAN = """\
Comments (3)
Ina Brill
2 Apr 2031 07:40
Who pays for the new boat?
Report
0 1
Tomas Ree ➤ Ina Brill
2 Apr 2031 08:00
The district does.
Olu Marsh
2 Apr 2031 08:10
At last.
"""

GERMAN = """\
2 Kommentare
Ina Brill schrieb am 2. April 2031 um 07:40 Uhr:
Wer zahlt das neue Boot?
Antworten
Tomas Ree schrieb am 2. April 2031 um 08:00 Uhr:
@Ina Brill: der Kreis.
Antworten
"""


@pytest.mark.parametrize(
    ("text", "parents"),
    [
        (WORDPRESS, [None, "1", None]),
        (SAID_ON, [None, "1"]),
        (DISQUS, [None, "1", None]),
        (NUMBERED, [None, "1", "2"]),
        (NUMBERED_DATED, [None, "1", None]),
        (FORUM, [None, "1", "1"]),
        (HACKER, [None, "1", "2", None]),
        (REDDIT, [None, "1", None]),
        (FACEBOOK, [None, "1"]),
        (NYT, [None, "1"]),
        (YOUTUBE, [None, "1", None]),
        (GUARDIAN, [None, "1", None]),
        (GERMAN, [None, "1"]),
    ],
)
def test_who_answers_whom(text: str, parents: list[str | None]) -> None:
    assert [comment.parent for comment in read(text)] == parents


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        (WORDPRESS, ["Ina Brill", "Tomas Ree", "Olu Marsh"]),
        (DISQUS, ["Ina Brill", "Tomas Ree", "Olu Marsh"]),
        (NUMBERED, ["Ina Brill", "Tomas Ree", "Olu Marsh"]),
        (HACKER, ["ina_b", "tomree", "olu", "veld"]),
        (REDDIT, ["ina_b", "tomree", None]),
        (FACEBOOK, ["Ina Brill", "Tomas Ree"]),
        (NYT, ["Ina Brill", "Tomas Ree"]),
        (YOUTUBE, ["ina-b", "tomree", "olu"]),
        (GUARDIAN, ["Ina Brill", "Tomas Ree", "Olu Marsh"]),
    ],
)
def test_authors(text: str, authors: list[str | None]) -> None:
    assert [comment.author for comment in read(text)] == authors


@pytest.mark.parametrize(
    ("text", "time"),
    [
        (WORDPRESS, "2031-03-03T16:15"),
        (SAID_ON, "2031-03-03T16:15"),
        (DISQUS, "2031-04-02T04:40"),
        (NUMBERED, None),
        (NUMBERED_DATED, "2031-04-03"),
        (HACKER, "2031-04-02T04:40"),
        (REDDIT, "2031-04-02T04:40"),
        (FACEBOOK, "2031-04-02T04:40"),
        (NYT, "2031-04-02"),
        (YOUTUBE, "2029"),
        (GUARDIAN, "2031-04-02T07:40"),
        (GERMAN, "2031-04-02T07:40"),
    ],
)
def test_the_first_time(text: str, time: str | None) -> None:
    assert read(text)[0].time == time


@pytest.mark.parametrize(
    "text", [SAID_ON, DISQUS, NUMBERED, HACKER, REDDIT, FACEBOOK, NYT, YOUTUBE, GUARDIAN]
)
def test_words_are_the_comment_s_own(text: str) -> None:
    assert read(text)[0].words == "Who pays for the new boat?"


def test_words_may_be_paragraphs() -> None:
    assert read(WORDPRESS)[0].words == "Who pays for the new boat?\n\nIt was not in the budget."


def test_quoted_lines_stay_in_the_comment() -> None:
    assert read(FORUM)[1].words == "> Who pays for the new boat and when?\nThe district does."


@pytest.mark.parametrize("text", [DISQUS, REDDIT])
def test_what_was_deleted_is_missing(text: str) -> None:
    thread = headed_thread(text, 0, published=None)
    assert thread is not None
    assert [post.missing for post, _ in thread.comments] == [False, False, True]
    assert thread.comments[2][1] is None


def test_votes_are_told() -> None:
    for text, votes in ((REDDIT, 12), (DISQUS, 3), (NYT, 12)):
        thread = headed_thread(text, thread_start(text) or 0, published=None)
        assert thread is not None
        assert thread.comments[0][0].votes == votes


def test_a_less_certain_parent_has_a_lower_confidence() -> None:
    def sure(text: str, place: int) -> float:
        thread = headed_thread(text, thread_start(text) or 0, published=None)
        assert thread is not None
        return thread.comments[place][0].confidence

    assert sure(HACKER, 1) > sure(NUMBERED, 1) > sure(WORDPRESS, 1) > sure(FACEBOOK, 1) > sure(WORDPRESS, 2)


def test_the_thread_begins_behind_its_heading() -> None:
    start = thread_start(WORDPRESS)
    assert start is not None
    assert WORDPRESS[:start].endswith("in May”")


def test_the_thread_begins_where_headers_begin() -> None:
    article = "The ferry stops\n\nThe council said so.\n\n"
    assert thread_start(article + DISQUS) == len(article)

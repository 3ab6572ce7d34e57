"""Threads that sites and archives export as JSON."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadablePage
from sayso.reading.threads.exports import Export, exports_of
from sayso.reading.threads.mending import mended
from sayso.reading.threads.posts import Post

FILE = "export.json"


def read(value: Any) -> tuple[Export, ...]:
    return exports_of(json.dumps(value), file=FILE)


def read_lines(*records: dict[str, Any]) -> tuple[Export, ...]:
    return exports_of("\n".join(map(json.dumps, records)), file="export.jsonl")


def words(post: Post) -> str:
    return "\n\n".join(passage.text for passage in post.body)


def tree(export: Export) -> dict[str, str | None]:
    return {post.key: post.parent for post in export.posts}


def codes(export: Export) -> list[str]:
    return [problem.code for problem in mended(export.posts)[1]]


def listing(*children: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "Listing", "data": {"children": list(children), "after": None}}


def reddit(kind: str, id: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "data": {"id": id, "name": f"{kind}_{id}", "created_utc": 1933054800.0, **fields}}


STORY = reddit(
    "t3",
    "brg",
    title="Bridge &amp; ferry to close",
    author="ina",
    selftext="",
    permalink="/r/calder/brg",
    url="https://calder-tribune.example/bridge",
    score=41,
)
REPLY = reddit(
    "t1",
    "c2",
    parent_id="t1_c1",
    link_id="t3_brg",
    author="tomas",
    score=-3,
    replies="",
    body="&gt; It will close in May.\n&gt; Or June.\n\nWho says so?",
)
COMMENT = reddit(
    "t1",
    "c1",
    parent_id="t3_brg",
    link_id="t3_brg",
    author="[deleted]",
    body="It will close in May.\n\nOr June.",
    permalink="/r/calder/brg/c1",
    replies=listing(
        REPLY, {"kind": "more", "data": {"id": "x", "parent_id": "t1_c1", "count": 7, "children": ["y"]}}
    ),
)
REMOVED = reddit("t1", "c3", parent_id="t3_brg", link_id="t3_brg", author="[deleted]", body="[removed]")


def test_a_reddit_listing() -> None:
    (export,) = read([listing(STORY), listing(COMMENT, REMOVED)])
    assert (export.title, export.byline) == ("Bridge & ferry to close", "ina")
    assert export.url == "https://www.reddit.com/r/calder/brg"
    assert export.published == "2031-04-04T07:40:00Z"
    assert export.article[0].links == ((0, 37, "https://calder-tribune.example/bridge"),)
    assert tree(export) == {"c1": None, "c2": "c1", "c3": None}
    first, second, third = export.posts
    assert (first.author, words(first)) == (None, "It will close in May.\n\nOr June.")
    assert [(p.text, p.quotes) for p in second.body] == [
        ("It will close in May.\nOr June.", (1,)),
        ("Who says so?", ()),
    ]
    assert second.votes == -3
    assert third.missing and not third.body
    assert [p.code for p in export.problems] == ["left-out"]
    assert export.problems[0].message.endswith("7")


def test_reddit_comments_a_line_as_archives_have_them() -> None:
    (export,) = read_lines(COMMENT["data"] | {"replies": None}, REPLY["data"])
    assert export.title is None and export.article == ()
    assert tree(export) == {"c1": None, "c2": "c1"}


ALGOLIA = {
    "id": 1,
    "type": "story",
    "title": "Vessia bans ferries",
    "url": "https://tallowpost.example/ban",
    "author": "ina",
    "created_at": "2031-04-02T07:40:00.000Z",
    "created_at_i": 1932882000,
    "points": 9,
    "text": None,
    "parent_id": None,
    "children": [
        {
            "id": 2,
            "type": "comment",
            "author": "ree",
            "created_at": "2031-04-02T08:00:00.000Z",
            "parent_id": 1,
            "story_id": 1,
            "points": None,
            "children": [
                {
                    "id": 3,
                    "type": "comment",
                    "author": None,
                    "created_at": "2031-04-02T09:00:00.000Z",
                    "parent_id": 2,
                    "story_id": 1,
                    "text": None,
                    "children": [],
                }
            ],
            "text": "&gt; bans ferries<p>No: see "
            '<a href="https:&#x2F;&#x2F;vessia.example&#x2F;law">the law</a> &amp; '
            "<i>its</i> list.",
        },
    ],
}


def test_hacker_news_as_its_search_has_it() -> None:
    (export,) = read(ALGOLIA)
    assert export.title == "Vessia bans ferries"
    assert export.url == "https://news.ycombinator.com/item?id=1"
    assert export.published == "2031-04-02T07:40:00Z"
    assert [passage.text for passage in export.article] == ["https://tallowpost.example/ban"]
    assert tree(export) == {"2": None, "3": "2"}
    quote, answer = export.posts[0].body
    assert (quote.text, quote.quotes) == ("bans ferries", (1,))
    assert answer.text == "No: see the law & its list."
    assert answer.links == ((8, 15, "https://vessia.example/law"),)
    assert export.posts[1].missing


FIREBASE: list[dict[str, Any]] = [
    {
        "id": 1,
        "type": "story",
        "by": "ina",
        "time": 1932882000,
        "title": "Vessia bans ferries",
        "text": "Says who?",
        "score": 9,
        "kids": [2, 4],
    },
    {
        "id": 2,
        "type": "comment",
        "by": "ree",
        "time": 1932883200,
        "parent": 1,
        "kids": [3],
        "text": "The mayor.",
    },
    {"id": 3, "type": "comment", "time": 1932886800, "parent": 2, "deleted": True},
    {
        "id": 4,
        "type": "comment",
        "by": "orl",
        "time": 1932886801,
        "parent": 1,
        "text": "[flagged]",
        "dead": True,
    },
    {"id": 6, "type": "comment", "by": "orl", "time": 1932886801, "parent": 5, "text": "To whom?"},
]


def test_hacker_news_item_by_item() -> None:
    for (export,) in (read(FIREBASE), read_lines(*FIREBASE), read({"items": FIREBASE[::-1]})):
        assert [passage.text for passage in export.article] == ["Says who?"]
        assert tree(export) == {"2": None, "3": "2", "4": None, "6": "5"}
        assert {post.key for post in export.posts if post.missing} == {"3", "4"}
        assert codes(export) == ["absent-parents"]


def node(id: str, body: str | None, answers: list[Any] | None = None, **fields: Any) -> dict[str, Any]:
    edges = [{"node": answer, "cursor": "x"} for answer in answers or []]
    return {
        "node": {
            "id": id,
            "body": body,
            "author": {"username": f"reader {id}"},
            "parent": None,
            "createdAt": "2031-04-02T07:40:00.000Z",
            "replies": {"edges": edges},
            **fields,
        }
    }


def test_coral_as_its_interface_answers() -> None:
    answer = node("b", "<div>No.</div>", parent={"id": "a"}, actionCounts={"reaction": {"total": 4}})["node"]
    edges = [node("a", "<b>Who</b> says so?<br><br>I do not.", [answer]), node("d", "x", deleted=True)]
    story = {
        "id": "s",
        "url": "https://calder-tribune.example/bridge",
        "metadata": {
            "title": "Bridge to close",
            "author": "Ina Brill",
            "publishedAt": "2031-04-01T00:00:00Z",
        },
        "comments": {"edges": edges, "pageInfo": {"hasNextPage": False}},
    }
    (export,) = read({"data": {"story": story}})
    assert (export.title, export.url, export.byline) == ("Bridge to close", story["url"], "Ina Brill")
    assert export.published == "2031-04-01T00:00:00Z"
    assert tree(export) == {"a": None, "b": "a", "d": None}
    assert words(export.posts[0]) == "Who says so?\n\nI do not."
    assert [post.votes for post in export.posts] == [None, 4, None]
    assert export.posts[2].missing


def test_coral_as_its_database_has_it() -> None:
    old: dict[str, Any] = {
        "storyID": "s",
        "authorID": "u",
        "createdAt": {"$date": "2031-04-02T07:40:00.123Z"},
    }
    first, second = read_lines(
        {"id": "a", **old, "revisions": [{"body": "Old."}, {"body": "New."}], "status": "NONE"},
        {"id": "b", **old, "parentID": "a", "revisions": [{"body": "Bad."}], "status": "REJECTED"},
        {"id": "c", **old, "storyID": "other", "revisions": [{"body": "Yes."}], "status": "APPROVED"},
    )
    assert tree(first) == {"a": None, "b": "a"}
    assert (words(first.posts[0]), first.posts[0].time) == ("New.", "2031-04-02T07:40:00Z")
    assert first.posts[1].missing
    assert tree(second) == {"c": None}


@pytest.mark.parametrize(
    ("speaker", "root", "answers"), [("user", "root", "reply_to"), ("speaker", "conversation_id", "reply-to")]
)
def test_convokit_utterances_of_several_conversations(speaker: str, root: str, answers: str) -> None:
    def says(id: str, of: str, to: str | None, text: str) -> dict[str, Any]:
        return {
            "id": id,
            speaker: "ree",
            root: of,
            answers: to,
            "timestamp": 1932882000,
            "text": text,
            "meta": {"score": 5},
        }

    first, second = read_lines(
        says("u1", "u1", None, "Bridge to close."),
        says("u3", "u3", None, "Ferry to close."),
        says("u2", "u1", "u1", "Who says so?"),
        says("u4", "u3", "u9", "No."),
        says("u5", "u1", None, "It is."),
    )
    assert [passage.text for passage in first.article] == ["Bridge to close."]
    assert (first.byline, first.published) == ("ree", "2031-04-02T07:40:00Z")
    assert tree(first) == {"u2": None, "u5": None}
    assert tree(second) == {"u4": "u9"}
    assert first.posts[0].votes == 5


def test_plain_lines_with_everything_wrong_that_can_be() -> None:
    (export,) = read_lines(
        {
            "id": 0,
            "title": "Bridge & ferry",
            "text": "It will close.",
            "url": "https://calder-tribune.example/b",
        },
        {
            "id": 1,
            "parent": 0,
            "author": "ina",
            "time": "2031-04-02T07:40:00+02:00",
            "text": "Says &amp; who?",
        },
        {"id": 2, "parent": 2, "author": "ree", "time": "2031-04-02", "text": "Me."},
        {"id": 3, "parent": 4, "time": "2031-04-02T07:40", "text": "A"},
        {"id": 4, "parent": 3, "time": "last May", "text": "B"},
        {"id": 5, "parent": 77, "text": "[deleted]"},
        {"id": 1, "parent": 1, "text": "Again."},
    )
    assert (export.title, export.url) == ("Bridge & ferry", "https://calder-tribune.example/b")
    assert words(export.posts[0]) == "Says &amp; who?"
    times = ["2031-04-02T05:40:00Z", "2031-04-02", "2031-04-02T07:40:00", "last May", None, None]
    assert [post.time for post in export.posts] == times
    assert [post.parent for post in export.posts] == [None, "2", "4", "3", "77", "1"]
    assert codes(export) == ["absent-parents", "self-answers", "circular-answers", "repeated-keys"]


def test_each_titled_root_of_plain_lines_is_a_story() -> None:
    first, second = read_lines(
        {"id": "a", "parent": None, "title": "A", "text": "One."},
        {"id": "b", "parent": None, "title": "B", "text": "Two."},
        {"id": "d", "parent": "c", "text": "Four."},
        {"id": "c", "parent": "b", "text": "Three."},
    )
    assert (tree(first), tree(second)) == ({}, {"d": "c", "c": None})


def test_plain_lines_without_a_story_are_one_thread() -> None:
    (export,) = read_lines(
        {"id": "a", "parent": None, "author": "ina", "text": "One."},
        {"id": "b", "parent": None, "author": "ree", "text": "Two."},
        {"id": "c", "parent": "b", "author": "ina", "text": "Three."},
    )
    assert export.article == ()
    assert tree(export) == {"a": None, "b": None, "c": "b"}


def test_comments_on_a_story_that_is_not_there_name_it() -> None:
    (export,) = read_lines(
        {"id": "a", "parent": None, "story": "s", "text": "One."},
        {"id": "b", "parent": "s", "story": "s", "text": "Two."},
        {"id": "c", "parent": "a", "text": "Three."},
    )
    assert export.article == ()
    assert tree(export) == {"a": None, "b": None, "c": "a"}


def test_a_bad_line_and_half_a_character_are_told() -> None:
    words = "It \\ud83d closed \\ud83d\\ude00 \\\\ud83d."
    text = f'{{"id": 1, "parent": null, "text": "{words}"}}\n{{"id": 2, "parent": 1\n'
    (export,) = exports_of(text, file="export.jsonl")
    assert export.posts[0].body[0].text == "It \ufffd closed \U0001f600 \\ud83d."
    assert [problem.code for problem in export.problems] == ["lone-surrogates", "unread-lines"]


@pytest.mark.parametrize(
    "text",
    [
        '{"id": "a1", "text": "The bridge will close.", "url": "https://calder-tribune.example"}',
        '{"id": "a1", "text": "One."}\n{"id": "a2", "text": "Two."}',
        '{"id": "a1", "text": "The \\"parent\\" company will close it, \\"comments\\" the mayor."}',
        '{"sayso": "1", "id": "a", "page": {"text": "x"}, "comments": [{"id": "c1", "parent": null}]}',
        '{"parent": 1',
        '"parent"',
        "[]",
        "{}",
        "",
        "parent",
        '[{"parent": [1]}, 3, null]',
    ],
)
def test_other_json_is_no_export(text: str) -> None:
    assert exports_of(text, file=FILE) == ()


def test_an_export_with_nothing_in_it_is_told() -> None:
    with pytest.raises(UnreadablePage, match="no comment"):
        exports_of('{"id": 1, "type": "story", "title": "T", "by": "ina", "time": 1, "kids": [2]}', file=FILE)


def test_json_deeper_than_can_be_read_is_told() -> None:
    text = '{"id": 1, "children": [' * 10_000 + "]}" * 10_000
    with pytest.raises(UnreadablePage, match=r"export\.json: .*too deep"):
        exports_of(text, file=FILE)


def test_a_long_chain_of_answers() -> None:
    chain = [{"id": n, "parent": n - 1 if n else None, "text": "No."} for n in range(20_000)]
    (export,) = read(chain[::-1])
    assert len(mended(export.posts)[0]) == 20_000


FIELDS = st.sampled_from(
    "id parent text body author created_utc createdAt children kids replies comments data node edges type "
    "time by story_id link_id title url metadata revisions score story deleted count permalink reply_to"
    " root".split()
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["a", "b", "t1_a", "> a\n\nb", "<p>&gt; <a href='x'>y", "9e99", 1e300, -1, "a", "b"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(FIELDS, inner, max_size=9),
    max_leaves=25,
)
RECORD = st.fixed_dictionaries(
    {"id": st.sampled_from("abc"), "parent": st.sampled_from(["a", "b", "x", None]), "text": VALUES},
    optional={"story": VALUES, "replies": VALUES, "time": VALUES, "author": VALUES, "votes": VALUES},
)


@given(VALUES | st.lists(RECORD, max_size=6) | st.lists(st.dictionaries(FIELDS, VALUES)))
def test_no_json_does_harm(value: Any) -> None:
    try:
        exports = read(value)
    except UnreadablePage:
        return
    for export in exports:
        posts = [post for post in mended(export.posts)[0] if post.body]
        assert len(posts) == sum(not post.missing for post in export.posts)
        for passage in (passage for post in export.posts for passage in post.body):
            assert passage.text.strip()
            assert all(0 <= start < end <= len(passage.text) for start, end, _ in passage.links)

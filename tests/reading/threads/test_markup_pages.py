"""What is a thread on a page and what is not, and what is left of the page without it."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading import read_page
from sayso.reading.threads.markup import thread_of
from sayso.reading.threads.posts import Post

STORY = "<h1>Ferry strike enters third week</h1>" + "".join(
    f"<p>The harbour council of Port Calder met on day {day} and sent the crews home without an offer.</p>"
    for day in range(6)
)


def comment(number: int, text: str, answers: str = "", who: str = "Ana Veld") -> str:
    return (
        f"<li class='comment' id='comment-{number}'>"
        f"<cite class='fn'>{who}</cite> <span class='says'>says:</span>"
        f"<a class='date' href='#comment-{number}'>March 9, 2031 at 10:01 am</a>"
        f"<div class='comment-content'>{text}</div><a class='reply'>Reply</a>{answers}</li>"
    )


def document(comments: str, story: str = f"<article>{STORY}</article>") -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(f"<html><body>{story}{comments}</body></html>")


def read(comments: str, story: str = f"<article>{STORY}</article>") -> tuple[Post, ...]:
    return thread_of(document(comments, story), url=None)


def bodies(thread: tuple[Post, ...]) -> list[str]:
    return ["|".join(passage.text for passage in post.body) for post in thread]


def test_no_thread() -> None:
    tree = document("<div id='comments'><h2>No comments yet</h2><form><textarea></textarea></form></div>")
    before = tree.text_content()
    assert thread_of(tree, url=None) == ()
    assert tree.text_content() == before


def test_stories_listed_beside_the_article_are_no_thread() -> None:
    listed = "".join(
        f"<div class='card'><h3><a href='/{n}'>Council meets again on day {n}</a></h3>"
        f"<span class='author'>Ida Brandt</span>"
        f"<span class='date'>March {n}, 2031</span>"
        f"<p>The council of Port Calder met on day {n} of the strike.</p></div>"
        for n in range(1, 6)
    )
    assert read(f"<div class='more'>{listed}</div>") == ()


def test_recent_comments_in_a_sidebar_are_no_thread() -> None:
    recent = "".join(
        f"<li class='recentcomments'>Ana Veld on <a href='/{n}'>Strike, day {n}</a></li>" for n in range(5)
    )
    assert read(f"<div class='sidebar'><ul id='recentcomments'>{recent}</ul></div>") == ()


def test_thread_of_one() -> None:
    thread = read(f"<ol class='commentlist'>{comment(1, '<p>Nobody saw a crew leave.</p>')}</ol>")
    assert bodies(thread) == ["Nobody saw a crew leave."]
    assert thread[0].key == "comment-1"
    assert thread[0].heading == "Ana Veld says: March 9, 2031 at 10:01 am"


def test_the_page_is_left_without_the_thread() -> None:
    tree = document(f"<ol class='commentlist'>{comment(1, '<p>Nobody saw a crew leave.</p>')}</ol>")
    thread_of(tree, url=None)
    assert "Nobody saw" not in tree.text_content()
    assert "harbour council" in tree.text_content()


def test_article_without_comments_and_comments_without_article() -> None:
    said = comment(1, "<p>Nobody saw a crew leave.</p>")
    markup = f"<html><body><article>{STORY}</article><ol class='commentlist'>{said}</ol></body></html>"
    page = read_page(markup.encode(), id="strike")
    article = "\n".join(page.text[slice(*block.span)] for block in page.blocks if block.kind != "comment")
    assert "harbour council" in article
    assert bodies(read(comment(1, "<p>Nobody saw a crew leave.</p>")))[0].count("council") == 0


def test_two_threads_on_one_page() -> None:
    ours = "".join(comment(n, f"<p>I was on ferry number {n}.</p>") for n in (1, 2))
    theirs = "".join(
        f"<div class='fb-comment' id='fbc_{n}'><a class='author' href='/u/{n}'>Tom Orlan</a>"
        f"<time datetime='2031-03-09'>9 March</time>"
        f"<p class='text'>I stayed ashore on day {n}.</p></div>"
        for n in (1, 2)
    )
    thread = read(f"<ol class='commentlist'>{ours}</ol><div class='fb-comments'>{theirs}</div>")
    assert bodies(thread) == [
        "I was on ferry number 1.", "I was on ferry number 2.", "I stayed ashore on day 1.", "I stayed "
        "ashore on day 2.",
    ]  # fmt: skip


def test_links_and_quotations_in_a_comment() -> None:
    text = "<blockquote><p>No crew left.</p></blockquote><p>See <a href='/log'>the log</a> of the pier.</p>"
    thread = thread_of(
        document(f"<ol class='commentlist'>{comment(1, text)}</ol>"),
        url="https://tribune.example/a",
    )
    quoted, said = thread[0].body
    assert (quoted.text, quoted.quotes) == ("No crew left.", (1,))
    assert (said.text, said.quotes) == ("See the log of the pier.", ())
    assert [(said.text[a:b], url) for a, b, url in said.links] == [("the log", "https://tribune.example/log")]


def test_deleted_comment_keeps_its_place() -> None:
    answer = f"<ul class='children'>{comment(2, '<p>What did it say?</p>')}</ul>"
    first, second = read(f"<ol class='commentlist'>{comment(1, '<p>[deleted]</p>', answer)}</ol>")
    assert first.missing and first.body == ()
    assert second.parent == first.key


def test_comments_in_another_language() -> None:
    said = ["Am Pier war niemand zu sehen.", "Doch, um sechs.", "Die Reederei schweigt weiter."]
    items = "".join(
        f"<li id='kommentar-{n}' class='kommentar'>"
        f"<span class='autor'>Ida Brandt</span> schrieb am <span class='datum'>9. März 2031, 10:0{n}</span>"
        f"<div class='text'>{text}</div><a>Antworten</a></li>"
        for n, text in enumerate(said)
    )
    assert bodies(read(f"<ol class='kommentare'>{items}</ol>")) == said


FORUM = "<div id='posts'>" + "".join(
    f"<div class='post' id='post{n}'><div class='postprofile'>"
    f"<a class='username' href='/u/{n}'>{who}</a></div><p class='author'>by {who} » 9 March 2031, 10:0{n}</p>"
    f"<div class='postbody'><div class='content'>{text}</div></div></div>"
    for n, who, text in (
        (1, "Ana Veld", STORY),
        (2, "Tom Orlan", "<p>I saw them leave at six.</p>"),
        (3, "Ida Brandt", "<p>So did I, at seven.</p>"),
    )
) + "</div>"  # fmt: skip


def test_first_post_of_a_forum_is_the_story() -> None:
    tree = document(FORUM, story="")
    thread = thread_of(tree, url=None)
    assert bodies(thread) == ["I saw them leave at six.", "So did I, at seven."]
    assert "harbour council" in tree.text_content()


def test_one_comment_of_a_megabyte() -> None:
    thread = read(f"<ol class='commentlist'>{comment(1, '<p>' + 'the pier ' * 120_000 + '</p>')}</ol>")
    assert len(thread[0].body[0].text) > 1_000_000


@pytest.mark.parametrize("depth", [200, 10_000])
def test_answers_nested_deeply(depth: int) -> None:
    opened = "".join(
        f"<ul><li class='comment' id='comment-{n}'>"
        f"<cite class='fn'>Ana Veld</cite> <time datetime='2031-03-09'>9 March</time><p>Pier {n}.</p>"
        for n in range(depth)
    )
    assert len(read(opened)) > 50


def test_lists_that_are_never_closed() -> None:
    items = "".join(
        f"<li class=comment id=comment-{n}>"
        f"<cite class=fn>Ana Veld</cite> <span class=date>9 March 2031</span><p>Pier {n}."
        for n in range(1, 4)
    )
    assert bodies(read(f"<ol class=commentlist>{items}")) == ["Pier 1.", "Pier 2.", "Pier 3."]


TAGS = st.sampled_from(
    ["div", "li", "ul", "p", "dt", "dd", "a", "span", "time", "blockquote", "h3", "td", "form"]
)
NAMES = st.sampled_from(
    ["", "comment", "comment-1", "c2", "author", "date", "post", "reply", "children", "depth-3", "body"]
)
TEXTS = st.sampled_from(
    [
        "",
        "Ana Veld says:",
        "March 9, 2031",
        "8 hours ago",
        "Reply",
        "I was at the pier.",
        "[deleted]",
        "\u2028x",
    ]
)
PARTS = st.lists(
    st.one_of(
        st.builds("<{} class='{}' id='{}'>{}".format, TAGS, NAMES, NAMES, TEXTS),
        st.builds("</{}>".format, TAGS),
        TEXTS,
    ),
    max_size=60,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(PARTS)
def test_any_markup_gives_a_thread_whose_links_lie_in_its_words(markup: str) -> None:
    thread = read(markup)
    for post in thread:
        assert not (post.missing and post.body)
        for passage in post.body:
            assert passage.text.strip() == passage.text
            assert all(0 <= start < end <= len(passage.text) for start, end, _ in passage.links)


SECOND = "<h3>From the harbour's board</h3>" + "".join(
    f"<div class='entry'><b class='name'>Jon Sund {day}</b> <span class='date'>March {day}, 2031</span>"
    f"<p>I wait at pier {day} since dawn, and no crew has come.</p></div>"
    for day in range(1, 6)
)


@pytest.mark.parametrize("kind", ["entry", "post"])
def test_two_threads_in_different_markup_are_both_read(kind: str) -> None:
    first = "".join(comment(n, f"Number {n} of the ferries is late again.") for n in range(1, 6))
    second = SECOND.replace("entry", kind)
    posts = read(f"<ol class='commentlist'>{first}</ol><div id='board'>{second}</div>")
    assert [post.author for post in posts] == ["Ana Veld"] * 5 + [f"Jon Sund {day}" for day in range(1, 6)]


def test_a_list_of_links_beside_a_thread_is_none() -> None:
    first = "".join(comment(n, f"Number {n} of the ferries is late again.") for n in range(1, 6))
    links = SECOND.replace("<p>", "<p><a href='/more'>").replace("</p>", "</a></p>")
    assert len(read(f"<ol class='commentlist'>{first}</ol><div id='board'>{links}</div>")) == 5


@pytest.mark.parametrize("kind", ["[{}]", '["Comment", {}]', '{"a": 1}', "null"])
def test_a_strange_type_for_machines_does_no_harm(kind: str) -> None:
    stated = f'[{{"@type": {kind}}}, {{"@type": "Comment", "text": "Late again.", "url": "javascript:go()"}}]'
    posts = read(f"<script type='application/ld+json'>{stated}</script>")
    assert posts[-1].body[0].text == "Late again."
    assert posts[-1].url is None


def test_a_thread_nested_500_deep_is_read_whole() -> None:
    answers = ""
    for number in range(500, 0, -1):
        answers = f"<ul>{comment(number, f'Number {number} is late again.', answers)}</ul>"
    page = read_page(f"<html><body><article>{STORY}</article>{answers}</body></html>".encode())
    assert [one.parent for one in page.comments] == [None, *(f"c{n}" for n in range(1, 500))]
    assert not page.problems


def test_entries_of_a_live_blog_are_the_story() -> None:
    entries = "".join(
        f"<div class='entry'><time datetime='2031-04-02T0{hour}:10'>0{hour}:10</time>"
        "<b class='author'>Ana Veld</b>"
        f"<p>The council met for the {hour}th time, and no ferry has left the harbour yet.</p></div>"
        for hour in range(1, 9)
    )
    assert read("", f"<h1>Strike, hour by hour</h1>{entries}") == ()


def test_related_stories_with_names_and_dates_are_no_thread() -> None:
    items = "".join(
        f"<div class='item'><a href='/{day}'>Ferries, day {day}</a> <span class='by'>Jon Sund</span>"
        f"<span class='date'>March {day}, 2031</span><p>The ferries go twice a day in spring.</p></div>"
        for day in range(1, 8)
    )
    assert read(f"<div class='related'>{items}</div>") == ()


def test_a_comment_of_a_button_s_word_is_there() -> None:
    thread = read(
        f"<ol class='commentlist'>{comment(1, '<p>Like!</p>')}{comment(2, '<p>Ferries are late.</p>')}</ol>"
    )
    assert bodies(thread) == ["Like!", "Ferries are late."]


@pytest.mark.parametrize("odd", ["<img src='s.gif' width='²'>", "<div style='margin-left:1.2.3.4px'>x</div>"])
def test_odd_numbers_cost_nothing(odd: str) -> None:
    assert (
        len(read(f"<ol class='commentlist'>{comment(1, 'Late.' + odd)}{comment(2, 'Late again.')}</ol>")) == 2
    )


def test_a_thread_without_an_article_is_read() -> None:
    answers = "".join(comment(n, f"Number {n} of the ferries is late again.") for n in range(1, 6))
    page = read_page(f"<html><body><ol class='commentlist'>{answers}</ol></body></html>".encode())
    assert len(page.comments) == 5


def test_posts_from_elsewhere_between_paragraphs_are_no_thread() -> None:
    tweets = "".join(
        f"<p>The harbour office was asked again on day {day} and said nothing at all to anybody.</p>"
        f"<blockquote class='twitter-tweet'><p>Nine weeks is a joke, number {day}.</p>Jon Sund (@sund) "
        f"<a href='https://short.example/{day}'>April {day}, 2031</a></blockquote>"
        for day in range(1, 5)
    )
    assert read("", f"<article>{STORY}{tweets}</article>") == ()


def test_a_form_for_comments_is_no_comment() -> None:
    form = (
        "<h3>Leave a Reply</h3><form><p>Your address will not be published.</p><textarea></textarea></form>"
    )
    assert read(f"<div id='comments' class='comments-area'><div id='respond'>{form}</div></div>") == ()

"""Threads that Disqus and WordPress export as XML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadablePage
from sayso.reading.threads.exports import Export, exports_of
from sayso.reading.threads.mending import mended

DISQUS = """<?xml version="1.0" encoding="iso-8859-1"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
  <category dsq:id="1"><forum>calder</forum><title>General</title></category>
  <thread dsq:id="10"><id>bridge</id><forum>calder</forum><link>https://calder-tribune.example/bridge</link>
    <title>Bridge &amp;amp; ferry</title><message /><createdAt>2031-04-01T08:00:00Z</createdAt>
    <author><name>Ina Brill</name><isAnonymous>false</isAnonymous></author>
    <isDeleted>false</isDeleted></thread>
  <thread dsq:id="11"><id /><link>https://calder-tribune.example/ferry</link><title>Ferry</title></thread>
  <thread dsq:id="12"><id /><link>https://calder-tribune.example/quiet</link><title>Quiet</title></thread>
  <post dsq:id="1"><id>wp_id=5</id>
    <message><![CDATA[<blockquote>It will close.</blockquote><p>Who <a href="https://orlan.example/q">says</a>
    so &amp; why?</p><p>I <b>don’t</b>.</p>]]></message><createdAt>2031-04-02T07:40:00Z</createdAt>
    <isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Tomas</name></author>
    <thread dsq:id="10" /></post>
  <post dsq:id="2"><id /><message><![CDATA[<p>Gone.</p>]]></message>
    <createdAt>2031-04-02T07:41:00Z</createdAt>
    <isDeleted>true</isDeleted><isSpam>false</isSpam><thread dsq:id="10" /><parent dsq:id="1" /></post>
  <post dsq:id="3"><id /><message><![CDATA[<p>Buy boats.</p>]]></message><isSpam>true</isSpam>
    <thread dsq:id="10" /></post>
  <post dsq:id="4"><id /><message><![CDATA[<p>No.</p>]]></message>
    <thread dsq:id="10" /><parent dsq:id="3" /></post>
  <post dsq:id="10"><id /><message><![CDATA[<p>Me.</p>]]></message>
    <thread dsq:id="11" /><parent dsq:id="10" /></post>
</disqus>
"""

COMMENT = """<wp:comment><wp:comment_id>{id}</wp:comment_id>
<wp:comment_author><![CDATA[Reader {id}]]></wp:comment_author>
<wp:comment_date>2031-04-02 09:40:00</wp:comment_date>
<wp:comment_date_gmt>2031-04-02 07:40:00</wp:comment_date_gmt>
<wp:comment_content><![CDATA[{words}]]></wp:comment_content><wp:comment_approved>{approved}</wp:comment_approved>
<wp:comment_type>{kind}</wp:comment_type><wp:comment_parent>{parent}</wp:comment_parent></wp:comment>"""


def comment(id: int, words: str, parent: int = 0, kind: str = "", approved: str = "1") -> str:
    return COMMENT.format(id=id, words=words, parent=parent, kind=kind, approved=approved)


def item(id: int, title: str, *comments: str, kind: str = "post") -> str:
    return f"""<item><title>{title}</title><link>https://tallowpost.example/{id}</link>
    <dc:creator><![CDATA[ina]]></dc:creator><wp:post_id>{id}</wp:post_id>
    <wp:post_date_gmt>2031-04-01 08:00:00</wp:post_date_gmt><wp:post_type><![CDATA[{kind}]]></wp:post_type>
    <excerpt:encoded><![CDATA[Short.]]></excerpt:encoded>
    <content:encoded><![CDATA[The bridge will close.

The <em>mayor</em> said so.]]></content:encoded>{"".join(comments)}</item>"""


def wordpress(*items: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file. -->
<!-- It has <rss> in it. -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel>
 <title>The Tallow Post</title>{"".join(items)}</channel></rss>"""


def read(text: str) -> tuple[Export, ...]:
    return exports_of(text, file="export.xml")


def tree(export: Export) -> dict[str, str | None]:
    return {post.key: post.parent for post in export.posts}


def test_a_disqus_export_of_several_stories() -> None:
    bridge, ferry = read(DISQUS)
    assert (bridge.title, bridge.url) == ("Bridge & ferry", "https://calder-tribune.example/bridge")
    assert (bridge.byline, bridge.published) == ("Ina Brill", "2031-04-01T08:00:00Z")
    assert bridge.article == ()
    assert tree(bridge) == {"1": None, "2": "1", "4": "3"}
    assert tree(ferry) == {"10": "10"}
    assert [post.missing for post in bridge.posts] == [False, True, False]
    assert [problem.code for problem in mended(bridge.posts)[1]] == ["absent-parents"]
    assert [problem.code for problem in mended(ferry.posts)[1]] == ["self-answers"]


def test_the_words_of_a_disqus_comment() -> None:
    post = read(DISQUS)[0].posts[0]
    assert (post.author, post.time) == ("Tomas", "2031-04-02T07:40:00Z")
    assert [p.text for p in post.body] == ["It will close.", "Who says so & why?", "I don’t."]
    assert [bool(p.quotes) for p in post.body] == [True, False, False]
    assert post.body[1].links == ((4, 8, "https://orlan.example/q"),)


def test_a_wordpress_export_of_several_stories() -> None:
    first, second = read(
        wordpress(
            item(
                1, "Bridge &#8217; ferry", comment(1, "Who says so?\nNot I.\n\nOr you?"), comment(2, "Me.", 1)
            ),
            item(2, "Picture", kind="attachment"),
            item(3, "Ferry", comment(3, "No.", 9), comment(4, "No!", 5), comment(5, "Yes!", 4)),
        )
    )
    assert (first.title, first.url, first.byline) == ("Bridge ’ ferry", "https://tallowpost.example/1", "ina")
    assert first.published == "2031-04-01T08:00:00Z"
    assert [p.text for p in first.article] == ["The bridge will close.", "The mayor said so."]
    assert tree(first) == {"1": None, "2": "1"}
    assert (first.posts[0].author, first.posts[0].time) == ("Reader 1", "2031-04-02T07:40:00Z")
    assert [p.text for p in first.posts[0].body] == ["Who says so?\nNot I.", "Or you?"]
    assert [problem.code for problem in mended(second.posts)[1]] == ["absent-parents", "circular-answers"]


def test_what_wordpress_never_showed_is_no_comment() -> None:
    comments = (
        comment(1, "A link", kind="pingback"),
        comment(2, "A link", kind="trackback"),
        comment(3, "Boats", approved="spam"),
        comment(4, "Wait", approved="0"),
        comment(5, "Yes.", 4, kind="comment"),
    )
    (export,) = read(wordpress(item(1, "Bridge", *comments)))
    assert tree(export) == {"5": "4"}


def test_words_of_comments_that_only_look_like_markup() -> None:
    (export,) = read(wordpress(item(1, "Bridge", comment(1, "2 < 3 & 4 > 1 <script>x</script><!-- a -->ok"))))
    assert [p.text for p in export.posts[0].body] == ["2 < 3 & 4 > 1 ok"]


LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))


@pytest.mark.parametrize(
    "text",
    [
        f'<!DOCTYPE disqus [<!ENTITY l0 "ha">{LAUGHS}]><disqus><post id="&l9;">&l9;</post></disqus>',
        '<rss version="2.0"><channel><item><title>Feed</title></item></channel></rss>',
        "<html><body><p>It mentions <disqus> and <wp:comment></p></body></html>",
        "<!-- never closed <disqus>",
    ],
)
def test_other_xml_is_no_export(text: str) -> None:
    assert read(text) == ()


def test_an_entity_that_nothing_declares_stays_as_it_is_written() -> None:
    bridge, _ = read(DISQUS.replace("<![CDATA[<p>No.</p>]]>", "No &amp;bomb; or &bomb; more"))
    assert [p.text for p in bridge.posts[2].body] == ["No &bomb; or &bomb; more"]


def test_markup_nested_deep_does_no_harm() -> None:
    (export,) = read(wordpress(item(1, "Bridge", comment(1, "<blockquote>" * 20_000 + "no"))))
    assert len(export.posts) == 1
    with pytest.raises(UnreadablePage, match="no comment"):
        read(DISQUS.replace("<message />", "<b>" * 20_000 + "</b>" * 20_000))


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    (bridge,) = read(DISQUS[: DISQUS.index('<post dsq:id="3">')])
    assert tree(bridge) == {"1": None, "2": "1"}
    assert [problem.code for problem in bridge.problems] == ["damaged-xml"]


@given(
    st.lists(
        st.sampled_from(
            ["<", ">", "&", "]]>", "<post>", "<p>", "&gt; ", "a", "\n\n", "\x00", "<a href='//'>"]
        )
    )
)
def test_no_xml_does_harm(pieces: list[str]) -> None:
    for text in (
        wordpress(item(1, "B", comment(1, "".join(pieces)))),
        DISQUS.replace("<message />", "".join(pieces)),
    ):
        try:
            exports = read(text)
        except UnreadablePage:
            continue
        for post in (post for export in exports for post in export.posts):
            assert post.missing == (not post.body)
            assert all(passage.text.strip() for passage in post.body)

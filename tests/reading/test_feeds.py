"""A feed's entries: those that tell their story are pages, all of them lead to one."""

from __future__ import annotations

import dataclasses
import os
import socket
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadablePage
from sayso.model import Page
from sayso.reading import Input, entries_of, find_inputs, pages_of, read_page
from sayso.reading.served import form_served

SENTENCE = "The old bridge over the Orlan will close in May, the council of Port Calder said on Monday."
STORY = "".join(f"<p>{SENTENCE} <em>It will open again</em> in {year}.</p>" for year in range(2032, 2040))
URL = "https://tribune.example/bridge"


def item(
    title: str | None = "Bridge to close",
    *,
    link: str | None = URL,
    content: str | None = None,
    summary: str | None = None,
    more: str = "<pubDate>Wed, 02 Apr 2031 07:40:00 +0200</pubDate><dc:creator>Ina Brill</dc:creator>",
) -> str:
    parts = [
        title and f"<title>{escape(title)}</title>",
        link and f"<link>{escape(link)}</link>",
        summary and f"<description>{escape(summary)}</description>",
        content and f"<content:encoded><![CDATA[{content}]]></content:encoded>",
    ]
    return f"<item>{''.join(filter(None, parts))}{more}</item>"


def rss(*items: str, encoding: str = "utf-8") -> bytes:
    return f"""<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><title>Calder Tribune</title>
<link>https://tribune.example/</link><language>en-GB</language>{"".join(items)}</channel></rss>""".encode(
        encoding
    )


def atom(*entries: str) -> bytes:
    return f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<title type="html">Calder &amp;amp; Orlan Tribune</title><link rel="self" href="https://tribune.example/feed"/>
<link href="https://tribune.example/"/>{"".join(entries)}</feed>""".encode()


ENTRY = f"""<entry><title type="html">Bridge &lt;i&gt;closes&lt;/i&gt;</title>
<link rel="alternate" href="/bridge"/>
<link rel="enclosure" href="https://tribune.example/bridge.mp3"/><id>tag:tribune.example,2031:1</id>
<published>2031-04-02T07:40:00Z</published><updated>2031-04-03T00:00:00Z</updated>
<author><name>Ina Brill</name></author><author><name>Tomas Rell</name></author>
<content type="xhtml" xml:base="https://tribune.example/"><div xmlns="http://www.w3.org/1999/xhtml">{STORY}
<p>More on <a href="ferries">the ferries</a>, the paper wrote last week in a long report.</p></div></content>
</entry>"""

RDF = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="https://tribune.example/rss">
<title>Calder Tribune</title><link>https://tribune.example/</link></channel>
<item rdf:about="{URL}"><title>Bridge to close</title><link>{URL}</link><dc:date>2031-04-02</dc:date>
<dc:creator>Ina Brill</dc:creator><content:encoded><![CDATA[{STORY}]]></content:encoded></item>
</rdf:RDF>""".encode()


def pages(data: bytes, **more: str) -> tuple[Page, ...]:
    return pages_of(dataclasses.replace(Input("feed.xml", data), **more))  # type: ignore[arg-type]


def test_an_entry_that_tells_its_story_is_a_page() -> None:
    (page,) = pages(rss(item(content=STORY, summary="Bridge closes.")))
    assert page.text.startswith("Bridge to close\n\nThe old bridge")
    assert (page.id, page.url, page.title) == (URL, URL, "Bridge to close")
    assert (page.byline, page.outlet, page.language) == ("Ina Brill", "Calder Tribune", "en")
    assert page.published == "2031-04-02T07:40:00+02:00"
    assert page.problems == ()
    assert page.blocks[0].kind == "heading"
    assert len(page.blocks) == 9


def test_a_summary_as_long_as_a_story_is_a_page_that_says_so() -> None:
    (page,) = pages(rss(item(summary=STORY)))
    assert [problem.code for problem in page.problems] == ["summary-only"]
    assert "It will open again in 2039." in page.text


def test_the_beginning_of_a_story_says_so_too() -> None:
    (page,) = pages(rss(item(content=STORY + "<p>But the ferries […]</p>")))
    assert [problem.code for problem in page.problems] == ["summary-only"]


def test_entries_that_only_name_their_story_are_no_pages_but_lead_to_it() -> None:
    data = rss(item(content=STORY), item("Ferry", link="https://tribune.example/ferry", summary=SENTENCE))
    assert [page.url for page in pages(data)] == [URL]
    whole, teaser = entries_of(Input("feed.xml", data))
    assert (whole.link, whole.whole) == (URL, True)
    assert (teaser.link, teaser.whole, teaser.title) == ("https://tribune.example/ferry", False, "Ferry")


def test_a_feed_of_teasers_is_no_page() -> None:
    data = rss(*(item(str(n), link=f"{URL}/{n}", summary=SENTENCE) for n in range(3)))
    with pytest.raises(UnreadablePage, match="none of its 3 entries has more than a summary"):
        pages(data)
    assert [entry.link for entry in entries_of(Input("feed.xml", data))] == [f"{URL}/{n}" for n in range(3)]


def test_a_feed_without_entries() -> None:
    with pytest.raises(UnreadablePage, match="no entry in this feed"):
        pages(rss())


def test_atom() -> None:
    (page,) = pages(atom(ENTRY), url="https://tribune.example/feed")
    assert (page.url, page.title) == (URL, "Bridge closes")
    assert (page.byline, page.outlet) == ("Ina Brill; Tomas Rell", "Calder & Orlan Tribune")
    assert page.published == "2031-04-02T07:40:00Z"
    assert [citation.url for citation in page.citations] == ["https://tribune.example/ferries"]


def test_rdf() -> None:
    (page,) = pages(RDF)
    assert (page.url, page.byline, page.published) == (URL, "Ina Brill", "2031-04-02")


def test_entries_without_an_address_have_ids_of_their_own() -> None:
    data = rss(item("One", link=None, content=STORY), item("Two", link=None, content=STORY))
    assert [page.id for page in pages(data)] == ["feed#1", "feed#2"]
    assert [page.url for page in pages(data)] == [None, None]
    first, second = pages(data, url="https://tribune.example/feed")
    assert first.id != second.id
    assert first.url is second.url is None


def test_what_only_looks_like_an_address_is_none() -> None:
    data = rss(item(link="javascript:alert(1)", content=STORY), item(link="file:///etc/hosts", content=STORY))
    assert [entry.link for entry in entries_of(Input("feed.xml", data))] == [None, None]


def test_the_story_s_own_address_counts_before_that_of_a_counting_service() -> None:
    more = f"<feedburner:origLink>{URL}</feedburner:origLink>"
    (entry,) = entries_of(Input("f.xml", rss(item(link="https://feeds.example/~r/1", more=more))))
    assert entry.link == URL


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<pubDate>Wed, 02 Apr 2031 07:40:00 GMT</pubDate>", "2031-04-02T07:40:00Z"),
        ("<pubDate>2 Apr 2031</pubDate>", "2031-04-02"),
        ("<dc:date>2031-04-02T07:40:00-05:00</dc:date>", "2031-04-02T07:40:00-05:00"),
        ("<pubDate>soon</pubDate>", "soon"),
        ("<pubDate></pubDate>", None),
        ("", None),
    ],
)
def test_the_date_is_as_exact_as_the_feed_has_it(written: str, read: str | None) -> None:
    (page,) = pages(rss(item(content=STORY, more=written)))
    assert page.published == read


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16", "windows-1251"])
def test_a_feed_in_its_own_encoding(encoding: str) -> None:
    title = "Мост закрыт" if encoding == "windows-1251" else "Le pont fermé"
    (page,) = pages(rss(item(title, content=STORY), encoding=encoding))
    assert page.title == title


def test_what_a_script_would_do_is_left_out() -> None:
    (page,) = pages(rss(item(content=f"{STORY}<script>alert(1)</script><style>p {{}}</style>")))
    assert "alert" not in page.text
    assert "{" not in page.text


@pytest.mark.parametrize("name", ["feed.xml", "feed.rss", "feed.atom", "feed"])
def test_feeds_are_known_by_what_is_in_them(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(atom(ENTRY))
    assert read_page(tmp_path / name).title == "Bridge closes"


def test_feeds_are_taken_from_folders(tmp_path: Path) -> None:
    for name in ("a.xml", "b.rss", "c.atom"):
        (tmp_path / name).write_bytes(rss(item(content=STORY)))
    assert [Path(input.name).name for input in find_inputs([tmp_path])] == ["a.xml", "b.rss", "c.atom"]


def test_an_export_of_wordpress_with_comments_is_still_one() -> None:
    comment = "<wp:comment_id>1</wp:comment_id><wp:comment_content>So?</wp:comment_content>"
    comment = f"<wp:comment>{comment}</wp:comment>"
    data = rss(item(content=STORY, more=f"<wp:post_id>3</wp:post_id>{comment}")).replace(
        b"<rss ", b'<rss xmlns:wp="http://wordpress.org/export/1.2/" '
    )
    (page,) = pages(data)
    assert len(page.comments) == 1


@pytest.mark.parametrize("data", [
    b"<?xml version='1.0'?><urlset><url><loc>https://tribune.example/</loc></url></urlset>",
    b"<?xml version='1.0'?>", b"<?xml", b"<?xml version='1.0'?><rss", b"<rss", b"<feed>", b"<rdf:RDF/>",
])  # fmt: skip
def test_xml_that_is_no_feed(data: bytes) -> None:
    with pytest.raises(UnreadablePage):
        pages(data)


def test_what_is_no_feed_has_no_entries() -> None:
    assert entries_of(Input("a.html", b"<html><p>Hello</p></html>")) == ()
    assert entries_of(Input("a.txt", SENTENCE.encode())) == ()
    with pytest.raises(UnreadablePage):
        entries_of(Input("a", UnreadablePage("a", "gone", "look for it")))


def test_a_feed_that_breaks_off_gives_what_was_whole() -> None:
    data = rss(item(content=STORY), item("Ferry", content=STORY), item("Lost", content=STORY))
    first, second, *_ = pages(data[:-900])
    assert (first.title, second.title) == ("Bridge to close", "Ferry")
    assert "damaged-xml" in [problem.code for problem in first.problems]


def test_a_feed_that_never_ends_is_read_to_the_limit_and_refused() -> None:
    reading, writing = os.pipe()
    with open(writing, "wb", 0) as endless, open(reading, "rb"):
        endless.write(rss(*[item(content=STORY)] * 5)[:4000])
        (input,) = find_inputs([f"/dev/fd/{reading}"])
        with pytest.raises(UnreadablePage, match="limit of 3,000 bytes"):
            pages_of(input, limit=3000)


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("it reaches for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    (tmp_path / "secret").write_text("secret")
    doctype = f"""<!DOCTYPE rss SYSTEM "https://tribune.example/dtd" [<!ENTITY a SYSTEM "{tmp_path}/secret">
<!ENTITY b SYSTEM "https://tribune.example/b">]><rss"""
    data = rss(item(content=STORY, summary="x", more="<dc:creator>&a;&b;Ina</dc:creator>"))
    (page,) = pages(data.replace(b"<rss", doctype.encode(), 1))
    assert "secret" not in repr(page)


HOSTILE = {
    "entities": b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n + 1, b"&a%d;" % n * 10) for n in range(9))
    + b"]><rss><channel><item><title>&a9;</title></item></channel></rss>",
    "an author": rss(item(content=STORY, more=f"<author>{'a.' * 100_000}</author>")),
    "categories": rss(item(content=STORY, more="".join(f"<category>{n}</category>" for n in range(30_000)))),
    "nesting": b"<rss><channel><item>" + b"<a>" * 30_000,
    "markup": rss(item(summary="<div>" * 20_000)),
    "openings": rss(item(summary="<a <" * 20_000)),
    "numbers": rss(item(content=STORY, more="<description>&#99999999999;&#xD800;</description>")),
    "broken": b"<rss><channel><item><description>" + b"<" * 30_000,
    "links": rss(item(link="http://[::1" + "a" * 10_000)),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_feed_takes_no_more_than_its_time(data: bytes) -> None:
    began = time.monotonic()
    with suppress(UnreadablePage):
        pages(data)
    assert time.monotonic() - began < 3


@given(
    st.binary(max_size=200),
    st.integers(0, 1500),
    st.sampled_from([rss(item(content=STORY)), atom(ENTRY), RDF]),
)
def test_damage_is_never_more_than_an_unreadable_page(junk: bytes, at: int, feed: bytes) -> None:
    data = feed[:at] + junk + feed[at + len(junk) :]
    try:
        found = pages(data)
    except UnreadablePage:
        return
    for page in found:
        assert all(0 <= block.span[0] <= block.span[1] <= len(page.text) for block in page.blocks)


@pytest.mark.parametrize(
    ("type", "data", "form"),
    [
        ("text/html", b"<p>Hello", "html"),
        ("text/html", rss(), "xml"),
        ("text/plain", rss(), "xml"),
        ("text/plain", b"{Hello}", "text"),
        ("text/plain", b"<!DOCTYPE html><p>Hello", "html"),
        ("application/xml", b"<?xml version='1.0'?><html><p>Hello</p></html>", "html"),
        ("application/xhtml+xml", b"<?xml version='1.0'?><html><p>Hello</p></html>", "html"),
        ("application/rss+xml", b"<disqus/>", "xml"),
        ("application/json", b"[1]", "record"),
        ("", b"<html>", "html"),
        ("", b"Hello", "text"),
        ("", atom(), "xml"),
    ],
)
def test_how_something_served_is_read(type: str, data: bytes, form: str) -> None:
    assert form_served(type, data) == form

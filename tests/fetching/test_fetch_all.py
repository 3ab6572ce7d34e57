"""Addresses become bytes as they come, and one that fails costs no other."""

from __future__ import annotations

import gzip
import itertools
import threading
import time
import zlib
from collections.abc import Iterator

import pytest
from fetching.serving import PAGE, TEXT, Names, Piece, Site, answer, redirect, serving

from sayso import __version__
from sayso.errors import UnreadablePage
from sayso.fetching import Fetched, Policy, fetch_all
from sayso.reading import pages_of

LOCAL = Policy(delay=0.0, allow_private=True, seconds=5.0)


def fetched(url: str, policy: Policy = LOCAL) -> Fetched:
    (outcome,) = fetch_all([url], policy=policy)
    assert isinstance(outcome, Fetched), outcome
    return outcome


def refused(url: str, policy: Policy = LOCAL) -> UnreadablePage:
    (outcome,) = fetch_all([url], policy=policy)
    assert isinstance(outcome, UnreadablePage), outcome
    return outcome


def test_a_page_is_fetched_and_read(site: Site) -> None:
    site.routes["/bridge"] = answer()
    outcome = fetched(site.url("/bridge#comments"))
    assert outcome.url == site.url("/bridge#comments")
    assert outcome.final_url == site.url("/bridge")
    assert (outcome.content, outcome.content_type, outcome.charset) == (PAGE, "text/html", "utf-8")
    assert outcome.fetched_at.endswith("Z")
    input = outcome.as_input()
    assert (input.name, input.url, input.fetched) == (outcome.url, outcome.final_url, outcome.fetched_at)
    (page,) = pages_of(input)
    assert (page.title, page.url, page.id) == ("Bridge to close", outcome.final_url, outcome.final_url)


def test_it_says_who_it_is_and_keeps_no_cookies(site: Site) -> None:
    site.routes["/a"] = answer(PAGE, "Set-Cookie: seen=1")
    site.routes["/b"] = answer()
    list(fetch_all([site.url("/a"), site.url("/b")], policy=LOCAL))
    for _, _, head in site.asked:
        assert f"\r\nUser-Agent: Sayso/{__version__}\r\n" in head
        assert "cookie" not in head.lower()


def test_one_that_fails_costs_no_other(site: Site) -> None:
    site.routes["/a"] = site.routes["/c"] = answer()
    outcomes = list(fetch_all([site.url(path) for path in ("/a", "/b", "/c")], policy=LOCAL))
    assert [type(outcome) for outcome in outcomes] == [Fetched, UnreadablePage, Fetched]


def test_an_address_given_twice_is_fetched_once(site: Site) -> None:
    site.routes["/a"] = answer()
    assert len(list(fetch_all([site.url("/a")] * 3, policy=LOCAL))) == 1
    assert site.paths == ["/robots.txt", "/a"]


def test_no_addresses() -> None:
    assert list(fetch_all([])) == []


def test_hosts_are_asked_at_once_and_each_comes_when_it_is_finished(site: Site) -> None:
    def slow() -> Iterator[Piece]:
        yield 0.5
        yield answer()

    site.routes |= {"/slow": slow, "/quick": answer()}
    names = Names({"tribune.example": ["127.0.0.1"], "gazette.example": ["127.0.0.1"]})
    urls = [site.url("/slow", host="tribune.example"), site.url("/quick", host="gazette.example")]
    outcomes = list(fetch_all(urls, policy=LOCAL, resolver=names))
    assert [outcome.url for outcome in outcomes if isinstance(outcome, Fetched)] == urls[::-1]


def test_redirects_are_followed_to_the_final_address(site: Site) -> None:
    site.routes |= {"/a": redirect("b?x=1#top"), "/b?x=1": redirect(site.url("/c")), "/c": answer()}
    outcome = fetched(site.url("/a"))
    assert (outcome.url, outcome.final_url) == (site.url("/a"), site.url("/c"))


def test_redirects_in_a_circle(site: Site) -> None:
    site.routes |= {"/a": redirect("/b"), "/b": redirect("/a")}
    assert "in a circle" in refused(site.url("/a")).reason
    assert site.paths == ["/robots.txt", "/a", "/b"]


def test_redirects_without_an_end(site: Site) -> None:
    site.routes |= {f"/{n}": redirect(f"/{n + 1}") for n in range(30)}
    assert "more than 10 times" in refused(site.url("/0")).reason
    assert len(site.paths) == 12


@pytest.mark.parametrize("to", ["http://[", "ftp://files.example/a", "file:///etc/hosts", "http://", "//:9/"])
def test_redirects_to_nowhere(site: Site, to: str) -> None:
    site.routes["/a"] = redirect(to)
    assert refused(site.url("/a")).file == site.url("/a")


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "500 Oh", "204 No Content", "299 Hm"])
def test_an_answer_that_is_no_page(site: Site, status: str) -> None:
    site.routes["/a"] = answer(b"", status=status)
    error = refused(site.url("/a"))
    assert status[:3] in error.reason
    assert error.file == site.url("/a")


@pytest.mark.parametrize("type", ["application/pdf", "image/png", "application/octet-stream", "video/mp4"])
def test_a_type_that_is_not_read(site: Site, type: str) -> None:
    site.routes["/a"] = answer(b"%PDF-1.7", type=type)
    assert type in refused(site.url("/a")).reason


def test_a_page_without_a_type_is_known_by_how_it_begins(site: Site) -> None:
    site.routes["/a"] = answer(type=None)
    assert fetched(site.url("/a")).as_input().form == "html"


def test_what_the_server_says_of_the_encoding_counts(site: Site) -> None:
    page = PAGE.decode().replace("council", "Совет города").encode("cp1251")
    site.routes["/a"] = answer(page, type="text/html; charset=windows-1251")
    (read,) = pages_of(fetched(site.url("/a")).as_input())
    assert "Совет города" in read.text
    assert not any("encoding" in problem.code for problem in read.problems)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw deflate", "identity"])
def test_what_is_packed_is_unpacked(site: Site, coding: str) -> None:
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(PAGE), "deflate": zlib.compress(PAGE), "identity": PAGE,
        "raw deflate": raw.compress(PAGE) + raw.flush(),
    }  # fmt: skip
    site.routes["/a"] = answer(packed[coding], f"Content-Encoding: {coding.split()[-1]}")
    assert fetched(site.url("/a")).content == PAGE


def test_a_bomb_is_not_unpacked_beyond_the_limit(site: Site) -> None:
    bomb = gzip.compress(b"\0" * 20_000_000)
    site.routes["/a"] = answer(bomb, "Content-Encoding: gzip")
    assert len(bomb) < 100_000
    assert "limit of 100,000 bytes" in refused(site.url("/a"), Policy(
        delay=0.0, allow_private=True, limit=100_000
    )).reason  # fmt: skip


def test_a_body_without_an_end(site: Site) -> None:
    def endless() -> Iterator[Piece]:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        yield from itertools.repeat(b"<p>And so on.</p>" * 1000)

    site.routes["/a"] = endless
    policy = Policy(delay=0.0, allow_private=True, limit=1_000_000)
    assert "limit of 1,000,000 bytes" in refused(site.url("/a"), policy).reason


def test_a_body_that_is_announced_as_too_large_is_not_begun(site: Site) -> None:
    site.routes["/a"] = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999999\r\n\r\n"
    assert "limit of" in refused(site.url("/a")).reason


@pytest.mark.parametrize("first", [b"", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>"])
def test_a_body_that_does_not_come(site: Site, first: bytes) -> None:
    def slow() -> Iterator[Piece]:
        yield first
        for _ in range(100):
            yield 0.05
            yield b"x" if first else b""

    site.routes["/a"] = slow
    began = time.monotonic()
    error = refused(site.url("/a"), Policy(delay=0.0, allow_private=True, seconds=0.3))
    assert "longer than 0.3 seconds" in error.reason
    assert time.monotonic() - began < 2


CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    "sent",
    [
        b"", b"\r\n\r\n", b"nonsense\r\n\r\n", b"HTTP/1.1 OK 200\r\n\r\n", b"HTTP/1.1 200 OK\r\nX" * 3,
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n<p>Cut",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: -1\r\n\r\n<p>Cut",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
        CHUNKED + b"5\r\n<p>Cu", CHUNKED + b"zz\r\n<p>Cut\r\n0\r\n\r\n",
        CHUNKED + b"-5\r\n<p>Cut\r\n0\r\n\r\n",
        CHUNKED + b"5\r\n<p>Cut and more\r\n0\r\n\r\n", CHUNKED + b"f" * 5000,
        answer(b"not gzip", "Content-Encoding: gzip"),
        answer(gzip.compress(PAGE)[:50], "Content-Encoding: gzip"),
        answer(PAGE, "Content-Encoding: compress"), answer(PAGE, "Content-Encoding: gzip, gzip, gzip"),
        b"HTTP/1.1 302 Found\r\nLocation: \xff\xfe\x00\r\nContent-Length: 0\r\n\r\n",
    ],
)  # fmt: skip
def test_a_server_that_talks_nonsense_costs_only_its_page(site: Site, sent: bytes) -> None:
    site.routes |= {"/a": sent, "/b": answer()}
    bad, good = fetch_all([site.url("/a"), site.url("/b")], policy=LOCAL)
    assert isinstance(bad, UnreadablePage)
    assert isinstance(good, Fetched)
    assert TEXT.encode() in good.content


def test_nobody_listens(site: Site) -> None:
    with serving() as gone:
        pass
    assert "cannot be connected to" in refused(gone.url("/a")).reason


def test_a_password_is_neither_sent_nor_told(site: Site) -> None:
    error = refused(f"http://ina:secret@127.0.0.1:{site.port}/a")
    assert "secret" not in str(error)
    assert site.connections == 0


def test_it_stops_when_nobody_wants_more(site: Site) -> None:
    def slow() -> Iterator[Piece]:
        yield 5.0

    site.routes |= {"/0": answer()} | {f"/{n}": slow for n in range(1, 50)}
    outcomes = fetch_all([site.url(f"/{n}") for n in range(50)], policy=LOCAL)
    assert isinstance(next(outcomes), Fetched)
    began = time.monotonic()
    outcomes.close()
    assert time.monotonic() - began < 1
    assert not [thread for thread in threading.enumerate() if thread.name == "sayso-fetching"]


def test_it_does_not_run_far_ahead_of_whoever_reads(site: Site) -> None:
    site.routes |= {f"/{n}": answer() for n in range(30)}
    policy = Policy(delay=0.0, allow_private=True, hosts=1)
    outcomes = fetch_all([site.url(f"/{n}") for n in range(30)], policy=policy)
    next(outcomes)
    time.sleep(0.2)
    assert len(site.paths) <= 5
    assert len(list(outcomes)) == 29

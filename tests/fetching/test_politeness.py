"""Sites are asked what they want of programs, and not more often than they like."""

from __future__ import annotations

from itertools import pairwise

import pytest
from fetching.serving import Names, Site, answer, redirect

from sayso.errors import UnreadablePage
from sayso.fetching import Fetched, Policy, fetch_all
from sayso.fetching.robots import robots_of

LOCAL = Policy(delay=0.0, allow_private=True, seconds=5.0)
AGENT = "Sayso/0.1.0"


def robots(site: Site, words: str) -> None:
    site.routes["/robots.txt"] = answer(words.encode(), type="text/plain")


def times(site: Site) -> list[float]:
    moments = [moment for moment, _, _ in site.asked]
    return [after - before for before, after in pairwise(moments)]


def test_what_robots_txt_forbids_is_not_asked_for(site: Site) -> None:
    site.routes |= {"/open": answer(), "/closed/a": answer()}
    robots(site, "User-agent: *\nDisallow: /closed/\n")
    closed, opened = fetch_all([site.url("/closed/a"), site.url("/open")], policy=LOCAL)
    assert isinstance(closed, UnreadablePage)
    assert "robots.txt" in closed.reason
    assert isinstance(opened, Fetched)
    assert site.paths == ["/robots.txt", "/open"]


def test_rules_for_sayso_count_before_those_for_all(site: Site) -> None:
    site.routes |= {"/a": answer(), "/b": answer()}
    robots(site, "User-agent: *\nDisallow: /a\n\nUser-agent: Sayso\nDisallow: /b\n")
    a, b = fetch_all([site.url("/a"), site.url("/b")], policy=LOCAL)
    assert isinstance(a, Fetched)
    assert isinstance(b, UnreadablePage)


def test_a_redirect_is_asked_about_too(site: Site) -> None:
    site.routes |= {"/a": redirect("/closed"), "/closed": answer()}
    robots(site, "User-agent: *\nDisallow: /closed\n")
    (outcome,) = fetch_all([site.url("/a")], policy=LOCAL)
    assert isinstance(outcome, UnreadablePage)
    assert site.paths == ["/robots.txt", "/a"]


@pytest.mark.parametrize(
    ("status", "open"),
    [("404 Not Found", True), ("403 Forbidden", True), ("500 Oh", False), ("503 Later", False)],
)
def test_a_site_without_robots_txt_is_open_and_one_that_fails_is_not(
    site: Site, status: str, open: bool
) -> None:
    site.routes |= {"/a": answer(), "/robots.txt": answer(b"", status=status)}
    (outcome,) = fetch_all([site.url("/a")], policy=LOCAL)
    assert isinstance(outcome, Fetched) is open
    assert ("/a" in site.paths) is open


def test_robots_txt_may_be_elsewhere(site: Site) -> None:
    site.routes |= {
        "/a": answer(),
        "/robots.txt": redirect("/rules"),
        "/rules": answer(b"User-agent: *\nDisallow: /"),
    }
    (outcome,) = fetch_all([site.url("/a")], policy=LOCAL)
    assert isinstance(outcome, UnreadablePage)
    assert site.paths == ["/robots.txt", "/rules"]


def test_robots_txt_in_a_circle_is_none(site: Site) -> None:
    site.routes |= {"/a": answer(), "/robots.txt": redirect("/robots.txt")}
    (outcome,) = fetch_all([site.url("/a")], policy=LOCAL)
    assert isinstance(outcome, Fetched)
    assert site.paths == ["/robots.txt"] * 6 + ["/a"]


def test_robots_txt_without_an_end_closes_the_site(site: Site) -> None:
    site.routes |= {"/a": answer(), "/robots.txt": answer(b"# more\n" * 1_000_000)}
    (outcome,) = fetch_all([site.url("/a")], policy=LOCAL)
    assert isinstance(outcome, UnreadablePage)


def test_requests_to_a_host_are_some_time_apart(site: Site) -> None:
    site.routes |= {f"/{n}": answer() for n in range(3)}
    policy = Policy(delay=0.15, allow_private=True, per_host=3)
    list(fetch_all([site.url(f"/{n}") for n in range(3)], policy=policy))
    assert len(site.asked) == 4
    assert min(times(site)) >= 0.14


def test_redirects_wait_for_their_turn_too(site: Site) -> None:
    site.routes |= {"/a": redirect("/b"), "/b": answer()}
    list(fetch_all([site.url("/a")], policy=Policy(delay=0.15, allow_private=True)))
    assert min(times(site)) >= 0.14


def test_a_site_may_ask_for_more_time(site: Site) -> None:
    site.routes |= {f"/{n}": answer() for n in range(3)}
    robots(site, "User-agent: *\nCrawl-delay: 0.2\n")
    list(fetch_all([site.url(f"/{n}") for n in range(3)], policy=LOCAL))
    assert min(times(site)[1:]) >= 0.19


def test_no_site_may_ask_for_a_year(site: Site) -> None:
    site.routes |= {f"/{n}": answer() for n in range(2)}
    robots(site, "User-agent: *\nCrawl-delay: 31536000\n")
    policy = Policy(delay=0.0, longest_delay=0.1, allow_private=True)
    assert len(list(fetch_all([site.url(f"/{n}") for n in range(2)], policy=policy))) == 2


def test_other_hosts_need_not_wait(site: Site) -> None:
    site.routes["/"] = answer()
    hosts = [f"paper{n}.example" for n in range(4)]
    names = Names({host: ["127.0.0.1"] for host in hosts})
    policy = Policy(delay=0.3, allow_private=True)
    list(fetch_all([site.url(host=host) for host in hosts], policy=policy, resolver=names))
    first, last = site.asked[0][0], site.asked[-1][0]
    assert len(site.asked) == 8
    assert last - first < 0.9


@pytest.mark.parametrize(
    "words",
    [
        "".join(f"User-agent: a{n}\n" for n in range(15_000)) + "Disallow: /a*b\n" * 15_000,
        "User-agent: *\nDisallow: /" + "*a" * 100_000 + "*b$\n",
        "User-agent: *\n" + "Disallow: /*a*a*a*a*a*a*a*b\n" * 15_000,
        "\0\n" * 200_000,
        "User-agent" * 40_000,
    ],
)
def test_hostile_rules_are_read_quickly(words: str) -> None:
    rules = robots_of(200, words.encode(), AGENT)
    assert rules.allows("https://tribune.example/" + "a" * 2000, AGENT)


def test_rules_that_are_no_text() -> None:
    assert robots_of(200, bytes(range(256)) * 100, AGENT).allows("https://tribune.example/", AGENT)

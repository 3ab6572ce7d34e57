"""Nothing is reached that is not public, however it is written, redirected to or looked up."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterator

import pytest
from fetching.serving import Names, Site, answer, redirect, serving
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadablePage
from sayso.fetching import Fetched, Policy, fetch_all, guard
from sayso.fetching.guard import NotPublic, is_public, public_socket

INSIDE = [
    "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "100.127.255.255", "0.0.0.0", "0.1.2.3", "224.0.0.1",
    "239.255.255.255", "240.0.0.1", "255.255.255.255", "192.0.0.1", "192.0.2.1",
    "198.18.0.1", "198.51.100.7", "203.0.113.9",
    "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1", "2001:db8::1",
    "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:0:127.0.0.1",
    "2002:7f00:1::", "2002:a00:1::1", "2002:c0a8:101::", "64:ff9b::127.0.0.1", "64:ff9b::10.1.2.3",
    "64:ff9b:1::8.8.8.8", "2001::1", "2001:0:7f00:1::", "100::1", "4000::1", "5f00::1",
]  # fmt: skip
HERE = "127.0.0.1", "2130706433", "0x7f.1", "127.1", "[::ffff:127.0.0.1]"
OUTSIDE = [
    "8.8.8.8", "1.1.1.1", "93.184.216.34", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1",
    "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "2002:808:808::1", "64:ff9b::8.8.8.8",
]  # fmt: skip

NETWORKS = [
    ipaddress.ip_network(network)
    for network in (
        "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10",
        "224.0.0.0/4", "240.0.0.0/4", "0.0.0.0/8", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    )
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_inside(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", OUTSIDE)
def test_an_address_outside(address: str) -> None:
    assert is_public(address)


def within(network: ipaddress.IPv4Network | ipaddress.IPv6Network) -> st.SearchStrategy[object]:
    return st.ip_addresses(network=network)


def in_ipv6(inner: ipaddress.IPv4Address) -> list[str]:
    number = int(inner)
    return [
        f"::ffff:{inner}",
        str(ipaddress.IPv6Address((0x2002 << 112) | (number << 80))),
        str(ipaddress.IPv6Address((0x64FF9B << 96) | number)),
    ]


@given(st.sampled_from(NETWORKS).flatmap(within))
def test_no_address_of_a_closed_network_is_public(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    assert not is_public(str(address))


@given(st.ip_addresses(v=4))
def test_ipv4_within_ipv6_is_as_public_as_it_is_itself(address: ipaddress.IPv4Address) -> None:
    assert {is_public(form) for form in in_ipv6(address)} == {is_public(str(address))}


@given(st.ip_addresses())
def test_what_python_knows_as_closed_is_not_public(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if address.is_loopback or address.is_link_local or address.is_multicast or address.is_unspecified:
        assert not is_public(str(address))
    if address.version == 4 and (address.is_private or address.is_reserved):
        assert not is_public(str(address))


@given(st.text(max_size=20))
def test_what_is_no_address_is_not_public(words: str) -> None:
    try:
        ipaddress.ip_address(words)
    except ValueError:
        assert not is_public(words)


@given(st.sampled_from(INSIDE), st.integers(0, 65535))
def test_no_socket_is_made_for_an_address_inside(address: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with pytest.raises(NotPublic):
        public_socket((family, socket.SOCK_STREAM, 6, "", (address, port)))


def refused(url: str, policy: Policy | None = None, **more: Names) -> UnreadablePage:
    (outcome,) = fetch_all([url], policy=policy or Policy(delay=0.0, seconds=3.0), **more)
    assert isinstance(outcome, UnreadablePage), outcome
    return outcome


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "LOCALHOST", "localhost.", "127.1", "127.0.1", "2130706433", "017700000001",
        "0x7f000001", "0x7f.1", "0177.0.0.1", "0x7F.0x0.0x0.0x1", "127.0.0.1.", "0", "0.0.0.0", "[::1]",
        "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:0:0:1]", "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]", "[fe80::1%25lo]", "１２７.0.0.1", "127。0。0。1",
        "169.254.169.254", "2852039166", "3232235777", "0xa9fea9fe",
        "1.2.3.4.5", "127.0.0.256", "0x7g", "99999999999",
    ],
)  # fmt: skip
def test_a_private_host_however_it_is_written(host: str) -> None:
    reason = refused(f"http://{host}/").reason
    assert "is no public address" in reason or host == "localhost."  # which not all systems know


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::ffff:127.0.0.1]"]
)
def test_a_server_on_this_machine_sees_no_connection(site: Site, host: str) -> None:
    site.routes["/"] = answer()
    refused(site.url(host=host), Policy(delay=0.0, seconds=3.0, ports=frozenset({site.port})))
    assert site.connections == 0


def test_what_is_private_is_reached_if_that_is_allowed(site: Site) -> None:
    site.routes["/"] = answer()
    policy = Policy(delay=0.0, allow_private=True)
    outcomes = [*fetch_all([site.url(), site.url(host="localhost")], policy=policy)]
    assert all(isinstance(outcome, Fetched) for outcome in outcomes)


@pytest.mark.parametrize("url", [
    "http://tribune.example:22/", "http://tribune.example:8080/", "https://tribune.example:6379/",
    "http://ina@tribune.example/", "http://:x@tribune.example/", "http://tribune.example:99999/", "http:///a",
    "http://", "https://?", "http://tribune.example:x/", "http://[::1/", "http://" + "a" * 300 + ".example/",
    "http://tribune.example/" + "a" * 9000, "http://a..example/", "ftp://tribune.example/", "file:///etc/hosts",
    "story.html", "", "http://\0/", "http://tribune .example/", "http://\ud800.example/",
])  # fmt: skip
def test_an_address_that_is_not_even_looked_up(url: str) -> None:
    names = Names({"tribune.example": ["127.0.0.1"]})
    refused(url, resolver=names)
    assert not names.asked


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.0.0.1", "::1", "fe80::1", "::ffff:127.0.0.1"])
def test_a_name_that_stands_for_a_private_address(inside: str) -> None:
    names = Names({"tribune.example": [inside]})
    refused("http://tribune.example/", resolver=names)
    assert names.asked == ["tribune.example"]


@pytest.fixture
def open_to_2(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], bool]:
    """Makes 127.0.0.2 pass for public, as no test can reach what is."""

    def passes(address: str) -> bool:
        return address == "127.0.0.2" or is_public(address)

    monkeypatch.setattr(guard, "is_public", passes)
    return passes


@pytest.mark.usefixtures("open_to_2")
class TestBetweenTwoServers:
    """One at an address that passes for public, one inside at the same port, which must see nothing."""

    @pytest.fixture
    def outside(self) -> Iterator[Site]:
        try:
            with serving("127.0.0.2") as site:
                yield site
        except OSError:
            pytest.skip("this machine has no 127.0.0.2")

    @pytest.fixture
    def inside(self, outside: Site) -> Iterator[Site]:
        with serving("127.0.0.1", outside.port) as site:
            site.routes["/"] = answer()
            yield site

    def test_the_one_outside_is_reached(self, outside: Site) -> None:
        outside.routes["/"] = answer()
        policy = Policy(delay=0.0, ports=frozenset({outside.port}))
        names = Names({"tribune.example": ["127.0.0.2"]})
        (outcome,) = fetch_all([outside.url(host="tribune.example")], policy=policy, resolver=names)
        assert isinstance(outcome, Fetched)

    def test_a_name_that_is_private_on_the_second_look_up(self, outside: Site, inside: Site) -> None:
        outside.routes["/"] = answer()
        policy = Policy(delay=0.0, ports=frozenset({outside.port}))
        names = Names({"tribune.example": ["127.0.0.2", "127.0.0.1"]})
        error = refused(outside.url(host="tribune.example"), policy, resolver=names)
        assert "no public address" in error.reason
        assert outside.paths == ["/robots.txt"]
        assert names.asked == ["tribune.example"] * 2
        assert inside.connections == 0

    def test_a_resolver_that_does_not_check(
        self, outside: Site, inside: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sayso.fetching.asking.PublicResolver", lambda inner: inner)
        policy = Policy(delay=0.0, ports=frozenset({outside.port}))
        names = Names({"tribune.example": ["127.0.0.2", "127.0.0.1"]})
        assert "no public address" in refused(
            outside.url(host="tribune.example"), policy, resolver=names
        ).reason  # fmt: skip
        assert inside.connections == 0

    @pytest.mark.parametrize(
        "host", ["127.0.0.1", "gazette.example", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"]
    )
    @pytest.mark.parametrize("path", ["/", "/robots.txt"])
    def test_a_redirect_that_leads_inside(self, outside: Site, inside: Site, host: str, path: str) -> None:
        outside.routes[path] = redirect(inside.url(host=host))
        policy = Policy(delay=0.0, ports=frozenset({outside.port}))
        names = Names({"tribune.example": ["127.0.0.2"], "gazette.example": ["127.0.0.1"]})
        refused(outside.url(host="tribune.example"), policy, resolver=names)
        assert inside.connections == 0

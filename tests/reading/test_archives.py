"""The pages in a web archive, and what of it is whole where it breaks off."""

from __future__ import annotations

import gzip
import io
import random
import zlib
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from itertools import accumulate
from pathlib import Path

import brotli
import pytest
from fastwarc.stream_io import ZstdWriter
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadablePage
from sayso.reading import Input, find_inputs, pages_of
from sayso.reading.archives import archived

TEXT = "The old bridge over the Orlan will close in May, the council of Port Calder said on Monday."
PAGE = f"<html><body><h1>Bridge to close</h1><p>{TEXT}</p><p>{TEXT} Ferries go on.</p></body></html>".encode()


def record(kind: str, block: bytes, *headers: str, url: str = "https://tribune.example/1") -> bytes:
    lines = [
        "WARC/1.1", f"WARC-Type: {kind}", "WARC-Record-ID: <urn:uuid:0f9a6f2e-0000-4000-8000-000000000000>",
        "WARC-Date: 2031-04-02T07:40:00Z", f"WARC-Target-URI: {url}", f"Content-Length: {len(block)}",
        f"Content-Type: application/http; msgtype={kind}", *headers,
    ]  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def response(
    body: bytes = PAGE,
    *headers: str,
    status: str = "200 OK",
    type: str = "text/html; charset=utf-8",
    number: int = 1,
) -> bytes:
    head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {type}", *headers]).encode()
    return record("response", head + b"\r\n\r\n" + body, url=f"https://tribune.example/{number}")


def zstd(data: bytes) -> bytes:
    out = io.BytesIO()
    writer = ZstdWriter(out)
    for at in range(0, len(data), 100_000):  # fastwarc's writer loses data when it gets much at once
        writer.write(data[at : at + 100_000])
    writer.finish()
    writer.flush()
    return out.getvalue()


RECORDS = [
    record("warcinfo", b"software: a crawler of Port Calder\r\n"),
    record("request", b"GET /1 HTTP/1.1\r\nHost: tribune.example\r\n\r\n"),
    response(number=1),
    response(b"", "Location: /1", status="301 Moved", number=2),
    response(b"\x89PNG", type="image/png", number=3),
    record("revisit", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
    response(TEXT.encode(), type="text/plain", number=4),
    record("metadata", b"via: https://tribune.example/\r\n"),
]
WAYS: dict[str, Callable[[bytes], bytes]] = {"": bytes, ".gz": gzip.compress, ".zst": zstd}

Archive = Callable[[bytes], list[Input]]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    def read(data: bytes) -> list[Input]:
        file = tmp_path / "saved.warc.gz"
        file.write_bytes(data)
        return list(archived(file))

    return read


def failure(input: Input) -> UnreadablePage:
    assert isinstance(input.content, UnreadablePage), input
    return input.content


@pytest.mark.parametrize("way", WAYS)
def test_each_page_is_an_input(tmp_path: Path, way: str) -> None:
    file = tmp_path / f"saved.warc{way}"
    file.write_bytes(b"".join(map(WAYS[way], RECORDS)))
    records: Counter[str] = Counter()
    first, second = find_inputs([file], records=records)
    assert (first.name, second.name) == (f"{file}#3", f"{file}#7")
    assert (first.content, first.form, first.charset) == (PAGE, "html", "utf-8")
    assert (first.url, first.fetched) == ("https://tribune.example/1", "2031-04-02T07:40:00Z")
    (page,) = pages_of(first)
    assert (page.title, page.url, page.id) == ("Bridge to close", first.url, first.url)
    assert pages_of(second)[0].text == TEXT
    assert records == {"page": 2, "response": 2, "warcinfo": 1, "request": 1, "revisit": 1, "metadata": 1}


def test_archives_are_taken_from_folders(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(response())
    (tmp_path / "b.warc.gz").write_bytes(gzip.compress(response()))
    assert [Path(input.name).name for input in find_inputs([tmp_path])] == ["a.warc#1", "b.warc.gz#1"]


def test_one_gzip_member_for_all_is_read_too(archive: Archive) -> None:
    assert [input.form for input in archive(gzip.compress(b"".join(RECORDS)))] == ["html", "text"]


def raw_deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def chunked(data: bytes, size: int = 100) -> bytes:
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%X;a=b\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("sent", "headers"),
    [
        (PAGE, ["Content-Encoding: identity"]),
        (gzip.compress(PAGE), ["Content-Encoding: gzip"]),
        (zlib.compress(PAGE), ["content-encoding: Deflate"]),
        (raw_deflated(PAGE), ["Content-Encoding: deflate"]),
        (brotli.compress(PAGE), ["Content-Encoding: br"]),
        (zstd(PAGE), ["Content-Encoding: zstd"]),
        (chunked(PAGE), ["Transfer-Encoding: chunked"]),
        (chunked(gzip.compress(PAGE)), ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]),
        (PAGE, ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]),
        (PAGE, ["Content-Encoding: br"]),
    ],
)
def test_bodies_are_unpacked_also_where_the_archive_has_done_so(
    archive: Archive, sent: bytes, headers: list[str]
) -> None:
    (input,) = archive(response(sent, *headers))
    assert input.content == PAGE


@pytest.mark.parametrize(
    ("sent", "headers"),
    [
        (gzip.compress(PAGE)[:-20], ["Content-Encoding: gzip"]),
        (b"\x1f\x8b" + b"x" * 100, ["Content-Encoding: gzip"]),
        (brotli.compress(PAGE)[:-20], ["Content-Encoding: br"]),
        (zstd(PAGE)[:-20], ["Content-Encoding: zstd"]),
        (chunked(PAGE)[:-40], ["Transfer-Encoding: chunked"]),
        (b"5\r\n<html\r\nzz\r\n", ["Transfer-Encoding: chunked"]),
        (b"-5\r\n<html", ["Transfer-Encoding: chunked", "Content-Encoding: br"]),
        (PAGE, ["Content-Encoding: compress"]),
        (PAGE, ["Content-Encoding: gzip, gzip, gzip"]),
    ],
)
def test_a_damaged_body_costs_only_its_page(archive: Archive, sent: bytes, headers: list[str]) -> None:
    bad, good = archive(response(sent, *headers) + response(number=2))
    assert failure(bad).file.endswith("saved.warc.gz#1")
    assert good.content == PAGE


def test_a_page_that_the_archive_cut_short_itself(archive: Archive) -> None:
    cut = record(
        "response", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Th", "WARC-Truncated: length"
    )
    assert "only the beginning" in failure(archive(cut)[0]).reason


@pytest.mark.parametrize(
    ("sent", "coding"),
    [
        (gzip.compress(b"\0" * 30_000_000), "gzip"),
        (gzip.compress(gzip.compress(b"\0" * 30_000_000)), "gzip, gzip"),
        (zlib.compress(b"\0" * 30_000_000), "deflate"),
        (brotli.compress(b"\0" * 30_000_000, quality=1), "br"),
        (zstd(b"\0" * 30_000_000), "zstd"),
    ],
)  # fmt: skip
def test_a_bomb_is_refused_at_the_limit(archive: Archive, sent: bytes, coding: str) -> None:
    bomb, good = archive(response(sent, f"Content-Encoding: {coding}") + response(number=2))
    assert len(sent) < 100_000
    assert "limit of 20,000,000 bytes" in failure(bomb).reason
    assert good.content == PAGE


def test_a_record_over_the_limit_costs_only_its_page(archive: Archive) -> None:
    large, good = archive(gzip.compress(response(b"\0" * 21_000_000)) + gzip.compress(response()))
    assert "limit of" in failure(large).reason
    assert good.content == PAGE


def test_an_archive_that_is_a_bomb(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.reading.archive_stream._UNSUSPICIOUS", 1_000_000)
    good, bomb = archive(
        gzip.compress(response()) + gzip.compress(b"\r\n" * 5_000_000) + gzip.compress(response())
    )
    assert good.content == PAGE
    assert "compression bomb" in failure(bomb).reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no page among its 0 records"),
        (TEXT.encode() * 10, "no web archive"),
        (gzip.compress(TEXT.encode() * 10), "no web archive"),
        (b"\x1f\x8b" + b"\0" * 50, "no web archive"),
        (b"WARC/1.0\r\n" + b"X: a\r\n" * 100_000, "no web archive"),
        (b"WARC/1.0\r\nX: " + b"a" * 1_000_000, "no web archive"),
        (RECORDS[0], "no page among its 1 records"),
    ],
)
def test_what_has_no_page_in_it_is_one_error(archive: Archive, data: bytes, reason: str) -> None:
    (only,) = archive(data)
    assert reason in failure(only).reason


@pytest.mark.parametrize("length", ["-5", "1e3", "9" * 30, "999999999999", "5000", "10", "", "x"])
def test_a_record_that_lies_about_its_size(archive: Archive, length: str) -> None:
    lying = response(number=2).replace(b"Content-Length: ", b"Content-Length: %s\r\nX: " % length.encode(), 1)
    first, *_, last = archive(response() + lying)
    assert first.content == PAGE
    failure(last)


def test_a_response_that_is_no_http(archive: Archive) -> None:
    (only,) = archive(record("response", b"\0\1\2\r\n\r\n<p>") + record("response", b"") + response())
    assert only.content == PAGE


@pytest.mark.parametrize(
    ("written", "read"),
    [("<https://tribune.example/1>", "https://tribune.example/1"), ("urn:tribune:1", None), ("", None)],
)
def test_an_address_that_is_none(archive: Archive, written: str, read: str | None) -> None:
    (only,) = archive(
        record("response", b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nHm.", url=written)
    )
    assert only.url == read


def test_a_missing_archive(tmp_path: Path) -> None:
    (only,) = find_inputs([tmp_path / "gone.warc.gz"])
    with pytest.raises(UnreadablePage, match="no such file"):
        pages_of(only)


SMALL = [
    response(b"<p>One.</p>", number=1),
    record("request", b"GET / HTTP/1.1\r\n\r\n"),
    response(b"<p>Two.</p>", number=2),
    response(b"", type="image/png"),
]
PACKED = {way: [pack(one) for one in SMALL] for way, pack in WAYS.items()}


@given(st.sampled_from(["", ".gz"]).flatmap(lambda way: st.tuples(
    st.just(way), st.integers(1, sum(map(len, PACKED[way])))
)))  # fmt: skip
def test_an_archive_cut_anywhere_gives_what_was_whole_and_says_so(
    tmp_path_factory: pytest.TempPathFactory, cut: tuple[str, int]
) -> None:
    way, size = cut
    ends = list(accumulate(map(len, PACKED[way])))
    trailer = 0 if way else 4  # the empty lines behind a record are no loss
    whole = sum(end - trailer <= size for end in ends)
    file = tmp_path_factory.getbasetemp() / "cut.warc"
    file.write_bytes(b"".join(PACKED[way])[:size])
    inputs = list(archived(file))
    pages = [input.content for input in inputs if isinstance(input.content, bytes)]
    expected = [b"<p>One.</p>", b"<p>Two.</p>"][: (whole > 0) + (whole > 2)]
    # What is packed may be whole though the checksum behind it is cut off.
    assert pages[: len(expected)] == expected
    assert len(pages) <= len(expected) + bool(way)
    failures = [input.content for input in inputs if isinstance(input.content, UnreadablePage)]
    assert len(failures) == (not any(end - trailer <= size <= end for end in ends))
    if failures and whole:
        assert any(f"after {whole + more} records" in failures[0].reason for more in range(1 + bool(way)))


@given(st.integers(1, 3000))
def test_a_zstd_archive_cut_anywhere_gives_what_was_whole(
    tmp_path_factory: pytest.TempPathFactory, behind: int
) -> None:
    pages = [random.Random(number).randbytes(3000).hex().encode() for number in range(3)]
    records = [zstd(response(page, type="text/plain")) for page in pages]
    file = tmp_path_factory.getbasetemp() / "cut.warc.zst"
    file.write_bytes(b"".join(records)[:-behind])
    *inputs, last = archived(file)
    # The third may be whole too, if only the end mark behind it is cut off.
    assert [input.content for input in inputs] == pages[: max(2, len(inputs))]
    assert "cut off or damaged" in failure(last).reason


@given(st.binary(max_size=300), st.sampled_from(sorted(WAYS)), st.integers(0, 3), st.integers(0, 400))
def test_damage_is_never_more_than_an_unreadable_page(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, way: str, number: int, at: int
) -> None:
    records = list(PACKED[way])
    records[number] = records[number][:at] + junk + records[number][at + len(junk) :]
    file = tmp_path_factory.getbasetemp() / "damaged.warc"
    file.write_bytes(b"".join(records))
    for input in archived(file):
        with suppress(UnreadablePage):
            pages_of(input)

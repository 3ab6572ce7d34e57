"""One page: what it is, what its id is, and what is refused."""

import gzip
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.errors import UnreadablePage
from sayso.reading import read_page

Write = Callable[[str, bytes | str], Path]

TEXT = "The bridge will close, the council said."
MARKUP = (
    f"<html><body><h1>Old bridge to close</h1><p>{TEXT}</p><p>{TEXT} It will open again.</p></body></html>"
)
RECORD = '{"text": "%s", "id": "r1"}' % TEXT  # noqa: UP031


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(name: str, content: bytes | str) -> Path:
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return write_file


@pytest.mark.parametrize(
    ("name", "content", "begins"),
    [
        ("a.txt", TEXT, TEXT),
        ("a", TEXT, TEXT),
        ("a.txt", MARKUP, "Old bridge to close\n\n"),
        ("a.asp", "<!-- saved -->\n<!DOCTYPE html>" + MARKUP, "Old bridge to close\n\n"),
        ("a.html", MARKUP.replace("html>", "x>"), "Old bridge to close\n\n"),
        ("a.xhtml", '<?xml version="1.0" encoding="utf-8"?>\n' + MARKUP, "Old bridge to close\n\n"),
        ("a.htm", MARKUP.encode("utf-16"), "Old bridge to close\n\n"),
        ("a", MARKUP.encode("utf-16"), "Old bridge to close\n\n"),
        ("a.json", RECORD, TEXT),
        ("a", RECORD, TEXT),
        ("a", RECORD.encode("utf-8-sig"), TEXT),
        ("a.txt", RECORD, RECORD),
        ("a", "{He} said so.", "{He} said so."),
    ],
)
def test_extension_and_content_decide_how_a_file_is_read(
    write: Write, name: str, content: bytes | str, begins: str
) -> None:
    assert read_page(write(name, content)).text.startswith(begins)


def test_bytes_a_path_and_its_name_are_the_same_page(write: Write) -> None:
    file = write("a.html", MARKUP)
    assert read_page(file) == read_page(str(file))
    assert read_page(MARKUP.encode(), id="x") == read_page(file, id="x")


def test_the_id_is_the_best_that_is_known(write: Write, tmp_path: Path) -> None:
    canonical = MARKUP.replace(
        "<body>", '<head><link rel="canonical" href="https://a.example/b"></head><body>'
    )
    assert read_page(write("a.json", RECORD)).id == "r1"
    assert read_page(write("a.json", RECORD), id="mine").id == "mine"
    assert read_page(write("a.html", canonical)).id == "https://a.example/b"
    assert read_page(write("a.txt", TEXT), url="https://a.example/c").id == "https://a.example/c"
    assert read_page(write("a.b.txt", TEXT)).id == (tmp_path / "a.b").as_posix()
    assert read_page(TEXT.encode()).id == read_page(TEXT.encode()).id != read_page(b"No.").id


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"PK\x03\x04\x14\0\0\0", "a ZIP archive"),
        (gzip.compress(TEXT.encode()), "a gzip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an Office document"),
        (b"{\\rtf1 The bridge}", "an RTF document"),
        (b"\0" * 100, "binary data"),
        (bytes(range(256)) * 4, "binary data"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a"])
def test_a_binary_file_is_refused_by_name(write: Write, name: str, content: bytes | str, kind: str) -> None:
    file = write(name, content)
    with pytest.raises(UnreadablePage) as caught:
        read_page(file)
    assert kind in caught.value.reason
    assert caught.value.file == str(file)
    assert caught.value.mend


@pytest.mark.parametrize("content", [b"", b" \r\n\t\n", "\ufeff".encode(), " \u00a0".encode("utf-16")])
def test_an_empty_file_is_unreadable(write: Write, content: bytes | str) -> None:
    with pytest.raises(UnreadablePage, match="there is no text in it"):
        read_page(write("a.txt", content))


@pytest.mark.parametrize("name", ["no/such/file.txt", "a\0b"])
def test_a_file_that_cannot_be_opened(name: str) -> None:
    with pytest.raises(UnreadablePage):
        read_page(name)


def test_a_folder_is_no_page(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePage, match="cannot be opened"):
        read_page(tmp_path)


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "huge.txt"
    file.touch()
    os.truncate(file, 200_000_000)
    monkeypatch.setattr("pathlib.Path.open", lambda *_, **__: pytest.fail("the file was opened"))
    with pytest.raises(UnreadablePage, match="limit of 20,000,000 bytes"):
        read_page(file)


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="needs a file without an end")
def test_a_file_without_an_end_is_over_the_limit() -> None:
    with pytest.raises(UnreadablePage, match="limit of 1,000 bytes"):
        read_page("/dev/zero", limit=1000)


def test_the_limit_can_be_raised(write: Write) -> None:
    file = write("a.txt", TEXT)
    with pytest.raises(UnreadablePage, match="limit of 10 bytes"):
        read_page(file, limit=10)
    assert read_page(file, limit=len(TEXT)).text == TEXT


def test_more_lines_than_a_story_has() -> None:
    with pytest.raises(UnreadablePage, match=r"more than 300,000 lines.* at any size; give one story a file"):
        read_page(b"a\n" * 300_001, limit=10**9)


@pytest.mark.parametrize("markup", ["", "<html><body><p>"])
def test_a_word_of_a_hundred_thousand_letters(markup: str) -> None:
    words = f"The council said so. {'a' * 100_000} is no word."
    page = read_page((markup + words).encode())
    assert page.text == words
    assert [problem.code for problem in page.problems] == ["unreadable-run"]
    assert page.problems[0].message.startswith("100,000 characters without a space")


def test_a_long_address_is_no_problem() -> None:
    assert read_page(f"The council said so on https://a.example/{'a' * 1500} in May.".encode()).problems == ()

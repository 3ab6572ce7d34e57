"""The words come out as they were written, and a guess is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Page
from sayso.reading import read_page

WORDS = "“It is not safe,” said Zoë Brôdé of the café – for £5."
ENGLISH = "The mayor said that the bridge of Norvale will be closed, and that it is for the best. " * 5
RUSSIAN = "Мэр заявил, что мост будет закрыт летом, и жители города согласились с этим решением. " * 3
POLISH = (
    "Burmistrz powiedział, że most zostanie zamknięty latem, a mieszkańcy zgodzili się z tą decyzją. " * 3
)
JAPANESE = "市長は橋が夏の間閉鎖されると述べ、住民は決定に同意した。" * 4


def codes(page: Page) -> list[str]:
    return [problem.code for problem in page.problems if problem.code != "not-english"]


def html(encoding: str, declared: str) -> bytes:
    body = f"<h1>{WORDS}</h1><p>{ENGLISH}</p><p>{ENGLISH}</p>"
    return f'<html><head><meta charset="{declared}"></head><body>{body}</body></html>'.encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_or_valid_utf8_is_certain(encoding: str) -> None:
    page = read_page(WORDS.encode(encoding))
    assert page.text == WORDS
    assert codes(page) == []


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_a_guess(order: str) -> None:
    page = read_page(WORDS.encode(order))
    assert page.text == WORDS
    assert codes(page) == ["guessed-encoding"]


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (WORDS + ENGLISH, "cp1252"),
        (WORDS + ENGLISH[:90], "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (POLISH, "cp1250"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        ("x" + JAPANESE * 500, "shift_jis"),
        (ENGLISH * 200 + WORDS + ENGLISH * 200, "cp1252"),
    ],
    ids=lambda value: value[:12],
)
def test_old_encodings_are_guessed_and_it_is_said(words: str, encoding: str) -> None:
    page = read_page(words.encode(encoding))
    assert page.text == words
    assert codes(page) == ["guessed-encoding"]


def test_a_declaration_in_html_is_believed() -> None:
    page = read_page(html("cp1252", "iso-8859-1"))
    assert page.title == WORDS
    assert codes(page) == []


def test_a_declaration_in_plain_text_is_not() -> None:
    page = read_page(("He wrote <meta charset=koi8-r> on it. " + ENGLISH + "Café.").encode("cp1252"))
    assert page.text.endswith("Café.")


def test_utf8_that_is_declared_as_something_else_is_still_utf8() -> None:
    page = read_page(html("utf-8", "windows-1252"))
    assert page.title == WORDS
    assert codes(page) == ["guessed-encoding"]


@pytest.mark.parametrize("label", ["rot13", "unicode_escape", "no-such-thing", "undefined", "utf-7"])
def test_a_declaration_that_is_no_character_set_is_passed_over(label: str) -> None:
    assert read_page(html("utf-8", label)).title == WORDS


def test_broken_utf8_is_mended_not_read_as_something_else() -> None:
    page = read_page(WORDS.encode() + b"\xe2\x80 and on.")
    assert page.text == WORDS + "\ufffd and on."
    assert codes(page) == ["broken-encoding"]
    assert page.problems[0].message.endswith("places: 1")


@settings(deadline=None)  # the first page that needs the language model waits for it
@given(st.lists(st.sampled_from("éüñßø’“”–łж橋"), min_size=3, max_size=30), st.data())
def test_utf8_of_which_up_to_half_is_broken_is_still_utf8(signs: list[str], data: st.DataObject) -> None:
    damaged = data.draw(st.lists(st.sampled_from(signs), max_size=len(signs)))
    whole = "Ree said " + "".join(f"caf{sign} and " for sign in signs)
    page = read_page(whole.encode() + b"".join(b"caf" + sign.encode()[:-1] + b" or " for sign in damaged))
    assert page.text == whole + "caf\ufffd or " * len(damaged)
    assert codes(page) == ["broken-encoding"] * bool(damaged)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Spaß", "Gruß", "schön", "für", "café", "CAFÉ", "naïve", "Zoë", "Brôdé", "été", "señor", "À"]
        ),
        min_size=3,
        max_size=30,
    ),
    st.sampled_from(["“{}”", "„{}“", "«{}»", "{}…", "{} –", "{}’s", "{}"]),
)
def test_windows_1252_is_not_taken_for_broken_utf8(words: list[str], marks: str) -> None:
    text = f"Ree said {' and '.join(map(marks.format, words))}, naïvely: “é” – for £5."
    assert codes(read_page(text.encode("cp1252"))) == ["guessed-encoding"]


def test_broken_utf16_is_mended() -> None:
    page = read_page("Ree said no".encode("utf-16") + b"\x00\xd8 \x00")
    assert page.text == "Ree said no\ufffd "
    assert codes(page) == ["broken-encoding"]


def test_the_mark_is_dropped_and_a_later_one_is_kept() -> None:
    assert read_page("\ufeffRee\ufeff said".encode()).text == "Ree\ufeff said"


def test_control_characters_are_kept() -> None:
    text = "Ree\0 said \x07that\x1b it\x85 \u202eis\u202c so, \u200fe\u0301 \u2029 and left.\r"
    assert read_page(text.encode()).text == text

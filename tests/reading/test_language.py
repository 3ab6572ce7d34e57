"""Pages in other languages are read, and say so."""

import pytest

from sayso.reading import read_page
from sayso.reading.language import language_of

ENGLISH = "The mayor said that the bridge of Norvale will be closed, and that it is for the best. "
GERMAN = "Die Bürgermeisterin sagte, die Brücke werde im Sommer geschlossen, und alle stimmten dem zu. "
DANISH = (
    "Borgmesteren sagde, at broen til byen skal være lukket, for den er to hundrede år gammel. By og land. "
)


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (ENGLISH, None, "en"),
        (ENGLISH * 5, "de", "en"),
        (GERMAN, None, "de"),
        (GERMAN * 5, "en-US", "de"),
        (DANISH * 4, "da", "da"),
        ("Nein", "de_AT", "de"),
        ("Nein", None, None),
        ("Nein", "the best language", None),
        ("1 2 3 !", None, None),
        ("", None, None),
    ],
)
def test_the_words_decide_and_the_page_is_believed_where_they_do_not_say(
    text: str, declared: str | None, language: str | None
) -> None:
    assert language_of(text, declared) == language


def test_small_words_that_danish_shares_do_not_make_it_english() -> None:
    assert language_of(DANISH * 4) != "en"


def test_a_page_that_is_not_english_says_so() -> None:
    page = read_page(GERMAN.encode())
    assert page.language == "de"
    assert [p.code for p in page.problems] == ["not-english"]
    assert "de" in page.problems[0].message


def test_a_page_too_short_to_tell_is_no_problem() -> None:
    page = read_page(b"Ree: no")
    assert page.language is None
    assert page.problems == ()

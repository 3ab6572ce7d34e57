"""When a comment was written, from what the page says of it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.threads.moments import LONGEST, moment

DAY = "2031-04-02"
MINUTE = "2031-04-02T07:40:00+02:00"


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("March 3, 2031 at 4:15 pm", "2031-03-03T16:15"),
        ("on March 3rd, 2031 at 12:05 a.m.", "2031-03-03T00:05"),
        ("  Posted on Monday,\u00a0March 3, 2031 \n", "2031-03-03"),
        ("2 Apr 2031 07:40", "2031-04-02T07:40"),
        ("2 April 2031 - 07.40", "2031-04-02T07:40"),
        ("2031-04-02", "2031-04-02"),
        ("2031-04-02T07:40:00+02:00", "2031-04-02T07:40:00+02:00"),
        ("2031-04-02 07:40:05.25Z", "2031-04-02T07:40:05.25Z"),
        ("Wed, 02 Apr 2031 07:40:00 +0200", "2031-04-02T07:40:00+02:00"),
        ("2 Apr 2031 07:40 GMT", "2031-04-02T07:40Z"),
        ("2 Apr 2031 07:40 EST", "2031-04-02T07:40-05:00"),
        ("2031/4/2 7:40", "2031-04-02T07:40"),
        ("April 2031", "2031-04"),
        ("2031", "2031"),
        ("2 Apr 2031 • edited", "2031-04-02"),
        ("2 Apr 2031 (edited 5 Apr 2031)", "2031-04-02"),
        ("Port Calder | 2 Apr 2031", "2031-04-02"),
        ("Apr 2, 2031 #", "2031-04-02"),
    ],
)
def test_what_tells_a_time_is_iso_as_exact_as_it_is(words: str, iso: str) -> None:
    assert moment(words, None) == iso
    assert moment(words, MINUTE) == iso


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("3. April 2031 um 10:20 Uhr", "2031-04-03T10:20"),
        ("Mittwoch, 2. April 2031", "2031-04-02"),
        ("3 avril 2031 à 10 h 20", "2031-04-03T10:20"),
        ("2 de abril de 2031 a las 10:20", "2031-04-02T10:20"),
        ("2 апреля 2031 г. в 07:40", "2031-04-02T07:40"),
        ("2031年4月2日 07:40", "2031-04-02T07:40"),
        ("03.04.2031 um 10:20 Uhr", "2031-04-03T10:20"),
        ("abril 2031", "2031-04"),
    ],
)
def test_other_languages_are_understood(words: str, iso: str) -> None:
    assert moment(words, None) == iso


@pytest.mark.parametrize(
    "words", ["03/04/2031", "03/04/2031 at 4:15 pm", "3-4-2031", "am 03/04/2031 um 10:20"]
)
def test_a_date_with_two_readings_stays_as_the_words_are(words: str) -> None:
    assert moment(words, DAY) == words


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("13/04/2031", "2031-04-13"),
        ("04/13/2031 4:15 PM", "2031-04-13T16:15"),
        ("04/04/2031", "2031-04-04"),
        ("03.04.2031, 10:20", "2031-04-03T10:20"),
        ("2031/03/04", "2031-03-04"),
    ],
)
def test_a_date_with_one_reading_is_told(words: str, iso: str) -> None:
    assert moment(words, None) == iso


@pytest.mark.parametrize(
    ("words", "from_minute", "from_day"),
    [
        ("3 hours ago", "2031-04-02T04:40+02:00", "3 hours ago"),
        ("3h", "2031-04-02T04:40+02:00", "3h"),
        ("just now", "2031-04-02T07:40+02:00", "just now"),
        ("vor 3 Stunden", "2031-04-02T04:40+02:00", "vor 3 Stunden"),
        ("3 часа назад", "2031-04-02T04:40+02:00", "3 часа назад"),
        ("yesterday", "2031-04-01", "2031-04-01"),
        ("yesterday at 4:15 pm", "2031-04-01T16:15+02:00", "2031-04-01T16:15"),
        ("1 day ago • edited", "2031-04-01", "2031-04-01"),
        ("hace 2 días", "2031-03-31", "2031-03-31"),
        ("2 weeks ago", "2031-03-19", "2031-03-19"),
        ("2 months ago", "2031-02", "2031-02"),
        ("2 yrs", "2029", "2029"),
    ],
)
def test_a_time_ago_is_counted_back_from_the_page_s_own(words: str, from_minute: str, from_day: str) -> None:
    assert moment(words, MINUTE) == from_minute
    assert moment(words, DAY) == from_day
    assert moment(words, None) == words


@pytest.mark.parametrize("published", ["", "spring", "2031-13-45", "x" * 100_000])
def test_a_page_s_date_that_is_none_counts_nothing_back(published: str) -> None:
    assert moment("yesterday", published) == "yesterday"


@pytest.mark.parametrize(
    "words",
    ["", "Port Calder", "31 February 2031", "2 Apr 2031 25:61", "March 3 at 4:15 pm", "Tuesday", "12",
     "the 2031 budget", "9999999 years ago", "16:99", "February 30, 2031 at 4:15 pm", "13:15 pm 2 Apr 1031"],
)  # fmt: skip
def test_what_tells_no_time_stays_as_the_words_are(words: str) -> None:
    assert moment(words, MINUTE) == words


def test_white_space_is_made_plain() -> None:
    assert moment(" long \n\t ago ", None) == "long ago"


def test_what_is_read_before_changes_nothing() -> None:
    words = ["3 mar 2031", "3 mars 2031", "3 marts 2031", "3. Mär 2031", "3 марта 2031"]
    assert [moment(w, None) for w in words] == [moment(w, None) for w in reversed(words)]


def test_a_text_in_place_of_a_time_is_not_looked_at() -> None:
    start = time.process_time()
    long = "2 April 2031 " * 80_000
    assert moment(long, MINUTE) == long.strip()
    assert time.process_time() - start < 3


WORDS = st.lists(
    st.sampled_from(
        "2031 3 03 12:30 7:40:99 april Apr, ago hours yesterday vor Stunden / . - : T Z +02:00 pm • edited "
        "٣ ² Ⅳ \u202e \x00 31 2031-04-02 03/04/2031 99999999999 h d mo GMT+2".split()
    )
    | st.text(max_size=3),
    max_size=8,
)


@given(words=WORDS, space=st.sampled_from(["", " "]), published=st.sampled_from([None, DAY, MINUTE]))
def test_nothing_is_raised(words: list[str], space: str, published: str | None) -> None:
    said = space.join(words)
    told = moment(said, published)
    assert told == moment(said, published)
    assert len(told) <= max(len(said), LONGEST)

"""Comments in abusive words are known; the words are the library's own and stand nowhere here.

Each test asserts a plain truth value, so that a failure prints no such word.
"""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygarble.screening.profanity import wordlist

from sayso.render.abuse import is_abusive

ORDINARY = [
    "",
    "The mayor of Port Calder said that the bridge will be closed all summer.",
    "Police in Scunthorpe and Penistone, Sussex, assess a class of assassins in Cockermouth.",
    "Two men were killed when a bomb went off; the Nazi past of the minister was in the report.",
    "The court heard that the hostages were raped and the suspect claimed it was for Vessia.",
    "Muslims, Jews, Christians, gay couples and the black community of Orlan met in the hall.",
    "A study of breast cancer and of sex education was published in the Calder Tribune.",
    "Dick Arden wrote: this is a stupid policy, and hell, the damn council knows it.",
    "It costs $100 (*not* $90), see #harbour, @calder and note ** below!!!",
    "\ud800 half a character, \x00 and 港の橋は閉鎖される",
]
WORD = max((word for word in wordlist.PROFANITY_STRONG if len(set(word)) == len(word)), key=len)
SAID = f"I read it in the Tribune, you {WORD}, and so did all of Port Calder."


def of_one_kind(texts: list[str], abusive: bool) -> bool:
    return all(is_abusive(text) is abusive for text in texts)


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_words_of_news_and_places_are_not_abusive(text: str) -> None:
    assert not is_abusive(text)


def test_a_listed_word_is_abusive_wherever_it_stands_and_however_it_is_set() -> None:
    known = [SAID, WORD, WORD.upper(), f"“{WORD.title()}!”", f"Orlan\n{WORD}'s\n", f"#{WORD}"]
    assert of_one_kind(known, True)


def test_a_word_stretched_spaced_out_or_half_hidden_is_still_known() -> None:
    stretched = WORD.replace(WORD[1], WORD[1] * 5)
    hidden = WORD[0] + "*" + WORD[2:]
    assert of_one_kind([stretched, " ".join(WORD), hidden], True)


def test_a_part_of_another_word_is_not_taken_for_the_word() -> None:
    within = [f"vessi{word}orlan" for word in wordlist.PROFANITY_STRONG if word not in wordlist.EMBEDDED]
    parts = [text for text in within if not any(word in text for word in wordlist.EMBEDDED)]
    assert parts and of_one_kind(parts, False)


def test_the_last_word_of_a_very_long_comment_is_read() -> None:
    assert of_one_kind(["the bridge " * 100_000 + WORD], True)


@pytest.mark.parametrize("unit", ["x", "a ", "a.b.", "c*b ", "#*", "é", "港"])
def test_a_megabyte_of_anything_is_read_in_seconds(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    started = time.process_time()
    is_abusive(text)
    assert time.process_time() - started < 15


def test_a_long_comment_of_many_half_hidden_words_is_read_quickly() -> None:
    pairs = [
        f"{word[:at]}*{word[at + 1 : to]}#{word[to + 1 :]}"
        for word in wordlist.PROFANITY_STRONG
        for at in range(len(word))
        for to in range(at + 1, len(word))
    ]
    started = time.process_time()
    is_abusive(" ".join(pairs))
    assert time.process_time() - started < 3


@given(st.text())
def test_any_text_gets_an_answer_and_the_same_one_twice(text: str) -> None:
    assert is_abusive(text) is is_abusive(text)


@given(st.text(alphabet=st.characters(categories=["Zs", "Po"], exclude_characters="*#@!'"), min_size=1))
def test_punctuation_around_a_word_does_not_hide_it(around: str) -> None:
    assert of_one_kind([f"Orlan {around} {WORD} {around} Vessia"], True)


def test_the_library_is_loaded_only_when_a_comment_is_judged() -> None:
    code = "import sys, sayso.render.abuse; sys.exit('pygarble' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

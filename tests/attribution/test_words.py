"""Words and pieces: every offset is a code point of the text, whatever the text holds."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.network import shipped
from sayso.attribution.words import SHAPES, Words, words_of

TRICKY = (
    "Zoë said: “naïve 👩‍🚀 İstanbul ﬁne”… "
    "e\u0301te\u0301 \u202eabc\u202c don't U.S. [SEP] [MASK]\r\nnext\n\nline"
)


def words(text: str) -> Words:
    return words_of(text, shipped().tokenizer)


def surfaces(text: str) -> list[str]:
    found = words(text)
    return [text[a:b] for a, b in zip(found.start, found.end, strict=True)]


def test_punctuation_stands_apart() -> None:
    assert surfaces('"No," she said.') == ['"', "No", ",", '"', "she", "said", "."]


def test_marks_of_the_vocabulary_are_plain_words_in_a_page() -> None:
    assert surfaces("a [SEP] b") == ["a", "[", "SEP", "]", "b"]


def test_only_the_given_stretches_are_read() -> None:
    text = "First part.\nSecond part.\nThird part."
    found = words_of(text, shipped().tokenizer, [(0, 11), (25, 36)])
    assert [text[a:b] for a, b in zip(found.start, found.end, strict=True)] == [
        "First",
        "part",
        ".",
        "Third",
        "part",
        ".",
    ]


def test_a_word_of_many_pieces_keeps_its_whole_span() -> None:
    assert surfaces("antidisestablishmentarianism wins") == ["antidisestablishmentarianism", "wins"]


def test_a_very_long_word_is_one_word_or_few() -> None:
    assert len(words("x" * 100_000)) < 10


@given(st.text() | st.lists(st.sampled_from(TRICKY.split(" ")), max_size=20).map(" ".join))
def test_words_lie_in_the_text_in_order(text: str) -> None:
    found = words(text)
    edges = [at for pair in zip(found.start, found.end, strict=True) for at in pair]
    assert edges == sorted(edges)
    assert all(0 <= a < b <= len(text) for a, b in zip(found.start, found.end, strict=True))
    assert all(0 <= shape < SHAPES for shape in found.shape)
    assert len(found.piece) == len(found.shape)
    assert list(found.first) == sorted(set(found.first))


@given(st.text(min_size=1))
def test_a_prefix_moves_offsets_and_nothing_else(text: str) -> None:
    before, after = words(text), words("👩‍🚀\n" + text)
    ahead = len(words("👩‍🚀\n"))
    assert list(after.start[ahead:]) == [start + 4 for start in before.start]
    assert list(after.piece[-len(before.piece) :] if len(before.piece) else []) == list(before.piece)

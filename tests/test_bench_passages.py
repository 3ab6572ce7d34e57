"""Tokenized passages are put together as print, and every token's place in it is known."""

from itertools import pairwise

from bench.passages import printed
from hypothesis import given
from hypothesis import strategies as st


def test_passages_read_like_print() -> None:
    tokens = ["``", "No", ",", "''", "she", "said", "-LRB-", "twice", "-RRB-", ".", "It", "'s", "$", "5", "."]
    text, _ = printed([tokens, ["Next", "."]])
    assert text == "“No,” she said (twice). It's $5.\n\nNext."


@given(
    st.lists(
        st.lists(st.sampled_from(["a", "''", "``", ",", "-LRB-", "$", "n't", "--", "é"]), min_size=1),
        max_size=5,
    )
)
def test_tokens_stand_in_the_text_one_after_another(passages: list[list[str]]) -> None:
    text, places = printed(passages)
    flat = [span for spans in places for span in spans]
    assert [len(spans) for spans in places] == [len(tokens) for tokens in passages]
    assert all(0 <= a < b <= len(text) for a, b in flat)
    assert all(one[1] <= other[0] for one, other in pairwise(flat))

"""How comments stand to what they answer: the clear cases, and any text at all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.replies import STANCES, Weights, reply_stances
from sayso.attribution.reply_features import heard, signs
from sayso.model import Reply

NEWS = "The Calder Tribune reports that the harbour of Port Calder is closed after an explosion"


def likeliest(comment: str, answered: str = NEWS) -> Reply:
    (chances,) = reply_stances([(comment, answered)])
    return max(chances, key=lambda stance: chances[stance])


@pytest.mark.parametrize(
    "comment",
    ["Is this confirmed?", "What is your source?", "Do you have a link?", "Is that true?"],
)
def test_a_question_is_a_query(comment: str) -> None:
    assert likeliest(comment) == "query"


@pytest.mark.parametrize("comment", ["That is not true, you are lying", "You are wrong, it is not closed"])
def test_who_contradicts_denies(comment: str) -> None:
    assert likeliest(comment) == "deny"


@pytest.mark.parametrize(
    "comment", ["Agreed.", "Yes, exactly.", f"BREAKING: {NEWS} https://tribune.example/1"]
)
def test_who_agrees_or_passes_it_on_supports(comment: str) -> None:
    assert likeliest(comment) == "support"


@pytest.mark.parametrize("comment", ["I hope everyone gets home safe!", "My prayers are with them all."])
def test_who_only_feels_comments(comment: str) -> None:
    assert likeliest(comment) == "comment"


def test_each_pair_has_its_answer_in_order() -> None:
    pairs = [("Is this confirmed?", NEWS), ("Agreed.", NEWS), ("", "")]
    assert reply_stances(pairs) == [reply_stances([pair])[0] for pair in pairs]
    assert reply_stances([]) == []


def test_names_and_addresses_are_not_words() -> None:
    assert heard("@orla_fenn see https://tribune.example/a?b now").words == ("see", "now")


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    shipped = Weights.load()
    shipped.save(tmp_path / "again.json")
    again = Weights.load(tmp_path / "again.json")
    assert reply_stances([("Agreed.", NEWS)], again) == reply_stances([("Agreed.", NEWS)], shipped)


TEXT = st.text() | st.lists(
    st.sampled_from(["no", "?", "RT", "@", "#", '"', "http://", "’s", "\ud800", "7"])
).map(" ".join)


@given(st.lists(st.tuples(TEXT, TEXT), max_size=4))
def test_four_chances_add_up_to_one(pairs: list[tuple[str, str]]) -> None:
    found = reply_stances(pairs)
    assert len(found) == len(pairs)
    for chances in found:
        assert tuple(chances) == STANCES
        assert all(0 <= chance <= 1 for chance in chances.values())
        assert sum(chances.values()) == pytest.approx(1, abs=0.001)


@given(TEXT, TEXT)
def test_there_are_always_as_many_signs(comment: str, answered: str) -> None:
    assert len(signs(heard(comment), heard(answered))) == len(signs(heard(""), heard("")))

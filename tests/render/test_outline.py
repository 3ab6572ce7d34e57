"""An outline: guides that lead the eye, at any depth."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.render.outline import Entry, outline


def drawn(*entries: tuple[int, str], width: int = 60) -> list[str]:
    return list(outline([Entry(depth, ((((words, ""),)),)) for depth, words in entries], width, colour=False))


def test_guides() -> None:
    assert drawn((1, "a"), (2, "b"), (3, "c"), (2, "d"), (1, "e"), (2, "f")) == [
        "├── a", "│   ├── b", "│   │   └── c", "│   └── d", "└── e", "    └── f",
    ]  # fmt: skip


def test_long_lines_are_wrapped_beside_their_guides() -> None:
    shown = drawn((1, "word " * 20), (1, "next"), width=44)
    assert shown[0].startswith("├── word") and shown[1].startswith("│   word") and shown[-1] == "└── next"
    assert max(map(len, shown)) <= 44


def test_a_word_wider_than_the_line_is_cut_and_none_of_it_lost() -> None:
    assert "".join(line[4:] for line in drawn((1, "港" * 70), width=44)) == "港" * 70


def test_what_stands_too_deep_for_guides_says_how_deep() -> None:
    shown = drawn(*((n, f"level{n}") for n in range(1, 2000)))
    assert shown[-1].endswith("level1999 (level 1999)")
    assert max(map(len, shown)) < 200


@given(
    st.lists(st.tuples(st.integers(1, 40), st.text("ab 港é", max_size=90)), max_size=30), st.integers(1, 120)
)
def test_every_word_is_shown(entries: list[tuple[int, str]], width: int) -> None:
    letters = "".join(words.replace(" ", "") for _, words in entries)
    shown = "".join(drawn(*entries, width=width))
    assert [c for c in shown if c in "b港é"] == [c for c in letters if c in "b港é"]


def test_colours_only_where_wanted() -> None:
    entry = Entry(1, ((("a", "bold"),),))
    assert "\x1b" not in "".join(outline([entry], 80, colour=False))
    assert "\x1b[1m" in "".join(outline([entry], 80, colour=True))

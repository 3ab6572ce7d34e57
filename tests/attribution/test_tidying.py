"""What is mended in the network's links before they become attributions."""

import re

import pytest

from sayso.attribution.decode import Link, Range
from sayso.attribution.network import shipped
from sayso.attribution.tidying import tidied
from sayso.attribution.words import Words, words_of

TOKENIZER = shipped().tokenizer


def place(text: str, words: Words, piece: str) -> tuple[Range, ...]:
    """The range of words that a piece of the text covers."""
    if not piece:
        return ()
    start = text.index(piece)
    inside = [n for n in range(len(words)) if start <= words.start[n] < start + len(piece)]
    return ((inside[0], inside[-1] + 1),)


def mended(text: str, source: str, cue: str, content: str) -> list[tuple[str, str]]:
    """Source and content of what is left of a link, as words of the text."""
    words = words_of(text, TOKENIZER)
    (seen,) = place(text, words, cue)
    link = Link(seen, place(text, words, source), place(text, words, content), 0.9, 0.9, 0.9)

    def shown(spans: tuple[Range, ...]) -> str:
        return " ".join(text[words.start[a] : words.end[b - 1]] for a, b in spans)

    return [(shown(x.source), shown(x.content)) for x in tidied([link], text, words)]


@pytest.mark.parametrize(
    ("content", "left"),
    [
        ("the pier will close and", "the pier will close"),
        ("the pier will close and to the", "the pier will close"),
        ("the pier will close", "the pier will close"),
    ],
)
def test_loose_ends_are_cut_off(content: str, left: str) -> None:
    text = f"Orla Fenn said {content} Brock agreed."
    assert mended(text, "Orla Fenn", "said", content) == [("Orla Fenn", left)]


def test_who_was_told_is_not_who_said_it() -> None:
    text = "The envoys were told that the pier will close."
    assert mended(text, "The envoys", "were told", "that the pier will close") == [
        ("", "that the pier will close")
    ]


def test_who_told_stays() -> None:
    text = "The envoys were told by Orla Fenn that the pier will close."
    assert mended(text, "Orla Fenn", "were told by", "that the pier will close") == [
        ("Orla Fenn", "that the pier will close")
    ]


@pytest.mark.parametrize(("cue", "content"), [("There", "is a pier"), ("said", "‘"), ("the", "pier")])
def test_what_is_no_statement_is_left_out(cue: str, content: str) -> None:
    text = "There is a pier, said Orla Fenn of the pier: ‘"
    assert re.search(re.escape(cue), text)
    assert mended(text, "", cue, content) == []

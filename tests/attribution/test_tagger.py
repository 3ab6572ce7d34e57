"""Windows, stitching and links, on a network made by hand."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.attribution.decode import Floats, Ints
from sayso.attribution.network import shipped
from sayso.attribution.tagger import LEFT, WINDOW, links_of, windows_in
from sayso.attribution.words import words_of

TOKENIZER = shipped().tokenizer
SAID = TOKENIZER.token_to_id("said")


class Saidish:
    """Takes each "said" for a cue, the word before for its source, the three after for its content."""

    def encode(self, piece: Ints, shape: Ints, mask: Ints) -> tuple[Floats, Floats]:
        cue = np.zeros((*piece.shape, 3), dtype=np.float32)
        cue[..., 0] = 1
        cue[piece == SAID, 1] = 9
        return cue, np.repeat(piece[..., None], 4, -1).astype(np.float32)

    def link(self, word: Floats, cue: Floats, distance: Ints) -> Floats:
        scores = np.zeros((*distance.shape, 5), dtype=np.float32)
        scores[..., 0] = 1
        at = distance - LEFT - 1
        scores[at == -1, 1] = 9
        scores[at == 1, 3] = 9
        scores[(at == 2) | (at == 3), 4] = 9
        return scores


def found(text: str) -> list[tuple[str, str, str]]:
    words = words_of(text, TOKENIZER)

    def shown(a: int, b: int) -> str:
        return text[words.start[a] : words.end[b - 1]]

    links = links_of(words, Saidish())
    return [
        (" ".join(shown(*s) for s in k.source), shown(*k.cue), " ".join(shown(*c) for c in k.content))
        for k in links
    ]


def test_a_link_has_source_cue_and_content() -> None:
    assert found("Orla said rain is coming.") == [("Orla", "said", "rain is coming")]


def test_content_ends_with_the_text() -> None:
    assert found("Orla said rain") == [("Orla", "said", "rain")]


def test_nothing_to_read_nothing_found() -> None:
    assert found("") == [] and found("\n\n") == []


@settings(deadline=None, max_examples=30)
@given(
    st.lists(st.sampled_from(["said", "harbour", "antidisestablishmentarianism", "👩‍🚀", "\n"]), max_size=700)
)
def test_long_texts_are_read_whole_whatever_the_windows(parts: list[str]) -> None:
    text = " ".join(parts)
    assert len(found(text)) == parts.count("said")


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(1, WINDOW + 40), max_size=12))
def test_every_piece_is_kept_once_and_a_paragraph_that_fits_stays_whole(lengths: list[int]) -> None:
    words = words_of("\n".join(" ".join(["said"] * length) for length in lengths), TOKENIZER)
    windows = list(windows_in(words))
    kept = [piece for w in windows for piece in range(w.kept_from, w.kept_to)]
    assert kept == list(range(len(words.piece)))
    assert all(w.start <= w.kept_from < w.kept_to <= w.end <= w.start + WINDOW - 2 for w in windows)
    for line, length in enumerate(lengths):
        pieces = np.flatnonzero(words.line == line)
        around = [w for w in windows if w.kept_from <= pieces[0] and pieces[-1] < w.kept_to]
        assert around or length > WINDOW - 2


def test_a_long_text_is_read_in_portions_with_the_same_result() -> None:
    line = "Orla said rain is coming. " * 40
    text = "\n".join([line] * 150)
    links = found(text)
    assert len(links) == 40 * 150 and set(links) == {("Orla", "said", "rain is coming")}

"""Find who says what in a text: cues first, then every word's role towards each cue.

The network reads windows of word pieces, cut between lines; only a line that is longer than a window is
read in parts that overlap, and there each word keeps the vector from where it stands farthest from an edge.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from sayso.attribution.decode import NEVER, Floats, Ints, Link, Range, best_labels, runs, softmax
from sayso.attribution.words import Words

WINDOW = 192
"""Word pieces in a window, its two boundary marks included."""
MARGIN = 24
"""Pieces at a cut within a line that are read again in the next window, where they have more around them."""
LEFT, RIGHT = 80, 112
"""The linker has learnt from this many words before and after the first word of a cue."""
FIRST_MARK, LAST_MARK = 101, 102
"""The vocabulary's marks for the start and the end of a window."""
BATCH = 4
CUES = 16
PORTION = 20_000
"""Words that are read together: each costs two kilobytes while its links are sought."""


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces [start, end) that are read together; of those [kept_from, kept_to) the result is kept."""

    start: int
    end: int
    kept_from: int
    kept_to: int


class Network(Protocol):
    """What the tagger asks of the trained network."""

    def encode(self, piece: Ints, shape: Ints, mask: Ints) -> tuple[Floats, Floats]:
        """Cue scores [B, T, 3] and linking features [B, T, 4L] of windows of pieces [B, T]."""

    def link(self, word: Floats, cue: Floats, distance: Ints) -> Floats:
        """Role scores [C, W, 5] of words [C, W, 2L] towards cues [C, 2L]; distance 0 means no word."""


def links_of(words: Words, network: Network) -> list[Link]:
    """All attributions of a text, in the order of their cues."""
    found = []
    for first, stop in _portions(words):
        found += [_moved(link, first) for link in _links_of(words.part(first, stop), network)]
    return found


def _portions(words: Words) -> Iterator[Range]:
    """Ranges of whole lines, of `PORTION` words or little more: memory does not grow with the text."""
    first = 0
    while first < len(words):
        last = min(first + PORTION, len(words)) - 1
        stop = int(np.searchsorted(words.line, words.line[last], side="right"))
        yield first, stop
        first = stop


def _moved(link: Link, by: int) -> Link:
    def moved(ranges: tuple[Range, ...]) -> tuple[Range, ...]:
        return tuple((a + by, b + by) for a, b in ranges)

    (cue,) = moved((link.cue,))
    return dataclasses.replace(link, cue=cue, source=moved(link.source), content=moved(link.content))


def _links_of(words: Words, network: Network) -> list[Link]:
    cue_scores, features = read_words(words, network)
    cues = runs(best_labels(cue_scores[None])[0], 1)
    sure = softmax(cue_scores)[:, 1:].sum(-1)
    seen = windows_of(cues, words)
    order = sorted(range(len(cues)), key=lambda n: seen[n][1] - seen[n][0])  # like lengths together
    found: dict[int, Link] = {}
    for at in range(0, len(order), CUES):
        some = order[at : at + CUES]
        links = _linked([cues[n] for n in some], [seen[n] for n in some], features, sure, network)
        found.update(zip(some, links, strict=True))
    return [found[n] for n in range(len(cues))]


def windows_of(cues: Sequence[Range], words: Words) -> list[Range]:
    """What the linker sees for each cue: the words of its line, if they are not too far from it.

    Of the gold attributions of the dev part, 99 in a hundred lie in their cue's paragraph.
    """
    firsts = [first for first, _ in cues]
    low = np.searchsorted(words.line, words.line[firsts], side="left")
    high = np.searchsorted(words.line, words.line[firsts], side="right")
    near = zip(firsts, low.tolist(), high.tolist(), strict=True)
    return [(max(a, first - LEFT), min(b, first + RIGHT)) for first, a, b in near]


def windows_in(words: Words) -> Iterator[Window]:
    """Cut a text into windows: whole lines while they fit; a longer one in parts that overlap."""
    lines = words.first[np.flatnonzero(np.diff(words.line)) + 1]
    count = len(words.piece)
    start = kept = 0
    while kept < count:
        limit = min(start + WINDOW - 2, count)
        whole = count if limit == count else _last(lines, kept, limit)
        if whole:
            yield Window(start, whole, kept, whole)
            start = kept = whole
        else:
            end = _last(words.first, kept + 2 * MARGIN, limit) or limit
            yield Window(start, end, kept, end - MARGIN)
            start, kept = end - 2 * MARGIN, end - MARGIN


def _last(places: Ints, above: int, limit: int) -> int:
    """The last of the sorted places above one value and up to another; 0 if there is none."""
    found = int(places[np.searchsorted(places, limit, side="right") - 1]) if len(places) else 0
    return found if above < found <= limit else 0


def read_words(words: Words, network: Network) -> tuple[Floats, Floats]:
    """Every word's cue scores and linking features."""
    windows = sorted(windows_in(words), key=lambda w: w.end - w.start)  # like lengths together
    cue: Floats | None = None
    features: Floats | None = None
    for at in range(0, len(windows), BATCH):
        batch = windows[at : at + BATCH]
        longest = max(w.end - w.start for w in batch) + 2
        piece = np.zeros((len(batch), longest), dtype=np.int64)
        shape = np.zeros_like(piece)
        mask = np.zeros_like(piece)
        for row, w in enumerate(batch):
            size = w.end - w.start
            piece[row, 0], piece[row, size + 1] = FIRST_MARK, LAST_MARK
            piece[row, 1 : size + 1] = words.piece[w.start : w.end]
            shape[row, 1 : size + 1] = words.shape[w.start : w.end]
            mask[row, : size + 2] = 1
        cue_rows, feature_rows = network.encode(piece, shape, mask)
        if cue is None or features is None:
            cue = np.zeros((len(words), cue_rows.shape[-1]), dtype=np.float32)
            features = np.zeros((len(words), feature_rows.shape[-1]), dtype=np.float32)
        for row, w in enumerate(batch):
            a, b = np.searchsorted(words.first, (w.kept_from, w.kept_to))
            places = words.first[a:b] - w.start + 1
            cue[a:b] = cue_rows[row, places]
            features[a:b] = feature_rows[row, places]
    assert cue is not None and features is not None
    return cue, features


def see(
    cues: Sequence[Range], windows: Sequence[Range], features: Floats
) -> tuple[Ints, Ints, Floats, Floats]:
    """The linker's input for each cue: word numbers, distances (0 is no word), and both features."""
    half = features.shape[1] // 2
    low, high = np.asarray(windows).T
    place = low[:, None] + np.arange((high - low).max())
    real = place < high[:, None]
    place = np.where(real, place, low[:, None])
    firsts = np.asarray([first for first, _ in cues])
    distance = np.where(real, place - firsts[:, None] + LEFT + 1, 0)
    cue = np.stack([features[a:b, half:].mean(0) for a, b in cues])
    return place, distance, features[place, :half], cue


def _linked(
    cues: Sequence[Range], windows: Sequence[Range], features: Floats, sure: Floats, network: Network
) -> Iterator[Link]:
    place, distance, word, cue = see(cues, windows, features)
    scores = network.link(word, cue, distance)
    barred = distance == 0
    for row, (a, b) in enumerate(cues):
        barred[row] |= (place[row] >= a) & (place[row] < b)
    scores[barred, 1:] = NEVER
    labels, chances = best_labels(scores), softmax(scores)
    for row, (a, b) in enumerate(cues):
        sides = [_side(labels[row], chances[row], role, int(place[row, 0])) for role in (1, 2)]
        (source, sure_source), (content, sure_content) = sides
        yield Link((a, b), source, content, float(sure[a:b].mean()), sure_source, sure_content)


def _side(labels: Ints, chances: Floats, role: int, offset: int) -> tuple[tuple[Range, ...], float]:
    """The words of one role, as ranges over the whole text, and how sure the linker is of them."""
    chance = chances[:, 2 * role - 1 : 2 * role + 1].sum(-1)
    spans = runs(labels, role)
    sure = float(np.mean([chance[a:b].mean() for a, b in spans])) if spans else 1.0 - float(chance.max())
    return tuple((a + offset, b + offset) for a, b in spans), sure

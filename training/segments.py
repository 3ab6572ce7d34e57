"""Cut articles into windows and put windows together as tensors."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sayso.attribution.tagger import FIRST_MARK, LAST_MARK, LEFT, RIGHT, WINDOW
from sayso.attribution.words import Words
from training.corpus import IGNORE, Article
from training.network import Network

ROOM = WINDOW - 2
SHIFT = {"minilm": 0, "mpnet": 4}
"""How far an encoder's vocabulary lies above BERT's (see `shifted`)."""
EDGE = 16
"""Words this near a cut edge of a window are context only: nothing is learnt from their labels."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch [start, end) of an article's words that fits one window."""

    article: Article
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Guide:
    """What a teacher thinks of the same words and links, as logits."""

    cue: Tensor
    outer: Tensor
    role: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side: pieces [B, T], words [B, W] by their first piece, links [C, W] by their row.

    ``learnt`` tells which words are not padding or mere context.
    """

    piece: Tensor
    shape: Tensor
    mask: Tensor
    first: Tensor
    cue: Tensor
    outer: Tensor
    learnt: Tensor
    row: Tensor
    share: Tensor
    distance: Tensor
    role: Tensor
    guide: Guide | None


def segments_of(article: Article, rng: random.Random) -> list[Segment]:
    """Windows over an article, whole lines while they fit, as the tagger has them.

    The first one ends anywhere, so that each epoch cuts elsewhere.
    """
    words = article.words
    found: list[Segment] = []
    start, budget = 0, rng.randrange(ROOM // 3, ROOM)
    while True:
        end = max(int(np.searchsorted(words.first, words.first[start] + budget, side="right")) - 1, start + 1)
        if len(words.piece) - words.first[start] <= budget:
            end = len(words)
        line = int(np.searchsorted(words.line, words.line[min(end, len(words) - 1)], side="left"))
        whole = start < line <= end < len(words)
        end = line if whole else end
        found.append(Segment(article, start, end))
        if end == len(words):
            return found
        start, budget = end if whole else max(end - 2 * EDGE, start + 1), ROOM


def batch_of(segments: list[Segment]) -> Batch:
    """Segments as one padded batch, with the teacher's opinion if every article has one."""
    most = max(s.end - s.start for s in segments)
    pieces = [_pieces(s) for s in segments]
    longest = max(b - a for a, b in pieces) + 2
    rows = len(segments)
    piece, shape, mask = (np.zeros((rows, longest), dtype=np.int64) for _ in range(3))
    first = np.zeros((rows, most), dtype=np.int64)
    cue, outer = (np.full((rows, most), IGNORE, dtype=np.int64) for _ in range(2))
    learnt = np.zeros((rows, most), dtype=bool)
    guided = all(s.article.guide is not None for s in segments)
    guide_cue = np.zeros((rows, most, 3), dtype=np.float32)
    guide_outer = np.zeros((rows, most, 7), dtype=np.float32)
    links = []
    for row, (s, (a, b)) in enumerate(zip(segments, pieces, strict=True)):
        words, size, count = s.article.words, s.end - s.start, b - a
        piece[row, 0], piece[row, count + 1] = FIRST_MARK, LAST_MARK
        piece[row, 1 : count + 1] = words.piece[a:b]
        shape[row, 1 : count + 1] = words.shape[a:b]
        mask[row, : count + 2] = 1
        first[row, :size] = words.first[s.start : s.end] - a + 1
        low = 0 if _begins(words, s.start) else EDGE
        high = size if _begins(words, s.end) else size - EDGE
        here = slice(s.start + low, s.start + high)
        learnt[row, low:high] = True
        cue[row, low:high] = s.article.cue[here]
        outer[row, low:high] = s.article.outer[here]
        if guided and s.article.guide is not None:
            guide_cue[row, low:high] = s.article.guide[here, :3]
            guide_outer[row, low:high] = s.article.guide[here, 3:]
        inside = (
            link for link in s.article.links if low <= link.cue[0] - s.start and link.cue[-1] - s.start < high
        )
        links.extend((row, s, link) for link in inside)
    share, distance, role, guide_role = _links(links, most)
    arrays = (
        piece,
        shape,
        mask,
        first,
        cue,
        outer,
        learnt,
        np.asarray([r for r, _, _ in links], dtype=np.int64),
        share,
        distance,
        role,
    )
    guide = Guide(*map(torch.from_numpy, (guide_cue, guide_outer, guide_role))) if guided else None
    return Batch(*map(torch.from_numpy, arrays), guide=guide)


def _begins(words: Words, at: int) -> bool:
    """Whether a line begins or the text ends here."""
    return at in (0, len(words)) or bool(words.line[at] != words.line[at - 1])


def _pieces(segment: Segment) -> tuple[int, int]:
    words = segment.article.words
    end = int(words.first[segment.end]) if segment.end < len(words) else len(words.piece)
    return int(words.first[segment.start]), end


def _links(links, most):
    count = len(links)
    role = np.full((count, most), IGNORE, dtype=np.int64)
    distance = np.zeros((count, most), dtype=np.int64)
    share = np.zeros((count, most), dtype=np.float32)
    guide = np.zeros((count, most, 5), dtype=np.float32)
    for k, (_, s, link) in enumerate(links):
        size = s.end - s.start
        at = np.arange(size) - (link.cue[0] - s.start)
        line = s.article.words.line[s.start : s.end]
        near = (at >= -LEFT) & (at < RIGHT) & (line == line[link.cue[0] - s.start])
        distance[k, :size] = np.where(near, at + LEFT + 1, 0)
        share[k, link.cue - s.start] = 1 / len(link.cue)
        if link.role is not None:
            role[k, :size] = np.where(near, link.role[s.start : s.end], IGNORE)
        if link.guide is not None:
            guide[k, np.flatnonzero(near)] = link.guide[at[near] + LEFT]
    return share, distance, role, guide


def scores(net: Network, batch: Batch, shift: int) -> Guide:
    """The network's logits for a batch; ``shift`` turns BERT's vocabulary into the encoder's own."""
    of_piece = net.encode(shifted(batch.piece, shift), batch.shape, batch.mask)
    cue, features, outer = (
        torch.gather(x, 1, batch.first[:, :, None].expand(-1, -1, x.shape[-1])) for x in of_piece
    )
    word, tie = features.split(features.shape[-1] // 2, -1)
    tie = torch.einsum("cw,cwf->cf", batch.share.to(tie.dtype), tie.index_select(0, batch.row))
    role = net.linker(word.index_select(0, batch.row), tie, batch.distance)
    return Guide(cue.float(), outer.float(), role.float())


def shifted(piece: Tensor, shift: int) -> Tensor:
    """MPNet's vocabulary is BERT's moved up by four, with other marks for padding, start and end."""
    if not shift:
        return piece
    moved = piece + shift
    for ours, theirs in ((0, 1), (FIRST_MARK, 0), (LAST_MARK, 2)):
        moved[piece == ours] = theirs
    return moved

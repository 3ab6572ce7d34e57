"""Write down what a trained teacher thinks of every word and link of the training articles.

The student learns from these logits beside the gold labels. Where nobody looked for nested
attributions, the ones the teacher finds are added as links of their own.
"""

from __future__ import annotations

import dataclasses

import numpy as np
import torch

from sayso.attribution.decode import Floats, Ints, best_labels, runs, softmax
from sayso.attribution.tagger import CUES, LEFT, RIGHT, read_words, see
from training.corpus import IGNORE, Article, Link
from training.evaluate import Live
from training.segments import shifted

LEAST = 0.5
"""A nested cue counts as found from this chance on."""


class Teacher(Live):
    """A live network that tells its outermost tags beside its cues."""

    @torch.no_grad()
    def encode(self, piece: Ints, shape: Ints, mask: Ints) -> tuple[Floats, Floats]:
        inputs = shifted(torch.from_numpy(piece), self.shift), torch.from_numpy(shape), torch.from_numpy(mask)
        with torch.autocast("cpu", torch.bfloat16):
            cue, features, outer = self.net.encode(*inputs)
        return torch.cat([cue, outer], -1).float().numpy(), features.float().numpy()


def taught(article: Article, teacher: Teacher) -> Article:
    """The article with the teacher's logits, and with the nested links it found where nobody had looked."""
    logits, features = read_words(article.words, teacher)
    known = list(article.links)
    chance = softmax(logits[:, :3])[:, 1:].sum(-1)
    unlooked = (article.cue == IGNORE) & ~np.isin(
        np.arange(len(chance)), [w for link in known for w in link.cue]
    )
    if not article.complete:
        for a, b in runs(best_labels(logits[None, :, :3])[0], 1):
            if unlooked[a:b].all() and chance[a:b].mean() >= LEAST:
                known.append(Link(np.arange(a, b), None))
    links = []
    for at in range(0, len(known), CUES):
        some = known[at : at + CUES]
        cues = [(int(x.cue[0]), int(x.cue[-1]) + 1) for x in some]
        windows = [(max(first - LEFT, 0), min(first + RIGHT, len(features))) for first, _ in cues]
        _, distance, word, cue = see(cues, windows, features)
        scores = teacher.link(word, cue, distance)
        for row, link in enumerate(some):
            guide = np.zeros((LEFT + RIGHT, scores.shape[-1]), dtype=np.float32)
            near = distance[row] > 0
            guide[distance[row][near] - 1] = scores[row][near]
            links.append(dataclasses.replace(link, guide=guide))
    return dataclasses.replace(article, links=tuple(links), guide=logits)

"""Write down what a trained teacher thinks of every word and link, of the training articles and of others.

The student learns from these logits beside the gold labels. Where nobody looked for attributions
(inside others, or in unlabelled texts at all), the ones the teacher finds are added as links of their own.
"""

from __future__ import annotations

import argparse
import dataclasses
import itertools
import pickle
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from sayso.attribution.decode import Floats, Ints, best_labels, runs, softmax
from sayso.attribution.tagger import CUES, LEFT, RIGHT, read_words, see
from training.corpus import IGNORE, Article, Link, bare, read_labelled
from training.evaluate import Live
from training.network import MPNET, Network
from training.segments import SHIFT, shifted
from training.unlabelled import COUNT, SEED, texts_of

LEAST = 0.5
"""A cue where nobody has looked counts as found from this chance on."""
SHARD = 100
"""Articles in a file."""


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
            guide = np.zeros((LEFT + RIGHT, scores.shape[-1]), dtype=np.float16)
            near = distance[row] > 0
            guide[distance[row][near] - 1] = scores[row][near]
            links.append(dataclasses.replace(link, guide=guide))
    return dataclasses.replace(article, links=tuple(links), guide=logits.astype(np.float16))


def read_taught(folder: Path) -> list[Article]:
    """The articles that `main` wrote."""
    shards = [pickle.loads(path.read_bytes()) for path in sorted(folder.glob("*.pickle"))]
    return list(itertools.chain.from_iterable(shards))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("teacher", type=Path, help="checkpoint of an MPNet network")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of the labelled articles")
    parser.add_argument("--texts", type=Path, help="folder of unlabelled articles (see training.unlabelled)")
    parser.add_argument("--count", type=int, default=COUNT, help="how many of them to read")
    parser.add_argument("--limit", type=int, help="labelled articles of each kind, to try the script out")
    parser.add_argument("--tokenizer", type=Path, required=True, help="tokenizer.json of BERT's vocabulary")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    net = Network(MPNET)
    net.load_state_dict(torch.load(args.teacher))
    teacher = Teacher(net, SHIFT["mpnet"])
    articles = iter(read_labelled(args.corpus, tokenizer, args.limit))
    if args.texts:
        texts = itertools.islice(texts_of(args.texts, args.seed), args.count)
        articles = itertools.chain(articles, (bare(id, text, tokenizer) for id, text in texts))
    args.out.mkdir(parents=True, exist_ok=True)
    for number in itertools.count():
        shard = [taught(article, teacher) for article in itertools.islice(articles, SHARD)]
        if not shard:
            break
        (args.out / f"{number:04}.pickle").write_bytes(pickle.dumps(shard))
        print(f"{number * SHARD + len(shard)} articles", flush=True)
    (args.out / "done").touch()


if __name__ == "__main__":
    main()

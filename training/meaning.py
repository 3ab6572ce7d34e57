"""Make the encoder of short texts: one vector for each word piece, such that a text's is their sum.

    python -m training.meaning --texts ../Article-Bias-Prediction/data/jsons --out runs/meaning

1. Every word piece alone goes through all-MiniLM-L6-v2; the 256 directions in which sentences differ most
   are kept, and frequent pieces weigh less. That is where the vectors start.
2. The same network reads sentences of news; the vectors learn to make of each what it makes,
3. and to find, among many articles, the one that a headline stands above.

Writes ``pieces.npz``, one byte a number, with the share of articles that each piece stands in; copy it to
``src/sayso/claims/meaning/weights``. Sentences that the network has read already are not read again. About
half an hour on two cores.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime as ort
import torch
from numpy.typing import NDArray
from onnx import ModelProto, TensorProto
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, normalize

from sayso.claims.meaning.encoder import WIDTH
from training.bases import minilm
from training.export import BATCHED, Graph, _value, save
from training.network import MINILM, Encoder, load_bert
from training.unlabelled import texts_of

SEED = 13
SENTENCES = 150_000
"""How many the network reads."""
EACH = 6
"""Sentences of an article, besides its title and its first two."""
LENGTHS = (5, 60)
"""Words of the sentences that are read."""
PORTION = 10_000
FIRST, LAST, LONGEST = 101, 102, 126
RARE = 1e-3
"""Pieces that make up more than this share of all begin with less than half their weight."""
PASSAGE = 80
"""Words of the passage that is to be found by its headline."""
STEPS, BATCH, RATE, WARMTH = 2500, 512, 2e-3, 0.07
FINDING = 0.3
"""How much finding the article counts beside meaning what the network says."""
ARTICLES, BEGINNING = 5000, 400
"""How many articles the pieces are counted in, and how many words of each."""

Floats = NDArray[np.float32]
Pieces = list[list[int]]


def sentences_of(texts: Path) -> Iterator[str]:
    """Titles and sentences of the articles, each on one line."""
    chosen = random.Random(SEED)
    for _, text in texts_of(texts, SEED):
        title, _, body = text.partition("\n\n")
        found = [s.strip() for s in re.split(r"\n+|(?<=[.!?”\"])\s+(?=[\"“A-Z])", body)]
        found = [s for s in found if LENGTHS[0] <= len(s.split()) <= LENGTHS[1]]
        yield title.replace("\n", " ")
        yield from found[:2]
        yield from chosen.sample(found[2:], min(EACH, max(0, len(found) - 2)))


def passages_of(texts: Path) -> Iterator[tuple[str, str]]:
    """Every article's title with a passage of it: its beginning, or one from anywhere."""
    chosen = random.Random(SEED)
    for _, text in texts_of(texts, SEED):
        title, _, body = text.partition("\n\n")
        words = body.split()
        start = chosen.choice([0, chosen.randrange(max(1, len(words) - PASSAGE // 2))])
        yield title, " ".join(words[start : start + PASSAGE])


def teacher_graph(encoder: Encoder) -> ModelProto:
    """``piece``, ``mask`` [batch, length] to the network's vectors ``x`` of every piece."""
    graph = Graph()
    length = graph.add("Gather", graph.add("Shape", "piece"), graph.constant(np.asarray(1)), axis=0)
    place = graph.add("Range", graph.constant(np.asarray(0)), length, graph.constant(np.asarray(1)))
    x = graph.add("Gather", graph.constant(encoder.piece.weight), "piece")
    x = graph.add("Add", x, graph.add("Gather", graph.constant(encoder.position.weight), place))
    x = graph.norm(x, encoder.norm)
    mask = graph.add("Cast", "mask", to=TensorProto.INT32)
    for layer in encoder.layers:
        x = graph.layer(x, mask, layer)
    return graph.model([_value(name, BATCHED) for name in ("piece", "mask")], {"x": (x, MINILM.width)})


class Teacher:
    """all-MiniLM-L6-v2 as it was made for sentences: the mean of the last layer's vectors, of length one."""

    def __init__(self, base: Path, out: Path) -> None:
        path = out / "teacher.onnx"
        if not path.exists():
            encoder = Encoder(MINILM, 0.0)
            load_bert(encoder, base / "model.safetensors")
            save(teacher_graph(encoder), path, quantize=True)
        self._session = ort.InferenceSession(path, providers=["CPUExecutionProvider"])

    def read(self, texts: Pieces, pieces: int = 512) -> Floats:
        """A vector for each text; so many ``pieces`` are read together."""
        order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        found = np.zeros((len(texts), MINILM.width), dtype=np.float32)
        while order:
            longest = min(len(texts[order[-1]]), LONGEST) + 2
            some = [order.pop() for _ in range(min(len(order), max(1, pieces // longest)))]
            piece = np.zeros((len(some), longest), dtype=np.int64)
            for row, n in enumerate(some):
                whole = [FIRST, *texts[n][:LONGEST], LAST]
                piece[row, : len(whole)] = whole
            mask = (piece > 0).astype(np.int64)
            (x,) = self._session.run(None, {"piece": piece, "mask": mask})
            found[some] = _unit((x * mask[:, :, None]).sum(1))
        return found


def taught(teacher: Teacher, sentences: Pieces, out: Path) -> Floats:
    """What the teacher makes of the sentences, a file for every `PORTION` of them."""
    out.mkdir(parents=True, exist_ok=True)
    for at in range(0, len(sentences), PORTION):
        path = out / f"{at:06d}.npy"
        if not path.exists():
            np.save(path, teacher.read(sentences[at : at + PORTION]).astype(np.float16))
            print(f"{at + PORTION:,} sentences read", flush=True)
    parts = [np.load(out / f"{at:06d}.npy") for at in range(0, len(sentences), PORTION)]
    return np.concatenate(parts).astype(np.float32)


def begin(alone: Floats, counts: Floats, axes: Floats) -> Tensor:
    """The pieces' vectors to start from: what each means alone, less of it where it is frequent."""
    share = counts / counts.sum()
    start = (alone - alone.mean(0)) @ axes
    return torch.from_numpy(start * (RARE / (RARE + share))[:, None])


class Bags:
    """Texts as their pieces, to draw batches from."""

    def __init__(self, texts: Pieces) -> None:
        self._flat = torch.tensor(list(itertools.chain.from_iterable(texts)), dtype=torch.int64)
        self._start = np.cumsum([0, *map(len, texts)])

    def draw(self, numbers: NDArray[np.int64]) -> tuple[Tensor, Tensor]:
        """The texts' pieces one after the other, and where each text's begin."""
        parts = [self._flat[self._start[n] : self._start[n + 1]] for n in numbers]
        begins = np.cumsum([0, *map(len, parts)])[:-1]
        return torch.cat(parts), torch.from_numpy(begins)


def learn(start: Tensor, sentences: Bags, gold: Tensor, titles: Bags, passages: Bags, count: int) -> Floats:
    """The vectors after `STEPS` batches of sentences, and as many of ``count`` titles and their passages."""
    torch.manual_seed(SEED)
    chosen = np.random.default_rng(SEED)
    table = nn.EmbeddingBag.from_pretrained(start, freeze=False, mode="sum")
    optimizer = torch.optim.Adam(table.parameters(), lr=RATE)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / STEPS)
    for step in range(STEPS):
        drawn = chosen.integers(0, len(gold), BATCH)
        guess, aim = normalize(table(*sentences.draw(drawn)), dim=-1), gold[drawn]
        meaning = (1 - (guess * aim).sum(-1)).mean() + ((guess @ guess.T - aim @ aim.T) ** 2).mean() * 10
        pairs = chosen.choice(count, BATCH, replace=False)
        title = normalize(table(*titles.draw(pairs)), dim=-1)
        passage = normalize(table(*passages.draw(pairs)), dim=-1)
        scores, same = title @ passage.T / WARMTH, torch.arange(BATCH)
        finding = (cross_entropy(scores, same) + cross_entropy(scores.T, same)) / 2
        optimizer.zero_grad()
        (meaning + FINDING * finding).backward()
        optimizer.step()
        schedule.step()
        if step % 250 == 0:
            print(f"step {step}: meaning {meaning.item():.3f}, finding {finding.item():.3f}", flush=True)
    return np.asarray(table.weight.detach().numpy(), dtype=np.float32)


def beginnings_of(texts: Path) -> list[str]:
    """The first words of some articles."""
    some = itertools.islice(texts_of(texts, SEED), ARTICLES)
    return [" ".join(text.split()[:BEGINNING]) for _, text in some]


def shares(articles: Pieces, size: int) -> Floats:
    """The share of the articles that each of ``size`` pieces stands in."""
    held = np.concatenate([np.unique(article) for article in articles])
    return np.asarray(np.bincount(held, minlength=size) / len(articles), dtype=np.float32)


def write(vectors: Floats, share: Floats, path: Path) -> None:
    """The vectors in bytes, each piece's with its own scale, and the pieces' shares."""
    scale = np.maximum(np.abs(vectors).max(1) / 127, 1e-9).astype(np.float32)
    np.savez(path, vector=np.rint(vectors / scale[:, None]).astype(np.int8), scale=scale, share=share)


def _unit(rows: Floats) -> Floats:
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=Path, required=True, help="see training.unlabelled")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--base", type=Path)
    parser.add_argument("--sentences", type=int, default=SENTENCES)
    args = parser.parse_args()
    base = args.base or minilm()
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()

    def pieces(texts: Sequence[str]) -> Pieces:
        return [one.ids for one in tokenizer.encode_batch(list(texts), add_special_tokens=False)]

    teacher = Teacher(base, args.out)
    sentences = pieces(list(itertools.islice(sentences_of(args.texts), args.sentences)))
    seen = taught(teacher, sentences, args.out / "taught")
    alone = teacher.read([[n] for n in range(tokenizer.get_vocab_size())])
    axes = np.linalg.eigh(seen.T @ seen)[1][:, ::-1][:, :WIDTH].copy()
    flat = np.fromiter(itertools.chain.from_iterable(sentences), dtype=np.int64)
    counts = np.bincount(flat, minlength=len(alone)) + 1.0
    titles, passages = map(pieces, zip(*passages_of(args.texts), strict=True))
    gold = torch.from_numpy(_unit(seen @ axes))
    learnt = learn(
        begin(alone, counts, axes).float(), Bags(sentences), gold, Bags(titles), Bags(passages), len(titles)
    )
    write(learnt, shares(pieces(beginnings_of(args.texts)), len(learnt)), args.out / "pieces.npz")


if __name__ == "__main__":
    main()

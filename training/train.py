"""Teach the network who says what (see `training/README.md`); the run's folder gets checkpoint and scores."""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import cross_entropy

from training.corpus import IGNORE, Article, read_labelled
from training.evaluate import Live, evaluate
from training.network import MINILM, MPNET, Layer, Network, load_bert, load_mpnet
from training.segments import SHIFT, Batch, Guide, Segment, batch_of, scores, segments_of
from training.teach import read_taught

WARM = 0.06
CUE, OUTER, ROLE = 2.0, 0.5, 3.0


def loss_of(found: Guide, batch: Batch, share: float) -> Tensor:
    """Cross entropy against the gold labels and, with the ``share`` that is left, against the teacher."""
    weight = torch.tensor([1.0, 1.5, 1.5])
    cue = cross_entropy(
        found.cue.flatten(0, 1), batch.cue.flatten(), weight, ignore_index=IGNORE, reduction="sum"
    )
    cue = cue / _least(batch.cue)
    gold = CUE * cue + OUTER * _hard(found.outer, batch.outer) + ROLE * _hard(found.role, batch.role)
    if batch.guide is None:
        return gold
    words, near = batch.learnt, batch.distance > 0
    guided = CUE * _soft(found.cue, batch.guide.cue, words) + OUTER * _soft(
        found.outer, batch.guide.outer, words
    )
    guided = guided + ROLE * _soft(found.role, batch.guide.role, near)
    return share * gold + (1 - share) * guided


def _hard(found: Tensor, gold: Tensor) -> Tensor:
    total = cross_entropy(found.flatten(0, 1), gold.flatten(), ignore_index=IGNORE, reduction="sum")
    return total / _least(gold)


def _least(gold: Tensor) -> Tensor:
    """How many words gold labels count for: where they are rare in a batch they weigh more, up to a limit."""
    return (gold != IGNORE).sum().clamp(min=1 + gold.numel() // 5)


def _soft(found: Tensor, guide: Tensor, where: Tensor) -> Tensor:
    each = -(guide.softmax(-1) * found.log_softmax(-1)).sum(-1)
    return (each * where).sum() / where.sum().clamp(min=1)


def optimizer_of(net: Network, rate: float, head_rate: float, decay: float) -> torch.optim.AdamW:
    """AdamW in which each layer learns slower than the one above it."""
    encoder, depth = net.encoder, len(net.encoder.layers)
    below = [p for name, p in encoder.named_parameters() if not name.startswith(("layers.", "shape."))]
    groups = [{"params": below, "lr": rate * decay**depth}]
    for n, layer in enumerate(encoder.layers):
        groups.append({"params": list(layer.parameters()), "lr": rate * decay ** (depth - 1 - n)})
    heads = [p for name, p in net.named_parameters() if not name.startswith("encoder.") or "shape" in name]
    groups.append({"params": heads, "lr": head_rate})
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def batches_of(articles: list[Article], size: int, rng: random.Random) -> list[list[Segment]]:
    """One epoch's windows, those of like length together."""
    segments = [segment for article in articles for segment in segments_of(article, rng)]
    rng.shuffle(segments)
    pool = size * 16
    batches = []
    for at in range(0, len(segments), pool):
        some = sorted(segments[at : at + pool], key=lambda s: s.end - s.start)
        batches += [some[n : n + size] for n in range(0, len(some), size)]
    rng.shuffle(batches)
    return batches


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--corpus", type=Path, required=True, help="folder with train, nested-train and dev .jsonl"
    )
    parser.add_argument(
        "--base", type=Path, required=True, help="folder of the base encoder's model.safetensors"
    )
    parser.add_argument("--tokenizer", type=Path, required=True, help="tokenizer.json of BERT's vocabulary")
    parser.add_argument("--form", choices=tuple(SHIFT), default="minilm")
    parser.add_argument("--taught", type=Path, help="folder of training.teach: learn from a teacher as well")
    parser.add_argument("--start", type=Path, help="checkpoint to go on from, with a schedule of its own")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=10)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=8e-4)
    parser.add_argument(
        "--decay", type=float, default=0.9, help="how much slower each layer learns than the one above"
    )
    parser.add_argument("--gold", type=float, default=0.5, help="weight of gold labels beside the teacher's")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--evaluate-every", type=int, default=1, help="epochs from one dev score to the next")
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument(
        "--limit", type=int, help="labelled articles of each kind, to try the script out; not with --taught"
    )
    return parser.parse_args()


def read_corpus(args: argparse.Namespace, tokenizer: Tokenizer) -> list[Article]:
    """The training articles; those whose nested attributions are annotated count twice."""
    if args.taught:
        articles = read_taught(args.taught)
    else:
        articles = read_labelled(args.corpus, tokenizer, args.limit)
    return articles + [article for article in articles if article.complete]


def main() -> None:
    args = arguments()
    torch.set_num_threads(2)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    articles = read_corpus(args, tokenizer)
    net = Network(MPNET if args.form == "mpnet" else MINILM, args.dropout)
    (load_mpnet if args.form == "mpnet" else load_bert)(net.encoder, args.base / "model.safetensors")
    if args.start:
        net.load_state_dict(torch.load(args.start))
    Layer.forward = torch.compile(Layer.forward, dynamic=True)  # fuses what else is memory-bound
    learn(net, articles, tokenizer, rng, args)


def learn(
    net: Network, articles: list[Article], tokenizer: Tokenizer, rng: random.Random, args: argparse.Namespace
) -> None:
    """Train, with a warm start and a cosine to zero; write a checkpoint and dev scores after each epoch."""
    optimizer = optimizer_of(net, args.rate, args.head_rate, args.decay)
    tops = [group["lr"] for group in optimizer.param_groups]
    total = int(len(batches_of(articles, args.batch, random.Random(0))) * args.epochs)
    step, epoch, began = 0, 0, time.time()
    while step < total:
        net.train()
        running, steps = 0.0, 0
        for segments in batches_of(articles, args.batch, rng)[: total - step]:
            part = step / total
            falling = 0.5 * (1 + math.cos(math.pi * max(0.0, (part - WARM) / (1 - WARM))))
            for group, top in zip(optimizer.param_groups, tops, strict=True):
                group["lr"] = top * min(1.0, part / WARM) * falling
            batch = batch_of(segments)
            with torch.autocast("cpu", torch.bfloat16):
                found = scores(net, batch, SHIFT[args.form])
            loss = loss_of(found, batch, args.gold)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            step, steps, running = step + 1, steps + 1, running + loss.item()
            if step % 50 == 0:
                print(
                    f"step {step}/{total} {(time.time() - began) / step:.2f} s loss {running / steps:.4f}",
                    flush=True,
                )
        torch.save(net.state_dict(), args.out / "last.pt")
        epoch += 1
        if step < total and epoch % args.evaluate_every:
            continue
        figures = evaluate(Live(net, SHIFT[args.form]), tokenizer, args.corpus)
        line = json.dumps({"step": step, "seconds": round(time.time() - began), **figures})
        print(line, flush=True)
        with (args.out / "scores.jsonl").open("a", encoding="utf-8") as scores_file:
            scores_file.write(line + "\n")
    (args.out / "done").touch()


if __name__ == "__main__":
    main()

"""Score a network in training on the dev part, through the same decoding the product uses."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from sayso.attribution.decode import Floats, Ints, Link, Range
from sayso.attribution.nesting import nested
from sayso.attribution.tagger import Network as Tagging
from sayso.attribution.tagger import links_of
from sayso.attribution.words import Words, words_of
from training.network import Network
from training.segments import shifted


class Live:
    """A torch network behind the tagger's interface."""

    def __init__(self, net: Network, shift: int) -> None:
        self.net = net.eval()
        self.shift = shift

    @torch.no_grad()
    def encode(self, piece: Ints, shape: Ints, mask: Ints) -> tuple[Floats, Floats]:
        inputs = shifted(torch.from_numpy(piece), self.shift), torch.from_numpy(shape), torch.from_numpy(mask)
        with torch.autocast("cpu", torch.bfloat16):
            cue, features, _ = self.net.encode(*inputs)
        return cue.float().numpy(), features.float().numpy()

    @torch.no_grad()
    def link(self, word: Floats, cue: Floats, distance: Ints) -> Floats:
        with torch.autocast("cpu", torch.bfloat16):
            scores = self.net.linker(
                torch.from_numpy(word), torch.from_numpy(cue), torch.from_numpy(distance)
            )
        return scores.float().numpy()


def spans_of(ranges: tuple[Range, ...], words: Words) -> list[tuple[int, int]]:
    """Ranges of words as spans of the text."""
    return [(int(words.start[a]), int(words.end[b - 1])) for a, b in ranges]


def predictions(
    rows: Iterable[dict[str, Any]], network: Tagging, tokenizer: Tokenizer, keep: Callable[[Link], bool]
) -> dict[str, dict[str, Any]]:
    """What the tagger finds in each row's text and ``keep`` lets pass, in the scorers' form."""
    found = {}
    for row in rows:
        words = words_of(row["text"], tokenizer)
        items = [
            {
                "id": str(n),
                "parent": None if parent is None else str(parent),
                "source": spans_of(link.source, words),
                "cue": spans_of((link.cue,), words),
                "content": spans_of(link.content, words),
            }
            for n, (link, parent) in enumerate(nested(list(filter(keep, links_of(words, network)))))
        ]
        found[row["id"]] = {"id": row["id"], "attributions": items}
    return found


def scorers(corpus: Path) -> tuple[Any, Any]:
    """The scorers of outermost and of nested attributions, which lie beside the corpora."""
    sys.path.insert(0, str(corpus.parent.parent / "bench"))
    return importlib.import_module("score_attributions"), importlib.import_module("score_nested")


def evaluate(
    network: Tagging, tokenizer: Tokenizer, corpus: Path, keep: Callable[[Link], bool] = bool
) -> dict[str, float]:
    """F1 of every figure of the attribution and nesting scorers on the dev part."""
    score_attributions, score_nested = scorers(corpus)
    gold = score_attributions.read_jsonl(corpus / "dev.jsonl")
    inner = score_attributions.read_jsonl(corpus / "nested-dev.jsonl")
    found = predictions(gold.values(), network, tokenizer, keep)
    figures = score_attributions.score(gold, found)
    figures |= score_nested.score(inner, {key: found[key] for key in inner})
    return {name: round(figure["f1"], 4) for name, figure in figures.items()}

"""Read the attribution corpora into what the network learns from: one `Article` each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.attribution.words import Words, words_of

IGNORE = -100
OUTSIDE, BEGIN, INSIDE = 0, 1, 2
ROLES = ("source", "content")
"""Roles the linker tells apart for a cue: labels are 0 outside, 1/2 begin/inside source, 3/4 content."""

Array = NDArray[np.int64]
Logits = NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution to learn: its cue's words and every word's role towards it.

    ``role`` is None where only a teacher found it; ``guide`` are the teacher's logits for the words
    that a linker sees, from the leftmost on.
    """

    cue: Array
    role: Array | None
    guide: Logits | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its words, the cue label of each (`IGNORE` where nobody looked), tags and links.

    ``complete`` tells whether nested attributions are annotated as well.
    ``guide`` holds a teacher's logits for each word: three for cues, then seven for outermost tags.
    """

    id: str
    text: str
    words: Words
    cue: Array
    outer: Array
    links: tuple[Link, ...]
    complete: bool
    guide: Logits | None = None


def read_articles(path: Path, tokenizer: Tokenizer) -> list[Article]:
    """Articles of one JSON-lines file; ``parent`` on the attributions means nested ones are annotated."""
    with path.open(encoding="utf-8") as lines:
        return [article_of(json.loads(line), tokenizer) for line in lines]


def bare(id: str, text: str, tokenizer: Tokenizer) -> Article:
    """An article in which nobody has looked for anything."""
    words = words_of(text, tokenizer)
    nothing = np.full(len(words), IGNORE, dtype=np.int64)
    return Article(id, text, words, nothing, nothing, (), complete=False)


def read_labelled(folder: Path, tokenizer: Tokenizer, limit: int | None = None) -> list[Article]:
    """The training articles of the corpus, at most ``limit`` with and as many without nested attributions."""
    nested = read_articles(folder / "nested-train.jsonl", tokenizer)
    known = {article.id for article in nested}
    flat = [a for a in read_articles(folder / "train.jsonl", tokenizer) if a.id not in known]
    return flat[:limit] + nested[:limit]


def article_of(row: dict[str, Any], tokenizer: Tokenizer) -> Article:
    words = words_of(row["text"], tokenizer)
    gold = row["attributions"]
    nested = any("parent" in attribution for attribution in gold)
    cue = np.zeros(len(words), dtype=np.int64)
    outer = np.zeros(len(words), dtype=np.int64)
    for attribution in gold:
        if attribution.get("parent") is None:
            for number, role in enumerate(("source", "cue", "content")):
                for span in attribution[role]:
                    _mark(outer, words, span, 1 + 2 * number)
    if not nested:
        for attribution in gold:
            for span in attribution["content"]:
                cue[_under(words, span)] = IGNORE
    links = []
    for attribution in sorted(gold, key=lambda a: (a.get("parent") is not None, not a.get("doubtful"))):
        pieces = [_under(words, span) for span in sorted(attribution["cue"])]
        pieces = [piece for piece in pieces if len(piece)]
        if not pieces:
            continue
        for piece in pieces[1:]:
            cue[piece] = IGNORE
        if attribution.get("doubtful"):
            cue[pieces[0]] = IGNORE
        else:
            cue[pieces[0]] = INSIDE
            cue[pieces[0][0]] = BEGIN
        role = np.zeros(len(words), dtype=np.int64)
        for number, name in enumerate(ROLES):
            for span in attribution[name]:
                _mark(role, words, span, 1 + 2 * number)
        links.append(Link(pieces[0], role))
    return Article(row["id"], row["text"], words, cue, outer, tuple(links), nested)


def _under(words: Words, span: list[int]) -> Array:
    a, b = np.searchsorted(words.start, span)
    return np.arange(a, b)


def _mark(labels: Array, words: Words, span: list[int], begin: int) -> None:
    under = _under(words, span)
    if len(under):
        labels[under] = begin + 1
        labels[under[0]] = begin

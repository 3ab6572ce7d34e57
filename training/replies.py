"""Learn how replies stand to what they answer, from rumour threads whose posts were labelled.

    python -m training.replies --corpus ../shared/data/threads/pheme.jsonl

Nothing is drawn by chance: the model starts from zero and the loss has one lowest point.
"""

from __future__ import annotations

import argparse
import dataclasses
import html
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from sayso.attribution.replies import STANCES, WEIGHTS, Floats, Weights, described, softmax
from sayso.attribution.reply_features import BUCKETS

Ints = NDArray[np.int64]
Towards = Literal["previous", "source"]
Features = list[tuple[list[float], list[int]]]

STANCE_OF = {"agreed": 0, "disagreed": 1, "appeal-for-more-information": 2, "comment": 3}
RIDGE_SIGNS, RIDGE_PIECES = 0.45, 0.0005
STEPS, RATE = 250, 0.03
FOLDS = 5
EVENNESS = np.arange(0, 1.21, 0.1)
"""From chances as common as in training (0) to all four equally common (1)."""


@dataclass(frozen=True, slots=True)
class Example:
    """A reply, the text its label is about, the label as a place in `STANCES`, and the news event."""

    comment: str
    answered: str
    stance: int
    event: str


def examples(path: Path, towards: Towards = "previous") -> list[Example]:
    """Labelled replies: what they answer is the post they reply to, or ("source") the first of the thread.

    Where a direct reply has one label only, the two are the same.
    """
    threads = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [example for thread in threads for example in _of_thread(thread, towards)]


def _of_thread(thread: dict[str, Any], towards: Towards) -> Iterator[Example]:
    text = {post["id"]: html.unescape(post["text"]) for post in thread["posts"]}
    source = thread["posts"][0]["id"]
    for post in thread["posts"]:
        labels = post.get("labels", {})
        if post["parent"] is None or "responsetype-vs-source" not in labels:
            continue
        to_source = labels["responsetype-vs-source"]
        label = labels.get("responsetype-vs-previous", to_source) if towards == "previous" else to_source
        answered = text.get(post["parent"] if towards == "previous" else source, "")
        yield Example(text[post["id"]], answered, STANCE_OF[label], thread["event"])


def folds_of(events: Sequence[str]) -> Ints:
    """A fold for each example: whole events, largest first, each to the fold that holds least."""
    size = {event: events.count(event) for event in sorted(set(events))}
    held, place = [0] * FOLDS, {}
    for event in sorted(size, key=lambda name: -size[name]):
        place[event] = held.index(min(held))
        held[place[event]] += size[event]
    return np.asarray([place[event] for event in events])


def fitted(found: Features, stance: Ints) -> Weights:
    """Multinomial logistic regression, the stances weighted alike, by gradient steps (Adam).

    Chances are as if the four stances were equally common.
    """
    raw = np.asarray([sign for sign, _ in found])
    middle, spread = raw.mean(0), raw.std(0) + 1e-6
    sign, (place, value) = (raw - middle) / spread, _padded(found)
    truth = np.eye(len(STANCES))[stance]
    heavy = (1 / np.maximum(1, truth.sum(0)))[stance][:, None] / len(STANCES)
    weights = [np.zeros((n, len(STANCES))) for n in (sign.shape[1], BUCKETS + 1, 1)]
    slopes, squares = [np.zeros_like(w) for w in weights], [np.zeros_like(w) for w in weights]
    for step in range(1, STEPS + 1):
        scores = sign @ weights[0] + (weights[1][place] * value[..., None]).sum(1) + weights[2]
        wrong = (softmax(scores) - truth) * heavy
        down = [sign.T @ wrong + RIDGE_SIGNS * weights[0], None, wrong.sum(0, keepdims=True)]
        down[1] = _gathered(place, value, wrong) + RIDGE_PIECES * weights[1]
        rate = RATE * (1 - step / (STEPS + 1))
        for w, slope, square, d in zip(weights, slopes, squares, down, strict=True):
            slope += 0.1 * (d - slope)
            square += 0.01 * (d * d - square)
            w -= rate * slope / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return Weights(middle, spread, weights[0], weights[1][:BUCKETS], weights[2][0])


def _padded(found: Features) -> tuple[Ints, Floats]:
    """Buckets as a rectangle, and the value of each; the last bucket is nobody's."""
    longest = max(len(some) for _, some in found)
    place = np.full((len(found), longest), BUCKETS)
    value = np.zeros((len(found), longest))
    for row, (_, some) in enumerate(found):
        place[row, : len(some)] = some
        value[row, : len(some)] = 1 / max(1, len(some)) ** 0.5
    return place, value


def _gathered(place: Ints, value: Floats, wrong: Floats) -> Floats:
    flat = place.ravel()
    each = (np.bincount(flat, (value * column[:, None]).ravel(), BUCKETS + 1) for column in wrong.T)
    return np.stack(list(each), axis=1)


def settled(found: Features, stance: Ints, fold: Ints) -> tuple[Weights, Weights]:
    """Weights from all of these, twice: set to find the rare stances, and set to state true chances.

    How common the stances are taken to be (for the first), and constants and sharpness (for the
    second), are chosen on what models of the other folds say of each fold.
    """
    model = fitted(found, stance)
    scores = out_of_fold(found, stance, fold)
    common = np.log(np.bincount(stance, minlength=len(STANCES)) / len(stance))
    best = max(EVENNESS, key=lambda even: macro_f1(stance, (scores + (1 - even) * common).argmax(1)))
    sharpness, constant = _tempered(scores, stance, common)
    shown = dataclasses.replace(model, constant=model.constant + (1 - best) * common)
    true = dataclasses.replace(model, constant=model.constant * sharpness + constant, sharpness=sharpness)
    return shown, true


def out_of_fold(found: Features, stance: Ints, fold: Ints) -> Floats:
    """Logarithms of the chances of each, by a model of the other folds."""
    scores = np.zeros((len(stance), len(STANCES)))
    for number in np.unique(fold):
        others, these = np.flatnonzero(fold != number), np.flatnonzero(fold == number)
        model = fitted([found[i] for i in others], stance[others])
        scores[these] = np.log(model.chances([found[i] for i in these]))
    return scores


def _tempered(scores: Floats, stance: Ints, common: Floats) -> tuple[float, Floats]:
    """The sharpness that makes the chances likeliest, with the stances as common as they are."""

    def loss(sharpness: float) -> float:
        chance = softmax(scores * sharpness + common)[np.arange(len(stance)), stance]
        return float(-np.log(chance + 1e-12).mean())

    return min(np.arange(0.2, 2.01, 0.05).tolist(), key=loss), common


def macro_f1(stance: Ints, found: Ints) -> float:
    """The mean of the four stances' F1."""
    return float(np.mean(f1s(stance, found)))


def f1s(stance: Ints, found: Ints) -> list[float]:
    """F1 of each of `STANCES`, 0 where neither has it."""
    pairs = [(stance == n, found == n) for n in range(len(STANCES))]
    return [float(2 * (gold & mine).sum() / max(1, gold.sum() + mine.sum())) for gold, mine in pairs]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    rows = examples(args.corpus)
    found = described([(row.comment, row.answered) for row in rows])
    shown, _ = settled(found, np.asarray([row.stance for row in rows]), folds_of([row.event for row in rows]))
    shown.save(args.out)


if __name__ == "__main__":
    main()

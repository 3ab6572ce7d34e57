"""Write the model card that ships beside the weights."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CARD = """# Model card: the tagger of sources, cues and contents

Finds who says what in English news: `encoder.onnx` (six layers, width 384, from all-MiniLM-L6-v2) marks cues and
gives each word features; `linker.onnx` (two layers, width 128) says for each cue which words are its source and
which its content. Weights are 8-bit (7 bits used, so that older processors do not overflow).

## Data

PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018): articles of seven US publishers, 2015-16, with the outermost
attributions marked. Trained on its 840 training articles; in 108 of them the nested attributions were added by
hand. Chosen on its 84 dev articles (26 with nested ones). The test part was never read. The corpus states no
licence and its texts are the publishers'; none of it is in this package. The base encoders (all-MiniLM-L6-v2, and
all-mpnet-base-v2 for the teacher) are Apache-2.0.

## Training

`python -m training.build`, seed {seed}: a teacher ({teacher}), then the student ({student}), which learns half from
the gold labels and half from the teacher's chances. See `training/README.md`.

## Scores on dev (F1)

| figure | teacher | student | as shipped (int8) |
| --- | --- | --- | --- |
{scores}

The last column is with links left out whose confidence is under {least}.

## Confidence

A logistic model over how sure the network is of cue, source and content. "Right" means that gold has an
attribution whose content and source share at least half their words with it. Each link was judged by a fit on
the other four fifths of the dev articles.

| stated | links | stated on average | right |
| --- | --- | --- | --- |
{reliability}

## Limits

Trained on US political news of two years; other subjects, countries and styles (speeches, social media, legal
prose) are read less well. English only. The gold marks attitudes ("wants", "fears") as attributions too, so the
network does. Sources and contents more than 80 words before or 112 words after a cue are not seen.
"""


def card(
    student: Path, teacher: Path, shipped: dict[str, float], fit: dict[str, Any], **about: object
) -> str:
    """The card's text, from the runs' last scores and the calibration."""
    small, large = _last(student), _last(teacher)
    names = [name for name in small if name not in ("step", "seconds")]
    scores = [
        f"| {n} | {large.get(n, float('nan')):.3f} | {small[n]:.3f} | {shipped[n]:.3f} |" for n in names
    ]
    rows = [
        f"| {r['from']:.1f} to {r['from'] + 0.1:.1f} | {r['links']} | {r['stated']:.2f} | {r['right']:.2f} |"
        for r in fit["reliability"]
    ]
    return CARD.format(
        scores="\n".join(scores), reliability="\n".join(rows), least=fit["calibration"]["least"], **about
    )


def _last(run: Path) -> dict[str, float]:
    line = (run / "scores.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    found: dict[str, float] = json.loads(line)
    return found

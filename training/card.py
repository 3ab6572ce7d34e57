"""Write the model card that ships beside the weights."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from sayso.attribution.network import OnnxNetwork
from training.calibrate import dev_rows, judged, reliability
from training.evaluate import evaluate

CARD = """# Model card: the tagger of sources, cues and contents

Finds who says what in English news: `encoder.onnx` (six layers, width 384, from all-MiniLM-L6-v2) marks cues and
gives each word features; `linker.onnx` (two layers, width 128) says for each cue which words are its source and
which its content. Weights are 8-bit (7 bits used, so that older processors do not overflow).

## Data

PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018): articles of seven US publishers, 2015-16, with the outermost
attributions marked. Trained on its 840 training articles; in 108 of them the nested attributions were added by
hand. Chosen on its 84 dev articles (26 with nested ones). The test part was never read.

Unlabelled text: 5,700 articles (4.8 million words) of the 37,554 that Baly, Da San Martino, Glass and Nakov collected
from AllSides (EMNLP 2020), US politics of 2012 to 2020 from outlets of left, centre and right; those by PolNeAR's
publishers from January 2015 to February 2017, or without a date, are left out, so that its articles are not
among them (`python -m training.unlabelled`: at most 4.2 % of a dev article's runs of eight words stand in one). Only
a teacher labelled them; their bias labels were not used.

Both collections state no licence and their texts are the publishers'; none of it is in this package. The base
encoders (all-MiniLM-L6-v2, and all-mpnet-base-v2 for the teacher) are Apache-2.0.

## Training

`python -m training.build`, seeds 13 and, for the last run, 15: first a teacher with an encoder five times larger;
then this network, which learns half from the gold labels and half from the teacher's chances; then the same network
once more with the unlabelled text, three tenths from gold where there is any. Settings are in `training/build.py`,
the way it is done in `training/README.md`.

The weights at hand were made with these settings, step by step while the scripts were still changing: the teacher
with a slightly different weighting of the cue loss; between the student's two runs lay another of 2.2 epochs on the
corpus alone, with an eighth of the word pieces hidden; the windows of all but the last run overlapped, and were not
cut between paragraphs, and the teacher's scores below are from that time. A new run of `training.build` will not give the same weights to the bit, and has not been
made from start to end.

## Scores on dev (F1)

| figure | teacher | this network, 32-bit | 8-bit | as shipped |
| --- | --- | --- | --- | --- |
{scores}

"As shipped" is in 8-bit and without the links whose confidence is under {least}, which is the value that gives the
best F1 of source and content on dev. The tagger alone is scored here; `python -m bench.accuracy` scores the program.

## Confidence

A logistic model over how sure the network is of cue, source and content. "Right" means that gold has an
attribution whose content and source share at least half their words with it. Each link was judged by a fit on
the other four fifths of the dev articles. Only what the network finds is fitted: statements found by rule (hand-overs,
signed quotations, sentences that go on with a report) have confidences set by hand.

| stated | links | stated on average | right |
| --- | --- | --- | --- |
{reliability}

## Limits

Trained on US political news of two years; other subjects, countries and styles (speeches, social media, legal
prose) are read less well. English only. The gold marks attitudes ("wants", "fears") as attributions too, so the
network does. Sources and contents outside the
cue's own paragraph, or more than 80 words before or 112 words after it, are not seen.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, help="folder of the calibrated network; gets MODEL_CARD.md")
    parser.add_argument("--teacher", type=Path, required=True, help="the run's folder")
    parser.add_argument("--plain", type=Path, required=True, help="folder of the network before quantizing")
    parser.add_argument("--corpus", type=Path, required=True)
    args = parser.parse_args()
    network = OnnxNetwork(args.weights)
    sure = network.calibration
    whole = evaluate(network, network.tokenizer, args.corpus)
    kept = evaluate(network, network.tokenizer, args.corpus, lambda link: sure.confidence(link) >= sure.least)
    plain = evaluate(OnnxNetwork(args.plain), network.tokenizer, args.corpus)
    large = _last(args.teacher)
    scores = [f"| {n} | {large[n]:.3f} | {plain[n]:.3f} | {whole[n]:.3f} | {kept[n]:.3f} |" for n in whole]
    table = reliability(*judged(dev_rows(args.corpus), network, args.corpus))
    rows = [
        f"| {r['from']:.1f} to {r['from'] + 0.1:.1f} | {r['links']:.0f} | {r['stated']:.2f} | {r['right']:.2f} |"
        for r in table
    ]
    text = CARD.format(scores="\n".join(scores), reliability="\n".join(rows), least=sure.least)
    (args.weights / "MODEL_CARD.md").write_text(text, encoding="utf-8")


def _last(run: Path) -> dict[str, float]:
    """The scores after a run's last epoch."""
    found: dict[str, float] = json.loads((run / "scores.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    return found


if __name__ == "__main__":
    main()

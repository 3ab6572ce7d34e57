"""Make the weights from the corpora: teacher, student, export, calibration.

    python -m training.build --corpus ../shared/data/polnear --texts ../Article-Bias-Prediction/data/jsons \\
        --out runs

Steps whose result is in ``--out`` already are not done again. On two cores with 16-bit matrix units
the whole takes about five hours; without them, two days.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from training.bases import minilm, mpnet

TEACHER = {"epochs": 2.6, "rate": 7e-5, "head-rate": 6e-4}
STUDENT = {"epochs": 6, "rate": 2.5e-4, "head-rate": 8e-4}
WIDEN = {"epochs": 1.95, "rate": 2.5e-4, "head-rate": 8e-4, "gold": 0.3, "dropout": 0, "seed": 15}
"""The student once more, from where it was, on eight times the text: most labelled by the teacher alone."""
SEED = 13

# Keeps freed memory in the process: training asks for the same large blocks at every step.
MEMORY = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": str(2**34), "MALLOC_TOP_PAD_": str(2**30)}


def run(module: str, *words: object, **options: object) -> None:
    command = [sys.executable, "-m", f"training.{module}", *map(str, words)]
    for name, value in options.items():
        command += [f"--{name.replace('_', '-')}", str(value)]
    print("$", *command[1:], flush=True)
    subprocess.run(command, check=True, env=os.environ | MEMORY)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--texts", type=Path, required=True, help="see training.unlabelled")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    small, large = minilm(), mpnet(args.out)
    teacher, student = args.out / "teacher", args.out / "student"
    common = {"corpus": args.corpus, "tokenizer": small / "tokenizer.json", "seed": SEED}
    if not (teacher / "done").exists():
        run("train", base=large, form="mpnet", out=teacher, **common, **TEACHER)
    few, many, widened = args.out / "taught-few", args.out / "taught", args.out / "widened"
    if not (few / "done").exists():
        run("teach", teacher / "last.pt", out=few, **common)
    if not (student / "done").exists():
        run("train", base=small, taught=few, out=student, **common, **STUDENT)
    if not (many / "done").exists():
        run("teach", teacher / "last.pt", texts=args.texts, out=many, **common)
    if not (widened / "done").exists():
        start = student / "last.pt"
        run("train", base=small, taught=many, start=start, out=widened, **(common | WIDEN))
    run("export", widened / "last.pt", base=small, out=args.out / "weights")
    run("export", widened / "last.pt", "--float", base=small, out=args.out / "plain")
    run("calibrate", args.out / "weights", corpus=args.corpus)
    run("card", args.out / "weights", corpus=args.corpus, teacher=teacher, plain=args.out / "plain")


if __name__ == "__main__":
    main()

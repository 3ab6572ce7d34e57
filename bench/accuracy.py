"""Every accuracy figure of the reader, beside what is asked of it and its floor.

    python -m bench.accuracy [--json] [--gate]

Needs the gold corpora (see `bench/README.md`); ``--gate`` fails where a figure is below `floors.toml`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from bench import claims, comments, flat_threads, origins, replies
from bench.corpora import POLNEAR, SHARED, fingerprint, present, read_all, rows, scorer
from bench.passages import labelled

FLOORS = Path(__file__).with_name("floors.toml")


def figures() -> dict[str, float]:
    """Each figure by the name it has in `floors.toml`, between 0 and 1."""
    outer = scorer("score_attributions")
    answers = read_all(POLNEAR / "dev.jsonl")
    found = {
        f"dev.{k}": v["f1"] for k, v in outer.score(outer.read_jsonl(POLNEAR / "dev.jsonl"), answers).items()
    }
    inner_gold = outer.read_jsonl(POLNEAR / "nested-dev.jsonl")
    inner = scorer("score_nested").score(inner_gold, answers)
    found |= {f"nested.{k}": v["f1"] for k, v in inner.items()}
    found |= {f"spans.{k}": v for k, v in _spans().items()}
    who = scorer("score_speakers").score(outer.read_jsonl(POLNEAR / "speakers-dev.jsonl"), answers)
    found |= {f"speakers.{k}": v["share"] for k, v in who.items()}
    found |= flat_threads.figures() | comments.figures() | replies.headline()
    stories = claims.figures()
    found |= {name: stories[name] for name in ("claims.found", "claims.groups")}
    return found | origins.headline()


def _spans() -> dict[str, float]:
    """Exact-span F1 on the tokenized passages, from the scorer as it is called from a shell."""
    gold = POLNEAR / "passages-dev.jsonl"
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as guess:
        guess.writelines(json.dumps(row) + "\n" for row in labelled(rows(gold)))
        guess.flush()
        command = [sys.executable, str(SHARED / "bench" / "score_spans.py"), str(gold), guess.name, "--json"]
        found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return {role: figure["f1"] for role, figure in found.items()}


def table(found: dict[str, float], floors: dict[str, Any]) -> str:
    """The figures as a Markdown table."""
    lines = ["| figure | found | asked | floor |", "| --- | --- | --- | --- |"]
    for name, value in found.items():
        asked, floor = floors["asked"].get(name, ""), floors["floor"].get(name, "")
        lines.append(f"| {name} | {value:.3f} | {asked} | {floor} |")
    return "\n".join(lines)


def changed(floors: dict[str, Any]) -> list[str]:
    """Corpus files that are not the ones the floors were measured on."""
    return [name for name, known in floors["corpus"].items() if fingerprint(SHARED / "data" / name) != known]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--gate", action="store_true")
    args = parser.parse_args()
    if not present():
        parser.exit(2, "the gold corpora are not here (see bench/README.md)\n")
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    found = figures()
    print(json.dumps(found, indent=1) if args.json else table(found, floors))
    if not args.gate:
        return 0
    low = [
        f"{name} is {found[name]:.3f}, its floor {floor}"
        for name, floor in floors["floor"].items()
        if found[name] < floor
    ]
    wrong = low + [f"{name} is not the file the floors were measured on" for name in changed(floors)]
    print("\n".join(wrong) or "every figure is at or above its floor", file=sys.stderr)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())

"""The whole program from outside: start, words a second on all cores, and memory of all its processes.

    python -m bench.batch [--articles N]

Memory is the proportional set size of all processes together, sampled twice a second; it needs Linux.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from bench.corpora import POLNEAR, present, rows

SAMPLE = Path(__file__).parents[1] / "examples" / "harbour.html"
READ = [sys.executable, "-m", "sayso", "read"]


def start() -> float:
    """Seconds from the start of the program to the end of a short story; the best of three."""
    return min(_seconds([*READ, str(SAMPLE)]) for _ in range(3))


def _seconds(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def many(articles: int) -> tuple[float, list[float]]:
    """Words a second over so many dev articles, and the memory in MB as it went."""
    with tempfile.TemporaryDirectory() as folder:
        stories, words = Path(folder) / "stories.jsonl", 0
        with stories.open("w", encoding="utf-8") as lines:
            for number, row in enumerate(islice(cycle(list(rows(POLNEAR / "dev.jsonl"))), articles)):
                lines.write(json.dumps({"id": str(number), "text": row["text"]}) + "\n")
                words += len(row["text"].split())
        began, memory = time.perf_counter(), []
        program = subprocess.Popen([*READ, str(stories), "--jsonl", "-o", str(Path(folder) / "out.jsonl")])
        while program.poll() is None:
            memory.append(_memory(program.pid))
            time.sleep(0.5)
        if program.returncode:
            raise subprocess.CalledProcessError(program.returncode, program.args)
        return words / (time.perf_counter() - began), memory


def _memory(pid: int) -> float:
    """MB of a process and its children."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        family = [pid, *map(int, children.read_text().split())]
        lines = [Path(f"/proc/{one}/smaps_rollup").read_text() for one in family]
    except OSError:  # one has just ended
        return 0.0
    found = (line.split()[1] for text in lines for line in text.splitlines() if line.startswith("Pss:"))
    return sum(map(int, found)) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    args = parser.parse_args()
    if not present():
        parser.exit(2, "the gold corpora are not here (see bench/README.md)\n")
    print(f"start to the end of a short story: {start():.2f} s")
    speed, memory = many(args.articles)
    quarters = [
        max(memory[at : at + len(memory) // 4 + 1]) for at in range(0, len(memory), len(memory) // 4 + 1)
    ]
    print(f"{args.articles} articles: {speed:,.0f} words/s, start included")
    print("highest memory in each quarter: " + ", ".join(f"{mb:.0f} MB" for mb in quarters))


if __name__ == "__main__":
    main()

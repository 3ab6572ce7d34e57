"""How long a case takes: adding pages beside only reading them, relating them, tracing a claim.

    python -m bench.case

Needs the corpus of claims (see `bench/README.md`): its 1,138 pages are read once by `sayso read` and
once by `sayso add`, each as a process of its own on all cores. Sizes are of whole processes' memory.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.corpora import rows
from bench.reports import CLAIMS
from sayso.asking import Tracer
from sayso.case import open_case

ASKED = 1.3
TRACED = 12


def pages(file: Path) -> int:
    """Write every page of the corpus to ``file`` once, a line each; how many there are."""
    known = {page["id"]: page for claim in rows(CLAIMS) for page in claim["pages"]}
    lines = ({"id": id, "title": page["headline"], "text": page["text"]} for id, page in known.items())
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return len(known)


def seconds(*arguments: str) -> float:
    """How long ``sayso`` takes with these arguments."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "sayso", *arguments], check=True, capture_output=True)
    return time.perf_counter() - began


def tracing(case: Path) -> tuple[float, float]:
    """How long it takes to open the case for tracing, and to trace a claim then, on average."""
    claims = [claim["claim"] for claim in rows(CLAIMS)][:TRACED]
    with open_case(case, write=False) as opened:
        began = time.perf_counter()
        tracer = Tracer(opened)
        ready = time.perf_counter()
        for claim in claims:
            tracer.trail(claim)
        return ready - began, (time.perf_counter() - ready) / len(claims)


def main() -> None:
    """Print the table."""
    if not CLAIMS.exists():
        print(f"skipped: {CLAIMS} is not here")
        return
    with tempfile.TemporaryDirectory() as folder:
        source, case = Path(folder) / "pages.jsonl", Path(folder) / "case.sayso"
        count = pages(source)
        read = seconds("read", str(source), "--jsonl", "-o", str(Path(folder) / "read.jsonl"))
        add = seconds("add", str(case), str(source))
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        opening, traced = tracing(case)
    print(f"{count:,} pages: read in {read:.1f} s, added and related in {add:.1f} s")
    print(f"added / read: {add / read:.2f} (asked {ASKED}); largest process {most:.0f} MB")
    print(f"a claim traced: {opening:.2f} s to make ready, then {traced:.2f} s each")


if __name__ == "__main__":
    main()

"""Kill programs that add to a case, at random moments, and see what is left of it.

    python tests/case/killing.py FOLDER KILLS SEED

Run by itself: it forks, which a process with threads must not. Prints what was seen as JSON.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from case.stories import original, read

from sayso.case import Original, open_case

PAGES = 24


def stories(seed: int) -> list[Original]:
    """Small and large pages, some of them a later state of one before."""
    chance = random.Random(seed)
    lines = (f"Voss says {number} canisters came.\n" * chance.choice((1, 3, 90)) for number in range(PAGES))
    return [original(text, f"{number % 20}.json") for number, text in enumerate(lines)]


def add(file: Path, seed: int, told: int) -> None:
    """Add the stories, telling each page's id once it is in; a decision after every third."""
    with open_case(file, create=True) as case:
        for number, one in enumerate(stories(seed)):
            (added,) = case.add(one, read(one))
            os.write(told, f"page {added.page}\n".encode())
            if number % 3 == 0:
                made = case.decide("one source", {"page": added.page}, author="wenna")
                os.write(told, f"decision {made.number}\n".encode())


def killed(file: Path, seed: int, chance: random.Random) -> list[tuple[str, str]]:
    """What a program told before it was killed, at a moment chosen by ``chance``."""
    ear, mouth = os.pipe()
    child = os.fork()
    if not child:
        os.close(ear)
        add(file, seed, mouth)
        os._exit(0)
    os.close(mouth)
    with os.fdopen(ear) as lines:
        heard = [lines.readline() for _ in range(chance.choice((0, 1, chance.randrange(PAGES))))]
        time.sleep(chance.random() * 0.004)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        heard += lines.readlines()
    whole = (line.split() for line in heard if line.endswith("\n"))
    return [(kind, name) for kind, name in whole]


def lost(file: Path, told: list[tuple[str, str]]) -> list[str]:
    """What is wrong with the case, or not in it though a program told that it was."""
    if not file.exists():
        return [f"{kind} {name}" for kind, name in told]
    with open_case(file, create=True) as case:
        wrong = [finding.message for finding in case.check()]
        ids = {row["id"] for row in case._database.rows("SELECT id FROM pages")}
        there = {("page", id) for id in ids} | {("decision", str(one.number)) for one in case.decisions()}
        return wrong + [f"{kind} {name}" for kind, name in told if (kind, name) not in there]


def completed(file: Path, seed: int) -> bool:
    """Whether adding again makes the case what it would have been."""
    with open_case(file, create=True) as case:
        wanted = {}
        for one in stories(seed):
            (page,) = read(one)
            case.add(one, (page,))
            wanted[one.name] = page.text
        return case.check() == () and sorted(page.text for page in case.pages()) == sorted(wanted.values())


def main() -> None:
    folder, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(seed)
    seen = {"kills": 0, "told": 0, "midway": 0, "lost": 0, "cases": 0, "incomplete": 0}
    while seen["kills"] < kills:
        file = folder / f"{seen['cases']}.sayso"
        told: list[tuple[str, str]] = []
        for _ in range(
            min(chance.randrange(1, 5), kills - seen["kills"])
        ):  # one that was killed is killed again
            news = killed(file, seen["cases"], chance)
            told += news
            seen["kills"] += 1
            seen["midway"] += 0 < len(news) < PAGES
            seen["lost"] += len(lost(file, told))
        seen["told"] += len(told)
        seen["incomplete"] += not completed(file, seen["cases"])
        seen["cases"] += 1
    print(json.dumps(seen))


if __name__ == "__main__":
    main()

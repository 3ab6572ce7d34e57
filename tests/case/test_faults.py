"""A case outlives programs that are killed, disks that are full, and two that add to it at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from case.stories import original, read

from sayso.case import open_case

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("SAYSO_KILLS", "25"))


def started(*command: str) -> subprocess.Popen[str]:
    path = os.pathsep.join(map(str, (ROOT / "src", ROOT / "tests")))
    return subprocess.Popen(
        [sys.executable, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )


def told(*programs: subprocess.Popen[str]) -> list[list[str]]:
    """What the programs print, a list of lines for each, once all have been let go."""
    for program in programs:
        assert program.stdin
        program.stdin.write("go\n")
        program.stdin.flush()
    outputs = [program.communicate()[0].splitlines() for program in programs]
    assert all(program.returncode == 0 for program in programs)
    return outputs


def test_nothing_that_was_told_is_lost_when_a_program_is_killed(tmp_path: Path) -> None:
    killing = str(Path(__file__).with_name("killing.py"))
    ((line,),) = told(started(killing, str(tmp_path), str(KILLS), "7"))
    seen = json.loads(line)
    assert seen["kills"] == KILLS
    assert seen["midway"] > KILLS / 4
    assert (seen["lost"], seen["incomplete"]) == (0, 0)


ADD = """
import resource, sys
from case.stories import original, read
from sayso.case import open_case
from sayso.errors import SaysoError
file, name, count, words, room = *sys.argv[1:3], *map(int, sys.argv[3:])
if room:
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
sys.stdin.readline()
try:
    with open_case(file, create=True) as case:
        for number in range(count):
            text = f"{'Voss' if number % 2 else name} says {number} came. " * words
            id, url = f"{name}{number}", f"https://calder.example/{number}"
            one = original(text, f"{id}.json", id=id, url=url if number % 2 else None)
            print(case.add(one, read(one))[0].page, flush=True)
except SaysoError as error:
    print(type(error).__name__, error.reason)
"""


def test_two_programs_that_add_at_once_both_succeed(file: Path) -> None:
    outputs = told(*(started("-c", ADD, str(file), name, "40", "1", "0") for name in ("Tam", "Wenna")))
    with open_case(file) as case:
        assert set(case.page_ids()) == {*outputs[0], *outputs[1]}
        assert len(case.page_ids()) == 60  # every second page is the same in both
        assert case.check() == ()


def test_a_full_disk_is_told_and_loses_nothing(file: Path) -> None:
    ((*pages, error),) = told(started("-c", ADD, str(file), "Tam", "999", "200", "1500000"))
    assert error.startswith("UnwritableCase it cannot be written (")
    assert len(pages) > 5
    with open_case(file) as case:
        assert list(case.page_ids()) == pages
        assert case.check() == ()
        assert case.add(original(), read(original()))[0].outcome == "added"

"""The program as a process of its own: what a shell, a pipe and Ctrl-C see. These run the real model."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import harbour
import pytest

SAYSO = [sys.executable, "-m", "sayso"]
STORY = str(harbour.FILE)


def run(*arguments: str, stdin: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*SAYSO, *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )


def many(tmp_path: Path, count: int) -> str:
    file = tmp_path / "many.jsonl"
    text = harbour.harbour().text
    file.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n in range(count)))
    return str(file)


def test_a_story_is_read() -> None:
    done = run("read", STORY)
    assert done.returncode == 0, done.stderr
    assert "Harrell-Voss" in done.stdout
    assert not done.stderr


def test_worker_processes_give_what_one_process_gives(tmp_path: Path) -> None:
    stories = many(tmp_path, 5)
    several, alone = (
        run("read", stories, "--jsonl", "--jobs", "2"),
        run("read", stories, "--jsonl", "--jobs", "1"),
    )
    assert several.returncode == 0, several.stderr
    assert several.stdout == alone.stdout
    assert len(several.stdout.splitlines()) == 5


def test_the_order_of_the_inputs_does_not_matter_to_what_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“It rained,” said Odo Pellwether, a fishmonger.")
    names = [str(tmp_path / "a.txt"), STORY]
    one, other = (run("read", *order, "--jsonl").stdout.splitlines() for order in (names, names[::-1]))
    assert one == other[::-1]


def test_ctrl_c_ends_a_batch_cleanly(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    process = subprocess.Popen(
        [*SAYSO, "read", many(tmp_path, 3000), "--jsonl", "--jobs", "2", "-o", str(out)],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    for _ in range(600):
        if out.exists() and out.stat().st_size:
            break
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, stderr = process.communicate(timeout=30)
    assert process.returncode == 130
    assert stderr == "sayso: interrupted\n"
    for line in out.read_text().splitlines():
        assert json.loads(line)["sayso"] == "1"


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc to see the workers start")
@pytest.mark.parametrize("started", [1, 2, 3])
def test_ctrl_c_while_workers_start_shows_no_traceback(tmp_path: Path, started: int) -> None:
    process = subprocess.Popen(
        [*SAYSO, "read", many(tmp_path, 3000), "--jsonl", "--jobs", "2", "-o", str(tmp_path / "out.jsonl")],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while len(children.read_text().split()) < started:
        time.sleep(0.001)
    os.killpg(process.pid, signal.SIGINT)
    _, stderr = process.communicate(timeout=30)
    assert process.returncode == 130
    assert stderr == "sayso: interrupted\n"


def test_a_reader_that_goes_away_is_no_trouble(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*SAYSO, "read", many(tmp_path, 3000), "--jsonl", "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=30) == 141
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_standard_output_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    story = tmp_path / "a.txt"
    story.write_text("A story.")
    full = "it cannot be written (No space left on device); check where it leads and the disk"
    for arguments, where, reason in (
        (["read", str(story)], ">/dev/full", full),
        (["read", str(story)], ">&-", "it is closed; name a file with --output"),
        (["read", "--help"], ">/dev/full", full),
    ):
        command = ["sh", "-c", f'"$@" {where}', "sh", *SAYSO, *arguments]
        done = subprocess.run(command, stderr=subprocess.PIPE, encoding="utf-8", timeout=120, check=False)
        assert (done.returncode, done.stderr) == (2, f"sayso: standard output: {reason}\n")


def test_standard_input_that_is_closed_is_told() -> None:
    command = ["sh", "-c", '"$@" <&-', "sh", *SAYSO, "read", "-"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert (done.returncode, done.stderr) == (3, "sayso: -: standard input is closed; name a file\n")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_of_any_encoding_is_written_to(encoding: str) -> None:
    done = subprocess.run(
        [*SAYSO, "read", STORY],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_json_is_utf8_whatever_the_terminal_is() -> None:
    done = run("read", STORY, "--json", PYTHONIOENCODING="ascii")
    assert "“" in json.loads(done.stdout)["page"]["text"]


def test_the_first_result_is_there_in_time() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run("read", STORY)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert spent < 3, "twice what it may take on a machine of its own"


def test_the_demo_finds_a_story_named_from_another_folder(tmp_path: Path) -> None:
    project = tmp_path / "project"
    stand_ins = {"scripts/setup": "true", ".venv/bin/sayso": 'exec cat "$2"'}
    for name, line in stand_ins.items():
        (project / name).parent.mkdir(parents=True)
        (project / name).write_text(f"#!/bin/sh\n{line}\n")
        (project / name).chmod(0o755)
    demo = shutil.copy(Path(__file__).parent.parent / "scripts" / "demo", project / "scripts")
    (tmp_path / "mine.txt").write_text("My story.")
    assert subprocess.check_output([demo, "read", "mine.txt"], cwd=tmp_path, encoding="utf-8") == "My story."


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, sayso.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    heavy = r"\b(onnxruntime|tokenizers|numpy|trafilatura|rich|jinja2|py3langid)\b"
    assert not set(re.findall(heavy, loaded.stdout))

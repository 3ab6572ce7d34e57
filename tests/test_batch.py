from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from batch_readers import obedient

from sayso.batch import Reading, read_all
from sayso.reading import Input


def inputs(*texts: str) -> Iterator[Input]:
    return (Input(f"{n}", text.encode()) for n, text in enumerate(texts))


def outcome(reading: Reading) -> str:
    return reading.pages[0].text if reading.pages else reading.error.reason if reading.error else "nothing"


def test_results_come_in_the_order_of_the_inputs() -> None:
    texts = ["sleep 0.3", "a", "b", "sleep 0.1", *map(str, range(20))]
    readings = list(read_all(inputs(*texts), jobs=2, reader=obedient))
    assert [outcome(r) for r in readings] == texts
    assert [r.name for r in readings] == [str(n) for n in range(len(texts))]
    assert len({page.id for r in readings for page in r.pages}) == 2


def test_one_input_or_one_job_stays_in_this_process() -> None:
    (alone,) = read_all(inputs("a"), jobs=4, reader=obedient)
    several = list(read_all(inputs("a", "b", "c"), jobs=1, reader=obedient))
    assert {page.id for r in [alone, *several] for page in r.pages} == {str(os.getpid())}


def test_no_input_gives_nothing() -> None:
    assert list(read_all(inputs(), reader=obedient)) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_input_that_cannot_be_read_costs_no_other(jobs: int) -> None:
    readings = list(read_all(inputs("a", "refuse", "fail", "b"), jobs=jobs, reader=obedient))
    assert [outcome(r) for r in readings] == [
        "a", "it was refused", "Sayso failed on it (RuntimeError: an accident)", "b",
    ]  # fmt: skip
    assert readings[1].trace is None
    assert "an accident" in (readings[2].trace or "")


def test_a_worker_that_dies_costs_only_its_page() -> None:
    texts = ["a", "die", "b", "die", "die", "c", "d"]
    readings = list(read_all(inputs(*texts), jobs=2, reader=obedient))
    died = "the process that read it died (exit code -9)"
    assert [outcome(r) for r in readings] == ["a", died, "b", died, died, "c", "d"]


def test_a_worker_that_dies_with_nothing_to_do_costs_no_page() -> None:
    texts = ["leave", "a", "b", "c", "d"]

    def after_a_death() -> Iterator[Input]:
        for input in inputs(*texts):
            while input.name == "2" and len(multiprocessing.active_children()) == 2:
                time.sleep(0.02)
            yield input

    assert [outcome(r) for r in read_all(after_a_death(), jobs=2, reader=obedient)] == texts


def test_inputs_are_taken_only_as_they_are_needed() -> None:
    taken = 0

    def endless() -> Iterator[Input]:
        nonlocal taken
        while True:
            taken += 1
            yield Input(str(taken), b"a" * 1000)

    with closing(read_all(endless(), jobs=2, reader=obedient)) as readings:
        for number, _ in zip(range(50), readings, strict=False):
            assert taken <= number + 12


def test_a_slow_page_does_not_let_results_pile_up() -> None:
    texts = ["sleep 1", *map(str, range(200))]
    taken: list[str] = []

    def watched() -> Iterator[Input]:
        for input in inputs(*texts):
            taken.append(input.name)
            yield input

    readings = read_all(watched(), jobs=2, reader=obedient)
    next(readings)
    assert len(taken) < 20
    assert len(list(readings)) == 200


def test_whoever_stops_listening_ends_the_workers(tmp_path: Path) -> None:
    began = tmp_path / "began"
    readings = read_all(inputs("a", f"touch {began}"), jobs=2, reader=obedient)
    next(readings)
    for _ in range(100):
        if began.exists():
            break
        time.sleep(0.05)
    start = time.monotonic()
    readings.close()
    assert began.exists()
    assert time.monotonic() - start < 5
    assert multiprocessing.active_children() == []

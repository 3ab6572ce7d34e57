"""A batch of inputs comes into a case: what is in is not read again, what fails costs no other."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from batch_readers import obedient
from case.stories import original, read_input
from case.test_check import content

from sayso.case import Case, add_all
from sayso.case.incoming import read_originals
from sayso.errors import UnreadablePage
from sayso.model import Page
from sayso.pipeline import read_thread
from sayso.reading import Input, find_inputs


def inputs(*texts: str) -> list[Input]:
    return [Input(f"{n}.json", original(text).raw, "record") for n, text in enumerate(texts)]


def never(input: Input) -> tuple[Page, ...]:
    raise AssertionError(f"{input.name} was read again")


def test_pages_come_in_and_are_not_read_again(case: Case) -> None:
    batch = inputs("Eight came.", "Two came.", "None came.")
    arrivals = list(add_all(case, batch[:2], read_input, jobs=1))
    assert [(one.name, one.pages[0].outcome) for one in arrivals] == [
        ("0.json", "added"),
        ("1.json", "added"),
    ]
    again = list(add_all(case, batch, read_input, jobs=1))
    assert [one.pages[0].outcome for one in again] == ["known", "known", "added"]
    assert [one.pages[0].page for one in add_all(case, batch, never, jobs=1)] == ["0", "1", "2"]


def test_what_cannot_be_read_is_told_in_its_place_and_kept(case: Case, tmp_path: Path) -> None:
    refused = UnreadablePage("c.pdf", "this is a PDF document", "save its text")
    batch = [*inputs("Eight came.", ""), Input("gone.html", tmp_path / "gone.html"), Input("c.pdf", refused)]
    batch.append(Input("last.json", original("Two came.").raw, "record"))
    arrivals = list(add_all(case, batch, read_input, jobs=1))
    assert [bool(one.error) for one in arrivals] == [False, True, True, True, False]
    assert [one.name for one in arrivals[1:4]] == ["1.json", str(tmp_path / "gone.html"), "c.pdf"]
    assert len(case.failures()) == 3
    assert len(list(case.pages())) == 2


def test_a_mistake_in_a_reader_costs_one_page(case: Case) -> None:
    batch = [Input(str(n), text.encode()) for n, text in enumerate(("fail", "Eight came."))]
    failed, added = add_all(case, batch, obedient, jobs=1)
    assert failed.trace and "an accident" in failed.trace
    assert added.pages[0].outcome == "added"


def test_the_order_is_kept_with_several_processes(case: Case) -> None:
    batch = [Input(str(n), f"Story {n}".encode()) for n in range(6)]
    list(add_all(case, [batch[1], batch[4]], obedient, jobs=1))
    arrivals = list(add_all(case, batch, obedient, jobs=2))
    assert [one.name for one in arrivals] == [str(n) for n in range(6)]
    assert [one.pages[0].outcome for one in arrivals].count("known") == 2


@pytest.mark.parametrize("suffix", ["html", "txt", "jsonl"])
def test_files_are_read_again_as_they_were_read_first(
    case: Case, file: Path, tmp_path: Path, suffix: str
) -> None:
    texts = {
        "html": "<title>Canisters</title><p>Eight canisters came to Port Calder on Monday, Voss says.</p>"
        * 3,
        "txt": "Canisters\n\nEight canisters came to Port Calder on Monday, Voss says.",
        "jsonl": '{"id": "a1", "text": "Eight came."}\n\n{"id": 7, "text": "Two came."}\n',
    }
    (tmp_path / f"story.{suffix}").write_text(texts[suffix])
    names = [tmp_path / f"story.{suffix}"]
    arrivals = list(add_all(case, find_inputs(names), read_thread, jobs=1))
    assert all(one.pages for one in arrivals)
    before = content(file)
    assert case.rebuild(partial(read_originals, reader=read_thread, jobs=1)) == ()
    assert content(file) == before


def test_what_came_from_the_web_is_read_again_as_it_came(case: Case, file: Path) -> None:
    page = "<p>The café at Port Calder closed on Monday, the mayor's office says.</p>".encode("latin-1") * 3
    fetched = Input(
        "https://a.example/", page, "html", "https://calder.example/a", "latin-1", "2031-05-01T10:00:00Z"
    )
    list(add_all(case, [fetched], read_thread, jobs=1))
    (read,) = case.pages()
    assert (read.id, "café" in read.text) == ("https://calder.example/a", True)
    assert case.original(read.id).input == fetched
    before = content(file)
    case.rebuild(partial(read_originals, reader=read_thread, jobs=1))
    assert content(file) == before

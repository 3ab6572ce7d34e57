"""A case is opened for what it is; whatever is none, or not ours to read, is told and left alone."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from case.stories import original, read

from sayso.case import Case, open_case, schema
from sayso.errors import CaseBusy, DamagedCase, NewerCase, NotACase, OlderCase, UnwritableCase

ROOT = Path(__file__).parents[2]


def test_a_case_is_made_where_that_is_wanted_and_found_again(file: Path) -> None:
    with open_case(file, create=True) as case:
        case.add(original(), read(original()))
    with open_case(file) as case:
        assert [page.id for page in case.pages()] == ["harbour"]
    assert os.listdir(file.parent) == ["story.sayso"]


@pytest.mark.parametrize("write", [True, False])
def test_no_case_is_made_where_none_was_wanted(file: Path, write: bool) -> None:
    with pytest.raises(NotACase, match="there is no such file; check the name, or make it with “sayso add”"):
        open_case(file, write=write)
    assert not file.exists()


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("content", [b"Eight canisters came.", b"%PDF-1.7 " * 1000, b"\0" * 5000])
def test_a_file_that_is_no_case_is_left_as_it_was(file: Path, content: bytes, create: bool) -> None:
    file.write_bytes(content)
    with pytest.raises(NotACase):
        open_case(file, create=create)
    assert file.read_bytes() == content
    assert os.listdir(file.parent) == ["story.sayso"]


def test_somebody_else_s_database_is_left_as_it_was(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE recipes (name TEXT)")
    database.close()
    before = file.read_bytes()
    for create in (True, False):
        with pytest.raises(NotACase, match="but no case"):
            open_case(file, create=create)
    assert file.read_bytes() == before
    assert os.listdir(file.parent) == ["story.sayso"]


def test_an_empty_file_can_become_a_case(file: Path) -> None:
    file.touch()
    with pytest.raises(NotACase, match="an empty file"):
        open_case(file)
    with open_case(file, create=True) as case:
        assert case.check() == ()


def test_a_folder_a_pipe_and_an_impossible_name_are_no_case(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, reason in ((tmp_path, "a folder"), (tmp_path / "pipe", "no ordinary file")):
        with pytest.raises(NotACase, match=f"this is {reason}"):
            open_case(path, create=True)
    with pytest.raises(NotACase):
        open_case(f"{tmp_path}/a\0b", create=True)
    with pytest.raises((NotACase, UnwritableCase)):
        open_case(tmp_path / ("a" * 300), create=True)
    with pytest.raises(UnwritableCase, match="no such folder"):
        open_case(tmp_path / "gone" / "story.sayso", create=True)


def test_a_name_may_hold_whatever_a_file_s_name_can(tmp_path: Path) -> None:
    for name in ("50% off?#1&mode=ro.sayso", "ça va.sayso", "caf\udce9.sayso"):
        with open_case(tmp_path / name, create=True) as case:
            case.add(original(), read(original()))
        assert (tmp_path / name).exists()


def test_a_newer_case_is_told_and_left_as_it_was(file: Path) -> None:
    open_case(file, create=True).close()
    change(file, f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    before = file.read_bytes()
    for write in (True, False):
        with pytest.raises(NewerCase, match="a newer Sayso; update Sayso"):
            open_case(file, create=True, write=write)
    assert file.read_bytes() == before


def test_an_older_case_is_brought_up_to_date_with_all_it_holds(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_case(file, create=True) as case:
        case.add(original(), read(original()))
    step = "CREATE TABLE letters (id TEXT) STRICT;\nINSERT INTO letters SELECT id FROM pages;"
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, step))
    with pytest.raises(OlderCase, match="an older Sayso; run “sayso check” on it"):
        open_case(file, write=False)
    with open_case(file) as case:
        assert case.check() == ()
        assert [page.id for page in case.pages()] == ["harbour"]
    assert ask(file, "SELECT id FROM letters") == [("harbour",)]


def test_a_step_that_fails_leaves_the_older_case_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_case(file, create=True).close()
    step = "CREATE TABLE letters (id TEXT) STRICT;\nINSERT INTO nowhere VALUES (1);"
    with monkeypatch.context() as changed:
        changed.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, step))
        with pytest.raises(sqlite3.OperationalError):
            open_case(file)
    with open_case(file) as case:
        assert case.check() == ()


def test_a_case_that_is_being_written_to_can_be_looked_at(file: Path, case: Case) -> None:
    case.add(original(), read(original()))
    with open_case(file, write=False) as looking:
        case.add(original("Two came.", "b.json"), read(original("Two came.", "b.json")))
        assert [page.id for page in looking.pages()] == ["harbour", "b"]
        with pytest.raises(UnwritableCase):
            looking.add(original("None came."), ())


def test_a_case_that_stays_busy_is_told(file: Path, case: Case) -> None:
    with open_case(file, patience=0.05) as waiting, sqlite3.connect(file) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CaseBusy, match="another program keeps it busy; wait"):
            waiting.add(original(), read(original()))
        other.rollback()
        assert waiting.add(original(), read(original()))[0].outcome == "added"
    other.close()


def test_a_case_that_was_cut_short_is_told(file: Path) -> None:
    with open_case(file, create=True) as case:
        for number in range(50):
            case.add(original(f"Story {number}."), read(original(f"Story {number}.", f"{number}.json")))
    whole = file.read_bytes()
    for length in range(50, len(whole), len(whole) // 23):
        file.write_bytes(whole[:length])
        with pytest.raises((DamagedCase, NotACase)), open_case(file) as case:
            list(case.pages())


LOOK = """
import os, sys
from sayso.case import open_case, Original
from sayso.errors import SaysoError
from sayso.model import Page
if os.geteuid() == 0:
    os.setuid(65534)
try:
    with open_case(sys.argv[1], write=sys.argv[2] == "write", create=True) as case:
        print([page.id for page in case.pages()])
except SaysoError as error:
    print(type(error).__name__, error)
"""


def looked(file: Path, how: str) -> str:
    """What someone sees of it who may write nothing there."""
    command = [sys.executable, "-c", LOOK, str(file), how]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


def test_a_case_in_a_folder_that_is_closed_can_be_looked_at_and_no_more(open_folder: Path) -> None:
    file = open_folder / "story.sayso"
    with open_case(file, create=True) as case:
        case.add(original(), read(original()))
    open_folder.chmod(0o555)
    assert looked(file, "look") == "['harbour']\n"
    assert looked(file, "write").startswith(f"UnwritableCase {file}: it cannot be written (")
    assert looked(open_folder / "new.sayso", "write").startswith("UnwritableCase")


def test_an_unfinished_case_in_a_closed_folder_tells_what_to_do(open_folder: Path) -> None:
    file = open_folder / "story.sayso"
    with open_case(file, create=True) as case:
        case.add(original(), read(original()))
        shutil.copy(file, open_folder / "copy.sayso")
        shutil.copy(f"{file}-wal", open_folder / "copy.sayso-wal")
    open_folder.chmod(0o555)
    assert "copy it, with the files beside it" in looked(open_folder / "copy.sayso", "look")


def change(file: Path, sql: str) -> None:
    ask(file, sql)


def ask(file: Path, sql: str) -> list[tuple[object, ...]]:
    database = sqlite3.connect(file)
    try:
        with database:
            return database.execute(sql).fetchall()
    finally:
        database.close()

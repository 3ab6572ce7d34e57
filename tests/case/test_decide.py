"""Decisions are kept for good, and undone only by others."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from case.test_open import ask
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.case import Case, open_case
from sayso.errors import NotInCase


def test_a_decision_comes_back_as_it_was_made(case: Case, file: Path) -> None:
    made = case.decide("one source", {"sources": ["HTS", "Voß\0"]}, author="wenna", note="see the “letter”")
    assert made.number == 1 and made.time.endswith("+00:00")
    with open_case(file, write=False) as again:
        assert again.decisions() == again.decisions_in_force() == (made,)


def test_an_undone_decision_is_no_longer_in_force_and_still_in_the_log(case: Case) -> None:
    first = case.decide("one source", {"sources": [1, 2]}, author="wenna")
    second = case.decide("wrong span", {"page": "a"}, author="wenna")
    undoing = case.undo(first.number, author="tam", note="they are two")
    assert (undoing.undoes, undoing.author, undoing.note) == (1, "tam", "they are two")
    assert case.decisions_in_force() == (second,)
    assert case.decisions() == (first, second, undoing)


def test_an_undoing_can_be_undone(case: Case) -> None:
    first = case.decide("one source", {}, author="wenna")
    undoing = case.undo(first.number, author="tam")
    case.undo(undoing.number, author="wenna")
    assert case.decisions_in_force() == (first,)
    case.undo(first.number, author="tam")
    assert case.decisions_in_force() == ()


def test_only_what_is_in_force_can_be_undone(case: Case) -> None:
    case.undo(case.decide("one source", {}, author="wenna").number, author="tam")
    for number in (1, 3, -1):
        with pytest.raises(NotInCase, match=f"no decision {number} is in force"):
            case.undo(number, author="tam")
    assert len(case.decisions()) == 2


def test_half_characters_in_a_note_are_replaced(case: Case) -> None:
    made = case.decide("one source", {"name": "\ud83d"}, author="\udce9", note="\udce9")
    assert (made.payload, made.author, made.note) == ({"name": "\ufffd"}, "\ufffd", "\ufffd")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE decisions SET author = 'nobody'",
        "DELETE FROM decisions",
        "REPLACE INTO decisions VALUES (1, '', '', '', '{}', NULL, NULL)",
        "INSERT OR REPLACE INTO decisions VALUES (1, '', '', '', '{}', NULL, NULL)",
        "UPDATE originals SET raw = x''",
        "DELETE FROM originals",
    ],
)
def test_no_other_program_changes_a_decision_or_what_pages_were_read_from(
    case: Case, file: Path, sql: str
) -> None:
    case.decide("one source", {}, author="wenna")
    ask(file, "INSERT INTO originals (hash, name, size, added, raw) VALUES ('', '', 0, '', x'')")
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        ask(file, sql)
    assert [one.author for one in case.decisions()] == ["wenna"]


@settings(max_examples=10)
@given(st.lists(st.integers(0, 5), max_size=8))
def test_a_decision_is_in_force_as_long_as_nothing_in_force_undoes_it(undoings: list[int]) -> None:
    with TemporaryDirectory() as folder, open_case(Path(folder) / "story.sayso", create=True) as case:
        case.decide("one source", {}, author="wenna")
        for choice in undoings:
            log = case.decisions()
            with suppress(NotInCase):
                case.undo(log[choice % len(log)].number, author="tam")
        log = case.decisions()

        def stands(number: int) -> bool:
            return not any(stands(one.number) for one in log if one.undoes == number)

        assert [one.number for one in case.decisions_in_force()] == [1] * stands(1)

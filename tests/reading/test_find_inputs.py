"""Names on a command line become inputs, and one that is bad never costs the others."""

import io
import os
import pickle
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace

import pytest

from sayso.errors import UnreadablePage
from sayso.reading import Input, find_inputs, pages_of

TEXT = "The bridge will close, the council said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "deep/er/c.TXT",
        "deep/d.json",
        "e.jsonl",
        "f.pdf",
        ".hidden.txt",
        ".git/g.txt",
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text('{"text": "%s"}' % TEXT if ".json" in name else TEXT)  # noqa: UP031
    return tmp_path


def names(inputs: Iterable[Input], folder: Path) -> list[str]:
    return [os.path.relpath(input.name, folder) for input in inputs]


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def the_error(inputs: Iterable[Input]) -> UnreadablePage:
    (input,) = inputs
    with pytest.raises(UnreadablePage) as caught:
        pages_of(input)
    return caught.value


def test_a_folder_gives_the_pages_in_it_in_order(folder: Path) -> None:
    inputs = list(find_inputs([folder]))
    assert names(inputs, folder) == ["a.md", "b.txt", "e.jsonl:1", "deep/d.json", "deep/er/c.TXT"]
    assert {pages_of(input)[0].text for input in inputs} == {TEXT}


def test_a_pattern_gives_what_it_matches(folder: Path) -> None:
    assert names(find_inputs([f"{folder}/*.[tm]*"]), folder) == ["a.md", "b.txt"]
    assert names(find_inputs([f"{folder}/**/*.TXT"]), folder) == ["deep/er/c.TXT"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "a[1]*.txt").write_text(TEXT)
    assert names(find_inputs([tmp_path / "a[1]*.txt"]), tmp_path) == ["a[1]*.txt"]


def test_names_keep_their_order_and_may_have_any_extension(folder: Path) -> None:
    (folder / "story.asp").write_text(TEXT)
    inputs = find_inputs([folder / "story.asp", folder / "a.md"])
    assert names(inputs, folder) == ["story.asp", "a.md"]


def test_a_file_named_in_several_ways_is_read_once_where_it_is_named_first(folder: Path) -> None:
    link = folder / "deep" / "link.txt"
    link.symlink_to(folder / "b.txt")
    named: list[str | Path] = [folder / "b.txt", f"{folder}/./b.txt", folder / "deep", folder, f"{folder}/*"]
    expected = ["b.txt", "deep/d.json", "deep/er/c.TXT", "a.md", "e.jsonl:1", "f.pdf"]
    assert names(find_inputs(named), folder) == expected


def test_a_missing_file_named_twice_is_told_once(tmp_path: Path) -> None:
    assert len(list(find_inputs([tmp_path / "gone.txt", tmp_path / "gone.txt"]))) == 1


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, TEXT.encode())
    assert [input.name for input in find_inputs(["-", "-"])] == ["-"]


def test_what_is_passed_over_in_folders_is_told(folder: Path) -> None:
    (folder / "deep" / "notes").touch()
    passed_over: set[str] = set()
    list(find_inputs([folder, folder / "deep"], passed_over=passed_over))
    assert names([Input(name, b"") for name in sorted(passed_over)], folder) == ["deep/notes", "f.pdf"]


def test_what_is_named_itself_is_not_passed_over(folder: Path) -> None:
    passed_over: set[str] = set()
    list(find_inputs([folder, folder / "f.pdf"], passed_over=passed_over))
    assert not passed_over


def test_inputs_can_be_sent_to_worker_processes(folder: Path) -> None:
    inputs = [*find_inputs([folder, folder / "missing.txt"])]
    again = pickle.loads(pickle.dumps(inputs))
    assert [pages_of(input)[0] for input in again[:-1]] == [pages_of(input)[0] for input in inputs[:-1]]
    assert "no such file" in the_error(again[-1:]).reason


def test_standard_input_is_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, TEXT.encode())
    (input,) = find_inputs(["-"])
    assert (input.name, pages_of(input)[0].text) == ("-", TEXT)


def test_a_file_of_empty_json_lines_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "blank.jsonl").write_bytes(b"\n\n")
    (input,) = find_inputs([tmp_path / "blank.jsonl"])
    with pytest.raises(UnreadablePage, match="there is no text in it"):
        pages_of(input)


@pytest.mark.parametrize(
    "first", [b'{"text": "One."}', b'{ "text": "One."}', b'\xef\xbb\xbf{"text": "One."}']
)
def test_standard_input_may_be_json_lines(monkeypatch: pytest.MonkeyPatch, first: bytes) -> None:
    stdin(monkeypatch, first + b'\n{"text": "Two."}\n')
    inputs = list(find_inputs(["-"]))
    assert [input.name for input in inputs] == ["-:1", "-:2"]
    assert [pages_of(input)[0].text for input in inputs] == ["One.", "Two."]


def test_standard_input_may_be_one_object_over_many_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b'{\n  "text": "One."\n}\n')
    assert [pages_of(input)[0].text for input in find_inputs(["-"])] == ["One."]


def test_standard_input_over_the_limit_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"a b\n" * 1000)
    inputs = list(find_inputs(["-"], limit=100))
    with pytest.raises(UnreadablePage, match="limit of 100 bytes"):
        pages_of(inputs[0], limit=100)


def test_a_missing_file(tmp_path: Path) -> None:
    error = the_error(find_inputs([tmp_path / "missing.html"]))
    assert error.file == str(tmp_path / "missing.html")
    assert "no such file" in error.reason


@pytest.mark.parametrize("name", ["missing.jsonl", "*.html", "nothing/**/*.txt", "a\0b", "a\0*"])
def test_a_name_that_stands_for_nothing(tmp_path: Path, name: str) -> None:
    the_error(find_inputs([f"{tmp_path}/{name}"]))


def test_a_folder_without_pages(tmp_path: Path) -> None:
    (tmp_path / "f.pdf").write_bytes(b"%PDF-1.7")
    assert "no page in this folder" in the_error(find_inputs([tmp_path])).reason


def test_a_folder_without_permission_costs_only_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def guarded(path: str) -> object:
        if os.path.basename(path) == "deep":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    *good, bad = find_inputs([folder])
    assert names(good, folder) == ["a.md", "b.txt", "e.jsonl:1"]
    error = the_error([bad])
    assert error.file == str(folder / "deep")
    assert "Permission denied" in error.reason


def test_a_file_without_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    inputs = list(find_inputs([folder / "a.md"]))
    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert "Permission denied" in the_error(inputs).reason


@pytest.mark.parametrize("content", [b"", b"\x1f\x8b\x08\0\0\0", b"%PDF-1.7\n" * 50])
def test_a_json_lines_file_that_is_none_is_one_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.jsonl").write_bytes(content)
    the_error(find_inputs([tmp_path / "x.jsonl"]))


def test_a_name_that_is_not_utf8_can_still_be_shown(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT)
    except OSError:
        pytest.skip("this file system has no such names")
    (input,) = find_inputs([tmp_path])
    assert input.name.endswith("caf\ufffd.txt")
    assert pages_of(input)[0].id.endswith("caf\ufffd")

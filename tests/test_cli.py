"""The command line, run in this process; the attributions come from ``harbour``, not from the model."""

from __future__ import annotations

import json
from pathlib import Path

import harbour
import pytest
from lxml import html
from typer.testing import CliRunner, Result

import sayso
from sayso.cli import app
from sayso.exits import CODES
from sayso.model import Page

STORY = str(harbour.FILE)
SAVED = str(harbour.FILE.with_name("harbour-saved.txt"))


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    def attributed(page: Page) -> Page:
        return harbour.marked(page) if "Harrell-Voss" in page.text else page

    monkeypatch.setattr("sayso.pipeline.attributed", attributed)


def read(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["read", "--jobs", "1", *arguments], input=stdin, prog_name="sayso")


def lines(tmp_path: Path, *texts: str) -> str:
    file = tmp_path / "stories.jsonl"
    file.write_text("".join(json.dumps({"id": f"s{n}", "text": text}) + "\n" for n, text in enumerate(texts)))
    return str(file)


def test_a_story_is_shown_as_a_tree() -> None:
    result = read(STORY)
    assert result.exit_code == 0
    assert "└── Vessia's Ministry of Transport (organization) — says:" in result.stdout
    assert "\x1b" not in result.stdout
    assert not result.stderr


def test_full_shortens_nothing() -> None:
    assert "nothing,”" not in read(STORY).stdout
    assert "nothing,”" in read(STORY, "--full").stdout


def test_json_is_one_object_as_the_contract_has_it() -> None:
    result = read(STORY, "--json")
    assert json.loads(result.stdout) == json.loads(json.dumps(harbour.harbour().as_dict()))


def test_jsonl_is_one_object_a_line_in_the_order_of_the_inputs(tmp_path: Path) -> None:
    result = read(STORY, lines(tmp_path, "One\u2028line.", "Two."), "--jsonl")
    objects = [json.loads(line) for line in result.stdout.rstrip("\n").split("\n")]
    assert [o["id"] for o in objects][1:] == ["s0", "s1"]
    assert objects[1]["page"]["text"] == "One\u2028line."


def test_json_of_several_stories_is_refused_before_any_is_read(tmp_path: Path) -> None:
    result = read(lines(tmp_path, "One.", "Two."), "--json")
    assert result.exit_code == 2
    assert "use --jsonl" in result.stderr
    assert not result.stdout


def test_html_goes_to_its_file(tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    result = read(STORY, "--html", str(out))
    assert result.exit_code == 0
    assert not result.stdout
    assert html.parse(str(out)).getroot().xpath("count(//*[@tabindex])") == 8


def test_html_may_go_to_standard_output() -> None:
    assert read(STORY, "--html", "-").stdout.startswith("<!DOCTYPE html>")


def test_output_goes_to_its_file(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert not read(STORY, "--jsonl", "-o", str(out)).stdout
    assert json.loads(out.read_text())["page"]["outlet"] == "The Calder Tribune"


def test_standard_input_is_read(tmp_path: Path) -> None:
    assert "Nobody is said" in read("-", stdin="Just a sentence.").stdout
    several = read("-", "--jsonl", stdin='{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n')
    assert [json.loads(line)["id"] for line in several.stdout.splitlines()] == ["a", "b"]


def test_folders_and_patterns_are_read(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.pdf"):
        (tmp_path / name).write_text(f"{name} is a story.")
    folder = read(str(tmp_path), "--jsonl")
    pattern = read(str(tmp_path / "*.txt"), "--jsonl")
    assert folder.stdout == pattern.stdout
    assert [json.loads(line)["page"]["text"][0] for line in folder.stdout.splitlines()] == ["a", "b"]


def test_what_is_passed_over_in_a_folder_is_told_at_the_end(tmp_path: Path) -> None:
    for name in ("a.txt", "b.pdf", "c.PDF", "d.docx", "e", ".hidden.pdf"):
        (tmp_path / name).write_text("A story.")
    result = read(str(tmp_path), "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["page"]["text"] == "A story."
    told = "4 files in folders passed over, of kinds that are not read: 2 .pdf, 1 .docx, 1 without a suffix"
    assert result.stderr == f"sayso: {told}\n"


def test_a_story_named_twice_is_read_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name} is a story.")
    result = read(str(tmp_path / "b.txt"), str(tmp_path), "--jsonl")
    assert [json.loads(line)["page"]["text"][0] for line in result.stdout.splitlines()] == ["b", "a"]


UNREADABLE: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "there is no text in it"),
    "blank.html": (b"<html><body></body></html>", "no article found"),
    "menu.html": (b"<html><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></html>", "no article found"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, ""),
    "zeros.html": (bytes(1000), ""),
    "broken.json": (b'{"text": "unfinished', "not JSON"),
    "list.json": (b'["text"]', "the JSON is not an object"),
    "textless.json": (b'{"id": 1}', "has no “text”"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_told_and_the_rest_is_done(tmp_path: Path, name: str) -> None:
    content, reason = UNREADABLE[name]
    (tmp_path / name).write_bytes(content)
    result = read(str(tmp_path / name), STORY)
    assert result.exit_code == 1
    assert f"{name}: " in result.stderr
    assert reason in result.stderr
    assert "; " in result.stderr.splitlines()[0]
    assert "1 of 2 inputs could not be read" in result.stderr
    assert "Meridian News" in result.stdout
    assert "Traceback" not in result.stderr


def test_a_broken_line_costs_only_that_line(tmp_path: Path) -> None:
    file = tmp_path / "some.jsonl"
    file.write_text('{"text": "One."}\n{"text": \n[]\n\n{"text": "Two."}\n')
    result = read(str(file), "--jsonl")
    assert result.exit_code == 1
    assert [json.loads(line)["page"]["text"] for line in result.stdout.splitlines()] == ["One.", "Two."]
    assert "some.jsonl:2: not JSON" in result.stderr
    assert "some.jsonl:3: the JSON is not an object" in result.stderr


def test_a_missing_file_an_empty_folder_and_a_pattern_without_a_match(tmp_path: Path) -> None:
    result = read(str(tmp_path / "gone.html"), str(tmp_path), str(tmp_path / "*.html"))
    assert result.exit_code == 3
    assert "gone.html: there is no such file; check the name" in result.stderr
    assert "there is no page in this folder" in result.stderr
    assert "no file matches this pattern" in result.stderr
    assert "3 of 3 inputs could not be read" in result.stderr


def test_a_page_over_the_limit_is_refused(tmp_path: Path) -> None:
    story = tmp_path / "long.txt"
    story.write_text("word " * 100)
    result = read(str(story), "--limit", "499")
    assert result.exit_code == 3
    assert "larger than the limit of 499 bytes" in result.stderr
    assert read(str(story), "--limit", "500").exit_code == 0


def test_the_help_tells_of_the_lines_that_no_limit_lets_through() -> None:
    shown = " ".join(read("--help").stdout.split())
    assert "Text of more than 300,000 lines is refused under any limit: give one story a file." in shown


def test_an_older_result_is_kept_where_no_page_could_be_read(tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    out.write_text("older")
    assert read(str(tmp_path / "gone.html"), "--html", str(out)).exit_code == 3
    assert out.read_text() == "older"


@pytest.mark.parametrize("out", ["gone/out.txt", "."])
def test_an_output_that_cannot_be_written_is_told(tmp_path: Path, out: str) -> None:
    result = read(STORY, "-o", str(tmp_path / out))
    assert result.exit_code == 2
    assert "it cannot be written" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_full_disk_is_told() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    result = read(STORY, "-o", "/dev/full")
    assert result.exit_code == 2
    assert "/dev/full: it cannot be written (No space left on device)" in result.stderr


def test_nothing_is_written_over_what_is_read(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("A story.")
    linking = tmp_path / "linking"
    linking.mkdir()
    (linking / "link.txt").symlink_to(story)
    for name, out in (
        (story, story),
        (tmp_path, tmp_path / "new.jsonl"),
        (tmp_path / "*.txt", story),
        (tmp_path / "l*", story),
    ):
        result = read(str(name), "--jsonl", "-o", str(out))
        assert result.exit_code == 2
        assert "it is among what is read" in result.stderr
    assert story.read_text() == "A story."


def test_a_name_that_leads_nowhere_costs_no_other_story(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    out = tmp_path / "out.jsonl"
    result = read(str(loop), str(tmp_path / ("a" * 300)), STORY, "--jsonl", "-o", str(out))
    assert result.exit_code == 1
    assert result.stderr.count("it cannot be opened") == 2
    assert json.loads(out.read_text())["page"]["outlet"] == "The Calder Tribune"


def test_a_failure_while_reading_is_not_put_on_the_output(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def written(*arguments: object, **options: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("sayso.run.written", written)
    result = read(STORY, "-o", str(tmp_path / "out.txt"))
    assert result.exit_code == 70
    assert "OSError: no more processes" in result.stderr
    assert "out.txt" not in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [], [STORY, "--json", "--jsonl"], [STORY, "--html", "a.html", "-o", "b.html"], [STORY, "--jobs", "0"],
        [STORY, "--nonsense"],
    ],
)  # fmt: skip
def test_a_command_that_makes_no_sense_ends_with_2(arguments: list[str]) -> None:
    result = read(*arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.stderr


def test_a_mistake_in_sayso_costs_one_page_and_shows_no_traceback(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def attributed(page: Page) -> Page:
        if page.id == "s0":
            raise LookupError("a mistake")
        return page

    monkeypatch.setattr("sayso.pipeline.attributed", attributed)
    stories = lines(tmp_path, "One.", "Two.")
    result = read(stories)
    assert result.exit_code == 1
    assert "stories.jsonl:1: Sayso failed on it (LookupError: a mistake); please report" in result.stderr
    assert "Traceback" not in result.stderr
    assert "s1" in result.stdout
    assert "Traceback" in read(stories, "--debug").stderr


def test_a_mistake_elsewhere_is_told_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def written(*arguments: object, **options: object) -> None:
        raise LookupError("a mistake")

    monkeypatch.setattr("sayso.run.written", written)
    result = read(STORY)
    assert result.exit_code == 70
    assert "a mistake in Sayso itself: LookupError: a mistake" in result.stderr
    assert "--debug" in result.stderr
    assert "Traceback" not in result.stderr
    assert "Traceback" in read(STORY, "--debug").stderr


def test_a_name_cannot_write_to_the_terminal() -> None:
    result = read("\x1b[31mgone\n.html")
    assert "\x1b" not in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_help_teaches_with_examples_and_tells_the_exit_codes() -> None:
    shown = read("--help").stdout
    assert "sayso read story.html" in shown
    for meaning in CODES.values():
        assert meaning in shown


def test_the_version_is_told() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert result.stdout == f"sayso {sayso.__version__}\n"


def test_the_thread_command_shows_the_tree_alone() -> None:
    shown = CliRunner().invoke(app, ["thread", SAVED]).stdout
    assert "— says:" not in shown
    assert "The seals prove nothing." in shown


def test_the_thread_as_json_has_the_same_contract() -> None:
    page = json.loads(CliRunner().invoke(app, ["thread", SAVED, "--json"]).stdout)
    assert page["attributions"] == []
    assert all(page["page"]["text"][slice(*c["span"])] for c in page["comments"] if c["span"])

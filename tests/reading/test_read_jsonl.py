"""A story as a JSON object, one a line."""

import json
from pathlib import Path

import pytest

from sayso.errors import UnreadablePage
from sayso.model import Page
from sayso.reading import find_inputs, pages_of, read_page

STORY = {
    "id": "norvale-1",
    "text": "Bridge to close\n\nThe bridge will close, the council said.",
    "url": "https://tallowpost.example/bridge",
    "title": "Old bridge to close",
    "outlet": "The Tallow Post",
    "byline": "Ina Brill",
    "published": "2021-03-04T08:00:00Z",
    "language": "en-GB",
}


def read(**fields: object) -> Page:
    return read_page(json.dumps(fields).encode())


def test_what_is_known_of_the_story_is_kept() -> None:
    page = read(**STORY)
    for field in STORY.keys() - {"language"}:
        assert getattr(page, field) == STORY[field]
    assert page.language == "en"
    assert [block.kind for block in page.blocks] == ["heading", "paragraph"]


def test_only_the_text_is_needed() -> None:
    page = read(text="Bridge to close\n\nIt will close, the council said.")
    assert page.title == "Bridge to close"
    assert page.url is page.outlet is page.byline is page.published is None
    assert page.id


def test_a_number_is_a_good_id() -> None:
    assert read(id=7, text="It will close.").id == "7"


def test_a_field_that_is_no_text_is_left_out_and_reported() -> None:
    page = read(text="It will close.", byline=["Ina Brill"], url=None)
    assert page.byline is None
    assert [p.code for p in page.problems] == ["ignored-field"]
    assert "byline" in page.problems[0].message


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    page = read_page(rb'{"text": "Ree said \ud83d no \ud83d\ude00", "title": "\udc00"}')
    assert page.text == "Ree said \ufffd no \U0001f600"
    assert page.title == "\ufffd"
    assert [p.code for p in page.problems] == ["lone-surrogates"]
    json.dumps(page.as_dict(), ensure_ascii=False).encode()


def test_a_file_gives_a_page_a_line_and_an_error_for_each_bad_one(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    lines = [
        '{"id": "a", "text": "It will close."}',
        "",
        '{"text": ',
        "[1]",
        '{"id": "b"}',
        '{"text": "Open."}',
    ]
    file.write_text("\n".join(lines))
    pages, errors = [], []
    for input in find_inputs([file]):
        try:
            pages.append(pages_of(input)[0])
        except UnreadablePage as error:
            errors.append(error)
    assert [page.text for page in pages] == ["It will close.", "Open."]
    assert [page.id for page in pages] == ["a", f"{(tmp_path / 'news').as_posix()}:6"]
    assert [error.file for error in errors] == [f"{file}:{line}" for line in (3, 4, 5)]
    assert "not JSON" in errors[0].reason
    assert "not an object" in errors[1].reason
    assert "no “text”" in errors[2].reason


@pytest.mark.parametrize(
    "line",
    [
        '{"text": 1}',
        '{"text": ""}',
        '{"text": "x", "id": []}',
        '{"text": "x", "id": true}',
        '{"text": ' + "[" * 100_000,
        '{"text": "x", "id": ' + "1" * 10_000 + "}",
        '{"text": "x"} {"text": "y"}',
    ],
    ids=lambda line: line[:30],
)
def test_a_bad_object_is_unreadable(line: str) -> None:
    with pytest.raises(UnreadablePage):
        read_page(line.encode())


def test_a_line_over_the_limit_costs_only_itself(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text('{"text": "' + "a" * 500 + '"}\n{"text": "It will close."}\n')
    long, short = find_inputs([file], limit=100)
    with pytest.raises(UnreadablePage, match="limit of 100 bytes"):
        pages_of(long)
    assert pages_of(short, limit=100)[0].text == "It will close."


def test_lines_are_read_as_they_are_taken(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text('{"text": "It will close."}\n' * 3)
    inputs = find_inputs([file])
    assert pages_of(next(inputs))[0].text == "It will close."
    with file.open("a") as more:
        more.write('{"text": "Open."}\n' * 2)
    assert len(list(inputs)) == 4

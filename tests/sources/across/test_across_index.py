"""Sources looked up by name."""

from __future__ import annotations

from across_pages import STORY, body, index, page, person, source

FOUND = index(
    page("a", person("Anatoly Antonov"), person("Ada Quill"), text=STORY),
    page("b", person("Antonov"), body("Hay'at Tahrir al-Sham"), text=STORY),
    page("c", body("The Wall Street Journal", "outlet"), body("Quillon Trust")),
)


def names(wanted: str) -> list[str]:
    return [one.name for one in FOUND.find(wanted)]


def test_by_a_name_in_any_spelling() -> None:
    assert names("hayat tahrir al sham") == ["Hay'at Tahrir al-Sham"]
    assert names("ANATOLY ANTONOV") == ["Anatoly Antonov"]


def test_by_a_part_of_the_name_or_its_beginning() -> None:
    assert names("antonov") == ["Anatoly Antonov"]
    assert names("anat") == ["Anatoly Antonov"]
    assert names("quill") == ["Quillon Trust", "Ada Quill"]
    assert names("wall str") == ["The Wall Street Journal"]


def test_nobody() -> None:
    assert names("Tolliver") == []
    assert names("") == []
    assert FOUND.source_of("a", "9") is None


def test_the_source_of_an_attribution() -> None:
    assert source(FOUND, "b").name == "Anatoly Antonov"
    assert source(FOUND, "b").mentions == (("a", "0"), ("b", "0"))

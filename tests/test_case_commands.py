"""The commands that work on a case, on the invented case that the demo makes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app

DRUMS = "Twelve drums of solvent have disappeared from the north quay"
CLOSED = "The port of Port Calder will be closed for a month"
PAGES = Path(__file__).parent.parent / "src" / "sayso" / "demo" / "pages"


def sayso(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


def told(*arguments: str | Path) -> Any:
    result = sayso(*arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("case") / "story.sayso"
    result = sayso("add", file, PAGES, "--jobs", "1")
    assert (result.exit_code, result.stdout) == (0, f"{file}: 10 added; 10 pages in all\n")
    return file


@pytest.fixture(scope="module")
def drums(case: Path) -> dict[str, Any]:
    found: dict[str, Any] = told("trace", case, DRUMS, "--json", "--id", "drums")
    return found


def outlet(page: str) -> str:
    return page.removeprefix("https://").split("/")[0]


def test_many_reports_have_two_origins_and_a_denial(drums: dict[str, Any]) -> None:
    assert drums["id"] == "drums"
    assert len(drums["reports"]) == 10
    assert drums["independent_origins"] == 2
    assert {one["name"] for one in drums["origins"] if one["counted"]} == {
        "Ministry of Transport",
        "Odo Pellwether",
    }
    assert drums["independent_denials"] == 1
    assert [one["name"] for one in drums["denial_origins"]] == ["Brightwater Chemicals"]


def test_two_who_speak_for_the_ministry_are_one(drums: dict[str, Any]) -> None:
    ministry = next(one for one in drums["origins"] if one["name"] == "Ministry of Transport")
    assert {"Tobin Harrell-Voss", "Ilse Marrin-Tay"} <= set(ministry["names"])
    assert len(ministry["pages"]) == 7
    assert {reason["rule"] for reason in ministry["why"]} >= {"same organization", "names its source"}


def test_what_changed_and_what_was_copied(drums: dict[str, Any]) -> None:
    changed = {(one["kind"], one["first"]["words"], outlet(one["later"]["page"])) for one in drums["changed"]}
    assert ("hedge dropped", "may have", "gazette.orlan.example") in changed
    assert ("number", "Twelve", "today.vessia.example") in changed
    copied = {(outlet(one["page"]), outlet(one["from"])): one for one in drums["copies"]}
    assert not copied["today.vessia.example", "gazette.orlan.example"]["credited"]
    assert copied["tribune.calder.example", "wire.harbour.example"]["credited"]


def test_every_span_is_of_its_page(case: Path, drums: dict[str, Any]) -> None:
    from sayso.case import open_case

    with open_case(case, write=False) as opened:
        text = {one["page"]: opened.page(one["page"]).text for one in drums["reports"]}
    spans = [(one["page"], span) for one in drums["reports"] for span in (*one["spans"], *one["hedges"])]
    for report in drums["reports"]:
        spans += [(link["page"], s) for chain in report["chains"] for link in chain for s in link["spans"]]
    spans += [(edge["page"], span) for edge in drums["edges"] for span in edge["spans"]]
    for copy in drums["copies"]:
        spans += [(copy["page"], passage["span"]) for passage in copy["passages"]]
        spans += [(copy["from"], passage["original"]) for passage in copy["passages"]]
    assert len(spans) > 40
    assert all(0 <= start < end <= len(text[page]) for page, (start, end) in spans)


def test_pages_that_have_it_from_each_other_have_no_origin(case: Path) -> None:
    found = told("trace", case, CLOSED, "--json")
    assert found["independent_origins"] == 0
    assert [sorted(circle) for circle in found["circles"]] == [["Coast Post", "Daily Mariner"]]
    assert "no origin outside the circle" in sayso("trace", case, CLOSED).stdout


def test_claims_are_listed_by_reports(case: Path) -> None:
    listed = told("claims", case, "--json")
    reports = [one["reports"] for one in listed]
    assert reports == sorted(reports, reverse=True)
    assert (listed[0]["reports"], listed[0]["independent_origins"]) == (10, 2)
    assert "! 4 reports, 1 independent origin" in sayso("claims", case).stdout


def test_a_listed_claim_can_be_traced_by_its_id(case: Path) -> None:
    first = told("claims", case, "--json", "--most", "1")[0]
    found = told("trace", case, first["id"], "--json")
    assert (found["claim"], len(found["reports"])) == (first["claim"], first["reports"])


def test_a_claim_that_no_page_states(case: Path) -> None:
    result = sayso("trace", case, "Penguins have opened a bakery on the moon")
    assert result.exit_code == 0
    assert "0 reports" in result.stdout


def test_a_source_is_found_by_part_of_its_name(case: Path) -> None:
    shown = sayso("sources", case, "harrell").stdout
    assert "Tobin Harrell-Voss (person)" in shown
    assert "speaks for: Ministry of Transport" in shown
    (found,) = told("sources", case, "Harrell-Voss", "--json")
    assert found["roles"] == ["spokesman for Vessia's Ministry of Transport"]
    assert sayso("sources", case, "Nobody Atall").stdout == "There is no such source.\n"


def test_two_pages_are_compared(case: Path) -> None:
    shown = sayso("compare", case, "vessia-today.html", "orlan-gazette.html").stdout
    assert shown.startswith("first: Orlan Gazette")
    assert "Vessia Today has 114 words of Orlan Gazette, without credit" in shown
    assert "number: “Twelve” → “Twenty”" in shown


def test_adding_again_adds_nothing(case: Path) -> None:
    assert "10 known before; 10 pages in all" in sayso("add", case, PAGES, "--jobs", "1").stdout


def test_a_rebuilt_case_tells_the_same(case: Path, drums: dict[str, Any]) -> None:
    result = sayso("check", case, "--rebuild", "--jobs", "1")
    assert (result.exit_code, result.stdout) == (0, f"{case}: whole\n")
    assert told("trace", case, DRUMS, "--json", "--id", "drums") == drums


@pytest.mark.parametrize(
    "command",
    [("claims",), ("trace", "a claim"), ("sources",), ("compare", "a", "b"), ("check",)],
    ids=lambda command: command[0],
)
def test_a_file_that_is_no_case_is_told(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "story.txt").write_text("A story.")
    result = sayso(command[0], tmp_path / "story.txt", *command[1:])
    assert result.exit_code == 2
    assert "story.txt" in result.stderr
    assert "Traceback" not in result.output


def test_what_cannot_be_added_is_told_and_costs_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "story.sayso"
    result = sayso("add", file, PAGES / "coast-post.html", tmp_path / "gone.html", "--jobs", "1")
    assert result.exit_code == 1
    assert "1 added, 1 could not be read; 1 page in all" in result.stdout
    assert "gone.html" in result.stderr
    assert sayso("add", file, tmp_path / "gone.html").exit_code == 3


def test_addresses_on_this_machine_are_refused(tmp_path: Path) -> None:
    result = sayso("add", tmp_path / "story.sayso", "http://127.0.0.1:9/story")
    assert result.exit_code == 3
    assert "127.0.0.1" in result.stderr


def test_decisions_about_sources_outlive_a_rebuild(tmp_path: Path) -> None:
    from sayso.case import open_case
    from sayso.relating import index_of, relate

    file = tmp_path / "story.sayso"
    sayso("add", file, PAGES, "--jobs", "1")
    with open_case(file) as opened:
        index = index_of(opened)
        (one,), (other,) = index.find("Odo Pellwether"), index.find("Ilse Marrin-Tay")
        opened.decide("same source", {"one": one.id, "other": other.id}, author="Wenna")
        relate(opened)
        assert index_of(opened).find("Odo Pellwether")[0].id == index_of(opened).find("Ilse Marrin-Tay")[0].id
    sayso("check", file, "--rebuild", "--jobs", "1")
    with open_case(file) as opened:
        assert len(opened.decisions()) == 1
        assert {"Odo Pellwether", "Ilse Marrin-Tay"} <= set(index_of(opened).find("Odo Pellwether")[0].names)


def test_two_told_apart_are_counted_apart(tmp_path: Path) -> None:
    from sayso.asking import trail_of
    from sayso.case import open_case
    from sayso.relating import relate

    file = tmp_path / "story.sayso"
    sayso("add", file, PAGES, "--jobs", "1")
    with open_case(file) as opened:
        before = {
            link.source
            for one in trail_of(opened, DRUMS).reports
            for chain in one.chains
            for link in chain
            if link.name == "Odo Pellwether"
        }
        assert len(before) == 1
        echo, isle = (
            [
                one.page,
                next(
                    a.id
                    for a in opened.page(one.page).attributions
                    if a.speaker and a.speaker.name == "Odo Pellwether"
                ),
            ]
            for one in trail_of(opened, DRUMS).reports
            if outlet(one.page) in ("echo.northbank.example", "courier.isle.example")
        )
        opened.decide("other source", {"one": echo, "other": isle}, author="Wenna")
        relate(opened)
        after = {
            link.source
            for one in trail_of(opened, DRUMS).reports
            for chain in one.chains
            for link in chain
            if link.name == "Odo Pellwether"
        }
        assert len(after) == 2


def test_an_empty_claim_is_refused(case: Path) -> None:
    assert sayso("trace", case, " ").exit_code == 2


def test_a_page_that_is_not_in_the_case_is_told(case: Path) -> None:
    result = sayso("compare", case, "coast-post.html", "nowhere.html")
    assert result.exit_code == 2
    assert "nowhere.html" in result.stderr


def test_trails_that_were_traced_are_kept(case: Path) -> None:
    from sayso.case import open_case

    listed = told("claims", case, "--json", "--most", "2")
    with open_case(case, write=False) as opened:
        kept = {row["claim"]: row for row in opened.derived("trails")}
    assert {one["id"] for one in listed} <= set(kept)
    assert kept[listed[0]["id"]]["independent_origins"] == listed[0]["independent_origins"]
    assert told("claims", case, "--json", "--most", "2") == listed

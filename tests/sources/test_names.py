"""Surnames, first names, titles, acronyms and short forms lead to the fullest name on the page."""

from __future__ import annotations

from typing import Any

import pytest

import sayso


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("[[Ruritanian Ambassador Orlov]] spoke. Anton Orlov left. [[Orlov]] waved.", "Anton Orlov"),
        ("[[Secretary of State Judith Amsel]] spoke. [[Mrs. Amsel]] left. [[Amsel]] waved.", "Judith Amsel"),
        (
            "[[Ada B. Quill]] wrote it. [[Ada Quill]] read it. [[Quill]] said so. [[Ada]] agreed.",
            "Ada B. Quill",
        ),
        ("[[Mayor Luis de Souza]] spoke. [[De Souza]] left.", "Luis de Souza"),
        ("[[Superintendent of Police K. R. Venkat]] spoke. [[Mr Venkat]] left.", "K. R. Venkat"),
        ("QUILL: Well.\n[[QUILL]]: Yes.\nAda Quill was on the air. [[Quill]] left.", "Ada Quill"),
        ("[[May]] said no. Prime Minister Judith May was in Tolby. [[May]] left.", "Judith May"),
        (
            "[[The International Rivers Fund]] warned. [[The IRF]] said so. [[The fund]] met.",
            "International Rivers Fund",
        ),
        (
            "[[The Department of Rivers and Coasts]] met. [[The department]] agreed.",
            "Department of Rivers and Coasts",
        ),
        (
            "[[The Bank of Ruritania (BR)]] met. [[The central bank]] cut rates. [[The BR]] agreed.",
            "Bank of Ruritania",
        ),
        ("[[RQ News]] reports. [[RQ]] says so.", "RQ News"),
        ("Talks began. [[The Quill campaign]] answered. [[The campaign]] had no comment.", "Quill campaign"),
        ("[[The union]], the Guild of Pilots, said no. [[It]] will strike.", "Guild of Pilots"),
    ],
)
def test_every_mention_has_the_fullest_name(names: Any, story: str, expected: str) -> None:
    assert set(names(story)) == {expected}


def test_a_headline_is_read_with_the_names_of_the_story(names: Any) -> None:
    story = "[[Quill]] Says Bridge Will Open Before Winter.\n\nMayor Ada Quill promised it on Monday."
    assert names(story) == ["Ada Quill"]


def test_two_with_one_surname_are_kept_apart(names: Any) -> None:
    story = (
        "Senator Vera Lund opened the debate. Her husband, Karl Lund, sat behind her.\n"
        "[[Lund]] said she was ready. [[Karl Lund]] clapped. [[Mr. Lund]] said he was proud."
    )
    assert names(story) == ["Vera Lund", "Karl Lund", "Karl Lund"]


def test_several_names_are_a_group(resolved: Any) -> None:
    found = resolved("[[1:Mayor Ada Quill and Bo Marsh]] agreed.\n[[2:Quill and Marsh]] signed.")
    assert found["1"].speaker.name == found["2"].speaker.name == "Ada Quill and Bo Marsh"
    assert found["1"].speaker.kind == "group"


def test_an_apposition_after_the_description_is_the_name(resolved: Any) -> None:
    found = resolved("[[1:A former harbour official, Michael Farrow,]] told the Gazette so.")
    assert found["1"].speaker.name == "Michael Farrow"
    assert found["1"].speaker.role == "former harbour official"


@pytest.mark.parametrize(
    ("source", "role"),
    [
        ("Her opponent, councilman Tomas Verrall,", "councilman"),
        ("The mayor's opponent, the former councilman Tomas Verrall,", "former councilman"),
        ("Harrow's lawyer, professor Tomas Verrall of Tolby University,", "professor"),
        ("Her opponent, Tolby University professor Tomas Verrall,", "Tolby University professor"),
    ],
)
def test_a_name_with_a_role_explains_whose_opponent_is_meant(source: str, role: str) -> None:
    story = f"Mayor Ilse Harrow promised a new bridge on Monday.\n\n{source} said it would never be built."
    last = sayso.read(story.encode()).attributions[-1].speaker
    assert last is not None
    assert (last.name, last.kind, last.role) == ("Tomas Verrall", "person", role)


def test_the_description_alone_leads_to_the_name_behind_it(names: Any) -> None:
    story = "Mayor Ilse Harrow was there. [[Her opponent]], councilman Tomas Verrall, said no."
    assert names(story) == ["Tomas Verrall"]


def test_a_role_that_belongs_to_someone_else_explains_nobody(names: Any) -> None:
    story = "Mayor Ilse Harrow was there. [[Her brother, an aide to councilman Tomas Verrall,]] said no."
    assert names(story) == [None]


@pytest.mark.parametrize(
    "outlet",
    [
        "Harbour Gazette", "Calder Herald", "Westmoor Post", "Tolby Times", "Vessia Chronicle",
        "Orlan Courier", "Calder Tribune", "Northern Observer", "Daily Dispatch", "Tolby Examiner",
        "Evening Echo", "Meridian Wire", "Vessian News Agency", "Radio Calder", "Vessia TV",
        "Orlan Broadcasting", "Calder Broadcasting Company", "Vessia Today", "Calder Times-Herald",
        "Mary Sentinel", "Martin Post",
    ],
)  # fmt: skip
def test_names_that_are_built_like_an_outlets_are_outlets(resolved: Any, outlet: str) -> None:
    story = f"Much was said. The bridge is old, the {outlet} reported. [[1:{outlet}]] said so twice."
    speaker = resolved(story)["1"].speaker
    assert (speaker.name, speaker.kind) == (outlet, "outlet")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Hannah Post", "person"),
        ("UN Election Observer Ann Lee", "person"),
        ("Chief Economist Lee", "person"),
    ],
)
def test_persons_may_be_called_like_outlets(resolved: Any, source: str, kind: str) -> None:
    assert resolved(f"Nothing else is known. [[1:{source}]] said so.")["1"].speaker.kind == kind


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Mayor Ada Quill", "person"),
        ("The Harbour Commission", "organization"),
        ("The Ruritanian government", "organization"),
        ("Russia", "organization"),
        ("The Westmoor Gazette", "outlet"),
        ("A Tolby University poll", "document"),
        ("Republicans", "group"),
        ("Several experts", "unnamed"),
        ("people familiar with the talks", "unnamed"),
        ("younger voters", "group"),
        ("the report", "document"),
        ("The Safe Bridges Act", "document"),
    ],
)
def test_kinds(resolved: Any, source: str, kind: str) -> None:
    assert resolved(f"Nothing else is known. [[1:{source}]] said so.")["1"].speaker.kind == kind


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Speaker of the House Rep. Ann Lee", "Ann Lee"),
        ("A former minister -- Ann Lee, who lost", "Ann Lee"),
        ("Ann Lee of the Harbour Board", "Ann Lee"),
        ("the Tolby University poll this month", "Tolby University poll"),
        ("Human Rights Watch", "Human Rights Watch"),
        ("critics, including Ann Lee and Bo Marsh,", "Ann Lee and Bo Marsh"),
        ("Tolby University professor Ann Lee", "Ann Lee"),
        ("Ann Lee's spokesman", None),
        ("advisers to Mayor Ann Lee", None),
        ("critics of Ann Lee", None),
    ],
)
def test_what_stands_around_a_name_tells_whether_it_is_meant(
    names: Any, source: str, name: str | None
) -> None:
    assert names(f"Much was said. According to [[{source}]], it rained.") == [name]

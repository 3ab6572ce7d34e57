"""Outlets by address and name, agencies by their slugs."""

from __future__ import annotations

from pathlib import Path

import pytest
from across_pages import body, index, one, page, source

from sayso import BadOutlets
from sayso.sources.across import Outlet, Table, agency_named_in, gather, outlet_of
from sayso.sources.across.outlets import BUILT_IN


@pytest.mark.parametrize(
    ("url", "name", "outlet"),
    [
        ("https://www.bbc.co.uk/news/1", None, "BBC"),
        ("http://edition.cnn.com/2031/x", "Anything", "CNN"),
        (None, "BBC News", "BBC"),
        (None, "WSJ", "The Wall Street Journal"),
        (None, "The Wall Street Journal", "The Wall Street Journal"),
        (None, "Russia Today", "RT"),
        ("https://news.calder-tribune.example/a", None, "calder-tribune"),
        ("https://news.calder-tribune.example/a", "Calder Tribune", "Calder Tribune"),
        ("https://calder.co.uk", None, "calder"),
    ],
)
def test_outlet_of(url: str | None, name: str | None, outlet: str) -> None:
    found = outlet_of(url, name)
    assert found is not None
    assert found.name == outlet


@pytest.mark.parametrize("url", [None, "", "nowhere", "http://", "http://[::1", "http://127.0.0.1/a", "//"])
def test_no_outlet(url: str | None) -> None:
    assert outlet_of(url) is None


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("PORT CALDER (AP) — The pier is shut.", "Associated Press"),
        ("Port Calder, Nov 3 (Reuters) - The pier is shut.", "Reuters"),
        ("PORT CALDER, Vessia (Reuters) The pier is shut.", "Reuters"),
        ("AFP - The pier is shut.", "Agence France-Presse"),
        ("By Ada Quill, Associated Press\nThe pier is shut.", "Associated Press"),
        ("Ada Quill, Associated Press", "Associated Press"),
        ("(AP)", "Associated Press"),
        ("Reuters", "Reuters"),
        ("By Reuters\nThe pier is shut.", "Reuters"),
        ("The pier is shut. (AFP)", "Agence France-Presse"),
        ("The pier is shut. — Reuters", "Reuters"),
        ("The pier is shut.\n© 2031 AFP", "Agence France-Presse"),
        ("MOSCOW, November 3. (TASS) The pier is shut.", "TASS"),
        ("The pier is shut, the Associated Press (AP) reported.", None),
        ("The AP reported that the pier is shut.", None),
        ("Ada Quill of Reuters said so.", None),
        ("Reuters\nis where she works.", None),
        ("", None),
    ],
)
def test_agency_named_in(text: str, agency: str | None) -> None:
    assert agency_named_in(text) == agency


def test_the_agency_is_looked_for_where_a_text_begins_and_ends() -> None:
    filler = "The pier is shut.\n" * 500
    assert agency_named_in(f"{filler}PORT CALDER (AP) — The pier.\n{filler}") is None
    assert agency_named_in(f"{filler}The pier is shut. (AP)") == "Associated Press"


@pytest.mark.parametrize("piece", ["(", "A", "A, ", "By A ", "\n", "Copyright ", "A\n"])
def test_a_long_text_takes_no_longer(piece: str) -> None:
    assert agency_named_in(piece * 50_000) is None


def test_names_of_one_outlet_are_one_source() -> None:
    found = index(page("a", body("BBC", "outlet")), page("b", body("BBC News", "outlet")))
    assert one(found, "a", "b")
    assert (source(found, "a").name, source(found, "a").domain) == ("BBC", "bbc.com")


def test_the_outlet_of_a_page_is_the_one_that_others_report_on() -> None:
    found = index(
        page("a", url="https://www.rt.com/news"),
        page("b", body("Russia Today", "outlet")),
        page("c", body("Reuters", "outlet")),
    )
    assert found.outlet_of("a") == found.source_of("b", "0")
    assert source(found, "b").published == ("a",)
    assert source(found, "c").agency
    assert found.outlet_of("b") is None


def test_a_domain_names_its_outlet() -> None:
    found = index(
        page("a", url="https://www.calder-tribune.example/a"), page("b", body("Calder Tribune", "outlet"))
    )
    assert found.outlet_of("a") == found.source_of("b", "0")


def test_a_word_that_many_papers_are_called_names_none() -> None:
    found = index(page("a", body("Times", "outlet")), page("b", body("Times", "outlet")))
    assert not one(found, "a", "b")
    assert outlet_of(None, "The Times") != outlet_of(None, "Times")


def test_two_letters_are_an_agency_only_where_the_page_shows_it() -> None:
    found = index(page("a", body("PA", "organization")), page("b", body("Press Association", "outlet")))
    assert not one(found, "a", "b")


TABLE = """
[[outlet]]
name = "Harbour Wire"
kind = "agency"
domains = ["harbourwire.example"]
slugs = ["HW"]
"""


def test_a_table_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "outlets.toml"
    path.write_text(TABLE, encoding="utf-8")
    table = Table.load(path)
    assert agency_named_in("PORT CALDER (HW) — The pier is shut.", table) == "Harbour Wire"
    assert agency_named_in("PORT CALDER (AP) — The pier is shut.", table) == "Associated Press"
    pages = (page("a", url="https://harbourwire.example/1"), page("b", body("Harbour Wire", "outlet")))
    (wire,) = gather(pages, table=table)
    assert wire.agency


@pytest.mark.parametrize(
    "text",
    [
        "[[outlet]",
        "outlet = 3",
        "outlet = [3]",
        "[[outlet]]\nkind = 'agency'",
        "[[outlet]]\nname = 'A'\nkind = 'blog'",
        "[[outlet]]\nname = 'A'\ndomains = 'a.example'",
        "[[outlet]]\nname = 'A'\nreliable = true",
    ],
)
def test_a_file_that_is_no_table(tmp_path: Path, text: str) -> None:
    path = tmp_path / "outlets.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadOutlets, match=r"outlets\.toml"):
        Table.load(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadOutlets, match="cannot be read"):
        Table.load(tmp_path / "none.toml")


def test_no_two_outlets_claim_a_domain_or_a_name() -> None:
    outlets = {id(one): one for one in BUILT_IN.by_title.values()}.values()
    claims = [claim for one in outlets for claim in {*one.domains, *_titles(one)}]
    assert [claim for claim in claims if claims.count(claim) > 1] == []


def _titles(outlet: Outlet) -> set[str]:
    return {name.casefold() for name in (*outlet.names, *outlet.slugs, outlet.name)}

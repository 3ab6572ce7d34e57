"""Feeds and addresses given to ``sayso add``: what they lead to is fetched, once, and only if it may be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fetching.serving import Site, answer, serving
from typer.testing import CliRunner, Result

from sayso.case import open_case
from sayso.cli import app


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        running.routes |= {
            "/bridge": answer(),
            "/feed.xml": answer(feed(running), type="application/rss+xml"),
        }
        yield running


def feed(site: Site) -> bytes:
    link = f"<link>{site.url('/bridge')}</link>"
    item = f"<item><title>Bridge to close</title>{link}<description>In May.</description></item>"
    return f"<rss version='2.0'><channel><title>Harbour Wire</title>{item}</channel></rss>".encode()


def add(case: Path, *names: str | Path, private: bool = True) -> Result:
    options = ["--jobs", "1", *(["--allow-private"] if private else [])]
    return CliRunner().invoke(app, ["add", str(case), *map(str, names), *options])


def test_an_address_is_fetched_and_read(tmp_path: Path, site: Site) -> None:
    result = add(tmp_path / "a.sayso", site.url("/bridge"))
    assert (result.exit_code, result.stdout.endswith("1 added; 1 page in all\n")) == (0, True)
    with open_case(tmp_path / "a.sayso") as case:
        assert [page.url for page in case.pages()] == [site.url("/bridge")]


def test_what_is_not_there_is_told(tmp_path: Path, site: Site) -> None:
    result = add(tmp_path / "a.sayso", site.url("/bridge"), site.url("/gone"))
    assert result.exit_code == 1
    assert "/gone" in result.stderr
    assert "404" in result.stderr


@pytest.mark.parametrize("name", ["feed.xml", "saved"])
def test_the_stories_of_a_feed_in_a_file_are_fetched(tmp_path: Path, site: Site, name: str) -> None:
    (tmp_path / name).write_bytes(feed(site))
    result = add(tmp_path / "a.sayso", tmp_path / name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith("1 added, 1 feed followed; 1 page in all\n")


def test_the_stories_of_a_feed_at_an_address_are_fetched_once(tmp_path: Path, site: Site) -> None:
    result = add(tmp_path / "a.sayso", site.url("/feed.xml"), site.url("/bridge"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert site.paths.count("/bridge") == 1


def test_stories_on_this_machine_are_not_fetched_unasked(tmp_path: Path, site: Site) -> None:
    (tmp_path / "feed.xml").write_bytes(feed(site))
    result = add(tmp_path / "a.sayso", tmp_path / "feed.xml", private=False)
    assert result.exit_code == 3
    assert "127.0.0.1" in result.stderr
    assert site.connections == 0


def test_files_of_other_kinds_in_a_folder_are_counted(tmp_path: Path) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "bridge.txt").write_text("The bridge will close in May, the council of Port Calder said.")
    (folder / "bridge.png").write_bytes(b"\x89PNG")
    result = add(tmp_path / "a.sayso", folder)
    assert result.exit_code == 0
    assert "1 file in folders passed over, of kinds that are not read: 1 .png" in result.stderr

"""A trail on the terminal, whatever pages and people are called."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from provenance.origins.made import copy, reference, report

from sayso.model import Page
from sayso.provenance.origins import count
from sayso.provenance.trail import Copy, Reference, Report, Trail
from sayso.render.trail import trail_text
from sayso.render.view import View

NASTY = ["a\x1b[31mred", "two\nlines", "\u202eback to front", "tab\there", "<b>Voss</b>", "[bold]Voss"]


def shown(
    reports: Sequence[Report],
    copies: Sequence[Copy] = (),
    references: Sequence[Reference] = (),
    outlet: str | None = None,
) -> str:
    pages = {one.page: Page(one.page, "Voss says that eight came. " * 20, outlet=outlet) for one in reports}
    trail = Trail("Eight came", tuple(reports), count(reports, copies, references), tuple(copies))
    return trail_text(trail, pages, View(width=100))


def test_the_count_stands_first_and_each_report_has_its_chain() -> None:
    text = shown([report("p1", "Gazette:outlet > Voss"), report("p2", "Roe")])
    assert text.splitlines()[:2] == ["Eight came", "2 reports · 2 independent origins"]
    assert "this page ← Gazette ← Voss: “Voss”" in text


def test_a_claim_that_nobody_reports() -> None:
    assert shown([]) == "Eight came\n0 reports: no page of this case states it.\n"


def test_ids_that_are_numbers_change_no_other_number() -> None:
    text = shown(
        [report("2", "Gazette:outlet"), report("3", "Roe"), report("4", "Voss")],
        (),
        [reference("2", "3", 0.6)],
        "The Echo",
    )
    assert "independent origins: 2, or 3 if The Echo does not point to The Echo" in text


@pytest.mark.parametrize("name", NASTY)
def test_no_name_can_take_over_the_terminal(name: str) -> None:
    text = shown([report(name, name, f"{name} > Roe"), report("p2", "Roe")], [copy("p2", name)], (), name)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\t" not in text
    assert all(line.isprintable() for line in text.splitlines())


def test_a_very_long_name_is_wrapped() -> None:
    assert max(map(len, shown([report("p1", "V" * 6000)]).splitlines())) <= 100

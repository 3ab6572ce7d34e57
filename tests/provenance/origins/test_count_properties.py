"""What holds of the count whatever the reports are."""

import random

from hypothesis import given
from hypothesis import strategies as st
from provenance.origins.made import copy, reference, report

from sayso.provenance.origins import count
from sayso.provenance.trail import Copy, Reference, Report

PEOPLE = ["Roe", "Hale@Harbour Board", "Voss@Harbour Board", "Harbour Board:organization", "Morrow@Embassy"]
UNNAMED = ["a port worker:unnamed", "an official:unnamed@Embassy", "reports:unnamed", "sailors:group"]
PAPERS = [f"Paper {n}" for n in range(6)]
PICTURE = ["the photo of the pier:document"]

Case = tuple[list[Report], list[Copy], list[Reference]]
_Page = tuple[list[str], list[str], str | None]
_Join = tuple[int, int, bool]


def cases(ends: list[str]) -> st.SearchStrategy[Case]:
    """Up to eight pages of six papers, that quote ``ends`` and one another in any way, circles included."""
    papers = st.sampled_from([f"{paper}:outlet" for paper in PAPERS])
    chains = st.lists(papers, max_size=2).flatmap(
        lambda outlets: st.sampled_from(ends).map(lambda end: " > ".join([*outlets, end]))
    )
    said = st.lists(st.one_of(chains, papers, st.just("?")), max_size=3)
    pages = st.tuples(said, said, st.sampled_from([None, *PAPERS]))
    joins = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.booleans()), max_size=6)

    def made(
        drawn: tuple[list[tuple[list[str], list[str], str | None]], list[tuple[int, int, bool]]],
    ) -> Case:
        reports = [
            report(f"p{n}", *asserting, denials=denying, outlet=outlet)
            for n, (asserting, denying, outlet) in enumerate(drawn[0])
        ]
        copies = [copy(f"p{one}", f"p{other}", credited=credited) for one, other, credited in drawn[1]]
        links = [reference(f"p{one}", f"p{other}") for one, other, credited in drawn[1] if not credited]
        return reports, copies, links

    return st.tuples(st.lists(pages, max_size=8), joins).map(made)


@given(cases(PEOPLE + UNNAMED + PICTURE), st.integers(0, 1000))
def test_order_makes_no_difference(case: Case, seed: int) -> None:
    shuffled: Case = ([*case[0]], [*case[1]], [*case[2]])
    for some in shuffled:
        random.Random(seed).shuffle(some)
    assert count(*shuffled) == count(*case)


@given(cases(PEOPLE + UNNAMED + PICTURE))
def test_every_report_is_led_somewhere_and_the_number_is_of_those_counted(case: Case) -> None:
    found = count(*case)
    for side, way in ((found.asserting, "chains"), (found.denying, "denials")):
        assert side.number == sum(origin.counted for origin in side.origins)
        assert 0.0 <= side.confidence <= 1.0
        led = {page for origin in side.origins for page in origin.pages}
        assert led == {one.page for one in case[0] if getattr(one, way)}


@given(cases(PEOPLE))
def test_one_more_named_source_is_exactly_one_more_origin(case: Case) -> None:
    reports = [*case[0], report("q1", "Ilka Sand")]
    before = count(reports, case[1], case[2]).asserting.number
    after = count([*reports, report("q2", "Tobin Marsh")], case[1], case[2]).asserting.number
    assert after == before + 1


@given(cases(PEOPLE + UNNAMED), st.integers(0, 7))
def test_one_more_credited_copy_changes_no_number(case: Case, which: int) -> None:
    reports = [*case[0], report("q1", "Ilka Sand", outlet="Sand Hill News")]
    original = [one for one in reports if one.outlet and one.chains][-1 - which % 2 :][0]
    copied = report("q2", f"{original.outlet}:outlet", outlet="Reprinter")
    copies = [*case[1], copy("q2", original.page, credited=True)]
    before, after = count(reports, case[1], case[2]), count([*reports, copied], copies, case[2])
    assert after.asserting.number == before.asserting.number

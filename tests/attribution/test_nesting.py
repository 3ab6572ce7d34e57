"""Which attribution hangs under which."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.decode import Link, Range
from sayso.attribution.nesting import nested


def link(cue: Range, content: Range, source: Range | None = None, sure: float = 0.9) -> Link:
    return Link(cue, (source,) if source else (), (content,), sure, sure, sure)


def test_a_statement_within_a_statement_hangs_under_it() -> None:
    # RT reports (1, 2) [ the ministry said (4, 5) [ eight canisters ... ] ]
    outer, inner = link((1, 2), (2, 12), (0, 1)), link((4, 5), (5, 12), (2, 4))
    assert nested([inner, outer]) == [(outer, None), (inner, 0)]


def test_the_innermost_one_around_is_the_parent() -> None:
    a, b, c = link((1, 2), (2, 20)), link((4, 5), (5, 20)), link((8, 9), (9, 20))
    assert [parent for _, parent in nested([a, b, c])] == [None, 0, 1]


def test_neighbours_are_not_nested() -> None:
    one, other = link((1, 2), (2, 8)), link((9, 10), (10, 15))
    assert [parent for _, parent in nested([one, other])] == [None, None]


def test_of_two_that_claim_the_same_content_the_surer_stays() -> None:
    strong, weak = link((1, 2), (3, 9), sure=0.9), link((10, 11), (3, 9), sure=0.4)
    assert [kept for kept, _ in nested([weak, strong])] == [strong]


def test_a_cue_without_content_says_nothing() -> None:
    assert nested([Link((1, 2), ((0, 1),), (), 0.9, 0.9, 0.9)]) == []


ranges = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda pair: (pair[0], sum(pair)))
links = st.builds(
    Link, ranges, st.lists(ranges, max_size=1).map(tuple), st.lists(ranges, max_size=3).map(tuple),
    st.floats(0, 1), st.floats(0, 1), st.floats(0, 1),
)  # fmt: skip


@given(st.lists(links, max_size=8))
def test_every_way_up_ends(found: list[Link]) -> None:
    tree = nested(found)
    for number, (_, parent) in enumerate(tree):
        seen = {number}
        while parent is not None:
            assert parent not in seen
            seen.add(parent)
            parent = tree[parent][1]


@given(st.lists(links, max_size=8), st.randoms())
def test_order_of_links_does_not_matter(found: list[Link], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    distinct = len({one.sure_cue for one in found}) == len(found)
    if distinct:
        assert nested(found) == nested(shuffled)

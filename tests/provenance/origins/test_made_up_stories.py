"""The count on made-up stories whose number of origins is known."""

from bench.networks import Network, network
from bench.simulated import calibration, figures, outcomes

from sayso.provenance.origins import count
from sayso.provenance.trail import Count

STORIES = 60


def test_a_story_is_the_same_each_time() -> None:
    assert network(7, 0.3) == network(7, 0.3)
    assert network(7) != network(8)


def test_stories_have_what_real_ones_have() -> None:
    stories = [network(seed) for seed in range(STORIES)]
    assert {story.origins for story in stories} > set(range(1, 8))
    assert any(copy.credited for story in stories for copy in story.copies)
    assert any(_count(story).asserting.circles for story in stories)
    kinds = {
        link.kind for story in stories for one in story.reports for chain in one.chains for link in chain
    }
    assert kinds >= {"person", "organization", "document", "outlet", "unnamed"}


def test_with_dropped_credits_copies_are_not_credited_and_sources_not_given() -> None:
    stories = [network(seed, 0.5) for seed in range(5)]
    assert any(not copy.credited for story in stories for copy in story.copies)
    chains = [chain for story in stories for one in story.reports for chain in one.chains]
    assert any(chain[0].kind == "not given" for chain in chains)


def test_with_all_credits_the_number_is_right_and_sure() -> None:
    for side in outcomes(STORIES, 0.0):
        exact, _, sure = figures(side)
        assert exact >= 0.99
        assert sure >= 0.99


def test_with_credits_dropped_the_confidence_falls_along() -> None:
    kept, some, half = (figures(outcomes(STORIES, dropped)[0]) for dropped in (0.0, 0.1, 0.5))
    assert kept[0] > some[0] > half[0]
    assert kept[2] > some[2] > half[2]
    assert abs(half[0] - half[2]) < 0.25


def test_the_calibration_has_a_line_for_each_step_that_has_numbers() -> None:
    assert calibration(outcomes(5, 0.0)[0])[2:] == ["| 0.95 to 1.00 | 5 | 1.000 | 1.000 |"]


def _count(story: Network) -> Count:
    return count(story.reports, story.copies, story.references)

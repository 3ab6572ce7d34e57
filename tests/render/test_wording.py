"""Who gives no answer is told in the page's own words, not as one who "does not say: a request"."""

from __future__ import annotations

import pytest

from sayso.model import Attribution, Page, Stance
from sayso.render.wording import stance_of


def told(cue: str, stance: Stance = "says", negated: bool = True) -> str:
    page = Page("p", f"The port {cue} it.")
    attribution = Attribution(
        "0", ((0, 8),), ((9, 9 + len(cue)),), ((10 + len(cue), 12 + len(cue)),),
        stance=stance, negated=negated,
    )  # fmt: skip
    return stance_of(page, attribution)


@pytest.mark.parametrize(
    "cue",
    [
        "did not respond to",
        "didn’t immediately reply to",
        "has not responded to repeated requests for comment about",
        "could not be reached for comment on",
        "declined to comment on",
        "refused",
    ],
)
def test_no_answer_is_told_in_the_words_of_the_page(cue: str) -> None:
    assert told(cue) == cue


@pytest.mark.parametrize(
    ("cue", "stance", "negated", "expected"),
    [
        ("did not say", "says", True, "does not say"),
        ("responded to", "says", True, "does not say"),  # the negation stands before: "nobody responded to"
        ("did not deny", "denies", True, "does not deny"),
        ("declined to confirm", "confirms", True, "does not confirm"),
        ("responded to", "says", False, "says"),
    ],
)
def test_anything_else_is_told_by_its_stance(cue: str, stance: Stance, negated: bool, expected: str) -> None:
    assert told(cue, stance, negated) == expected

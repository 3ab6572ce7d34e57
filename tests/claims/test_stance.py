"""How a page stands to a claim."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sayso.claims.stance import TOWARDS, WEIGHTS, Weights, shipped, stance_towards
from sayso.claims.stance_signs import signs, told
from sayso.model import Page

CLAIM = "A shark was seen in the harbour of Port Calder"
REFUTING = Page(
    "a",
    "The photo of a shark in the harbour of Port Calder is fake. It is a hoax of a satirical website. "
    "There was never a shark in the harbour, and the false story was debunked by the harbour master.",
)
PLAIN = Page(
    "b", "A shark was seen in the harbour of Port Calder. It swam along the quay for an hour and then left."
)


def test_a_page_that_refutes_is_likelier_against_than_one_that_asserts() -> None:
    (refuting, against), (_, plain) = stance_towards(CLAIM, REFUTING), stance_towards(CLAIM, PLAIN)
    assert refuting == "against"
    assert against["against"] > plain["against"]
    assert plain["for"] > against["for"]


def test_chances_add_up_to_one() -> None:
    _, chances = stance_towards(CLAIM, PLAIN)
    assert set(chances) == set(TOWARDS)
    assert sum(chances.values()) == pytest.approx(1, abs=0.001)


@pytest.mark.parametrize("text", ["", "\n", "?", "…", "A" * 50_000])
def test_any_page_has_a_stance(text: str) -> None:
    assert stance_towards("", Page("p", text))[0] in TOWARDS


def test_signs_have_the_names_of_the_weights() -> None:
    assert tuple(signs(CLAIM, told(PLAIN))) == shipped().names


def test_weights_are_small_and_come_back_as_saved(tmp_path: Path) -> None:
    assert WEIGHTS.stat().st_size < 200_000
    path = tmp_path / "stance.json"
    shipped().save(path)
    assert np.array_equal(Weights.load(path).sign, shipped().sign)

"""A name is the same one, and whole, whether its accents are written on its letters or behind them."""

from __future__ import annotations

import unicodedata

import pytest

import sayso
from sayso.model import Page

STORY = (
    "Mayor José Véliz-Núñez said the bridge was safe.\n\n"
    "The bridge would never be safe, said engineer Zoë Brontë.\n\n"
)
LATER = "Véliz-Núñez said he would resign.\n\nBrontë said she would not."


def behind(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def speakers(page: Page) -> list[str | None]:
    return [one.speaker.name for one in page.attributions if one.speaker is not None]


def test_names_come_out_whole_and_as_the_page_writes_them() -> None:
    page = sayso.read(behind(STORY + LATER).encode())
    assert speakers(page) == [behind(name) for name in ("José Véliz-Núñez", "Zoë Brontë") * 2]
    assert page.words(page.attributions[1].source).endswith(behind("Zoë Brontë"))


def test_accents_on_the_letter_and_behind_it_are_one_name() -> None:
    page = sayso.read((behind(STORY) + LATER).encode())
    assert speakers(page) == [behind(name) for name in ("José Véliz-Núñez", "Zoë Brontë") * 2]
    page = sayso.read((STORY + behind(LATER)).encode())
    assert speakers(page) == ["José Véliz-Núñez", "Zoë Brontë"] * 2


@pytest.mark.parametrize("name", ["Adébáyọ̀ Ọ̀dẹ", "Ĵana M̃arsh"])
def test_an_accent_that_no_single_letter_carries_is_kept(name: str) -> None:
    page = sayso.read(f"Mayor {behind(name)} said the bridge was safe.".encode())
    assert speakers(page) == [behind(name)]

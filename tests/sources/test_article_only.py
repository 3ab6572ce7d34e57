"""Whom comments and addresses name plays no part in whom the article names."""

from __future__ import annotations

import sayso
from sayso.model import Attribution, Page


def speakers(text: str) -> list[str | None]:
    page: Page = sayso.read(text.encode())
    found: list[Attribution] = list(page.attributions)
    return [one.speaker.name if one.speaker else None for one in found]


STORY = "Velland says the harbour is closed to ships.\n"


def test_an_address_in_lower_case_does_not_make_a_name_a_common_word() -> None:
    assert "Velland" in speakers(
        f"{STORY}\nComments\nSee https://harbour.example/velland/2024/velland-closed\n"
    )
    assert "Velland" in speakers(f"{STORY}\nSee https://harbour.example/velland/2024/velland-closed\n")


def test_a_person_in_the_comments_is_nobody_of_the_article() -> None:
    story = "Mr. Quill said the harbour is closed.\n"
    assert speakers(story) == speakers(f"{story}\nComments\nEdmund Quill was my teacher, and he is a liar.\n")

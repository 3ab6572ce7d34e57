"""Whom an outlet cites for its report stands under the outlet, with what it reports."""

from __future__ import annotations

import pytest

import sayso

REPORT = "the shed had burned for two hours"


@pytest.mark.parametrize(
    ("story", "cited", "kind"),
    [
        (f"The Harbour Gazette, citing an unnamed firefighter, reported that {REPORT}.",
         "an unnamed firefighter", "unnamed"),
        (f"The Harbour Gazette reported on Monday, quoting two harbour officials, that {REPORT}.",
         "two harbour officials", "unnamed"),
        (f"T{REPORT[1:]}, the Harbour Gazette reported, citing a firefighter who was at the scene.",
         "a firefighter who was at the scene", "unnamed"),
        (f"The Harbour Gazette said, citing the Ministry of Transport, that {REPORT}.",
         "Ministry of Transport", "organization"),
        (f"Citing police officials, the Harbour Gazette reported that {REPORT}.",
         "police officials", "unnamed"),
    ],
)  # fmt: skip
def test_whoever_an_outlet_cites_is_a_source_under_it(story: str, cited: str, kind: str) -> None:
    page = sayso.read(story.encode())
    outlet, inner = sorted(page.attributions, key=lambda one: one.parent is not None)
    assert inner.chain == ("Harbour Gazette", cited)
    assert inner.speaker is not None and inner.speaker.kind == kind
    assert (inner.parent, inner.within, inner.content) == (outlet.id, "content", outlet.content)
    assert inner.confidence < outlet.confidence
    assert [one.id for one in page.attributions] == ["0", "1"]


def test_one_cited_by_name_is_the_person_the_page_knows() -> None:
    story = (
        "Mayor Ada Quill was at the harbour all night.\n\n"
        f"The Harbour Gazette, citing Quill, reported that {REPORT}. Quill said she was tired."
    )
    chains = [one.chain for one in sayso.read(story.encode()).attributions]
    assert ("Harbour Gazette", "Ada Quill") in chains


@pytest.mark.parametrize(
    "story",
    [
        f"The Harbour Gazette, citing a lack of money, said that {REPORT}.",
        f"The mayor, citing the fire chief, said that {REPORT}.",
        f"The Harbour Gazette reported that {REPORT}. A clerk was fined for citing the mayor.",
    ],
)
def test_reasons_and_what_others_cite_are_no_sources_of_an_outlet(story: str) -> None:
    assert all(one.parent is None for one in sayso.read(story.encode()).attributions)

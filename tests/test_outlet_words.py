"""What is an outlet to the one step is an outlet to the other."""

from __future__ import annotations

import pytest

from sayso.attribution.scope import with_scopes
from sayso.model import Attribution, Block, Page, SpeakerKind
from sayso.outlet_words import BY_THEMSELVES, GENERIC, NAMING
from sayso.sources import resolve

AFTER = ("It rained for a day.", "Nobody had counted on that.", "The quay was empty.")


def kind(source: str) -> SpeakerKind | None:
    text = f"In Orlan, {source} reported rain."
    at = text.index(source)
    said = at + len(source) + 1
    one = Attribution("0", ((at, said - 1),), ((said, said + 8),), ((said + 9, said + 13),))
    speaker = resolve(Page("p", text), (one,))[0].speaker
    return None if speaker is None else speaker.kind


def paragraphs_given_to(source: str) -> int:
    """How many paragraphs of flat text it keeps the word for: outlets keep it, people do not."""
    blocks: list[Block] = []
    text = ""
    for paragraph in (f"{source} writes:", *AFTER):
        blocks.append(Block(str(len(blocks)), "paragraph", (len(text), len(text) + len(paragraph))))
        text += paragraph + "\n\n"
    scopes = with_scopes(Page("p", text, blocks=tuple(blocks)), ())
    return len(scopes[0].content) if scopes else 0


@pytest.mark.parametrize("word", sorted(NAMING))
def test_whatever_is_named_like_an_outlet_is_one(word: str) -> None:
    name = f"the Calder {word.title()}"
    assert kind(name) == "outlet"
    assert paragraphs_given_to(name) == len(AFTER)


@pytest.mark.parametrize("word", sorted(GENERIC))
def test_whatever_is_called_an_outlet_is_one(word: str) -> None:
    assert paragraphs_given_to(f"The {word}") == len(AFTER)


@pytest.mark.parametrize("word", sorted(BY_THEMSELVES))
def test_a_name_that_needs_no_other_word_is_an_outlet_s(word: str) -> None:
    assert paragraphs_given_to(f"The {word.title()}") == len(AFTER)


def test_a_person_is_none() -> None:
    assert (kind("Ada Quill"), paragraphs_given_to("Ada Quill")) == ("person", 1)

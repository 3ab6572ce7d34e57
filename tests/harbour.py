"""The sample story with attributions marked by hand, for tests that must not depend on the model."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from sayso.model import Attribution, Page, Problem, Span, Speaker
from sayso.reading import read_page

FILE = Path(__file__).parent.parent / "examples" / "harbour.html"

MERIDIAN = Speaker("Meridian News", "outlet")
MINISTRY = Speaker("Vessia's Ministry of Transport", "organization")
SPOKESMAN = Speaker("Tobin Harrell-Voss", "person", "the ministry's spokesman", "Ministry of Transport")
ORLAN = Speaker("Orlan", "organization")
AMBASSADOR = Speaker("Ilka Morrowen", "person", "ambassador to Vessia", "Orlan")


def harbour() -> Page:
    """The sample with a chain, a scope, a pronoun, a denial, a negation, a hedge and an unsure one."""
    return marked(read_page(FILE))


def marked(page: Page) -> Page:
    """``page``, which has the sample's text, with its attributions and a problem."""
    problems = (Problem("not-english", "the page seems to be in “xx”"),)
    return dataclasses.replace(page, attributions=_attributions(page.text), problems=problems)


def _attributions(text: str) -> tuple[Attribution, ...]:
    def at(words: str, after: str = "") -> tuple[Span, ...]:
        start = text.index(words, text.index(after) if after else 0)
        return ((start, start + len(words)),)

    def through(first: str, last: str) -> tuple[Span, ...]:
        return ((at(first)[0][0], at(last)[0][1]),)

    reported, denied, she = "Meridian News reported", "Orlan denied", "She did not say"
    return (
        Attribution(
            "0", at("Meridian News", reported), at("reported", reported),
            through("according to the ministry", "found in order"),
            speaker=MERIDIAN, chain=("Meridian News",), confidence=0.93,
        ),
        Attribution(
            "1", at("the ministry", reported), at("according to"), through("the shed had", "found in order"),
            "0", "content", MINISTRY, ("Meridian News", "Vessia's Ministry of Transport"), confidence=0.9,
        ),
        Attribution(
            "2", at("the ministry's spokesman, Tobin Harrell-Voss,"), at("said", "spokesman"),
            at("“The seals were whole and every drum was counted,”"),
            speaker=SPOKESMAN, chain=("Tobin Harrell-Voss",), manner="direct", confidence=0.97,
        ),
        Attribution(
            "3", at("He", "He added"), at("added"), through("that nobody", "entered the quay"),
            speaker=SPOKESMAN, chain=("Tobin Harrell-Voss",), confidence=0.88,
        ),
        Attribution(
            "4", at("Meridian News", "Meridian News continues"), at("continues"),
            through("A night watchman", "received nothing,”"),
            speaker=MERIDIAN, chain=("Meridian News",), confidence=0.81,
        ),
        Attribution(
            "5", (), at("reportedly"), through("The barge was", "neighbouring Orlan"), "4", "scope",
            chain=("Meridian News", "(not given)"), hedges=at("reportedly"), confidence=0.31,
        ),
        Attribution(
            "6", at("Orlan", denied), at("denied"), through("that any of its", "near Port Calder"),
            speaker=ORLAN, chain=("Orlan",), stance="denies", confidence=0.92,
        ),
        Attribution(
            "7", at("She", she), at("say", she), through("whether Orlan", "that Vessia wants"),
            speaker=AMBASSADOR, chain=("Ilka Morrowen",), negated=True, confidence=0.77,
        ),
    )  # fmt: skip

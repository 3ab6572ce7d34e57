"""Stories for the tests of cases, and a reader of them that costs nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from sayso.batch import Reading
from sayso.case import Original
from sayso.errors import UnreadablePage
from sayso.model import Attribution, Block, Citation, Comment, Page, Problem, Quotation, Speaker
from sayso.reading import Input

_SAYS = re.compile(r"(\w+) says (\w[^.]*)\.")
_PARAGRAPH = re.compile(r"[^\n]+")

HARBOUR = "Canisters at Port Calder\nVoss says eight canisters came. Orlan says none did.\nSee https://calder.example/a."


def original(text: str = HARBOUR, name: str = "harbour.json", **about: object) -> Original:
    """A story as JSON, as a file of this name holds it."""
    return Original(name, json.dumps({"text": text, **about}).encode(), "record")


def read(original: Original) -> tuple[Page, ...]:
    """The page in it: a block a line, an attribution for each “X says Y.”, a comment after “>”."""
    about = json.loads(original.raw)
    text = about.pop("text")
    if not text:
        raise UnreadablePage(original.name, "there is no text in it", "check that it was saved whole")
    lines = [match.span() for match in _PARAGRAPH.finditer(text)]
    answers = [span for span in lines if text[span[0]] == ">"]
    return (
        Page(
            id=str(about.pop("id", about.get("url") or original.name.removesuffix(".json"))),
            text=text,
            title=text[slice(*lines[0])] if lines else None,
            **about,
            blocks=tuple(Block(f"b{number}", "paragraph", span) for number, span in enumerate(lines, 1)),
            attributions=tuple(_attributions(text)),
            comments=tuple(Comment(f"c{number}", None, span, span) for number, span in enumerate(answers, 1)),
            citations=tuple(Citation(m.span(), m[0], m[0]) for m in re.finditer(r"https://[\w./]+\w", text)),
        ),
    )


def read_all(originals: Iterable[Original]) -> Iterator[Reading]:
    """What becomes of each, as the batch would give it."""
    for one in originals:
        try:
            yield Reading(one.name, read(one))
        except UnreadablePage as error:
            yield Reading(one.name, error=error)


def read_input(input: Input) -> tuple[Page, ...]:
    """The same for an input of a batch."""
    assert isinstance(input.content, bytes)
    return read(Original(input.name, input.content))


def full_page() -> Page:
    """A page with something in every field there is."""
    text = "Voss 🛢 said, it is said, eight came. A reader: really? Voss said."
    return Page(
        id="a1",
        text=text,
        url="https://calder.example/a1",
        outlet="Calder Tribune",
        title="Eight canisters",
        byline="M. Harrell",
        published="2031-05-01T10:00:00+02:00",
        language="en",
        blocks=(Block("b1", "paragraph", (0, 36)), Block("b2", "comment", (37, 65), "b1")),
        attributions=(
            Attribution(
                id="a1",
                source=((0, 4),),
                cue=((7, 11),),
                content=((24, 35),),
                speaker=Speaker("Voss", "person", "mayor", "Orlan"),
                chain=("Calder Tribune", "Voss"),
                manner="mixed",
                stance="denies",
                hedges=((13, 23),),
                negated=True,
                confidence=0.1 + 0.2,
            ),
            Attribution("a2", (), ((7, 11), (60, 64)), ((24, 35),), "a1", "scope", comment="c1"),
            Attribution("a3", ((0, 4),), (), ((24, 35),), speaker=Speaker(None, "unnamed")),
        ),
        comments=(
            Comment(
                id="c1",
                block="b2",
                span=(37, 65),
                words=(47, 65),
                author="Wenna",
                time="2031-05-01",
                subject="Drums",
                url="https://calder.example/c1",
                votes=-3,
                stance={"support": 0.25, "deny": 0.75, "query": 0.0, "comment": 0.0},
                quotations=(Quotation((55, 59), None), Quotation((60, 64), "c2")),
                confidence=0.5,
            ),
            Comment("c2", parent="c1", missing=True),
        ),
        citations=(Citation((0, 4), "https://calder.example/dru", "Voss", True),),
        problems=(Problem("left-out", "there are more"),),
    )


def _attributions(text: str) -> Iterator[Attribution]:
    for number, match in enumerate(_SAYS.finditer(text), 1):
        cue = (match.end(1) + 1, match.start(2) - 1)
        speaker = Speaker(match[1], "person")
        yield Attribution(f"a{number}", (match.span(1),), (cue,), (match.span(2),), speaker=speaker)

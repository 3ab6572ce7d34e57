"""What an attribution means: manner, stance, hedges, negation."""

from __future__ import annotations

import pathlib
import time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.meaning import with_meaning
from sayso.model import Attribution, Block, BlockKind, Page, Span, Spans, Stance

PAGES = st.text(alphabet="ab sS’'‘“”\"„«».?!\n()may not have said to 😀é", max_size=120)


def spans(text: str, *pieces: str) -> Spans:
    """Where the pieces stand in the text, each after the one before it."""
    found: list[Span] = []
    for piece in filter(None, pieces):
        start = text.index(piece, found[-1][1] if found else 0)
        found.append((start, start + len(piece)))
    return tuple(found)


def meant(text: str, source: str, cue: str, *content: str, blocks: tuple[Block, ...] = ()) -> Attribution:
    one = Attribution("0", spans(text, source), spans(text, cue), spans(text, *content))
    return with_meaning(Page("p", text, blocks=blocks), (one,))[0]


def stance(text: str, source: str, cue: str, *content: str) -> tuple[str, bool]:
    one = meant(text, source, cue, *content)
    return one.stance, one.negated


def hedges(text: str, source: str, cue: str, *content: str) -> list[str]:
    return [text[start:end] for start, end in meant(text, source, cue, *content).hedges]


class TestManner:
    @pytest.mark.parametrize(
        "content",
        [
            '"The dam holds,"',
            "“The dam holds,”",
            "‘The dam holds,’",
            "'The dam holds,'",
            "«The dam holds,»",
            "„The dam holds,“",
            "“The guards’ chief wrote ‘it holds’ twice,”",
            "‘The guards’ own report says it holds,’",
            "‘It doesn’t leak in the ’90s way,’",
            "''The dam holds,''",
        ],
    )
    def test_direct_in_any_quotation_marks(self, content: str) -> None:
        assert meant(f"{content} Orla Fenn said.", "Orla Fenn", "said", content).manner == "direct"

    def test_direct_when_the_content_leaves_the_marks_out(self) -> None:
        assert meant("“It holds,” Fenn said.", "Fenn", "said", "It holds,").manner == "direct"

    def test_direct_in_pieces(self) -> None:
        text = "“It holds,” Fenn said, “and will hold.”"
        assert meant(text, "Fenn", "said", "“It holds,”", "“and will hold.”").manner == "direct"

    def test_mixed_when_partly_quoted(self) -> None:
        text = "Fenn said the dam was “as tight as a drum” in May."
        assert meant(text, "Fenn", "said", "the dam was “as tight as a drum” in May").manner == "mixed"

    def test_indirect_without_marks(self) -> None:
        text = "Fenn said the keepers’ dam doesn't leak, nor do the guards’ houses."
        content = "the keepers’ dam doesn't leak, nor do the guards’ houses"
        assert meant(text, "Fenn", "said", content).manner == "indirect"

    def test_first_person_inside_a_quotation_is_judged_by_its_own_content(self) -> None:
        text = "“I think the dam holds,” Fenn said."
        assert meant(text, "I", "think", "the dam holds").manner == "indirect"
        text = "“The engineer told me ‘it holds’ last week,” Fenn said."
        assert meant(text, "The engineer", "told", "‘it holds’").manner == "direct"

    def test_direct_as_the_whole_of_a_quoted_block(self) -> None:
        text = "The club wrote:\n\nWe are sorry for the noise."
        block = Block("b1", "quote", spans(text, "We are sorry for the noise.")[0])
        one = meant(text, "The club", "wrote", "We are sorry for the noise.", blocks=(block,))
        assert one.manner == "direct"

    def test_a_cue_inside_the_quoted_block_does_not_make_it_direct(self) -> None:
        text = "We think the noise was low."
        block = Block("b1", "quote", (0, len(text)))
        assert meant(text, "We", "think", "the noise was low", blocks=(block,)).manner == "indirect"

    def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph(self) -> None:
        text = "Fenn said: “It holds. It always has.\n\nThe dam is old."
        assert meant(text, "Fenn", "said", "It holds. It always has.").manner == "direct"


class TestStance:
    def test_the_documentation_has_every_stance(self) -> None:
        document = pathlib.Path(__file__).parents[1] / "docs" / "stances.md"
        listed = [
            line.split("`")[1]
            for line in document.read_text(encoding="utf-8").splitlines()
            if line[:3] == "| `"
        ]
        assert listed == list(get_args(Stance))

    @pytest.mark.parametrize(
        ("cue", "expected"),
        [
            ("said", "says"),
            ("told reporters", "says"),
            ("claimed", "says"),
            ("went on to say", "says"),
            ("made it clear", "says"),
            ("confirmed", "confirms"),
            ("was forced to admit", "confirms"),
            ("pleaded guilty to", "confirms"),
            ("denied", "denies"),
            ("ruled out", "denies"),
            ("issued a statement denying", "denies"),
            ("questioned whether", "doubts"),
            ("cast doubt on whether", "doubts"),
            ("asked whether", "asks"),
            ("wondered why", "asks"),
            ("urged", "orders"),
            ("called on", "orders"),
            ("is expected to announce", "expects"),
            ("predicts", "expects"),
            ("believes", "believes"),
            ("hopes", "wants"),
            ("expressed hope", "wants"),
            ("has vowed", "promises"),
            ("agreed to", "promises"),
            ("voiced concern", "warns"),
            ("accused", "accuses"),
            ("backs", "supports"),
            ("found", "finds"),
            ("appeared to confirm", "confirms"),
            (":", "says"),
        ],
    )
    def test_by_the_cue(self, cue: str, expected: str) -> None:
        text = f"Fenn {cue} the sale of the mill."
        assert stance(text, "Fenn", cue, "the sale of the mill") == (expected, False)

    def test_told_to_act_is_an_order_and_told_a_thing_is_not(self) -> None:
        assert stance("Fenn told the crew to leave.", "Fenn", "told", "to leave") == ("orders", False)
        assert stance("Fenn told the crew that it was over.", "Fenn", "told", "that it was over") == (
            "says",
            False,
        )

    def test_asked_to_act_is_an_order_and_asked_a_question_is_not(self) -> None:
        assert stance("Fenn asked the crew to leave.", "Fenn", "asked", "the crew to leave") == (
            "orders",
            False,
        )
        text = "Fenn asked why the crew had to leave."
        assert stance(text, "Fenn", "asked", "why the crew had to leave") == ("asks", False)

    def test_asked_to_act_in_quoted_words(self) -> None:
        text = "Fenn asked the crew to “leave at once”."
        assert stance(text, "Fenn", "asked", "the crew", "to “leave at once”") == ("orders", False)

    def test_the_words_after_a_short_cue_count(self) -> None:
        assert (
            stance("Fenn called on the crew to leave.", "Fenn", "called", "the crew to leave")[0] == "orders"
        )


class TestNegated:
    @pytest.mark.parametrize(
        ("cue", "expected"),
        [
            ("did not say", ("says", True)),
            ("didn’t say", ("says", True)),
            ("never claimed", ("says", True)),
            ("has not confirmed", ("confirms", True)),
            ("has yet to confirm", ("confirms", True)),
            ("refused to confirm", ("confirms", True)),
            ("neither confirmed nor denied", ("confirms", True)),
            ("declined to comment on", ("says", True)),
            ("declined comment on", ("says", True)),
            ("did not respond to a request for comment on", ("says", True)),
            ("did not immediately return calls and requests for comment about", ("says", True)),
            ("failed to reply to questions about", ("says", True)),
            ("could not be reached for comment on", ("says", True)),
            ("made no mention of", ("says", True)),
            ("stopped short of saying", ("says", True)),
            ("did not deny", ("denies", True)),
            ("denied", ("denies", False)),
            ("refused to leave", ("denies", False)),
            ("did not decline to discuss", ("says", False)),
            ("not only said", ("says", False)),
        ],
    )
    def test_by_the_cue(self, cue: str, expected: tuple[str, bool]) -> None:
        text = f"The ministry {cue} the sale of the mill."
        assert stance(text, "The ministry", cue, "the sale of the mill") == expected

    @pytest.mark.parametrize(
        ("text", "source"),
        [
            ("Fenn has, so far, not publicly said it was sold.", "Fenn"),
            ("Fenn declined to have said it was sold.", "Fenn"),
            ("No official said it was sold.", "No official"),
            ("Nor has Fenn said it was sold.", "Fenn"),
        ],
    )
    def test_by_what_stands_around_the_cue(self, text: str, source: str) -> None:
        assert stance(text, source, "said", "it was sold") == ("says", True)

    @pytest.mark.parametrize(
        "text", ["Fenn said it was not sold.", "It was not sold, Fenn said.", "“It is not,” Fenn said."]
    )
    def test_not_by_what_is_said(self, text: str) -> None:
        content = text.replace("Fenn said", "").strip(" ,.")
        assert stance(text, "Fenn", "said", content)[1] is False

    def test_a_bare_refusal_takes_the_verb_from_the_content(self) -> None:
        assert stance("Fenn declined to comment.", "Fenn", "declined", "to comment") == ("says", True)


class TestHedges:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Fenn reportedly said the mill was sold.", ["reportedly"]),
            ("Reportedly, Fenn said the mill was sold.", ["Reportedly"]),
            ("It appears that Fenn said the mill was sold.", ["It appears"]),
            ("Fenn said the mill may have been sold.", ["may have"]),
            ("Fenn said the mill appears to be sold.", ["appears to"]),
            ("Fenn said the alleged buyer was said to be rich.", ["alleged", "was said to"]),
            ("Fenn said the claimed sale was a hoax.", ["claimed"]),
            ("Fenn said she may have to sell the mill.", []),
            ("Fenn said a ghost appeared in the mill.", []),
            ("Fenn said buyers alleged fraud.", []),
            ("Fenn said the mill was supposed to close.", []),
        ],
    )
    def test_of_the_sentence(self, text: str, expected: list[str]) -> None:
        content = text[text.index("said") + 5 : -1]
        assert hedges(text, "Fenn", "said", content) == expected

    def test_in_the_cue(self) -> None:
        text = "The mill is believed to hold gold."
        assert hedges(text, "", "is believed to", "The mill", "hold gold") == ["is believed to"]

    def test_it_appears_as_the_cue(self) -> None:
        assert hedges("It appears that the mill was sold.", "It", "appears", "the mill was sold") == [
            "It appears"
        ]

    def test_in_the_source_only_what_makes_it_doubtful(self) -> None:
        text = "According to unconfirmed reports, the mill was sold."
        assert hedges(text, "unconfirmed reports", "According to", "the mill was sold") == ["unconfirmed"]

    def test_not_those_of_the_next_sentence_or_of_a_relative_clause(self) -> None:
        text = "Fenn, who reportedly left in May, said the mill was sold. It was apparently old."
        assert hedges(text, "Fenn", "said", "the mill was sold") == []

    def test_a_nested_statement_keeps_its_own(self) -> None:
        text = "The Gazette wrote that Fenn said the mill may have closed."
        outer = Attribution(
            "0",
            spans(text, "The Gazette"),
            spans(text, "wrote"),
            spans(text, "that Fenn said the mill may have closed"),
        )
        inner = Attribution(
            "1", spans(text, "Fenn"), spans(text, "said"), spans(text, "the mill may have closed"), "0"
        )
        first, second = with_meaning(Page("p", text), (outer, inner))
        assert (first.hedges, second.hedges) == ((), spans(text, "may have"))

    def test_of_a_quotation_as_one_sentence(self) -> None:
        text = "“It is over. It may have been the storm,” Fenn said."
        assert hedges(text, "Fenn", "said", "“It is over. It may have been the storm,”") == ["may have"]


@st.composite
def pages(draw: st.DrawFn) -> tuple[Page, tuple[Attribution, ...]]:
    text = draw(PAGES)
    place = st.integers(0, max(len(text), 1))
    span = st.tuples(place, place).map(lambda pair: (min(pair), max(pair)))
    some = st.lists(span, max_size=3).map(lambda found: tuple(sorted(found)))
    kinds: st.SearchStrategy[BlockKind] = st.sampled_from(["paragraph", "quote", "heading"])
    blocks = [Block(f"b{n}", draw(kinds), draw(span)) for n in range(draw(st.integers(0, 3)))]
    known = [Attribution(str(n), draw(some), draw(some), draw(some)) for n in range(draw(st.integers(0, 4)))]
    return Page("p", text, blocks=tuple(blocks)), tuple(known)


@given(pages())
def test_any_page_is_answered_within_its_text_and_twice_alike(
    given_page: tuple[Page, tuple[Attribution, ...]],
) -> None:
    page, attributions = given_page
    meanings = with_meaning(page, attributions)
    assert [(a.id, a.source, a.cue, a.content) for a in meanings] == [
        (a.id, a.source, a.cue, a.content) for a in attributions
    ]
    assert all(0 <= start < end <= len(page.text) for a in meanings for start, end in a.hedges)
    assert all(a.stance in get_args(Stance) for a in meanings)
    assert with_meaning(page, meanings) == meanings


@pytest.mark.parametrize(
    "text",
    [
        "may have " * 60_000,
        "x" * 500_000,
        "“" * 100_000,
        "'a " * 100_000,
        "... " * 100_000,
        "." * 300_000,
        "\n" * 300_000,
    ],
)
def test_long_pages_take_their_time_and_no_more(text: str) -> None:
    one = Attribution("0", ((0, 3),), ((4, 8),), ((0, len(text)),))
    begun = time.perf_counter()
    with_meaning(Page("p", text), (one,) * 50)
    assert time.perf_counter() - begun < 5

"""Which stretches of a page stand under an outlet, a document or a person that was given the word."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.scope import with_scopes
from sayso.model import Attribution, Block, BlockKind, Page, Span, Spans


def page(*paragraphs: str) -> Page:
    """A page of these paragraphs: "# " is a heading, "> " stands in a quoted block, "~ " is a comment."""
    text, quote = "", None
    blocks: list[Block] = []
    for number, paragraph in enumerate(paragraphs):
        mark, words = (
            (paragraph[0], paragraph[2:]) if paragraph[:2] in ("# ", "> ", "~ ") else ("", paragraph)
        )
        start = len(text)
        text += words + "\n\n"
        span = (start, start + len(words))
        if mark == ">":
            if quote is None:
                quote = len(blocks)
                blocks.append(Block(f"q{number}", "quote", span))
            blocks[quote] = Block(blocks[quote].id, "quote", (blocks[quote].span[0], span[1]))
            blocks.append(Block(f"b{number}", "paragraph", span, blocks[quote].id))
            continue
        quote = None
        kind: BlockKind = "heading" if mark == "#" else "comment" if mark == "~" else "paragraph"
        blocks.append(Block(f"b{number}", kind, span))
    return Page("p", text.rstrip("\n"), blocks=tuple(blocks))


def covered(given_page: Page, *attributions: Attribution) -> dict[str, list[str]]:
    """For each hand-over's source, the first two words of each block it covers."""
    result: dict[str, list[str]] = {}
    for one in with_scopes(given_page, attributions):
        if one.id.startswith("s"):
            pieces = [given_page.text[start:end] for start, end in one.content]
            result.setdefault(given_page.words(one.source), []).extend(
                " ".join(p.split()[:2]) for p in pieces
            )
    return result


def spans(text: str, *pieces: str) -> Spans:
    found: list[Span] = []
    for piece in pieces:
        start = text.index(piece, found[-1][1] if found else 0)
        found.append((start, start + len(piece)))
    return tuple(found)


def attribution(
    text: str, identity: str, source: str, cue: str, content: str, parent: str | None = None
) -> Attribution:
    """An attribution whose parts stand in the text in the order source, cue, content."""
    who, how, what = spans(text, source, cue, content)
    return Attribution(identity, (who,), (how,), (what,), parent, None if parent is None else "content")


class TestQuotedBlocks:
    def test_the_blocks_that_follow_and_no_more(self) -> None:
        story = page(
            "The harbour office answered on Monday. The statement read in full:",
            "> The pier is closed until May.",
            "> Boats may tie up at the north wall.",
            "Boat owners were not amused.",
        )
        assert covered(story) == {"The statement": ["The pier", "Boats may"]}
        (one,) = with_scopes(story, ())
        assert (one.parent, one.within, one.confidence) == (None, None, 0.9)

    def test_without_a_colon_where_the_sentence_says_nothing_itself(self) -> None:
        story = page(
            "The club put out a statement on Friday.", "> We are sorry for the noise.", "It was loud."
        )
        assert covered(story) == {"The club": ["We are"]}

    def test_nothing_where_the_sentence_tells_of_no_saying(self) -> None:
        assert (
            covered(page("The pier was built in 1904.", "> A pull quote from below.", "It is of oak.")) == {}
        )
        assert covered(page("Nobody came.", "> A pull quote.")) == {}

    @pytest.mark.parametrize(
        ("sentence", "source"),
        [
            ("The page opens with a quote from Ida Brock:", "Ida Brock"),
            ("Let me quote the Inland Courier for an example:", "the Inland Courier"),
        ],
    )
    def test_a_quote_announced_as_a_thing(self, sentence: str, source: str) -> None:
        assert covered(page(sentence, "> The mill is sold.", "It is of oak.")) == {source: ["The mill"]}

    def test_what_stands_before_a_bare_hand_over_is_the_pages_own(self) -> None:
        given = page("Concerning the mill, the Inland Courier reports:", "> It is sold.")
        about, source, cue = spans(given.text, "Concerning the mill", "the Inland Courier", "reports")
        (one,) = with_scopes(given, (Attribution("0", (source,), (cue,), (about,)),))
        assert [given.text[start:end] for start, end in one.content] == ["It is sold."]

    def test_a_hand_over_within_a_quoted_block_ends_with_it(self) -> None:
        story = page(
            "The Inland Courier reports:",
            "> The mill is sold. In a letter, the owner wrote:",
            "> “I am tired of flour.”",
            "> The town was told on Sunday.",
            "Flour is cheap this year.",
        )
        assert covered(story) == {
            "The Inland Courier": ["The mill", "“I am", "The town"],
            "the owner": ["“I am"],
        }
        outer, inner = with_scopes(story, ())
        assert (inner.parent, inner.within) == (outer.id, "scope")


class TestQuotationMarks:
    def test_a_quotation_of_several_paragraphs_up_to_its_closing_mark(self) -> None:
        story = page(
            "Mayor Ida Brock wrote:",
            "“The bells ring too early.",
            "“They will ring at eight.”",
            "The bells are from 1780.",
        )
        assert covered(story) == {"Mayor Ida Brock": ["“The bells", "“They will"]}

    def test_a_quotation_closed_in_a_paragraph_that_opens_none(self) -> None:
        story = page(
            "Brock wrote:", "“The bells ring too early.", "They will ring at eight.”", "They are old."
        )
        assert covered(story) == {"Brock": ["“The bells", "They will"]}

    def test_the_next_speaker_is_left_alone(self) -> None:
        text = "He added:\n\n“Not in May.”\n\n“Nor in June,” said Fenn."
        blocks = (
            Block("1", "paragraph", (0, 9)),
            Block("2", "paragraph", (11, 24)),
            Block("3", "paragraph", (26, 50)),
        )
        assert covered(Page("p", text, blocks=blocks)) == {"He": ["“Not in"]}


class TestFlatText:
    """Nothing is marked: the end is inferred."""

    def test_until_the_outlet_is_named_in_the_third_person(self) -> None:
        story = page(
            "According to Coastal Radio, it seems that the ferry did sail after all:",
            "The ferry left at noon with forty aboard, the line's office confirmed.",
            "It reached Grey Island two hours late.",
            "A passenger, Tove Lind, told Coastal Radio the crossing was “wet but merry”.",
            "The line has two ferries.",
        )
        assert covered(story) == {"Coastal Radio": ["The ferry", "It reached"]}

    def test_until_the_same_outlet_is_given_the_word_anew(self) -> None:
        story = page(
            "CWN continues:",
            "The council met behind closed doors on Monday.",
            "Two members left early.",
            "As for what was decided, CWN reports:",
            "The budget for the library has been halved.",
            "Such a cut would be the first in forty years.",
        )
        assert covered(story) == {"CWN": ["The council", "Two members", "The budget"]}

    @pytest.mark.parametrize(
        "own",
        [
            "We noted last week that the mill owes three years of rent.",
            "Such a plan sounds like what the county tried in 1998.",
            "It appears that nobody asked the farmers.",
            "The report does not say who paid for the survey.",
            "Meanwhile, a former miller, Jon Aske, told the Valley Herald that the price was a joke.",
            "Other papers have told it differently!  But why would the mill close?",
        ],
    )
    def test_until_the_page_speaks_itself(self, own: str) -> None:
        story = page("The Plains Tribune writes:", "The mill will close in June.", own, "Flour is cheap.")
        assert covered(story) == {"The Plains Tribune": ["The mill"]}

    def test_the_longer_it_lasts_the_less_it_takes(self) -> None:
        early = page(
            "The Plains Tribune writes:",
            "The mill closes in June.",
            "However, the shop stays.",
            "It sells bread.",
        )
        late = page(
            "The Plains Tribune writes:", "The mill closes in June.", "It is old.", "However, the shop stays."
        )
        assert covered(early) == {"The Plains Tribune": ["The mill", "However, the", "It sells"]}
        assert covered(late) == {"The Plains Tribune": ["The mill", "It is"]}

    def test_no_longer_than_three_paragraphs_for_an_outlet_and_one_for_a_person(self) -> None:
        rest = ["The mill will close in June.", "It is old.", "It is dry.", "It is tall.", "It is wide."]
        assert len(covered(page("The Plains Tribune writes:", *rest))["The Plains Tribune"]) == 3
        assert covered(page("Miller Jon Aske wrote:", *rest)) == {"Miller Jon Aske": ["The mill"]}

    @pytest.mark.parametrize("end", ["# What comes next", "~ First! Great story."])
    def test_until_a_heading_or_the_comments(self, end: str) -> None:
        story = page("The Plains Tribune writes:", "The mill will close in June.", end, "It is old.")
        assert covered(story) == {"The Plains Tribune": ["The mill"]}

    def test_a_letter_in_full_up_to_its_signature(self) -> None:
        story = page(
            "Parents heard of it on Tuesday. Here is the letter:",
            "Dear parents,",
            "We have found mice in the kitchen.",
            "We will cook outside until Friday. This letter goes to all classes.",
            "Yours faithfully,",
            "Edda Holm, head",
            "The school has ninety pupils.",
        )
        assert covered(story) == {
            "the letter": ["Dear parents,", "We have", "We will", "Yours faithfully,", "Edda Holm,"]
        }

    def test_people_quoted_by_the_outlet_are_nested_and_its_text_goes_on(self) -> None:
        story = page(
            "The Lakeside Gazette reports:",
            "The swans are back. Warden Pia Roe wrote:",
            "“They came at dawn, all nine.”",
            "The lake was fenced in March.",
            "It seems the fence works.",
        )
        assert covered(story) == {
            "The Lakeside Gazette": ["The swans", "“They came", "The lake"],
            "Warden Pia Roe": ["“They came"],
        }

    def test_another_outlet_is_not_nested(self) -> None:
        story = page(
            "The Lakeside Gazette reports:",
            "The swans are back on the lake.",
            "The Hill Courier writes:",
            "The swans never left the lake.",
        )
        assert covered(story) == {"The Lakeside Gazette": ["The swans"], "The Hill Courier": ["The swans"]}


class TestIntroductions:
    @pytest.mark.parametrize(
        ("sentence", "source", "cue"),
        [
            ("The Dale Post writes:", "The Dale Post", "writes"),
            ("As the agency put it:", "the agency", "put"),
            ("On Friday the head of the school wrote to parents:", "the head of the school", "wrote"),
            ("In a post on Monday, Ada Moor wrote:", "Ada Moor", "wrote"),
            ("Last week Ada Moor later added:", "Ada Moor", "added"),
            ("Ada Moor, who runs the inn, wrote:", "Ada Moor, who runs the inn", "wrote"),
            ("The Dale Post broke the news, adding:", "The Dale Post", "adding"),
            ("Concerning the costs, DNA reports:", "DNA", "reports"),
            ("Continued Moor:", "Moor", "Continued"),
            ("The inn released the following statement:", "The inn", "released"),
            ("According to the Dale Post:", "the Dale Post", "According to"),
            ("From the Dale Post:", "the Dale Post", "From"),
            ("The full statement:", "The full statement", ":"),
            ("Its letter in full:", "Its letter", "in full"),
            ("Below is the text of the notice:", "the text of the notice", "Below is"),
            ("From\xa0the Dale Post:", "the Dale Post", "From"),
        ],
    )
    def test_source_and_cue(self, sentence: str, source: str, cue: str) -> None:
        story = page(f"It has rained for weeks. {sentence}", "“The inn is closed until the river falls.”")
        (one,) = with_scopes(story, ())
        assert (story.words(one.source), story.words(one.cue)) == (source, cue)

    @pytest.mark.parametrize(
        "sentence",
        [
            "Three things stand out:",
            "As we wrote in March:",
            "Watch the film of the speech below:",
            "What did the mayor say in her letter:",
            "The council approved these measures:",
            "The mayor was quoted as saying that it was late.",
            "“I have written this much:",
            "Monday, 9 a.m.:",
            "In its report:",
        ],
    )
    def test_other_colons_open_nothing(self, sentence: str) -> None:
        assert covered(page(sentence, "The inn is closed until the river falls.", "It is old.")) == {}

    def test_nothing_where_nothing_follows(self) -> None:
        assert covered(page("The inn is shut.", "The Dale Post writes:")) == {}
        assert covered(page("The Dale Post writes:", "# Weather")) == {}


class TestNothingOpens:
    def test_a_list_after_a_colon(self) -> None:
        assert covered(page("According to the council, these will close:", "- the pool", "- the hall")) == {}
        assert covered(page("Here are the rules of the letter game:", "1. Write.", "2. Fold.")) == {}

    def test_unless_somebody_reads_it_out(self) -> None:
        story = page("The leaflet reads:", "- Bring boots.", "- Bring bread.", "The walk is long.")
        assert covered(story) == {"The leaflet": ["- Bring", "- Bring"]}

    def test_a_quotation_in_the_same_paragraph(self) -> None:
        assert covered(page("He said: “The pool is cold.”", "The pool was built in 1931.")) == {}

    def test_a_colon_in_a_headline(self) -> None:
        assert covered(page("# Mayor says:", "The pool is cold.")) == {}
        assert covered(page("# Pool: what the council wrote", "The pool is cold.")) == {}

    def test_a_recipe(self) -> None:
        story = page(
            "# Rye bread: the easy way",
            "My aunt's note tells all you need. You will need:",
            "500 g of rye flour",
            "Per loaf:",
            "A spoon of salt",
            "Method:",
            "Mix the flour and the salt. Wait. The dough says when it is ready.",
        )
        assert covered(story) == {}

    def test_an_interview(self) -> None:
        story = page(
            "We asked the keeper. She answered:", "Keeper: Yes, at dawn.", "Visitor: Even in winter?"
        )
        assert covered(story) == {}


class TestKnownAttributions:
    TEXT = page(
        "According to Coastal Radio, it seems the harbour office confirmed that the ferry sailed:",
        "The ferry left at noon, a sailor said. Its horn was heard for miles.",
        "We wrote in May that the horn is broken.",
    )

    def known(self) -> tuple[Attribution, ...]:
        text = self.TEXT.text
        radio, cue, content = spans(text, "According to", "Coastal Radio", "it seems the harbour office")
        outer = Attribution("0", (cue,), (radio,), ((content[0], text.index(":")),))
        office = attribution(
            text, "1", "the harbour office", "confirmed", "that the ferry sailed", parent="0"
        )
        (cue,) = spans(text, "said")
        sailor = Attribution("2", spans(text, "a sailor"), (cue,), spans(text, "The ferry left at noon"))
        ours = attribution(text, "3", "We", "wrote", "that the horn is broken")
        return outer, office, sailor, ours

    def test_the_one_that_introduces_is_extended_and_keeps_its_own(self) -> None:
        outer, *_ = self.known()
        first, *_ = with_scopes(self.TEXT, self.known())
        assert (first.id, first.source, first.cue, first.confidence) == (
            outer.id,
            outer.source,
            outer.cue,
            1.0,
        )
        assert first.content == (*outer.content, self.TEXT.blocks[1].span)

    def test_those_in_the_stretch_hang_under_it_and_the_others_stay(self) -> None:
        hung = {one.id: (one.parent, one.within) for one in with_scopes(self.TEXT, self.known())}
        assert hung == {"0": (None, None), "1": ("0", "content"), "2": ("0", "scope"), "3": (None, None)}

    def test_content_that_already_reaches_into_the_block_is_not_doubled(self) -> None:
        story = page("The Dale Post writes:", "The inn is shut. The river is high.")
        block = story.blocks[1].span
        known = Attribution(
            "0", spans(story.text, "The Dale Post"), spans(story.text, "writes"), ((block[0], block[0] + 16),)
        )
        (one,) = with_scopes(story, (known,))
        assert one.content == (block,)

    def test_what_nobody_but_the_tagger_calls_saying_opens_only_before_a_quotation(self) -> None:
        before = "Moor dwelt on the price of bread:"
        for after, opens in (
            ("“It has doubled since the flood.”", True),
            ("It has doubled since the flood.", False),
        ):
            story = page(before, after)
            known = attribution(story.text, "0", "Moor", "dwelt on", "the price of bread")
            (one,) = with_scopes(story, (known,))
            assert (len(one.content) == 2) is opens

    def test_a_denied_hand_over_opens_nothing(self) -> None:
        story = page("Moor did not mention the flood:", "The river is high.")
        known = attribution(story.text, "0", "Moor", "did not mention", "the flood")
        assert with_scopes(story, (known,)) == (known,)

    def test_a_taken_id_is_not_given_again(self) -> None:
        story = page("The Dale Post writes:", "The inn is shut. The river is high.")
        known = Attribution("s0", (), (), spans(story.text, "The river is high"))
        assert sorted(one.id for one in with_scopes(story, (known,))) == ["s0", "s1"]


PARAGRAPH = st.sampled_from(
    [
        "The Dale Post writes:",
        "He said:",
        "According to RNA, it rained:",
        "Here is the letter:",
        "“I am here.”",
        "“I am still here.",
        "- one",
        "We wrote this. It is late.",
        "Dear all,",
        ":",
        " ",
        "Lee: so?",
        "A word.",
        "😀:",
    ]
)
MARK = st.sampled_from(["", "", "", "> ", "# ", "~ "])


@st.composite
def stories(draw: st.DrawFn) -> tuple[Page, tuple[Attribution, ...]]:
    marked = [draw(MARK) + draw(PARAGRAPH) for _ in range(draw(st.integers(0, 8)))]
    story = page(*marked)
    place = st.integers(0, max(len(story.text) - 1, 0))
    span = st.tuples(place, st.integers(1, 30)).map(lambda at: (at[0], min(at[0] + at[1], len(story.text))))
    some = st.lists(span, min_size=1, max_size=2).map(lambda found: tuple(sorted(found)))
    known: list[Attribution] = []
    for number in range(draw(st.integers(0, 5)) if story.text else 0):
        parent = draw(st.sampled_from([None, *(one.id for one in known)]))
        within = None if parent is None else draw(st.sampled_from(["content", "scope"]))
        known.append(Attribution(str(number), draw(some), draw(some), draw(some), parent, within))  # type: ignore[arg-type]
    return story, tuple(known)


@given(stories())
def test_any_page_gives_a_tree_of_spans_within_it(story: tuple[Page, tuple[Attribution, ...]]) -> None:
    given_page, known = story
    result = with_scopes(given_page, known)
    ids = [one.id for one in result]
    assert len(set(ids)) == len(ids) and {one.id for one in known} <= set(ids)
    parents = {one.id: one.parent for one in result}
    for one in result:
        every = (*one.source, *one.cue, *one.content)
        assert all(0 <= start < end <= len(given_page.text) for start, end in every)
        seen: set[str] = set()
        at: str | None = one.id
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = parents[at]
        if one.within == "scope" and one.id not in {old.id for old in known if old.parent}:
            room = next(other for other in result if other.id == one.parent)
            assert room.content[0][0] <= one.extent[1] <= room.content[-1][1]
    assert with_scopes(given_page, known) == result


@given(st.lists(st.tuples(MARK, PARAGRAPH), max_size=8))
def test_reading_scopes_again_changes_nothing(paragraphs: list[tuple[str, str]]) -> None:
    story = page(*(mark + words for mark, words in paragraphs))
    once = with_scopes(story, ())
    assert with_scopes(story, once) == once


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_any_blocks_do_not_raise(text: str, places: list[tuple[int, int]]) -> None:
    blocks = tuple(
        Block(str(n), "paragraph", (min(a, b, len(text)), min(max(a, b), len(text))))
        for n, (a, b) in enumerate(places)
    )
    with_scopes(Page("p", text, blocks=blocks), ())


def test_each_outlet_in_a_list_has_its_turn() -> None:
    story = page("- The Dale Post writes:", "- It rains.", "- The Orlan Herald writes:", "- It pours.")
    post, herald = with_scopes(story, ())
    assert (story.words(post.content), story.words(herald.content)) == ("- It rains.", "- It pours.")


def test_a_list_belongs_whole_to_who_was_given_the_word_before_it() -> None:
    story = page("Ada Quill writes:", "- It rains.", "- The Orlan Herald writes:", "- It pours.")
    quill, herald = with_scopes(story, ())
    assert len(quill.content) == 3 and story.words(herald.content) == "- It pours."
    assert herald.parent == quill.id


@pytest.mark.parametrize(
    "paragraph",
    [
        "The Dale Post writes:",
        "- The Dale Post writes:",
        "- Ada Quill writes:",
        "“Open.",
        "x" * 100_000 + ":",
        "The " * 20_000 + "writes:",
    ],
)
def test_long_pages_take_their_time_and_no_more(paragraph: str) -> None:
    story = page(*[paragraph] * max(2, 500_000 // len(paragraph)))
    begun = time.process_time()
    with_scopes(story, ())
    assert time.process_time() - begun < 5

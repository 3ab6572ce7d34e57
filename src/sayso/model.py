"""The nouns of Sayso: a page, its blocks, and who says what on it.

Every span is a pair ``(start, end)``: half-open, in Unicode code points of ``Page.text``.
All values are frozen; steps take values and return new ones.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

CONTRACT = "1"
"""Version of the JSON contract that :meth:`Page.as_dict` writes."""

Made = TypeVar("Made")
Span = tuple[int, int]
Spans = tuple[Span, ...]

BlockKind = Literal["heading", "paragraph", "quote", "caption", "comment"]
SpeakerKind = Literal["person", "organization", "outlet", "document", "group", "unnamed", "none"]
Manner = Literal["direct", "indirect", "mixed"]
Within = Literal["content", "scope"]
Stance = Literal[
    "says", "confirms", "denies", "doubts", "asks", "orders", "expects", "believes", "wants", "promises",
    "warns", "accuses", "supports", "finds",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a page's text, in reading order.

    ``parent`` is the id of the block it lies in; a comment's is that of the comment it answers, if shown.
    """

    id: str
    kind: BlockKind
    span: Span
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A page pointing to another: the words it does so with, and the address.

    Of a ``shortened`` address the page shows the beginning only, and that is what ``url`` is.
    """

    span: Span
    url: str
    text: str
    shortened: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a reader of the result should know: a stable code and a sentence for people."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source span stands for, as far as the page itself tells.

    ``name`` is the fullest name the page gives, or None where it gives none;
    ``role`` and ``affiliation`` are the page's own words.
    """

    name: str | None
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement with its source, the cue that ties them, and what stands around it.

    ``parent`` is the id of the attribution this one is nested in; ``within`` tells whether it
    lies in the parent's content or in the stretch of the page the parent was given the word for.
    ``chain`` names the sources from the outermost to this one. ``confidence`` is calibrated
    for what the network finds: of those given 0.9, about nine in ten are right; what is found by
    rule has one set by hand. ``comment`` is the id of the comment it stands in, None in the article;
    a comment's author is the first in the chain.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    parent: str | None = None
    within: Within | None = None
    speaker: Speaker | None = None
    chain: tuple[str, ...] = ()
    manner: Manner = "indirect"
    stance: Stance = "says"
    hedges: Spans = ()
    negated: bool = False
    comment: str | None = None
    confidence: float = 1.0

    @property
    def extent(self) -> Span:
        """The smallest span that holds source, cue and content."""
        spans = self.source + self.cue + self.content
        return min(start for start, _ in spans), max(end for _, end in spans)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a comment that stand in what it answers: in another comment, or in the article (None)."""

    span: Span
    comment: str | None


Reply = Literal["support", "deny", "query", "comment"]


@dataclass(frozen=True, slots=True)
class Comment:
    """What one reader wrote under a story, and what it answers: another comment, or the article (None).

    ``block`` and ``span`` are all of it as the page has it, title, author and time above it too;
    ``words`` what its author wrote. A ``missing`` comment has none of them: others answer it, or its
    place is kept, but the page no longer shows it. ``author``, ``time``
    (ISO 8601, or the page's own words where those tell no date), ``subject`` (a title of its own),
    ``url`` and ``votes`` are given where the page tells. ``stance`` is how it stands to what it
    answers, each with its chance; ``quotations`` are what it repeats of that. ``confidence`` is how
    sure the parent is.
    """

    id: str
    block: str | None = None
    span: Span | None = None
    words: Span | None = None
    parent: str | None = None
    author: str | None = None
    time: str | None = None
    subject: str | None = None
    url: str | None = None
    votes: int | None = None
    missing: bool = False
    stance: dict[Reply, float] | None = None
    quotations: tuple[Quotation, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Page:
    """One document as it was given, and everything read from it."""

    id: str
    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    comments: tuple[Comment, ...] = ()
    citations: tuple[Citation, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def article(self) -> Page:
        """This page up to where its first comment begins."""
        comments = [block.span[0] for block in self.blocks if block.kind == "comment"]
        if not comments:
            return self
        end = min(comments)
        return dataclasses.replace(
            self,
            text=self.text[:end],
            blocks=tuple(block for block in self.blocks if block.span[1] <= end),
            citations=tuple(citation for citation in self.citations if citation.span[1] <= end),
            attributions=tuple(one for one in self.attributions if one.comment is None),
            comments=(),
        )

    def words(self, spans: Spans) -> str:
        """The page's own words under ``spans``, pieces joined by an ellipsis."""
        return " … ".join(self.text[start:end] for start, end in spans)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Page:
        """The page that :meth:`as_dict` wrote, itself or by way of JSON."""
        return cls(
            id=data["id"],
            **data["page"],
            blocks=tuple(_made(Block, one) for one in data["blocks"]),
            attributions=tuple(_attribution_made(one) for one in data["attributions"]),
            comments=tuple(_comment_made(one) for one in data["comments"]),
            citations=tuple(_made(Citation, one) for one in data["citations"]),
            problems=tuple(_made(Problem, one) for one in data["problems"]),
        )

    def as_dict(self) -> dict[str, Any]:
        """This page as the JSON contract has it (see ``docs/json.md``)."""
        about = {name: getattr(self, name) for name in _ABOUT}
        return {
            "sayso": CONTRACT,
            "id": self.id,
            "page": {**about, "text": self.text},
            "blocks": [dataclasses.asdict(block) for block in self.blocks],
            "attributions": [_attribution_dict(a) for a in self.attributions],
            "comments": [dataclasses.asdict(comment) for comment in self.comments],
            "citations": [dataclasses.asdict(citation) for citation in self.citations],
            "problems": [dataclasses.asdict(problem) for problem in self.problems],
        }


_ABOUT = ("url", "outlet", "title", "byline", "published", "language")
_ORDER = (
    "id", "parent", "within", "source", "cue", "content", "speaker", "chain",
    "manner", "stance", "hedges", "negated", "comment", "confidence",
)  # fmt: skip


def _attribution_dict(attribution: Attribution) -> dict[str, Any]:
    fields = dataclasses.asdict(attribution)
    return {name: fields[name] for name in _ORDER}


_SPANS = ("span", "words")


def _made(kind: type[Made], data: dict[str, Any]) -> Made:
    """One of ``kind``, its spans pairs again, which JSON has as lists."""
    return kind(**{name: tuple(value) if name in _SPANS and value else value for name, value in data.items()})


def _spans_made(data: Sequence[Sequence[int]]) -> Spans:
    return tuple((start, end) for start, end in data)


def _attribution_made(data: dict[str, Any]) -> Attribution:
    spans = {name: _spans_made(data[name]) for name in ("source", "cue", "content", "hedges")}
    speaker = data["speaker"] and Speaker(**data["speaker"])
    return Attribution(**{**data, **spans, "speaker": speaker, "chain": tuple(data["chain"])})


def _comment_made(data: dict[str, Any]) -> Comment:
    quotations = tuple(_made(Quotation, one) for one in data["quotations"])
    return _made(Comment, {**data, "quotations": quotations})

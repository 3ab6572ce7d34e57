"""Tell the parts of a comment apart: who wrote it, when, and its words, from what is there to click on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from sayso.reading.markup import INLINE
from sayso.reading.threads.markup import words
from sayso.reading.threads.markup.outline import Outline
from sayso.reading.threads.markup.records import Record, walk
from sayso.reading.threads.markup.scoring import Family

_SKIPPED = frozenset(
    "audio button canvas form iframe img input label legend object option picture video noscript".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SHORT = 150
_LEAD = 80
_USUAL = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """A tag or words of a comment, and of which part: body, author, time, credit, subject or none."""

    event: str
    element: HtmlElement
    text: str
    part: str


def body_key(outline: Outline, family: Family) -> str | None:
    """The name that the elements with the comments' words have, where one name covers most of them."""
    best, covered = None, 0.0
    low, high = int(family.starts.min()), int(family.ends.max())
    for key, numbers in outline.keys.items():
        names = words.pieces(key)
        if not names & words.BODY or not 0.6 * len(family.heads) <= len(numbers) <= 1.4 * len(family.heads):
            continue
        inside = [n for n in numbers if low <= outline.opens[n] and outline.closes[n] <= high]
        if set(inside) & set(family.heads) or len(inside) < 0.6 * len(family.heads):
            continue
        starts, ends = outline.opens[inside], outline.closes[inside]
        chars, marked = outline.between("chars", starts, ends), outline.between("marked", starts, ends)
        share = float(chars.sum()) / (family.prose or 1)
        if marked.sum() < 0.1 * chars.sum() and 0.6 < share < 1.15 and share > covered + 0.01:
            best, covered = key, share
    return best


class Reader:
    """Reads the pieces of each record of a family."""

    def __init__(self, outline: Outline, records: list[Record], key: str | None) -> None:
        self._outline = outline
        others = {top for record in records for top in record.tops}
        self._events = {record: list(walk(record, others)) for record in records}
        self._bodies = {outline.elements[n] for n in outline.keys[key]} if key else set()
        self._roles: dict[tuple[str, str, str], str] = {}
        self._clicked: dict[HtmlElement, bool] = {}
        self._usual = self._repeated() if not key else frozenset()

    def pieces(self, record: Record) -> list[Piece]:
        """The pieces of ``record`` in page order."""
        found = list(self._parted(record))
        return found if any(p.element in self._bodies for p in found) else _led(found)

    def _repeated(self) -> frozenset[str]:
        """Short words that stand in many of the comments: what one can do with them."""
        counts: Counter[str] = Counter()
        for events in self._events.values():
            counts.update(
                {_like(text) for event, _, text in events if event == "text" and len(text) < _USUAL}
            )
        return frozenset(
            text for text, count in counts.items() if text and count > max(3, 0.4 * len(self._events))
        )

    def _parted(self, record: Record) -> Iterator[Piece]:
        narrow = bool(self._bodies) and self._has_body(record)
        parts: list[str] = ["body"]
        within = 0
        for event, element, text in self._events[record]:
            if event == "open":
                if element in self._bodies:
                    within += 1
                    parts.append("body")
                else:
                    parts.append(self._part(element, parts[-1], record, within))
                yield Piece(event, element, "", parts[-1])
            elif event == "close":
                part = parts.pop()
                within -= element in self._bodies
                yield Piece(event, element, "", part)
            elif text.strip():
                part = self._text_part(text, element, parts[-1], within)
                if narrow and not within and part == "body":
                    part = _outside(text)
                yield Piece(event, element, text, part)
            else:
                yield Piece(event, element, text, parts[-1])

    def _has_body(self, record: Record) -> bool:
        return any(event == "open" and element in self._bodies for event, element, _ in self._events[record])

    def _part(self, element: HtmlElement, around: str, record: Record, within: int) -> str:
        if element.tag in _SKIPPED:
            return "none"
        if around == "none" or element in record.tops and not record.tails:
            return around
        name = str(element.tag), element.get("class", ""), element.get("itemprop", "")
        role = self._roles.get(name)
        if role is None:
            role = self._roles[name] = _role(*name)
        if role == "body":
            return around
        if role == "subject" and (within or around != "body"):
            return around
        number = self._outline.place.get(element)
        size, timed, written = (0, 0, 0) if number is None else self._held(number)
        if size > _SHORT or within and role != "none":
            return around
        if role == "subject":
            return "body" if timed or written else "subject"
        if role == "none":
            return "credit" if (timed or written) and not within else "none"
        return role

    def _held(self, number: int) -> tuple[int, int, int]:
        o = self._outline
        start, end = o.opens[number], o.closes[number]
        counts = o.counts
        chars, times, authors = (int(counts[w][end] - counts[w][start]) for w in ("chars", "time", "author"))
        return chars, times, authors

    def _text_part(self, text: str, element: HtmlElement, around: str, within: int) -> str:
        plain = " ".join(text.split())
        if around == "none":
            return "none"
        if (
            len(plain) < _SHORT
            and words.is_control(plain)
            and not words.when(plain)
            and self._stands_alone(element, within)
        ):
            return "none"
        if around != "body" or within:
            return "author" if around == "subject" and words.SAYS.search(plain) else around
        if len(plain) < _USUAL and _like(plain) in self._usual:
            return "credit" if words.SAYS.search(plain) or words.when(plain) else "none"
        if len(plain) <= _SHORT and element.tag not in ("p", "blockquote"):
            if words.when(plain):
                return "time"
            if words.SAYS.search(plain):
                return "author"
        return "body"

    def _stands_alone(self, element: HtmlElement, within: int) -> bool:
        """Whether words such as "reply" are no part of a sentence."""
        block = element
        while block.tag in INLINE and block.getparent() is not None:
            block = block.getparent()
        if not within and block.tag not in ("p", "blockquote"):
            return True
        if block not in self._clicked:
            self._clicked[block] = words.is_control(block.text_content())
        return self._clicked[block]


def _outside(text: str) -> str:
    """What words are that stand beside the element with the comment's words."""
    if len(text) > _SHORT:
        return "none"
    return "time" if words.when(text) else "author" if words.SAYS.search(text) else "none"


_OF_WORDS = {"body", "text", "content"}


def _role(tag: str, names: str, prop: str) -> str:
    parts = words.pieces(f"{names} {prop}")
    if tag == "time" or (parts & words.TIME and not parts & words.AUTHOR):
        return "time"
    if tag == "cite" or (
        parts & words.AUTHOR and not parts & _OF_WORDS and not any(map(words.NO_AUTHOR.match, names.split()))
    ):
        return "author"
    if tag in _HEADINGS or parts & {"title", "subject"}:
        return "subject"
    if parts & words.CONTROL and not parts & _OF_WORDS:
        return "none"
    return "body"


def _led(pieces: list[Piece]) -> list[Piece]:
    """Few words before who wrote it or when belong to that."""
    texts = [
        i
        for i, piece in enumerate(pieces)
        if piece.event == "text" and piece.text.strip() and piece.part != "none"
    ]
    first = next((n for n, i in enumerate(texts) if pieces[i].part != "body"), 0)
    leading = texts[:first]
    if (
        not leading
        or sum(len(pieces[i].text.strip()) for i in leading) > _LEAD
        or any(pieces[i].element.tag == "p" for i in leading)
    ):
        return pieces
    if not any(pieces[i].part == "body" for i in texts[first:]):
        return pieces
    changed = list(pieces)
    for i in leading:
        p = pieces[i]
        changed[i] = Piece(p.event, p.element, p.text, "author")
    return changed


def _like(text: str) -> str:
    return "".join("0" if c.isdigit() else c for c in " ".join(text.lower().split()))


def credit_of(pieces: Iterable[Piece]) -> str:
    """The page's own words for who wrote a comment and when."""
    found = (p.text for p in pieces if p.event == "text" and p.part not in ("body", "none", "subject"))
    return " ".join(" ".join(found).split())


def subject_of(pieces: Iterable[Piece]) -> str | None:
    """The comment's own title."""
    found = (p.text for p in pieces if p.event == "text" and p.part == "subject")
    return " ".join(" ".join(found).split()) or None

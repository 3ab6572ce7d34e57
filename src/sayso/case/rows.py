"""A page as rows of the case's tables, and the same page from them again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from sayso.model import Attribution, Block, Citation, Comment, Page, Problem, Quotation, Span, Spans, Speaker

Record = dict[str, Any]
Records = Mapping[str, Sequence[Record]]

ABOUT = ("url", "outlet", "title", "byline", "published", "language")
_LARGEST = 2**63 - 1


def records_of(page: Page) -> dict[str, list[Record]]:
    """The rows of ``page`` by table, in ``pages`` only what was read, none with the page's id."""
    about = {name: getattr(page, name) for name in ABOUT}
    problems = as_json([[one.code, one.message] for one in page.problems])
    parts: dict[str, list[Record]] = {
        "blocks": [_block(one) for one in page.blocks],
        "attributions": [_attribution(one) for one in page.attributions],
        "comments": [_comment(one) for one in page.comments],
        "citations": [_citation(one) for one in page.citations],
    }
    return {"pages": [{**about, "problems": problems, "text": page.text}], **parts}


def checksum_of(records: Records) -> str:
    """The same for the same rows only, whether they come from a page or from the case."""
    content = {table: [sorted(record.items()) for record in rows] for table, rows in records.items()}
    return hashlib.sha256(as_json(sorted(content.items())).encode()).hexdigest()


def page_of(id: str, records: Records) -> Page:
    """The page with this ``id`` that ``records`` hold, as :func:`records_of` gives them."""
    (about,) = records["pages"]
    return Page(
        id=id,
        text=about["text"],
        **{name: about[name] for name in ABOUT},
        blocks=tuple(map(_block_made, records["blocks"])),
        attributions=tuple(map(_attribution_made, records["attributions"])),
        comments=tuple(map(_comment_made, records["comments"])),
        citations=tuple(map(_citation_made, records["citations"])),
        problems=tuple(Problem(*one) for one in json.loads(about["problems"])),
    )


def as_json(value: object) -> str:
    """``value`` in the shortest JSON there is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _block(one: Block) -> Record:
    return {"id": one.id, "kind": one.kind, "start": one.span[0], "stop": one.span[1], "parent": one.parent}


def _block_made(row: Record) -> Block:
    return Block(row["id"], row["kind"], (row["start"], row["stop"]), row["parent"])


_SAME = ("id", "parent", "within", "manner", "stance", "comment")
_SPANS = ("source", "cue", "content", "hedges")


def _attribution(one: Attribution) -> Record:
    speaker = one.speaker
    return {
        **{name: getattr(one, name) for name in _SAME},
        **{name: as_json(getattr(one, name)) for name in _SPANS},
        "speaker": speaker and speaker.name,
        "speaker_kind": speaker and speaker.kind,
        "role": speaker and speaker.role,
        "affiliation": speaker and speaker.affiliation,
        "chain": as_json(one.chain),
        "negated": int(one.negated),
        "confidence": float(one.confidence),
    }


def _attribution_made(row: Record) -> Attribution:
    kind = row["speaker_kind"]
    speaker = kind and Speaker(row["speaker"], kind, row["role"], row["affiliation"])
    spans: dict[str, Any] = {name: _spans_made(row[name]) for name in _SPANS}
    return Attribution(
        **{name: row[name] for name in _SAME},
        **spans,
        speaker=speaker,
        chain=tuple(json.loads(row["chain"])),
        negated=bool(row["negated"]),
        confidence=row["confidence"],
    )


def _spans_made(written: str) -> Spans:
    return tuple((start, stop) for start, stop in json.loads(written))


_SAID = ("id", "block", "parent", "author", "time", "subject", "url")


def _comment(one: Comment) -> Record:
    start, stop = one.span or (None, None)
    words_start, words_stop = one.words or (None, None)
    return {
        **{name: getattr(one, name) for name in _SAID},
        "start": start,
        "stop": stop,
        "words_start": words_start,
        "words_stop": words_stop,
        # Nobody has so many; SQLite cannot hold more.
        "votes": one.votes if one.votes is None or abs(one.votes) <= _LARGEST else None,
        "missing": int(one.missing),
        "stance": None if one.stance is None else as_json(one.stance),
        "quotations": as_json([[*quotation.span, quotation.comment] for quotation in one.quotations]),
        "confidence": float(one.confidence),
    }


def _comment_made(row: Record) -> Comment:
    return Comment(
        **{name: row[name] for name in _SAID},
        span=_span_made(row["start"], row["stop"]),
        words=_span_made(row["words_start"], row["words_stop"]),
        votes=row["votes"],
        missing=bool(row["missing"]),
        stance=row["stance"] and json.loads(row["stance"]),
        quotations=tuple(Quotation((a, b), comment) for a, b, comment in json.loads(row["quotations"])),
        confidence=row["confidence"],
    )


def _span_made(start: int | None, stop: int | None) -> Span | None:
    return None if start is None or stop is None else (start, stop)


def _citation(one: Citation) -> Record:
    start, stop = one.span
    return {"start": start, "stop": stop, "url": one.url, "text": one.text, "shortened": int(one.shortened)}


def _citation_made(row: Record) -> Citation:
    return Citation((row["start"], row["stop"]), row["url"], row["text"], bool(row["shortened"]))

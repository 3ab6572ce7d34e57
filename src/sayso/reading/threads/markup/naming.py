"""Name a comment: who wrote it, when, under which key and address, with how many votes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from sayso.reading.threads.markup import words
from sayso.reading.threads.markup.fields import Piece
from sayso.reading.threads.markup.records import Record

_LONGEST_NAME = 60
_EDGES = ' \t\r\n\xa0-–—|•·:,;/.…()[]»«>@#"'
_LATER = re.compile(
    r"(?:,? (?:at )?(?:19|20)\d\d\b|,? ?\d{1,2}:\d\d(?::\d\d)?| ?[ap]\.?m\b\.?| (?:[A-Z]{2,4}T|UTC|GMT)\b)+",
    re.I,
)
_NUMBERED = re.compile(r"[^\s#]*\d[^\s#]*")
_VERB = re.compile(
    r"(?:^|\s)(?:says?|said|wrote|writes|replied|commented|responded|posted|schrieb|schreibt|sagt|dice|dijo|dit|écrit)\b.*\Z",
    re.I | re.S,
)
_BY = re.compile(
    r"^\W*(?:(?:posted|comment(?:ed)?|submitted|written|left|reply|from)\s+)?(?:by|from|von|par|por)\b:?\s*",
    re.I,
)
_NOT_NAMES = re.compile(r"^\W*(?:at|on|posted|reply|link|permalink|\d*|anonymous user)\W*\Z", re.I)
_PERMALINK = re.compile(r"\W*(?:permalink|permanent link|link|#\d+)\W*\Z", re.I)
_VOTES = re.compile(r"(?<![\w.])([+−-]?\d{1,6})(?![\w.:/])")


def stated_author(record: Record) -> str | None:
    """Who wrote a comment, where an attribute of its element says so."""
    return next((_name(v) for v in (record.head.get("data-author"), record.head.get("author")) if v), None)


def author_of(pieces: Sequence[Piece]) -> str | None:
    """Who wrote a comment, as the page names them."""
    runs = _runs(pieces)
    for part in ("author", "credit", "time"):
        linked = [_name(text) for kind, text, link in runs if kind == part and link]
        plain = [_name(text) for kind, text, link in runs if kind == part and not link]
        for name in (*linked, *plain) if part != "author" else [_name(t) for k, t, _ in runs if k == part]:
            if name:
                return name
    return None


def _runs(pieces: Sequence[Piece]) -> list[tuple[str, str, bool]]:
    """The words that are no body, with their part, and whether they are a link's."""
    found, links = [], 0
    for piece in pieces:
        if piece.element.tag == "a" and piece.event != "text":
            links += 1 if piece.event == "open" else -1
        elif piece.event == "text" and piece.part in ("author", "credit", "time") and piece.text.strip():
            found.append((piece.part, " ".join(piece.text.split()), links > 0))
    return found


def _name(text: str) -> str | None:
    start = words.when(text)
    plain = text[: start.start()] if start else text
    plain = _VERB.sub("", _BY.sub("", plain))
    plain = re.sub(r"\s+(?:on|at|,|\|)\s*\Z", "", plain).strip(_EDGES)
    return plain if plain and len(plain) <= _LONGEST_NAME and not _NOT_NAMES.match(plain) else None


def time_words(pieces: Sequence[Piece]) -> str | None:
    """When a comment was written, in ISO 8601 where the markup states it, else in the page's words."""
    for piece in pieces:
        stated = piece.element.get("datetime") if piece.event == "open" else None
        if stated and piece.part != "body":
            return str(stated)
    shown = [
        " ".join(p.text.split())
        for p in pieces
        if p.event == "text" and p.part not in ("body", "none", "subject")
    ]
    line = " ".join(text for text in shown if text)
    match = words.when(line)
    if match is None:
        return None
    start, end = match.span()
    while match is not None and match.start() - end <= 12:
        end = match.end()
        later = _LATER.match(line, end)
        end = later.end() if later else end
        match = words.when(line, end)
    return line[start:end]


def key_of(record: Record, pieces: Sequence[Piece]) -> str | None:
    """The comment's id in the markup: its own, or the first with a number in it."""
    for element in (record.head, *(p.element for p in pieces if p.event == "open")):
        for name in ("data-comment-id", "data-id", "data-post-id", "id", "name"):
            value = element.get(name, "")
            if _NUMBERED.fullmatch(value) and (name != "name" or element.tag == "a"):
                return str(value)
    return None


def link_of(pieces: Sequence[Piece], key: str | None) -> str | None:
    """The comment's own address: a link to its key, the one around its time, or its id in the markup."""
    digits = re.sub(r"\D", "", key or "")
    fallback = None
    for piece in pieces:
        element = piece.element
        if piece.event != "open" or element.tag != "a" or piece.part == "body":
            continue
        href = element.get("href", "")
        if digits and digits in href.rpartition("#")[2] and "reply" not in href:
            return str(href)
        plain = element.text_content()
        if fallback is None and (words.when(plain) or _PERMALINK.match(plain)) and href not in ("", "#"):
            fallback = str(href)
    anchored = key is not None and any(key == piece.element.get("id") for piece in pieces)
    return fallback or (f"#{key}" if anchored else None)


def votes_of(pieces: Sequence[Piece]) -> int | None:
    """The votes a comment shows, a number in what is named for them."""
    for piece in pieces:
        number = _VOTES.search(piece.text) if piece.event == "text" and piece.part == "none" else None
        if number and _is_vote(piece.element):
            return int(number[1].replace("−", "-"))
    return None


def _is_vote(element: HtmlElement) -> bool:
    above = element.getparent()
    around = "" if above is None else above.get("class", "")
    return bool(words.pieces(f"{element.get('class', '')} {element.get('id', '')} {around}") & words.VOTES)

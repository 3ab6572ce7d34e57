"""The words of a comment in an export: its paragraphs, what it links to and what it quotes."""

from __future__ import annotations

import dataclasses
import html
import itertools
import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from sayso.reading.markup import tidy
from sayso.reading.paragraphs import Line, lines_of, paragraphs_of, setting_of
from sayso.reading.passages import Passage, passages_of
from sayso.reading.threads.exports.formats import Writing

# As article extraction names them, which is what passages are made from.
_NAMES = {
    "blockquote": "quote", "a": "ref", "br": "lb", "li": "item", "pre": "code", "tr": "row", "td": "cell",
    "th": "cell",
} | {f"h{level}": "head" for level in range(1, 7)}  # fmt: skip
_SET = re.compile(r"<(?:p|br|div|pre|li|tr)\b", re.I)
_LINE_END = re.compile(r"\r\n?|\n")
_MARKED_UP = re.compile(r"[<&]")
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_UNSEEN = ("script", "style", "template", "head", "title")


def passages_in(words: str, writing: Writing) -> tuple[Passage, ...]:
    """The passages of a comment; a paragraph that begins with ``>`` is a quotation, without that mark.

    HTML that sets no paragraphs has them where its lines end, as sites show it.
    """
    if writing == "html" and _MARKED_UP.search(words):
        return tuple(_with_quotes_marked(_from_html(words)))
    return tuple(_from_text(html.unescape(words) if writing == "escaped" else words))


def _from_html(markup: str) -> list[Passage]:
    if not _SET.search(markup):
        markup = _LINE_END.sub("<br>", markup)
    parser = HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    tree: HtmlElement = document_fromstring(
        f"<html><body><div>{markup}</div></body></html>".encode("utf-8", "replace"), parser=parser
    )
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    marking = tidy(tree, url="")
    for element in tree.iter(*_NAMES):
        if element.tag == "a":
            element.set("target", element.get("href", ""))
        elif element.tag[0] == "h":
            element.set("rend", element.tag)
        element.tag = _NAMES[element.tag]
    return passages_of(tree, marking)


def _with_quotes_marked(passages: list[Passage]) -> list[Passage]:
    """Many who write where only links and paragraphs can be set quote with ``>``, as in mail."""
    number = max((quote for passage in passages for quote in passage.quotes), default=0) + 1
    marked = []
    for passage in passages:
        mark = _QUOTED.match(passage.text)
        if mark and not passage.quotes and mark.end() < len(passage.text):
            marked.append(_unmarked(passage, mark.end(), number))
        else:
            number += 1
            marked.append(passage)
    return marked


def _unmarked(passage: Passage, mark: int, number: int) -> Passage:
    links = tuple((max(start - mark, 0), end - mark, url) for start, end, url in passage.links if end > mark)
    return dataclasses.replace(passage, text=passage.text[mark:], links=links, quotes=(number,))


def _from_text(text: str) -> list[Passage]:
    lines = lines_of(text, (0, len(text)))
    paragraphs = paragraphs_of(lines, setting_of(lines))
    passages = []
    runs = itertools.groupby(paragraphs, key=lambda paragraph: bool(paragraph.lines[0].quoted))
    for number, (quoted, run) in enumerate(runs, 1):
        for paragraph in run:
            words = "\n".join(map(_unquoted, paragraph.lines)) if quoted else text[slice(*paragraph.span)]
            passages.append(Passage("paragraph", words, quotes=(number,) if quoted else ()))
    return passages


def _unquoted(line: Line) -> str:
    return _QUOTED.sub("", line.text, count=1)

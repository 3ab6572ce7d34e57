"""Bring a page's markup into the shape that article extraction keeps whole.

Extraction knows paragraphs; what a story writes otherwise (text bare in a quotation, paragraphs
parted by line breaks, quotation marks as an element) would come out glued together or lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml.html import Element, HtmlElement

_EMPTY_LINE = re.compile(r"\n[ \t\r]*(?=\n)")
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var",
))  # fmt: skip
_IN_NESTED_QUOTE = "//blockquote//blockquote//*[self::p or self::li or self::h2 or self::h3 or self::h4]"

# Tables that hold a story rather than figures.
_LAYOUT = "//table[.//blockquote or .//h1 or .//h2 or count(.//p[string-length(.) > 80]) > 1]"

_HOME = re.compile(r"(?:https?:)?(?://[^/?#]+)?/?(?:(?:blogs?|index)(?:\.\w+)?/?)?|#", re.I)


@dataclass(frozen=True, slots=True)
class Marking:
    """What extraction does not keep of a page's markup, by the words it stands at (see :func:`letters_of`).

    ``captions`` are the captions; ``quotes`` numbers, for each paragraph of a quotation within a
    quotation, those around it from the second outermost on.
    """

    captions: frozenset[str] = frozenset()
    quotes: dict[str, tuple[int, ...]] = field(default_factory=dict)


def letters_of(words: str) -> str:
    """``words`` without white space, which extraction changes."""
    return "".join(words.split())


def demote_banners(tree: HtmlElement) -> None:
    """Change ``tree`` in place: the site's name, linked to its front page, is no headline."""
    for heading in tree.xpath("//h1[.//a]"):
        links = heading.xpath(".//a")
        home = all(_HOME.fullmatch(link.get("href", "").strip()) for link in links)
        linked = "".join(link.text_content() for link in links)
        if home and letters_of(linked) == letters_of(heading.text_content()):
            heading.tag = "div"


def tidy(tree: HtmlElement, *, url: str) -> Marking:
    """Change ``tree`` in place: absolute links, quotation marks as characters, every paragraph a ``p``.

    ``url`` is the page's address, empty if unknown. Captions become paragraphs too. What is returned
    tells what would be lost without it.
    """
    stated = tree.find(".//base[@href]")
    base = url if stated is None else _absolute(url, stated.get("href", ""))
    for link in tree.iterfind(".//a[@href]"):
        link.set("href", _absolute(base, link.get("href", "")))
    for table in tree.xpath(_LAYOUT):
        for part in (table, *table.iter("tbody", "thead", "tfoot", "tr", "td", "th")):
            part.tag = "div"
    for quotation in list(tree.iter("q")):
        _write_marks(quotation)
    for preformatted in list(tree.iter("pre")):
        _part_preformatted(preformatted)
    for quote in list(tree.iter("blockquote")):
        _wrap_paragraphs(quote)
    for paragraph in list(tree.iter("p")):
        _split_at_breaks(paragraph)
    return Marking(frozenset(_lift_captions(tree)), dict(_nested_quotes(tree)))


def _absolute(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:  # an address that is none, such as "http://["
        return ""


def _write_marks(quotation: HtmlElement) -> None:
    """``<q>`` as readers see it: browsers put the quotation marks in, so they are words of the page."""
    quotation.tag = "span"
    quotation.text = "“" + (quotation.text or "")
    if len(quotation):
        quotation[-1].tail = (quotation[-1].tail or "") + "”"
    else:
        quotation.text += "”"


def _wrap_paragraphs(quote: HtmlElement) -> None:
    """Text that stands bare in ``quote`` becomes paragraphs between its block elements."""
    children, run = list(quote), Element("p")
    run.text, quote.text = quote.text, None
    for child in children:
        if child.tag in INLINE:
            run.append(child)
            continue
        _insert_before(child, run)
        run = Element("p")
        run.text, child.tail = child.tail, None
    if run.text_content().strip():
        quote.append(run)


def _insert_before(child: HtmlElement, run: HtmlElement) -> None:
    if run.text_content().strip():
        child.addprevious(run)


def _split_at_breaks(paragraph: HtmlElement) -> None:
    """Two line breaks in a row part a paragraph in two, as they do for the eye."""
    part, tail = paragraph, paragraph.tail
    children = iter(list(paragraph))
    for child in children:
        if _is_double_break(child):
            paragraph.remove(child)
            second = next(children)
            rest = Element("p")
            rest.text, second.tail, part.tail = second.tail, None, None
            paragraph.remove(second)
            part.addnext(rest)
            part = rest
        elif part is not paragraph:
            part.append(child)
    part.tail = tail


def _is_double_break(element: HtmlElement) -> bool:
    following = element.getnext()
    both = element.tag == "br" and following is not None and following.tag == "br"
    return both and not (element.tail or "").strip()


def _part_preformatted(preformatted: HtmlElement) -> None:
    """Text that was set line by line has paragraphs between its empty lines."""
    paragraphs = _EMPTY_LINE.split(preformatted.text_content())
    tail = preformatted.tail
    preformatted.clear()
    preformatted.tag, preformatted.tail = "div", tail
    for words in paragraphs:
        paragraph = Element("p")
        paragraph.text = words
        preformatted.append(paragraph)


def _lift_captions(tree: HtmlElement) -> Iterator[str]:
    """Put each caption behind its figure: figures are taken for decoration and left out whole."""
    for caption in list(tree.iterfind(".//figure//figcaption")):
        words = " ".join(caption.text_content().split())
        *_, figure = caption.iterancestors("figure")
        paragraph = Element("p")
        paragraph.text = words
        figure.addnext(paragraph)
        yield letters_of(words)


def _nested_quotes(tree: HtmlElement) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The paragraphs of quotations within quotations: extraction keeps only the outermost around them."""
    around: dict[HtmlElement, tuple[int, ...]] = {}
    for number, quote in enumerate(tree.iter("blockquote")):
        outer = next(quote.iterancestors("blockquote"), None)
        around[quote] = () if outer is None else (*around[outer], number)
    for paragraph in tree.xpath(_IN_NESTED_QUOTE):
        innermost = next(paragraph.iterancestors("blockquote"))
        yield letters_of(paragraph.text_content()), around[innermost]

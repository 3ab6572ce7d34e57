"""The article on a web page: its words, and what the page says of itself.

Finding the article among menus and advertisements is trafilatura's work; this module hands it the
page in a form it keeps whole, and says what came out in Sayso's own nouns.
"""

from __future__ import annotations

import dataclasses
import itertools
import logging
import re

import trafilatura
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.metadata import extract_metadata, extract_url
from trafilatura.settings import Document

from sayso.errors import UnreadablePage
from sayso.model import Page
from sayso.reading.markup import demote_banners, tidy
from sayso.reading.passages import Passage, lay_out, passages_of
from sayso.reading.problems import problem
from sayso.reading.prose import is_prose
from sayso.reading.threads.markup import thread_of
from sayso.reading.threads.mending import mended
from sayso.reading.threads.moments import moment
from sayso.reading.threads.placing import with_thread
from sayso.reading.threads.posts import Post

_MEND = "save the page of the story itself, or its text as .txt"
# A date counts only where the page states it (not the year in some caption), and what is taken
# for a date must not depend on the day of the reading.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
_PUBLISHED_AT = re.compile(
    r"pub(?:lish|date)[\w:=\"' ]{0,40}?(\d{4}-\d\d-\d\dT\d\d:\d\d(?::[\d.]+)?(?:Z|[+-]\d\d:?\d\d)?)", re.I
)
_HEADLINE_WITHIN = 5
# The parser drops what lies below its 256 levels, or its 2,048 where asked for all, and what follows. A
# thread may need them; for extraction they are too many, whose time grows with the square of them.
_DEEPEST, _DEEPEST_THREAD = 250, 2_040

for _library in ("trafilatura", "htmldate", "courlan", "charset_normalizer"):
    # Without a handler Python prints their warnings on stderr, into the middle of a batch.
    logging.getLogger(_library).addHandler(logging.NullHandler())


def read_html(markup: str, *, file: str, url: str | None = None) -> tuple[Page, str | None]:
    """The page whose source is ``markup``, and the language it declares.

    The page's text is the article, headline first, blocks apart by an empty line; its id is left
    empty. ``url`` is where the page came from, if known: it is believed before the canonical
    address in the page, which on a copy may be the original's. Addresses of links are absolute
    where either is known. Raises :class:`UnreadablePage` if there is no article, which takes a
    sentence at least, and no thread.
    """
    tree, about, passages, posts, cut = _extract(markup, file, url)
    if not posts and not any(map(is_prose, passages)):
        raise UnreadablePage(file, "no article found", _MEND)
    passages = _headed(_plain_title(about), tree.findtext(".//title") or "", passages)
    headline = passages[0].text if passages and passages[0].kind == "heading" else None
    text, blocks, citations = lay_out(passages)
    address, published = url or about.url, _moment(markup, about.date)
    thread, mends = mended([_dated(post, published) for post in posts])
    page = Page(
        id="",
        text=text,
        url=address,
        outlet=_outlet(about, headline),
        title=headline,
        byline=about.author,
        published=published,
        blocks=blocks,
        citations=tuple(c for c in citations if c.url.partition("#")[0] != address),
        problems=(*((problem("cut-short"),) if cut else ()), *mends),
    )
    return with_thread(page, thread), tree.get("lang") or tree.get("xml:lang")


_Found = tuple[HtmlElement, Document, list[Passage], tuple[Post, ...], bool]


def _extract(markup: str, file: str, url: str | None) -> _Found:
    """The page's tree, what it says of itself, its article, its comments, and whether it is cut off."""
    try:
        tree = trafilatura.load_html(_as_document(markup))
        if tree is None:
            return HtmlElement(), Document(), [], (), False
        deep = _is_deep(tree, _DEEPEST)
        tree = _whole(markup) if deep else tree
        demote_banners(tree)
        cut = deep and _is_deep(tree, _DEEPEST_THREAD)
        posts = thread_of(tree, url=url or extract_url(tree))
        cut = deep and _cut_off(tree) or cut
        about = extract_metadata(tree, default_url=url, date_config=_DATES)
        marking = tidy(tree, url=url or about.url or "")
        found = trafilatura.bare_extraction(tree, include_comments=False, include_links=True)
        body = found.body if isinstance(found, Document) else None
        return tree, about, passages_of(body, marking) if body is not None else [], posts, cut
    except Exception as error:  # the libraries promise nothing about pages they did not foresee
        reason = f"the page cannot be taken apart ({type(error).__name__})"
        raise UnreadablePage(file, reason, _MEND) from error


def _dated(post: Post, published: str | None) -> Post:
    """The post with its time counted back from when the page was published, if that is how it tells it."""
    return dataclasses.replace(post, time=moment(post.time, published)) if post.time else post


def _as_document(markup: str) -> str:
    """Markup that begins far from its ``<html>`` is taken for something else unless it is announced."""
    return markup if "html" in markup[:50].lower() else f"<!DOCTYPE html>\n{markup}"


def _is_deep(tree: HtmlElement, levels: int) -> bool:
    return bool(tree.xpath(f"boolean(//*[ancestor::*[{levels}]])"))


def _whole(markup: str) -> HtmlElement:
    """The tree of a page that is nested deeper than the parser goes unless it is told to."""
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    tree: HtmlElement = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    return tree


def _cut_off(tree: HtmlElement) -> bool:
    """Take what lies too deep out of ``tree``; whether anything did."""
    deep = tree.xpath(f"//*[ancestor::*[{_DEEPEST}]][not(ancestor::*[{_DEEPEST + 1}])]")
    for element in deep:
        element.drop_tree()
    return bool(deep)


def _plain_title(about: Document) -> str | None:
    """The title without the outlet's name, which many pages put behind it."""
    title = " ".join((about.title or "").split())
    if about.sitename:
        title = re.sub(rf"\s+[|–—:-]\s+{re.escape(about.sitename)}\Z", "", title, flags=re.I)
    return title or None


def _outlet(about: Document, headline: str | None) -> str | None:
    """The site's name; its domain where what was taken for the name is the headline."""
    named = about.sitename and _plain(about.sitename) != _plain(headline or "")
    return about.sitename if named else about.hostname


def _headed(title: str | None, window: str, passages: list[Passage]) -> list[Passage]:
    """The passages with the headline in front: the page's own if it has one, else its title."""
    place = _headline_place(title, window, passages[:_HEADLINE_WITHIN])
    if place is not None:
        return [passages[place].as_heading(), *passages[:place], *passages[place + 1 :]]
    return [Passage("heading", title), *passages] if title else passages


def _headline_place(title: str | None, window: str, top: list[Passage]) -> int | None:
    """Which passage is the headline: what says the title, a good part of the window's title, or an ``h1``."""
    known, seen = _plain(title or ""), _plain(window)
    words = [_plain(passage.text) for passage in top]
    says = (i for i, word in enumerate(words) if known and word == known)
    begins = (i for i, p in enumerate(top) if known and p.level and words[i].startswith(known))
    shown = (i for i, p in enumerate(top) if p.level and words[i] in seen and 3 * len(words[i]) > len(seen))
    first = (0 for passage in top[:1] if passage.level == 1)
    return next(itertools.chain(says, begins, shown, first), None)


def _plain(text: str) -> str:
    return "".join(re.findall(r"\w+", text.casefold()))


def _moment(markup: str, date: str | None) -> str | None:
    """``date`` with its time of day, where the page states it: hours matter for who was first."""
    moments = _PUBLISHED_AT.findall(markup)
    return next((moment for moment in moments if date and moment.startswith(date)), date)

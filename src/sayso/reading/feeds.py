"""The stories in a feed (RSS, Atom, RDF), as far as it has them, and where the others are."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import feedparser
from lxml import etree

from sayso.errors import UnreadablePage
from sayso.model import Page, Problem
from sayso.reading.passages import Passage, lay_out
from sayso.reading.problems import problem
from sayso.reading.prose import is_prose
from sayso.reading.threads.exports.bodies import passages_in
from sayso.reading.threads.moments import moment

_STORY = 500  # characters of prose: more than a teaser has, which names its story and does not tell it
_ROOTS = ("rss", "feed", "RDF")
_OF_FEED = {"channel", "item", "entry", "title", "link", "language"}
_OF_ENTRY = {
    "title", "link", "guid", "id", "description", "summary", "encoded", "content", "body", "author",
    "creator", "pubDate", "published", "updated", "date", "issued", "modified", "created", "origLink",
}  # fmt: skip
_WRITERS = ("author", "creator", "name", "email")
_LONGEST_NAME = 200
_CUT_OFF = re.compile(r"(?:…|\.\.\.)[\])]*\s*\Z")
# feedparser would else believe the encoding that is declared, which is no longer that of the text.
_TYPE = "application/xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: what it says of a story, and where that is.

    ``words`` are HTML. They are the ``whole`` story where the feed says that they are its content.
    """

    title: str | None = None
    link: str | None = None
    published: str | None = None
    author: str | None = None
    words: str = ""
    whole: bool = False

    @property
    def is_story(self) -> bool:
        """Whether its words are enough to be a page of their own."""
        prose = (passage.text for passage in passages_in(self.words, "html") if is_prose(passage))
        return sum(map(len, prose)) >= _STORY


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its own title and language, and its entries as they came."""

    title: str | None
    language: str | None
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()


def read_feed(text: str, *, file: str, url: str | None = None) -> list[tuple[Page, str | None]]:
    """A page for each entry that tells its story, ids left empty, and the language the feed declares.

    ``url`` is where the feed came from. An entry that only names a story gives no page (see
    :func:`feed_of` for its address). Raises :class:`UnreadablePage` if ``text`` is no feed, or if none
    of its entries tells a story.
    """
    feed = feed_of(text, file=file, url=url)
    pages = [page for entry in feed.entries if (page := _page(entry, feed))]
    if pages:
        return [(page, feed.language) for page in pages]
    if not feed.entries:
        raise UnreadablePage(file, "there is no entry in this feed", "check that it was saved whole")
    reason = f"none of its {len(feed.entries):,} entries has more than a summary"
    raise UnreadablePage(file, reason, "fetch the pages they lead to")


def feed_of(text: str, *, file: str, url: str | None = None) -> Feed:
    """The feed that ``text`` is, with all its entries.

    Nothing is fetched, and no entity is resolved. Raises :class:`UnreadablePage` if it is no feed.
    """
    plain, problems = _plain(text, file)
    headers = {"content-type": _TYPE, "content-location": url or ""}
    try:
        found = feedparser.parse(io.BytesIO(plain), response_headers=headers)
        entries = tuple(map(_entry, found.entries))
    except Exception as error:  # the library promises nothing about feeds it did not foresee
        reason = f"the feed cannot be taken apart ({type(error).__name__})"
        raise UnreadablePage(file, reason, "fetch the pages it leads to") from error
    about = found.feed
    return Feed(_line(about, "title"), about.get("language") or None, entries, problems)


def _plain(text: str, file: str) -> tuple[bytes, tuple[Problem, ...]]:
    """The feed without what is not read: feedparser takes long over some of it.

    The time it takes grows with the square of the categories and of an author's name.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=True, recover=True, encoding="utf-8"
    )
    tree = etree.fromstring(text.lstrip("\ufeff \t\r\n").encode("utf-8", "replace"), parser)
    if tree is None or _local(tree) not in _ROOTS:
        mend = "give a feed, or an export as Disqus and WordPress make them"
        raise UnreadablePage(file, "XML of a kind that is not known", mend)
    damaged = (problem("damaged-xml"),) if parser.error_log.filter_from_fatals() else ()
    _keep(tree, _OF_FEED)
    for channel in tree.iterchildren("{*}channel"):
        _keep(channel, _OF_FEED)
    for entry in tree.iter("{*}item", "{*}entry"):
        _keep(entry, _OF_ENTRY)
    for writer in tree.iter(*(f"{{*}}{name}" for name in _WRITERS)):
        writer.text = (writer.text or "")[:_LONGEST_NAME]
    return etree.tostring(tree, encoding="utf-8"), damaged


def _keep(element: etree._Element, names: Iterable[str]) -> None:
    for child in list(element):
        if not isinstance(child.tag, str) or _local(child) not in names:
            element.remove(child)


def _local(element: etree._Element) -> str:
    """The tag without its namespace, also where that is not declared."""
    return re.split("[}:]", element.tag)[-1]


def _entry(found: Any) -> Entry:
    content = max(found.get("content", ()), key=lambda one: len(one.value), default=None)
    words = _markup(content) if content else ""
    summary = _markup(found.get("summary_detail") or {})
    return Entry(
        title=_line(found, "title"),
        link=_address(found.get("feedburner_origlink")) or _address(found.get("link")),
        published=_published(found),
        author="; ".join(dict.fromkeys(filter(None, map(_name, found.get("authors", ()))))) or None,
        words=words if len(words) >= len(summary) else summary,
        whole=bool(words) and len(words) >= len(summary) and not _CUT_OFF.search(_text(words)),
    )


def _markup(detail: Any) -> str:
    value: str = detail.get("value") or ""
    return html.escape(value, quote=False) if detail.get("type") == "text/plain" else value


def _line(found: Any, name: str) -> str | None:
    return " ".join(_text(_markup(found.get(f"{name}_detail") or {})).split()) or None


def _text(markup: str) -> str:
    return " ".join(passage.text for passage in passages_in(markup, "html"))


def _name(author: Any) -> str:
    return str(author.get("name") or author.get("email") or "")


def _address(link: str | None) -> str | None:
    return link if link and link.lower().startswith(("http://", "https://")) else None


def _published(found: Any) -> str | None:
    """As exact as the feed has it; feedparser's own reading is for forms that nobody else writes."""
    # Asked for what is not there, feedparser gives the one for the other, with a warning.
    name = next((name for name in ("published", "updated") if dict.get(found, name)), None)
    if name is None:
        return None
    told = moment(found[name], None)
    parsed = dict.get(found, f"{name}_parsed")
    if told[:4].isdecimal() or not parsed:
        return told
    return "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*parsed[:6])


def _page(entry: Entry, feed: Feed) -> Page | None:
    if not entry.is_story:
        return None
    headline = (Passage("heading", entry.title, level=1),) if entry.title else ()
    text, blocks, citations = lay_out([*headline, *passages_in(entry.words, "html")])
    return Page(
        id="",
        text=text,
        url=entry.link,
        outlet=feed.title,
        title=entry.title,
        byline=entry.author,
        published=entry.published,
        blocks=blocks,
        citations=tuple(citation for citation in citations if citation.url != entry.link),
        problems=(*feed.problems, *(() if entry.whole else (problem("summary-only"),))),
    )

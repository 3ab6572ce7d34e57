"""What a server says of a page it sends, and how far it is believed."""

from __future__ import annotations

import re

from sayso.reading.page import Form, form_of

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
XML_TYPES = frozenset(
    {
        "application/xml", "text/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml",
    }
)  # fmt: skip
PLAIN_TYPES = frozenset({"text/plain", "text/markdown"})
JSON_TYPES = frozenset({"application/json"})

_FEED = re.compile(rb"\s*+(?:<[?!][^>-][^>]*+>\s*+|<!--(?:(?!-->).)*+-->\s*+)*+<(?:rss|feed|rdf:RDF)\b", re.S)
_HEAD = 4096


def form_served(content_type: str, data: bytes) -> Form:
    """How ``data`` that is served as ``content_type`` is to be read.

    Feeds are served as anything, and pages as XML or plain text, so that how it begins counts too.
    """
    seen = form_of(None, data)
    if is_feed(data):
        return "xml"
    if content_type in HTML_TYPES or seen == "html":
        return "html"
    if content_type in XML_TYPES:
        return "xml"
    if content_type in JSON_TYPES:
        return "record"
    return "text" if content_type in PLAIN_TYPES else seen


def is_feed(data: bytes) -> bool:
    """Whether ``data`` begins as feeds do, in any encoding; exports of WordPress do too."""
    return bool(_FEED.match(data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")))

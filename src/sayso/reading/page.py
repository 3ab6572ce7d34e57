"""Read one page, whatever form it comes in."""

from __future__ import annotations

import codecs
import dataclasses
import hashlib
import os
import re
from pathlib import Path
from typing import Literal

from sayso.errors import UnreadablePage
from sayso.model import Page, Problem
from sayso.reading.addresses import with_addresses
from sayso.reading.binary import refuse_binary
from sayso.reading.encoding import decode, mend_surrogates
from sayso.reading.jsonl import read_record
from sayso.reading.language import language_of
from sayso.reading.problems import problem
from sayso.reading.prose import UNSPACED
from sayso.reading.text import read_text
from sayso.reading.threads.quoting import with_quotations

MAX_BYTES = 20_000_000
"""The largest page that is read unless another limit is given."""

Form = Literal["html", "record", "text", "xml"]

_EXTENSIONS: dict[str, Form] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "text", ".md": "text",
    ".json": "record", ".jsonl": "record", ".xml": "xml", ".rss": "xml", ".atom": "xml",
}  # fmt: skip
_HTML = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+|<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype html|html|head|body)\b", re.I | re.S
)
_OBJECT = re.compile(rb'\s*(?:\{\s*"|\[\s*\{)')
_XML = re.compile(rb"\s*(?:<\?xml\b|<disqus\b|<rss\b|<feed\b|<rdf:RDF\b)")
_HEAD = 4096
_NO_FILE = "<bytes>"
_MARKS = codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE
_LABEL = re.compile(r"[\w.:-]{1,40}", re.A)
# Encoded data, mostly: longer than any word or address.
_UNREADABLE_RUN = re.compile(rf"(?<!\S)[^\s{UNSPACED}]{{2000,}}")


def read_page(
    source: str | os.PathLike[str] | bytes,
    *,
    id: str | None = None,
    url: str | None = None,
    limit: int = MAX_BYTES,
) -> Page:
    """The page in the file ``source``, or in ``source`` itself if it is bytes.

    It may be HTML, a JSON object, an export of a thread, a feed or plain text; the file's extension and the
    content decide.
    Every offset in the page counts code points of its ``text``. ``id`` and ``url`` stand before
    what the page says of itself; without them the id is the JSON object's, the page's address,
    the file's name without its extension or a hash of the content, whichever is known first.
    Raises :class:`UnreadablePage` for all that is no page, for several in one file, and for more
    than ``limit`` bytes.
    """
    name = None if isinstance(source, bytes) else os.fspath(source)
    data = source if isinstance(source, bytes) else load(Path(os.fspath(source)), limit)
    first, *more = pages_from(data, name=name, id=id, url=url, limit=limit)
    if more:
        reason, mend = f"it holds {len(more) + 1:,} stories", "read it with sayso read --jsonl"
        raise UnreadablePage(shown(name) if name else _NO_FILE, reason, mend)
    return first


def load(path: Path, limit: int) -> bytes:
    """The content of the file at ``path``; one larger than ``limit`` is not even begun."""
    try:
        if path.is_file() and path.stat().st_size > limit:
            raise too_large(shown(path), limit)
        with path.open("rb") as file:
            return file.read(limit + 1)  # what is no regular file does not tell its size
    except FileNotFoundError:
        raise UnreadablePage(shown(path), "there is no such file", "check the name") from None
    except (OSError, ValueError) as error:
        raise unopened(shown(path), error) from None


def pages_from(
    data: bytes,
    *,
    name: str | None,
    id: str | None = None,
    url: str | None = None,
    form: Form | None = None,
    charset: str | None = None,
    limit: int = MAX_BYTES,
) -> tuple[Page, ...]:
    """The page in ``data``, which is called ``name`` in messages, or the several pages of an export or feed.

    ``charset`` is what a server said of ``data``, which counts before what a page says of itself. See
    :func:`read_page`.
    """
    file = shown(name) if name else _NO_FILE
    form = form or form_of(name, data)
    text, problems = text_from(data, file=file, form=form, charset=charset, limit=limit)
    found = _read(text, form, file, url)
    several = len(found) > 1
    pages = []
    for number, (page, declared) in enumerate(found, 1):
        # Where a feed or an export is, its stories are not.
        at = page.url or (None if several else url) if form == "xml" else url or page.url
        own = id or page.id or at or _id_from(name, data) + (f"#{number}" if several else "")
        pages.append(_completed(page, declared, file, own, at, problems))
    return tuple(pages)


def text_from(
    data: bytes, *, file: str, form: Form, charset: str | None, limit: int
) -> tuple[str, tuple[Problem, ...]]:
    """All of the text that ``data`` encodes, markup included, and what was wrong with its encoding.

    Raises :class:`UnreadablePage` naming ``file`` for what is no text, or more than ``limit`` bytes.
    """
    if len(data) > limit:
        raise too_large(file, limit)
    refuse_binary(data, file)
    declaration = b""  # what the server says is put where a page would say it, but first
    if charset and _is_known(charset) and not data.startswith(_MARKS) and b"\0" not in data[:_HEAD]:
        declaration = f"<meta charset={charset}>".encode()
    text, problems = decode(declaration + data, html=bool(declaration) or form in ("html", "xml"))
    return text[len(declaration) :], problems


def _is_known(charset: str) -> bool:
    try:
        return bool(_LABEL.fullmatch(charset) and codecs.lookup(charset))
    except (LookupError, ValueError):
        return False


def _completed(
    page: Page, declared: str | None, file: str, id: str, url: str | None, problems: tuple[Problem, ...]
) -> Page:
    """The page with what all forms have alike."""
    if not page.text.strip():
        raise UnreadablePage(file, "there is no text in it", "check that it was saved whole")
    language = language_of(page.text, declared)
    if language not in (None, "en"):
        problems += (problem("not-english", language=language),)
    problems += _runs(page.text)
    return dataclasses.replace(
        with_addresses(with_quotations(page)),
        id=id,
        url=url,
        language=language,
        problems=problems + page.problems,
    )


def _runs(text: str) -> tuple[Problem, ...]:
    """The problem that ``text`` has a stretch too long for a word; that of the longest, if it has several."""
    longest = max((match.end() - match.start() for match in _UNREADABLE_RUN.finditer(text)), default=0)
    return (problem("unreadable-run", length=f"{longest:,}"),) if longest else ()


def shown(name: str | os.PathLike[str]) -> str:
    """A file's name as it can be printed, whatever bytes the file system has for it."""
    return mend_surrogates(os.fspath(name))[0]


def too_large(file: str, limit: int) -> UnreadablePage:
    """The error for a page of more than ``limit`` bytes."""
    return UnreadablePage(file, f"larger than the limit of {limit:,} bytes", "split it, or raise the limit")


def unopened(file: str, error: Exception) -> UnreadablePage:
    """The error for a file or folder that the system will not open."""
    reason = getattr(error, "strerror", None) or str(error)
    return UnreadablePage(file, f"it cannot be opened ({reason})", "check the name and your permissions")


def form_of(name: str | None, data: bytes) -> Form:
    """What a page called ``name`` is, or if that tells nothing what ``data`` looks like."""
    known = _EXTENSIONS.get(Path(name).suffix.lower()) if name else None
    # The zeros of UTF-16 and a byte order mark aside, the markup of all encodings looks alike.
    head = data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if known != "html" and _HTML.match(head):
        return "html"
    return known or ("record" if _OBJECT.match(head) else "xml" if _XML.match(head) else "text")


def _read(text: str, form: Form, file: str, url: str | None) -> list[tuple[Page, str | None]]:
    """The pages without what all forms have alike, and the language each declares."""
    if form == "html":
        from sayso.reading.html import read_html  # a fifth of a second that plain text need not wait

        return [read_html(text, file=file, url=url)]
    if form == "text":
        return [(read_text(text, file=file), None)]
    from sayso.reading.exported import read_exports

    if exported := list(read_exports(text, file=file)):
        return exported
    if form == "xml":
        from sayso.reading.feeds import read_feed

        return read_feed(text, file=file, url=url)
    page = read_record(text, file=file)
    return [(page, page.language)]


def _id_from(name: str | None, data: bytes) -> str:
    if not name or name == "-":
        return hashlib.sha256(data).hexdigest()[:12]
    path = Path(shown(name))
    line = re.search(r":\d+\Z", path.name)
    return path.with_suffix("").as_posix() + (line[0] if line else "")

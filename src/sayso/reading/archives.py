"""The pages in a web archive (WARC), each as its server sent it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from sayso.errors import UnreadablePage
from sayso.reading.archive_stream import BrokenOff, Unpacked
from sayso.reading.inputs import Input
from sayso.reading.packed import joined, unpacked
from sayso.reading.page import MAX_BYTES, shown, too_large, unopened
from sayso.reading.served import HTML_TYPES, PLAIN_TYPES, form_served

_PAGES = HTML_TYPES | PLAIN_TYPES
_MEND = "what stands before it was read; get the archive again for the rest"


def archived(path: Path, *, limit: int = MAX_BYTES, records: Counter[str] | None = None) -> Iterator[Input]:
    """An input for each page in the archive at ``path``, in its order, as they are taken.

    A page is a response with status 200 that is HTML or plain text. It is called by the archive's name
    and the number of its record (``saved.warc.gz#12``) and has the address and the time it was fetched.
    One that cannot be unpacked, or has more than ``limit`` bytes, fails alone; where the archive is cut
    off or damaged, a last input says so. ``records`` counts what there was: ``page``, or for what is
    passed over the kind of record.
    """
    file = shown(path)
    records = Counter() if records is None else records
    try:
        with path.open("rb") as stream:
            yield from _pages(Unpacked(stream), file, limit, records)
    except BrokenOff as error:
        yield _failed(_broken(file, str(error), records.total()))
    except OSError as error:
        yield _failed(unopened(file, error))
    else:
        if not records["page"]:
            reason = f"there is no page among its {records.total():,} records"
            mend = "a page is HTML or plain text that came with status 200"
            yield _failed(UnreadablePage(file, reason, mend))


def _pages(stream: Unpacked, file: str, limit: int, records: Counter[str]) -> Iterator[Input]:
    found = ArchiveIterator(stream)
    for number in count(1):
        try:
            record = next(found, None)
            if record is None:
                return
            page = _page(record, f"{file}#{number}", limit)
        except UnreadablePage as error:
            page = _failed(error)
        except OSError as error:
            raise error if isinstance(error, BrokenOff) else BrokenOff("damaged") from None
        records["page" if page or record is None else str(record.record_type)] += 1
        if page:
            yield page


def _page(record: WarcRecord, name: str, limit: int) -> Input | None:
    """The page in a record, if it is one; raises :class:`BrokenOff` if the archive ends within it."""
    _refuse_broken(record)
    small = record.content_length <= limit
    body = record.reader.read(record.content_length) if small and _is_page(record) else None
    if (record.consume() if body is None else len(body)) < record.content_length:
        raise BrokenOff("cut off")
    if not _is_page(record):
        return None
    if body is None:
        raise too_large(name, limit)
    if cut := record.headers.get("WARC-Truncated"):
        mend = "fetch the page itself"
        raise UnreadablePage(name, f"the archive has only the beginning of it ({cut[:60]})", mend)
    headers = record.http_headers
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        body = joined(body, file=name)
    body = unpacked(body, headers.get("Content-Encoding"), file=name, limit=limit)
    form = form_served(_type(record), body)
    return Input(name, body, form, _address(record), record.http_charset or None, _fetched(record))


def _refuse_broken(record: WarcRecord) -> None:
    """A record whose head is cut comes too, without what stood behind; or with a size that is none."""
    length = (record.headers.get("Content-Length") or "").strip()
    if not record.headers.get("WARC-Type") or not length:
        raise BrokenOff("cut off")
    if not length.isdecimal() or len(length) > 15:
        raise BrokenOff("damaged")


def _is_page(record: WarcRecord) -> bool:
    if record.record_type != WarcRecordType.response or not record.is_http_parsed:
        return False
    return record.http_headers.status_code == 200 and _type(record) in _PAGES


def _type(record: WarcRecord) -> str:
    return (record.http_content_type or "").strip().lower()


def _address(record: WarcRecord) -> str | None:
    """Where the page was; older archives have it in angle brackets."""
    address = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    return address if address.lower().startswith(("http://", "https://")) else None


def _fetched(record: WarcRecord) -> str | None:
    date = record.record_date
    return date.isoformat().replace("+00:00", "Z") if date else None


def _broken(file: str, how: str, after: int) -> UnreadablePage:
    if after:
        return UnreadablePage(file, f"the archive is {how} after {after:,} records", _MEND)
    return UnreadablePage(file, f"it is no web archive, or {how}", "check that it was saved whole")


def _failed(error: UnreadablePage) -> Input:
    return Input(error.file, error)

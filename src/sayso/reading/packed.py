"""A page as a server packed it for the way, made whole again: never more of it than a limit.

What a server says of sizes is not believed: everything is unpacked only as far as the limit.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable

from fastwarc.stream_io import BrotliReader, ZstdReader

from sayso.errors import UnreadablePage
from sayso.reading.page import too_large

_MOST_CODINGS = 2
_LONGEST_SIZE = 200  # bytes of the line that says how long a chunk is, with what may be said beside it
_SIZE = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;.*)?", re.S)
_MARKED_UP = b"<", b"{", b"["
_MEND = "fetch it again, or save the page from a browser"


def unpacked(data: bytes, codings: str | None, *, file: str, limit: int) -> bytes:
    """``data`` without the ``codings`` that a Content-Encoding header names, the last undone first.

    What is not packed at all, though it is said to be, is taken as it is: archives often keep the header
    of what they have unpacked. Raises :class:`UnreadablePage` naming ``file`` for what is damaged, cut
    short, packed in ways that are not known, or more than ``limit`` bytes when unpacked.
    """
    named = [coding.strip().lower() for coding in (codings or "").split(",")]
    named = [coding for coding in named if coding not in ("", "identity")]
    unknown = [coding for coding in named if coding not in _WAYS]
    if unknown or len(named) > _MOST_CODINGS:
        raise UnreadablePage(file, f"it is packed as “{(codings or '')[:60]}”", _MEND)
    for coding in reversed(named):
        try:
            data = _WAYS[coding](data, limit + 1)
        except (zlib.error, OSError, EOFError):
            if not data.lstrip().startswith(_MARKED_UP):
                raise UnreadablePage(file, f"its {coding} packing is damaged or cut short", _MEND) from None
        if len(data) > limit:
            raise too_large(file, limit)
    return data


def joined(data: bytes, *, file: str) -> bytes:
    """The body that was sent in chunks, as ``data``; or ``data``, if somebody has joined them before.

    Raises :class:`UnreadablePage` naming ``file`` where the chunks break off.
    """
    body, at = bytearray(), 0
    while True:
        end = data.find(b"\r\n", at, at + _LONGEST_SIZE)
        size = _SIZE.fullmatch(data, at, end) if end >= 0 else None
        if size is None and at == 0:
            return data
        if size is None or end + 2 + int(size[1], 16) > len(data):
            raise UnreadablePage(file, "its chunks break off", _MEND)
        at = end + 2 + int(size[1], 16)
        if at == end + 2:
            return bytes(body)
        body += data[end + 2 : at]
        at += 2


def _gunzipped(data: bytes, most: int) -> bytes:
    return _inflated(data, most, 31)


def _deflated(data: bytes, most: int) -> bytes:
    """By the standard it has a zlib header; many servers leave that out."""
    try:
        return _inflated(data, most, 15)
    except zlib.error:
        return _inflated(data, most, -15)


def _inflated(data: bytes, most: int, bits: int) -> bytes:
    unpacker = zlib.decompressobj(bits)
    out = unpacker.decompress(data, most)
    if not unpacker.eof and len(out) < most:
        raise EOFError
    return out


def _unbrotlied(data: bytes, most: int) -> bytes:
    return _drained(BrotliReader(io.BytesIO(data)), most)


def _unzstded(data: bytes, most: int) -> bytes:
    return _drained(ZstdReader(io.BytesIO(data)), most)


def _drained(reader: BrotliReader | ZstdReader, most: int) -> bytes:
    out = bytearray()
    while len(out) < most and (piece := reader.read(most - len(out))):
        out += piece
    return bytes(out)


_WAYS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gunzipped, "x-gzip": _gunzipped, "deflate": _deflated, "br": _unbrotlied, "zstd": _unzstded,
}  # fmt: skip

"""What is kept of a page to find copies by: a number for every three words in a row that bear meaning."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from sayso.model import Page
from sayso.provenance.copies.words import Words, words_of

SHINGLE = 3
Shingles = NDArray[np.uint32]

_STORED = np.dtype("<u4")
_MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0xD6E8FEB86659FD93], dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Signature:
    """A page as far as copies are looked for by it: its id, outlet and date, and its ``shingles`` as bytes.

    These are two to three bytes for every word of the article; the same words give the same bytes on
    every machine.
    """

    page: str
    outlet: str | None
    published: str | None
    shingles: bytes


def signature(page: Page) -> Signature:
    """The signature of ``page``'s article, to be kept until copies are looked for."""
    shingles = shingles_of(words_of(page.article.text)).astype(_STORED).tobytes()
    return Signature(page.id, page.outlet or host_of(page.url), page.published, shingles)


def unpacked(signature: Signature) -> Shingles:
    """The shingles of ``signature`` as numbers."""
    return np.frombuffer(signature.shingles, dtype=_STORED).astype(np.uint32)


def shingles_of(words: Words) -> Shingles:
    """A number for every three words in a row that bear meaning, those between them left out."""
    bearing = [word for word, bears in zip(words.plain, words.bearing, strict=True) if bears]
    codes = np.array([zlib.crc32(word.encode()) for word in bearing], dtype=np.uint64)
    if len(codes) < SHINGLE:
        return np.empty(0, dtype=np.uint32)
    mixed = codes[:-2] * _MIX[0] + codes[1:-1] * _MIX[1] + codes[2:] * _MIX[2]
    mixed ^= mixed >> np.uint64(29)
    shingles: Shingles = ((mixed * _MIX[0]) >> np.uint64(32)).astype(np.uint32)
    return shingles


def host_of(url: str | None) -> str | None:
    """The host that ``url`` is on, without "www."; None where it has none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None

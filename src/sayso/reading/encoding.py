"""Find how a page is encoded, so that its words come out as they were written.

A byte order mark decides, then UTF-8 where the bytes are valid, then what an HTML page declares;
only then is it a guess, and a guess is told to the reader.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from sayso.model import Problem
from sayso.reading.problems import problem

Decoded = tuple[str, tuple[Problem, ...]]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^<>]*?(?:charset|encoding)\s*+=\s*+[\"']?\s*+([\w.:-]+)", re.I)
_DECLARED_WITHIN = 4096
_SAMPLE = 50_000
# Browsers read these labels as their supersets, and pages are made to look right in browsers.
_SUPERSETS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
# Python also knows codecs that are no character sets (rot13, idna, unicode_escape ...).
_CHARACTER_SET = re.compile(r"(cp|iso8859|iso2022|koi8|gb|big5|shift_jis|euc|mac|tis|hz|utf-8|ascii)")
_SURROGATE = re.compile("[\ud800-\udfff]")
# A capital or ß at the end of a quotation in windows-1252 looks like one character in UTF-8.
_CHANCE = re.compile(rb"[\xc4-\xdf][\x80\x85\x91-\x97\xa0\xab\xbb]")
_HIGH = bytes(range(0x80, 0x100))
_SEVERAL = 3
# Languages written in windows-1252 have few letters beyond ASCII, those of its siblings many.
_FEW = 0.05
# Signs that stand behind a letter only where another encoding has a letter of its own.
_MISREAD = re.compile(r"[^\W\d_][¡-¦¨¬¯±¶¸¹¼-¿]|[^\W\d_][ª²³´º][^\W\d_]")


def decode(data: bytes, *, html: bool = False) -> Decoded:
    """The text that ``data`` encodes, without its byte order mark, and what was wrong with it.

    ``html`` lets a declaration in the markup count. Never fails: bytes that fit no encoding
    become U+FFFD, and a ``broken-encoding`` problem says how many.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _mended(data[len(mark) :], encoding)
    if order := bare_utf16(data):
        return _guessed(data, order)
    declared = _declared(data) if html else None
    # Only ASCII bytes: the declaration may still matter (ISO-2022-JP is written in them).
    if declared and (data.isascii() or not _fits(data, "utf-8")) and _fits(data, declared):
        return data.decode(declared), ()
    if _fits(data, "utf-8"):
        text = data.decode("utf-8")
        contradicted = declared not in (None, "utf-8") and not data.isascii()
        return text, (problem("guessed-encoding", encoding="utf-8"),) if contradicted else ()
    return _mended(data, "utf-8") if _mostly_utf8(data) else _guessed(data, _guess(data))


def mend_surrogates(text: str) -> Decoded:
    """``text`` with each lone surrogate replaced, one code point for one, so that offsets stay valid.

    JSON escapes can bring them in; text with one cannot be written down in UTF-8.
    """
    whole, count = _SURROGATE.subn("\ufffd", text)
    return whole, (problem("lone-surrogates", count=count),) if count else ()


def bare_utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 text without a mark, seen by the zero in every other byte."""
    sample = data[:_DECLARED_WITHIN]
    half = len(sample) // 2
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    if half and low > 0.4 * half and high < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if half and high > 0.4 * half and low < 0.05 * half else None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    if not match:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii", "replace")).name
    except LookupError:
        return None
    return _SUPERSETS.get(name, name) if _CHARACTER_SET.match(name) else None


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """Whether ``data`` is damaged UTF-8, not another encoding.

    Its characters beyond ASCII are then whole more often than broken; or, in text that is mostly
    ASCII, about as often. In Japanese of other encodings whole ones come up by chance that often.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(not char.isascii() for char in text) - broken - len(_CHANCE.findall(data))
    plain = 2 * len(data.translate(None, _HIGH)) > len(data)
    return whole > broken or (plain and whole >= _SEVERAL and 4 * whole >= 3 * broken)


def _guess(data: bytes) -> str:
    sample = _sample(data)
    few = sum(byte >= 0xA0 for byte in sample) < _FEW * len(sample)
    candidates = ["cp1252"] if few else []
    candidates += [match.encoding for match in from_bytes(sample)]
    return next((name for name in candidates if _reads_well(sample, name)), "cp1252")


def _sample(data: bytes) -> bytes:
    """A good piece of ``data`` around its first bad byte; it ends at a space, not within a character."""
    start = max(0, _first_bad(data) - _SAMPLE // 10)
    if len(data) - start <= _SAMPLE:
        return data[start:]
    last = max(data.rfind(space, start, start + _SAMPLE) for space in (b" ", b"\n"))
    return data[start:last] if last > start else data


def _reads_well(sample: bytes, encoding: str) -> bool:
    return _fits(sample, encoding) and not _MISREAD.search(sample.decode(encoding))


def _first_bad(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _guessed(data: bytes, encoding: str) -> Decoded:
    text, problems = _mended(data, encoding)
    return text, (problem("guessed-encoding", encoding=encoding), *problems)


def _mended(data: bytes, encoding: str) -> Decoded:
    if _fits(data, encoding):
        return data.decode(encoding), ()
    text = data.decode(encoding, "replace")
    return text, (problem("broken-encoding", encoding=encoding, count=text.count("\ufffd")),)

"""Tell files that are no text at all, by name, before anything tries to read words in them."""

from __future__ import annotations

from sayso.errors import UnreadablePage
from sayso.reading.encoding import bare_utf16

_SAVE_AS_TEXT = "save its text as .txt or the page as .html"
_UNPACK = "unpack it first"
_KINDS = (
    (b"%PDF-", "a PDF document", _SAVE_AS_TEXT),
    (b"{\\rtf", "an RTF document", _SAVE_AS_TEXT),
    (b"\xd0\xcf\x11\xe0", "an Office document", _SAVE_AS_TEXT),
    (b"PK\x03\x04", "a ZIP archive (or a docx, odt or epub document)", f"{_UNPACK}, or {_SAVE_AS_TEXT}"),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ", "an xz archive", _UNPACK),
    (b"7z\xbc\xaf", "a 7z archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", _UNPACK),
    (b"Rar!\x1a", "a RAR archive", _UNPACK),
    (b"\x89PNG", "a PNG image", _SAVE_AS_TEXT),
    (b"GIF8", "a GIF image", _SAVE_AS_TEXT),
    (b"\xff\xd8\xff", "a JPEG image", _SAVE_AS_TEXT),
    (b"RIFF", "an image, a sound or a film", _SAVE_AS_TEXT),
    (b"SQLite format 3\0", "an SQLite database", "name the pages themselves"),
    (b"\x7fELF", "a program", "name the pages themselves"),
)
_SAMPLE = 8192
_CONTROLS = bytes(set(range(0x20)) - set(b"\b\t\n\f\r\x1b"))
_MANY = 0.05


def refuse_binary(data: bytes, file: str) -> None:
    """Raise :class:`UnreadablePage` if ``data`` (a whole file or how it begins) is not text.

    A stray control character is no reason: text that has one keeps it.
    """
    for magic, what, mend in _KINDS:
        if data.startswith(magic):
            raise UnreadablePage(file, f"this is {what}, not a page", mend)
    if not _marked(data) and not bare_utf16(data) and _is_noise(data[:_SAMPLE]):
        raise UnreadablePage(file, "this is binary data, not a page", _SAVE_AS_TEXT)


def _marked(data: bytes) -> bool:
    return data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))


def _is_noise(sample: bytes) -> bool:
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > _MANY * len(sample) and controls > 1:
        return True
    # A sample may end in the middle of a character, which takes four bytes at most.
    return b"\0" in sample and len(sample[:-3].decode("utf-8", "ignore").encode()) < len(sample) - 6

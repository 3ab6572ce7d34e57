"""The stream in a compressed archive, read as it comes; it tells where the archive breaks off."""

from __future__ import annotations

import zlib
from contextlib import suppress
from typing import BinaryIO, Protocol

from fastwarc.stream_io import ZstdReader

_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_AT_ONCE = 16_384
# Pages become five to ten times smaller. What goes far beyond is made to fill a disk or an afternoon.
_MOST_TIMES, _UNSUSPICIOUS = 200, 100_000_000


class BrokenOff(OSError):
    """An archive that does not go on: cut, damaged, or a bomb; ``str()`` says which."""


class Readable(Protocol):
    """What can be read in pieces."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes, ``size`` at most, none at the end."""


class Unpacked:
    """The unpacked stream of ``file``, whatever it is packed with.

    Reading raises :class:`BrokenOff` at the place where it cannot go on, not before.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        magic = file.read(4)
        file.seek(0)
        self._inner: Readable = file
        if magic.startswith(_GZIP):
            self._inner = _Members(file)
        elif magic == _ZSTD:
            self._inner = _Frames(file)
        self._read = 0

    def read(self, size: int = _AT_ONCE) -> bytes:
        """The next bytes, ``size`` at most, none at the end."""
        try:
            piece = self._inner.read(min(size, _AT_ONCE))
        except zlib.error:
            raise BrokenOff("damaged") from None
        self._read += len(piece)
        if self._read > _UNSUSPICIOUS and self._read > _MOST_TIMES * self._file.tell():
            raise BrokenOff(f"a compression bomb, more than {_MOST_TIMES} times its size when unpacked,")
        return piece

    def tell(self) -> int:
        """How much was read."""
        return self._read

    def seek(self, offset: int, whence: int = 0) -> int:
        """Archives are read forwards only; raises :class:`OSError`."""
        raise OSError("not seekable")

    def close(self) -> None:
        """Nothing: the file is closed by whoever opened it."""


class _Members:
    """What the members of a gzip file hold; archives have one for each record."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._packed = b""
        self._member = zlib.decompressobj(31)
        self._within = False

    def read(self, size: int = -1, /) -> bytes:
        while True:
            self._packed = self._packed or self._file.read(_AT_ONCE)
            if not self._within:
                self._packed = self._packed.lstrip(b"\0") or self._file.read(_AT_ONCE)
            if not self._packed:
                if self._within:
                    raise BrokenOff("cut off")
                return b""
            if piece := self._piece(size):
                return piece

    def _piece(self, size: int) -> bytes:
        piece = self._member.decompress(self._packed, max(size, 0))
        self._within = not self._member.eof
        if self._within:
            self._packed = self._member.unconsumed_tail
        else:
            self._packed, self._member = self._member.unused_data, zlib.decompressobj(31)
        return piece


class _Frames:
    """What the frames of a zstd file hold.

    Where the file breaks off, fastwarc's reader loses all it was asked for; so that is read once more.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._frames = ZstdReader(file)
        self._done = 0
        self._broken = False

    def read(self, size: int = -1, /) -> bytes:
        piece = b""
        if not self._broken:
            try:
                piece = self._frames.read(size)
            except OSError:
                self._broken = True
                piece = self._whole(size)
        if self._broken and not piece:
            raise BrokenOff("cut off or damaged")
        self._done += len(piece)
        return piece

    def _whole(self, most: int) -> bytes:
        """What stands between the place that was reached and that where the file breaks off."""
        self._file.seek(0)
        frames, left, whole = ZstdReader(self._file), self._done, bytearray()
        with suppress(OSError):
            while left:
                left -= len(frames.read(min(left, _AT_ONCE)))
            while len(whole) < most and (piece := frames.read(1)):
                whole += piece
        return bytes(whole)

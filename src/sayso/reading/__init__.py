"""Bytes to Page: plain text, JSON lines, HTML articles, feeds and web archives."""

from sayso.reading.inputs import STDIN, Input, entries_of, find_inputs, pages_of
from sayso.reading.page import MAX_BYTES, read_page
from sayso.reading.text import MAX_LINES

__all__ = [
    "MAX_BYTES",
    "MAX_LINES",
    "STDIN",
    "Input",
    "entries_of",
    "find_inputs",
    "pages_of",
    "read_page",
]
